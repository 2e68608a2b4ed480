/// The cost and its gradient against PyTorch's: tests/golden/network_gradients.py says how the file is laid out.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include "models/named.hpp"
#include "objective/network_cost.hpp"

namespace backprop {
namespace {

struct Case {
  std::string hidden, output, loss;
  double l1, l2, delta, cost;
  Index features, neurons, outputs, samples;
  std::vector<double> theta, gradient;
  RowMatrix<double> inputs, targets;

  Architecture architecture() const {
    const Activation activation = activationNamed(hidden);
    return Architecture(features, {{neurons, activation}, {neurons, activation}, {outputs, activationNamed(output)}});
  }
  Loss lossOf() const {
    const LossKind kind = loss == "crossEntropy" ? LossKind::CrossEntropy
                          : loss == "huber"      ? LossKind::Huber
                                                 : LossKind::SquaredError;
    return {kind, delta};
  }
};

bool read(std::istream& in, Case& one) {
  in >> one.hidden >> one.output >> one.loss >> one.l1 >> one.l2 >> one.delta;
  in >> one.features >> one.neurons >> one.outputs >> one.samples;
  if (!in) return false;
  one.theta.resize(std::size_t(one.architecture().parameterCount()));
  one.gradient.resize(one.theta.size());
  one.inputs.resize(one.features, one.samples);
  one.targets.resize(one.outputs, one.samples);
  for (double& value : one.theta) in >> value;
  for (Index i = 0; i < one.inputs.size(); ++i) in >> one.inputs.data()[i];
  for (Index i = 0; i < one.targets.size(); ++i) in >> one.targets.data()[i];
  for (double& value : one.gradient) in >> value;
  in >> one.cost;
  return bool(in);
}

template <typename Scalar>
void expectPyTorch(const Case& one, double tolerance) {
  NetworkCost<Scalar> cost(one.architecture(), one.lossOf(), {one.l1, one.l2}, one.inputs, one.targets);
  const std::vector<Scalar> theta(one.theta.begin(), one.theta.end());
  std::vector<Scalar> gradient(theta.size());
  EXPECT_NEAR(cost.gradient(theta, gradient), one.cost, tolerance * (1 + std::fabs(one.cost)));
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    EXPECT_NEAR(double(gradient[i]), one.gradient[i], tolerance * (1 + std::fabs(one.gradient[i])))
        << "parameter " << i;
  }
}

TEST(NetworkGradients, AgreeWithPyTorch) {
  std::ifstream file(GOLDEN_DIR "/network_gradients.txt");
  ASSERT_TRUE(file);
  Case one;
  int count = 0;
  for (; read(file, one); ++count) {
    SCOPED_TRACE(one.hidden + " " + one.output + " " + one.loss);
    expectPyTorch<double>(one, 1e-13);
    expectPyTorch<float>(one, 2e-5);
  }
  EXPECT_EQ(count, 25);
}

}  // namespace
}  // namespace backprop
