#include <numeric>

#include "begun.hpp"

namespace backprop {
namespace {

TEST(Experiment, TheSameSpecGivesTheSameBits) {
  auto a = begun(), b = begun();
  a->advance(777);
  for (int i = 0; i < 7; ++i) b->advance(111);
  EXPECT_EQ(a->run().parameters(), b->run().parameters());
}

TEST(Experiment, WideLayersInSinglePrecisionReplayToTheBit) {
  Spec spec;
  spec.model.hidden = {{32, Activation::Tanh}, {16, Activation::Tanh}};
  spec.model.precision = ModelSpec::Precision::Single;
  spec.learner.batch = 7;
  auto straight = begun(spec), wandering = begun(spec);
  straight->advance(500);
  wandering->advance(900);
  EXPECT_EQ(weightsAt(*wandering, 500), straight->run().parameters());
}

TEST(Experiment, SeedsOfWeightsAndOrderMatter) {
  Spec otherWeights, otherOrder;
  otherWeights.model.seed = 8;
  otherOrder.learner.seed = 2;
  auto a = begun(), b = begun(otherWeights), c = begun(otherOrder);
  EXPECT_NE(a->run().parameters(), b->run().parameters());
  EXPECT_EQ(a->run().parameters(), c->run().parameters());
  for (Experiment* each : {a.get(), c.get()}) each->advance(20);
  EXPECT_NE(a->run().parameters(), c->run().parameters());
}

/// Rule, precision, batch, shuffled.
using Variant = std::tuple<LearnerSpec::Rule, ModelSpec::Precision, Index, bool>;
class Replay : public testing::TestWithParam<Variant> {};

TEST_P(Replay, ReachesEveryStepAgainToTheBit) {
  Spec spec;
  std::tie(spec.learner.rule, spec.model.precision, spec.learner.batch, spec.learner.shuffle) = GetParam();
  spec.learner.rate = 0.01;
  auto straight = begun(spec);
  straight->advance(2500);  // more than there are checkpoints
  const std::vector<double> there = straight->run().parameters();
  auto wandering = begun(spec);
  const std::vector<double> start = wandering->run().parameters();
  wandering->advance(3000);
  const std::vector<double> middle = weightsAt(*wandering, 1234);
  EXPECT_EQ(weightsAt(*wandering, 0), start);
  EXPECT_EQ(weightsAt(*wandering, 2500), there);
  EXPECT_EQ(weightsAt(*wandering, 1234), middle);
  wandering->advance(2500 - 1234);
  EXPECT_EQ(wandering->run().parameters(), there);
}

INSTANTIATE_TEST_SUITE_P(Of, Replay,
                         testing::Combine(testing::Values(LearnerSpec::Rule::GradientDescent,
                                                          LearnerSpec::Rule::Nesterov, LearnerSpec::Rule::Adam),
                                          testing::Values(ModelSpec::Precision::Double, ModelSpec::Precision::Single),
                                          testing::Values(Index{1}, Index{7}, Index{0}), testing::Bool()));

TEST(Experiment, ChangesMadeWhileItRunsReplayToTheBit) {
  auto live = begun();
  for (const JournalLine& line : eventful()) {
    live->advance(line.step - live->cursor().step);
    make(*live, line.change);
  }
  live->advance(150 - 95);
  EXPECT_EQ(live->document().journal, eventful());

  auto replayed = begun({}, eventful());
  for (const Index step : {150, 26, 0, 61, 95, 41, 150}) {
    const std::vector<double> once = weightsAt(*replayed, step);
    EXPECT_EQ(weightsAt(*live, step), once) << step;
  }
  EXPECT_EQ(live->training().cost(), replayed->training().cost());
}

TEST(Experiment, ASeekInSlicesArrivesAtTheSameBits) {
  auto whole = begun({}, eventful()), sliced = begun({}, eventful());
  int slices = 0;
  while (!sliced->seek(137, 10)) ++slices;
  EXPECT_EQ(slices, 13);
  EXPECT_EQ(weightsAt(*whole, 137), sliced->run().parameters());
}

TEST(Experiment, WhatIsChangedToAndFroAtOneStepReplaysToTheBit) {
  Spec network, perceptron;
  network.learner.rule = LearnerSpec::Rule::Momentum;
  perceptron.model.hidden = {};
  perceptron.model.output = Activation::Step;
  perceptron.cost.error = LossKind::Perceptron;
  perceptron.learner.rule = LearnerSpec::Rule::Perceptron;
  perceptron.learner.answer = PerceptronOptions::Answer::Average;
  const std::vector<std::pair<Spec, std::vector<Change>>> cases = {
      {network, {SetField{"learner.rule", "adam"}, SetField{"learner.rule", "momentum"}}},
      {network,
       {SetField{"learner.rule", "adam"}, SetField{"learner.rate", 0.1}, SetField{"learner.rule", "momentum"}}},
      {network, {AddPoints{{0, 0}, {1}}, SetField{"learner.batch", 7}, RemovePoints{{200}}}},
      {network, {SetParameter{0, 1}, SetField{"learner.rule", "adam"}, SetParameter{0, 2}}},
      {perceptron, {SetField{"cost.l2", 0.1}, SetField{"cost.l2", 0}}},
      {perceptron, {SetField{"cost.error", "mistakes"}, SetField{"cost.error", "perceptron"}}},
  };
  for (const auto& [spec, changes] : cases) {
    auto live = begun(spec);
    live->advance(37);
    for (const Change& change : changes) make(*live, change);
    auto replayed = begun(spec, live->document().journal);
    EXPECT_TRUE(replayed->seek(37));
    EXPECT_EQ(replayed->run().learnerState(), live->run().learnerState());
    EXPECT_EQ(replayed->cursor(), live->cursor());
    live->advance(100);
    EXPECT_EQ(weightsAt(*replayed, 137), live->run().parameters());
    EXPECT_EQ(replayed->run().answer(), live->run().answer());
  }
}

TEST(Experiment, LinesOfOneStepAreTakenTogether) {
  Spec spec;
  spec.data.recipe.count = 100'000;
  Journal journal;
  for (int i = 0; i < 5000; ++i) {
    journal.push_back({0, SetField{"data.testFraction", 0.0001 * i}});
    journal.push_back({0, SetField{"learner.rate", 0.001 * (i + 1)}});
  }
  auto experiment = begun(spec, journal);
  EXPECT_LE(experiment->revision(), 3);
  EXPECT_EQ(experiment->setting().test.rows.size(), 49'990u);
  EXPECT_EQ(experiment->rate(), 5);
}

TEST(Experiment, AReplayWithoutPointsToLearnFromGoesNoFurther) {
  std::vector<Index> all(200);
  std::iota(all.begin(), all.end(), 0);
  auto experiment = begun({}, {{10, RemovePoints{all}}, {20, AddPoints{{0, 0}, {1}}}});
  EXPECT_TRUE(experiment->seek(30));
  EXPECT_EQ(experiment->cursor().step, 10);
}

}  // namespace
}  // namespace backprop
