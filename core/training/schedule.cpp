#include "training/schedule.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace backprop {

double Schedule::rate(double initialRate, double epoch) const {
  const double periods = epoch / epochs;
  switch (kind) {
    case Kind::Constant:
      return initialRate;
    case Kind::Step:
      return initialRate * std::pow(factor, std::floor(periods));
    case Kind::Exponential:
      return initialRate * std::pow(factor, periods);
    case Kind::Cosine:
      return initialRate * 0.5 * (1 + std::cos(std::numbers::pi * std::min(periods, 1.0)));
  }
  return initialRate;
}

}  // namespace backprop
