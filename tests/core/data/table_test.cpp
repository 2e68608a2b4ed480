#include "data/table.hpp"

#include <limits>

#include "data/tables.hpp"

namespace backprop {
namespace {

TEST(Table, AcceptsWhatIsOne) { EXPECT_FALSE(validate(fourPoints())); }

TEST(Table, AcceptsNoRowsAtAll) {
  Table table;
  table.columnNames = {"x1"};
  table.values.resize(1, 0);
  EXPECT_FALSE(validate(table));
  table.kind = TargetKind::Numbers;
  EXPECT_FALSE(validate(table));
}

TEST(Table, AcceptsTwoColumnsOfOneNameAndDuplicateRows) {
  Table table = fourPoints();
  table.columnNames = {"x", "x"};
  table.values.setConstant(1);
  EXPECT_FALSE(validate(table));
}

TEST(Table, RefusesNumbersThatAreNotFiniteOrTooLarge) {
  Table table = fourPoints();
  table.values(1, 2) = std::numeric_limits<double>::quiet_NaN();  // row 2, column 1
  expectError(validate(table), "notANumber", "data.table.values[5]", "nan", "[-1e9, 1e9]");
  table.values(1, 2) = -1.5e9;
  expectError(validate(table), "outOfRange", "data.table.values[5]", "-1500000000", "[-1e9, 1e9]");
}

TEST(Table, RefusesTargetsThatAreNoClass) {
  Table table = fourPoints();
  table.targets[3] = 2;
  expectError(validate(table), "outOfRange", "data.table.targets[3]", "2", "[0, 1]");
  table.targets[3] = -1;
  expectError(validate(table), "outOfRange", "data.table.targets[3]", "-1", "[0, 1]");
  table.targets[3] = 0.5;
  expectError(validate(table), "notAnInteger", "data.table.targets[3]", "0.5", "[0, 1]");
  table.targets[3] = std::numeric_limits<double>::infinity();
  expectError(validate(table), "notANumber", "data.table.targets[3]", "inf", "[0, 1]");
}

TEST(Table, RefusesNumbersToFitThatAreNone) {
  Table table = fourPoints();
  table.kind = TargetKind::Numbers;
  expectError(validate(table), "wrongLength", "data.table.classes", "2", "[0, 0]");
  table.classNames.clear();
  EXPECT_FALSE(validate(table));
  table.targets[0] = std::numeric_limits<double>::quiet_NaN();
  expectError(validate(table), "notANumber", "data.table.targets[0]", "nan", "[-1e9, 1e9]");
}

TEST(Table, RefusesLengthsThatDisagree) {
  Table table = fourPoints();
  table.targets.pop_back();
  expectError(validate(table), "wrongLength", "data.table.targets", "3", "4");
  table = fourPoints();
  table.test.push_back(0);
  expectError(validate(table), "wrongLength", "data.table.test", "5", "4");
  table = fourPoints();
  table.columnNames.pop_back();
  expectError(validate(table), "wrongLength", "data.table.columns", "1", "2");
  table.values.resize(0, 4);
  expectError(validate(table), "wrongLength", "data.table.columns", "0", "[1, 64]");
}

TEST(Table, RefusesMoreThanTheLimits) {
  Table table = fourPoints();
  table.values.resize(65, 1);
  expectError(validate(table), "wrongLength", "data.table.columns", "65", "[1, 64]");
  table = fourPoints();
  table.values.resize(2, 2'000'001);
  expectError(validate(table), "tooLarge", "data.table.values", "2000001 × 2", "4000000");
  table = fourPoints();
  for (int i = 2; i < 65; ++i) table.classNames.push_back("class " + std::to_string(i));
  expectError(validate(table), "wrongLength", "data.table.classes", "65", "[1, 64]");
}

TEST(Table, RefusesBadNames) {
  Table table = fourPoints();
  table.columnNames[1] = "";
  expectError(validate(table), "wrongLength", "data.table.columns[1]", "0", "[1, 200]");
  table = fourPoints();
  table.classNames[1] = std::string(201, 'n');
  expectError(validate(table), "wrongLength", "data.table.classes[1]", "201", "[1, 200]");
  table.classNames[1] = "";
  for (int i = 0; i < 200; ++i) table.classNames[1] += "字";
  EXPECT_FALSE(validate(table));
  table.classNames[1] += "字";
  expectError(validate(table), "wrongLength", "data.table.classes[1]", "201", "[1, 200]");
  table.classNames[1] = "A";
  expectError(validate(table), "duplicate", "data.table.classes[1]", "A", "");
  table.classNames.clear();
  expectError(validate(table), "wrongLength", "data.table.classes", "0", "[1, 64]");
  table = fourPoints();
  table.classNames[0] = std::string("A\0B", 3);
  expectError(validate(table), "malformed", "data.table.classes[0]", std::string("A\0B", 3), "U+0001…");
}

TEST(Table, RefusesAHeldOutFlagThatIsNone) {
  Table table = fourPoints();
  table.test[2] = 2;
  expectError(validate(table), "outOfRange", "data.table.test[2]", "2", "[0, 1]");
}

}  // namespace
}  // namespace backprop
