#pragma once
/// exp, log, log1p, tanh, sigmoid, softplus, sin and cos for plain numbers and packs alike: the
/// same operations, so the same bits in every lane, on every platform that rounds as IEEE 754 says.
///
/// Accuracy, measured in tests/core/numerics/elementary*_test.cpp: double within 2 ulp, sine and cosine of every
/// finite number too, but sigmoid within 2.5 (e⁻ˣ, the sum and the quotient each round); float within 3 ulp, but
/// tanh, sin and cos, whose absolute errors are at most 6e-7, 2e-7 and 2e-7.
/// Infinities and NaN come out as the mathematics says. In float, eˣ below 2⁻¹⁰⁰ is zero, so that no
/// subnormal follows from it: arithmetic on those is some eighty times slower in WebAssembly.
///
/// The coefficients are those of minimax polynomials of relative error (Remez), unless a source is named.

#include <limits>

#include "numerics/far_sine.hpp"
#include "numerics/pack.hpp"

namespace backprop {

/// A constant as it is written. The other way is held(), for hot loops: it costs bytes at each place.
template <Packable T>
T written(ScalarOf<T> value) {
  return T(value);
}

/// c₀ + c₁x + c₂x² + …, by Horner.
/// @tparam constant  how the coefficients are kept: written<T> or held<T>
template <auto constant, Packable T, std::same_as<ScalarOf<T>>... Coefficients>
T polynomial(T x, ScalarOf<T> first, Coefficients... coefficients) {
  if constexpr (sizeof...(coefficients) == 0)
    return constant(first);
  else
    return constant(first) + x * polynomial<constant>(x, coefficients...);
}

/// polynomial() by Estrin (1960): terms in pairs, pairs in pairs. Its chain of dependent operations is less than
/// half as long, which is what counts where the chain is long; it rounds a little more.
template <auto constant, Packable T, std::same_as<ScalarOf<T>>... Coefficients>
T polynomialInPairs(T x, Coefficients... coefficients) {
  T terms[] = {constant(coefficients)...};
#pragma clang loop unroll(full)
  for (int count = sizeof...(coefficients); count > 1; count = (count + 1) / 2, x = x * x) {
#pragma clang loop unroll(full)
    for (int i = 0; i < count / 2; ++i) terms[i] = terms[2 * i] + terms[2 * i + 1] * x;
    if (count % 2 == 1) terms[count / 2] = terms[count - 1];
  }
  return terms[0];
}

namespace detail {

template <typename Scalar>
inline constexpr bool isDouble = std::same_as<Scalar, double>;
template <typename Scalar>
inline constexpr int mantissaBits = std::numeric_limits<Scalar>::digits - 1;
/// 1.5 · 2^mantissaBits: adding it leaves an integer in the low bits of the sum.
template <typename Scalar>
inline constexpr Scalar roundingShift = isDouble<Scalar> ? Scalar(6755399441055744.0) : Scalar(12582912.0);

/// The nearest integer, ties to even.  @pre |x| < 2^(mantissaBits − 1)
template <auto constant, Packable T>
T nearestInteger(T x) {
  const T shift = constant(roundingShift<ScalarOf<T>>);
  return (x + shift) - shift;
}

/// 2^k for an integer k.  @pre the result is a normal number
template <auto constant, Packable T>
T powerOfTwo(T k) {
  using Scalar = ScalarOf<T>;
  const T biased = k + constant(roundingShift<Scalar> + Scalar(std::numeric_limits<Scalar>::max_exponent - 1));
  return fromBits<T>(bitsOf(biased) << mantissaBits<Scalar>);
}

/// ln 2 in two parts; the first times an exponent is exact.
template <typename Scalar>
inline constexpr Scalar ln2High = isDouble<Scalar> ? Scalar(0x1.62e42fefa3800p-1) : Scalar(0x1.62e400p-1f);
template <typename Scalar>
inline constexpr Scalar ln2Low = isDouble<Scalar> ? Scalar(0x1.ef35793c76730p-45) : Scalar(0x1.7f7d1cp-20f);

/// ln x.  @pre x is a positive, normal, finite number
///   x = 2^k (1 + f), √½ ≤ 1 + f < √2; ln(1 + f) as in FreeBSD's msun e_log.c, s = f / (2 + f)
template <Packable T>
T logNormal(T x) {
  using Scalar = ScalarOf<T>;
  constexpr auto bits = mantissaBits<Scalar>;
  constexpr auto bias = std::numeric_limits<Scalar>::max_exponent - 1;
  constexpr auto one = bitCast<BitsOf<Scalar>>(Scalar(1));
  constexpr auto rootHalf = bitCast<BitsOf<Scalar>>(Scalar(0.70710678118654752));
  constexpr auto magic = bitCast<BitsOf<Scalar>>(roundingShift<Scalar>);
  // The exponent of x / √½, counted so that the shifted bits stay positive.
  const BitsOf<T> exponent = (bitsOf(x) + (one - rootHalf)) >> bits;
  const T k = fromBits<T>(exponent + magic) - T(roundingShift<Scalar> + Scalar(bias));
  const T f = fromBits<T>(bitsOf(x) - ((exponent - bias) << bits)) - T(1);
  const T s = f / (T(2) + f);
  const T z = s * s;
  T tail;
  if constexpr (isDouble<Scalar>) {
    tail = z * polynomial<written<T>>(z, 6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
                                      2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01,
                                      1.479819860511658591e-01);
  } else {
    tail = z * polynomial<written<T>>(z, 0.66666662693f, 0.40000972152f, 0.28498786688f, 0.24279078841f);
  }
  const T half = T(Scalar(0.5)) * f * f;
  return k * T(ln2High<Scalar>) - ((half - (s * (half + tail) + k * T(ln2Low<Scalar>))) - f);
}

/// sin(r) for |r| ≤ π/2.
template <Packable T>
T sineNearZero(T r) {
  const T s = r * r;
  if constexpr (isDouble<ScalarOf<T>>) {
    return r + r * s *
                   polynomial<written<T>>(s, -0.16666666666666665743, 0.0083333333333332118905,
                                          -0.00019841269841215284901, 2.7557319212131704292e-6,
                                          -2.5052106960147524802e-8, 1.6058943927737500478e-10,
                                          -7.6430973557475315119e-13, 2.7222510609107467537e-15);
  } else {
    return r +
           r * s * polynomial<written<T>>(s, -0.16666660457f, 0.0083330880225f, -0.00019811100922f, 2.6089041064e-6f);
  }
}

/// sin(x + shift·π) for shift 0 or ½, by subtracting a multiple of π in three parts (Cody, Waite 1980).
template <Packable T>
T shiftedSine(T x, ScalarOf<T> shift) {
  using Scalar = ScalarOf<T>;
  const T inversePi = Scalar(0.318309886183790671538);
  const T k = nearestInteger<written<T>>(x * inversePi + T(shift));
  const T turns = k - T(shift);
  constexpr Scalar pi1 = isDouble<Scalar> ? Scalar(0x1.921fb54442000p+1) : Scalar(0x1.9218p+1f);
  constexpr Scalar pi2 = isDouble<Scalar> ? Scalar(0x1.a308d31319000p-40) : Scalar(0x1.ed5p-13f);
  constexpr Scalar pi3 = isDouble<Scalar> ? Scalar(0x1.145c06e0e6894p-81) : Scalar(0x1.10b46p-29f);
  const T r = ((x - turns * T(pi1)) - turns * T(pi2)) - turns * T(pi3);
  // k's lowest bit, moved to the sign: sin(r + kπ) = (−1)^k sin r.
  const BitsOf<T> sign = bitsOf(k + T(roundingShift<Scalar>)) << (sizeof(Scalar) * 8 - 1);
  return fromBits<T>(bitsOf(sineNearZero(r)) ^ sign);
}

/// tanh in double, in three stages: 2|x| = k ln 2 + 2h; u = tanh h, so that e^2|x| = 2^k (1 + u)/(1 − u); and the
/// quotient. Rows of numbers go through one stage after the other (numerics/elementary_rows.hpp).
struct TanhStages {
  /// Rounded so that 2h ∈ [−0.07, 0.63]: small x, where relative error counts most, have k = 0 and tanh x = u.
  /// @param power  receives 2^k    @return h
  template <Packable T>
  static T reduce(T x, T& power) {
    const T magnitude = min(absolute(x), held<T>(20.0));
    const T k = nearestInteger<held<T>>(magnitude * held<T>(2.88539008177792681472) - held<T>(0.4));
    power = powerOfTwo<held<T>>(k);
    return (magnitude - k * held<T>(ln2High<double> / 2)) - k * held<T>(ln2Low<double> / 2);
  }
  /// tanh h for |h| ≤ 0.313
  template <Packable T>
  static T tangent(T h) {
    const T s = h * h;
    return h + (h * s) * polynomialInPairs<held<T>>(s, -0.33333333333333192253, 0.1333333333328644891,
                                                    -0.053968253914969934612, 0.021869485604618666793,
                                                    -0.0088631461430261286085, 0.0035905344973383411586,
                                                    -0.001439242390477975718, 0.00049553559156593057113);
  }
  /// (2^k (1 + u) − (1 − u)) / (2^k (1 + u) + (1 − u)), and the sign of x
  template <Packable T>
  static T quotient(T x, T u, T power) {
    const T rest = one<T>() - u;
    const T above = (power - one<T>()) + u * (power + one<T>());
    return withSignOf(above / (above + (rest + rest)), x);
  }
};

/// 1/(1 + t), or t/(1 + t) for x < 0, of t = e^−|x|
template <Packable T>
T sigmoidQuotient(T x, T t) {
  return select(x < T(0), t, one<T>()) / (one<T>() + t);
}

/// Up to here shiftedSine() subtracts without loss; farSine() takes over.
template <typename Scalar>
inline constexpr Scalar sineLimit = isDouble<Scalar> ? Scalar(4096) : Scalar(1024);

template <Packable T>
T sineAnywhere(T x, ScalarOf<T> shift) {
  using Scalar = ScalarOf<T>;
  T result = shiftedSine(x, shift);
  if constexpr (std::floating_point<T>) {
    if (!(absolute(x) <= sineLimit<Scalar>)) result = Scalar(farSine(double(x), double(shift)));
  } else {
    for (Index lane = 0; lane < T::width; ++lane) {
      if (!(absolute(x[lane]) <= sineLimit<Scalar>))
        result.lanes[lane] = Scalar(farSine(double(x[lane]), double(shift)));
    }
  }
  return result;
}

}  // namespace detail

/// eˣ.  x = k ln 2 + r, eˣ = 2^k eʳ, |r| ≤ ln 2 / 2
/// @tparam constant  written<T> or held<T>
template <auto constant, Packable T>
T expWith(T x) {
  using Scalar = ScalarOf<T>;
  constexpr bool isDouble = detail::isDouble<Scalar>;
  // Beyond these the result is 0, and ∞.
  x = min(max(x, constant(isDouble ? -746 : -80)), constant(isDouble ? 710 : 89));
  const T k = detail::nearestInteger<constant>(x * constant(Scalar(1.44269504088896340736)));
  // r in two parts, of which the first is exact; the second joins the small terms.
  const T high = x - k * constant(detail::ln2High<Scalar>), low = -k * constant(detail::ln2Low<Scalar>);
  const T r = high + low;
  T tail;
  if constexpr (isDouble) {
    tail = polynomialInPairs<constant>(r, 0.5000000000000010721, 0.16666666666666410244, 0.04166666666652918826,
                                       0.008333333333495620906, 0.0013888888943922737521, 0.00019841269504767081308,
                                       0.000024801492762700568775, 2.7557587343696098683e-6, 2.7630378651193881815e-7,
                                       2.4999964132265744031e-8);
  } else {
    tail = polynomial<constant>(r, 0.49999993050708546973f, 0.16666514791416636113f, 0.041668456786778261626f,
                                0.0083694188353988970471f, 0.0013813144682695634166f);
  }
  // 1 + high rounds; what it lost is known (Dekker 1971) and joins the small terms too.
  const T one = constant(1), sum = one + high;
  const T e = sum + (((one - sum) + high) + (low + r * r * tail));
  // In two factors, since 2^k alone may overflow where the result does not.
  const T half = detail::nearestInteger<constant>(k * constant(Scalar(0.5)));
  const T result = e * detail::powerOfTwo<constant>(half) * detail::powerOfTwo<constant>(k - half);
  if constexpr (isDouble) {
    return result;
  } else {
    return select(x < constant(-69.3f), T(0), result);  // ln 2⁻¹⁰⁰
  }
}
template <Packable T>
T exp(T x) {
  return expWith<written<T>>(x);
}

/// ln x; ln 0 = −∞, NaN below zero.
template <Packable T>
T log(T x) {
  using Scalar = ScalarOf<T>;
  constexpr Scalar infinity = std::numeric_limits<Scalar>::infinity();
  constexpr Scalar least = std::numeric_limits<Scalar>::min();
  constexpr Scalar scale = detail::isDouble<Scalar> ? Scalar(0x1p54) : Scalar(0x1p25f);
  constexpr Scalar logScale = Scalar(std::numeric_limits<Scalar>::digits + 1) * Scalar(0.693147180559945309417);
  const auto subnormal = x < T(least);
  const T normal = detail::logNormal(select(subnormal, x * T(scale), x));
  T result = select(subnormal, normal - T(logScale), normal);
  result = select(x == T(0), T(-infinity), result);
  result = select(x < T(0), T(std::numeric_limits<Scalar>::quiet_NaN()), result);
  return select(x < T(infinity), result, x);  // ∞ and NaN
}

/// ln(1 + x), accurate for small x.  @pre 1 + x is normal, or not a finite number
///   u = 1 + x rounded; ln(1 + x) ≈ ln u + (x − (u − 1)) / u
template <Packable T>
T log1p(T x) {
  const T u = T(1) + x;
  const T result = detail::logNormal(u) + (x - (u - T(1))) / u;
  return select(x < T(std::numeric_limits<ScalarOf<T>>::infinity()), result, x);
}

namespace detail {

/// Of tanh in float, in every lane, fetched as one() is.
extern const Pack<float>::Lanes tanhBound, tanhAbove[3], tanhBelow[5];

/// All lanes, or one of what they all hold.
template <Packable T>
T lanesOf(Pack<float>::Lanes same) {
  if constexpr (std::same_as<T, float>)
    return same[0];
  else
    return same;
}

}  // namespace detail

/// Hyperbolic tangent. In float x p(x²) / q(x²), of degree 7 over 8 and with p's leading coefficient 1, on |x| ≤ 7.9;
/// never beyond ±1.
template <Packable T>
T tanh(T x) {
  if constexpr (detail::isDouble<ScalarOf<T>>) {
    T power;
    const T h = detail::TanhStages::reduce(x, power);
    return detail::TanhStages::quotient(x, detail::TanhStages::tangent(h), power);
  } else {
    const auto p = [](int i) { return detail::lanesOf<T>(detail::tanhAbove[i]); };
    const auto q = [](int i) { return detail::lanesOf<T>(detail::tanhBelow[i]); };
    const T bound = detail::lanesOf<T>(detail::tanhBound);
    x = min(max(x, -bound), bound);
    const T s = x * x;
    return x * (p(0) + s * (p(1) + s * (p(2) + s))) / (q(0) + s * (q(1) + s * (q(2) + s * (q(3) + s * q(4)))));
  }
}

/// 1 / (1 + e⁻ˣ), without overflow.
template <Packable T>
T sigmoid(T x) {
  return detail::sigmoidQuotient(x, expWith<held<T>>(-absolute(x)));
}

/// ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|).
template <Packable T>
T softplus(T x) {
  return max(x, T(0)) + log1p(exp(-absolute(x)));
}

/// Sine of x radians.
template <Packable T>
T sin(T x) {
  return detail::sineAnywhere(x, ScalarOf<T>(0));
}
/// Cosine of x radians.
template <Packable T>
T cos(T x) {
  return detail::sineAnywhere(x, ScalarOf<T>(0.5));
}

}  // namespace backprop
