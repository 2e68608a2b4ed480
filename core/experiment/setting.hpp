#pragma once
/// What a spec comes to: its points, its network, and the numbers that training works on.

#include <optional>
#include <vector>

#include "data/input_map.hpp"
#include "data/table.hpp"
#include "experiment/change.hpp"
#include "experiment/spec.hpp"
#include "foundation/outcome.hpp"
#include "metrics/decide.hpp"
#include "models/architecture.hpp"

namespace backprop {

/// What is in force at a step: the spec and the points, as the journal has changed them.
struct Conditions {
  Spec spec;
  Table table;
  bool splitIsDue = false;  ///< rows are to be held out anew: many changes of how many come to one split

  /// The conditions of step 0: the table is generated, or the person's own.
  static Conditions initial(const Spec&);

  /// Makes a change that needs no new run; SetParameter changes nothing here.
  /// @return  what is wrong, and then nothing has changed. A field that restarts is "incompatible".
  std::optional<Error> apply(const Change&);
  /// Holds out rows for testing where that is due.
  void split();
};

/// Samples ready for an objective.
struct Samples {
  std::vector<Index> rows;     ///< which rows of the table
  RowMatrix<double> features;  ///< features × samples
  RowMatrix<double> targets;   ///< outputs × samples
};

/// Conditions, split, checked as a whole, with all that follows from them.
struct Setting {
  Conditions conditions;
  InputMap inputs;
  Architecture architecture;
  Samples training;
  Samples test;

  /// @return  an error where the parts do not go together: inputs that the table has not, or what
  ///          checkTogether() finds
  static Outcome<Setting> create(Conditions);

  const Spec& spec() const { return conditions.spec; }
  const Table& table() const { return conditions.table; }
  /// By scikit-learn's rule of the perceptron z > 0 decides for class 1; by every other, z = 0 does as well.
  OnThreshold onThreshold() const {
    const LearnerSpec& learner = spec().learner;
    const bool theirs = learner.convention == PerceptronOptions::Convention::ScikitLearn;
    return learner.rule == LearnerSpec::Rule::Perceptron && theirs ? OnThreshold::First : OnThreshold::Second;
  }
};

/// What loss, output, learner and targets ask of each other: cross-entropy goes with neither tanh nor linear outputs
/// nor numbers to fit, softmax not with numbers, a step only with the perceptron's costs; the perceptron's rule,
/// Newton's method and Fisher's formula know one layer.
std::optional<Error> checkTogether(const Conditions&);

}  // namespace backprop
