#include "numerics/finite.hpp"

#include "numerics/pack.hpp"

namespace backprop {

/// x·0 is 0 only for finite x.
template <typename Scalar>
bool allFinite(std::span<const Scalar> numbers) {
  using P = Pack<Scalar>;
  const Index n = static_cast<Index>(numbers.size()), whole = n - n % P::width;
  P sum(Scalar(0));
  for (Index i = 0; i < whole; i += P::width) sum += P::load(numbers.data() + i) * P(Scalar(0));
  Scalar rest = 0;
  for (Index i = whole; i < n; ++i) rest += numbers[static_cast<std::size_t>(i)] * Scalar(0);
  for (Index lane = 0; lane < P::width; ++lane) rest += sum[lane];
  return rest == 0;
}

template bool allFinite(std::span<const float>);
template bool allFinite(std::span<const double>);

}  // namespace backprop
