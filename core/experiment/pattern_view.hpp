#pragma once
/// The perceptron's next update, with all its numbers: lecture section 2, pattern by pattern.

#include <optional>

#include "experiment/mistake_bound.hpp"

namespace backprop {

/// The patterns that the next step looks at, and what it will do. Every list has one number for each output, but
/// for x and the parameters.
struct PatternView {
  Index row = -1;               ///< of the table; with a batch of several, its first
  Index patterns = 0;           ///< of the batch
  std::vector<double> x;        ///< features
  std::vector<double> y;        ///< targets
  std::vector<double> z;        ///< before the step
  std::vector<double> out;      ///< a before the step: the perceptron's ŷ
  std::vector<double> factor;   ///< what x̃ is multiplied with: y − ŷ, or y, or 0; without η
  std::vector<double> change;   ///< Δθ
  std::vector<double> after;    ///< θ + Δθ
  std::vector<double> zAfter;   ///< of the same pattern
  std::vector<double> stopped;  ///< 1 where the output learns no more, by its tolerance: its factor is 0
  bool mistaken = false;        ///< by any output that learns
  bool stillWrong = false;      ///< mistaken, and after the step as well: erratum to lecture (5)
  /// The output to speak of: of those that are still wrong, else of those mistaken, the one that needs the greatest
  /// η; −1 where none is.
  Index mistakenOutput = -1;
  /// The η beyond which one update puts that output right, |z| / (|f| ‖x̃‖²), x̃ = (x, 1). None where other things
  /// move the weights too: a penalty, other patterns of the batch.
  std::optional<double> sufficientRate;
  PerceptronCounts counts;
  std::optional<BoundHindrance> hindrance;  ///< why (R/γ)² does not bound the mistakes
};

/// @pre  the perceptron's rule is in force, and there are training points
PatternView nextPattern(const Experiment&);

}  // namespace backprop
