#pragma once
/// Inner product and norm of flat vectors.
///
/// Summed in double whatever the precision of the vectors, so that squares of float neither overflow
/// nor vanish (a subnormal costs some 80 times a normal number in WebAssembly), and in eight partial
/// sums of fixed order: four chains of additions, none of which waits for another, and the same bits
/// everywhere.

#include <cassert>
#include <cmath>
#include <span>
#include <type_traits>

#include "numerics/pack.hpp"

namespace backprop {

namespace detail {

/// Eight neighbours as pairs of doubles.
inline void widen(const double* from, Pack<double> (&to)[4]) {
  for (int i = 0; i < 4; ++i) to[i] = Pack<double>::load(from + 2 * i);
}
inline void widen(const float* from, Pack<double> (&to)[4]) {
  for (int i = 0; i < 4; i += 2) {
    const Pack<float>::Lanes four = Pack<float>::load(from + 2 * i).lanes;
    to[i] = __builtin_convertvector(__builtin_shufflevector(four, four, 0, 1), Pack<double>::Lanes);
    to[i + 1] = __builtin_convertvector(__builtin_shufflevector(four, four, 2, 3), Pack<double>::Lanes);
  }
}

}  // namespace detail

/// Σ aᵢ bᵢ.  @pre a and b have the same length
template <typename A, typename B>
double dot(std::span<A> a, std::span<B> b) {
  assert(a.size() == b.size());
  constexpr std::size_t lanes = 8;
  const std::size_t n = a.size(), whole = n - n % lanes;
  Pack<double> sums[4] = {0.0, 0.0, 0.0, 0.0};
  for (std::size_t i = 0; i < whole; i += lanes) {
    Pack<double> wideA[4], wideB[4];
    detail::widen(a.data() + i, wideA);
    detail::widen(b.data() + i, wideB);
    for (int k = 0; k < 4; ++k) sums[k] += wideA[k] * wideB[k];
  }
  double rest = 0;
  for (std::size_t i = whole; i < n; ++i) rest += double(a[i]) * double(b[i]);
  return sum((sums[0] + sums[2]) + (sums[1] + sums[3])) + rest;
}

/// ‖a‖₂ where Σ aᵢ² exceeds the range of double.  @pre no NaN in a
double normOfLarge(std::span<const double> a);

/// ‖a‖₂, finite exactly where all of a is: at most the largest double.
template <typename A>
[[gnu::noinline]] double norm(std::span<A> a) {
  const double squares = dot(a, a);
  if constexpr (std::is_same_v<std::remove_const_t<A>, double>) {
    if (std::isinf(squares)) return normOfLarge(a);
  }
  return std::sqrt(squares);
}

}  // namespace backprop
