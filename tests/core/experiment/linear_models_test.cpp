#include <cmath>

#include "experiment/discriminant_view.hpp"
#include "experiment/linear_specs.hpp"
#include "experiment/observation.hpp"

namespace backprop {
namespace {

using Rule = LearnerSpec::Rule;

Error refusal(const Spec& spec) {
  const Outcome<std::unique_ptr<Experiment>> outcome = Experiment::create({spec, {}, 0});
  EXPECT_FALSE(outcome.ok());
  return outcome ? Error{"", "", "", ""} : outcome.error();
}

TEST(LinearModels, ThePerceptronStopsAfterAnEpochWithoutMistake) {
  auto experiment = begun(linearSpec(Rule::Perceptron, pointsOf({{0, 0}, {0, 1}, {1, 0}, {1, 1}}, {0, 0, 0, 1})));
  experiment->advance(1000);
  ASSERT_TRUE(experiment->stop().has_value());
  EXPECT_EQ(experiment->stop()->kind, Stop::Kind::NoMistakes);
  EXPECT_EQ(experiment->training().right, 4);
  EXPECT_EQ(experiment->training().hard, 0);
  EXPECT_EQ(experiment->training().soft, 0);
}

TEST(LinearModels, XorGoesRoundForEver) {
  auto experiment = begun(linearSpec(Rule::Perceptron, xorTable()));
  experiment->advance(1000);
  ASSERT_TRUE(experiment->stop().has_value());
  EXPECT_EQ(experiment->stop()->kind, Stop::Kind::Cycle);
  EXPECT_GT(experiment->training().hard, 0);
}

TEST(LinearModels, AnotherRateTrainsOnAfterTheTolerance) {
  Spec spec = linearSpec(Rule::Perceptron, xorTable());
  spec.learner.tolerance = 0.5;
  spec.learner.answer = PerceptronOptions::Answer::Pocket;
  auto experiment = begun(spec);
  experiment->advance(1000);
  ASSERT_EQ(experiment->stop()->kind, Stop::Kind::Tolerance);
  const std::vector<double> pocket = experiment->run().answer();
  const double mistakes = experiment->run().perceptronCounts().mistakes;
  ASSERT_TRUE(experiment->change(SetField{"learner.rate", 0.5}).ok());
  EXPECT_EQ(experiment->run().answer(), pocket);
  EXPECT_GT(experiment->advance(8), 4);
  EXPECT_GT(experiment->run().perceptronCounts().mistakes, mistakes);
}

TEST(LinearModels, DoesNotCallItACycleWhenTheRateIsNew) {
  auto experiment = begun(linearSpec(Rule::Perceptron, xorTable()));
  experiment->advance(1000);
  ASSERT_EQ(experiment->stop()->kind, Stop::Kind::Cycle);
  ASSERT_TRUE(experiment->change(SetField{"learner.rate", 0.3}).ok());
  experiment->advance(4);
  EXPECT_FALSE(experiment->stop().has_value());
  experiment->advance(1000);
  EXPECT_EQ(experiment->stop()->kind, Stop::Kind::Cycle);
  ASSERT_TRUE(experiment->change(SetField{"learner.batch", 3.0}).ok());
  experiment->advance(2);
  EXPECT_FALSE(experiment->stop().has_value());
}

/// XOR by 200 points at random places never comes back within any length that can be watched; that it never ends is
/// said by separability.
TEST(LinearModels, RandomXorHasNoCycleToBeSeenButIsNotSeparable) {
  Spec spec = linearSpec(Rule::Perceptron);
  spec.data.recipe.source = Source::Xor;
  auto experiment = begun(spec);
  experiment->advance(150 * 1000);
  EXPECT_FALSE(experiment->stop().has_value());
  EXPECT_FALSE(separabilityView(*experiment)->separable);
}

TEST(LinearModels, WhatIsShownIsOfTheParametersThatDecide) {
  for (const auto answer : {PerceptronOptions::Answer::Pocket, PerceptronOptions::Answer::Average}) {
    Spec spec = linearSpec(Rule::Perceptron);
    spec.data.recipe.source = Source::Xor;
    spec.learner.answer = answer;
    spec.cost.l2 = 0.01;
    auto experiment = begun(spec);
    for (int i = 0; i < 40; ++i) {
      experiment->advance(7);
      for (const bool test : {false, true}) {
        const Evaluation& shown = test ? experiment->test() : experiment->training();
        EXPECT_EQ(shown.right, confusion(*experiment, test).right());
      }
      Spec decided = spec;
      decided.learner.answer = PerceptronOptions::Answer::Last;
      auto other = begun(decided);
      const std::vector<double> deciding = experiment->run().answer();
      for (std::size_t k = 0; k < deciding.size(); ++k) {
        EXPECT_TRUE(other->change(SetParameter{Index(k), deciding[k]}).ok());
      }
      EXPECT_EQ(experiment->training().cost(), other->training().cost());
      EXPECT_EQ(experiment->training().hard, other->training().hard);
    }
  }
}

TEST(LinearModels, TheDotsOfAPathCarryTheCostOfTheWeightsThatLearn) {
  Spec spec = linearSpec(Rule::Perceptron);
  spec.data.recipe.source = Source::Xor;
  spec.learner.answer = PerceptronOptions::Answer::Pocket;
  Spec plain = spec;
  plain.learner.answer = PerceptronOptions::Answer::Last;
  auto experiment = begun(spec), other = begun(plain);
  experiment->advance(60);
  other->advance(60);
  const SurfaceView view = surfaceOver(*experiment, 0, 1, std::nullopt, 4),
                    last = surfaceOver(*other, 0, 1, std::nullopt, 4);
  EXPECT_EQ(view.cost, last.cost);
  ASSERT_EQ(view.path.size(), last.path.size());
  for (std::size_t i = 0; i < view.path.size(); ++i) EXPECT_EQ(view.path[i].cost, last.path[i].cost);
}

TEST(LinearModels, ByScikitLearnsRuleZeroIsTheFirstClass) {
  const auto table = pointsOf({{1, 1}, {2, 1}, {3, 1}}, {0, 0, 1});
  Spec spec = linearSpec(Rule::Perceptron, table);
  auto lecture = begun(spec);  // θ = 0, so z = 0
  EXPECT_EQ(predictions(*lecture), (std::vector<double>{1, 1, 1}));
  spec.learner.convention = PerceptronOptions::Convention::ScikitLearn;
  auto experiment = begun(spec);
  EXPECT_EQ(predictions(*experiment), (std::vector<double>{0, 0, 0}));
  EXPECT_EQ(confusion(*experiment, false).at(0, 0), 2);
  EXPECT_EQ(confusion(*experiment, false).at(1, 0), 1);
  EXPECT_EQ(experiment->training().right, 2);
}

TEST(LinearModels, CostsAreSumsAndBothAreKept) {
  auto experiment = begun(linearSpec(Rule::Perceptron, xorTable()));
  for (const auto& [index, value] : {std::pair{0, 1.0}, std::pair{1, 1.0}, std::pair{2, 0.5}}) {
    EXPECT_TRUE(experiment->change(SetParameter{index, value}).ok());
  }
  // z = −1.5, 2.5, 0.5, 0.5 against −1, −1, +1, +1: one mistake, by 2.5.
  EXPECT_EQ(experiment->training().hard, 1);
  EXPECT_EQ(experiment->training().soft, 2.5);
  EXPECT_EQ(experiment->training().error, 2.5);
  EXPECT_TRUE(experiment->change(SetField{"cost.error", "mistakes"}).ok());
  EXPECT_EQ(experiment->training().error, 1);
}

TEST(LinearModels, FisherIsThereAfterOneStep) {
  auto experiment = begun(linearSpec(Rule::Fisher));
  EXPECT_EQ(experiment->advance(100), 1);
  EXPECT_EQ(experiment->stop()->kind, Stop::Kind::Solved);
  EXPECT_GT(experiment->training().right, experiment->training().count / 2);
}

TEST(LinearModels, FisherSaysThatOneClassIsNotEnough) {
  auto experiment = begun(linearSpec(Rule::Fisher, pointsOf({{0, 0}, {1, 2}, {2, 1}}, {1, 1, 1})));
  experiment->advance(5);
  EXPECT_EQ(experiment->stop()->kind, Stop::Kind::OneClass);
}

TEST(LinearModels, NewtonEndsAtTheMinimum) {
  Spec spec = linearSpec(Rule::Newton);
  spec.cost.l2 = 0.01;
  auto experiment = begun(spec);
  experiment->advance(100);
  EXPECT_EQ(experiment->stop()->kind, Stop::Kind::Solved);
  for (const double g : experiment->run().gradient()) EXPECT_NEAR(g, 0, 1e-12);
}

TEST(LinearModels, NewtonSaysThatTheWeightsRunAway) {
  auto experiment = begun(linearSpec(Rule::Newton, pointsOf({{0, 0}, {1, 0}, {3, 1}, {4, 1}}, {0, 0, 1, 1})));
  experiment->advance(100);
  EXPECT_EQ(experiment->stop()->kind, Stop::Kind::Separated);
}

/// x = −1, 0 against 0, 1: the two at 0 hold the line in place, the others drive the weight up without end.
std::shared_ptr<const Table> touchingPoints() {
  return pointsOf({{-1, 0}, {0, 0}, {0, 0}, {1, 0}, {-1, 1}, {1, 1}, {0, 1}, {0, 1}}, {0, 0, 1, 1, 0, 1, 0, 1});
}

TEST(LinearModels, NewtonSaysThatTheWeightsRunAwayThoughSomePointsStayOnTheLine) {
  for (const Activation output : {Activation::Sigmoid, Activation::Softmax}) {
    Spec spec = linearSpec(Rule::Newton, touchingPoints());
    spec.model.output = output;
    auto experiment = begun(spec);
    experiment->advance(100);
    EXPECT_EQ(experiment->stop()->kind, Stop::Kind::Separated);
    for (const double w : experiment->run().parameters()) EXPECT_LT(std::fabs(w), 50);
    spec.cost.l2 = 1e-3;
    auto held = begun(spec);
    held->advance(100);
    EXPECT_EQ(held->stop()->kind, Stop::Kind::Solved);
  }
}

TEST(LinearModels, SayWhetherTheWeightsRunAwayWhateverLearns) {
  const auto unbounded = [](std::shared_ptr<const Table> table, double l2 = 0) {
    Spec spec = linearSpec(Rule::GradientDescent, std::move(table));
    spec.cost.l2 = l2;
    return begun(spec)->run().unbounded();
  };
  EXPECT_EQ(unbounded(xorTable()), false);
  EXPECT_EQ(unbounded(touchingPoints()), true);
  EXPECT_EQ(unbounded(touchingPoints(), 0.1), false);
  EXPECT_EQ(unbounded(pointsOf({{0, 0}, {1, 0}, {3, 1}, {4, 1}}, {0, 0, 1, 1})), true);
  Spec several = linearSpec(Rule::GradientDescent);
  several.data.recipe.source = Source::Blobs;
  several.data.recipe.classes = 3;
  several.model.output = Activation::Softmax;
  several.data.recipe.noise = 1;
  EXPECT_EQ(begun(several)->run().unbounded(), false);
  several.data.recipe.noise = 0;
  EXPECT_EQ(begun(several)->run().unbounded(), true);
  Spec network;
  EXPECT_FALSE(begun(network)->run().unbounded().has_value());
  EXPECT_FALSE(begun(linearSpec(Rule::Perceptron))->run().unbounded().has_value());

  auto moving = begun(linearSpec(Rule::GradientDescent, touchingPoints()));
  ASSERT_EQ(moving->run().unbounded(), true);
  ASSERT_TRUE(moving->change(AddPoints{{2, 0}, {0}}).ok());
  EXPECT_EQ(moving->run().unbounded(), false);
}

TEST(LinearModels, FisherSaysThatTheScatterIsSingular) {
  auto flat = begun(linearSpec(Rule::Fisher, pointsOf({{0, 0}, {1, 2}, {2, 4}, {4, 8}}, {0, 0, 1, 1})));
  flat->advance(1);
  EXPECT_TRUE(flat->run().singular());
  auto full = begun(linearSpec(Rule::Fisher));
  full->advance(1);
  EXPECT_FALSE(full->run().singular());
  Spec several = linearSpec(Rule::Fisher, pointsOf({{0, 0}, {1, 1}, {2, 2}, {4, 4}}, {0, 1, 1, 2}));
  several.model.output = Activation::Softmax;
  auto three = begun(several);
  three->advance(1);
  EXPECT_TRUE(three->run().singular());
}

TEST(LinearModels, SeparabilityOfSeveralClassesIsOfEachFromTheRest) {
  const auto table = pointsOf({{0, 5}, {5, -5}, {-5, -5}, {0, 6}}, {0, 1, 2, 0});
  auto experiment = begun(linearSpec(Rule::Perceptron, table));
  const auto view = separabilityView(*experiment);
  ASSERT_EQ(view->classes.size(), 3u);
  EXPECT_TRUE(view->separable);
  EXPECT_EQ(view->margin, std::min({view->classes[0].margin, view->classes[1].margin, view->classes[2].margin}));
  EXPECT_EQ(view->bound, view->classes[0].bound + view->classes[1].bound + view->classes[2].bound);
  experiment->advance(10'000);
  ASSERT_EQ(experiment->stop()->kind, Stop::Kind::NoMistakes);
  EXPECT_LE(experiment->run().perceptronCounts().mistakes, view->bound);
  const auto row = begun(linearSpec(Rule::Perceptron, pointsOf({{0, 0}, {1, 0}, {2, 0}}, {0, 1, 2})));
  EXPECT_FALSE(separabilityView(*row)->separable);
  EXPECT_FALSE(separabilityView(*row)->classes[1].separable);  // the one in the middle
  EXPECT_TRUE(separabilityView(*row)->classes[2].separable);
}

TEST(LinearModels, DescentOnTheSoftCostIsThePerceptronAtHalfTheRate) {
  Spec rule = linearSpec(Rule::Perceptron), descent = rule;
  descent.learner.rule = Rule::GradientDescent;
  descent.learner.rate = 2;
  auto a = begun(rule), b = begun(descent);
  a->advance(100);
  b->advance(100);
  EXPECT_EQ(a->run().parameters(), b->run().parameters());
}

TEST(LinearModels, DecidesByTheGreatestScoreOfSeveral) {
  Spec spec = linearSpec(Rule::Perceptron);
  spec.data.recipe.source = Source::Blobs;
  spec.data.recipe.classes = 3;
  auto experiment = begun(spec);
  experiment->advance(500);
  const Answers answers = answersAt(*experiment, experiment->setting().table().values);
  for (Index i = 0; i < answers.scores.cols(); ++i) {
    Index greatest;
    answers.scores.col(i).maxCoeff(&greatest);
    EXPECT_EQ(answers.decided[std::size_t(i)], double(greatest));
    for (Index j = 0; j < 3; ++j) EXPECT_EQ(answers.outputs(j, i), answers.scores(j, i) < 0 ? -1 : 1);
  }
}

/// Every rule of one layer, both precisions, every answer.
using Variant = std::tuple<Rule, ModelSpec::Precision, PerceptronOptions::Answer, bool>;
class LinearReplay : public testing::TestWithParam<Variant> {};

TEST_P(LinearReplay, ReachesEveryStepAgainToTheBit) {
  const auto& [rule, precision, answer, shuffle] = GetParam();
  Spec spec = linearSpec(rule);
  spec.model.precision = precision;
  spec.learner.answer = answer;
  spec.learner.shuffle = shuffle;
  auto straight = begun(spec), wandering = begun(spec);
  const auto go = [](Experiment& experiment, Step steps) {
    for (Step made = 0; made < steps && experiment.advance(1) == 1; ++made) {
    }
  };
  go(*straight, 700);
  wandering->seek(1500);
  wandering->seek(3);
  wandering->seek(700);
  EXPECT_EQ(wandering->run().parameters(), straight->run().parameters());
  EXPECT_EQ(wandering->run().answer(), straight->run().answer());
  EXPECT_EQ(wandering->run().learnerState(), straight->run().learnerState());
}

INSTANTIATE_TEST_SUITE_P(Of, LinearReplay,
                         testing::Combine(testing::Values(Rule::Perceptron, Rule::Newton, Rule::Fisher),
                                          testing::Values(ModelSpec::Precision::Double, ModelSpec::Precision::Single),
                                          testing::Values(PerceptronOptions::Answer::Last,
                                                          PerceptronOptions::Answer::Pocket,
                                                          PerceptronOptions::Answer::Average),
                                          testing::Bool()));

/// Many steps at a time are the same as one after the other, also where one of them ends the run.
TEST(LinearModels, StopsAtTheSameStepHoweverManyAreAskedFor) {
  Spec spec = linearSpec(Rule::Perceptron);
  spec.learner.rate = 6e307;
  spec.data.recipe.source = Source::Xor;
  auto one = begun(spec), many = begun(spec);
  for (int i = 0; i < 10000 && !one->stop(); ++i) one->advance(1);
  many->advance(1'000'000);
  ASSERT_EQ(one->stop()->kind, Stop::Kind::NotFinite);
  EXPECT_EQ(many->stop()->kind, Stop::Kind::NotFinite);
  EXPECT_EQ(many->stop()->step, one->stop()->step);
  EXPECT_EQ(many->cursor(), one->cursor());
  EXPECT_EQ(many->run().parameters(), one->run().parameters());
  EXPECT_EQ(many->run().learnerState(), one->run().learnerState());
  EXPECT_EQ(many->lastStep()->gradientNorm, one->lastStep()->gradientNorm);
}

TEST(LinearModels, ManyStepsAtATimeAreTheSteps) {
  for (const auto convention : {PerceptronOptions::Convention::Lecture, PerceptronOptions::Convention::ScikitLearn}) {
    Spec spec = linearSpec(Rule::Perceptron);
    spec.data.recipe.source = Source::Blobs;
    spec.data.recipe.classes = 3;
    spec.learner.convention = convention;
    spec.learner.tolerance = 1e-3;
    auto one = begun(spec), many = begun(spec);
    for (const Step steps : {1, 7, 148, 151, 1000}) {
      for (Step i = 0; i < steps && !one->stop(); ++i) one->advance(1);
      if (!many->stop()) many->advance(steps);
      EXPECT_EQ(many->cursor(), one->cursor());
      EXPECT_EQ(many->run().parameters(), one->run().parameters());
      EXPECT_EQ(many->run().learnerState(), one->run().learnerState());
      EXPECT_EQ(many->lastStep()->gradientNorm, one->lastStep()->gradientNorm);
    }
  }
}

TEST(LinearModels, AnotherRuleOnTheWayReplays) {
  Spec spec = linearSpec(Rule::Newton);
  spec.learner.batch = 10;
  auto live = begun(spec);
  live->advance(3);
  EXPECT_TRUE(live->change(SetField{"learner.rule", "gradientDescent"}).ok());
  live->advance(40);
  EXPECT_TRUE(live->change(SetField{"learner.rule", "fisher"}).ok());
  live->advance(1);
  const std::vector<double> there = live->run().parameters();
  const Step step = live->cursor().step;
  live->seek(0);
  live->seek(step);
  EXPECT_EQ(live->run().parameters(), there);
}

TEST(LinearModels, SayWhatTheyNeed) {
  Spec hidden = linearSpec(Rule::Perceptron);
  hidden.model.hidden = {{2, Activation::Tanh}};
  EXPECT_EQ(refusal(hidden).allowed, "model.hidden = []");

  Spec smooth = linearSpec(Rule::Perceptron);
  smooth.model.output = Activation::Sigmoid;
  smooth.cost.error = LossKind::CrossEntropy;
  EXPECT_EQ(refusal(smooth).field, "learner.rule");
  EXPECT_EQ(refusal(smooth).allowed, "model.output = step");

  Spec squares = linearSpec(Rule::Perceptron);
  squares.cost.error = LossKind::SquaredError;
  EXPECT_EQ(refusal(squares).field, "cost.error");
  EXPECT_EQ(refusal(squares).allowed, "perceptron, mistakes");

  Spec soft;
  soft.cost.error = LossKind::Perceptron;
  EXPECT_EQ(refusal(soft).allowed, "squaredError, huber; model.output = step");

  Spec newton = linearSpec(Rule::Newton);
  newton.cost.l1 = 0.1;
  EXPECT_EQ(refusal(newton).allowed, "cost.l1 = 0");
  newton.cost.l1 = 0;
  newton.cost.error = LossKind::Huber;
  EXPECT_EQ(refusal(newton).field, "learner.rule");

  Spec fisher = linearSpec(Rule::Fisher);
  fisher.data.recipe.source = Source::Blobs;
  fisher.data.recipe.classes = 3;
  EXPECT_EQ(refusal(fisher).allowed, "model.output = softmax");
  fisher.model.output = Activation::Softmax;
  EXPECT_NE(begun(fisher), nullptr);
}

}  // namespace
}  // namespace backprop
