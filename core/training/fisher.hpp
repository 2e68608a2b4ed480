#pragma once
/// Fisher's linear discriminant (Fisher 1936; lecture section 1) and, with K classes, linear discriminant analysis: the
/// parameters by a formula, in one step.
///
///   S = 1/n Σ_k Σ_{i of k} (x_i − m_k)(x_i − m_k)ᵀ = S_W / n       pooled covariance, as scikit-learn's lsqr and eigen
///   S ← (1 − s) S + s · trace(S)/p · I                             shrinkage s
///   w_k = S⁻¹ m_k,  b_k = −½ m_kᵀ S⁻¹ m_k + ln π_k                 π_k = n_k / n
///   two classes, one output:  w = w₁ − w₀ = S⁻¹ (m₁ − m₀),  b = b₁ − b₀
///
/// With these, sigmoid(z) and softmax(z) are the posterior probabilities where the classes are normal with the same
/// covariance. The midpoint rule leaves out ln π. Where S is singular (collinear points, one point in each class), S⁻¹
/// gives the shortest of the best solutions, as scikit-learn's lsqr. A class without points counts as half a point at
/// the mean of all, so that it has a small prior and not the logarithm of 0.

#include <array>
#include <span>

#include "training/learner.hpp"

namespace backprop {

struct FisherOptions {
  enum class Threshold { Priors, Midpoint } threshold = Threshold::Priors;
  double shrinkage = 0;  ///< s in [0, 1]
};

struct FisherSolution {
  RowMatrix<double> weights;  ///< outputs × p
  Vector<double> biases;      ///< outputs
  Index classes;              ///< that have samples
  bool singular;              ///< S has not full rank
};

/// @param samples  targets: one row of 0 and 1 (or −1 and 1), or one-hot, a row for each class; at least one sample
template <typename Scalar>
FisherSolution solveFisher(const LinearSamples<Scalar>& samples, const FisherOptions&);

template <typename Scalar>
class FisherLearner final : public Learner<Scalar> {
 public:
  Capabilities needs() const override { return {.samples = true, .linear = true}; }
  void reset(Index) override { state_ = {}; }
  /// θ ← the formula's; with samples of one class only, θ stays. The rate is not used.
  /// @return  cost: J before the step; gradientNorm: 0, since no gradient was taken
  StepReport step(Objective<Scalar>&, std::span<Scalar> theta, SampleRange batch, double rate) override;
  std::span<Scalar> state() override { return state_; }
  void disturbed() override { state_ = {}; }
  Standing standing() override;

  /// Whether the last step found S singular.
  bool singular() const { return state_[IsSingular] != 0; }
  void setOptions(const FisherOptions& options) { options_ = options; }

 private:
  enum Slot { IsSolved, IsSingular, IsOneClass };

  FisherOptions options_;
  std::array<Scalar, 3> state_{};
};

extern template class FisherLearner<float>;
extern template class FisherLearner<double>;

}  // namespace backprop
