#pragma once
/// The shapes that everything here is made of.
///
/// A batch is a row-major matrix, features × samples, as in the lecture (Z = W·A + b): one feature's
/// or neuron's samples lie next to each other in memory, which is what the kernels want.

#include <Eigen/Core>
#include <cstdint>
#include <span>

namespace backprop {

using Index = Eigen::Index;  ///< of what lies in memory: 32 bits in WebAssembly

/// Counts of what passes: steps, epochs. A night of training makes more than 2³¹ of them.
using Step = std::int64_t;

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
