#include "objective/network_cost.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "models/activation.hpp"
#include "models/initialization.hpp"

namespace backprop {
namespace {

constexpr Activation hiddenActivations[] = {Activation::Linear,    Activation::Sigmoid, Activation::Tanh,
                                            Activation::Relu,      Activation::LeakyRelu, Activation::Elu,
                                            Activation::Softplus,  Activation::Sine};

RowMatrix<double> randomMatrix(Index rows, Index columns, std::uint64_t seed) {
  Generator generator(seed);
  RowMatrix<double> matrix(rows, columns);
  for (Index i = 0; i < matrix.size(); ++i) matrix.data()[i] = generator.uniform(-1.5, 1.5);
  return matrix;
}

/// One class for each sample: one-hot rows, or 0/1 in a single row.
RowMatrix<double> randomClasses(Index outputs, Index n, std::uint64_t seed) {
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

/// The greatest difference of ∂J/∂θ from central differences of J in double.
template <typename Scalar>
double worstGradientError(const Architecture& architecture, Loss loss, Penalty penalty, Index n) {
  NetworkCost<double> reference = makeCost<double>(architecture, loss, penalty, n);
  NetworkCost<Scalar> cost = makeCost<Scalar>(architecture, loss, penalty, n);
  std::vector<double> theta = randomParameters<double>(architecture, 3);
  const std::vector<Scalar> rounded(theta.begin(), theta.end());
  std::vector<Scalar> gradient(theta.size());
  cost.gradient(rounded, gradient);
  const double h = 6e-6;
  double worst = 0;
  for (std::size_t i = 0; i < theta.size(); ++i) {
    const double centre = theta[i];
    theta[i] = centre + h;
    const double above = reference.value(theta);
    theta[i] = centre - h;
    const double below = reference.value(theta);
    theta[i] = centre;
    worst = std::max(worst, std::fabs((above - below) / (2 * h) - double(gradient[i])));
  }
  return worst;
}

TEST(NetworkCost, GradientAgreesWithCentralDifferencesForEveryPair) {
  const Penalty penalty{.l1 = 0.02, .l2 = 0.3};
  for (const Activation hidden : hiddenActivations) {
    for (const Activation output : allActivations()) {
      for (const LossKind kind : {LossKind::CrossEntropy, LossKind::SquaredError, LossKind::Huber}) {
        if (!goesTogether(kind, output)) continue;
        const Architecture architecture(3, {{5, hidden}, {4, hidden}, {3, output}});
        SCOPED_TRACE(std::string(nameOf(hidden)) + " " + std::string(nameOf(output)) + " " + std::to_string(int(kind)));
        EXPECT_LT(worstGradientError<double>(architecture, {kind, 0.4}, penalty, 13), 2e-8);
        EXPECT_LT(worstGradientError<float>(architecture, {kind, 0.4}, penalty, 13), 2e-5);
      }
    }
  }
}

}  // namespace
}  // namespace backprop
