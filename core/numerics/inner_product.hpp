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

/// Adds a[i]·b[i] of eight neighbours to eight sums.
inline void addProducts(Pack<double> (&sums)[4], const double* a, const double* b) {
  for (int i = 0; i < 4; ++i) sums[i] += Pack<double>::load(a + 2 * i) * Pack<double>::load(b + 2 * i);
}
template <typename A, typename B>
void addProducts(Pack<double> (&sums)[4], const A* a, const B* b) {
  double wideA[8], wideB[8];
  for (int i = 0; i < 8; ++i) wideA[i] = double(a[i]), wideB[i] = double(b[i]);
  addProducts(sums, wideA, wideB);
}

}  // namespace detail

/// Σ aᵢ bᵢ.  @pre a and b have the same length
template <typename A, typename B>
double dot(std::span<A> a, std::span<B> b) {
  assert(a.size() == b.size());
  constexpr std::size_t lanes = 8;
  const std::size_t n = a.size(), whole = n - n % lanes;
  Pack<double> sums[4] = {0.0, 0.0, 0.0, 0.0};
  for (std::size_t i = 0; i < whole; i += lanes) detail::addProducts(sums, a.data() + i, b.data() + i);
  double rest = 0;
  for (std::size_t i = whole; i < n; ++i) rest += double(a[i]) * double(b[i]);
  return sum((sums[0] + sums[2]) + (sums[1] + sums[3])) + rest;
}

/// ‖a‖₂. Infinite when Σ aᵢ² exceeds the range of double (‖a‖ above 1e154).
template <typename A>
double norm(std::span<A> a) {
  return std::sqrt(dot(a, a));
}

}  // namespace backprop
