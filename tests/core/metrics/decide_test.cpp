#include "metrics/decide.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace backprop {
namespace {

using Classes = std::vector<Index>;

TEST(Decide, OneSigmoidOutputDecidesAtOneHalf) {
  const RowMatrix<double> outputs = (RowMatrix<double>(1, 4) << 0, 0.4999, 0.5, 1).finished();
  EXPECT_EQ(decide(outputs, Activation::Sigmoid), (Classes{0, 0, 1, 1}));
}

TEST(Decide, OneTanhOrLinearOutputDecidesAtZero) {
  const RowMatrix<float> outputs = (RowMatrix<float>(1, 4) << -0.9f, -1e-20f, 0, 0.3f).finished();
  EXPECT_EQ(decide(outputs, Activation::Tanh), (Classes{0, 0, 1, 1}));
  EXPECT_EQ(decide(outputs, Activation::Linear), (Classes{0, 0, 1, 1}));
}

TEST(Decide, GreatestOfSeveralWinsAndTheFirstOfEquals) {
  const RowMatrix<double> outputs = (RowMatrix<double>(3, 3) << 0.2, 0.4, 0.1,  //
                                     0.5, 0.4, 0.4,                             //
                                     0.3, 0.2, 0.5)
                                        .finished();
  EXPECT_EQ(decide(outputs, Activation::Softmax), (Classes{1, 0, 2}));
}

TEST(Decide, NotANumberNeverWins) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const RowMatrix<double> outputs = (RowMatrix<double>(3, 2) << nan, 1, -2, nan, -3, 2).finished();
  EXPECT_EQ(decide(outputs, Activation::Linear), (Classes{1, 2}));
}

TEST(Decide, TakesMapsOfOthersMemory) {
  const float memory[] = {0.1f, 0.9f, 0.9f, 0.1f};
  const Eigen::Map<const RowMatrix<float>> outputs(memory, 2, 2);
  EXPECT_EQ(decide(outputs, Activation::Softmax), (Classes{1, 0}));
}

TEST(Decide, UndoesTheEncodingOfTargets) {
  Table table;
  table.targets = {0, 1, 2, 1};
  const Classes rows{0, 1, 2, 3};
  for (Activation output : {Activation::Sigmoid, Activation::Softmax, Activation::Tanh, Activation::Linear}) {
    table.classNames = {"A", "B", "C"};
    EXPECT_EQ(decide(encodeTargets(table, rows, output), output), (Classes{0, 1, 2, 1}));
    table.classNames = {"A", "B"};
    EXPECT_EQ(decide(encodeTargets(table, std::span(rows).first(2), output), output), (Classes{0, 1}));
  }
}

TEST(Decide, AValueOnTheThresholdMayBeTheFirstClass) {
  const RowMatrix<double> outputs = (RowMatrix<double>(1, 3) << -0.1, 0, 0.1).finished();
  EXPECT_EQ(decide(outputs, Activation::Step, OnThreshold::First), (Classes{0, 0, 1}));
  EXPECT_EQ(decide(outputs, Activation::Step), (Classes{0, 1, 1}));
}

}  // namespace
}  // namespace backprop
