#pragma once
/// The shapes that everything here is made of.
///
/// A batch is a row-major matrix, features × samples, as in the lecture (Z = W·A + b): one feature's
/// or neuron's samples lie next to each other in memory, which is what the kernels want.

#include <Eigen/Core>
#include <span>

namespace backprop {

using Index = Eigen::Index;

template <typename Scalar>
using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

/// Row-major; as a batch: features × samples.
template <typename Scalar>
using RowMatrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Samples [begin, end) of an objective, in its present order.
struct SampleRange {
  Index begin = 0;
  Index end = 0;
  Index size() const { return end - begin; }
};

}  // namespace backprop
