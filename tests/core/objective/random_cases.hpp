#pragma once
/// Points, targets and weights for tests of a network's cost, drawn from stated seeds.

#include <cstdint>
#include <vector>

#include "objective/network_cost.hpp"
#include "random/generator.hpp"

namespace backprop {

inline constexpr Activation everyHiddenActivation[] = {Activation::Linear,   Activation::Sigmoid,   Activation::Tanh,
                                                       Activation::Relu,     Activation::LeakyRelu, Activation::Elu,
                                                       Activation::Softplus, Activation::Sine};

inline RowMatrix<double> randomMatrix(Index rows, Index columns, std::uint64_t seed) {
  Generator generator(seed);
  RowMatrix<double> matrix(rows, columns);
  for (Index i = 0; i < matrix.size(); ++i) matrix.data()[i] = generator.uniform(-1.5, 1.5);
  return matrix;
}

/// One class for each sample: one-hot rows, or 0/1 in a single row.
inline RowMatrix<double> randomClasses(Index outputs, Index n, std::uint64_t seed) {
  Generator generator(seed);
  RowMatrix<double> targets = RowMatrix<double>::Zero(outputs, n);
  for (Index i = 0; i < n; ++i) {
    const Index chosen = generator.below(std::uint32_t(outputs) + (outputs == 1));
    if (chosen < outputs) targets(chosen, i) = 1;
  }
  return targets;
}

template <typename Scalar>
std::vector<Scalar> randomParameters(const Architecture& architecture, std::uint64_t seed) {
  Generator generator(seed);
  std::vector<Scalar> theta(std::size_t(architecture.parameterCount()));
  for (Scalar& value : theta) value = Scalar(generator.uniform(-0.9, 0.9));
  return theta;
}

template <typename Scalar>
NetworkCost<Scalar> makeCost(const Architecture& architecture, Loss loss, Penalty penalty, Index n) {
  return NetworkCost<Scalar>(architecture, loss, penalty, randomMatrix(architecture.features(), n, 1),
                             randomClasses(architecture.outputs(), n, 2));
}

}  // namespace backprop
