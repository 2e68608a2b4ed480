#include "data/split.hpp"

#include <numeric>

#include "data/tables.hpp"

namespace backprop {
namespace {

Table rowsOfClasses(const std::vector<int>& sizes) {
  Table table;
  table.columnNames = {"x1"};
  for (std::size_t group = 0; group < sizes.size(); ++group) {
    table.classNames.push_back(std::string(1, static_cast<char>('A' + group)));
    table.targets.insert(table.targets.end(), static_cast<std::size_t>(sizes[group]), static_cast<double>(group));
  }
  table.values.setZero(1, static_cast<Index>(table.targets.size()));
  return table;
}

std::vector<int> heldOut(const Table& table) {
  std::vector<int> held(table.classNames.size());
  for (std::size_t i = 0; i < table.targets.size(); ++i)
    held[static_cast<std::size_t>(table.targets[i])] += table.test[i];
  return held;
}

TEST(Split, HoldsOutExactlyTheRoundedShare) {
  for (const double fraction : {0.0, 0.1, 0.25, 0.5, 0.77, 0.9}) {
    for (const int n : {1, 2, 3, 10, 101}) {
      Table table = rowsOfClasses({n - n / 3, n / 3});
      splitForTesting(table, fraction, 1);
      const int held = std::accumulate(table.test.begin(), table.test.end(), 0);
      EXPECT_EQ(held, std::min<long>(std::lround(n * fraction), n - 1)) << n << " × " << fraction;
    }
  }
}

TEST(Split, LeavesOneRowToTrainOn) {
  Table table = rowsOfClasses({2, 1});
  splitForTesting(table, 1, 1);
  EXPECT_EQ(std::accumulate(table.test.begin(), table.test.end(), 0), 2);
}

// 12 of 60: 3.4, 2.6 and 6 rows; floors make 11; the one left goes to the largest remainder, 0.6.
TEST(Split, KeepsTheSharesOfClasses) {
  Table table = rowsOfClasses({17, 13, 30});
  splitForTesting(table, 0.2, 5);
  EXPECT_EQ(heldOut(table), (std::vector<int>{3, 3, 6}));
}

TEST(Split, FollowsTheSeedAlone) {
  Table table = rowsOfClasses({50, 50});
  splitForTesting(table, 0.3, 7);
  const auto first = table.test;
  splitForTesting(table, 0.3, 8);
  EXPECT_NE(table.test, first);
  splitForTesting(table, 0.3, 7);
  EXPECT_EQ(table.test, first);
}

TEST(Split, HoldsOutRowsFromAllOver) {
  Table table = rowsOfClasses({1000});
  splitForTesting(table, 0.5, 3);
  for (std::ptrdiff_t part = 0; part < 10; ++part) {
    const auto begin = table.test.begin() + 100 * part;
    EXPECT_NEAR(std::accumulate(begin, begin + 100, 0), 50, 20);
  }
}

TEST(Split, SplitsNumbersToFit) {
  Table table = rowsOfClasses({10});
  table.kind = TargetKind::Numbers;
  table.classNames.clear();
  for (double& target : table.targets) target = -2.5;
  splitForTesting(table, 0.3, 1);
  EXPECT_EQ(std::accumulate(table.test.begin(), table.test.end(), 0), 3);
}

TEST(Split, AcceptsNoRowsAndOneClass) {
  Table none = rowsOfClasses({});
  splitForTesting(none, 0.5, 1);
  EXPECT_TRUE(none.test.empty());
  Table one = rowsOfClasses({0, 10, 0});
  splitForTesting(one, 0.5, 1);
  EXPECT_EQ(heldOut(one), (std::vector<int>{0, 5, 0}));
}

TEST(Split, TakesAHundredThousandRows) {
  Table table = rowsOfClasses({60'000, 40'000});
  splitForTesting(table, 0.25, 1);
  EXPECT_EQ(heldOut(table), (std::vector<int>{15'000, 10'000}));
}

}  // namespace
}  // namespace backprop
