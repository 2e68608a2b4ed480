#pragma once
/// The path that θ has walked, seen on a plane through the present point: where each θ_t projects to,
/// its own true cost, and how far it really is from the plane.

#include <span>

#include "landscape/plane.hpp"

namespace backprop {

struct PathPoint {
  PlanePoint position;  ///< of θ_t's orthogonal projection
  double cost;          ///< J(θ_t), not the height of the surface drawn at `position`
  /// ‖P⊥(θ_t − θ_now)‖ / ‖θ_t − θ_now‖ ∈ [0, 1]: 0 in the plane, 1 straight away from it; 0 at θ_now.
  double outside;
};

/// @param plane      a plane through θ_now
/// @param theta      θ_t, n values
/// @param thetaNow   θ_now, n values
/// @param cost       J(θ_t), carried along
template <typename Scalar>
PathPoint pathPoint(const Plane&, std::span<const Scalar> theta, std::span<const Scalar> thetaNow, double cost);

/// A window that holds the whole path and the present point, with a margin: a square, so that −∇ stands
/// at right angles on the contours. Never degenerate; points that are not finite are left out.
/// @param now              present point, finite
/// @param margin           added on each side, as a share of the half-width needed, ≥ 0
/// @param leastHalfWidth   half-width at least; never below 1e-3 · (1 + max(|x|, |y|)) of the centre
Window windowAround(std::span<const PathPoint> path, PlanePoint now, double margin = 0.15, double leastHalfWidth = 0);

extern template PathPoint pathPoint(const Plane&, std::span<const float>, std::span<const float>, double);
extern template PathPoint pathPoint(const Plane&, std::span<const double>, std::span<const double>, double);

}  // namespace backprop
