#include "metrics/classification.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace backprop {
namespace {

// Rows are true, columns decided:   2 1 0
//                                   0 1 1
//                                   0 0 0   (class 2 never occurs)
ConfusionMatrix example() {
  const std::vector<Index> truth{0, 0, 0, 1, 1}, decided{0, 0, 1, 1, 2};
  return {3, truth, decided};
}

TEST(ConfusionMatrix, HasTrueClassesInRows) {
  const ConfusionMatrix matrix = example();
  EXPECT_EQ(matrix.at(0, 1), 1);
  EXPECT_EQ(matrix.at(1, 0), 0);
  EXPECT_EQ(std::vector<Index>(matrix.counts().begin(), matrix.counts().end()),
            (std::vector<Index>{2, 1, 0, 0, 1, 1, 0, 0, 0}));
}

TEST(ConfusionMatrix, AccuracyIsTheShareOnTheDiagonal) {
  EXPECT_EQ(example().total(), 5);
  EXPECT_EQ(example().right(), 3);
  EXPECT_DOUBLE_EQ(example().accuracy(), 0.6);
}

TEST(ConfusionMatrix, PrecisionIsOfADecidedColumn) {
  EXPECT_DOUBLE_EQ(example().precision(0), 1);
  EXPECT_DOUBLE_EQ(example().precision(1), 0.5);
  EXPECT_DOUBLE_EQ(example().precision(2), 0);
}

TEST(ConfusionMatrix, RecallIsOfATrueRow) {
  EXPECT_DOUBLE_EQ(example().recall(0), 2.0 / 3);
  EXPECT_DOUBLE_EQ(example().recall(1), 0.5);
}

TEST(ConfusionMatrix, SharesOfNothingAreNotANumber) {
  EXPECT_TRUE(std::isnan(example().recall(2)));
  ConfusionMatrix matrix(2);
  EXPECT_TRUE(std::isnan(matrix.accuracy()));
  matrix.count(1, 0);
  EXPECT_TRUE(std::isnan(matrix.precision(1)));
  EXPECT_EQ(matrix.recall(1), 0);
  EXPECT_EQ(matrix.accuracy(), 0);
}

}  // namespace
}  // namespace backprop
