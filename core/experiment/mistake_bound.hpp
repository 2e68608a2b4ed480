#pragma once
/// Whether (R/γ)² bounds the mistakes of a perceptron's run: what the bound's proof supposes of it (Novikoff 1962).

#include <optional>

#include "experiment/experiment.hpp"

namespace backprop {

/// What of a run the proof does not know.
enum class BoundHindrance {
  Rule,      ///< another rule than the perceptron's, now
  Start,     ///< weights that the rule did not find at 0
  ByHand,    ///< a weight set by hand
  Penalty,   ///< one on the weights
  Batch,     ///< several patterns to an update
  Rate,      ///< an η that changes, or means another step
  Points,    ///< others, once it had moved
  Settings,  ///< another one changed, once it had moved
};

/// The first of what hinders, in their order above, up to the present step: what lies ahead does not count.
/// @return  nothing where the bound holds
std::optional<BoundHindrance> boundHindrance(const Experiment&);

}  // namespace backprop
