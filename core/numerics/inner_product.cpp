#include "numerics/inner_product.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "numerics/pack.hpp"

namespace backprop::detail {
namespace {

/// Eight neighbours as pairs of doubles.
void widen(const double* from, Pack<double> (&to)[4]) {
  for (int i = 0; i < 4; ++i) to[i] = Pack<double>::load(from + 2 * i);
}
void widen(const float* from, Pack<double> (&to)[4]) {
  for (int i = 0; i < 4; i += 2) {
    const Pack<float>::Lanes four = Pack<float>::load(from + 2 * i).lanes;
    to[i] = __builtin_convertvector(__builtin_shufflevector(four, four, 0, 1), Pack<double>::Lanes);
    to[i + 1] = __builtin_convertvector(__builtin_shufflevector(four, four, 2, 3), Pack<double>::Lanes);
  }
}

}  // namespace

template <typename A, typename B>
double dot(const A* a, const B* b, std::size_t count) {
  constexpr std::size_t lanes = 8;
  const std::size_t whole = count - count % lanes;
  Pack<double> sums[4] = {0.0, 0.0, 0.0, 0.0};
  for (std::size_t i = 0; i < whole; i += lanes) {
    Pack<double> wideA[4], wideB[4];
    widen(a + i, wideA);
    widen(b + i, wideB);
    for (int k = 0; k < 4; ++k) sums[k] += wideA[k] * wideB[k];
  }
  double rest = 0;
#pragma clang loop vectorize(disable) unroll(disable)
  for (std::size_t i = whole; i < count; ++i) rest += double(a[i]) * double(b[i]);
  return sum((sums[0] + sums[2]) + (sums[1] + sums[3])) + rest;
}

template <typename A>
double norm(const A* a, std::size_t count) {
  const double squares = dot(a, a, count);
  if (!std::isinf(squares)) return std::sqrt(squares);
  double largest = 0, scaled = 0;
  for (std::size_t i = 0; i < count; ++i) largest = std::max(largest, std::abs(double(a[i])));
  if (!std::isfinite(largest)) return largest;
    // The squares exceed double's range: those of a scaled copy do not.
#pragma clang loop vectorize(disable) unroll(disable)
  for (std::size_t i = 0; i < count; ++i) scaled += (double(a[i]) / largest) * (double(a[i]) / largest);
  return std::min(largest * std::sqrt(scaled), std::numeric_limits<double>::max());
}

template double dot(const float*, const float*, std::size_t);
template double dot(const float*, const double*, std::size_t);
template double dot(const double*, const double*, std::size_t);
template double norm(const float*, std::size_t);
template double norm(const double*, std::size_t);

}  // namespace backprop::detail
