#include "models/initialization.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/named.hpp"

namespace backprop {
namespace {

/// One wide layer, so that its weights are a sample large enough for statistics.
const Architecture wide(150, {{90, Activation::Tanh}, {1, Activation::Linear}});

template <typename Scalar = double>
std::vector<Scalar> draw(Initialization initialization, const Architecture& architecture, std::uint64_t seed = 11) {
  std::vector<Scalar> theta(std::size_t(architecture.parameterCount()), Scalar(99));
  Generator generator(seed);
  initialize<Scalar>(initialization, architecture, generator, theta);
  return theta;
}

struct Spread {
  double mean = 0, deviation = 0, greatest = 0;
};

Spread spreadOfFirstLayer(Initialization initialization) {
  const std::vector<double> theta = draw(initialization, wide);
  const double n = 150 * 90;
  Spread spread;
  for (int i = 0; i < int(n); ++i) {
    spread.mean += theta[std::size_t(i)] / n;
    spread.deviation += theta[std::size_t(i)] * theta[std::size_t(i)] / n;
    spread.greatest = std::max(spread.greatest, std::fabs(theta[std::size_t(i)]));
  }
  spread.deviation = std::sqrt(spread.deviation);
  return spread;
}

TEST(Initialization, StartsBiasesAtZero) {
  for (const Initialization initialization : allInitializations()) {
    const std::vector<double> theta = draw(initialization, wide);
    for (const Layer& layer : wide.layers()) {
      for (Index j = 0; j < layer.neurons; ++j) EXPECT_EQ(theta[std::size_t(layer.bias(j))], 0);
    }
  }
}

TEST(Initialization, SpreadsWeightsAsStated) {
  // 13,500 draws: the mean lies within σ/116 · 4, the deviation within 2.5 % of what is stated.
  const double glorot = std::sqrt(6.0 / 240);
  EXPECT_EQ(spreadOfFirstLayer(Initialization::Zeros).greatest, 0);
  EXPECT_NEAR(spreadOfFirstLayer(Initialization::Uniform).deviation, 0.5 / std::sqrt(3.0), 0.007);
  EXPECT_LE(spreadOfFirstLayer(Initialization::Uniform).greatest, 0.5);
  EXPECT_NEAR(spreadOfFirstLayer(Initialization::Normal).deviation, 0.5, 0.0125);
  EXPECT_NEAR(spreadOfFirstLayer(Initialization::Glorot).deviation, glorot / std::sqrt(3.0), 0.0023);
  EXPECT_LE(spreadOfFirstLayer(Initialization::Glorot).greatest, glorot);
  EXPECT_GT(spreadOfFirstLayer(Initialization::Glorot).greatest, 0.99 * glorot);
  EXPECT_NEAR(spreadOfFirstLayer(Initialization::He).deviation, std::sqrt(2.0 / 150), 0.003);
  for (const Initialization initialization : allInitializations()) {
    EXPECT_NEAR(spreadOfFirstLayer(initialization).mean, 0, 0.018);
  }
}

TEST(Initialization, DrawsWeightsInTheirOrder) {
  const Architecture small(2, {{2, Activation::Tanh}, {1, Activation::Linear}});
  const std::vector<double> theta = draw(Initialization::Uniform, small, 5);
  Generator generator(5);
  for (const std::size_t i : {0u, 1u, 2u, 3u, 6u, 7u}) EXPECT_EQ(theta[i], generator.uniform(-0.5, 0.5));
}

TEST(Initialization, StartsBothPrecisionsAtTheSamePoint) {
  const std::vector<double> exact = draw(Initialization::He, wide);
  const std::vector<float> rounded = draw<float>(Initialization::He, wide);
  for (std::size_t i = 0; i < exact.size(); ++i) EXPECT_EQ(rounded[i], float(exact[i]));
}

TEST(Initialization, TakesEachLayersOwnSize) {
  const Architecture narrowing(200, {{100, Activation::Tanh}, {3, Activation::Softmax}});
  const std::vector<double> theta = draw(Initialization::Glorot, narrowing);
  double greatest = 0;
  for (Index i = 0; i < 300; ++i) {
    greatest = std::max(greatest, std::fabs(theta[std::size_t(narrowing.layers()[1].weights + i)]));
  }
  EXPECT_LE(greatest, std::sqrt(6.0 / 103));
  EXPECT_GT(greatest, 0.9 * std::sqrt(6.0 / 103));
}

TEST(Initialization, WithZerosDrawsNothing) {
  std::vector<double> theta(std::size_t(wide.parameterCount()));
  Generator used(8), fresh(8);
  initialize<double>(Initialization::Zeros, wide, used, theta);
  EXPECT_EQ(used.next(), fresh.next());
}

}  // namespace
}  // namespace backprop
