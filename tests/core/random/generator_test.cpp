#include "random/generator.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace backprop {
namespace {

// M = 2**64 - 1; g = 0x9E3779B97F4A7C15
// def mix(z):
//     z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
//     z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
//     return z ^ (z >> 31)
// state = mix((mix((7 + g) & M) + 3 * g) & M)      # seed 7, stream 3
// for _ in range(2): state = (state + g) & M; print(mix(state))
TEST(Generator, IsReproducedByTenLinesOfPython) {
  Generator generator(7, 3);
  EXPECT_EQ(generator.next(), 7781137402269926631u);
  EXPECT_EQ(generator.next(), 8665992178726160025u);
}

TEST(Generator, StreamsOfOneSeedDiffer) {
  EXPECT_NE(Generator(1, 0).next(), Generator(1, 1).next());
  EXPECT_NE(Generator(1, 1).next(), Generator(2, 0).next());
}

TEST(Generator, UniformStaysInItsHalfOpenInterval) {
  Generator generator(1);
  double sum = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double u = generator.uniform();
    ASSERT_GE(u, 0);
    ASSERT_LT(u, 1);
    sum += u;
  }
  EXPECT_NEAR(sum / 100'000, 0.5, 0.005);
}

TEST(Generator, NormalHasMeanZeroAndVarianceOne) {
  Generator generator(2);
  double sum = 0, squares = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double z = generator.normal();
    sum += z;
    squares += z * z;
  }
  EXPECT_NEAR(sum / 100'000, 0, 0.02);
  EXPECT_NEAR(squares / 100'000, 1, 0.02);
}

TEST(Generator, BelowReachesEachValueEquallyOften) {
  Generator generator(3);
  std::vector<int> counts(6);
  for (int i = 0; i < 60'000; ++i) ++counts[generator.below(6)];
  for (int count : counts) EXPECT_NEAR(count, 10'000, 400);
}

TEST(Generator, ShuffleIsAPermutation) {
  std::vector<Index> items(100);
  std::iota(items.begin(), items.end(), 0);
  const auto before = items;
  Generator(4).shuffle(items);
  EXPECT_NE(items, before);
  std::sort(items.begin(), items.end());
  EXPECT_EQ(items, before);
}

}  // namespace
}  // namespace backprop
