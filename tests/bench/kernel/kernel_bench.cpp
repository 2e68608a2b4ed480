/// How fast one kernel is, without anything around it: an epoch of 200 points (shuffle, arrange, gradient, plain
/// update), or a field of 512 × 512 pixels. The same source natively, under node and in a page.
///   kernel_bench single|double NEURONS NEURONS BATCH
///   kernel_bench field
/// For each line that it reads, a number of milliseconds, it works that long and prints how many calls a second it
/// reached. As WebAssembly it stays loaded instead, and is asked by rate().

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <iostream>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "models/field.hpp"
#include "models/initialization.hpp"
#include "objective/network_cost.hpp"
#include "training/update_rules.hpp"

namespace {

using namespace backprop;

/// Of which one call is timed.
std::function<void()> kernel;

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

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
std::function<void()> epoch(Index first, Index second, Index batch) {
  constexpr Index n = 200;
  RowMatrix<double> inputs, targets;
  spirals(n, inputs, targets);
  targets = (2 * targets.array() - 1).matrix();
  const Architecture architecture(2, {{first, Activation::Tanh}, {second, Activation::Tanh}, {1, Activation::Tanh}});
  const auto cost =
      std::make_shared<NetworkCost<Scalar>>(architecture, Loss{LossKind::SquaredError}, Penalty{}, inputs, targets);
  std::vector<Scalar> theta(std::size_t(architecture.parameterCount())), gradient(theta.size());
  Generator generator(7);
  initialize<Scalar>(Initialization::Glorot, architecture, generator, theta);
  std::vector<Index> order(n);
  std::iota(order.begin(), order.end(), 0);
  return [=]() mutable {
    if (batch < n) {
      generator.shuffle(order);
      cost->arrange(order);
    }
    for (Index begin = 0; begin < n; begin += batch) {
      cost->gradient(theta, {begin, begin + batch}, gradient);
      GradientDescent{}.update<Scalar>(theta, gradient, {}, 0.03);
    }
  };
}

std::function<void()> field() {
  const Architecture architecture(2, {{8, Activation::Tanh}, {8, Activation::Tanh}, {1, Activation::Tanh}});
  const auto network = std::make_shared<Network<float>>(architecture);
  std::vector<float> theta(std::size_t(architecture.parameterCount()));
  Generator generator(7);
  initialize<float>(Initialization::Glorot, architecture, generator, theta);
  const RowMatrix<float> features = featuresOver<float>({.columns = 512, .rows = 512}, {.held = {0, 0}},
                                                        [](const RowMatrix<double>& points) { return points; });
  return [=, axes = *byAxis(features, 512), out = RowMatrix<float>()]() mutable {
    network->outputsOver(axes, theta, out);
  };
}

}  // namespace

/// The kernel's calls a second, over at least so many milliseconds.
extern "C" double rate(double milliseconds) {
  const double start = seconds();
  double elapsed = 0;
  long calls = 0;
  for (long chunk = 1; 1000 * elapsed < milliseconds; chunk = std::min(2 * chunk, 64L)) {
    for (long i = 0; i < chunk; ++i) kernel();
    calls += chunk;
    elapsed = seconds() - start;
  }
  return double(calls) / elapsed;
}

int main(int count, char** parameters) {
  const std::vector<std::string> given(parameters + 1, parameters + count);
  const auto number = [&](std::size_t i) { return Index(std::stol(given.at(i))); };
  if (given.at(0) == "field") {
    kernel = field();
  } else if (given[0] == "single") {
    kernel = epoch<float>(number(1), number(2), number(3));
  } else {
    kernel = epoch<double>(number(1), number(2), number(3));
  }
#ifndef __EMSCRIPTEN__
  for (double milliseconds; std::cin >> milliseconds;) std::cout << rate(milliseconds) << std::endl;
#endif
}
