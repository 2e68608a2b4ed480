#pragma once
/// The learners that a spec can name, and the one in force.

#include "experiment/spec.hpp"
#include "training/fisher.hpp"
#include "training/gradient_learner.hpp"
#include "training/newton.hpp"
#include "training/perceptron.hpp"

namespace backprop {

template <typename Scalar>
class Learners {
 public:
  /// @param parameters  n, of the objectives to come
  explicit Learners(Index parameters) : parameters_(parameters) {}

  /// Takes the spec's rule and its numbers. Another kind of learner begins anew.
  void follow(const Spec&);

  /// @pre follow()
  Learner<Scalar>& inForce() { return *inForce_; }
  /// What is known of the samples, for Newton's method: whether they are separated, if only weakly.
  void setSeparated(bool separated) { newton_.setSeparated(separated); }
  /// Whether Fisher's formula is in force and found S singular.
  bool singular() const { return inForce_ == &fisher_ && fisher_.singular(); }
  /// Zeros where the perceptron is not in force.
  PerceptronCounts perceptronCounts() const;

 private:
  Learner<Scalar>& named(LearnerSpec::Rule);

  Index parameters_;
  GradientLearner<Scalar> gradient_;
  PerceptronLearner<Scalar> perceptron_;
  NewtonLearner<Scalar> newton_;
  FisherLearner<Scalar> fisher_;
  Learner<Scalar>* inForce_ = nullptr;
};

extern template class Learners<float>;
extern template class Learners<double>;

}  // namespace backprop
