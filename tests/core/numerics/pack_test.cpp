#include "numerics/pack.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace backprop {
namespace {

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();

template <typename Scalar>
class PackOf : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(PackOf, Scalars);

TYPED_TEST(PackOf, LoadsAndStoresUnalignedNumbers) {
  const TypeParam from[] = {9, 1, 2, 3, 4, 9};
  TypeParam to[6] = {};
  Pack<TypeParam>::load(from + 1).store(to + 1);
  for (Index i = 0; i < Pack<TypeParam>::width; ++i) EXPECT_EQ(to[1 + i], TypeParam(1 + i));
  EXPECT_EQ(to[0], 0);
  EXPECT_EQ(to[1 + Pack<TypeParam>::width], 0);
}

TYPED_TEST(PackOf, SpreadsANumberWithItsSign) {
  const Pack<TypeParam> zero(TypeParam(-0.0));
  for (Index i = 0; i < Pack<TypeParam>::width; ++i) EXPECT_TRUE(std::signbit(zero[i]));
}

TYPED_TEST(PackOf, HoldsAConstantToTheBit) {
  using P = Pack<TypeParam>;
  for (const TypeParam value : {TypeParam(0.1), TypeParam(-0.0), TypeParam(inf), TypeParam(-1e30)}) {
    const P pack = held<P>(value);
    for (Index lane = 0; lane < P::width; ++lane) EXPECT_EQ(bitsOf(TypeParam(pack[lane])), bitsOf(value));
    EXPECT_EQ(bitsOf(held<TypeParam>(value)), bitsOf(value));
  }
}

TYPED_TEST(PackOf, MarksTheFirstLanes) {
  using P = Pack<TypeParam>;
  for (Index count = 0; count <= P::width; ++count) {
    const P kept = keepWhere(firstLanes<TypeParam>(count), P(TypeParam(7)));
    for (Index lane = 0; lane < P::width; ++lane) EXPECT_EQ(kept[lane], lane < count ? 7 : 0);
  }
}

TYPED_TEST(PackOf, DropsWhatIsNotKeptEvenIfItIsNaN) {
  using P = Pack<TypeParam>;
  const P kept = keepWhere(firstLanes<TypeParam>(1), P(TypeParam(nan)));
  EXPECT_TRUE(std::isnan(kept[0]));
  EXPECT_EQ(kept[1], 0);
}

TEST(Pack, SumsHalvesFirst) {
  // (1e8 + 1) + (−1e8 + 1): the ones are lost in the halves' order (l₀ + l₂) + (l₁ + l₃) only where it says so.
  const float lanes[] = {1e8f, 1, -1e8f, 1};
  EXPECT_EQ(sum(Pack<float>::load(lanes)), 2.0f);
  const float others[] = {1e8f, -1e8f, 1, 1};
  EXPECT_EQ(sum(Pack<float>::load(others)), 0.0f);
}

TEST(Pack, SumsSeveralPacksToTheBitsOfEachSum) {
  const float numbers[] = {0.1f, 3e7f, -7.7f, 1e-9f, 5, 0.3f, -3e7f, 2, 1, 1e8f, 1, -1e8f, 0, -0.0f, 9e-3f, 4};
  Pack<float> rows[4];
  for (int i = 0; i < 4; ++i) rows[i] = Pack<float>::load(numbers + 4 * i);
  const Pack<float> together = sums(rows);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(together[i], sum(rows[i]));

  const double doubles[] = {0.1, 3e17, -7.7, 1e-9};
  const Pack<double> pairs[2] = {Pack<double>::load(doubles), Pack<double>::load(doubles + 2)};
  EXPECT_EQ(sums(pairs)[0], 0.1 + 3e17);
  EXPECT_EQ(sums(pairs)[1], -7.7 + 1e-9);
}

TEST(Pack, MinAndMaxKeepNaN) {
  const float lanes[] = {nan, -inf, 2, 5};
  const Pack<float> x = Pack<float>::load(lanes);
  const Pack<float> lesser = min(x, Pack<float>(3)), greater = max(x, Pack<float>(3));
  EXPECT_TRUE(std::isnan(lesser[0]) && std::isnan(greater[0]));
  EXPECT_TRUE(std::isnan(min(nan, 3.0f)) && std::isnan(max(nan, 3.0f)));
  EXPECT_EQ(lesser[1], -inf);
  EXPECT_EQ(greater[1], 3);
  EXPECT_EQ(lesser[2], 2);
  EXPECT_EQ(lesser[3], 3);
  EXPECT_EQ(greater[3], 5);
}

TEST(Pack, TakesMagnitudeAndSignApart) {
  EXPECT_EQ(absolute(-2.5), 2.5);
  EXPECT_FALSE(std::signbit(absolute(-0.0)));
  EXPECT_EQ(absolute(Pack<double>(-inf))[1], inf);
  EXPECT_EQ(withSignOf(3.0f, -1.0f), -3.0f);
  EXPECT_TRUE(std::signbit(withSignOf(Pack<float>(0), Pack<float>(-0.0f))[3]));
}

}  // namespace
}  // namespace backprop
