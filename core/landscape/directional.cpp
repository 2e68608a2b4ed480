#include "landscape/directional.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "numerics/inner_product.hpp"

namespace backprop {

template <typename Scalar>
DirectionalDerivative directionalDerivative(std::span<const Scalar> gradient, std::span<const Scalar> v) {
  DirectionalDerivative result{dot(gradient, v), norm(v), norm(gradient), 0};
  // 0/0 is NaN, as promised; rounding must not carry the cosine out of [−1, 1], and clamp passes NaN on.
  result.cosine = std::clamp(result.slope / result.length / result.gradientNorm, -1.0, 1.0);
  return result;
}

template <typename Scalar>
double measuringStep(std::span<const Scalar> theta, std::span<const Scalar> v) {
  double largest = 0;
  for (Scalar parameter : theta) largest = std::max(largest, std::abs(static_cast<double>(parameter)));
  return std::cbrt(static_cast<double>(std::numeric_limits<Scalar>::epsilon())) * (1 + largest) / norm(v);
}

template <typename Scalar>
double measuredSlope(Objective<Scalar>& objective, std::span<const Scalar> theta, std::span<const Scalar> v, double h) {
  assert(theta.size() == v.size() && h > 0);
  std::vector<Scalar> moved(theta.size());
  const auto valueAt = [&](double distance) {
    for (std::size_t i = 0; i < theta.size(); ++i) moved[i] = static_cast<Scalar>(theta[i] + distance * v[i]);
    return objective.value(moved);
  };
  const double ahead = valueAt(h);
  return (ahead - valueAt(-h)) / (2 * h);
}

template DirectionalDerivative directionalDerivative(std::span<const float>, std::span<const float>);
template DirectionalDerivative directionalDerivative(std::span<const double>, std::span<const double>);
template double measuringStep(std::span<const float>, std::span<const float>);
template double measuringStep(std::span<const double>, std::span<const double>);
template double measuredSlope(Objective<float>&, std::span<const float>, std::span<const float>, double);
template double measuredSlope(Objective<double>&, std::span<const double>, std::span<const double>, double);

}  // namespace backprop
