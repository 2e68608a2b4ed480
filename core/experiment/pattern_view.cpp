#include "experiment/pattern_view.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace backprop {

namespace {

/// z = W x + b, summed as the perceptron does it: the bias last.
std::vector<double> scoresOf(const std::vector<double>& theta, const std::vector<double>& x, std::size_t outputs) {
  std::vector<double> scores;
  for (std::size_t j = 0; j < outputs; ++j) {
    double z = 0;
    for (std::size_t k = 0; k < x.size(); ++k) z += theta[j * x.size() + k] * x[k];
    scores.push_back(z + theta[outputs * x.size() + j]);
  }
  return scores;
}

/// y − ŷ, or scikit-learn's y where y z ≤ 0.
double factorOf(PerceptronOptions::Convention convention, double z, double y) {
  if (convention == PerceptronOptions::Convention::ScikitLearn) return y * z <= 0 ? y : 0;
  return y - (z < 0 ? -1 : 1);
}

}  // namespace

PatternView nextPattern(const Experiment& experiment) {
  const Setting& setting = experiment.setting();
  const PerceptronOptions::Convention convention = setting.spec().learner.convention;
  const std::vector<Index> rows = experiment.nextRows();
  assert(!rows.empty() && setting.architecture.linear());
  const auto sample = std::find(setting.training.rows.begin(), setting.training.rows.end(), rows.front());
  const Index column = sample - setting.training.rows.begin();

  PatternView view;
  view.row = rows.front();
  view.patterns = static_cast<Index>(rows.size());
  for (Index k = 0; k < setting.training.features.rows(); ++k) view.x.push_back(setting.training.features(k, column));
  for (Index j = 0; j < setting.training.targets.rows(); ++j) view.y.push_back(setting.training.targets(j, column));

  const std::vector<double> before = experiment.run().parameters();
  view.after = experiment.preview();
  for (std::size_t i = 0; i < before.size(); ++i) view.change.push_back(view.after[i] - before[i]);
  view.counts = experiment.run().perceptronCounts();
  view.hindrance = boundHindrance(experiment);
  view.z = scoresOf(before, view.x, view.y.size());
  view.zAfter = scoresOf(view.after, view.x, view.y.size());

  double square = 1;  // ‖x̃‖²
  for (const double x : view.x) square += x * x;
  const CostSpec& cost = setting.spec().cost;
  const bool alone = rows.size() == 1 && cost.l1 == 0 && cost.l2 == 0;
  double greatest = -1;
  for (std::size_t j = 0; j < view.y.size(); ++j) {
    const bool stopped = view.counts.stopped[j] != 0;
    const double factor = stopped ? 0 : factorOf(convention, view.z[j], view.y[j]);
    view.stopped.push_back(stopped);
    view.out.push_back(view.z[j] < 0 ? -1 : 1);
    view.factor.push_back(factor);
    if (factor == 0) continue;
    view.mistaken = true;
    const bool still = factorOf(convention, view.zAfter[j], view.y[j]) != 0;
    const double enough = std::fabs(view.z[j]) / (std::fabs(factor) * square);
    if (still < view.stillWrong || (still == view.stillWrong && enough <= greatest)) continue;
    view.stillWrong = still;
    view.mistakenOutput = static_cast<Index>(j);
    greatest = enough;
    if (alone) view.sufficientRate = enough;
  }
  return view;
}

}  // namespace backprop
