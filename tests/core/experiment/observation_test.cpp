#include "experiment/observation.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace backprop {
namespace {

std::unique_ptr<Experiment> trained(Index steps = 200) {
  auto experiment = std::move(Experiment::create({}).value());
  experiment->advance(steps);
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

TEST(Observation, NeuronsMapsBeginWithTheFeaturesAndEndWithTheOutputs) {
  auto experiment = trained();
  Picture maps, field;
  const RowMatrix<float> all = maps.activations(*experiment, window, slice);
  EXPECT_EQ(all.rows(), 2 + 4 + 3 + 1);
  for (Index i = 0; i < window.pixels(); ++i) EXPECT_FLOAT_EQ(all(0, i), static_cast<float>(window.x(i)));
  EXPECT_EQ(all.row(9), field.outputs(*experiment, window, slice).row(0));
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

TEST(Observation, DescentIsTheNegativeGradientOfTheTwoWeights) {
  auto experiment = trained();
  const std::vector<double> gradient = experiment->run().gradient();
  const SurfaceView view = surfaceOver(*experiment, 4, 7, std::nullopt, 4);
  EXPECT_DOUBLE_EQ(view.descent.x, -gradient[4]);
  EXPECT_DOUBLE_EQ(view.descent.y, -gradient[7]);
}

}  // namespace
}  // namespace backprop
