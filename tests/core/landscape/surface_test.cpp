#include "landscape/surface.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "training/example_objectives.hpp"

namespace backprop {
namespace {

using Values = std::vector<double>;

TEST(Surface, StartsLowLeftAndRunsAlongX) {
  Rosenbrock<double> valley;
  const Plane plane = Plane::ofParameters(Values{9, 9}, 0, 1);
  Values costs(9);
  surface(valley, plane, {0, 2, -1, 1}, 3, costs);
  EXPECT_EQ(costs, (Values{101, 400, 2501,  // y = −1, x = 0, 1, 2
                           1, 100, 1601,    // y = 0
                           101, 0, 901}));  // y = 1
}

TEST(Surface, HoldsTheOtherParametersWhereTheyAre) {
  // J = ½ Σ (θᵢ − cᵢ)² with c = (0, 1, 2, 3); θ₀ = 5 and θ₂ = 2 are held: 12.5 from θ₀.
  Bowl<double> bowl({1, 1, 1, 1}, {0, 1, 2, 3}, {0, 0, 0, 0});
  const Plane plane = Plane::ofParameters(Values{5, 0.1, 2, 0.2}, 3, 1);
  Values costs(4);
  surface(bowl, plane, {3, 5, 1, 2}, 2, costs);
  EXPECT_EQ(costs, (Values{12.5, 14.5, 13, 15}));
}

TEST(Surface, AlongDirectionsIsTheirQuadratic) {
  // J = ½‖θ‖² around θ = (3, 0, 4): J(x, y) = ½ (25 + x² + y²) + θ·(x d₁ + y d₂).
  Bowl<double> bowl({1, 1, 1}, {0, 0, 0}, {0, 0, 0});
  const auto plane = Plane::ofDirections(Values{3, 0, 4}, Values{3, 0, 4}, Values{0, 7, 0});
  Values costs(4);
  surface(bowl, *plane, {-5, 1, 0, 2}, 2, costs);
  EXPECT_NEAR(costs[0], 0, 1e-14);   // θ itself taken away
  EXPECT_NEAR(costs[1], 18, 1e-14);  // ½ · 6²
  EXPECT_NEAR(costs[2], 2, 1e-14);   // ½ · 2²
  EXPECT_NEAR(costs[3], 20, 1e-14);
}

TEST(Surface, InSlicesIsTheSurface) {
  Rosenbrock<float> valley;
  const Plane plane = Plane::ofParameters(std::vector<float>{0, 0}, 0, 1);
  const Window window{-1.5, 2, -0.7, 3};
  Values whole(49), slices(49);
  surface(valley, plane, window, 7, whole);
  surfaceRows(valley, plane, window, 7, 0, 3, std::span(slices).first(21));
  surfaceRows(valley, plane, window, 7, 3, 7, std::span(slices).subspan(21));
  EXPECT_EQ(whole, slices);
}

TEST(Surface, ReachesBothEndsOfItsWindowExactly) {
  for (double low : {-0.1, 1e-9, 0.3}) {
    EXPECT_EQ(gridValue(low, 0.7, 0, 64), low);
    EXPECT_EQ(gridValue(low, 0.7, 63, 64), 0.7);
  }
  EXPECT_DOUBLE_EQ(gridValue(-1, 1, 1, 3), 0);
  EXPECT_TRUE(std::isfinite(gridValue(-1.7e308, 1.7e308, 1, 3)));
}

TEST(Surface, MayHoldInfinity) {
  Rosenbrock<double> valley;
  Values costs(4);
  surface(valley, Plane::ofParameters(Values{0, 0}, 0, 1), {1, 1e200, 1, 2}, 2, costs);
  EXPECT_EQ(costs[0], 0);
  EXPECT_EQ(costs[1], std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace backprop
