#include "experiment/pattern_view.hpp"

#include "experiment/linear_specs.hpp"

namespace backprop {
namespace {

using Numbers = std::vector<double>;

TEST(PatternView, HasEveryNumberOfTheNextUpdate) {
  auto experiment = begunWith(linearSpec(LearnerSpec::Rule::Perceptron, pointsOf({{2, -1}, {3, 4}}, {0, 1})));
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
  auto experiment = begunWith(linearSpec(LearnerSpec::Rule::Perceptron));
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
  auto experiment = begunWith(spec);
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

TEST(PatternView, OfABatchShowsTheFirst) {
  Spec spec = linearSpec(LearnerSpec::Rule::Perceptron, xorTable());
  spec.learner.batch = 0;
  auto experiment = begunWith(spec);
  const PatternView view = nextPattern(*experiment);
  EXPECT_EQ(view.patterns, 4);
  EXPECT_EQ(view.change, (Numbers{0, 0, -4}));  // both of class A: −2 (−1, −1, 1) − 2 (1, 1, 1)
}

TEST(PatternView, LooksWithoutTouching) {
  Spec spec = linearSpec(LearnerSpec::Rule::Perceptron);
  spec.learner.answer = PerceptronOptions::Answer::Pocket;
  auto looked = begunWith(spec), plain = begunWith(spec);
  for (int i = 0; i < 50; ++i) {
    nextPattern(*looked);
    looked->advance(1);
    plain->advance(1);
  }
  EXPECT_EQ(looked->run().learnerState(), plain->run().learnerState());
}

}  // namespace
}  // namespace backprop
