/// How fast the kernels are, without anything around them: epochs of 200 points a second (shuffle,
/// arrange, gradient, plain update), and the field of 512 × 512 pixels. The same source natively and
/// under node; prints one line of JSON for each figure: the median of several runs.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <vector>

#include "models/field.hpp"
#include "models/initialization.hpp"
#include "objective/network_cost.hpp"

namespace {

using namespace backprop;

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Calls of work() a second: the median of nine runs of at least 60 ms, after one of 200 ms to warm up.
template <typename Work>
double rate(Work work) {
  const auto run = [&](double atLeast) {
    const double start = seconds();
    double elapsed = 0;
    long calls = 0;
    for (long chunk = 1; elapsed < atLeast; chunk = std::min(2 * chunk, 64L)) {
      for (long i = 0; i < chunk; ++i) work();
      calls += chunk;
      elapsed = seconds() - start;
    }
    return double(calls) / elapsed;
  };
  run(0.2);
  std::vector<double> rates(9);
  for (double& value : rates) value = run(0.06);
  std::nth_element(rates.begin(), rates.begin() + 4, rates.end());
  return rates[4];
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
double epochsPerSecond(const Architecture& architecture, Index batch) {
  constexpr Index n = 200;
  RowMatrix<double> inputs, targets;
  spirals(n, inputs, targets);
  targets = (2 * targets.array() - 1).matrix();
  NetworkCost<Scalar> cost(architecture, {LossKind::SquaredError}, {}, inputs, targets);
  std::vector<Scalar> theta(std::size_t(architecture.parameterCount())), gradient(theta.size());
  Generator generator(7);
  initialize<Scalar>(Initialization::Glorot, architecture, generator, theta);
  std::vector<Index> order(n);
  std::iota(order.begin(), order.end(), 0);
  const Scalar learningRate = Scalar(0.03);
  return rate([&] {
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

void field() {
  const Architecture architecture(2, {{8, Activation::Tanh}, {8, Activation::Tanh}, {1, Activation::Tanh}});
  Network<float> network(architecture);
  std::vector<float> theta(std::size_t(architecture.parameterCount()));
  Generator generator(7);
  initialize<float>(Initialization::Glorot, architecture, generator, theta);
  const RowMatrix<float> features = featuresOver<float>({.columns = 512, .rows = 512}, {.held = {0, 0}},
                                                        [](const RowMatrix<double>& points) { return points; });
  const AxisFeatures axes = *byAxis(features, 512);
  RowMatrix<float> out;
  std::printf("{\"field\": 512, \"milliseconds\": %.3f}\n",
              1000 / rate([&] { network.outputsOver(axes, theta, out); }));
}

template <typename Scalar>
void training(const char* precision) {
  for (const Index width : {4, 8, 32}) {
    const Architecture architecture(
        2, {{width, Activation::Tanh}, {width == 4 ? 2 : width, Activation::Tanh}, {1, Activation::Tanh}});
    for (const Index batch : {10, 200}) {
      std::printf("{\"precision\": \"%s\", \"width\": %d, \"batch\": %d, \"epochsPerSecond\": %.0f}\n", precision,
                  int(width), int(batch), epochsPerSecond<Scalar>(architecture, batch));
    }
  }
}

}  // namespace

int main() {
  training<float>("single");
  training<double>("double");
  field();
}
