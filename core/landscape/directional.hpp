#pragma once
/// The slope of an objective along a direction v, by the gradient and as measured: lecture (46)–(55).

#include <span>

#include "objective/objective.hpp"

namespace backprop {

/// The slope along v by the gradient, and what it is made of: slope = ‖v‖ ‖∇J‖ cos α   (44, 49)
struct DirectionalDerivative {
  double slope;         ///< v·∇J; scales with v
  double length;        ///< ‖v‖
  double gradientNorm;  ///< ‖∇J‖, the steepest slope that a unit vector can have
  double cosine;        ///< cos α ∈ [−1, 1] of the angle between v and ∇J; NaN where one of them is zero
};

/// @param gradient  ∇J at the point    @param v  a direction, of any length
template <typename Scalar>
DirectionalDerivative directionalDerivative(std::span<const Scalar> gradient, std::span<const Scalar> v);

/// A step h for measuredSlope, where truncation (∝ h²) and rounding (∝ ε/h) balance: ∛ε of Scalar,
/// relative to the size of θ, such that θ moves by it: h‖v‖ = ∛ε (1 + ‖θ‖∞).  @pre v is not zero
template <typename Scalar>
double measuringStep(std::span<const Scalar> theta, std::span<const Scalar> v);

/// The slope measured along v by a central difference, (J(θ + hv) − J(θ − hv)) / 2h. Needs no gradient.
/// @param h  > 0
template <typename Scalar>
double measuredSlope(Objective<Scalar>&, std::span<const Scalar> theta, std::span<const Scalar> v, double h);

extern template DirectionalDerivative directionalDerivative(std::span<const float>, std::span<const float>);
extern template DirectionalDerivative directionalDerivative(std::span<const double>, std::span<const double>);
extern template double measuringStep(std::span<const float>, std::span<const float>);
extern template double measuringStep(std::span<const double>, std::span<const double>);
extern template double measuredSlope(Objective<float>&, std::span<const float>, std::span<const float>, double);
extern template double measuredSlope(Objective<double>&, std::span<const double>, std::span<const double>, double);

}  // namespace backprop
