#include <cmath>

#include "begun.hpp"

namespace backprop {
namespace {

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

}  // namespace
}  // namespace backprop
