#pragma once
/// From what a person says (this point is of class "B"; this point's value is 0.7) to what the output
/// layer is to produce.

#include <span>

#include "data/table.hpp"
#include "models/architecture.hpp"

namespace backprop {

/// The numbers that stand for "is not of the class" and "is of the class".
struct TargetLevels {
  double off;
  double on;
};

/// 0 and 1 for sigmoid and softmax; −1 and +1 for tanh, linear and all others.
TargetLevels targetLevels(Activation output);

/// Neurons that the output layer needs: one for numbers and for up to two classes (the second class is
/// "on"), but one per class for softmax and for more than two.
/// @param classes  number of classes, ≥ 1; ignored for numbers
Index outputCount(TargetKind, Index classes, Activation output);

/// The targets of some rows of a table.
/// @param rows  indices of rows, in the order wanted
/// @return      outputCount(…) × rows.size(); numbers as they are, classes as levels
RowMatrix<double> encodeTargets(const Table&, std::span<const Index> rows, Activation output);

}  // namespace backprop
