// The cost by hand, at its extremes, and for the pairs of output and loss that network_cost_test.cpp leaves out.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "models/named.hpp"
#include "objective/random_cases.hpp"

namespace backprop {
namespace {

TEST(NetworkCost, OfAHandDerivedChain) {
  // x = 1, w² = ln 3: a² = ¾; w³ = 4, b³ = −3: z³ = 0, a³ = ½; y = 1: E = ln 2, δ³ = −½, δ² = 4 · −½ · 3/16.
  const Architecture architecture(1, {{1, Activation::Sigmoid}, {1, Activation::Sigmoid}});
  const RowMatrix<double> one = RowMatrix<double>::Ones(1, 1);
  NetworkCost<double> cost(architecture, {LossKind::CrossEntropy}, {}, one, one);
  const std::vector<double> theta{std::log(3.0), 0, 4, -3};
  std::vector<double> gradient(4);
  EXPECT_NEAR(cost.gradient(theta, gradient), std::log(2.0), 1e-15);
  EXPECT_NEAR(gradient[0], -0.375, 1e-15);
  EXPECT_NEAR(gradient[1], -0.375, 1e-15);
  EXPECT_NEAR(gradient[2], -0.375, 1e-15);  // δ³ a²
  EXPECT_NEAR(gradient[3], -0.5, 1e-15);

  const PatternPass pass = cost.pass(theta, 0);
  EXPECT_NEAR(pass.preActivations[0], std::log(3.0), 1e-15);
  EXPECT_NEAR(pass.preActivations[1], 0, 1e-15);
  EXPECT_NEAR(pass.activations[0], 0.75, 1e-15);
  EXPECT_NEAR(pass.activations[1], 0.5, 1e-15);
  EXPECT_NEAR(pass.errors[0], -0.375, 1e-15);
  EXPECT_NEAR(pass.errors[1], -0.5, 1e-15);
  EXPECT_NEAR(pass.error, std::log(2.0), 1e-15);
}

TEST(NetworkCost, IsTheMeanOverSamplesAndTheSumOverOutputs) {
  // One linear layer of two outputs, weights 0, so a = b = (1, 3): ½(1 + 4) and ½(4 + 1) against (0, 1) and (3, 2).
  const Architecture architecture(1, {{2, Activation::Linear}});
  const RowMatrix<double> targets = (RowMatrix<double>(2, 2) << 0, 3, 1, 2).finished();
  NetworkCost<double> cost(architecture, {LossKind::SquaredError}, {}, RowMatrix<double>::Zero(1, 2), targets);
  const std::vector<double> theta{0, 0, 1, 3};
  EXPECT_DOUBLE_EQ(cost.value(theta), 2.5);
  cost.setPenalty({.l1 = 1, .l2 = 0});
  const std::vector<double> weighty{0.5, -2, 1, 3};
  EXPECT_DOUBLE_EQ(cost.errorAndPenalty(weighty).error, 2.5);  // the input is 0
  EXPECT_DOUBLE_EQ(cost.errorAndPenalty(weighty).penalty, 2.5);
  EXPECT_DOUBLE_EQ(cost.value(weighty), 5);
}

TEST(NetworkCost, ErrorOfTheOutputsIsActivationMinusTargetWithCrossEntropy) {
  const RowMatrix<double> inputs = randomMatrix(2, 9, 1), targets = randomClasses(3, 9, 2);
  for (const Activation output : {Activation::Sigmoid, Activation::Softmax}) {
    const Architecture architecture(2, {{4, Activation::Tanh}, {3, output}});
    NetworkCost<double> cost(architecture, {LossKind::CrossEntropy}, {}, inputs, targets);
    const std::vector<double> theta = randomParameters<double>(architecture, 3);
    for (Index sample = 0; sample < 9; ++sample) {
      const PatternPass pass = cost.pass(theta, sample);
      for (Index j = 0; j < 3; ++j) {
        EXPECT_EQ(pass.errors[std::size_t(4 + j)], pass.activations[std::size_t(4 + j)] - targets(j, sample));
      }
    }
  }
}

TEST(NetworkCost, StaysFiniteForHugeScores) {
  for (const Activation output : {Activation::Sigmoid, Activation::Softmax}) {
    const Architecture architecture(1, {{2, output}});
    const RowMatrix<double> targets = (RowMatrix<double>(2, 1) << 0, 1).finished();
    NetworkCost<float> cost(architecture, {LossKind::CrossEntropy}, {}, RowMatrix<double>::Ones(1, 1), targets);
    const std::vector<float> wrong{1000, -1000, 0, 0}, right{-1000, 1000, 0, 0};
    std::vector<float> gradient(4);
    EXPECT_EQ(cost.gradient(wrong, gradient), 2000);  // two sigmoids err by 1000 each; softmax by the difference
    EXPECT_EQ(gradient, (std::vector<float>{1, -1, 1, -1}));
    EXPECT_EQ(cost.gradient(right, gradient), 0);
    EXPECT_EQ(gradient, (std::vector<float>{0, 0, 0, 0}));
  }
}

TEST(NetworkCost, HidesNothingThatIsNotFinite) {
  for (const Activation hidden : everyHiddenActivation) {
    const Architecture architecture(2, {{3, hidden}, {1, Activation::Linear}});
    NetworkCost<float> cost = makeCost<float>(architecture, {LossKind::SquaredError}, {}, 5);
    std::vector<float> theta = randomParameters<float>(architecture, 3), gradient(theta.size());
    theta[1] = NAN;
    EXPECT_TRUE(std::isnan(cost.value(theta))) << nameOf(hidden);
    EXPECT_TRUE(std::isnan(cost.gradient(theta, gradient))) << nameOf(hidden);
  }
}

struct Pair {
  Activation output;
  LossKind loss;
};
constexpr Pair pairs[] = {{Activation::Sigmoid, LossKind::CrossEntropy}, {Activation::Sigmoid, LossKind::SquaredError},
                          {Activation::Softmax, LossKind::SquaredError}, {Activation::Softmax, LossKind::Huber},
                          {Activation::Tanh, LossKind::SquaredError},    {Activation::Linear, LossKind::Huber}};

/// Every range [begin, begin + size) of 20 samples: its gradient is the mean of the samples' own.
template <typename Scalar>
void expectMeanOfSamples(Pair pair, double tolerance) {
  const Architecture architecture(3, {{5, Activation::Relu}, {4, Activation::Softplus}, {3, pair.output}});
  NetworkCost<Scalar> cost = makeCost<Scalar>(architecture, {pair.loss, 0.4}, {.l1 = 0.01, .l2 = 0.1}, 20);
  const std::vector<Scalar> theta = randomParameters<Scalar>(architecture, 3);
  std::vector<std::vector<Scalar>> single(20, std::vector<Scalar>(theta.size()));
  for (Index i = 0; i < 20; ++i) cost.gradient(theta, {i, i + 1}, single[std::size_t(i)]);
  std::vector<Scalar> batch(theta.size());
  for (Index size = 1; size <= 17; ++size) {
    for (Index begin = 0; begin <= 3; ++begin) {
      cost.gradient(theta, {begin, begin + size}, batch);
      for (std::size_t p = 0; p < theta.size(); ++p) {
        double mean = 0;
        for (Index i = begin; i < begin + size; ++i) mean += double(single[std::size_t(i)][p]) / double(size);
        ASSERT_NEAR(double(batch[p]), mean, tolerance) << size << " from " << begin << ", parameter " << p;
      }
    }
  }
}

TEST(NetworkCost, GivesABatchTheMeanOfItsSamplesGradientsForEveryPair) {
  for (const Pair& pair : pairs) {
    SCOPED_TRACE(nameOf(pair.output) + " " + std::to_string(int(pair.loss)));
    expectMeanOfSamples<double>(pair, 2e-15);
    expectMeanOfSamples<float>(pair, 2e-6);
  }
}

TEST(NetworkCost, OfAnEmptyRangeIsThePenalty) {
  const Architecture architecture(2, {{3, Activation::Tanh}, {1, Activation::Linear}});
  NetworkCost<float> cost = makeCost<float>(architecture, {LossKind::SquaredError}, {.l1 = 0.1, .l2 = 0.5}, 5);
  const std::vector<float> theta = randomParameters<float>(architecture, 3);
  std::vector<float> gradient(theta.size(), 99), expected(theta.size(), 0);
  addPenaltyGradient<float>(cost.penalty(), architecture, theta, expected);
  EXPECT_EQ(cost.gradient(theta, {2, 2}, gradient), cost.errorAndPenalty(theta).penalty);
  EXPECT_EQ(gradient, expected);
}

}  // namespace
}  // namespace backprop
