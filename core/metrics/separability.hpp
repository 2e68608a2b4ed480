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

/// Whether there is a v with y vᵀx̃ ≥ 0 for every point and > 0 for one (complete or quasi-complete separation): then
/// cross-entropy without a penalty has no minimum, since it falls along v for ever (Albert, Anderson 1984). Either
/// there is one, or there are λ > 0 with Σ λ y x̃ = 0 (Stiemke 1915): the second is what is looked for.
/// @param points  as above, none of them 0
bool isWeaklySeparable(const RowMatrix<double>& points);

/// What a model of one layer is to keep on the positive side, as points for the questions above. Of one output: y x̃. Of
/// K, for softmax: each sample against each other class c, z_y − z_c = θᵀp, with θ of class 0 held at 0, since only
/// differences count.
/// @param features  p × n    @param targets  1 × n, 1 or else; or K × n, one-hot
/// @return  (p + 1) × n; or (K − 1)(p + 1) × n (K − 1)
RowMatrix<double> contrasts(const RowMatrix<double>& features, const RowMatrix<double>& targets);

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
