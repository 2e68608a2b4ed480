#include "models/architecture.hpp"

#include <gtest/gtest.h>

namespace backprop {
namespace {

TEST(Architecture, LaysOutTheLecturesNetwork) {  // (3, 3, 2, 1): W² 3×3, b², W³ 2×3, b³, W⁴ 1×2, b⁴
  const Architecture architecture(3, {{3, Activation::Tanh}, {2, Activation::Relu}, {1, Activation::Sigmoid}});
  ASSERT_EQ(architecture.layers().size(), 3u);
  const Layer& second = architecture.layers()[0];
  const Layer& third = architecture.layers()[1];
  const Layer& fourth = architecture.layers()[2];
  EXPECT_EQ(second.weights, 0);
  EXPECT_EQ(second.biases, 9);
  EXPECT_EQ(third.weights, 12);
  EXPECT_EQ(third.biases, 18);
  EXPECT_EQ(fourth.weights, 20);
  EXPECT_EQ(fourth.biases, 22);
  EXPECT_EQ(architecture.parameterCount(), 23);
  EXPECT_EQ(third.inputs, 3);
  EXPECT_EQ(third.neurons, 2);
  EXPECT_EQ(third.activation, Activation::Relu);
}

TEST(Architecture, PutsDestinationBeforeOrigin) {
  const Architecture architecture(2, {{4, Activation::Tanh}, {3, Activation::Softmax}});
  const Layer& last = architecture.layers()[1];  // after 4·2 + 4 numbers
  EXPECT_EQ(last.weight(0, 0), 12);
  EXPECT_EQ(last.weight(0, 3), 15);
  EXPECT_EQ(last.weight(1, 0), 16);
  EXPECT_EQ(last.weight(2, 3), 23);
  EXPECT_EQ(last.bias(0), 24);
  EXPECT_EQ(last.bias(2), 26);
}

TEST(Architecture, CountsNeuronsWithoutTheFeatures) {
  const Architecture architecture(5, {{3, Activation::Tanh}, {4, Activation::Sine}, {2, Activation::Softmax}});
  EXPECT_EQ(architecture.features(), 5);
  EXPECT_EQ(architecture.outputs(), 2);
  EXPECT_EQ(architecture.neuronCount(), 9);
}

TEST(Architecture, OfOneNeuronIsItsWeightsAndABias) {
  const Architecture architecture(64, {{1, Activation::Sigmoid}});
  EXPECT_EQ(architecture.parameterCount(), 65);
  EXPECT_EQ(architecture.layers()[0].weight(0, 63), 63);
  EXPECT_EQ(architecture.layers()[0].bias(0), 64);
}

}  // namespace
}  // namespace backprop
