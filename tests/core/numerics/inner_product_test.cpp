#include "numerics/inner_product.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace backprop {
namespace {

TEST(InnerProduct, SumsEveryLengthCompletely) {
  for (std::size_t n = 0; n <= 25; ++n) {
    std::vector<double> a(n), b(n, 2.0);
    for (std::size_t i = 0; i < n; ++i) a[i] = static_cast<double>(i + 1);
    EXPECT_EQ(dot(std::span(a), std::span(b)), static_cast<double>(n * (n + 1))) << n;  // 2 Σ i
  }
}

TEST(InnerProduct, OfSinglePrecisionNeitherOverflowsNorVanishes) {
  const std::vector<float> large{3e38f, 4e-8f}, small{3e-40f, 4e-40f};
  EXPECT_NEAR(norm(std::span(large)) / 3e38, 1, 1e-7);
  EXPECT_NEAR(norm(std::span(small)) / 5e-40, 1, 1e-4);  // subnormal: few digits of its own
}

TEST(InnerProduct, MixesPrecisions) {
  const std::vector<float> a{0.5f, 2};
  const std::vector<double> b{0.1, 3};
  EXPECT_DOUBLE_EQ(dot(std::span(a), std::span(b)), 6.05);
}

TEST(Norm, IsTheEuclideanLength) {
  const std::vector<double> v{1, -2, 2, 4, -10, 0};
  EXPECT_DOUBLE_EQ(norm(std::span(v)), std::sqrt(125.0));
}

TEST(Norm, IsFiniteExactlyWhereAllIs) {
  constexpr double huge = std::numeric_limits<double>::max(), infinity = std::numeric_limits<double>::infinity();
  const auto of = [](std::vector<double> v) { return norm(std::span(v)); };
  EXPECT_DOUBLE_EQ(of({3e200, -4e200, 1}), 5e200);
  EXPECT_EQ(of({huge, huge, 0}), huge);
  EXPECT_EQ(of({1, -infinity, 2}), infinity);
  EXPECT_TRUE(std::isnan(of({1e300, std::nan(""), 1e300})));
  EXPECT_TRUE(std::isnan(of({std::nan(""), infinity})));
}

}  // namespace
}  // namespace backprop
