#include "landscape/directional.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "training/example_objectives.hpp"

namespace backprop {
namespace {

template <typename Scalar>
using View = std::span<const Scalar>;
using Values = std::vector<double>;

DirectionalDerivative derivative(const Values& gradient, const Values& v) {
  return directionalDerivative(View<double>(gradient), View<double>(v));
}

TEST(DirectionalDerivative, IsTheScalarProductWithTheGradient) {
  const DirectionalDerivative d = derivative({3, 4}, {0, 2});
  EXPECT_EQ(d.slope, 8);
  EXPECT_EQ(d.length, 2);
  EXPECT_EQ(d.gradientNorm, 5);
  EXPECT_DOUBLE_EQ(d.cosine, 0.8);
}

TEST(DirectionalDerivative, IsSteepestAlongTheGradientAndFlatAcrossIt) {
  EXPECT_DOUBLE_EQ(derivative({3, 4}, {0.6, 0.8}).slope, 5);
  EXPECT_DOUBLE_EQ(derivative({3, 4}, {-0.6, -0.8}).slope, -5);
  EXPECT_EQ(derivative({3, 4}, {-4, 3}).slope, 0);
  EXPECT_EQ(derivative({3, 4}, {-4, 3}).cosine, 0);
}

TEST(DirectionalDerivative, CosineStaysWithinItsRange) {
  for (double size = 1e-3; size < 1e3; size *= 1.37) {
    const double cosine = derivative({0.1 * size, 0.7 * size, 0.3}, {0.1 * size, 0.7 * size, 0.3}).cosine;
    EXPECT_LE(cosine, 1);
    EXPECT_NEAR(cosine, 1, 1e-15);
  }
}

TEST(DirectionalDerivative, OfNothingHasNoAngle) {
  EXPECT_TRUE(std::isnan(derivative({3, 4}, {0, 0}).cosine));
  EXPECT_TRUE(std::isnan(derivative({0, 0}, {1, 0}).cosine));
  EXPECT_EQ(derivative({3, 4}, {0, 0}).slope, 0);
}

TEST(MeasuredSlope, IsExactOnAQuadratic) {
  // J = ½ (x² + 10 y²): a central difference has no truncation there, whatever h.
  Bowl<double> bowl({1, 10}, {0, 0}, {0, 0});
  const Values theta{2, -1}, v{3, 1};
  for (double h : {1e-3, 0.5, 4.0}) {
    EXPECT_NEAR(measuredSlope(bowl, View<double>(theta), View<double>(v), h), 2 * 3 - 10, 1e-11);
  }
}

/// Compares v·∇J with the slope measured, at several points and directions.
template <typename Scalar>
void agreesWithTheGradient(Objective<Scalar>& objective, const std::vector<std::vector<Scalar>>& points,
                           const std::vector<std::vector<Scalar>>& directions, double tolerance) {
  for (const auto& theta : points) {
    std::vector<Scalar> gradient(theta.size());
    objective.gradient(theta, gradient);
    for (const auto& v : directions) {
      const auto d = directionalDerivative(View<Scalar>(gradient), View<Scalar>(v));
      const double h = measuringStep(View<Scalar>(theta), View<Scalar>(v));
      EXPECT_NEAR(measuredSlope(objective, View<Scalar>(theta), View<Scalar>(v), h), d.slope,
                  tolerance * (1 + d.length * d.gradientNorm));
    }
  }
}

TEST(MeasuredSlope, AgreesWithTheGradientInDouble) {
  Rosenbrock<double> valley;
  agreesWithTheGradient<double>(valley, {{-1.2, 1}, {0, 0}, {1, 1}, {3, -2}}, {{1, 0}, {0, 1}, {-3, 400}, {1e-4, 0}},
                                1e-7);
  Bowl<double> bowl({1, 10, 0.5}, {0.3, -0.7, 2}, {0, 1, 0.1});
  agreesWithTheGradient<double>(bowl, {{1.5, -1.25, 0.5}, {0, 0, 100}}, {{1, 1, 1}, {0, 0, -1}}, 1e-8);
}

TEST(MeasuredSlope, AgreesWithTheGradientInSingle) {
  Rosenbrock<float> valley;
  agreesWithTheGradient<float>(valley, {{-1.2f, 1}, {0, 0}, {3, -2}}, {{1, 0}, {0, 1}, {-3, 4}}, 1e-2);
}

TEST(MeasuringStep, MovesThetaByACubeRootOfEpsilon) {
  const Values theta{0, 1}, v{0, 4};
  EXPECT_DOUBLE_EQ(measuringStep(View<double>(theta), View<double>(v)), std::cbrt(0x1p-52) * 2 / 4);
}

}  // namespace
}  // namespace backprop
