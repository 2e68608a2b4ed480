#include "objective/targets.hpp"

#include <cassert>

namespace backprop {

TargetLevels targetLevels(Activation output) {
  const bool isProbability = output == Activation::Sigmoid || output == Activation::Softmax;
  return {isProbability ? 0.0 : -1.0, 1.0};
}

Index outputCount(TargetKind kind, Index classes, Activation output) {
  if (kind == TargetKind::Numbers) return 1;
  return classes <= 2 && output != Activation::Softmax ? 1 : classes;
}

RowMatrix<double> encodeTargets(const Table& table, std::span<const Index> rows, Activation output) {
  const Index outputs = outputCount(table.kind, static_cast<Index>(table.classNames.size()), output);
  const auto [off, on] = targetLevels(output);
  const Index samples = static_cast<Index>(rows.size());
  RowMatrix<double> encoded = RowMatrix<double>::Constant(outputs, samples, off);
  for (Index i = 0; i < samples; ++i) {
    const double target = table.targets[static_cast<std::size_t>(rows[static_cast<std::size_t>(i)])];
    if (table.kind == TargetKind::Numbers) {
      encoded(0, i) = target;
    } else if (outputs > 1) {
      encoded(static_cast<Index>(target), i) = on;
    } else if (output == Activation::Softmax || target == 1) {
      encoded(0, i) = on;
    }
  }
  return encoded;
}

}  // namespace backprop
