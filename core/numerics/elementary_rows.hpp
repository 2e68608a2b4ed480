#pragma once
/// Elementary functions over rows of numbers, with the bits of numerics/elementary.hpp.
///
/// In double, tanh and sigmoid are long chains of dependent operations, of which a processor's window
/// holds hardly two. Rows therefore pass one stage after the other: many short chains at a time, which is
/// twice as fast.

#include <algorithm>

#include "numerics/elementary.hpp"

namespace backprop {

/// y = tanh(x).  @param count  of numbers, a whole number of packs    @param y  must not overlap x
inline void tanhRow(const double* x, double* y, Index count) {
  using P = Pack<double>;
  using Stages = detail::TanhStages;
  constexpr Index chunk = 32;  // packs
  P h[chunk], power[chunk];
  for (Index begin = 0; begin < count; begin += chunk * P::width) {
    const Index packs = std::min(chunk, (count - begin) / P::width);
    const double* from = x + begin;
    double* to = y + begin;
    for (Index i = 0; i < packs; ++i) h[i] = Stages::reduce(P::load(from + i * P::width), power[i]);
    for (Index i = 0; i < packs; ++i) h[i] = Stages::tangent(h[i]);
    for (Index i = 0; i < packs; ++i) {
      Stages::quotient(P::load(from + i * P::width), h[i], power[i]).store(to + i * P::width);
    }
  }
}

/// y = sigmoid(x).  @param count  of numbers, a whole number of packs    @param y  must not overlap x
inline void sigmoidRow(const double* x, double* y, Index count) {
  using P = Pack<double>;
  for (Index i = 0; i < count; i += P::width) expWith<held<P>>(-absolute(P::load(x + i))).store(y + i);
  for (Index i = 0; i < count; i += P::width) detail::sigmoidQuotient(P::load(x + i), P::load(y + i)).store(y + i);
}

}  // namespace backprop
