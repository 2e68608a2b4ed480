#pragma once
/// What an experiment is made of: data × model × cost × learner × seeds. Everything that a person can
/// set, with its default; `fields.hpp` says what each may be. Replaying needs nothing else.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "data/generators.hpp"
#include "models/architecture.hpp"
#include "models/initialization.hpp"
#include "objective/loss.hpp"
#include "training/fisher.hpp"
#include "training/perceptron.hpp"
#include "training/schedule.hpp"

namespace backprop {

struct DataSpec {
  /// The person's own points; where there are any, `recipe` is not used.
  std::shared_ptr<const Table> table;
  bool ownSplit = false;  ///< `table` says itself which rows are held out; otherwise testFraction does
  Recipe recipe;
  double testFraction = 0.25;  ///< of the rows, held out for testing
  std::vector<Index> inputs = {0, 1};
  bool standardize = false;
};

struct ModelSpec {
  std::vector<std::string> features = {"x1", "x2"};
  std::vector<Architecture::LayerSize> hidden = {{4, Activation::Tanh}, {3, Activation::Tanh}};
  Activation output = Activation::Sigmoid;
  Initialization initialization = Initialization::Glorot;
  std::uint64_t seed = 7;
  enum class Precision { Double, Single } precision = Precision::Double;
};

struct CostSpec {
  LossKind error = LossKind::CrossEntropy;
  double huberDelta = 1;
  double l1 = 0;
  double l2 = 0;
  bool operator==(const CostSpec&) const = default;
};

struct LearnerSpec {
  enum class Rule {
    GradientDescent,
    Momentum,
    Nesterov,
    AdaGrad,
    RmsProp,
    Adam,
    Perceptron,
    Newton,
    Fisher,
  } rule = Rule::GradientDescent;
  double rate = 0.3;
  double momentum = 0.9;
  double decay = 0.9;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double epsilon = 1e-8;
  Schedule::Kind schedule = Schedule::Kind::Constant;
  double scheduleFactor = 0.5;
  double scheduleEpochs = 100;
  double clip = 0;
  Index batch = 10;
  bool shuffle = true;
  std::uint64_t seed = 1;
  PerceptronOptions::Convention convention = PerceptronOptions::Convention::Lecture;
  PerceptronOptions::Answer answer = PerceptronOptions::Answer::Last;
  std::optional<double> tolerance;  ///< scikit-learn's tol; none: until an epoch makes no mistake
  Index patience = 5;               ///< scikit-learn's n_iter_no_change
  FisherOptions::Threshold threshold = FisherOptions::Threshold::Priors;
  double shrinkage = 0;

  /// What one step takes; 0: all patterns. Formulas and Newton's method take them all.
  Index patternsPerStep() const { return rule == Rule::Newton || rule == Rule::Fisher ? 0 : batch; }
};

/// Any condition that holds stops the run.
struct StopSpec {
  std::optional<double> cost;      ///< training cost ≤ this
  std::optional<double> accuracy;  ///< training accuracy ≥ this
  std::optional<Step> epochs;      ///< after so many epochs
};

struct Spec {
  DataSpec data;
  ModelSpec model;
  CostSpec cost;
  LearnerSpec learner;
  StopSpec stop;

  Spec();
  Spec(const Spec&);
  Spec(Spec&&) noexcept;
  Spec& operator=(const Spec&);
  Spec& operator=(Spec&&) noexcept;
  ~Spec();
};

inline constexpr Index maxHiddenLayers = 6;
inline constexpr Index maxLayerNeurons = 256;

}  // namespace backprop
