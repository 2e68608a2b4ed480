#pragma once
/// A two-dimensional cut through the space of parameters: θ(x, y) = origin + x·across + y·up.

#include <optional>
#include <span>
#include <vector>

#include "foundation/matrix.hpp"

namespace backprop {

/// A point of a plane in its own coordinates.
struct PlanePoint {
  double x = 0;
  double y = 0;
};

/// `across` and `up` are orthonormal, so lengths and right angles in the picture are those of the space.
class Plane {
 public:
  /// The plane through θ in which two parameters vary. Its coordinates are their values themselves.
  /// @param theta       the other parameters are held at it
  /// @param across, up  two different indices into θ
  static Plane ofParameters(std::span<const double> theta, Index across, Index up);
  static Plane ofParameters(std::span<const float> theta, Index across, Index up);

  /// The plane through θ along two directions; θ is (0, 0).
  /// @param across, up  n values each; made orthonormal (Gram, Schmidt): `across` keeps its direction
  /// @return            nothing where they do not span a plane: one is zero or they are parallel
  static std::optional<Plane> ofDirections(std::span<const double> theta, std::span<const double> across,
                                           std::span<const double> up);

  Index parameterCount() const { return static_cast<Index>(origin_.size()); }

  /// Writes θ(x, y). Exact for a plane of parameters: the two are x and y, the others as they were.
  /// @param theta  n values, overwritten
  template <typename Scalar>
  void at(PlanePoint point, std::span<Scalar> theta) const {
    for (std::size_t i = 0; i < theta.size(); ++i) {
      theta[i] = static_cast<Scalar>(origin_[i] + point.x * across_[i] + point.y * up_[i]);
    }
  }

  /// The coordinates of θ's orthogonal projection on the plane.
  template <typename Scalar>
  PlanePoint project(std::span<Scalar> theta) const {
    PlanePoint point;
    for (std::size_t i = 0; i < theta.size(); ++i) {
      const double offset = theta[i] - origin_[i];
      point.x += offset * across_[i];
      point.y += offset * up_[i];
    }
    return point;
  }

  /// The part of a direction that lies in the plane, such as −∇J's.
  template <typename Scalar>
  PlanePoint projectDirection(std::span<Scalar> v) const {
    PlanePoint part;
    for (std::size_t i = 0; i < v.size(); ++i) {
      part.x += v[i] * across_[i];
      part.y += v[i] * up_[i];
    }
    return part;
  }

  std::span<const double> across() const { return across_; }
  std::span<const double> up() const { return up_; }

 private:
  Plane(std::vector<double> origin, std::vector<double> across, std::vector<double> up)
      : origin_(std::move(origin)), across_(std::move(across)), up_(std::move(up)) {}

  std::vector<double> origin_;
  std::vector<double> across_;
  std::vector<double> up_;
};

/// A part of a plane to look at.
struct Window {
  double xLow;
  double xHigh;
  double yLow;
  double yHigh;
};

}  // namespace backprop
