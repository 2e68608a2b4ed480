#include "landscape/plane.hpp"

#include <cassert>
#include <limits>

#include "numerics/inner_product.hpp"

namespace backprop {

namespace {

std::vector<double> axis(std::size_t n, Index i) {
  std::vector<double> direction(n, 0.0);
  direction[static_cast<std::size_t>(i)] = 1;
  return direction;
}

/// v / ‖v‖, or nothing where ‖v‖ does not exceed `least` or is not finite.
std::optional<std::vector<double>> normalized(std::vector<double> v, double least) {
  const double length = norm(std::span<const double>(v));
  if (!(length > least) || !std::isfinite(length)) return std::nullopt;
  for (double& component : v) component /= length;
  return v;
}

}  // namespace

Plane Plane::ofParameters(std::span<const double> theta, Index across, Index up) {
  [[maybe_unused]] const Index n = static_cast<Index>(theta.size());
  assert(0 <= across && across < n && 0 <= up && up < n && across != up);
  std::vector<double> origin(theta.begin(), theta.end());
  origin[static_cast<std::size_t>(across)] = 0;  // so that coordinates are the parameters' values
  origin[static_cast<std::size_t>(up)] = 0;
  return {std::move(origin), axis(theta.size(), across), axis(theta.size(), up)};
}

Plane Plane::ofParameters(std::span<const float> theta, Index across, Index up) {
  const std::vector<double> widened(theta.begin(), theta.end());
  return ofParameters(widened, across, up);
}

std::optional<Plane> Plane::ofDirections(std::span<const double> theta, std::span<const double> across,
                                         std::span<const double> up) {
  assert(theta.size() == across.size() && theta.size() == up.size());
  const auto first = normalized({across.begin(), across.end()}, 0);
  auto second = normalized({up.begin(), up.end()}, 0);
  if (!first || !second) return std::nullopt;

  // Twice is enough (Parlett, Kahan): the first pass may leave a rounding error that is large beside
  // what remains of a nearly parallel direction.
  constexpr double parallel = 1e3 * std::numeric_limits<double>::epsilon();
  for (double least : {parallel, 0.0}) {
    const double along = dot(std::span<const double>(*second), std::span<const double>(*first));
    for (std::size_t i = 0; i < theta.size(); ++i) (*second)[i] -= along * (*first)[i];
    second = normalized(std::move(*second), least);
    if (!second) return std::nullopt;
  }
  return Plane({theta.begin(), theta.end()}, *first, *std::move(second));
}

}  // namespace backprop
