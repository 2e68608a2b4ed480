#include "begun.hpp"

namespace backprop {
namespace {

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
