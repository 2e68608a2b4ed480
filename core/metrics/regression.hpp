#pragma once
/// How far numbers given are from numbers wanted.

#include <span>

namespace backprop {

struct RegressionScores {
  double meanSquaredError;      ///< mean of (ŷ − y)², in the target's unit squared; without the cost's ½
  double rootMeanSquaredError;  ///< its root, in the target's unit
  /// R² = 1 − Σ(ŷ − y)² / Σ(y − ȳ)², at most 1: the share of the variance that is explained. 0 is what the
  /// mean alone reaches, less is worse than that. NaN where all targets are equal: no variance to explain.
  double determination;
};

/// @param targets, predictions  y and ŷ, one each per sample, of the same length
/// @return  all NaN without samples
RegressionScores scoreRegression(std::span<const double> targets, std::span<const double> predictions);

}  // namespace backprop
