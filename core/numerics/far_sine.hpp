#pragma once

namespace backprop {

/// sin(x + shift·π) for shift 0 or ½ and any finite x, within 2 ulp; NaN for what is not finite. Slower than
/// sin() and cos(), which call it where the plain subtraction of a multiple of π would lose digits.
/// @pre |x| ≥ 2⁻¹⁰, or x is not finite
double farSine(double x, double shift);

}  // namespace backprop
