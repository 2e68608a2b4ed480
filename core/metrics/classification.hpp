#pragma once
/// How often a classifier is right, and how it is wrong.

#include <span>
#include <vector>

#include "foundation/matrix.hpp"

namespace backprop {

/// Counts of samples by true class (row) and decided class (column).
class ConfusionMatrix {
 public:
  /// @param classes  ≥ 1
  explicit ConfusionMatrix(Index classes);
  /// @param truth, decided  class indices in [0, classes), one per sample, of the same length
  ConfusionMatrix(Index classes, std::span<const Index> truth, std::span<const Index> decided);

  /// Counts one sample.
  void count(Index truth, Index decided);

  Index classes() const { return classes_; }
  /// Samples of class `truth` that were decided as `decided`.
  Index at(Index truth, Index decided) const;
  /// classes × classes, by rows.
  std::span<const Index> counts() const { return counts_; }
  /// All samples counted.
  Index total() const;
  /// Samples decided rightly.
  Index right() const;

  /// Share of samples decided rightly, in [0, 1]. NaN without samples.
  double accuracy() const;
  /// Of the samples decided as c, the share that are c: in [0, 1]. NaN where nothing was decided as c:
  /// there is nothing to be precise about (scikit-learn reports 0 and warns).
  double precision(Index c) const;
  /// Of the samples that are c, the share decided as c: in [0, 1]. NaN where no sample is c.
  double recall(Index c) const;

 private:
  Index classes_;
  std::vector<Index> counts_;
};

}  // namespace backprop
