#include "training/update_rules.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "training/example_objectives.hpp"
#include "training/gradient_learner.hpp"

namespace backprop {
namespace {

/// One parameter that starts at 1, after steps along the given gradients at rate 0.1.
template <typename Rule>
double after(const Rule& rule, const std::vector<double>& gradients) {
  std::vector<double> theta{1}, state(static_cast<std::size_t>(rule.stateSize(1)), 0.0);
  for (double g : gradients) {
    rule.update(std::span<double>(theta), std::span<const double>(&g, 1), std::span<double>(state), 0.1);
  }
  return theta[0];
}

TEST(GradientDescent, StepsAgainstTheGradient) { EXPECT_DOUBLE_EQ(after(GradientDescent{}, {2, -3}), 1 - 0.2 + 0.3); }

template <typename Scalar>
class GradientDescentOf : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(GradientDescentOf, Scalars);

TYPED_TEST(GradientDescentOf, MovesEveryParameterOfAnyNumberAndNothingBeyond) {
  for (std::size_t n = 0; n <= 19; ++n) {
    std::vector<TypeParam> theta(n + 1), gradient(n + 1);
    for (std::size_t i = 0; i <= n; ++i) {
      theta[i] = TypeParam(i) / 8;
      gradient[i] = TypeParam(7) - TypeParam(i);
    }
    GradientDescent{}.update(std::span(theta).first(n), std::span<const TypeParam>(gradient).first(n), {}, 0.25);
    for (std::size_t i = 0; i < n; ++i) EXPECT_EQ(theta[i], TypeParam(i) / 8 - gradient[i] / 4) << i << " of " << n;
    EXPECT_EQ(theta[n], TypeParam(n) / 8);
  }
}

TEST(Momentum, FirstStepIsPlainDescentAndTheSecondCarriesItOn) {
  EXPECT_DOUBLE_EQ(after(Momentum{0.9}, {2}), 1 - 0.1 * 2);
  EXPECT_DOUBLE_EQ(after(Momentum{0.9}, {2, -3}), 0.8 - 0.1 * (0.9 * 2 - 3));
}

TEST(Nesterov, LooksAheadAlongTheNewVelocity) {
  EXPECT_DOUBLE_EQ(after(Nesterov{0.9}, {2}), 1 - 0.1 * (2 + 0.9 * 2));
  EXPECT_DOUBLE_EQ(after(Nesterov{0.9}, {2, -3}), 0.62 - 0.1 * (-3 + 0.9 * (0.9 * 2 - 3)));
}

TEST(AdaGrad, FirstStepIsTheRateAndLaterOnesShrink) {
  EXPECT_NEAR(after(AdaGrad{1e-10}, {2}), 1 - 0.1, 1e-10);
  EXPECT_NEAR(after(AdaGrad{1e-10}, {3, 4}), 0.9 - 0.1 * 4 / 5, 1e-10);
  EXPECT_DOUBLE_EQ(after(AdaGrad{0.5}, {2}), 1 - 0.1 * 2 / 2.5);
}

TEST(RmsProp, DividesByTheRootOfTheAveragedSquare) {
  EXPECT_DOUBLE_EQ(after(RmsProp{0.75, 1}, {2}), 1 - 0.1 * 2 / (1 + 1));                         // s = ¼ · 4
  EXPECT_DOUBLE_EQ(after(RmsProp{0.75, 0.5}, {2, 1}), 1 - 0.1 * 2 / 1.5 - 0.1 * 1 / (1 + 0.5));  // s = ¾ · 1 + ¼ · 1
}

TEST(Adam, FirstStepIsTheRateWhateverTheGradient) {
  EXPECT_NEAR(after(Adam{}, {1e-3}), 0.9, 1e-5);  // ε = 1e-8 beside |g| = 1e-3
  EXPECT_NEAR(after(Adam{}, {-1e3}), 1.1, 1e-11);
}

TEST(Adam, SecondStepCorrectsBothAverages) {
  // β₁ = ½: m = 1, then ½ − 1.5 = −1, c₁ = ¾; β₂ = ¾: v = 1, then ¾ + ¼ · 9 = 3, c₂ = 7/16.
  const double first = 0.1 * (1 / 0.5) / (std::sqrt(1 / 0.25) + 1);
  const double second = 0.1 * (-1 / 0.75) / (std::sqrt(3 * 16.0 / 7) + 1);
  EXPECT_DOUBLE_EQ(after(Adam{0.5, 0.75, 1}, {2, -3}), 1 - first - second);
}

TEST(Adam, CorrectsTheBiasRightlyWhenTheBetasChange) {
  // Under a constant gradient m/c and v/c are g and g² whatever the betas were: every step is the rate.
  std::vector<double> theta{0}, state(6, 0.0), g{2};
  for (double beta : {0.9, 0.5, 0.99, 0.0, 0.9}) {
    Adam{beta, beta, 1e-12}.update(std::span<double>(theta), std::span<const double>(g), std::span<double>(state), 1);
  }
  EXPECT_NEAR(theta[0], -5, 1e-10);
}

TEST(Adam, BiasCorrectionNeitherStallsNorDriftsInSinglePrecision) {
  std::vector<float> theta{0}, state(6, 0.0f), g{0};
  for (int t = 1; t <= 20'000; ++t) {
    Adam{}.update(std::span<float>(theta), std::span<const float>(g), std::span<float>(state), 0);
    if (t != 1 && t != 1000 && t != 20'000) continue;
    EXPECT_NEAR(double(state[2]) + double(state[3]), 1 - std::pow(0.9, t), 1e-12) << t;
    EXPECT_NEAR(double(state[4]) + double(state[5]), 1 - std::pow(0.999, t), 1e-12) << t;
  }
}

TEST(UpdateRules, StoreWhatWouldSoonBeSubnormalAsZero) {
  std::vector<float> theta{0}, state{1e-10f}, g{0};
  for (int t = 0; t < 1000; ++t) {
    Momentum{0.9}.update(std::span<float>(theta), std::span<const float>(g), std::span<float>(state), 0.1);
    ASSERT_TRUE(state[0] == 0 || std::isnormal(state[0])) << t;
  }
  EXPECT_EQ(state[0], 0);
  EXPECT_EQ(squared(1e-20f), 0);  // 1e-40 would be subnormal
  EXPECT_FLOAT_EQ(squared(1e-14f), 1e-28f);
  EXPECT_EQ(squared(1e-200), 0);
}

TEST(UpdateRules, CarryWhatIsNotFinite) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(std::isnan(after(GradientDescent{}, {nan})));
  EXPECT_TRUE(std::isnan(after(Momentum{}, {nan, 1})));
  EXPECT_TRUE(std::isnan(after(Nesterov{}, {nan, 1})));
  EXPECT_TRUE(std::isnan(after(AdaGrad{}, {nan, 1})));
  EXPECT_TRUE(std::isnan(after(RmsProp{}, {nan, 1})));
  EXPECT_TRUE(std::isnan(after(Adam{}, {nan, 1})));
  EXPECT_TRUE(std::isinf(after(Momentum{}, {std::numeric_limits<double>::infinity(), 1})));
}

/// The rule that a line of learners.txt names, with its hyperparameters.
UpdateRule ruleNamed(const std::string& name, const std::vector<double>& p) {
  if (name == "momentum") return Momentum{p[0]};
  if (name == "nesterov") return Nesterov{p[0]};
  if (name == "adagrad") return AdaGrad{p[0]};
  if (name == "rmsprop") return RmsProp{p[0], p[1]};
  if (name == "adam") return Adam{p[0], p[1], p[2]};
  EXPECT_EQ(name, "gradientDescent");
  return GradientDescent{};
}

TEST(UpdateRules, WalkAsPyTorchDoes) {
  std::ifstream file(GOLDEN_DIR "/learners.txt");
  Bowl<double> bowl({1, 10, 0.5, 3, 0}, {0.3, -0.7, 2, 0, 0}, {0, 1, 0.1, 0.5, 2});
  int cases = 0;
  for (std::string line; std::getline(file, line); ++cases) {
    std::istringstream words(line);
    std::string name;
    std::size_t count = 0;
    words >> name >> count;
    std::vector<double> hyperparameters(count);
    for (double& value : hyperparameters) words >> value;
    double clip = 0, rate = 0;
    words >> clip >> rate;

    std::vector<double> theta{1.5, -1.25, 0.5, 0.001, -0.8};
    GradientLearner<double> learner(ruleNamed(name, hyperparameters), clip);
    learner.reset(5);
    for (int step = 1; step <= 5; ++step) {
      learner.step(bowl, theta, {}, rate);
      for (double parameter : theta) {
        double expected = 0;
        ASSERT_TRUE(words >> expected) << line;
        EXPECT_NEAR(parameter, expected, 1e-12) << name << " at step " << step << ", clip " << clip;
      }
    }
  }
  EXPECT_EQ(cases, 48);
}

}  // namespace
}  // namespace backprop
