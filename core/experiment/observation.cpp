#include "experiment/observation.hpp"

#include <cmath>

#include "metrics/decide.hpp"

namespace backprop {

Answers answersAt(const Experiment& experiment, const RowMatrix<double>& columns) {
  const Setting& setting = experiment.setting();
  Answers answers{experiment.run().outputs(setting.inputs.apply(columns)), {}};
  for (Index i = 0; i < answers.outputs.cols(); ++i) {
    const bool classes = setting.table().kind == TargetKind::Classes;
    answers.decided.push_back(classes
                                  ? static_cast<double>(decideOne(answers.outputs.col(i), setting.spec().model.output))
                                  : answers.outputs(0, i));
  }
  return answers;
}

std::vector<double> predictions(const Experiment& experiment) {
  return answersAt(experiment, experiment.setting().table().values).decided;
}

ConfusionMatrix confusion(const Experiment& experiment, bool test) {
  const Setting& setting = experiment.setting();
  const Samples& samples = test ? setting.test : setting.training;
  const std::vector<Index> decided = decide(experiment.run().outputs(samples.features), setting.spec().model.output);
  // One output decides between two classes, also where the table names one.
  ConfusionMatrix counts(std::max<Index>(2, static_cast<Index>(setting.table().classNames.size())));
  for (std::size_t i = 0; i < decided.size(); ++i) {
    counts.count(static_cast<Index>(setting.table().targets[static_cast<std::size_t>(samples.rows[i])]), decided[i]);
  }
  return counts;
}

void Picture::prepare(const Experiment& experiment, const PlaneWindow& window, const PlaneSlice& slice) {
  const Setting& setting = experiment.setting();
  Key key{{window.left, window.right, window.bottom, window.top, static_cast<double>(window.columns),
           static_cast<double>(window.rows), static_cast<double>(slice.horizontal), static_cast<double>(slice.vertical),
           static_cast<double>(experiment.dataVersion())}};
  key.numbers.insert(key.numbers.end(), slice.held.begin(), slice.held.end());
  if (!(key == key_)) {
    features_ = featuresOver<float>(window, slice,
                                    [&](const RowMatrix<double>& points) { return setting.inputs.apply(points); });
    network_.emplace(setting.architecture);
    key_ = std::move(key);
  }
  const std::vector<double> theta = experiment.run().parameters();
  theta_.assign(theta.begin(), theta.end());
}

const RowMatrix<float>& Picture::outputs(const Experiment& experiment, const PlaneWindow& window,
                                         const PlaneSlice& slice) {
  prepare(experiment, window, slice);
  network_->outputs(theta_, features_, picture_);
  return picture_;
}

const RowMatrix<float>& Picture::activations(const Experiment& experiment, const PlaneWindow& window,
                                             const PlaneSlice& slice) {
  prepare(experiment, window, slice);
  RowMatrix<float> neurons;
  network_->activations(theta_, features_, neurons);
  picture_.resize(features_.rows() + neurons.rows(), features_.cols());
  picture_ << features_, neurons;
  return picture_;
}

SurfaceView surfaceOver(const Experiment& experiment, Index across, Index up, std::optional<Window> window,
                        Index size) {
  Run& run = experiment.run();
  const std::vector<double> now = run.parameters(), gradient = run.gradient();
  const Plane plane = Plane::ofParameters(std::span<const double>(now), across, up);

  SurfaceView view;
  view.here = plane.project(std::span<const double>(now));
  view.cost = experiment.training().cost();
  const PlanePoint slope = plane.projectDirection(std::span<const double>(gradient));
  view.descent = {-slope.x, -slope.y};
  for (const Checkpoint& checkpoint : experiment.history().checkpoints()) {
    if (checkpoint.cursor.step >= experiment.cursor().step) break;
    view.path.push_back(pathPoint<double>(plane, checkpoint.theta, now, checkpoint.training.cost()));
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
