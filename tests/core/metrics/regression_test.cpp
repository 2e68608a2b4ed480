#include "metrics/regression.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace backprop {
namespace {

RegressionScores score(std::vector<double> targets, std::vector<double> predictions) {
  return scoreRegression(targets, predictions);
}

TEST(Regression, ScoresByHand) {
  // Errors 1, 0, −1, 4: squares sum to 18. Targets' mean 4, squared deviations 9 + 1 + 1 + 9 = 20.
  const RegressionScores scores = score({1, 3, 5, 7}, {2, 3, 4, 11});
  EXPECT_DOUBLE_EQ(scores.meanSquaredError, 4.5);
  EXPECT_DOUBLE_EQ(scores.rootMeanSquaredError, std::sqrt(4.5));
  EXPECT_DOUBLE_EQ(scores.determination, 0.1);
}

TEST(Regression, PerfectPredictionsExplainAll) {
  const RegressionScores scores = score({1, 2, 4}, {1, 2, 4});
  EXPECT_EQ(scores.meanSquaredError, 0);
  EXPECT_EQ(scores.determination, 1);
}

TEST(Regression, TheMeanExplainsNothing) { EXPECT_DOUBLE_EQ(score({1, 2, 6}, {3, 3, 3}).determination, 0); }

TEST(Regression, WorseThanTheMeanIsNegative) { EXPECT_DOUBLE_EQ(score({-1, 1}, {1, -1}).determination, -3); }

TEST(Regression, EqualTargetsHaveNoDetermination) {
  const RegressionScores scores = score({0.1, 0.1, 0.1}, {0.1, 0.1, 1.6});  // 3 · 0.1 / 3 ≠ 0.1 in double
  EXPECT_TRUE(std::isnan(scores.determination));
  EXPECT_DOUBLE_EQ(scores.meanSquaredError, 0.75);
}

TEST(Regression, NoSamplesHaveNoScores) {
  EXPECT_TRUE(std::isnan(score({}, {}).meanSquaredError));
  EXPECT_TRUE(std::isnan(score({}, {}).rootMeanSquaredError));
  EXPECT_TRUE(std::isnan(score({}, {}).determination));
}

}  // namespace
}  // namespace backprop
