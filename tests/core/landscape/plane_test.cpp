#include "landscape/plane.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace backprop {
namespace {

using Values = std::vector<double>;

Values pointOf(const Plane& plane, double x, double y) {
  Values theta(static_cast<std::size_t>(plane.parameterCount()));
  plane.at({x, y}, std::span<double>(theta));
  return theta;
}

TEST(Plane, OfParametersHasTheirValuesAsCoordinates) {
  const Plane plane = Plane::ofParameters(Values{0.1, 0.2, 0.3, 0.4}, 3, 1);
  EXPECT_EQ(pointOf(plane, 7, -5), (Values{0.1, -5, 0.3, 7}));
  const Values theta{0.1, 0.2, 0.3, 0.4};
  EXPECT_EQ(plane.project(std::span(theta)).x, 0.4);
  EXPECT_EQ(plane.project(std::span(theta)).y, 0.2);
}

TEST(Plane, OfParametersTakesSinglePrecision) {
  const std::vector<float> theta{0.1f, 0.2f, 0.3f};
  std::vector<float> moved(3);
  Plane::ofParameters(theta, 0, 2).at({0.7f, 0.9f}, std::span<float>(moved));
  EXPECT_EQ(moved, (std::vector<float>{0.7f, 0.2f, 0.9f}));
}

TEST(Plane, OfDirectionsPassesThroughThetaAndKeepsTheFirst) {
  const auto plane = Plane::ofDirections(Values{1, 1, 1}, Values{3, 4, 0}, Values{5, 5, 2});
  ASSERT_TRUE(plane);
  EXPECT_EQ(pointOf(*plane, 0, 0), (Values{1, 1, 1}));
  const Values along = pointOf(*plane, 5, 0);
  EXPECT_NEAR(along[0], 4, 1e-15);
  EXPECT_NEAR(along[1], 5, 1e-15);
  EXPECT_NEAR(along[2], 1, 1e-15);
  // (5, 5, 2) − 7 · (0.6, 0.8, 0) = (0.8, −0.6, 2), of length √5.
  EXPECT_NEAR(plane->up()[0], 0.8 / std::sqrt(5), 1e-15);
  EXPECT_NEAR(plane->up()[1], -0.6 / std::sqrt(5), 1e-15);
  EXPECT_NEAR(plane->up()[2], 2 / std::sqrt(5), 1e-15);
}

TEST(Plane, OfNearlyParallelDirectionsIsOrthonormalStill) {
  const Values across{1, 1, 1}, up{1, 1, 1 + 1e-10};
  const auto plane = Plane::ofDirections(Values{0, 0, 0}, across, up);
  ASSERT_TRUE(plane);
  double product = 0, length = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    product += plane->across()[i] * plane->up()[i];
    length += plane->up()[i] * plane->up()[i];
  }
  EXPECT_NEAR(product, 0, 1e-15);
  EXPECT_NEAR(length, 1, 1e-15);
}

TEST(Plane, NeedsTwoDirections) {
  const Values theta{0, 0}, zero{0, 0}, one{0.1, 0.3}, opposite{-0.7, -2.1};
  EXPECT_FALSE(Plane::ofDirections(theta, zero, one));
  EXPECT_FALSE(Plane::ofDirections(theta, one, zero));
  EXPECT_FALSE(Plane::ofDirections(theta, one, opposite));
  EXPECT_FALSE(Plane::ofDirections(theta, one, Values{INFINITY, 0}));
  EXPECT_FALSE(Plane::ofDirections(theta, one, Values{NAN, 0}));
}

TEST(Plane, ProjectionLeavesOutWhatIsPerpendicular) {
  const auto plane = Plane::ofDirections(Values{1, 1, 1}, Values{1, 0, 0}, Values{0, 1, 0});
  const Values theta{3, 5, 9}, descent{-2, 4, 100};
  EXPECT_EQ(plane->project(std::span(theta)).x, 2);
  EXPECT_EQ(plane->project(std::span(theta)).y, 4);
  EXPECT_EQ(plane->projectDirection(std::span(descent)).x, -2);
  EXPECT_EQ(plane->projectDirection(std::span(descent)).y, 4);
}

}  // namespace
}  // namespace backprop
