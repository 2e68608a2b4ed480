#pragma once

#include <span>

namespace backprop {

/// Whether no number is infinite or NaN. Cheap enough for every step.
template <typename Scalar>
bool allFinite(std::span<const Scalar> numbers);

extern template bool allFinite(std::span<const float>);
extern template bool allFinite(std::span<const double>);

}  // namespace backprop
