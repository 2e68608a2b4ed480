#include "landscape/path.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace backprop {
namespace {

template <typename Scalar>
using View = std::span<const Scalar>;
using Values = std::vector<double>;

PathPoint pointOf(const Plane& plane, const Values& theta, const Values& now) {
  return pathPoint(plane, View<double>(theta), View<double>(now), 0.5);
}

TEST(Path, CarriesItsOwnCostAndItsParametersValues) {
  const Values now{1, 2, 3};
  const PathPoint point = pointOf(Plane::ofParameters(now, 2, 0), {7, 8, 9}, now);
  EXPECT_EQ(point.position.x, 9);
  EXPECT_EQ(point.position.y, 7);
  EXPECT_EQ(point.cost, 0.5);
}

TEST(Path, IsNowhereOutsideAtThePresentPointAndWithinThePlane) {
  const Values now{0.1, 0.2, 0.3};
  const Plane plane = Plane::ofParameters(now, 0, 1);
  EXPECT_EQ(pointOf(plane, now, now).outside, 0);
  EXPECT_EQ(pointOf(plane, {-0.7, 11.3, 0.3}, now).outside, 0);
}

TEST(Path, IsWhollyOutsideWhenNeitherParameterMoved) {
  const Values now{0.1, 0.2, 0.3, 0.4};
  EXPECT_EQ(pointOf(Plane::ofParameters(now, 0, 1), {0.1, 0.2, 5, -6}, now).outside, 1);
}

TEST(Path, OutsideIsTheShareOfTheDistance) {
  const Values now{0, 0, 0, 0};
  EXPECT_DOUBLE_EQ(pointOf(Plane::ofParameters(now, 0, 1), {4, 0, 3, 0}, now).outside, 0.6);
  EXPECT_DOUBLE_EQ(pointOf(Plane::ofParameters(now, 0, 1), {1, 1, 1, 1}, now).outside, std::sqrt(0.5));
}

TEST(Path, SeesASmallPartOutsideBesideALargeOneInside) {
  const Values now{0, 0, 0};
  EXPECT_DOUBLE_EQ(pointOf(Plane::ofParameters(now, 0, 1), {1, 1, 1e-12}, now).outside, 1e-12 / std::sqrt(2));
}

TEST(Path, InAPlaneOfDirectionsIsMeasuredFromThePresentPoint) {
  const Values now{1, 1, 1};
  const auto plane = Plane::ofDirections(now, Values{1, 1, 0}, Values{0, 0, 1});
  const PathPoint point = pointOf(*plane, {3, 1, 2}, now);  // 2 along x: √2 along d₁, √2 outside; 1 along d₂
  EXPECT_NEAR(point.position.x, std::sqrt(2), 1e-15);
  EXPECT_NEAR(point.position.y, 1, 1e-15);
  EXPECT_NEAR(point.outside, std::sqrt(2.0 / 5), 1e-15);
}

TEST(Path, TakesSinglePrecision) {
  const std::vector<float> now{0, 0, 0}, theta{4, 0, 3};
  EXPECT_DOUBLE_EQ(pathPoint(Plane::ofParameters(now, 0, 1), View<float>(theta), View<float>(now), 0).outside, 0.6);
}

PathPoint at(double x, double y) { return {{x, y}, 0, 0}; }

TEST(Window, HoldsPathAndPresentPointWithAMarginAsASquare) {
  const std::vector<PathPoint> path{at(0, 1), at(4, 2)};
  const Window window = windowAround(path, {2, 3}, 0.25);
  EXPECT_DOUBLE_EQ(window.xLow, -0.5);  // centre (2, 2), half-width 2 · 1.25
  EXPECT_DOUBLE_EQ(window.xHigh, 4.5);
  EXPECT_DOUBLE_EQ(window.yLow, -0.5);
  EXPECT_DOUBLE_EQ(window.yHigh, 4.5);
}

TEST(Window, IsNeverDegenerate) {
  const Window around = windowAround({}, {-4, 1});
  EXPECT_NEAR(around.xHigh - around.xLow, 0.01, 1e-14);  // twice 1e-3 · (1 + 4)
  EXPECT_NEAR(around.yHigh - around.yLow, 0.01, 1e-14);
  EXPECT_LT(around.xLow, -4);
  const Window far = windowAround({}, {1e9, 0});
  EXPECT_GT(far.xHigh - far.xLow, 1e6);
}

TEST(Window, IsAsWideAsAskedForAtLeast) {
  const Window window = windowAround({}, {1, 2}, 0.15, 3);
  EXPECT_DOUBLE_EQ(window.xLow, -2);
  EXPECT_DOUBLE_EQ(window.yHigh, 5);
}

TEST(Window, LeavesOutWhatIsNotFinite) {
  const std::vector<PathPoint> path{at(NAN, 1), at(1, INFINITY), at(-1, 0)};
  const Window window = windowAround(path, {1, 0}, 0);
  EXPECT_DOUBLE_EQ(window.xLow, -1);
  EXPECT_DOUBLE_EQ(window.xHigh, 1);
}

}  // namespace
}  // namespace backprop
