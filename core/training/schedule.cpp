#include "training/schedule.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "numerics/elementary.hpp"

namespace backprop {

namespace {

/// fⁿ for a whole n ≥ 0, by squaring: exact where fⁿ is.
double wholePower(double f, double n) {
  double power = 1;
  for (; n >= 1; n = std::floor(n / 2), f *= f) {
    if (n != 2 * std::floor(n / 2)) power *= f;
  }
  return power;
}

/// fˣ for f > 0, x ≥ 0.
double power(double f, double x) {
  const double whole = std::floor(x);
  return wholePower(f, whole) * (x == whole ? 1 : exp((x - whole) * log(f)));
}

}  // namespace

double Schedule::rate(double initialRate, double epoch) const {
  const double periods = epoch / epochs;
  switch (kind) {
    case Kind::Constant: return initialRate;
    case Kind::Step: return initialRate * wholePower(factor, std::floor(periods));
    case Kind::Exponential: return initialRate * power(factor, periods);
    case Kind::Cosine: return initialRate * 0.5 * (1 + backprop::cos(std::numbers::pi * std::min(periods, 1.0)));
  }
  return initialRate;
}

}  // namespace backprop
