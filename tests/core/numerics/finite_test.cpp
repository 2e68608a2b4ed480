#include "numerics/finite.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace backprop {
namespace {

template <typename Scalar>
class Finite : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(Finite, Scalars);

TYPED_TEST(Finite, IsEveryOrdinaryNumber) {
  using Limits = std::numeric_limits<TypeParam>;
  const TypeParam ordinary[] = {0, TypeParam(-0.0), 1, Limits::max(), Limits::lowest(), Limits::denorm_min()};
  for (std::size_t n = 0; n <= 40; ++n) {
    std::vector<TypeParam> numbers;
    for (std::size_t i = 0; i < n; ++i) numbers.push_back(ordinary[i % 6]);
    EXPECT_TRUE(allFinite(std::span<const TypeParam>(numbers))) << n;
  }
}

TYPED_TEST(Finite, IsNotOneInfinityOrNaNWhereverItStands) {
  using Limits = std::numeric_limits<TypeParam>;
  for (const TypeParam bad : {Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN()}) {
    for (std::size_t n = 1; n <= 19; ++n) {
      for (std::size_t at = 0; at < n; ++at) {
        std::vector<TypeParam> numbers(n, TypeParam(3));
        numbers[at] = bad;
        EXPECT_FALSE(allFinite(std::span<const TypeParam>(numbers))) << bad << " at " << at << " of " << n;
      }
    }
  }
}

TYPED_TEST(Finite, OppositeInfinitiesDoNotCancel) {
  const TypeParam infinity = std::numeric_limits<TypeParam>::infinity();
  const std::vector<TypeParam> numbers{infinity, -infinity, 1, infinity, -infinity};
  EXPECT_FALSE(allFinite(std::span<const TypeParam>(numbers)));
}

}  // namespace
}  // namespace backprop
