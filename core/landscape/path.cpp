#include "landscape/path.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace backprop {

template <typename Scalar>
PathPoint pathPoint(const Plane& plane, std::span<const Scalar> theta, std::span<const Scalar> thetaNow, double cost) {
  assert(theta.size() == thetaNow.size() && static_cast<Index>(theta.size()) == plane.parameterCount());
  const auto moved = [&](std::size_t i) { return static_cast<double>(theta[i]) - static_cast<double>(thetaNow[i]); };
  PlanePoint inside;
  for (std::size_t i = 0; i < theta.size(); ++i) {
    inside.x += moved(i) * plane.across()[i];
    inside.y += moved(i) * plane.up()[i];
  }
  // The rest is formed component by component: ‖v‖² − x² − y² would drown what is small beside them.
  double whole = 0, outside = 0;
  for (std::size_t i = 0; i < theta.size(); ++i) {
    const double v = moved(i);
    const double rest = v - inside.x * plane.across()[i] - inside.y * plane.up()[i];
    whole += v * v;
    outside += rest * rest;
  }
  return {plane.project(theta), cost, whole > 0 ? std::min(std::sqrt(outside / whole), 1.0) : 0};
}

Window windowAround(std::span<const PathPoint> path, PlanePoint now, double margin, double leastHalfWidth) {
  Window seen{now.x, now.x, now.y, now.y};
  for (const PathPoint& point : path) {
    const auto [x, y] = point.position;
    if (!std::isfinite(x) || !std::isfinite(y)) continue;
    seen = {std::min(seen.xLow, x), std::max(seen.xHigh, x), std::min(seen.yLow, y), std::max(seen.yHigh, y)};
  }
  const double x = 0.5 * seen.xLow + 0.5 * seen.xHigh;
  const double y = 0.5 * seen.yLow + 0.5 * seen.yHigh;
  const double needed = std::max(seen.xHigh - x, seen.yHigh - y) * (1 + margin);
  const double visible = 1e-3 * (1 + std::max(std::abs(x), std::abs(y)));
  const double half = std::max({needed, visible, leastHalfWidth});
  return {x - half, x + half, y - half, y + half};
}

template PathPoint pathPoint(const Plane&, std::span<const float>, std::span<const float>, double);
template PathPoint pathPoint(const Plane&, std::span<const double>, std::span<const double>, double);

}  // namespace backprop
