#include "objective/penalty.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace backprop
