#include "training/perceptron.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "random/generator.hpp"
#include "training/linear_samples.hpp"

namespace backprop {
namespace {

using Convention = PerceptronOptions::Convention;
using Answer = PerceptronOptions::Answer;

/// A perceptron that goes through points in their order, one after the other.
class Walk {
 public:
  Walk(const std::vector<std::vector<double>>& points, const std::vector<std::vector<double>>& targets,
       PerceptronOptions options = {})
      : cost(oneLayer(Activation::Step, LossKind::Perceptron, points, targets)),
        learner(options),
        theta(std::size_t(cost.parameterCount()), 0.0) {
    learner.reset(cost.parameterCount());
  }

  StepReport step(double rate = 1) {
    const StepReport report = learner.step(cost, theta, {at, at + 1}, rate);
    at = (at + 1) % cost.sampleCount();
    return report;
  }
  /// @return  epochs until the learner has something to say, at most so many
  int epochs(int most, double rate = 1) {
    for (int epoch = 1; epoch <= most; ++epoch) {
      for (Index i = 0; i < cost.sampleCount(); ++i) step(rate);
      if (learner.standing() != Standing::GoesOn) return epoch;
    }
    return most + 1;
  }

  NetworkCost<double> cost;
  PerceptronLearner<double> learner;
  std::vector<double> theta;
  Index at = 0;
};

using Numbers = std::vector<double>;
const std::vector<Numbers> xorPoints{{-1, -1}, {1, 1}, {-1, 1}, {1, -1}};
const std::vector<Numbers> xorTargets{{-1}, {-1}, {1}, {1}};
const std::vector<Numbers> andPoints{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
const std::vector<Numbers> andTargets{{-1}, {-1}, {-1}, {1}};

TEST(Perceptron, AddsTwiceTheSampleForAMistake) {
  Walk walk({{2, -1}, {3, 4}}, {{-1}, {1}});
  const StepReport first = walk.step(0.5);  // z = 0, ŷ = +1, y − ŷ = −2
  EXPECT_EQ(walk.theta, (Numbers{-2, 1, -1}));
  EXPECT_EQ(first.cost, 0);
  EXPECT_DOUBLE_EQ(first.gradientNorm, 2 * std::sqrt(6.0));  // ‖−2 (2, −1, 1)‖
  const StepReport second = walk.step(0.5);                  // z = −6 + 4 − 1 = −3, y − ŷ = +2
  EXPECT_EQ(walk.theta, (Numbers{1, 5, 0}));
  EXPECT_EQ(second.cost, 3);
  EXPECT_EQ(walk.learner.counts().mistakes, 2);
}

TEST(Perceptron, LeavesWhatIsRightAlone) {
  Walk walk({{1, 0}}, {{1}});  // φ(0) = +1
  EXPECT_EQ(walk.step().gradientNorm, 0);
  EXPECT_EQ(walk.theta, (Numbers{0, 0, 0}));
}

TEST(Perceptron, ByScikitLearnsRuleZeroIsAMistakeForEither) {
  Walk walk({{1, 0}}, {{1}}, {.convention = Convention::ScikitLearn});
  walk.step(0.5);
  EXPECT_EQ(walk.theta, (Numbers{0.5, 0, 0.5}));
}

TEST(Perceptron, OneUpdateMayNotDo) {  // erratum to lecture (5): it does once η·2‖x̃‖² > |z|
  Walk walk({{1, 1}}, {{1}});
  walk.theta = {-5, -5, 0};  // z = −10, ‖x̃‖² = 3
  walk.step(1);
  EXPECT_EQ(walk.theta, (Numbers{-3, -3, 2}));  // z = −4: still wrong
  walk.theta = {-5, -5, 0};
  walk.step(5.0 / 3 + 1e-9);
  EXPECT_GT(walk.theta[0] + walk.theta[1] + walk.theta[2], 0);
}

TEST(Perceptron, EndsWithAnEpochWithoutMistake) {
  Walk walk(andPoints, andTargets);
  walk.epochs(100);
  EXPECT_EQ(walk.learner.standing(), Standing::NoMistakes);
  EXPECT_EQ(walk.learner.counts().epochMistakes, 0);
  EXPECT_EQ(walk.cost.value(walk.theta), 0);
}

TEST(Perceptron, KeepsTheMistakeBound) {  // (R/γ)²: R² = 3, γ = 1/√(‖(2, 2, −3)‖²) for AND
  Walk walk(andPoints, andTargets, {.convention = Convention::ScikitLearn});
  walk.epochs(1000);
  EXPECT_EQ(walk.learner.standing(), Standing::NoMistakes);
  EXPECT_LE(walk.learner.counts().mistakes, 3.0 * 17);
}

TEST(Perceptron, NoticesThatItGoesRoundForEver) {
  Walk walk(xorPoints, xorTargets, {.repeats = true});
  walk.epochs(100);
  EXPECT_EQ(walk.learner.standing(), Standing::Cycle);
  const int period = int(walk.learner.counts().cycle);
  ASSERT_GT(period, 0);
  const Numbers before = walk.theta;
  for (int i = 0; i < 4 * period; ++i) walk.step();
  EXPECT_EQ(walk.theta, before);
}

TEST(Perceptron, DoesNotCallItACycleWhenTheRateChanged) {
  Walk walk(xorPoints, xorTargets, {.repeats = true});
  for (int i = 0; i < 40; ++i) walk.step(1.0 / (1 + i / 4));
  EXPECT_EQ(walk.learner.counts().cycle, 0);
}

TEST(Perceptron, TrainsOnWhenItWasDisturbedAfterItsTolerance) {
  for (const bool byOptions : {false, true}) {
    PerceptronOptions options{.tolerance = 0.5, .patience = 2};
    Walk walk(xorPoints, xorTargets, options);
    walk.epochs(100);
    ASSERT_EQ(walk.learner.standing(), Standing::Tolerance);
    walk.theta = {3, -3, 1};
    options.patience = 3;
    byOptions ? walk.learner.setOptions(options) : walk.learner.disturbed();
    EXPECT_EQ(walk.learner.standing(), Standing::GoesOn);
    const double before = walk.learner.counts().mistakes;
    EXPECT_GE(walk.epochs(100), int(options.patience)) << "the best cost of before no longer counts";
    EXPECT_GT(walk.learner.counts().mistakes, before);
  }
}

TEST(Perceptron, CountsOnlyWholeEpochsForItsTolerance) {  // the rest of an epoch costs less than all of it
  Walk walk(xorPoints, xorTargets, {.tolerance = 1e-9, .patience = 1});
  for (int i = 0; i < 3; ++i) walk.step();
  walk.theta = {0, 0, 1};
  walk.learner.disturbed();
  walk.step();
  for (int i = 0; i < 4; ++i) walk.step();
  EXPECT_EQ(walk.learner.standing(), Standing::GoesOn);
}

TEST(Perceptron, FindsTheCycleAtEveryRate) {  // multiples of 0.4 or 0.1 round, so that θ does not come back to the bit
  for (const double rate : {0.1, 0.3, 0.4, 0.7, 1.0, 1e-3, 123.456}) {
    for (const Convention convention : {Convention::Lecture, Convention::ScikitLearn}) {
      Walk walk(xorPoints, xorTargets, {.convention = convention, .repeats = true});
      walk.epochs(100, rate);
      EXPECT_EQ(walk.learner.standing(), Standing::Cycle) << rate;
    }
  }
}

/// Points at whole numbers: with η = 1 nothing rounds, so that θ comes back to the bit wherever it comes back.
TEST(Perceptron, FindsTheCycleWhereverWholeRatesFindIt) {
  int cycles = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Generator generator(seed, 0);
    std::vector<Numbers> points(8), targets(8);
    for (std::size_t i = 0; i < 8; ++i) {
      for (int k = 0; k < 2; ++k) points[i].push_back(std::floor(generator.uniform(-3, 4)));
      targets[i] = {generator.uniform(0, 1) < 0.5 ? -1.0 : 1.0};
    }
    Walk whole(points, targets, {.repeats = true}), rounding(points, targets, {.repeats = true});
    whole.epochs(2000);
    if (whole.learner.standing() != Standing::Cycle) continue;
    ++cycles;
    rounding.epochs(2000, 0.4);
    EXPECT_EQ(rounding.learner.standing(), Standing::Cycle) << seed;
  }
  EXPECT_GT(cycles, 30);
}

TEST(Perceptron, FindsTheCycleWhileAnotherClassIsThrough) {
  Walk walk({{0, 0}, {0, 0}, {5, 5}}, {{1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}}, {.repeats = true});
  walk.epochs(200, 0.4);
  EXPECT_EQ(walk.learner.standing(), Standing::Cycle);
}

TEST(Perceptron, ForgetsTheCycleWhenTheRateOrTheBatchChanges) {
  PerceptronOptions options{.repeats = true};
  Walk walk(xorPoints, xorTargets, options);
  walk.epochs(100);
  ASSERT_EQ(walk.learner.standing(), Standing::Cycle);
  walk.step(0.3);
  EXPECT_EQ(walk.learner.counts().cycle, 0);
  walk.epochs(100, 0.3);
  ASSERT_EQ(walk.learner.standing(), Standing::Cycle);
  options.batch = 4;
  walk.learner.setOptions(options);
  EXPECT_EQ(walk.learner.counts().cycle, 0);
}

TEST(Perceptron, TheAverageBeginsAnewWhenWeightsArePutIn) {
  Walk walk(andPoints, andTargets, {.answer = Answer::Average});
  for (int i = 0; i < 6; ++i) walk.step();
  walk.theta = {1, 1, 1};
  walk.learner.disturbed();
  EXPECT_EQ(walk.learner.answer(walk.theta)[0], 1);
  walk.step();
  const std::span<const double> average = walk.learner.answer(walk.theta);
  EXPECT_EQ(Numbers(average.begin(), average.end()), walk.theta);
}

TEST(Perceptron, PowersOfTwoOfTheRateLeaveTheLineToTheBit) {
  for (const Convention convention : {Convention::Lecture, Convention::ScikitLearn}) {
    const std::vector<Numbers> points{{0.3, -1.7}, {1.1, 0.2}, {-0.9, 0.4}, {0.35, -1.6}},
        targets{{1}, {-1}, {1}, {-1}};
    Walk once(points, targets, {.convention = convention}), eightfold(points, targets, {.convention = convention});
    for (int i = 0; i < 50; ++i) {
      once.step(0.3);
      eightfold.step(2.4);
    }
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(8 * once.theta[i], eightfold.theta[i]);
  }
}

TEST(Perceptron, LabelSwapMirrorsTheLineByScikitLearnsRule) {
  const std::vector<Numbers> points{{0.3, -1.7}, {1.1, 0.2}, {-0.9, 0.4}, {0.35, -1.6}};
  Walk one(points, {{1}, {-1}, {1}, {-1}}, {.convention = Convention::ScikitLearn});
  Walk other(points, {{-1}, {1}, {-1}, {1}}, {.convention = Convention::ScikitLearn});
  for (int i = 0; i < 50; ++i) {
    one.step();
    other.step();
  }
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(one.theta[i], -other.theta[i]);
}

TEST(Perceptron, ABatchAddsUpAtTheSameWeights) {
  Walk walk({{1, 0}, {0, 1}, {1, 1}}, {{-1}, {-1}, {1}});
  walk.learner.step(walk.cost, walk.theta, {0, 3}, 0.5);  // both negatives are wrong at 0
  EXPECT_EQ(walk.theta, (Numbers{-1, -1, -2}));
}

TEST(Perceptron, ThePocketKeepsTheFewestMistakes) {
  Walk walk(xorPoints, xorTargets, {.answer = Answer::Pocket});
  double best = 4;
  for (int i = 0; i < 40; ++i) {
    walk.step();
    NetworkCost<double>& cost = walk.cost;
    best = std::min(best, cost.errorBy(LossKind::Mistakes, walk.theta));
    EXPECT_EQ(cost.errorBy(LossKind::Mistakes, walk.learner.answer(walk.theta)), std::min(best, 2.0));  // θ = 0: 2
  }
  EXPECT_EQ(best, 1);  // of XOR one stays wrong
}

TEST(Perceptron, TheAverageIsOfTheWeightsAfterEachSample) {
  Walk walk(andPoints, andTargets, {.answer = Answer::Average});
  Numbers sum(3, 0.0);
  for (int i = 0; i < 10; ++i) {
    walk.step();
    for (std::size_t k = 0; k < 3; ++k) sum[k] += walk.theta[k];
  }
  const std::span<const double> average = walk.learner.answer(walk.theta);
  for (std::size_t k = 0; k < 3; ++k) EXPECT_DOUBLE_EQ(average[k], sum[k] / 10);
}

TEST(Perceptron, EachClassIsAPerceptronOfItsOwn) {
  const std::vector<Numbers> points{{0, 2}, {2, 0}, {-2, -2}};
  Walk all(points, {{1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}});
  for (int i = 0; i < 30; ++i) all.step();
  for (std::size_t c = 0; c < 3; ++c) {
    std::vector<Numbers> own(3, Numbers{-1});
    own[c] = {1};
    Walk alone(points, own);
    for (int i = 0; i < 30; ++i) alone.step();
    EXPECT_EQ((Numbers{all.theta[2 * c], all.theta[2 * c + 1], all.theta[6 + c]}), alone.theta);
  }
}

TEST(Perceptron, StateIsAllThatItCarries) {
  PerceptronOptions options{.answer = Answer::Average, .penalty = {.l1 = 0.01, .l2 = 0.02}, .tolerance = 1e-3};
  Walk straight(xorPoints, xorTargets, options);
  for (int i = 0; i < 7; ++i) straight.step(0.3);
  Walk other(xorPoints, xorTargets, options);
  other.theta = straight.theta;
  std::copy(straight.learner.state().begin(), straight.learner.state().end(), other.learner.state().begin());
  other.at = straight.at;
  for (int i = 0; i < 30; ++i) {
    straight.step(0.3);
    other.step(0.3);
  }
  EXPECT_EQ(straight.theta, other.theta);
}

}  // namespace
}  // namespace backprop
