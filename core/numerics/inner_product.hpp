#pragma once
/// Inner product and norm of flat vectors.
///
/// Summed in double whatever the precision of the vectors, so that squares of float neither overflow
/// nor vanish (a subnormal costs some 80 times a normal number in WebAssembly), and in four partial
/// sums of fixed order, which the compiler can vectorise and which give the same bits everywhere.

#include <cassert>
#include <cmath>
#include <span>
#include <type_traits>

#include "foundation/matrix.hpp"

namespace backprop {

/// Σ aᵢ bᵢ.  @pre a and b have the same length
template <typename A, typename B>
double dot(std::span<A> a, std::span<B> b) {
  assert(a.size() == b.size());
  constexpr std::size_t lanes = 4;
  const std::size_t n = a.size();
  const std::size_t whole = n - n % lanes;
  double sums[lanes] = {};
  for (std::size_t i = 0; i < whole; i += lanes) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      sums[lane] += static_cast<double>(a[i + lane]) * static_cast<double>(b[i + lane]);
    }
  }
  for (std::size_t i = whole; i < n; ++i) sums[i - whole] += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  return (sums[0] + sums[2]) + (sums[1] + sums[3]);
}

/// ‖a‖₂. Infinite when Σ aᵢ² exceeds the range of double (‖a‖ above 1e154).
template <typename A>
double norm(std::span<A> a) {
  return std::sqrt(dot(a, a));
}

}  // namespace backprop
