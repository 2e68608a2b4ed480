#include "objective/targets.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace backprop {
namespace {

Table classTable(std::vector<std::string> names, std::vector<double> targets) {
  Table table;
  table.kind = TargetKind::Classes;
  table.classNames = std::move(names);
  table.targets = std::move(targets);
  return table;
}

const Activation singles[] = {Activation::Sigmoid, Activation::Tanh, Activation::Linear};

TEST(Targets, TwoClassesNeedOneOutputButTwoForSoftmax) {
  for (Activation output : singles) EXPECT_EQ(outputCount(TargetKind::Classes, 2, output), 1);
  EXPECT_EQ(outputCount(TargetKind::Classes, 2, Activation::Softmax), 2);
}

TEST(Targets, OneClassNeedsOneOutput) {
  for (Activation output : singles) EXPECT_EQ(outputCount(TargetKind::Classes, 1, output), 1);
  EXPECT_EQ(outputCount(TargetKind::Classes, 1, Activation::Softmax), 1);
}

TEST(Targets, MoreClassesNeedOneOutputEach) {
  for (Activation output : singles) EXPECT_EQ(outputCount(TargetKind::Classes, 3, output), 3);
  EXPECT_EQ(outputCount(TargetKind::Classes, 6, Activation::Softmax), 6);
}

TEST(Targets, NumbersNeedOneOutput) { EXPECT_EQ(outputCount(TargetKind::Numbers, 0, Activation::Linear), 1); }

TEST(Targets, TwoClassesAreTheLevelsOfOneOutput) {
  const Table table = classTable({"A", "B"}, {0, 1, 1, 0});
  const std::vector<Index> rows{3, 2, 1};
  EXPECT_EQ(encodeTargets(table, rows, Activation::Sigmoid), (RowMatrix<double>(1, 3) << 0, 1, 1).finished());
  EXPECT_EQ(encodeTargets(table, rows, Activation::Tanh), (RowMatrix<double>(1, 3) << -1, 1, 1).finished());
  EXPECT_EQ(encodeTargets(table, rows, Activation::Linear), (RowMatrix<double>(1, 3) << -1, 1, 1).finished());
}

TEST(Targets, SoftmaxIsOneHotForTwoClassesToo) {
  const Table table = classTable({"A", "B"}, {1, 0});
  const std::vector<Index> rows{0, 1};
  EXPECT_EQ(encodeTargets(table, rows, Activation::Softmax), (RowMatrix<double>(2, 2) << 0, 1, 1, 0).finished());
}

TEST(Targets, MoreClassesHaveOneRowEachAtTheOutputsLevels) {
  const Table table = classTable({"A", "B", "C"}, {2, 0});
  const std::vector<Index> rows{0, 1};
  const RowMatrix<double> oneHot = (RowMatrix<double>(3, 2) << 0, 1, 0, 0, 1, 0).finished();
  const RowMatrix<double> signs = (RowMatrix<double>(3, 2) << -1, 1, -1, -1, 1, -1).finished();
  EXPECT_EQ(encodeTargets(table, rows, Activation::Sigmoid), oneHot);
  EXPECT_EQ(encodeTargets(table, rows, Activation::Softmax), oneHot);
  EXPECT_EQ(encodeTargets(table, rows, Activation::Tanh), signs);
  EXPECT_EQ(encodeTargets(table, rows, Activation::Linear), signs);
}

TEST(Targets, OfTheOnlyClass) {
  const Table table = classTable({"A"}, {0, 0});
  const std::vector<Index> rows{0, 1};
  EXPECT_EQ(encodeTargets(table, rows, Activation::Sigmoid), (RowMatrix<double>(1, 2) << 0, 0).finished());
  EXPECT_EQ(encodeTargets(table, rows, Activation::Tanh), (RowMatrix<double>(1, 2) << -1, -1).finished());
  EXPECT_EQ(encodeTargets(table, rows, Activation::Softmax), (RowMatrix<double>(1, 2) << 1, 1).finished());
}

TEST(Targets, NumbersStayWhatTheyAre) {
  Table table;
  table.kind = TargetKind::Numbers;
  table.targets = {0.25, -3, 1e9};
  const std::vector<Index> rows{2, 0};
  EXPECT_EQ(encodeTargets(table, rows, Activation::Linear), (RowMatrix<double>(1, 2) << 1e9, 0.25).finished());
}

TEST(Targets, OfNoRowsHaveNoSamples) {
  const RowMatrix<double> none = encodeTargets(classTable({"A", "B", "C"}, {}), {}, Activation::Softmax);
  EXPECT_EQ(none.rows(), 3);
  EXPECT_EQ(none.cols(), 0);
}

}  // namespace
}  // namespace backprop
