#pragma once
/// A learner moves θ on an objective: θ_t → θ_{t+1}. It says what it needs of the objective, owns
/// whatever it carries from step to step (momentum, second moments), and exposes that as one flat
/// vector, so that a checkpoint is θ and this vector and nothing else.

#include <algorithm>
#include <cmath>
#include <span>
#include <type_traits>

#include "foundation/matrix.hpp"
#include "numerics/finite.hpp"
#include "objective/objective.hpp"

namespace backprop {

/// What one step did. Not finite values are reported, not thrown: divergence is an outcome.
struct StepReport {
  double cost = 0;          ///< J over the step's samples, at θ before the step
  double gradientNorm = 0;  ///< ‖∂J/∂θ‖₂ over the step's samples, before clipping
};

inline bool isFinite(const StepReport& report) {
  return std::isfinite(report.cost) && std::isfinite(report.gradientNorm);
}

/// Roots of the largest numbers. Where a batch costs more, all patterns may soon cost infinitely much: then J over all
/// of them is asked at every step.
template <typename Scalar>
inline constexpr double nearlyInfinite = std::is_same_v<Scalar, float> ? 1e19 : 1e154;

/// Steps made in a row.
struct Stretch {
  Step steps = 0;
  StepReport last;  ///< of the last of them
};

/// What a learner says of itself at the end of an epoch.
enum class Standing {
  GoesOn,
  NoMistakes,  ///< perceptron: a whole epoch without a mistake: it will never move again
  Tolerance,   ///< perceptron: for `patience` epochs the cost did not fall by `tolerance`
  Cycle,       ///< perceptron: θ is where it was some epochs ago: it will go round for ever
  Solved,      ///< a formula, or Newton's method at its minimum: another step changes nothing
  Separated,   ///< Newton: the points are separated, if only weakly, and nothing holds the weights back: no minimum
  OneClass,    ///< Fisher: the training points are of one class, so there is nothing to separate
};

template <typename Scalar>
class Learner {
 public:
  virtual ~Learner() = default;

  /// The capabilities that step() will ask of the objective.
  virtual Capabilities needs() const = 0;

  /// Forgets all state and sizes it for n parameters.
  virtual void reset(Index n) = 0;

  /// θ ← θ + Δθ: one update, in place. Allocates nothing.
  /// @param batch  the samples of the step, in the objective's present order; ignored by learners
  ///               that do not need samples
  /// @param rate   learning rate α in force (after its schedule)
  virtual StepReport step(Objective<Scalar>&, std::span<Scalar> theta, SampleRange batch, double rate) = 0;

  /// Steps of `batch` samples each over a range; the first after which something is not finite, or nearly so, is the
  /// last. What step() would do one after the other, to the bit.
  virtual Stretch walk(Objective<Scalar>& objective, std::span<Scalar> theta, SampleRange range, Index batch,
                       double rate) {
    Stretch stretch;
    for (bool goesOn = true; goesOn && range.begin < range.end; range.begin += batch) {
      stretch.last = step(objective, theta, {range.begin, std::min(range.begin + batch, range.end)}, rate);
      ++stretch.steps;
      goesOn = goesOnFrom(stretch.last, theta);
    }
    return stretch;
  }

  /// Whether a step left everything finite, and by far.
  static bool goesOnFrom(const StepReport& report, std::span<const Scalar> theta) {
    return report.cost <= nearlyInfinite<Scalar> && std::isfinite(report.gradientNorm) && allFinite(theta);
  }

  /// All that it carries from step to step, flat; empty for plain descent. Writable: a checkpoint is
  /// restored by copying into it. Its size changes only in reset().
  virtual std::span<Scalar> state() = 0;

  /// θ or the samples were changed from outside: what was concluded from the steps before no longer holds.
  virtual void disturbed() {}

  /// Asked at the end of an epoch; a function of state().
  virtual Standing standing() { return Standing::GoesOn; }

  /// The parameters to decide with: θ itself, or others that the learner has kept (the pocket's, the average).
  virtual std::span<const Scalar> answer(std::span<const Scalar> theta) { return theta; }
};

}  // namespace backprop
