#pragma once
/// Whether a line can tell two classes apart at all, how widely, and what that says of the perceptron.

#include <optional>

#include "foundation/matrix.hpp"

namespace backprop {

/// A vector v over x̃ = (x, 1) with y vᵀx̃ > 0 for every point, found by a linear program: either there is one, or
/// there are weights λ ≥ 0, Σλ = 1, with Σ λ y x̃ = 0 (Gordan 1873). The second is what the simplex method looks for
/// (phase one, Bland's rule, so that it ends); where it fails, its prices are v.
/// @param points  a column (x, 1)·y for each point, y = ±1: d × n
/// @return  v, checked against every point; nothing where there is none, or none that rounding could tell from none
std::optional<Vector<double>> separator(const RowMatrix<double>& points);

/// What the perceptron's mistakes are bounded by on separable points (Novikoff 1962): (R/γ)², from θ = 0, without
/// penalty, whatever the order and the rate.
struct Separability {
  bool separable = false;
  double radius = 0;  ///< R = max ‖x̃‖; 0 without points
  double margin = 0;  ///< γ: the largest min y vᵀx̃ over ‖v‖ = 1; 0 where not separable
  double bound = 0;   ///< (R/γ)²; infinite where not separable, 0 without points
};

/// γ is the distance of the origin from the hull of the points: Wolfe's method (1976), to ten digits.
/// @param points  as above
Separability separability(const RowMatrix<double>& points);

}  // namespace backprop
