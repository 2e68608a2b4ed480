#include "objective/network_cost.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <type_traits>
#include <vector>

#include "foundation/allocations.hpp"
#include "models/named.hpp"
#include "objective/random_cases.hpp"

namespace backprop {
namespace {

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
  for (const Activation hidden : everyHiddenActivation) {
    for (const Activation output : allActivations()) {
      for (const LossKind kind : {LossKind::CrossEntropy, LossKind::SquaredError, LossKind::Huber}) {
        if (!goesTogether(kind, output)) continue;
        const Architecture architecture(3, {{5, hidden}, {4, hidden}, {3, output}});
        SCOPED_TRACE(nameOf(hidden) + " " + nameOf(output) + " " + std::to_string(int(kind)));
        EXPECT_LT(worstGradientError<double>(architecture, {kind, 0.4}, penalty, 13), 2e-8);
        EXPECT_LT(worstGradientError<float>(architecture, {kind, 0.4}, penalty, 13), 2e-5);
      }
    }
  }
}

template <typename Scalar>
class NetworkCostOf : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(NetworkCostOf, Scalars);

const Architecture mixed(3, {{5, Activation::Tanh}, {6, Activation::Sigmoid}, {2, Activation::Softmax}});
/// Layers that in float have neurons in their lanes.
const Architecture wideAndDeep(
    2, {{16, Activation::Tanh}, {32, Activation::Sigmoid}, {16, Activation::Tanh}, {3, Activation::Tanh}});
const Architecture wide(3, {{32, Activation::Tanh}, {16, Activation::Sigmoid}, {2, Activation::Softmax}});
const Architecture eights(3, {{8, Activation::Tanh}, {8, Activation::Sigmoid}, {2, Activation::Softmax}});

TEST(NetworkCost, OfEightsKeepsNothingOfATileBefore) {
  NetworkCost<float> cost = makeCost<float>(eights, {LossKind::CrossEntropy}, {}, 7);
  NetworkCost<float> fresh = makeCost<float>(eights, {LossKind::CrossEntropy}, {}, 7);
  const std::vector<float> theta = randomParameters<float>(eights, 3), notNumbers(theta.size(), NAN);
  std::vector<float> gradient(theta.size()), expected(theta.size());
  EXPECT_TRUE(std::isnan(cost.gradient(notNumbers, {0, 7}, gradient)));
  for (const float value : gradient) ASSERT_TRUE(std::isnan(value));
  EXPECT_EQ(cost.gradient(theta, {0, 2}, gradient), fresh.gradient(theta, {0, 2}, expected));
  EXPECT_EQ(gradient, expected);
}

TEST(NetworkCost, GradientAgreesWithCentralDifferencesWithNeuronsInTheLanes) {
  const Penalty penalty{.l1 = 0.02, .l2 = 0.3};
  const auto expectItOf = [&](const Architecture& architecture, Loss loss, Index n) {
    ASSERT_EQ(Network<float>(architecture).lanes(), Lanes::Neurons);
    EXPECT_LT(worstGradientError<float>(architecture, loss, penalty, n), 2e-5);
  };
  for (const Index n : {Index(1), Index(2), Index(5), Index(13), Network<float>::tileSamples + 3}) {
    SCOPED_TRACE(n);
    expectItOf(wide, {LossKind::CrossEntropy}, n);
    expectItOf(eights, {LossKind::CrossEntropy}, n);
    expectItOf(wideAndDeep, {LossKind::Huber, 0.4}, n);
    for (const Activation hidden : everyHiddenActivation) {
      SCOPED_TRACE(nameOf(hidden));
      const Architecture::LayerSize of8{8, hidden}, of16{16, hidden}, of32{32, hidden};
      expectItOf(Architecture(2, {of16, of32, {3, Activation::Tanh}}), {LossKind::Huber, 0.4}, n);
      for (const Index features : {1, 2, 3, 6}) {
        expectItOf(Architecture(features, {of8, of8, of8, {3, Activation::Tanh}}), {LossKind::Huber, 0.4}, n);
      }
      expectItOf(Architecture(2, {of8, {1, Activation::Tanh}}), {LossKind::SquaredError}, n);
    }
  }
}

TYPED_TEST(NetworkCostOf, GivesABatchTheMeanOfItsSamplesGradients) {
  for (const Architecture& architecture : {mixed, wide, eights}) {
    const double tolerance = std::is_same_v<TypeParam, float> ? 2e-6 : 2e-15;
    NetworkCost<TypeParam> cost = makeCost<TypeParam>(architecture, {LossKind::CrossEntropy}, {}, 20);
    const std::vector<TypeParam> theta = randomParameters<TypeParam>(architecture, 3);
    std::vector<TypeParam> whole(theta.size()), single(theta.size());
    for (Index size = 1; size <= 17; ++size) {
      for (const Index begin : {Index(0), Index(1), Index(3)}) {
        const double error = cost.gradient(theta, {begin, begin + size}, whole);
        std::vector<double> mean(theta.size());
        double meanError = 0;
        for (Index i = begin; i < begin + size; ++i) {
          meanError += cost.gradient(theta, {i, i + 1}, single) / double(size);
          for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += double(single[k]) / double(size);
        }
        EXPECT_NEAR(error, meanError, tolerance);
        for (std::size_t k = 0; k < mean.size(); ++k) ASSERT_NEAR(double(whole[k]), mean[k], tolerance) << size;
      }
    }
  }
}

TYPED_TEST(NetworkCostOf, AddsUpManyTiles) {
  for (const Architecture& architecture : {mixed, wide, eights}) {
    const Index n = 3 * Network<TypeParam>::tileSamples + 7;
    NetworkCost<TypeParam> cost = makeCost<TypeParam>(architecture, {LossKind::SquaredError}, {}, n);
    const std::vector<TypeParam> theta = randomParameters<TypeParam>(architecture, 3);
    std::vector<TypeParam> whole(theta.size()), half(theta.size());
    const Index middle = n / 2;
    const double error = cost.gradient(theta, whole);
    double sum = double(middle) * cost.gradient(theta, {0, middle}, half);
    std::vector<double> expected(half.begin(), half.end());
    sum += double(n - middle) * cost.gradient(theta, {middle, n}, half);
    EXPECT_NEAR(error, sum / double(n), 1e-7);
    for (std::size_t k = 0; k < expected.size(); ++k) {
      expected[k] = (expected[k] * double(middle) + double(half[k]) * double(n - middle)) / double(n);
      EXPECT_NEAR(double(whole[k]), expected[k], 1e-6);
    }
  }
}

TYPED_TEST(NetworkCostOf, OnlyPermutesWhenArranged) {
  const Index n = 9;
  NetworkCost<TypeParam> straight = makeCost<TypeParam>(mixed, {LossKind::Huber, 0.3}, {}, n);
  NetworkCost<TypeParam> shuffled = makeCost<TypeParam>(mixed, {LossKind::Huber, 0.3}, {}, n);
  const std::vector<TypeParam> theta = randomParameters<TypeParam>(mixed, 3);
  const std::vector<Index> order{4, 8, 0, 2, 6, 1, 7, 3, 5};
  shuffled.arrange(order);
  shuffled.arrange(order);  // an order is of the data, not of the order before
  std::vector<TypeParam> expected(theta.size()), actual(theta.size());
  for (Index i = 0; i < n; ++i) {
    const Index sample = order[std::size_t(i)];
    EXPECT_EQ(shuffled.gradient(theta, {i, i + 1}, actual), straight.gradient(theta, {sample, sample + 1}, expected));
    EXPECT_EQ(actual, expected);
  }
}

TYPED_TEST(NetworkCostOf, HasItsCostAndOutputsInTheDatasOrder) {
  const Index n = Network<TypeParam>::tileSamples + 9;
  NetworkCost<TypeParam> straight = makeCost<TypeParam>(mixed, {LossKind::Huber, 0.3}, {}, n);
  NetworkCost<TypeParam> shuffled = makeCost<TypeParam>(mixed, {LossKind::Huber, 0.3}, {}, n);
  std::vector<Index> order(static_cast<std::size_t>(n));
  for (Index i = 0; i < n; ++i) order[std::size_t(i)] = n - 1 - i;
  shuffled.arrange(order);
  const std::vector<TypeParam> theta = randomParameters<TypeParam>(mixed, 3);
  RowMatrix<double> expected, actual;
  EXPECT_EQ(shuffled.errorAndPenalty(theta, &actual).error, straight.errorAndPenalty(theta, &expected).error);
  EXPECT_EQ(actual, expected);
  EXPECT_EQ(expected.rows(), mixed.outputs());
  EXPECT_EQ(expected.cols(), n);
  for (const Index sample : {Index(0), n - 1}) {
    const PatternPass pass = straight.pass(theta, sample);
    for (Index i = 0; i < mixed.outputs(); ++i) {
      EXPECT_EQ(expected(i, sample), pass.activations[std::size_t(mixed.neuronCount() - mixed.outputs() + i)]);
    }
  }
}

TYPED_TEST(NetworkCostOf, RepeatsItselfToTheBit) {
  for (const Architecture& architecture : {mixed, wide, eights}) {
    NetworkCost<TypeParam> cost = makeCost<TypeParam>(architecture, {LossKind::CrossEntropy}, {.l1 = 0.1}, 33);
    const std::vector<TypeParam> theta = randomParameters<TypeParam>(architecture, 3),
                                 other(theta.size(), TypeParam(9));
    std::vector<TypeParam> first(theta.size()), second(theta.size());
    const double value = cost.gradient(theta, {5, 16}, first);
    cost.gradient(other, {0, 33}, second);  // leaves other numbers in every scratch
    EXPECT_EQ(cost.gradient(theta, {5, 16}, second), value);
    EXPECT_EQ(first, second);
  }
}

TYPED_TEST(NetworkCostOf, KeepsOtherSamplesOutOfABatch) {
  const Architecture relu(1, {{2, Activation::Relu}, {1, Activation::Linear}});
  const Architecture wideRelu(1, {{16, Activation::Relu}, {1, Activation::Linear}});
  for (const Architecture& architecture : {relu, wideRelu}) {
    // The sample after the batch is infinite: nothing of it may be felt, not even as 0 · ∞.
    RowMatrix<double> inputs = randomMatrix(1, 4, 1);
    inputs(0, 3) = std::numeric_limits<double>::infinity();
    NetworkCost<TypeParam> cost(architecture, {LossKind::SquaredError}, {}, inputs, RowMatrix<double>::Zero(1, 4));
    std::vector<TypeParam> gradient(std::size_t(architecture.parameterCount()));
    EXPECT_TRUE(std::isfinite(cost.gradient(randomParameters<TypeParam>(architecture, 3), {0, 3}, gradient)));
    for (const TypeParam value : gradient) EXPECT_TRUE(std::isfinite(value));
  }
}

TEST(NetworkCost, GivesTheSameValueWithAndWithoutItsGradient) {
  NetworkCost<double> cost = makeCost<double>(mixed, {LossKind::CrossEntropy}, {.l2 = 0.1}, 150);
  const std::vector<double> theta = randomParameters<double>(mixed, 3);
  std::vector<double> gradient(theta.size());
  EXPECT_EQ(cost.value(theta), cost.gradient(theta, gradient));
  const CostParts parts = cost.errorAndPenalty(theta);
  EXPECT_EQ(parts.total(), cost.value(theta));
  EXPECT_EQ(parts.penalty, penaltyValue<double>(cost.penalty(), mixed, theta));
}

TEST(NetworkCost, GivesTheSameValueButForRoundingWithOtherLanes) {
  NetworkCost<float> cost = makeCost<float>(wide, {LossKind::CrossEntropy}, {.l2 = 0.1}, 150);
  const std::vector<float> theta = randomParameters<float>(wide, 3);
  std::vector<float> gradient(theta.size());
  EXPECT_NEAR(cost.value(theta), cost.gradient(theta, gradient), 2e-6);
}

TEST(NetworkCost, OfNoSamplesIsThePenalty) {
  NetworkCost<double> cost = makeCost<double>(mixed, {LossKind::SquaredError}, {.l2 = 2}, 0);
  const std::vector<double> theta = randomParameters<double>(mixed, 3);
  std::vector<double> gradient(theta.size(), 99);
  EXPECT_EQ(cost.errorAndPenalty(theta).error, 0);
  EXPECT_EQ(cost.gradient(theta, gradient), cost.errorAndPenalty(theta).penalty);
  EXPECT_EQ(gradient[0], 2 * theta[0]);
  EXPECT_EQ(gradient[15], 0);  // a bias
}

TEST(NetworkCost, FollowsItsPenaltyAndDeltaWhileItTrains) {
  NetworkCost<double> cost = makeCost<double>(mixed, {LossKind::Huber, 1}, {}, 10);
  const std::vector<double> theta = randomParameters<double>(mixed, 3);
  const double before = cost.value(theta);
  cost.setHuberDelta(0.1);
  const double straighter = cost.value(theta);
  EXPECT_LT(straighter, before);
  cost.setPenalty({.l2 = 1});
  EXPECT_EQ(cost.value(theta), straighter + penaltyValue<double>({.l2 = 1}, mixed, theta));
}

TEST(NetworkCost, ShowsOnePatternsPass) {
  // z² = 2·0.5 + 1 = 2, a² = 2; z³ = −1·2 + 0.5 = −1.5; E = ½(−1.5 − 1)²; δ³ = −2.5, δ² = −1·(−2.5) = 2.5.
  const Architecture architecture(1, {{1, Activation::Relu}, {1, Activation::Linear}});
  RowMatrix<double> inputs(1, 2), targets(1, 2);
  inputs << 9, 0.5;
  targets << 0, 1;
  NetworkCost<double> cost(architecture, {LossKind::SquaredError}, {.l2 = 5}, inputs, targets);
  cost.arrange(std::vector<Index>{1, 0});
  const PatternPass pass = cost.pass(std::vector<double>{2, 1, -1, 0.5}, 1);
  EXPECT_EQ(pass.preActivations, (std::vector<double>{2, -1.5}));
  EXPECT_EQ(pass.activations, (std::vector<double>{2, -1.5}));
  EXPECT_EQ(pass.errors, (std::vector<double>{2.5, -2.5}));
  EXPECT_EQ(pass.error, 3.125);
}

TEST(NetworkCost, AllocatesNothingForValueAndGradient) {
  for (const Architecture& architecture : {mixed, wide, eights}) {
    NetworkCost<float> cost = makeCost<float>(architecture, {LossKind::CrossEntropy}, {.l1 = 0.1}, 40);
    const std::vector<float> theta = randomParameters<float>(architecture, 3);
    std::vector<float> gradient(theta.size());
    std::vector<Index> order(40);
    std::iota(order.rbegin(), order.rend(), 0);
    const long before = allocations();
    cost.arrange(order);
    cost.gradient(theta, {0, 17}, gradient);
    cost.value(theta);
    EXPECT_EQ(allocations(), before);
  }
}

}  // namespace
}  // namespace backprop
