#include "experiment/discriminant_view.hpp"

#include <algorithm>
#include <cmath>

#include "experiment/mistake_bound.hpp"
#include "training/fisher.hpp"

namespace backprop {

namespace {

/// The direction asked for, or the present weights'; nothing where both are 0.
std::optional<Vector<double>> directionOf(const Experiment& experiment, const std::vector<double>& asked) {
  const Layer& layer = experiment.setting().architecture.layers().front();
  const std::vector<double> theta = experiment.run().answer();
  Vector<double> direction(layer.inputs);
  for (Index k = 0; k < layer.inputs; ++k) {
    const auto weight = [&](Index neuron) { return theta[static_cast<std::size_t>(layer.weight(neuron, k))]; };
    direction[k] = layer.neurons == 1 ? weight(0) : weight(1) - weight(0);
  }
  if (static_cast<Index>(asked.size()) == layer.inputs) {
    const Vector<double> given = Eigen::Map<const Vector<double>>(asked.data(), layer.inputs);
    if (given.squaredNorm() > 0) return given;
  }
  if (!direction.allFinite() || direction.squaredNorm() == 0) return std::nullopt;
  return direction;
}

}  // namespace

std::optional<DiscriminantView> discriminantView(const Experiment& experiment, const std::vector<double>& direction,
                                                 Index bins) {
  const Setting& setting = experiment.setting();
  const Samples& training = setting.training;
  if (!setting.architecture.linear() || setting.table().kind != TargetKind::Classes) return std::nullopt;
  std::vector<Index> classes;
  std::vector<double> targets;
  for (const Index row : training.rows) {
    targets.push_back(setting.table().targets[static_cast<std::size_t>(row)]);
    classes.push_back(static_cast<Index>(targets.back()));
  }
  const auto [least, greatest] = std::minmax_element(classes.begin(), classes.end());
  if (classes.empty() || *least != 0 || *greatest != 1) return std::nullopt;

  const RowMatrix<double>& x = training.features;
  const FisherSolution best =
      solveFisher(LinearSamples<double>{x.data(), targets.data(), x.cols(), x.rows(), 1}, FisherOptions{});
  Vector<double> optimum = best.weights.row(0);
  if (optimum.squaredNorm() == 0) optimum[0] = 1;  // the means coincide: every direction is as good

  DiscriminantView view;
  view.singular = best.singular;
  view.count = x.cols();
  view.optimum = discriminate(x, classes, optimum);
  view.here = discriminate(x, classes, directionOf(experiment, direction).value_or(optimum));
  const Vector<double> z = project(x, view.here.direction);
  view.low = z.minCoeff();
  view.high = std::max(z.maxCoeff(), std::nextafter(view.low, 1e300));
  view.counts = histogram(z, classes, view.low, view.high, bins);
  return view;
}

std::optional<SeparabilityView> separabilityView(const Experiment& experiment) {
  const Setting& setting = experiment.setting();
  const Samples& training = setting.training;
  if (!setting.architecture.linear() || setting.table().kind != TargetKind::Classes) return std::nullopt;
  const Index outputs = std::max<Index>(1, static_cast<Index>(setting.table().classNames.size()));
  SeparabilityView view;
  view.holds = !boundHindrance(experiment);
  for (Index c = outputs <= 2 ? 1 : 0; c < std::max<Index>(2, outputs); ++c) {
    RowMatrix<double> own(1, training.features.cols());
    for (Index i = 0; i < own.cols(); ++i) {
      const Index row = training.rows[static_cast<std::size_t>(i)];
      own(0, i) = setting.table().targets[static_cast<std::size_t>(row)] == static_cast<double>(c) ? 1 : 0;
    }
    const Separability one = separability(contrasts(training.features, own));
    view.separable = view.separable && one.separable;
    view.radius = one.radius;
    view.margin = view.classes.empty() ? one.margin : std::min(view.margin, one.margin);
    view.bound += one.bound;
    view.classes.push_back(one);
  }
  return view;
}

}  // namespace backprop
