#include "numerics/finite.hpp"

#include "numerics/pack.hpp"

namespace backprop {

/// x·0 is 0 only for finite x. In four chains of additions, so that none waits for another.
template <typename Scalar>
bool allFinite(std::span<const Scalar> numbers) {
  using P = Pack<Scalar>;
  constexpr Index stride = 4 * P::width;
  const Index n = static_cast<Index>(numbers.size()), whole = n - n % stride;
  P sums[4] = {Scalar(0), Scalar(0), Scalar(0), Scalar(0)};
  for (Index i = 0; i < whole; i += stride) {
    for (Index k = 0; k < 4; ++k) sums[k] += P::load(numbers.data() + i + k * P::width) * P(Scalar(0));
  }
  Scalar rest = sum((sums[0] + sums[1]) + (sums[2] + sums[3]));
  for (Index i = whole; i < n; ++i) rest += numbers[static_cast<std::size_t>(i)] * Scalar(0);
  return rest == 0;
}

template bool allFinite(std::span<const float>);
template bool allFinite(std::span<const double>);

}  // namespace backprop
