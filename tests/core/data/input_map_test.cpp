#include "data/input_map.hpp"

#include <cmath>
#include <cstring>
#include <limits>

#include "data/generators.hpp"
#include "data/tables.hpp"

namespace backprop {
namespace {

using RowList = std::vector<Index>;
using Names = std::vector<std::string>;

/// One point, with three columns 2, −3, 5.
Table onePoint() {
  Table table;
  table.columnNames = {"a", "b", "c"};
  table.values.resize(3, 1);
  table.values << 2, -3, 5;
  table.classNames = {"A"};
  table.targets = {0};
  table.test = {0};
  return table;
}

InputMap mapOf(const Table& table, const RowList& inputs, bool standardize, const Names& features) {
  auto map = InputMap::create(table, inputs, standardize, features);
  EXPECT_TRUE(map);
  return std::move(map).value();
}

TEST(InputMap, MakesEveryFeature) {
  const Table table = onePoint();
  const InputMap map =
      mapOf(table, {0, 1, 2}, false, {"x1", "x2", "x3", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"});
  const RowMatrix<double> features = map.apply(table.values);
  EXPECT_EQ(features.col(0), (Vector<double>(8) << 2, -3, 5, 4, 9, -6, std::sin(2), std::sin(-3)).finished());
}

TEST(InputMap, CountsInputsInTheChosenOrder) {
  const Table table = onePoint();
  const RowMatrix<double> features = mapOf(table, {2, 0}, false, {"x2", "x1", "x1*x2"}).apply(table.values);
  EXPECT_EQ(features.col(0), (Vector<double>(3) << 2, 5, 10).finished());
}

// Column a of the training rows: 1, 2, 3; mean 2, deviation √(2/3) over the population. The test row counts not.
TEST(InputMap, StandardizesByTheTrainingRows) {
  const Table table = fourPoints();
  const InputMap map = mapOf(table, {0, 1}, true, {"x1", "x1^2"});
  const double deviation = std::sqrt(2.0 / 3);
  EXPECT_EQ(map.means(), (std::vector<double>{2, 20}));
  EXPECT_DOUBLE_EQ(map.deviations()[0], deviation);
  EXPECT_DOUBLE_EQ(map.deviations()[1], 10 * deviation);
  const RowMatrix<double> features = map.apply(table.values);
  EXPECT_DOUBLE_EQ(features(0, 0), -1 / deviation);
  EXPECT_DOUBLE_EQ(features(0, 3), 2 / deviation);
  EXPECT_DOUBLE_EQ(features(1, 3), 6);  // the square of the standardised input: 4 / (2/3)
}

TEST(InputMap, TellsMeansAndDeviationsEvenWhereItDoesNotUseThem) {
  const Table table = fourPoints();
  const InputMap map = mapOf(table, {1}, false, {"x1"});
  EXPECT_EQ(map.means(), (std::vector<double>{2, 20}));
  EXPECT_EQ(map.apply(table.values), table.values.row(1));
}

TEST(InputMap, TakesADeviationOfZeroForOne) {
  Table table = fourPoints();
  table.values.row(0).setConstant(0.1);  // three times 0.1, divided by 3, is not 0.1
  const InputMap map = mapOf(table, {0}, true, {"x1"});
  EXPECT_EQ(map.means()[0], 0.1);
  EXPECT_EQ(map.deviations()[0], 1);
  EXPECT_EQ(map.apply(table.values), RowMatrix<double>::Zero(1, 4));
}

TEST(InputMap, AcceptsNoTrainingRows) {
  Table table = fourPoints();
  table.test = {1, 1, 1, 1};
  const InputMap map = mapOf(table, {0, 1}, true, {"x1"});
  EXPECT_EQ(map.means(), (std::vector<double>{0, 0}));
  EXPECT_EQ(map.deviations(), (std::vector<double>{1, 1}));
  table.values.resize(2, 0);
  table.targets.clear();
  table.test.clear();
  EXPECT_EQ(mapOf(table, {0, 1}, true, {"x1", "sin(x2)"}).apply(table.values).rows(), 2);
}

/// What applyToPlane gives is what apply gives of the same points.
template <typename Scalar>
void expectSameOverPlane(const InputMap& map, const PlaneThrough& plane, Index columns) {
  const std::vector<double> x{-1, 0.5, 2}, y{3, 4, -5};
  RowMatrix<double> points(columns, 3);
  for (Index i = 0; i < 3; ++i) {
    for (Index column = 0; column < columns; ++column) points(column, i) = plane.held[static_cast<std::size_t>(column)];
    points(plane.up, i) = y[static_cast<std::size_t>(i)];
    points(plane.across, i) = x[static_cast<std::size_t>(i)];
  }
  RowMatrix<Scalar> features(map.features(), 3);
  map.applyToPlane<Scalar>(plane, x, y, {features.data(), static_cast<std::size_t>(features.size())});
  EXPECT_EQ(features, map.apply(points).template cast<Scalar>());
}

TEST(InputMap, AppliesToAPlaneThroughTheColumns) {
  const Table iris = generate({Source::Iris});
  const std::vector<double> held{5, 3, 1.5, 0.25};
  for (const bool standardize : {false, true}) {
    const InputMap map = mapOf(iris, {3, 0, 1}, standardize, {"x1", "x2", "x3", "x1*x2", "sin(x1)", "x2^2"});
    expectSameOverPlane<double>(map, {0, 3, held}, 4);  // both shown columns are inputs
    expectSameOverPlane<float>(map, {1, 2, held}, 4);   // one of them is
    expectSameOverPlane<double>(map, {2, 2, held}, 4);  // one column for both, and no input
    expectSameOverPlane<double>(map, {0, 0, held}, 4);  // one column for both: x counts
  }
}

TEST(InputMap, RefusesInputsThatAreNoColumns) {
  const Table table = fourPoints();
  const Names features{"x1"};
  const auto error = [&](const RowList& inputs) { return errorOf(InputMap::create(table, inputs, false, features)); };
  expectError(error({}), "wrongLength", "data.inputs", "0", "[1, 2]");
  expectError(error({0, 2}), "outOfRange", "data.inputs[1]", "2", "[0, 1]");
  expectError(error({-1}), "outOfRange", "data.inputs[0]", "-1", "[0, 1]");
  expectError(error({1, 1}), "duplicate", "data.inputs[1]", "1", "");
}

TEST(InputMap, RefusesFeaturesThatDoNotExist) {
  const Table table = fourPoints();
  const auto error = [&](const RowList& inputs, const Names& features) {
    return errorOf(InputMap::create(table, inputs, false, features));
  };
  const std::string ofOne = "x1, x1^2, sin(x1)", ofTwo = "x1, x2, x1^2, x2^2, x1*x2, sin(x1), sin(x2)";
  expectError(error({0, 1}, {}), "wrongLength", "model.features", "0", "[1, 7]");
  expectError(error({0, 1}, {"x1", "x3"}), "unknown", "model.features[1]", "x3", ofTwo);
  expectError(error({1}, {"x1*x2"}), "unknown", "model.features[0]", "x1*x2", ofOne);
  expectError(error({1}, {"x01"}), "unknown", "model.features[0]", "x01", ofOne);
  expectError(error({0, 1}, {"x2", "x1", "x2"}), "duplicate", "model.features[2]", "x2", "");
}

}  // namespace
}  // namespace backprop
