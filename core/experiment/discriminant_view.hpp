#pragma once
/// Fisher's picture: the training points seen along a direction, and along the best one.

#include <optional>

#include "experiment/experiment.hpp"
#include "metrics/discriminant.hpp"
#include "metrics/separability.hpp"

namespace backprop {

struct DiscriminantView {
  Discriminant here;
  Discriminant optimum;
  bool singular = false;       ///< S_W has not full rank: the shortest of the best directions
  Index count = 0;             ///< training points
  double low = 0, high = 0;    ///< of the histograms: all of `here`'s projections lie between
  std::vector<double> counts;  ///< class after class, bins each
};

/// @param direction  over the features; absent, 0 or of another length: the present weights, and where those are 0
///                   the optimum
/// @return  nothing unless the model has one layer and the training points are of two classes that both occur
std::optional<DiscriminantView> discriminantView(const Experiment&, const std::vector<double>& direction, Index bins);

/// Whether the training points can be told apart by a line in the model's features; with several classes each from
/// all the rest, as the perceptron's outputs do it.
struct SeparabilityView {
  std::vector<Separability> classes;  ///< one, where there are two classes at most
  bool separable = true;              ///< all of them
  double radius = 0;                  ///< R, the same for all
  double margin = 0;                  ///< γ, the least of theirs
  double bound = 0;                   ///< of the mistakes of all outputs together: the sum of theirs
  bool holds = false;                 ///< whether the bound is one for this run so far: boundHindrance()
};

/// @return  nothing unless the model has one layer and the targets are classes
std::optional<SeparabilityView> separabilityView(const Experiment&);

}  // namespace backprop
