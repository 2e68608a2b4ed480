#pragma once
/// Where a run has been: checkpoints from which any step can be reached again, to the bit, and the true
/// costs that curves and paths are drawn from.

#include <cstddef>
#include <limits>
#include <vector>

#include "foundation/matrix.hpp"

namespace backprop {

/// How far a run has come.
struct Cursor {
  Step step = 0;       ///< updates made
  Step epoch = 0;      ///< passes completed
  Index position = 0;  ///< patterns of the present pass already used
  /// Passes, or fractions of them, that were broken off: where the points change, the present pass begins anew.
  double brokenOff = 0;

  bool operator==(const Cursor&) const = default;
};

/// What a model is worth on some patterns: all but learningCost by the parameters that decide, which are θ, or the
/// perceptron's pocket or average.
struct Evaluation {
  double error = std::numeric_limits<double>::quiet_NaN();  ///< mean over the patterns; NaN without patterns
  double penalty = 0;
  Index right = 0;                                             ///< patterns decided rightly; 0 for regression
  Index count = 0;                                             ///< patterns
  double accuracy = std::numeric_limits<double>::quiet_NaN();  ///< right / count; NaN for regression
  double soft = std::numeric_limits<double>::quiet_NaN();  ///< the perceptron's costs, sums: lecture (3) and (2); NaN
  double hard = std::numeric_limits<double>::quiet_NaN();  ///< where the output is no step
  double learningCost = error;  ///< J of θ itself, which learns: where the path of the descent goes

  double cost() const { return error + penalty; }
  /// Whether soft and hard are known.
  bool hasSums() const { return hard == hard; }
};

/// The whole state of a run at one step, before that step's journal lines; but the evaluations are of what those made
/// of it: a curve shows an edit where it was made. The generator is not part of it: an epoch's order follows from the
/// seed and the epoch (training/epoch_order.hpp).
struct Checkpoint {
  Cursor cursor;
  std::vector<double> theta;         ///< floats are kept exactly
  std::vector<double> learnerState;  ///< Learner::state()
  double epoch = 0;                  ///< Experiment::epoch(), by the points in force then
  Evaluation training;
  Evaluation test;

  /// J(θ), and by which cost and points: Experiment::costOf().
  struct Known {
    Index version = 0;
    double cost = 0;
  };
  mutable Known known{};
};

/// Checkpoints in order of their steps, the first at step 0. When there are too many, every other one
/// goes, and from then on they are taken half as often: a long run costs no more than a short one.
class History {
 public:
  static constexpr std::size_t maxBytes = 64u << 20;
  static constexpr std::size_t maxCheckpoints = 1024;

  /// @param numbers  how many θ and the learner's state have together: decides how many fit in maxBytes
  /// @param stride   steps between the first checkpoints: a power of two
  explicit History(std::size_t numbers, Step stride = 1);

  /// Whether a checkpoint at this step would be new and is due.
  bool wants(Step step) const { return (step & (stride_ - 1)) == 0 && (checkpoints_.empty() || step > last()); }
  /// Steps from this one to the next at which one may be due, at least 1.
  Step stepsToNext(Step step) const { return stride_ - (step & (stride_ - 1)); }
  /// @pre  its step is greater than all before
  void record(Checkpoint);
  /// The latest at or before a step.  @pre  one is recorded at step 0
  const Checkpoint& before(Step step) const;
  /// Another evaluation of the last one.
  void reassess(const Evaluation& training, const Evaluation& test);
  /// Forgets what came after a step; the first stays.
  void cutAfter(Step step);

  const std::vector<Checkpoint>& checkpoints() const { return checkpoints_; }

  /// The step of the last one.
  Step last() const { return checkpoints_.back().cursor.step; }

 private:
  void thin();

  std::size_t capacity_;
  Step first_;   ///< stride of a short run
  Step stride_;  ///< a power of two
  std::vector<Checkpoint> checkpoints_;
};

}  // namespace backprop
