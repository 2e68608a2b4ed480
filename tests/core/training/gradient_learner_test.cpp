#include "training/gradient_learner.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "foundation/allocations.hpp"
#include "numerics/pack.hpp"
#include "objective/random_cases.hpp"
#include "training/example_objectives.hpp"

namespace backprop {
namespace {

const std::vector<UpdateRule> allRules{GradientDescent{}, Momentum{}, Nesterov{}, AdaGrad{}, RmsProp{}, Adam{}};

TEST(GradientLearner, ReportsTheCostBeforeTheStepAndTheNormBeforeClipping) {
  Slope<double> slope({3, -4});
  std::vector<double> theta{1, 2};
  GradientLearner<double> learner(GradientDescent{}, 1);
  learner.reset(2);
  const StepReport report = learner.step(slope, theta, {}, 0.5);
  EXPECT_EQ(report.cost, -5);
  EXPECT_EQ(report.gradientNorm, 5);
}

TEST(GradientLearner, ClipsToTheLengthAndKeepsTheDirection) {
  Slope<double> slope({3, -4});
  std::vector<double> theta{0, 0};
  GradientLearner<double> learner(GradientDescent{}, 2.5);
  learner.reset(2);
  learner.step(slope, theta, {}, 1);
  EXPECT_DOUBLE_EQ(theta[0], -1.5);
  EXPECT_DOUBLE_EQ(theta[1], 2);
}

TEST(GradientLearner, LeavesShortGradientsAndClipZeroAlone) {
  for (double clip : {0.0, 5.0, 6.0}) {
    Slope<double> slope({3, -4});
    std::vector<double> theta{0, 0};
    GradientLearner<double> learner(GradientDescent{}, clip);
    learner.reset(2);
    learner.step(slope, theta, {}, 1);
    EXPECT_EQ(theta, (std::vector<double>{-3, 4})) << clip;
  }
}

TEST(GradientLearner, NormOfLargeAndSmallSinglePrecisionGradientsIsRight) {
  for (float size : {1e30f, 1e-30f}) {
    Slope<float> slope({3 * size, 0, -4 * size, 0, 0});
    std::vector<float> theta(5);
    GradientLearner<float> learner;
    learner.reset(5);
    EXPECT_NEAR(learner.step(slope, theta, {}, 0).gradientNorm / size, 5, 1e-6);
  }
}

TEST(GradientLearner, StepsOnItsBatchInThePresentOrder) {
  MeanFit fit({1, 2, 3, 10});
  const std::vector<Index> order{3, 0, 1, 2};
  fit.arrange(order);
  std::vector<double> theta{0};
  GradientLearner<double> learner;
  learner.reset(1);
  const StepReport report = learner.step(fit, theta, {0, 2}, 1);  // samples 10 and 1
  EXPECT_DOUBLE_EQ(theta[0], 5.5);
  EXPECT_DOUBLE_EQ(report.cost, 25.25);
  learner.step(fit, theta, {3, 4}, 1);  // sample 3
  EXPECT_DOUBLE_EQ(theta[0], 3);
}

TEST(GradientLearner, StepsOnAnObjectiveWithoutSamples) {
  Rosenbrock<double> valley;
  std::vector<double> theta{0, 0};
  GradientLearner<double> learner;
  learner.reset(2);
  const StepReport report = learner.step(valley, theta, {}, 0.25);
  EXPECT_EQ(report.cost, 1);
  EXPECT_EQ(theta, (std::vector<double>{0.5, 0}));  // ∇J(0, 0) = (−2, 0)
}

TEST(GradientLearner, AdamFindsTheEndOfRosenbrocksValley) {
  Rosenbrock<double> valley;
  std::vector<double> theta{-1.2, 1};
  GradientLearner<double> learner(Adam{});
  learner.reset(2);
  for (int t = 0; t < 20'000; ++t) learner.step(valley, theta, {}, 0.01);
  EXPECT_NEAR(theta[0], 1, 1e-3);
  EXPECT_NEAR(theta[1], 1, 1e-3);
}

TEST(GradientLearner, NewHyperparametersKeepTheState) {
  Slope<double> slope({1});
  std::vector<double> theta{0};
  GradientLearner<double> learner(Momentum{0.9});
  learner.reset(1);
  learner.step(slope, theta, {}, 1);  // v = 1
  learner.setRule(Momentum{0.5});
  learner.step(slope, theta, {}, 1);  // v = 1.5
  EXPECT_DOUBLE_EQ(theta[0], -2.5);
}

TEST(GradientLearner, AnotherRuleStartsAfresh) {
  Slope<double> slope({1});
  std::vector<double> theta{0};
  GradientLearner<double> learner(Momentum{0.9});
  learner.reset(1);
  learner.step(slope, theta, {}, 1);
  learner.setRule(Adam{});
  EXPECT_EQ(learner.state().size(), 6u);
  for (double value : learner.state()) EXPECT_EQ(value, 0);
}

TEST(GradientLearner, ResetForgets) {
  for (const UpdateRule& rule : allRules) {
    Rosenbrock<double> valley;
    GradientLearner<double> learner(rule);
    std::vector<double> once{-1.2, 1}, again{-1.2, 1};
    learner.reset(2);
    for (int t = 0; t < 3; ++t) learner.step(valley, once, {}, 1e-3);
    learner.reset(2);
    for (int t = 0; t < 3; ++t) learner.step(valley, again, {}, 1e-3);
    EXPECT_EQ(once, again) << rule.index();
  }
}

TEST(GradientLearner, DivergenceReachesParametersAndReport) {
  for (const UpdateRule& rule : allRules) {
    for (double clip : {0.0, 1.0}) {
      Slope<double> slope({std::numeric_limits<double>::quiet_NaN()});
      std::vector<double> theta{1};
      GradientLearner<double> learner(rule, clip);
      learner.reset(1);
      const StepReport report = learner.step(slope, theta, {}, 0.1);
      EXPECT_TRUE(std::isnan(report.gradientNorm)) << rule.index();
      EXPECT_TRUE(std::isnan(theta[0])) << rule.index();
    }
  }
}

/// A valley of eight samples, each of which is J; from the fourth on the gradient is not finite.
class Cliff final : public Objective<double> {
 public:
  explicit Cliff(Index from) : from_(from) {}
  Index parameterCount() const override { return 2; }
  Index sampleCount() const override { return 8; }
  Capabilities capabilities() const override { return {.gradient = true, .samples = true}; }
  double value(Parameters theta) override { return theta[0] * theta[0] + 3 * theta[1] * theta[1]; }
  double gradient(Parameters theta, SampleRange range, Gradient out) override {
    out[0] = 2 * theta[0], out[1] = 6 * theta[1];
    if (range.begin >= from_) out[1] = std::numeric_limits<double>::infinity();
    return value(theta);
  }

 private:
  Index from_;
};

TEST(GradientLearner, WalksAsStepByStep) {
  for (const UpdateRule& rule : allRules) {
    for (const double clip : {0.0, 0.5}) {
      for (const Index from : {0, 3, 7, 8}) {
        SCOPED_TRACE(testing::Message() << rule.index() << " clip " << clip << " from " << from);
        Cliff cliff(from);
        GradientLearner<double> walker(rule, clip), stepper(rule, clip);
        walker.reset(2), stepper.reset(2);
        std::vector<double> walked{1, 2}, expected = walked;
        const Stretch stretch = walker.walk(cliff, walked, {0, 8}, 1, 0.01);
        const Step steps = std::min<Index>(8, from + 1);
        StepReport last;
        for (Index i = 0; i < steps; ++i) last = stepper.step(cliff, expected, {i, i + 1}, 0.01);
        EXPECT_EQ(stretch.steps, steps);
        EXPECT_EQ(stretch.last.cost, last.cost);
        EXPECT_EQ(stretch.last.gradientNorm, last.gradientNorm);
        const auto bits = [](auto numbers) {
          std::vector<std::uint64_t> bits;
          for (const double x : numbers) bits.push_back(bitCast<std::uint64_t>(x));
          return bits;
        };
        EXPECT_EQ(bits(walked), bits(expected));
        EXPECT_EQ(bits(walker.state()), bits(stepper.state()));
      }
    }
  }
}

TEST(GradientLearner, InfiniteGradientIsNotClippedToSomethingFinite) {
  Slope<double> slope({std::numeric_limits<double>::infinity(), 1});
  std::vector<double> theta{1, 1};
  GradientLearner<double> learner(GradientDescent{}, 1);
  learner.reset(2);
  EXPECT_TRUE(std::isinf(learner.step(slope, theta, {}, 0.1).gradientNorm));
  EXPECT_FALSE(std::isfinite(theta[0]));
}

template <typename Scalar>
bool sameBits(std::span<const Scalar> a, std::span<const Scalar> b) {
  const auto left = std::as_bytes(a), right = std::as_bytes(b);
  return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

/// Trains 7 + 6 steps, once in one go and once through a checkpoint into a new learner.
template <typename Scalar>
void continuesWithTheSameBits(const UpdateRule& rule) {
  Rosenbrock<Scalar> valley;
  const auto train = [&](GradientLearner<Scalar>& learner, std::vector<Scalar>& theta, int from, int to) {
    for (int t = from; t < to; ++t) learner.step(valley, theta, {}, 1e-3 / (1 + t));
  };
  GradientLearner<Scalar> through(rule, 50), before(rule, 50), after(rule, 50);
  for (auto* learner : {&through, &before, &after}) learner->reset(2);

  std::vector<Scalar> straight{Scalar(-1.2), 1}, theta = straight;
  train(through, straight, 0, 13);
  train(before, theta, 0, 7);
  const std::vector<Scalar> saved(before.state().begin(), before.state().end());
  ASSERT_EQ(saved.size(), after.state().size());
  std::copy(saved.begin(), saved.end(), after.state().begin());
  train(after, theta, 7, 13);

  EXPECT_TRUE(sameBits<Scalar>(straight, theta)) << rule.index();
  EXPECT_TRUE(sameBits<Scalar>(through.state(), after.state())) << rule.index();
}

TEST(GradientLearner, ContinuesFromACheckpointWithTheSameBits) {
  for (const UpdateRule& rule : allRules) {
    continuesWithTheSameBits<double>(rule);
    continuesWithTheSameBits<float>(rule);
  }
}

/// Walks over 40 samples by 17, as an epoch does.
template <typename Scalar>
long allocationsOfAWalk(const UpdateRule& rule, double clip) {
  const Architecture architecture(3, {{32, Activation::Tanh}, {7, Activation::Sine}, {2, Activation::Softmax}});
  NetworkCost<Scalar> cost = makeCost<Scalar>(architecture, {LossKind::CrossEntropy}, {.l1 = 0.1, .l2 = 0.1}, 40);
  std::vector<Scalar> theta = randomParameters<Scalar>(architecture, 3);
  GradientLearner<Scalar> learner(rule, clip);
  learner.reset(architecture.parameterCount());
  const long before = allocations();
  EXPECT_EQ(learner.walk(cost, theta, {0, 40}, 17, 0.01).steps, 3);
  return allocations() - before;
}

TEST(GradientLearner, AllocatesNothingWhileItWalks) {
  for (const UpdateRule& rule : allRules) {
    for (const double clip : {0.0, 0.5}) {
      EXPECT_EQ(allocationsOfAWalk<double>(rule, clip), 0) << rule.index() << " clip " << clip;
      EXPECT_EQ(allocationsOfAWalk<float>(rule, clip), 0) << rule.index() << " clip " << clip;
    }
  }
}

TEST(GradientLearner, SinglePrecisionFollowsDouble) {
  const std::vector<double> a{1, 2, 3, 4, 5, 6, 7}, c{0.3, -0.7, 2, 0, 1, -1, 0.5}, b{0, 1, 0.1, 0.5, 2, 0, 1};
  for (const UpdateRule& rule : allRules) {
    Bowl<double> bowl(a, c, b);
    Bowl<float> bowlInSingle(a, c, b);
    std::vector<double> theta{1, -1, 0.5, 0.25, 0, 2, -0.5};
    std::vector<float> single(theta.begin(), theta.end());
    GradientLearner<double> learner(rule);
    GradientLearner<float> learnerInSingle(rule);
    learner.reset(7);
    learnerInSingle.reset(7);
    for (int t = 0; t < 20; ++t) {
      learner.step(bowl, theta, {}, 0.01);
      learnerInSingle.step(bowlInSingle, single, {}, 0.01);
    }
    for (std::size_t i = 0; i < 7; ++i) EXPECT_NEAR(single[i], theta[i], 2e-6) << rule.index() << ' ' << i;
  }
}

}  // namespace
}  // namespace backprop
