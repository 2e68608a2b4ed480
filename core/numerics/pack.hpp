#pragma once
/// Sixteen bytes of numbers as one value: four floats or two doubles, on the vector extensions of
/// GCC and Clang, so that one source serves SSE and WebAssembly without an intrinsic.
///
/// Everything here exists for plain numbers too, with the same operations in the same order: code
/// written once for T = float, double or Pack gives the same bits in every lane.

#include <concepts>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#include "foundation/matrix.hpp"

namespace backprop {

template <typename Scalar>
struct Pack {
  static_assert(std::same_as<Scalar, float> || std::same_as<Scalar, double>);
  using Integer = std::conditional_t<sizeof(Scalar) == 4, std::int32_t, std::int64_t>;
  typedef Scalar Lanes __attribute__((vector_size(16)));
  typedef Integer Bits __attribute__((vector_size(16)));

  static constexpr Index width = 16 / sizeof(Scalar);

  Lanes lanes;

  Pack() = default;
  Pack(Lanes values) : lanes(values) {}
  /// The same number in every lane.
  Pack(Scalar value) {
    if constexpr (width == 4)
      lanes = Lanes{value, value, value, value};
    else
      lanes = Lanes{value, value};
  }

  /// @param from  width numbers; need not be aligned
  static Pack load(const Scalar* from) {
    Pack pack;
    std::memcpy(&pack.lanes, from, sizeof pack.lanes);
    return pack;
  }
  void store(Scalar* to) const { std::memcpy(to, &lanes, sizeof lanes); }

  Scalar operator[](Index lane) const { return lanes[lane]; }

  friend Pack operator+(Pack a, Pack b) { return a.lanes + b.lanes; }
  friend Pack operator-(Pack a, Pack b) { return a.lanes - b.lanes; }
  friend Pack operator*(Pack a, Pack b) { return a.lanes * b.lanes; }
  friend Pack operator/(Pack a, Pack b) { return a.lanes / b.lanes; }
  friend Pack operator-(Pack a) { return -a.lanes; }
  friend Pack& operator+=(Pack& a, Pack b) { return a = a + b; }
  friend Pack& operator*=(Pack& a, Pack b) { return a = a * b; }
};

/// A truth in every lane, from comparing two packs: all bits set, or none.
template <typename Scalar>
struct PackMask {
  typename Pack<Scalar>::Bits bits;

  friend PackMask operator&(PackMask a, PackMask b) { return {a.bits & b.bits}; }
};

template <typename Scalar>
PackMask<Scalar> operator<(Pack<Scalar> a, Pack<Scalar> b) {
  return {a.lanes < b.lanes};
}
template <typename Scalar>
PackMask<Scalar> operator>(Pack<Scalar> a, Pack<Scalar> b) {
  return {a.lanes > b.lanes};
}
template <typename Scalar>
PackMask<Scalar> operator==(Pack<Scalar> a, Pack<Scalar> b) {
  return {a.lanes == b.lanes};
}

/// std::bit_cast, which the C++ library of Emscripten 3.1.6 lacks.
template <typename To, typename From>
constexpr To bitCast(const From& from) {
  return __builtin_bit_cast(To, from);
}

/// float, double, or a pack of either.
template <typename T>
concept Packable = std::floating_point<T> || std::same_as<T, Pack<float>> || std::same_as<T, Pack<double>>;

/// The number that T holds one or several of; and as many unsigned integers of its size.
template <typename T>
struct PackTraits {
  using Scalar = T;
  using Bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
};
template <typename S>
struct PackTraits<Pack<S>> {
  using Scalar = S;
  typedef typename PackTraits<S>::Bits Bits __attribute__((vector_size(16)));
};
template <typename T>
using ScalarOf = typename PackTraits<T>::Scalar;
template <typename T>
using BitsOf = typename PackTraits<T>::Bits;

template <Packable T>
BitsOf<T> bitsOf(T x) {
  if constexpr (std::floating_point<T>)
    return bitCast<BitsOf<T>>(x);
  else
    return (BitsOf<T>)x.lanes;
}
template <Packable T>
T fromBits(BitsOf<T> bits) {
  if constexpr (std::floating_point<T>)
    return bitCast<T>(bits);
  else
    return (typename T::Lanes)bits;
}

#ifdef __wasm_simd128__
namespace detail {
/// Zeros of which compilers know that they do not change, but not that they are zeros.
typedef std::int32_t Zeros __attribute__((vector_size(16)));
extern const Zeros zeros;
}  // namespace detail
#endif

/// A constant of a loop, in every lane. In WebAssembly compilers cannot see what it is, and so compute it once before
/// the loop: what they know they write out at each use, and there V8 (Turboshaft, from 2024 on) makes it anew in three
/// instructions every time. A loop of tanh took twice as long.
template <Packable T>
T held(ScalarOf<T> value) {
#ifdef __wasm_simd128__
  if constexpr (!std::floating_point<T>) return fromBits<T>(bitsOf(T(value)) | (BitsOf<T>)detail::zeros);
#endif
  return T(value);
}

namespace detail {
/// Lanes, not Pack: of a class compilers do not believe that it stays constant.
extern const Pack<float>::Lanes onesInFloat;
extern const Pack<double>::Lanes onesInDouble;
}  // namespace detail

/// 1 in every lane, for short loops: one instruction fetches it, held() takes four.
template <Packable T>
T one() {
  if constexpr (std::floating_point<T>)
    return 1;
  else if constexpr (std::same_as<T, Pack<float>>)
    return detail::onesInFloat;
  else
    return detail::onesInDouble;
}

/// yes where the condition holds, no elsewhere.
template <std::floating_point T>
T select(bool condition, T yes, T no) {
  return condition ? yes : no;
}
template <typename Scalar>
Pack<Scalar> select(PackMask<Scalar> condition, Pack<Scalar> yes, Pack<Scalar> no) {
  return condition.bits ? yes.lanes : no.lanes;
}
template <typename Scalar>
Pack<Scalar> select(PackMask<Scalar> condition, std::type_identity_t<Scalar> yes, Pack<Scalar> no) {
  return select(condition, Pack<Scalar>(yes), no);
}

/// x where the condition holds, 0 elsewhere, NaN and all.
template <typename Scalar>
Pack<Scalar> keepWhere(PackMask<Scalar> condition, Pack<Scalar> x) {
  return Pack<Scalar>((typename Pack<Scalar>::Lanes)(condition.bits & (typename Pack<Scalar>::Bits)x.lanes));
}

/// The lesser: bound where bound < x, else x; so NaN in x stays NaN. One instruction, which WebAssembly's
/// compiler has to be told of.
template <Packable T>
T min(T x, std::type_identity_t<T> bound) {
#ifdef __wasm_simd128__
  if constexpr (std::same_as<T, Pack<float>>)
    return __builtin_wasm_pmin_f32x4(x.lanes, bound.lanes);
  else if constexpr (std::same_as<T, Pack<double>>)
    return __builtin_wasm_pmin_f64x2(x.lanes, bound.lanes);
  else
#endif
    return select(bound < x, bound, x);
}
/// The greater, likewise.
template <Packable T>
T max(T x, std::type_identity_t<T> bound) {
#ifdef __wasm_simd128__
  if constexpr (std::same_as<T, Pack<float>>)
    return __builtin_wasm_pmax_f32x4(x.lanes, bound.lanes);
  else if constexpr (std::same_as<T, Pack<double>>)
    return __builtin_wasm_pmax_f64x2(x.lanes, bound.lanes);
  else
#endif
    return select(bound > x, bound, x);
}

/// The sign bit of every lane.
template <Packable T>
BitsOf<T> signBits() {
  return bitsOf(held<T>(ScalarOf<T>(-0.0)));
}
/// |x|
template <Packable T>
T absolute(T x) {
  return fromBits<T>(bitsOf(x) & ~signBits<T>());
}
/// |magnitude| with the sign of `sign`.
template <Packable T>
T withSignOf(T magnitude, T sign) {
  return fromBits<T>((bitsOf(magnitude) & ~signBits<T>()) | (bitsOf(sign) & signBits<T>()));
}

/// act(0), act(1) … act(count − 1), each number a constant: written out, whatever a compiler makes of loops.
template <int count, typename Act>
[[gnu::always_inline]] inline void unrolled(Act act) {
  [&]<int... number>(std::integer_sequence<int, number...>) { (act(std::integral_constant<int, number>()), ...); }
  (std::make_integer_sequence<int, count>());
}

/// The sum over the lanes, halves first: (l₀ + l₂) + (l₁ + l₃); of two lanes l₀ + l₁.
inline float sum(Pack<float> x) { return (x[0] + x[2]) + (x[1] + x[3]); }
inline double sum(Pack<double> x) { return x[0] + x[1]; }

/// The sums of several packs as one pack: lane i is sum(rows[i]), to the bit.
inline Pack<float> sums(const Pack<float> (&rows)[4]) {
  const auto [a, b, c, d] = rows;
  const Pack<float> ab = Pack<float>(__builtin_shufflevector(a.lanes, b.lanes, 0, 4, 1, 5)) +
                         Pack<float>(__builtin_shufflevector(a.lanes, b.lanes, 2, 6, 3, 7));
  const Pack<float> cd = Pack<float>(__builtin_shufflevector(c.lanes, d.lanes, 0, 4, 1, 5)) +
                         Pack<float>(__builtin_shufflevector(c.lanes, d.lanes, 2, 6, 3, 7));
  return Pack<float>(__builtin_shufflevector(ab.lanes, cd.lanes, 0, 1, 4, 5)) +
         Pack<float>(__builtin_shufflevector(ab.lanes, cd.lanes, 2, 3, 6, 7));
}
inline Pack<double> sums(const Pack<double> (&rows)[2]) {
  return Pack<double>(__builtin_shufflevector(rows[0].lanes, rows[1].lanes, 0, 2)) +
         Pack<double>(__builtin_shufflevector(rows[0].lanes, rows[1].lanes, 1, 3));
}

/// True in the first `count` lanes.  @pre 0 ≤ count ≤ width
template <typename Scalar>
PackMask<Scalar> firstLanes(Index count) {
  Pack<Scalar> lane;
  if constexpr (Pack<Scalar>::width == 4)
    lane = typename Pack<Scalar>::Lanes{0, 1, 2, 3};
  else
    lane = typename Pack<Scalar>::Lanes{0, 1};
  return lane < Pack<Scalar>(Scalar(count));
}

}  // namespace backprop
