#pragma once
/// The elementary functions to some hundred bits, to measure ours against: the C library's long double
/// is as narrow as a double's computation where musl stands behind it. Slow and plain: power series
/// after halving the argument, no tables.

#include <cmath>
#include <limits>

namespace backprop::reference {

#ifdef __SIZEOF_FLOAT128__
using Quad = __float128;
#else
using Quad = long double;
static_assert(std::numeric_limits<long double>::digits == 113);
#endif

inline Quad magnitude(Quad x) { return x < 0 ? -x : x; }

/// eˣ = (e^{x/4096})^4096.  @pre |x| < 1000
inline Quad exp(Quad x) {
  Quad term = 1, sum = 1;
  for (int n = 1; n <= 23; ++n) {
    term *= x / (4096 * Quad(n));
    sum += term;
  }
  for (int halving = 0; halving < 12; ++halving) sum *= sum;
  return sum;
}

/// eˣ − 1
inline Quad expm1(Quad x) {
  if (magnitude(x) < 0x1p-30) return x + x * x / 2 + x * x * x / 6;
  return exp(x) - 1;
}

/// tanh x = (e²ˣ − 1)/(e²ˣ + 1)
inline Quad tanh(Quad x) {
  if (magnitude(x) > 100) return x < 0 ? -1 : 1;
  const Quad grown = expm1(2 * x);
  return grown / (grown + 2);
}

inline Quad sigmoid(Quad x) { return x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x)); }

/// ln x: next to 1 by 2 artanh s, s = (x − 1)/(x + 1); else y + ln(x e⁻ʸ), y the C library's logarithm.
/// @pre x is within double's range
inline Quad log(Quad x) {
  if (magnitude(x - 1) < 0.25) {
    const Quad s = (x - 1) / (x + 1);
    Quad power = s, sum = s;
    for (int n = 3; n <= 43; n += 2) {
      power *= s * s;
      sum += power / n;
    }
    return 2 * sum;
  }
  const Quad y = std::log(double(x)), rest = x * exp(-y) - 1;
  return y + rest - rest * rest / 2;
}

/// ln(1 + x)
inline Quad log1p(Quad x) {
  if (magnitude(x) < 0x1p-30) return x - x * x / 2 + x * x * x / 3;
  return log(1 + x);
}

inline Quad softplus(Quad x) { return (x > 0 ? x : Quad(0)) + log1p(exp(-magnitude(x))); }

/// sin(x + quarters·π/2), by its series after subtracting a multiple of π in three parts.  @pre |x| < 1e6
inline Quad shiftedSine(Quad x, int quarters) {
  const Quad high = 0x1.921fb54442d18p+1, middle = 0x1.1a62633145c07p-53, low = -0x1.f1976b7ed8fbcp-109;
  const double turns = std::nearbyint(double(x / high) + quarters * 0.5);
  const Quad multiple = Quad(turns) - Quad(quarters) / 2;
  const Quad r = ((x - multiple * high) - multiple * middle) - multiple * low;
  Quad term = r, sum = r;
  for (int n = 2; n <= 34; n += 2) {
    term *= -r * r / (Quad(n) * Quad(n + 1));
    sum += term;
  }
  return std::fmod(turns, 2) == 0 ? sum : -sum;
}
inline Quad sin(Quad x) { return shiftedSine(x, 0); }
inline Quad cos(Quad x) { return shiftedSine(x, 1); }

}  // namespace backprop::reference
