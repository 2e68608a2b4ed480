#include "experiment/observation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "begun.hpp"

namespace backprop {
namespace {

std::unique_ptr<Experiment> trained(Index steps = 200) {
  auto experiment = std::move(Experiment::create({}).value());
  experiment->advance(steps);
  return experiment;
}

/// Fits numbers.
std::unique_ptr<Experiment> fitting() {
  Spec spec;
  spec.data.recipe.source = Source::Plane;
  spec.model.output = Activation::Linear;
  spec.cost.error = LossKind::SquaredError;
  auto experiment = std::move(Experiment::create({spec, {}, 0}).value());
  experiment->advance(50);
  return experiment;
}

const PlaneWindow window{.left = -3, .right = 3, .bottom = -2, .top = 2, .columns = 30, .rows = 20};
const PlaneSlice slice{.horizontal = 0, .vertical = 1, .held = {0, 0}};

TEST(Observation, TheFieldIsWhatTheModelAnswersAtEachPixelsCentre) {
  auto experiment = trained();
  Picture picture;
  const RowMatrix<float> field = picture.outputs(*experiment, window, slice);
  RowMatrix<double> points(2, window.pixels());
  for (Index i = 0; i < window.pixels(); ++i) points.col(i) << window.x(i), window.y(i);
  const Answers answers = answersAt(*experiment, points);
  for (Index i = 0; i < window.pixels(); ++i) EXPECT_NEAR(field(0, i), answers.outputs(0, i), 1e-5);
  EXPECT_LT(window.x(0), window.x(1));
  EXPECT_GT(window.y(0), window.y(window.columns));
}

TEST(Observation, TheFieldIsRightWhateverTheFeaturesAndTheFirstLayerAre) {
  using Names = std::vector<std::string>;
  for (const Names& features : {Names{"x1", "x2^2"}, Names{"x1*x2", "x2"}, Names{"x1", "sin(x2)"}}) {
    for (const Activation activation : {Activation::Sigmoid, Activation::Relu, Activation::Tanh}) {
      Spec spec;
      spec.model.features = features;
      spec.model.hidden = {{4, activation}};
      auto experiment = std::move(Experiment::create({spec, {}, 0}).value());
      experiment->advance(20);
      Picture picture;
      const RowMatrix<float> field = picture.outputs(*experiment, window, slice);
      RowMatrix<double> points(2, window.pixels());
      for (Index i = 0; i < window.pixels(); ++i) points.col(i) << window.x(i), window.y(i);
      const RowMatrix<double> outputs = answersAt(*experiment, points).outputs;
      for (Index i = 0; i < window.pixels(); ++i) ASSERT_NEAR(field(0, i), outputs(0, i), 1e-5) << features[0];
    }
  }
}

TEST(Observation, NeuronsMapsBeginWithTheFeaturesAndEndWithTheOutputs) {
  auto experiment = trained();
  Picture maps, field;
  const RowMatrix<float> all = maps.activations(*experiment, window, slice);
  EXPECT_EQ(all.rows(), 2 + 4 + 3 + 1);
  for (Index i = 0; i < window.pixels(); ++i) EXPECT_FLOAT_EQ(all(0, i), static_cast<float>(window.x(i)));
  const RowMatrix<float> outputs = field.outputs(*experiment, window, slice);
  for (Index i = 0; i < window.pixels(); ++i) EXPECT_NEAR(all(9, i), outputs(0, i), 2e-6);
}

TEST(Observation, APictureFollowsTheWeights) {
  auto experiment = trained(0);
  Picture picture;
  const RowMatrix<float> before = picture.outputs(*experiment, window, slice);
  experiment->advance(10);
  EXPECT_NE(picture.outputs(*experiment, window, slice), before);
  experiment->seek(0);
  EXPECT_EQ(picture.outputs(*experiment, window, slice), before);
}

TEST(Observation, ScoresAgreeWithTheCountOfRightPatterns) {
  auto experiment = trained();
  const ConfusionMatrix training = confusion(*experiment, false), test = confusion(*experiment, true);
  EXPECT_EQ(training.right(), experiment->training().right);
  EXPECT_EQ(training.total(), 150);
  EXPECT_EQ(test.right(), experiment->test().right);
  const std::vector<double> decided = predictions(*experiment);
  Index right = 0;
  for (const Index row : experiment->setting().training.rows) {
    right +=
        decided[static_cast<std::size_t>(row)] == experiment->setting().table().targets[static_cast<std::size_t>(row)];
  }
  EXPECT_EQ(right, experiment->training().right);
}

TEST(Observation, RegressionScoresAreOfThePredictions) {
  auto experiment = fitting();
  const std::vector<double> given = predictions(*experiment);
  for (const bool test : {false, true}) {
    const Samples& samples = test ? experiment->setting().test : experiment->setting().training;
    double squares = 0;
    for (const Index row : samples.rows) {
      const std::size_t i = static_cast<std::size_t>(row);
      squares += std::pow(given[i] - experiment->setting().table().targets[i], 2);
    }
    const RegressionScores scores = regression(*experiment, test);
    EXPECT_DOUBLE_EQ(scores.meanSquaredError, squares / static_cast<double>(samples.rows.size()));
    EXPECT_GT(scores.determination, 0.5);
    EXPECT_LT(scores.determination, 1);
  }
  // ½ of the mean square is the cost's error.
  EXPECT_NEAR(regression(*experiment, false).meanSquaredError, 2 * experiment->training().error, 1e-12);
}

TEST(Observation, TheSurfaceIsTheCostOfThisModelWithThoseWeights) {
  auto experiment = trained();
  const Index across = 2, up = 13, size = 5;
  const SurfaceView view = surfaceOver(*experiment, across, up, Window{-1, 1, -2, 2}, size);
  auto hand = trained();
  for (Index row = 0; row < size; ++row) {
    for (Index column = 0; column < size; ++column) {
      ASSERT_TRUE(hand->change(SetParameter{across, -1 + 0.5 * static_cast<double>(column)}).ok());
      ASSERT_TRUE(hand->change(SetParameter{up, -2 + static_cast<double>(row)}).ok());
      EXPECT_NEAR(view.costs[static_cast<std::size_t>(row * size + column)], hand->training().cost(), 1e-12);
    }
  }
}

TEST(Observation, ThePathCarriesItsOwnTrueCostsAndItsDistanceFromThePlane) {
  auto experiment = trained();
  const SurfaceView view = surfaceOver(*experiment, 0, 1, std::nullopt, 8);
  ASSERT_EQ(view.path.size(), 201u);
  EXPECT_EQ(view.path.back().cost, experiment->training().cost());
  EXPECT_EQ(view.path.back().outside, 0);
  const std::vector<double> now = experiment->run().parameters();
  experiment->seek(50);
  const std::vector<double> then = experiment->run().parameters();
  EXPECT_EQ(view.path[50].cost, experiment->training().cost());
  EXPECT_NEAR(view.path[50].position.x, then[0], 1e-12);
  double all = 0, out = 0;
  for (std::size_t i = 0; i < now.size(); ++i) {
    const double d = (then[i] - now[i]) * (then[i] - now[i]);
    all += d;
    if (i > 1) out += d;
  }
  EXPECT_NEAR(view.path[50].outside, std::sqrt(out / all), 1e-12);
}

TEST(Observation, APathsCostsAreHeightsOfTheSurfaceInForce) {
  const std::vector<Change> changes = {SetField{"cost.l2", 0.5},
                                       SetField{"cost.error", "squaredError"},
                                       AddPoints{{0.5, 0.5, 9, 9}, {1, 0}},
                                       SetField{"data.testFraction", 0.5},
                                       SetParameter{3, 2},
                                       SetField{"learner.rate", 0.1}};
  for (const Change& change : changes) {
    auto experiment = trained(20);
    EXPECT_EQ(surfaceOver(*experiment, 0, 1, std::nullopt, 2).path.size(), 21u);
    ASSERT_TRUE(experiment->change(change).ok());
    experiment->advance(5);
    const SurfaceView view = surfaceOver(*experiment, 0, 1, std::nullopt, 2);
    ASSERT_EQ(view.path.size(), 26u);
    for (const std::size_t step : {0u, 10u, 20u, 22u}) {
      const std::vector<double>& theta = experiment->history().checkpoints()[step].theta;
      EXPECT_EQ(view.path[step].cost, experiment->run().cost(theta)) << step;
    }
    EXPECT_EQ(view.path.back().cost, experiment->run().cost(experiment->run().parameters()));
    // And of the cost that was, where the run goes back to before the change.
    experiment->seek(15);
    const SurfaceView earlier = surfaceOver(*experiment, 0, 1, std::nullopt, 2);
    EXPECT_EQ(earlier.path[10].cost, curveOf(*experiment)[10].training.cost());
  }
}

TEST(Observation, DescentIsTheNegativeGradientOfTheTwoWeights) {
  auto experiment = trained();
  const std::vector<double> gradient = experiment->run().gradient();
  const SurfaceView view = surfaceOver(*experiment, 4, 7, std::nullopt, 4);
  EXPECT_DOUBLE_EQ(view.descent.x, -gradient[4]);
  EXPECT_DOUBLE_EQ(view.descent.y, -gradient[7]);
}

// ---- the curve -------------------------------------------------------------------------------------

const Moment& momentAt(const std::vector<Moment>& curve, Step step) {
  return *std::find_if(curve.begin(), curve.end(), [=](const Moment& moment) { return moment.step == step; });
}

TEST(Observation, ACurvesEpochsAreThoseOfThePointsInForceThen) {
  auto experiment = trained(10);  // of 15 steps
  EXPECT_DOUBLE_EQ(experiment->epoch(), 100.0 / 150);
  make(*experiment, AddPoints{std::vector<double>(300, 0.5), std::vector<double>(150, 1)});
  EXPECT_DOUBLE_EQ(experiment->epoch(), 100.0 / 150);
  experiment->advance(20);
  make(*experiment, SetField{"data.testFraction", 0.5});
  experiment->advance(5);
  const std::vector<Moment> curve = curveOf(*experiment);
  ASSERT_EQ(curve.size(), 36u);
  for (std::size_t i = 1; i < curve.size(); ++i) EXPECT_GE(curve[i].epoch, curve[i - 1].epoch) << i;
  EXPECT_DOUBLE_EQ(momentAt(curve, 10).epoch, 100.0 / 150);
  EXPECT_DOUBLE_EQ(momentAt(curve, 30).epoch, 100.0 / 150 + 200.0 / 300);
  EXPECT_DOUBLE_EQ(curve.back().epoch, 100.0 / 150 + 200.0 / 300 + 50.0 / 175);
  EXPECT_EQ(curve.back().epoch, experiment->epoch());

  auto replayed = std::move(Experiment::create(experiment->document()).value());
  replayed->seek(35);
  EXPECT_EQ(replayed->epoch(), experiment->epoch());
}

TEST(Observation, ACurveHasThePresentStepInItsPlace) {
  auto experiment = trained(3000);  // of which not every step is kept
  experiment->seek(1501);
  const std::vector<Moment> curve = curveOf(*experiment);
  for (std::size_t i = 1; i < curve.size(); ++i) EXPECT_GT(curve[i].step, curve[i - 1].step);
  EXPECT_EQ(momentAt(curve, 1501).training.cost(), experiment->training().cost());
  EXPECT_EQ(curve.back().step, 3000 / 4 * 4);
}

TEST(Observation, ACurveShowsAnEditAtItsStep) {
  auto experiment = trained(20);
  const double before = experiment->training().cost();
  make(*experiment, SetParameter{0, 3});
  const double after = experiment->training().cost();
  EXPECT_NE(after, before);
  EXPECT_EQ(curveOf(*experiment).back().training.cost(), after);
  experiment->advance(5);
  EXPECT_EQ(momentAt(curveOf(*experiment), 20).training.cost(), after);

  auto replayed = std::move(Experiment::create(experiment->document()).value());
  replayed->seek(25);
  EXPECT_EQ(momentAt(curveOf(*replayed), 20).training.cost(), after);

  ASSERT_TRUE(experiment->revise({}).ok());
  experiment->seek(25);
  EXPECT_EQ(momentAt(curveOf(*experiment), 20).training.cost(), before);
}

TEST(Observation, ACurveShowsAnEditOfTheBeginning) {
  auto experiment = trained(0);
  const double before = experiment->training().cost();
  make(*experiment, SetParameter{0, 3});
  experiment->advance(5);
  const double after = momentAt(curveOf(*experiment), 0).training.cost();
  EXPECT_NE(after, before);
  EXPECT_EQ(momentAt(curveOf(*Experiment::create(experiment->document()).value()), 0).training.cost(), after);
  ASSERT_TRUE(experiment->revise({}).ok());
  EXPECT_EQ(momentAt(curveOf(*experiment), 0).training.cost(), before);
}

TEST(Observation, ACurveHasAccuraciesOfClassesAlone) {
  auto classes = trained(3);
  const Evaluation training = curveOf(*classes).back().training;
  EXPECT_EQ(training.accuracy, static_cast<double>(training.right) / 150);
  EXPECT_TRUE(std::isnan(fitting()->training().accuracy));
}

}  // namespace
}  // namespace backprop
