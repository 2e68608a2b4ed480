#include "metrics/discriminant.hpp"

#include <gtest/gtest.h>

#include "training/fisher.hpp"

namespace backprop {
namespace {

// Class 0 around (0, 0), class 1 around (4, 2); both scatter by (±1, 0), (0, ±2).
const RowMatrix<double> cross =
    (RowMatrix<double>(2, 8) << 1, -1, 0, 0, 5, 3, 4, 4, 0, 0, 2, -2, 2, 2, 4, 0).finished();
const std::vector<Index> classes{0, 0, 0, 0, 1, 1, 1, 1};

Vector<double> along(double x, double y) { return (Vector<double>(2) << x, y).finished(); }

TEST(Discriminant, HasItsNumbersByHand) {
  const Discriminant side = discriminate(cross, classes, along(3, 0));
  EXPECT_EQ(side.direction, along(1, 0));
  EXPECT_EQ(side.means[0], 0);
  EXPECT_EQ(side.means[1], 4);
  EXPECT_EQ(side.threshold, 2);
  EXPECT_EQ(side.scatterRatio, 16.0 / 4);  // each class: 1 + 1
  EXPECT_EQ(side.right, 8);
  EXPECT_EQ(discriminate(cross, classes, along(0, 1)).scatterRatio, 4.0 / 16);
}

TEST(Discriminant, LengthAndSignDoNotMatter) {
  const Discriminant one = discriminate(cross, classes, along(2, 1)),
                     other = discriminate(cross, classes, along(-8, -4));
  EXPECT_EQ(one.direction, other.direction);
  EXPECT_DOUBLE_EQ(one.scatterRatio, other.scatterRatio);
  EXPECT_EQ(one.right, other.right);
  EXPECT_GT(one.means[1], one.means[0]);
}

TEST(Discriminant, FishersDirectionIsTheBest) {
  const std::vector<double> targets{0, 0, 0, 0, 1, 1, 1, 1};
  const FisherSolution solution = solveFisher(LinearSamples<double>{cross.data(), targets.data(), 8, 2, 1}, {});
  const double best = discriminate(cross, classes, solution.weights.row(0)).scatterRatio;
  EXPECT_NEAR(best, 4 + 0.25, 1e-12);  // S_W is diagonal: the ratios along the axes add up
  for (double angle = 0; angle < 3.2; angle += 0.05) {
    EXPECT_LE(discriminate(cross, classes, along(std::cos(angle), std::sin(angle))).scatterRatio, best + 1e-12);
  }
}

TEST(Discriminant, IsZeroWhereTheMeansCoincide) {
  const RowMatrix<double> points = (RowMatrix<double>(2, 4) << 1, 1, 1, 1, 0, 3, 5, 9).finished();
  EXPECT_EQ(discriminate(points, {0, 0, 1, 1}, along(1, 0)).scatterRatio, 0);
}

TEST(Discriminant, HistogramsHoldEveryPoint) {
  const std::vector<double> counts = histogram(project(cross, along(1, 0)), classes, -1, 5, 3);
  EXPECT_EQ(counts, (std::vector<double>{3, 1, 0, 0, 0, 4}));  // from −1, 1 and 3 on; 5 in the last
}

}  // namespace
}  // namespace backprop
