#include "experiment/observation.hpp"

#include <cmath>

#include "metrics/decide.hpp"

namespace backprop {

namespace {

/// Steps are all alike, ±1: there the scores decide, of which the signs are the steps.
const RowMatrix<double>& decidesBy(const Setting& setting, const RowMatrix<double>& outputs,
                                   const RowMatrix<double>& scores) {
  return setting.spec().model.output == Activation::Step ? scores : outputs;
}

}  // namespace

Answers answersAt(const Experiment& experiment, const RowMatrix<double>& columns) {
  const Setting& setting = experiment.setting();
  const RowMatrix<double> features = setting.inputs.apply(columns);
  Answers answers{experiment.run().outputs(features), experiment.run().scores(features), {}};
  const bool classes = setting.table().kind == TargetKind::Classes;
  const RowMatrix<double>& decisive = decidesBy(setting, answers.outputs, answers.scores);
  for (Index i = 0; i < decisive.cols(); ++i) {
    const Activation output = setting.spec().model.output;
    answers.decided.push_back(classes ? static_cast<double>(decideOne(decisive.col(i), output, setting.onThreshold()))
                                      : decisive(0, i));
  }
  return answers;
}

std::vector<double> predictions(const Experiment& experiment) {
  return answersAt(experiment, experiment.setting().table().values).decided;
}

RowMatrix<double> scores(const Experiment& experiment) {
  const Setting& setting = experiment.setting();
  return experiment.run().scores(setting.inputs.apply(setting.table().values));
}

ConfusionMatrix confusion(const Experiment& experiment, bool test) {
  const Setting& setting = experiment.setting();
  const Samples& samples = test ? setting.test : setting.training;
  const RowMatrix<double> outputs = experiment.run().outputs(samples.features);
  const RowMatrix<double> scores = experiment.run().scores(samples.features);
  const std::vector<Index> decided =
      decide(decidesBy(setting, outputs, scores), setting.spec().model.output, setting.onThreshold());
  // One output decides between two classes, also where the table names one.
  ConfusionMatrix counts(std::max<Index>(2, static_cast<Index>(setting.table().classNames.size())));
  for (std::size_t i = 0; i < decided.size(); ++i) {
    counts.count(static_cast<Index>(setting.table().targets[static_cast<std::size_t>(samples.rows[i])]), decided[i]);
  }
  return counts;
}

RegressionScores regression(const Experiment& experiment, bool test) {
  const Setting& setting = experiment.setting();
  const Samples& samples = test ? setting.test : setting.training;
  const RowMatrix<double> given = experiment.run().outputs(samples.features);
  std::vector<double> wanted;
  for (const Index row : samples.rows) wanted.push_back(setting.table().targets[static_cast<std::size_t>(row)]);
  return scoreRegression(wanted, {given.data(), wanted.size()});
}

std::vector<Moment> curveOf(const Experiment& experiment) {
  const Moment present{experiment.cursor().step, experiment.epoch(), experiment.training(), experiment.test()};
  std::vector<Moment> curve;
  bool toCome = true;
  for (const Checkpoint& checkpoint : experiment.history().checkpoints()) {
    const Step step = checkpoint.cursor.step;
    if (toCome && step >= present.step) curve.push_back(present);
    toCome = toCome && step < present.step;
    if (step != present.step) curve.push_back({step, checkpoint.epoch, checkpoint.training, checkpoint.test});
  }
  if (toCome) curve.push_back(present);
  return curve;
}

void Picture::prepare(const Experiment& experiment, const PlaneWindow& window, const PlaneSlice& slice, Asked asked) {
  const Setting& setting = experiment.setting();
  Key key{{window.left, window.right, window.bottom, window.top, static_cast<double>(window.columns),
           static_cast<double>(window.rows), static_cast<double>(slice.horizontal), static_cast<double>(slice.vertical),
           static_cast<double>(experiment.dataVersion()), static_cast<double>(asked)}};
  key.numbers.insert(key.numbers.end(), slice.held.begin(), slice.held.end());
  if (!(key == key_)) {
    features_ = featuresOver<float>(window, slice,
                                    [&](const RowMatrix<double>& points) { return setting.inputs.apply(points); });
    const std::vector<Layer>& layers = setting.architecture.layers();
    const Activation first = layers.front().activation;
    axes_.reset();
    if (asked == Asked::Outputs && layers.size() > 1 && (first == Activation::Tanh || first == Activation::Sigmoid)) {
      axes_ = byAxis(features_, window.columns);
    }
    // A step's picture is drawn from the score whose sign it is, so that its edge can be smooth.
    network_.emplace(asked == Asked::Outputs && setting.spec().model.output == Activation::Step
                         ? setting.architecture.scoring()
                         : setting.architecture);
    key_ = std::move(key);
  }
  const std::vector<double> theta = experiment.run().answer();
  theta_.assign(theta.begin(), theta.end());
}

const RowMatrix<float>& Picture::outputs(const Experiment& experiment, const PlaneWindow& window,
                                         const PlaneSlice& slice) {
  prepare(experiment, window, slice, Asked::Outputs);
  if (!axes_ || !network_->outputsOver(*axes_, theta_, picture_)) {
    network_->outputs(theta_, features_, picture_);
  }
  return picture_;
}

const RowMatrix<float>& Picture::activations(const Experiment& experiment, const PlaneWindow& window,
                                             const PlaneSlice& slice) {
  prepare(experiment, window, slice, Asked::Activations);
  RowMatrix<float> neurons;
  network_->activations(theta_, features_, neurons);
  picture_.resize(features_.rows() + neurons.rows(), features_.cols());
  picture_ << features_, neurons;
  return picture_;
}

namespace {

/// Of checkpoints whose costs are not known every so many-th is shown: all of them up to some 10⁹ products.
std::size_t everyUnknown(const Experiment& experiment) {
  constexpr double most = 1e9;
  const double each = static_cast<double>(experiment.setting().training.rows.size()) *
                      static_cast<double>(experiment.setting().architecture.parameterCount());
  return 1 + static_cast<std::size_t>(each * static_cast<double>(experiment.history().checkpoints().size()) / most);
}

}  // namespace

SurfaceView surfaceOver(const Experiment& experiment, Index across, Index up, std::optional<Window> window,
                        Index size) {
  Run& run = experiment.run();
  const std::vector<double> now = run.parameters(), gradient = run.gradient();
  const Plane plane = Plane::ofParameters(std::span<const double>(now), across, up);

  SurfaceView view;
  view.here = plane.project(std::span<const double>(now));
  view.cost = experiment.training().learningCost;
  const PlanePoint slope = plane.projectDirection(std::span<const double>(gradient));
  view.descent = {-slope.x, -slope.y};
  const std::size_t every = everyUnknown(experiment);
  std::size_t place = 0;
  for (const Checkpoint& checkpoint : experiment.history().checkpoints()) {
    if (checkpoint.cursor.step >= experiment.cursor().step) break;
    if (place++ % every != 0 && !experiment.knowsCostOf(checkpoint)) continue;
    view.path.push_back(pathPoint<double>(plane, checkpoint.theta, now, experiment.costOf(checkpoint)));
    view.steps.push_back(static_cast<double>(checkpoint.cursor.step));
  }
  view.path.push_back({view.here, view.cost, 0});
  view.steps.push_back(static_cast<double>(experiment.cursor().step));

  view.window = window ? *window : windowAround(view.path, view.here);
  view.costs.resize(static_cast<std::size_t>(size * size));
  run.surface(across, up, view.window, size, view.costs);
  return view;
}

}  // namespace backprop
