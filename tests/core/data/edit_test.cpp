#include "data/edit.hpp"

#include <limits>

#include "data/tables.hpp"

namespace backprop {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

using Numbers = std::vector<double>;
using RowList = std::vector<Index>;

TEST(Edit, AddsPointsAsTrainingRows) {
  Table table = fourPoints();
  EXPECT_FALSE(addPoints(table, Numbers{5, 50, 6, 60}, Numbers{1, 0}));
  ASSERT_EQ(table.rows(), 6);
  EXPECT_EQ(table.values.row(0), (Eigen::RowVectorXd(6) << 1, 2, 3, 4, 5, 6).finished());
  EXPECT_EQ(table.values.row(1), (Eigen::RowVectorXd(6) << 10, 20, 30, 40, 50, 60).finished());
  EXPECT_EQ(table.targets, (Numbers{0, 1, 0, 1, 1, 0}));
  EXPECT_EQ(table.test, (std::vector<std::uint8_t>{0, 0, 0, 1, 0, 0}));
  EXPECT_FALSE(validate(table));
}

TEST(Edit, BeginsNewClassesUpToSix) {
  Table table = fourPoints();
  EXPECT_FALSE(addPoints(table, Numbers{0, 0, 0, 0}, Numbers{2, 3}));
  EXPECT_EQ(table.classNames, (std::vector<std::string>{"A", "B", "C", "D"}));
  EXPECT_FALSE(retarget(table, RowList{0}, 4));
  EXPECT_FALSE(retarget(table, RowList{0}, 5));
  EXPECT_EQ(table.classNames.size(), 6u);
  expectError(retarget(table, RowList{0}, 6), "outOfRange", "target", "6", "[0, 5]");
}

TEST(Edit, SkipsALetterThatIsTaken) {
  Table table = fourPoints();
  table.classNames = {"C", "D"};
  EXPECT_FALSE(retarget(table, RowList{0}, 2));
  EXPECT_EQ(table.classNames.back(), "E");
}

TEST(Edit, KeepsTheClassesOfATableWithMoreThanSix) {
  Table table = fourPoints();
  table.classNames = {"a", "b", "c", "d", "e", "f", "g", "h"};
  EXPECT_FALSE(retarget(table, RowList{1}, 7));
  expectError(retarget(table, RowList{1}, 8), "outOfRange", "target", "8", "[0, 7]");
}

TEST(Edit, BeginsFromNothing) {
  Table table;
  table.columnNames = {"x1", "x2"};
  table.values.resize(2, 0);
  EXPECT_FALSE(addPoints(table, Numbers{1, 2}, Numbers{0}));
  EXPECT_EQ(table.classNames, std::vector<std::string>{"A"});
  EXPECT_FALSE(validate(table));
}

TEST(Edit, RemovesPointsAndKeepsTheOrderOfTheOthers) {
  Table table = fourPoints();
  EXPECT_FALSE(removePoints(table, RowList{2, 0}));
  ASSERT_EQ(table.rows(), 2);
  EXPECT_EQ(table.values, (RowMatrix<double>(2, 2) << 2, 4, 20, 40).finished());
  EXPECT_EQ(table.targets, (Numbers{1, 1}));
  EXPECT_EQ(table.test, (std::vector<std::uint8_t>{0, 1}));
  EXPECT_EQ(table.classNames.size(), 2u);
}

TEST(Edit, RemovesTheLastPointToo) {
  Table table = fourPoints();
  EXPECT_FALSE(removePoints(table, RowList{3, 1, 0, 2}));
  EXPECT_EQ(table.rows(), 0);
  EXPECT_FALSE(validate(table));
}

TEST(Edit, MovesPoints) {
  Table table = fourPoints();
  EXPECT_FALSE(movePoints(table, RowList{3, 0}, Numbers{-4, -40, -1, -10}));
  EXPECT_EQ(table.values, (RowMatrix<double>(2, 4) << -1, 2, 3, -4, -10, 20, 30, -40).finished());
}

TEST(Edit, RetargetsNumbers) {
  Table table = fourPoints();
  table.kind = TargetKind::Numbers;
  table.classNames.clear();
  EXPECT_FALSE(retarget(table, RowList{1, 2}, -0.25));
  EXPECT_EQ(table.targets, (Numbers{0, -0.25, -0.25, 1}));
  expectError(retarget(table, RowList{1}, nan), "notANumber", "target", "nan", "[-1e9, 1e9]");
}

TEST(Edit, ChangesNothingForNoRows) {
  Table table = fourPoints();
  EXPECT_FALSE(addPoints(table, Numbers{}, Numbers{}));
  EXPECT_FALSE(removePoints(table, RowList{}));
  EXPECT_FALSE(movePoints(table, RowList{}, Numbers{}));
  EXPECT_FALSE(retarget(table, RowList{}, 2));
  expectEqual(table, fourPoints());
}

TEST(Edit, ChangesNothingOnAnyError) {
  Table table = fourPoints();
  expectError(addPoints(table, Numbers{1, 2, 3, nan}, Numbers{2, 0}), "notANumber", "values[3]", "nan", "[-1e9, 1e9]");
  expectError(addPoints(table, Numbers{1, 2, 3}, Numbers{0, 0}), "wrongLength", "values", "3", "4");
  expectError(addPoints(table, Numbers{1, 2, 3, 4}, Numbers{0, 3}), "outOfRange", "targets[1]", "3", "[0, 2]");
  expectError(addPoints(table, Numbers{1, 2}, Numbers{0.5}), "notAnInteger", "targets[0]", "0.5", "[0, 2]");
  expectError(addPoints(table, Numbers{1, 2e9}, Numbers{0}), "outOfRange", "values[1]", "2000000000", "[-1e9, 1e9]");
  expectError(removePoints(table, RowList{1, 4}), "outOfRange", "rows[1]", "4", "[0, 3]");
  expectError(removePoints(table, RowList{-1}), "outOfRange", "rows[0]", "-1", "[0, 3]");
  expectError(removePoints(table, RowList{1, 2, 1}), "duplicate", "rows[2]", "1", "");
  expectError(movePoints(table, RowList{0, 1}, Numbers{7, 8, nan, 9}), "notANumber", "values[2]", "nan", "[-1e9, 1e9]");
  expectError(movePoints(table, RowList{0}, Numbers{7}), "wrongLength", "values", "1", "2");
  expectError(retarget(table, RowList{0, 0}, 1), "duplicate", "rows[1]", "0", "");
  expectError(retarget(table, RowList{0}, 3), "outOfRange", "target", "3", "[0, 2]");
  expectEqual(table, fourPoints());
}

TEST(Edit, RefusesMorePointsThanATableTakes) {
  Table table = fourPoints();
  expectError(addPoints(table, Numbers{}, Numbers(2'000'000)), "tooLarge", "values", "0", "3999992");
  expectEqual(table, fourPoints());
}

TEST(Edit, TakesAHundredThousandPoints) {
  Table table = fourPoints();
  EXPECT_FALSE(addPoints(table, Numbers(200'000, 1.5), Numbers(100'000)));
  RowList rows(100'000);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<Index>(i) + 4;
  EXPECT_FALSE(retarget(table, rows, 1));
  EXPECT_FALSE(movePoints(table, rows, Numbers(200'000, 2.5)));
  EXPECT_FALSE(removePoints(table, rows));
  expectEqual(table, fourPoints());
}

}  // namespace
}  // namespace backprop
