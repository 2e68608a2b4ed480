#include "objective/penalty.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace backprop {
namespace {

TEST(Penalty, SparesBiasesAndIsFlatAtZero) {
  // W² = (2, −3), b² = 5; W³ = 0, b³ = 7.
  const Architecture architecture(2, {{1, Activation::Tanh}, {1, Activation::Linear}});
  const std::vector<double> theta{2, -3, 5, 0, 7};
  const Penalty penalty{.l1 = 0.1, .l2 = 0.5};
  EXPECT_DOUBLE_EQ(penaltyValue<double>(penalty, architecture, theta), 0.25 * 13 + 0.1 * 5);
  std::vector<double> gradient{1, 1, 1, 1, 1};
  addPenaltyGradient<double>(penalty, architecture, theta, gradient);
  EXPECT_EQ(gradient, (std::vector<double>{1 + 1 + 0.1, 1 + (-1.5 - 0.1), 1, 1, 1}));
}

TEST(Penalty, OfSinglePrecisionIsSummedInDouble) {
  const Architecture architecture(2, {{1, Activation::Linear}});
  const std::vector<float> theta{1e25f, 3, 0};  // 1e50 is beyond float
  EXPECT_NEAR(penaltyValue<float>({.l2 = 2}, architecture, theta) / 1e50, 1, 1e-6);
  std::vector<float> gradient{1, 1, 1};
  addPenaltyGradient<float>({.l1 = 0.25, .l2 = 0.5}, architecture, theta, gradient);
  EXPECT_EQ(gradient, (std::vector<float>{0.5e25f, 1 + 1.5f + 0.25f, 1}));
}

TEST(Penalty, LeavesTheGradientWhereThereIsNone) {
  const Architecture architecture(1, {{1, Activation::Linear}});
  std::vector<double> gradient{-0.0, 2};
  addPenaltyGradient<double>({}, architecture, std::vector<double>{INFINITY, 4}, gradient);
  EXPECT_TRUE(Penalty{}.none());
  EXPECT_TRUE(std::signbit(gradient[0]));
  EXPECT_EQ(gradient[1], 2);
}

}  // namespace
}  // namespace backprop
