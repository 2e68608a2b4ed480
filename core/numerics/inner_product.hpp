#pragma once
/// Inner product and norm of flat vectors.
///
/// Summed in double whatever the precision of the vectors, so that squares of float neither overflow
/// nor vanish (a subnormal costs some 80 times a normal number in WebAssembly), and in eight partial
/// sums of fixed order: four chains of additions, none of which waits for another, and the same bits
/// everywhere.

#include <cassert>
#include <span>
#include <type_traits>

namespace backprop {

namespace detail {
template <typename A, typename B>
double dot(const A* a, const B* b, std::size_t count);
template <typename A>
double norm(const A* a, std::size_t count);
}  // namespace detail

/// Σ aᵢ bᵢ.  @pre a and b have the same length
template <typename A, typename B>
double dot(std::span<A> a, std::span<B> b) {
  assert(a.size() == b.size());
  return detail::dot<std::remove_const_t<A>, std::remove_const_t<B>>(a.data(), b.data(), a.size());
}

/// ‖a‖₂, finite exactly where all of a is: at most the largest double.
template <typename A>
double norm(std::span<A> a) {
  return detail::norm<std::remove_const_t<A>>(a.data(), a.size());
}

}  // namespace backprop
