/// How fast one kernel is, without anything around it: epochs of 200 points a second (shuffle, arrange,
/// gradient, plain update), or fields of 512 × 512 pixels. The same source natively, under node and in a page.
/// Prints one number, the calls a second.
///   kernel_bench MILLISECONDS single|double NEURONS NEURONS BATCH
///   kernel_bench MILLISECONDS field

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <string>
#include <vector>

#include "models/field.hpp"
#include "models/initialization.hpp"
#include "objective/network_cost.hpp"

namespace {

using namespace backprop;

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Calls of work() a second, over at least so many seconds after 0.2 to warm up.
template <typename Work>
double rate(double atLeast, Work work) {
  const auto run = [&](double duration) {
    const double start = seconds();
    double elapsed = 0;
    long calls = 0;
    for (long chunk = 1; elapsed < duration; chunk = std::min(2 * chunk, 64L)) {
      for (long i = 0; i < chunk; ++i) work();
      calls += chunk;
      elapsed = seconds() - start;
    }
    return double(calls) / elapsed;
  };
  run(0.2);
  return run(atLeast);
}

/// Two spirals of n / 2 points each; targets 0 and 1.
void spirals(Index n, RowMatrix<double>& inputs, RowMatrix<double>& targets) {
  inputs.resize(2, n);
  targets.resize(1, n);
  for (Index i = 0; i < n; ++i) {
    const double t = double(i / 2) / double(n / 2), side = i % 2 == 0 ? 1 : -1;
    inputs(0, i) = side * t * std::sin(9 * t);
    inputs(1, i) = side * t * std::cos(9 * t);
    targets(0, i) = double(i % 2);
  }
}

template <typename Scalar>
double epochsPerSecond(double atLeast, Index first, Index second, Index batch) {
  constexpr Index n = 200;
  RowMatrix<double> inputs, targets;
  spirals(n, inputs, targets);
  targets = (2 * targets.array() - 1).matrix();
  const Architecture architecture(2, {{first, Activation::Tanh}, {second, Activation::Tanh}, {1, Activation::Tanh}});
  NetworkCost<Scalar> cost(architecture, {LossKind::SquaredError}, {}, inputs, targets);
  std::vector<Scalar> theta(std::size_t(architecture.parameterCount())), gradient(theta.size());
  Generator generator(7);
  initialize<Scalar>(Initialization::Glorot, architecture, generator, theta);
  std::vector<Index> order(n);
  std::iota(order.begin(), order.end(), 0);
  const Scalar learningRate = Scalar(0.03);
  return rate(atLeast, [&] {
    if (batch < n) {
      generator.shuffle(order);
      cost.arrange(order);
    }
    for (Index begin = 0; begin < n; begin += batch) {
      cost.gradient(theta, {begin, begin + batch}, gradient);
      for (std::size_t i = 0; i < theta.size(); ++i) theta[i] -= learningRate * gradient[i];
    }
  });
}

double fieldsPerSecond(double atLeast) {
  const Architecture architecture(2, {{8, Activation::Tanh}, {8, Activation::Tanh}, {1, Activation::Tanh}});
  Network<float> network(architecture);
  std::vector<float> theta(std::size_t(architecture.parameterCount()));
  Generator generator(7);
  initialize<float>(Initialization::Glorot, architecture, generator, theta);
  const RowMatrix<float> features = featuresOver<float>({.columns = 512, .rows = 512}, {.held = {0, 0}},
                                                        [](const RowMatrix<double>& points) { return points; });
  const AxisFeatures axes = *byAxis(features, 512);
  RowMatrix<float> out;
  return rate(atLeast, [&] { network.outputsOver(axes, theta, out); });
}

}  // namespace

int main(int count, char** parameters) {
  const std::vector<std::string> given(parameters + 1, parameters + count);
  if (given.size() != 2 && given.size() != 5) return 1;
  const double atLeast = std::stod(given[0]) / 1000;
  const auto number = [&](std::size_t i) { return Index(std::stol(given[i])); };
  double found;
  if (given[1] == "field") {
    found = fieldsPerSecond(atLeast);
  } else if (given[1] == "single") {
    found = epochsPerSecond<float>(atLeast, number(2), number(3), number(4));
  } else {
    found = epochsPerSecond<double>(atLeast, number(2), number(3), number(4));
  }
  std::printf("%.3f\n", found);
}
