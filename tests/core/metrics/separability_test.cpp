#include "metrics/separability.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "random/generator.hpp"

namespace backprop {
namespace {

/// y (x, 1) of points in the plane.
RowMatrix<double> signedPoints(const std::vector<std::array<double, 3>>& given) {
  RowMatrix<double> points(3, Index(given.size()));
  for (Index j = 0; j < points.cols(); ++j) {
    const auto& [x, y, label] = given[std::size_t(j)];
    points.col(j) << x * label, y * label, label;
  }
  return points;
}

TEST(Separability, OfTwoPointsByHand) {  // ±(1, 0, ±1): nearest to the origin is ½ ((1, 0, 1) + (1, 0, −1)) = (1, 0, 0)
  const Separability result = separability(signedPoints({{1, 0, 1}, {-1, 0, -1}}));
  EXPECT_TRUE(result.separable);
  EXPECT_NEAR(result.margin, 1, 1e-14);
  EXPECT_DOUBLE_EQ(result.radius, std::sqrt(2.0));
  EXPECT_NEAR(result.bound, 2, 1e-12);
}

TEST(Separability, AndIsXorIsNot) {
  EXPECT_TRUE(separability(signedPoints({{0, 0, -1}, {0, 1, -1}, {1, 0, -1}, {1, 1, 1}})).separable);
  const Separability no = separability(signedPoints({{-1, -1, -1}, {1, 1, -1}, {-1, 1, 1}, {1, -1, 1}}));
  EXPECT_FALSE(no.separable);
  EXPECT_EQ(no.margin, 0);
  EXPECT_EQ(no.bound, std::numeric_limits<double>::infinity());
}

TEST(Separability, OnePlaceWithBothLabelsIsNot) {
  EXPECT_FALSE(separability(signedPoints({{2, 3, 1}, {2, 3, -1}, {5, 5, 1}})).separable);
}

TEST(Separability, OneClassAndNoPointsAre) {
  EXPECT_TRUE(separability(signedPoints({{2, 3, 1}, {-2, -3, 1}, {0, 0, 1}})).separable);
  const Separability none = separability(RowMatrix<double>(3, 0));
  EXPECT_TRUE(none.separable);
  EXPECT_EQ(none.bound, 0);
}

TEST(Separability, DuplicatesChangeNothing) {
  const auto once = separability(signedPoints({{1, 2, 1}, {-1, 0, -1}, {0.5, -2, -1}}));
  const auto often = separability(signedPoints({{1, 2, 1}, {1, 2, 1}, {-1, 0, -1}, {-1, 0, -1}, {0.5, -2, -1}}));
  EXPECT_NEAR(once.margin, often.margin, 1e-12);
}

/// Points on both sides of a random line, or with one label turned.
std::vector<std::array<double, 3>> randomPoints(Generator& generator, int n, double gap) {
  const double angle = generator.uniform() * 6.28, offset = generator.normal();
  std::vector<std::array<double, 3>> points;
  while (int(points.size()) < n) {
    const double x = 2 * generator.normal(), y = 2 * generator.normal();
    const double side = std::cos(angle) * x + std::sin(angle) * y + offset;
    if (std::fabs(side) > gap) points.push_back({x, y, side > 0 ? 1.0 : -1.0});
  }
  return points;
}

TEST(Separability, IsFoundWhereItWasMade) {
  Generator generator(11, 0);
  for (int round = 0; round < 50; ++round) {
    const RowMatrix<double> points = signedPoints(randomPoints(generator, 40, 0.01));
    const std::optional<Vector<double>> v = separator(points);
    ASSERT_TRUE(v.has_value());
    EXPECT_GT((v->transpose() * points).minCoeff(), 0);
  }
}

TEST(Separability, MarginIsTheBestOfAllDirections) {
  Generator generator(12, 0);
  for (int round = 0; round < 10; ++round) {
    const RowMatrix<double> points = signedPoints(randomPoints(generator, 30, 0.2));
    const Separability result = separability(points);
    double best = 0;
    for (int i = 0; i < 200; ++i) {
      for (int j = 0; j <= 200; ++j) {
        const double longitude = 2 * std::acos(-1.0) * i / 200, latitude = std::acos(-1.0) * (j / 200.0 - 0.5);
        const Vector<double> v = (Vector<double>(3) << std::cos(latitude) * std::cos(longitude),
                                  std::cos(latitude) * std::sin(longitude), std::sin(latitude))
                                     .finished();
        best = std::max(best, (v.transpose() * points).minCoeff());
      }
    }
    EXPECT_GE(result.margin, best - 1e-12);
    EXPECT_LE(result.margin, best + 0.05);
  }
}

TEST(Separability, MarginAndRadiusGrowWithThePointsAndTheBoundStays) {  // but for the constant 1: scaled along here
  const RowMatrix<double> points = signedPoints({{1, 2, 1}, {-1, 0, -1}, {0.5, -2, -1}});
  const Separability one = separability(points);
  for (const double scale : {1e-6, 1e6}) {
    const Separability scaled = separability(scale * points);
    EXPECT_NEAR(scaled.margin / scale, one.margin, 1e-9);
    EXPECT_NEAR(scaled.bound, one.bound, 1e-7);
  }
}

TEST(Separability, StretchingAndShearingKeepIt) {
  Generator generator(13, 0);
  for (const bool separable : {true, false}) {
    std::vector<std::array<double, 3>> points = randomPoints(generator, 60, 0.05);
    if (!separable) points.push_back({points[0][0], points[0][1], -points[0][2]});
    for (auto& [x, y, label] : points) {
      const double before = x;
      x = 1e4 * x + 3 * y - 70;
      y = 1e-3 * y + 1e-4 * before;
    }
    EXPECT_EQ(separability(signedPoints(points)).separable, separable);
  }
}

TEST(WeakSeparability, PointsOnTheLineDoNotHinderIt) {
  const auto weakly = [](const std::vector<std::array<double, 3>>& points) {
    return isWeaklySeparable(signedPoints(points));
  };
  EXPECT_TRUE(weakly({{-1, 0, -1}, {1, 0, 1}}));
  EXPECT_TRUE(weakly({{-1, 0, -1}, {0, 0, -1}, {0, 0, 1}, {1, 0, 1}}));
  EXPECT_FALSE(separability(signedPoints({{-1, 0, -1}, {0, 0, -1}, {0, 0, 1}, {1, 0, 1}})).separable);
  EXPECT_FALSE(weakly({{-1, 0, -1}, {0, 0, -1}, {0, 0, 1}, {1, 0, 1}, {2, 0, -1}}));
  EXPECT_FALSE(weakly({{0, 0, -1}, {0, 0, 1}}));  // all on every line that leaves them right
  EXPECT_FALSE(weakly({{-1, -1, -1}, {1, 1, -1}, {-1, 1, 1}, {1, -1, 1}}));
  EXPECT_TRUE(weakly({{2, 3, 1}, {-2, -3, 1}}));  // one class: the bias grows
}

/// Random points on both sides of a random line, some of both classes on it; then one that spoils it.
TEST(WeakSeparability, IsFoundInRandomPoints) {
  Generator generator(23, 0);
  for (int round = 0; round < 100; ++round) {
    std::vector<std::array<double, 3>> points = randomPoints(generator, 40, 0.05);
    EXPECT_TRUE(isWeaklySeparable(signedPoints(points))) << round;
    const auto [x, y, label] = points[0];
    points.push_back({x, y, -label});  // inside its own class
    std::vector<std::array<double, 3>> ring;
    for (int i = 0; i < 6; ++i) ring.push_back({x + std::cos(i) * 0.1, y + std::sin(i) * 0.1, label});
    points.insert(points.end(), ring.begin(), ring.end());
    EXPECT_FALSE(isWeaklySeparable(signedPoints(points))) << round;
  }
}

TEST(WeakSeparability, OfSeveralClassesComparesEachSampleWithEachOtherClass) {
  const RowMatrix<double> x = (RowMatrix<double>(1, 4) << -2, 0, 0.5, 3).finished();
  const RowMatrix<double> targets = (RowMatrix<double>(3, 4) << 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1).finished();
  const RowMatrix<double> points = contrasts(x, targets);
  ASSERT_EQ(points.rows(), 4);
  ASSERT_EQ(points.cols(), 8);
  EXPECT_EQ(points.col(0), (Vector<double>(4) << 2, -1, 0, 0).finished());       // z_0 − z_1 of the first
  EXPECT_EQ(points.col(2), (Vector<double>(4) << 0, 1, 0, 0).finished());        // z_1 − z_0 of the second
  EXPECT_EQ(points.col(5), (Vector<double>(4) << 0.5, 1, -0.5, -1).finished());  // z_1 − z_2 of the third
  EXPECT_TRUE(isWeaklySeparable(points));  // three classes in a row: softmax has a line for each pair
}

TEST(Separability, ManyPointsOfManyColumns) {
  Generator generator(14, 0);
  RowMatrix<double> points(21, 3000);
  Vector<double> w(21);
  for (Index k = 0; k < 21; ++k) w[k] = generator.normal();
  for (Index j = 0; j < points.cols(); ++j) {
    for (Index k = 0; k < 20; ++k) points(k, j) = generator.normal();
    points(20, j) = 1;
    if (w.dot(points.col(j)) < 0) points.col(j) *= -1;
  }
  EXPECT_TRUE(separability(points).separable);
  points.col(7) *= -1;
  points.col(8) = -points.col(7);
  EXPECT_FALSE(separability(points).separable);
}

}  // namespace
}  // namespace backprop
