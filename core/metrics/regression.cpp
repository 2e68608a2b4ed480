#include "metrics/regression.hpp"

#include <cassert>
#include <cmath>
#include <limits>

namespace backprop {

RegressionScores scoreRegression(std::span<const double> targets, std::span<const double> predictions) {
  assert(targets.size() == predictions.size());
  constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
  if (targets.empty()) return {undefined, undefined, undefined};

  const double n = static_cast<double>(targets.size());
  double sum = 0;
  bool varies = false;
  for (double y : targets) {
    sum += y;
    varies = varies || y != targets[0];
  }
  const double mean = sum / n;

  double unexplained = 0, total = 0;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    unexplained += (predictions[i] - targets[i]) * (predictions[i] - targets[i]);
    total += (targets[i] - mean) * (targets[i] - mean);
  }
  // Asked of the targets themselves: equal ones need not sum to n times their mean exactly.
  const double determination = varies ? 1 - unexplained / total : undefined;
  return {unexplained / n, std::sqrt(unexplained / n), determination};
}

}  // namespace backprop
