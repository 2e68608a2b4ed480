#include "numerics/far_sine.hpp"

#include "numerics/elementary.hpp"

namespace backprop {
namespace {

/// The bits of 1/π behind 64 zeros, enough for the greatest double.
constexpr std::uint32_t inversePi[] = {
    0x00000000, 0x00000000, 0x517cc1b7, 0x27220a94, 0xfe13abe8, 0xfa9a6ee0, 0x6db14acc, 0x9e21c820,
    0xff28b1d5, 0xef5de2b0, 0xdb92371d, 0x2126e970, 0x03249775, 0x04e8c90e, 0x7f0ef58e, 0x5894d39f,
    0x74411afa, 0x975da242, 0x74ce3813, 0x5a2fbf20, 0x9cc8eb1c, 0xc1a99cfa, 0x4e422fc5, 0xdefc941d,
    0x8ffc4bff, 0xef02cc07, 0xf79788c5, 0xad05368f, 0xb69b3f67, 0x93e584db, 0xa7a31fb3, 0x4f2ff516,
    0xba93dd63, 0xf5f2f8bd, 0x9e839cfb, 0xc5294975, 0x35fdafd8, 0x8fc6ae84, 0x2b019823, 0x7e3db5d5,
};

/// 192 bits, the lowest word first.
struct Wide {
  static constexpr int words = 6;
  std::uint32_t word[words] = {};

  std::uint64_t pair(int low) const { return std::uint64_t(word[low + 1]) << 32 | word[low]; }
};

/// x/π modulo 2, in units of 2⁻¹⁹¹: the mantissa times those bits of 1/π that are neither multiples of 2 nor
/// too small to matter (Payne, Hanek 1983). No double is nearer than 2⁻⁶² to a multiple of π/2.
Wide halfTurns(double magnitude) {
  const std::uint64_t bits = bitsOf(magnitude);
  const std::uint64_t mantissa = (bits & 0xfffffffffffff) | 0x10000000000000;
  const int first = int(bits >> 52) - 1075 + 63;  // where the bit stands that weighs 1 after scaling
  Wide product;
  for (int half = 0; half < 2; ++half) {
    const std::uint64_t digit = half == 0 ? mantissa & 0xffffffff : mantissa >> 32;
    std::uint64_t carry = 0;
    for (int i = half; i < Wide::words; ++i) {
      const int at = first + 32 * (Wide::words - 1 - (i - half));
      const std::uint64_t two = std::uint64_t(inversePi[at / 32]) << 32 | inversePi[at / 32 + 1];
      carry += digit * std::uint32_t(two >> (32 - at % 32)) + product.word[i];
      product.word[i] = std::uint32_t(carry);
      carry >>= 32;
    }
  }
  return product;
}

}  // namespace

double farSine(double x, double shift) {
  if (!(absolute(x) <= std::numeric_limits<double>::max())) return std::numeric_limits<double>::quiet_NaN();
  const Wide turns = halfTurns(absolute(x));
  // sin(−x) = −sin x, cos(−x) = cos x. In units of 2⁻⁶³ and modulo 2:
  constexpr std::uint64_t one = std::uint64_t(1) << 63, half = one / 2;
  bool negative = shift == 0 && x < 0;
  std::uint64_t high = turns.pair(4) + (shift == 0 ? 0 : half);
  std::uint64_t low = turns.pair(2);
  if (high & one) negative = !negative;  // sin(t + π) = −sin t
  high &= one - 1;
  if (high & half) {  // sin(π − t) = sin t
    high = one - 1 - high;
    low = ~low;
  }
  // The first 64 bits that count, in two numbers; π in two likewise, so that the great product is exact.
  const int zeros = __builtin_clzll(high | 1);
  const std::uint64_t digits = high << zeros | low >> (64 - zeros);
  const std::uint64_t upper = digits & ~std::uint64_t(0) << 38;
  const double scale = detail::powerOfTwo<written<double>>(double(-63 - zeros));
  const double a = double(upper) * scale, b = double(digits - upper) * scale;
  const double r = a * 0x1.921fb54p+1 + (a * 0x1.10b4611a62633p-29 + b * 0x1.921fb54442d18p+1);
  return negative ? -detail::sineNearZero(r) : detail::sineNearZero(r);
}

}  // namespace backprop
