#pragma once
/// Points for the learners of one layer.

#include <vector>

#include "objective/network_cost.hpp"

namespace backprop {

/// The cost of one neuron, or one for each class, on points given one after the other.
/// @param targets  class indices; for one output ±1 of a step, 0 and 1 of a sigmoid
template <typename Scalar = double>
NetworkCost<Scalar> oneLayer(Activation output, LossKind loss, const std::vector<std::vector<double>>& points,
                             const std::vector<std::vector<double>>& targets, Penalty penalty = {}) {
  RowMatrix<double> x(Index(points.front().size()), Index(points.size()));
  RowMatrix<double> y(Index(targets.front().size()), Index(points.size()));
  for (Index i = 0; i < x.cols(); ++i) {
    for (Index k = 0; k < x.rows(); ++k) x(k, i) = points[std::size_t(i)][std::size_t(k)];
    for (Index j = 0; j < y.rows(); ++j) y(j, i) = targets[std::size_t(i)][std::size_t(j)];
  }
  return NetworkCost<Scalar>(Architecture(x.rows(), {{y.rows(), output}}), {loss, 1}, penalty, x, y);
}

}  // namespace backprop
