#include "training/fisher.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "training/linear_samples.hpp"

namespace backprop {
namespace {

using Points = std::vector<std::vector<double>>;

FisherSolution solved(const Points& points, const Points& targets, FisherOptions options = {}) {
  const Activation output = targets.front().size() == 1 ? Activation::Sigmoid : Activation::Softmax;
  const NetworkCost<double> cost = oneLayer(output, LossKind::CrossEntropy, points, targets);
  return solveFisher(cost.linearSamples(), options);
}

// Means (0, 0) and (4, 2); both classes scatter by (±1, 0), (0, ±2): S = diag(1/2, 2).
const Points cross{{1, 0}, {-1, 0}, {0, 2}, {0, -2}, {5, 2}, {3, 2}, {4, 4}, {4, 0}};
const Points crossTargets{{0}, {0}, {0}, {0}, {1}, {1}, {1}, {1}};

TEST(Fisher, HasItsWeightsByHand) {
  const FisherSolution solution = solved(cross, crossTargets);
  EXPECT_NEAR(solution.weights(0, 0), 8, 1e-13);  // 4 / ½
  EXPECT_NEAR(solution.weights(0, 1), 1, 1e-13);  // 2 / 2
  EXPECT_NEAR(solution.biases[0], -17, 1e-12);    // −(8·2 + 1·1): the midpoint (2, 1) is on the line
  EXPECT_FALSE(solution.singular);
  EXPECT_EQ(solution.classes, 2);
}

TEST(Fisher, PriorsMoveTheThreshold) {
  Points points = cross, targets = crossTargets;
  for (int i = 0; i < 4; ++i) {
    points.push_back(cross[std::size_t(i)]);
    targets.push_back({0});
  }
  const FisherSolution priors = solved(points, targets);
  const FisherSolution midpoint = solved(points, targets, {.threshold = FisherOptions::Threshold::Midpoint});
  EXPECT_NEAR(priors.biases[0] - midpoint.biases[0], std::log(0.5), 1e-12);
  EXPECT_NEAR(midpoint.weights(0, 0) * 2 + midpoint.weights(0, 1) * 1 + midpoint.biases[0], 0, 1e-12);
}

TEST(Fisher, ShrinkageDrawsTowardsTheDifferenceOfMeans) {
  const FisherSolution all = solved(cross, crossTargets, {.shrinkage = 1});  // S = 1.25 I
  EXPECT_NEAR(all.weights(0, 0), 4 / 1.25, 1e-13);
  EXPECT_NEAR(all.weights(0, 1), 2 / 1.25, 1e-13);
}

TEST(Fisher, TakesTheShortestWhereThePointsAreCollinear) {
  const FisherSolution solution = solved({{0, 0}, {1, 2}, {3, 6}, {4, 8}}, {{0}, {0}, {1}, {1}});
  EXPECT_TRUE(solution.singular);
  EXPECT_NEAR(solution.weights(0, 1), 2 * solution.weights(0, 0), 1e-12);  // along (1, 2)
}

TEST(Fisher, ColumnsOfVeryDifferentScalesAreNotSingular) {
  Points scaled = cross;
  for (std::vector<double>& point : scaled) point[0] *= 1e-9;
  const FisherSolution solution = solved(scaled, crossTargets);
  EXPECT_FALSE(solution.singular);
  EXPECT_NEAR(solution.weights(0, 0) * 1e-9, 8, 1e-12);
  EXPECT_NEAR(solution.weights(0, 1), 1, 1e-12);
  EXPECT_NEAR(solution.biases[0], -17, 1e-11);
}

TEST(Fisher, TranslationLeavesTheLineInPlace) {
  Points moved = cross;
  for (std::vector<double>& point : moved) point = {point[0] + 100, point[1] - 30};
  const FisherSolution here = solved(cross, crossTargets), there = solved(moved, crossTargets);
  EXPECT_NEAR(there.weights(0, 0), here.weights(0, 0), 1e-10);
  EXPECT_NEAR(there.weights(0, 1), here.weights(0, 1), 1e-10);
  EXPECT_NEAR(there.biases[0], here.biases[0] - 8 * 100 + 30, 1e-8);
}

TEST(Fisher, LabelSwapTurnsTheSign) {
  Points swapped = crossTargets;
  for (std::vector<double>& target : swapped) target[0] = 1 - target[0];
  const FisherSolution here = solved(cross, crossTargets), there = solved(cross, swapped);
  EXPECT_EQ(there.weights(0, 0), -here.weights(0, 0));
  EXPECT_EQ(there.biases[0], -here.biases[0]);
}

TEST(Fisher, TwoOutputsDifferByWhatOneSays) {
  Points oneHot;
  for (const std::vector<double>& target : crossTargets) oneHot.push_back({1 - target[0], target[0]});
  const FisherSolution one = solved(cross, crossTargets), two = solved(cross, oneHot);
  EXPECT_DOUBLE_EQ(two.weights(1, 0) - two.weights(0, 0), one.weights(0, 0));
  EXPECT_DOUBLE_EQ(two.biases[1] - two.biases[0], one.biases[0]);
}

TEST(Fisher, SaysWhenThereIsOneClassOnly) {
  NetworkCost<double> cost = oneLayer(Activation::Sigmoid, LossKind::CrossEntropy, {{1, 2}, {3, 4}}, {{1}, {1}});
  FisherLearner<double> learner;
  std::vector<double> theta{0.1, 0.2, 0.3};
  learner.step(cost, theta, {0, 2}, 1);
  EXPECT_EQ(learner.standing(), Standing::OneClass);
  EXPECT_EQ(theta, (std::vector<double>{0.1, 0.2, 0.3}));
}

}  // namespace
}  // namespace backprop
