#include "experiment/pattern_view.hpp"

#include "experiment/linear_specs.hpp"

namespace backprop {
namespace {

using Numbers = std::vector<double>;

TEST(PatternView, HasEveryNumberOfTheNextUpdate) {
  auto experiment = begun(linearSpec(LearnerSpec::Rule::Perceptron, pointsOf({{2, -1}, {3, 4}}, {0, 1})));
  const PatternView view = nextPattern(*experiment);
  EXPECT_EQ(view.row, 0);
  EXPECT_EQ(view.x, (Numbers{2, -1}));
  EXPECT_EQ(view.y, (Numbers{-1}));
  EXPECT_EQ(view.z, (Numbers{0}));
  EXPECT_EQ(view.out, (Numbers{1}));  // φ(0) = +1
  EXPECT_EQ(view.factor, (Numbers{-2}));
  EXPECT_EQ(view.change, (Numbers{-4, 2, -2}));
  EXPECT_EQ(view.zAfter, (Numbers{-12}));
  EXPECT_TRUE(view.mistaken);
  EXPECT_FALSE(view.stillWrong);
  EXPECT_EQ(view.sufficientRate, 0);
}

TEST(PatternView, ShowsWhatTheStepThenDoes) {
  auto experiment = begun(linearSpec(LearnerSpec::Rule::Perceptron));
  for (int i = 0; i < 300; ++i) {
    const PatternView view = nextPattern(*experiment);
    const double before = view.counts.mistakes;
    experiment->advance(1);
    EXPECT_EQ(experiment->run().parameters(), view.after);
    EXPECT_EQ(experiment->run().perceptronCounts().mistakes, before + view.mistaken);
  }
}

TEST(PatternView, PointsOutTheUpdateThatDoesNotDo) {  // erratum to lecture (5)
  Spec spec = linearSpec(LearnerSpec::Rule::Perceptron, pointsOf({{1, 1}, {-1, -1}}, {1, 0}));
  auto experiment = begun(spec);
  ASSERT_TRUE(experiment->change(SetParameter{0, -5}).ok());
  ASSERT_TRUE(experiment->change(SetParameter{1, -5}).ok());
  const PatternView view = nextPattern(*experiment);  // z = −10, after η = 1: −10 + 2·3
  EXPECT_EQ(view.zAfter, (Numbers{-4}));
  EXPECT_TRUE(view.stillWrong);
  EXPECT_DOUBLE_EQ(view.sufficientRate.value(), 10.0 / 6);
  for (const double more : {-1e-9, 1e-9}) {
    ASSERT_TRUE(experiment->change(SetField{"learner.rate", 10.0 / 6 + more}).ok());
    EXPECT_EQ(nextPattern(*experiment).stillWrong, more < 0);
  }
}

TEST(PatternView, SpeaksOfAnOutputThatIsStillWrong) {
  auto experiment = begun(linearSpec(LearnerSpec::Rule::Perceptron, pointsOf({{1, 1}, {5, 5}, {9, 9}}, {0, 1, 2})));
  for (const auto& [index, value] : {std::pair{6, -1.0}, std::pair{7, 20.0}, std::pair{8, 30.0}}) {
    ASSERT_TRUE(experiment->change(SetParameter{index, value}).ok());
  }
  const PatternView view = nextPattern(*experiment);  // of (1, 1) ‖x̃‖² = 3: by 6 each, in the right direction
  EXPECT_EQ(view.z, (Numbers{-1, 20, 30}));
  EXPECT_EQ(view.zAfter, (Numbers{5, 14, 24}));
  EXPECT_TRUE(view.stillWrong);
  EXPECT_EQ(view.mistakenOutput, 2);
  EXPECT_DOUBLE_EQ(view.sufficientRate.value(), 30.0 / 6);
  ASSERT_TRUE(experiment->change(SetParameter{7, -1}).ok());
  ASSERT_TRUE(experiment->change(SetParameter{8, -1}).ok());
  EXPECT_EQ(nextPattern(*experiment).mistakenOutput, 0);  // the only one that moves
  ASSERT_TRUE(experiment->change(SetParameter{6, 1}).ok());
  EXPECT_EQ(nextPattern(*experiment).mistakenOutput, -1);
}

TEST(PatternView, HasNoSufficientRateWhereOtherThingsMoveTheWeightsToo) {
  Spec spec = linearSpec(LearnerSpec::Rule::Perceptron, pointsOf({{1, 1}, {-1, -1}}, {0, 1}));
  EXPECT_TRUE(nextPattern(*begun(spec)).sufficientRate.has_value());
  spec.cost.l2 = 0.1;
  EXPECT_FALSE(nextPattern(*begun(spec)).sufficientRate.has_value());
  spec.cost.l2 = 0;
  spec.learner.batch = 2;
  EXPECT_TRUE(nextPattern(*begun(spec)).mistaken);
  EXPECT_FALSE(nextPattern(*begun(spec)).sufficientRate.has_value());
}

TEST(PatternView, DoesNotMoveAnOutputThatItsToleranceStopped) {
  Spec spec = linearSpec(LearnerSpec::Rule::Perceptron, xorTable());
  spec.learner.tolerance = 0.5;
  auto experiment = begun(spec);
  experiment->advance(1000);
  ASSERT_EQ(experiment->stop()->kind, Stop::Kind::Tolerance);
  for (int i = 0; i < 4; ++i) {
    const PatternView view = nextPattern(*experiment);
    EXPECT_EQ(view.stopped, (Numbers{1}));
    EXPECT_EQ(view.factor, (Numbers{0}));
    EXPECT_FALSE(view.mistaken || view.stillWrong || view.sufficientRate);
    experiment->advance(1);
  }
}

TEST(PatternView, OfABatchShowsTheFirst) {
  Spec spec = linearSpec(LearnerSpec::Rule::Perceptron, xorTable());
  spec.learner.batch = 0;
  auto experiment = begun(spec);
  const PatternView view = nextPattern(*experiment);
  EXPECT_EQ(view.patterns, 4);
  EXPECT_EQ(view.change, (Numbers{0, 0, -4}));  // both of class A: −2 (−1, −1, 1) − 2 (1, 1, 1)
}

TEST(PatternView, LooksWithoutTouching) {
  Spec spec = linearSpec(LearnerSpec::Rule::Perceptron);
  spec.learner.answer = PerceptronOptions::Answer::Pocket;
  auto looked = begun(spec), plain = begun(spec);
  for (int i = 0; i < 50; ++i) {
    nextPattern(*looked);
    looked->advance(1);
    plain->advance(1);
  }
  EXPECT_EQ(looked->run().learnerState(), plain->run().learnerState());
}

}  // namespace
}  // namespace backprop
