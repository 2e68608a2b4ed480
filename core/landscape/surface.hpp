#pragma once
/// The surface of an objective over a window of a plane, as a grid of its own true values.

#include <span>

#include "landscape/plane.hpp"
#include "objective/objective.hpp"

namespace backprop {

/// Where the samples of one side of a window lie: both ends and evenly between.
/// @param i  0 … size − 1    @param size  ≥ 2
inline double gridValue(double low, double high, Index i, Index size) {
  const double share = static_cast<double>(i) / static_cast<double>(size - 1);
  return low * (1 - share) + high * share;
}

/// Rows [firstRow, lastRow) of the surface, so that a long one can be computed in slices.
/// @param size   samples along each side, ≥ 2
/// @param costs  (lastRow − firstRow) × size, by rows, overwritten; row 0 of the surface is the lowest y,
///               column 0 the lowest x. May hold infinity and NaN.
template <typename Scalar>
void surfaceRows(Objective<Scalar>&, const Plane&, const Window&, Index size, Index firstRow, Index lastRow,
                 std::span<double> costs);

/// The whole surface. @param costs  size × size, as above
template <typename Scalar>
void surface(Objective<Scalar>& objective, const Plane& plane, const Window& window, Index size,
             std::span<double> costs) {
  surfaceRows(objective, plane, window, size, 0, size, costs);
}

extern template void surfaceRows(Objective<float>&, const Plane&, const Window&, Index, Index, Index,
                                 std::span<double>);
extern template void surfaceRows(Objective<double>&, const Plane&, const Window&, Index, Index, Index,
                                 std::span<double>);

}  // namespace backprop
