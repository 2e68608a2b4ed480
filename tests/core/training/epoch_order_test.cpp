#include "training/epoch_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace backprop {
namespace {

std::vector<Index> orderOf(std::uint64_t seed, Index epoch, std::size_t n) {
  std::vector<Index> order(n, -1);
  epochOrder(seed, epoch, order);
  return order;
}

TEST(EpochOrder, IsAPermutationOfAllPatterns) {
  std::vector<Index> order = orderOf(1, 17, 100);
  std::sort(order.begin(), order.end());
  for (Index i = 0; i < 100; ++i) EXPECT_EQ(order[static_cast<std::size_t>(i)], i);
}

TEST(EpochOrder, DependsOnSeedAndEpochAlone) {
  std::vector<Index> used = orderOf(1, 3, 50);
  epochOrder(1, 4, used);  // whatever it held before
  EXPECT_EQ(used, orderOf(1, 4, 50));
  EXPECT_NE(orderOf(1, 4, 50), orderOf(1, 5, 50));
  EXPECT_NE(orderOf(1, 4, 50), orderOf(2, 4, 50));
}

// By generator_test.cpp's ten lines of Python with seed 7, stream 0x65706F6368000000 + 2, n = 6:
// for i in range(n, 1, -1): state = (state + g) & M; j = (mix(state) >> 32) * i >> 32; swap order[i−1], order[j]
// (none of these five draws meets the rare rejection in below()).
TEST(EpochOrder, IsReproducedByTenLinesOfPython) {
  EXPECT_EQ(orderOf(7, 2, 6), (std::vector<Index>{5, 0, 1, 3, 4, 2}));
}

TEST(EpochOrder, NoneAndOnePatternAreInOrder) {
  EXPECT_TRUE(orderOf(1, 0, 0).empty());
  EXPECT_EQ(orderOf(1, 0, 1), std::vector<Index>{0});
}

TEST(EpochOrder, PutsEveryPatternFirstEquallyOften) {
  std::vector<int> first(5);
  for (Index epoch = 0; epoch < 10'000; ++epoch) ++first[static_cast<std::size_t>(orderOf(3, epoch, 5)[0])];
  for (int count : first) EXPECT_NEAR(count, 2000, 200);  // five standard deviations
}

TEST(Batches, CoverAnEpochOnceAndEndInASmallerOne) {
  std::vector<Index> sizes;
  Index position = 0;
  while (position < 10) {
    const SampleRange range = batchAt(position, 4, 10);
    EXPECT_EQ(range.begin, position);
    sizes.push_back(range.size());
    position = range.end;
  }
  EXPECT_EQ(position, 10);
  EXPECT_EQ(sizes, (std::vector<Index>{4, 4, 2}));
  EXPECT_EQ(stepsPerEpoch(4, 10), 3);
}

TEST(Batches, OfZeroAndOfMoreThanThereAreTakeAll) {
  for (Index batch : {0, 10, 11, 1000}) {
    EXPECT_EQ(batchAt(0, batch, 10).size(), 10);
    EXPECT_EQ(stepsPerEpoch(batch, 10), 1);
  }
}

TEST(Batches, OfOneGoPatternByPattern) {
  EXPECT_EQ(batchAt(9, 1, 10).begin, 9);
  EXPECT_EQ(batchAt(9, 1, 10).end, 10);
  EXPECT_EQ(stepsPerEpoch(1, 10), 10);
}

}  // namespace
}  // namespace backprop
