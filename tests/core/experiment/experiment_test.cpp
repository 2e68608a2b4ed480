#include "experiment/experiment.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace backprop {
namespace {

std::unique_ptr<Experiment> begun(const Spec& spec = {}, Journal journal = {}) {
  Outcome<std::unique_ptr<Experiment>> outcome = Experiment::create({spec, std::move(journal), 0});
  EXPECT_TRUE(outcome.ok()) << (outcome ? "" : outcome.error().field + " " + outcome.error().value);
  return std::move(outcome).value();
}

std::vector<double> weightsAt(Experiment& experiment, Index step) {
  EXPECT_TRUE(experiment.seek(step));
  EXPECT_EQ(experiment.cursor().step, step);
  return experiment.run().parameters();
}

void make(Experiment& experiment, const Change& change) {
  const Outcome<Done> outcome = experiment.change(change);
  EXPECT_TRUE(outcome.ok()) << (outcome ? "" : outcome.error().field + " " + outcome.error().code);
}

// ---- replay ----------------------------------------------------------------------------------------

TEST(Experiment, TheSameSpecGivesTheSameBits) {
  auto a = begun(), b = begun();
  a->advance(777);
  for (int i = 0; i < 7; ++i) b->advance(111);
  EXPECT_EQ(a->run().parameters(), b->run().parameters());
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

Journal eventful() {
  return {{10, SetField{"learner.rate", 0.05}},
          {25, SetParameter{3, 2.5}},
          {25, AddPoints{{0.5, 0.5, -1, 2}, {1, 0}}},
          {40, SetField{"learner.rule", "momentum"}},
          {40, SetField{"learner.batch", 3}},
          {60, MovePoints{{0, 2}, {1, 1, 2, 2}}},
          {61, RemovePoints{{5, 6, 7}}},
          {70, SetField{"cost.l2", 0.01}},
          {80, SetField{"data.testFraction", 0.5}},
          {90, Retarget{{1}, 0}},
          {95, SetField{"learner.seed", 17}}};
}

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

// ---- the journal -----------------------------------------------------------------------------------

TEST(Experiment, AChangeAfterARewindCutsWhatLayAhead) {
  auto experiment = begun({}, eventful());
  experiment->seek(150);
  experiment->seek(30);
  make(*experiment, SetField{"learner.rate", 0.5});
  EXPECT_EQ(experiment->document().journal.size(), 4u);
  EXPECT_EQ(experiment->furthest(), 30);
}

TEST(Experiment, UndoGivesTheRunAsItWouldHaveBeen) {
  auto never = begun();
  never->advance(300);
  auto undone = begun();
  undone->advance(100);
  make(*undone, SetField{"learner.rate", 2});
  undone->advance(200);
  EXPECT_NE(undone->run().parameters(), never->run().parameters());
  ASSERT_TRUE(undone->revise({}).ok());
  EXPECT_EQ(weightsAt(*undone, 300), never->run().parameters());
}

TEST(Experiment, AJournalThatFailsAnywhereChangesNothing) {
  auto experiment = begun();
  experiment->advance(50);
  const auto before = experiment->run().parameters();
  const std::vector<std::pair<JournalLine, std::string>> wrong = {
      {{5, SetField{"learner.rate", -1}}, "outOfRange"}, {{5, SetField{"nothing", -1}}, "unexpected"},
      {{5, SetField{"model.seed", 3}}, "incompatible"},  {{5, SetParameter{9999, 0}}, "outOfRange"},
      {{5, RemovePoints{{9999}}}, "outOfRange"},         {{5, SetField{"cost.error", "sqaured"}}, "unknown"},
      {{5, AddPoints{{0, 0}, {2}}}, "incompatible"},  // a third class wants another network
  };
  for (const auto& [line, code] : wrong) {
    const Outcome<Done> outcome = experiment->revise({{1, SetField{"learner.rate", 0.1}}, line});
    ASSERT_FALSE(outcome.ok()) << code;
    EXPECT_EQ(outcome.error().code, code);
    EXPECT_EQ(outcome.error().field.substr(0, 7), "journal");
    EXPECT_EQ(experiment->run().parameters(), before);
    EXPECT_TRUE(experiment->document().journal.empty());
  }
}

TEST(Experiment, AJournalThatIsFullTakesNoMore) {
  Journal journal;
  for (Index i = 0; i < maxJournalLines; ++i) journal.push_back({i, SetParameter{0, 0.5}});
  auto experiment = begun({}, journal);
  experiment->seek(maxJournalLines);
  const Outcome<Done> outcome = experiment->change(SetField{"learner.rate", 0.1});
  ASSERT_FALSE(outcome.ok());
  EXPECT_EQ(outcome.error().code, "tooLarge");
  EXPECT_EQ(outcome.error().field, "journal");
  experiment->seek(5);
  make(*experiment, SetField{"learner.rate", 0.1});  // cuts what lies ahead
  experiment->rebase();
  make(*experiment, SetField{"learner.rate", 0.2});
}

TEST(Experiment, RebaseBeginsFromWhatIsInForceNow) {
  auto experiment = begun({}, eventful());
  experiment->seek(150);
  const Index rows = experiment->setting().table().rows();
  experiment->rebase();
  EXPECT_EQ(experiment->cursor().step, 0);
  EXPECT_TRUE(experiment->document().journal.empty());
  EXPECT_EQ(experiment->setting().table().rows(), rows);
  EXPECT_EQ(experiment->setting().spec().learner.rate, 0.05);
  auto again = begun(experiment->document().spec);
  again->advance(33);
  experiment->advance(33);
  EXPECT_EQ(experiment->run().parameters(), again->run().parameters());
}

// ---- changes ---------------------------------------------------------------------------------------

TEST(Experiment, AChangeOfTheRateGoesOnFromTheSameWeights) {
  auto experiment = begun();
  experiment->advance(40);
  const auto before = experiment->run().parameters();
  make(*experiment, SetField{"learner.rate", 0.01});
  EXPECT_EQ(experiment->run().parameters(), before);
  EXPECT_EQ(experiment->cursor().step, 40);
  EXPECT_EQ(experiment->rate(), 0.01);
}

TEST(Experiment, AChangeOfTheNetworkBeginsAnew) {
  auto experiment = begun();
  experiment->advance(40);
  make(*experiment, SetField{"model.seed", 3});
  EXPECT_EQ(experiment->cursor().step, 0);
  EXPECT_TRUE(experiment->document().journal.empty());
}

TEST(Experiment, DrawnPointsSurviveAChangeOfTheNetwork) {
  auto experiment = begun();
  make(*experiment, AddPoints{{0.25, 0.75}, {1}});
  make(*experiment, SetField{"model.seed", 3});
  EXPECT_EQ(experiment->setting().table().rows(), 201);
  EXPECT_EQ(experiment->setting().table().values(1, 200), 0.75);
}

TEST(Experiment, AThirdClassWidensTheOutputAndBeginsAnew) {
  auto experiment = begun();
  experiment->advance(10);
  make(*experiment, AddPoints{{0, 0}, {2}});
  EXPECT_EQ(experiment->setting().architecture.outputs(), 3);
  EXPECT_EQ(experiment->cursor().step, 0);
  EXPECT_EQ(experiment->setting().table().rows(), 201);
}

TEST(Experiment, PointsAddedMidEpochBeginTheEpochAnew) {
  auto experiment = begun();
  experiment->advance(3);
  EXPECT_GT(experiment->cursor().position, 0);
  make(*experiment, AddPoints{{0, 0}, {1}});
  EXPECT_EQ(experiment->cursor().position, 0);
  EXPECT_EQ(experiment->cursor().epoch, 0);
}

TEST(Experiment, OnAnErrorNothingHasChanged) {
  auto experiment = begun();
  experiment->advance(10);
  const auto before = experiment->run().parameters();
  for (const Change& change : std::vector<Change>{
           SetField{"learner.rate", -1}, SetField{"model.output", "tanh"},  // cross-entropy is on
           SetField{"cost.error", "none"}, SetParameter{-1, 0}, AddPoints{{1}, {0}}, RemovePoints{{0, 0}}}) {
    EXPECT_FALSE(experiment->change(change).ok());
  }
  EXPECT_EQ(experiment->run().parameters(), before);
  EXPECT_EQ(experiment->cursor().step, 10);
  EXPECT_TRUE(experiment->document().journal.empty());
}

// ---- how a run ends --------------------------------------------------------------------------------

/// One layer that fits numbers, at a rate that makes every step overshoot.
Spec diverging(double rate = 1000) {
  Spec spec;
  spec.model.hidden = {{4, Activation::Relu}, {4, Activation::Relu}};
  spec.model.output = Activation::Linear;
  spec.cost.error = LossKind::SquaredError;
  spec.learner.rate = rate;
  return spec;
}

TEST(Experiment, StopsAtTheStepWhereANumberCeasedToBeFinite) {
  auto experiment = begun(diverging());
  experiment->advance(10'000);
  ASSERT_TRUE(experiment->stop());
  EXPECT_EQ(experiment->stop()->kind, Stop::Kind::NotFinite);
  EXPECT_NE(experiment->stop()->quantity, Stop::Quantity::None);
  const Index step = experiment->cursor().step;
  EXPECT_EQ(experiment->stop()->step, step);
  EXPECT_EQ(experiment->advance(5), 0);
  experiment->seek(step - 1);
  EXPECT_FALSE(experiment->stop());
  EXPECT_EQ(experiment->run().firstNotFinite(), -1);
  EXPECT_EQ(experiment->advance(5), 1);
  EXPECT_EQ(experiment->stop()->step, step);
}

TEST(Experiment, OneStepBeforeItStoppedEveryNumberIsFinite) {
  for (const double rate : {0.3, 1.0, 3.0, 10.0, 1000.0, 1e6}) {
    for (const Index batch : {0, 1, 10}) {
      for (const auto precision : {ModelSpec::Precision::Double, ModelSpec::Precision::Single}) {
        SCOPED_TRACE(testing::Message() << rate << " batch " << batch << " single " << static_cast<int>(precision));
        Spec spec = diverging(rate);
        spec.data.recipe.noise = 0.4;
        spec.learner.batch = batch;
        spec.model.precision = precision;
        auto experiment = begun(spec);
        experiment->advance(3000);
        if (!experiment->stop()) continue;
        const Stop stop = *experiment->stop();
        EXPECT_EQ(stop.step, experiment->cursor().step);
        EXPECT_EQ(stop.quantity == Stop::Quantity::Parameter, experiment->run().firstNotFinite() >= 0);
        if (stop.quantity == Stop::Quantity::Cost) EXPECT_FALSE(std::isfinite(experiment->training().cost()));
        experiment->seek(stop.step - 1);
        EXPECT_TRUE(std::isfinite(experiment->training().cost()));
        EXPECT_EQ(experiment->advance(2), 1);
        EXPECT_EQ(experiment->stop()->step, stop.step);
        EXPECT_EQ(experiment->stop()->quantity, stop.quantity);
      }
    }
  }
}

/// A linear unit, a = w x² + b in single precision, on the one point x = 10⁹, y = 0: with w = 1 its cost is ½ · 10³⁶
/// and the slope 10³⁶, both finite; a step of α = 1000 along it is not.
std::unique_ptr<Experiment> onTheBrink() {
  Table table{.columnNames = {"x"}, .values = RowMatrix<double>::Constant(1, 1, 1e9), .targets = {0}};
  table.kind = TargetKind::Numbers;
  table.test = {0};
  Spec spec;
  spec.data.table = std::make_shared<const Table>(table);
  spec.data.inputs = {0};
  spec.model.features = {"x1^2"};
  spec.model.hidden = {};
  spec.model.output = Activation::Linear;
  spec.model.precision = ModelSpec::Precision::Single;
  spec.cost.error = LossKind::SquaredError;
  spec.learner.rate = 1000;
  auto experiment = begun(spec);
  make(*experiment, SetParameter{0, 1});
  return experiment;
}

TEST(Experiment, AChangeThatRepairsNoWeightLeavesItStopped) {
  auto experiment = onTheBrink();
  EXPECT_EQ(experiment->advance(5), 1);
  EXPECT_EQ(experiment->stop()->quantity, Stop::Quantity::Parameter);
  make(*experiment, SetField{"learner.rate", 0.001});
  ASSERT_TRUE(experiment->stop());
  EXPECT_EQ(experiment->stop()->kind, Stop::Kind::NotFinite);
  EXPECT_EQ(experiment->stop()->parameter, 0);
  EXPECT_EQ(experiment->advance(5), 0);
}

TEST(Experiment, AChangeThatRepairsTheWeightsLetsItGoOnAndReplays) {
  auto experiment = onTheBrink();
  experiment->advance(5);
  make(*experiment, SetParameter{0, 0});
  make(*experiment, SetParameter{1, 0.5});
  make(*experiment, SetField{"learner.rate", 1e-40});
  EXPECT_FALSE(experiment->stop());
  EXPECT_EQ(experiment->advance(5), 5);
  auto replayed = begun(experiment->document().spec, experiment->document().journal);
  EXPECT_EQ(weightsAt(*replayed, 6), experiment->run().parameters());
}

TEST(Experiment, AChangeThatLeavesTheCostInfiniteLeavesItStopped) {
  auto experiment = onTheBrink();
  make(*experiment, SetParameter{0, 1000});
  EXPECT_EQ(experiment->advance(5), 0);
  ASSERT_TRUE(experiment->stop());
  EXPECT_EQ(experiment->stop()->quantity, Stop::Quantity::Cost);
  make(*experiment, SetField{"learner.rate", 0.001});
  ASSERT_TRUE(experiment->stop());
  EXPECT_EQ(experiment->stop()->quantity, Stop::Quantity::Cost);
  make(*experiment, SetParameter{0, 0});
  EXPECT_FALSE(experiment->stop());
}

TEST(Experiment, AChangeToAWeightThatSinglePrecisionCannotHoldStops) {
  auto experiment = onTheBrink();
  make(*experiment, SetParameter{1, 1e300});
  ASSERT_TRUE(experiment->stop());
  EXPECT_EQ(experiment->stop()->parameter, 1);
  make(*experiment, SetParameter{1, 0});
  EXPECT_FALSE(experiment->stop());
}

TEST(Experiment, StopsWhenAConditionHolds) {
  Spec spec;
  spec.stop.epochs = 3;
  auto byEpochs = begun(spec);
  EXPECT_EQ(byEpochs->advance(1000), 45);
  EXPECT_EQ(byEpochs->stop()->kind, Stop::Kind::Epochs);

  spec.stop = {};
  spec.stop.accuracy = 0.95;
  auto byAccuracy = begun(spec);
  byAccuracy->advance(100'000);
  ASSERT_TRUE(byAccuracy->stop());
  EXPECT_GE(static_cast<double>(byAccuracy->training().right), 0.95 * 150);

  spec.stop = {};
  spec.stop.cost = 0.1;
  auto byCost = begun(spec);
  byCost->advance(100'000);
  ASSERT_TRUE(byCost->stop());
  EXPECT_LE(byCost->training().cost(), 0.1);
}

TEST(Experiment, ReplayDoesNotHeedStopConditions) {
  Spec spec;
  spec.stop.epochs = 3;
  auto experiment = begun(spec);
  EXPECT_TRUE(experiment->seek(100));
  EXPECT_EQ(experiment->cursor().step, 100);

  auto stopped = begun(spec);
  stopped->advance(100);
  ASSERT_TRUE(stopped->stop());
  EXPECT_TRUE(stopped->seek(100));
  EXPECT_EQ(stopped->run().parameters(), experiment->run().parameters());
}

TEST(Experiment, WithoutPointsItSaysSo) {
  Spec spec;
  spec.data.recipe.count = 0;
  auto experiment = begun(spec);
  EXPECT_EQ(experiment->advance(10), 0);
  EXPECT_EQ(experiment->stop()->kind, Stop::Kind::NoPatterns);
  EXPECT_TRUE(std::isnan(experiment->training().cost()));
  make(*experiment, AddPoints{{1, 1, -1, -1}, {1, 0}});
  EXPECT_EQ(experiment->advance(10), 10);
}

TEST(Experiment, OneClassAloneCanBeLearned) {
  Spec spec;
  spec.data.recipe.count = 0;
  auto experiment = begun(spec);
  make(*experiment, AddPoints{{1, 1, -1, -1}, {0, 0}});
  experiment->advance(500);
  EXPECT_EQ(experiment->training().right, 2);
}

TEST(Experiment, DuplicatePointsSimplyWork) {
  Spec spec;
  spec.data.recipe.count = 0;
  auto experiment = begun(spec);
  make(*experiment, AddPoints{std::vector<double>(2000, 0.5), std::vector<double>(1000, 1)});
  EXPECT_EQ(experiment->advance(200), 200);
  EXPECT_TRUE(std::isfinite(experiment->training().cost()));
}

TEST(Experiment, AHundredThousandPointsSimplyWork) {
  Spec spec;
  spec.data.recipe.count = 100'000;
  auto experiment = begun(spec);
  EXPECT_EQ(experiment->setting().training.rows.size(), 75'000u);
  EXPECT_EQ(experiment->advance(100), 100);
}

// ---- what goes together ----------------------------------------------------------------------------

TEST(Experiment, SaysWhatDoesNotGoTogether) {
  const auto codeAndField = [](const Spec& spec) {
    const auto outcome = Experiment::create({spec, {}, 0});
    return outcome ? std::string("none") : outcome.error().code + " " + outcome.error().field;
  };
  Spec spec;
  EXPECT_EQ(codeAndField(spec), "none");
  spec.model.output = Activation::Tanh;
  EXPECT_EQ(codeAndField(spec), "incompatible cost.error");
  spec.cost.error = LossKind::SquaredError;
  EXPECT_EQ(codeAndField(spec), "none");
  spec.data.inputs = {0, 5};
  EXPECT_NE(codeAndField(spec).find("data.inputs"), std::string::npos);
  spec.data.inputs = {0, 1};
  spec.data.recipe.source = Source::Plane;
  EXPECT_EQ(codeAndField(spec), "none");
  spec.model.output = Activation::Softmax;
  EXPECT_EQ(codeAndField(spec), "incompatible model.output");
  spec.model.output = Activation::Sigmoid;
  spec.cost.error = LossKind::CrossEntropy;
  EXPECT_EQ(codeAndField(spec), "incompatible cost.error");
}

// ---- it learns -------------------------------------------------------------------------------------

TEST(Experiment, LearnsTheMoons) {
  auto experiment = begun();
  experiment->advance(15 * 300);
  EXPECT_GT(experiment->training().right, 0.97 * 150);
  EXPECT_GT(experiment->test().right, 0.95 * 50);
}

TEST(Experiment, LearnsIrisByStandardisedMeasurements) {
  Spec spec;
  spec.data.recipe.source = Source::Iris;
  spec.data.inputs = {0, 1, 2, 3};
  spec.data.standardize = true;
  spec.model.features = {"x1", "x2", "x3", "x4"};
  spec.model.output = Activation::Softmax;
  auto experiment = begun(spec);
  experiment->advance(3000);
  EXPECT_GT(static_cast<double>(experiment->training().right) / static_cast<double>(experiment->training().count),
            0.97);
}

TEST(Experiment, FitsBumpsInSinglePrecision) {
  Spec spec;
  spec.data.recipe.source = Source::Bumps;
  spec.model.hidden = {{8, Activation::Tanh}, {8, Activation::Tanh}};
  spec.model.output = Activation::Linear;
  spec.model.precision = ModelSpec::Precision::Single;
  spec.cost.error = LossKind::SquaredError;
  spec.learner.rate = 0.1;
  auto experiment = begun(spec);
  const double before = experiment->training().cost();
  experiment->advance(20'000);
  EXPECT_LT(experiment->training().cost(), 0.2 * before);
}

TEST(Experiment, LooksAtManyPointsAtLeastHalfAsOftenAsItLearnsFromThem) {
  Spec spec;
  spec.data.recipe.count = 20'000;
  spec.learner.batch = 1;
  auto experiment = begun(spec);
  experiment->advance(30'000);  // two epochs
  EXPECT_LE(experiment->history().checkpoints().size(), 5u);
  EXPECT_GE(experiment->history().checkpoints().size(), 2u);
  const std::vector<double> there = experiment->run().parameters();
  EXPECT_EQ(weightsAt(*experiment, 30'000), there);
  experiment->seek(100);
  EXPECT_EQ(weightsAt(*experiment, 30'000), there);
}

}  // namespace
}  // namespace backprop
