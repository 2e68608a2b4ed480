#include "foundation/long_decimal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backprop {

namespace {

constexpr int mantissaBits = std::numeric_limits<double>::digits;                        // 53
constexpr int leastExponent = std::numeric_limits<double>::min_exponent - mantissaBits;  // −1074
constexpr int farthestPoint = 100'000;  // beyond any double; keeps sums of exponents from overflowing

int bitWidth(std::uint64_t number) {
  int bits = 0;
  for (; number != 0; number >>= 1) ++bits;
  return bits;
}

}  // namespace

LongDecimal::LongDecimal(std::uint64_t integer) {
  for (std::uint64_t rest = integer; rest != 0; rest /= 10) digits_[static_cast<std::size_t>(count_++)] = rest % 10;
  std::reverse(digits_.begin(), digits_.begin() + count_);
  point_ = count_;
}

void LongDecimal::append(int digit, bool fraction) {
  const bool leadingZero = count_ == 0 && digit == 0;
  if (!leadingZero) push(digit);
  if (fraction ? leadingZero : !leadingZero)
    point_ = std::clamp(point_ + (fraction ? -1 : 1), -farthestPoint, farthestPoint);
}

void LongDecimal::push(int digit) {
  if (count_ < capacity) {
    digits_[static_cast<std::size_t>(count_++)] = static_cast<std::uint8_t>(digit);
  } else {
    cut_ = cut_ || digit != 0;
  }
}

void LongDecimal::trim() {
  while (count_ > 0 && digit(count_ - 1) == 0) --count_;
}

void LongDecimal::scale(int exponent) {
  while (exponent != 0) {
    const int step = std::clamp(exponent, -longestShift, longestShift);
    if (step > 0) shiftLeft(step);
    if (step < 0) shiftRight(-step);
    exponent -= step;
  }
}

/// From the last digit to the first, then what is carried beyond it.
void LongDecimal::shiftLeft(int bits) {
  std::uint64_t carry = 0;
  for (int i = count_ - 1; i >= 0; --i) {
    carry += static_cast<std::uint64_t>(digit(i)) << bits;
    digits_[static_cast<std::size_t>(i)] = carry % 10;
    carry /= 10;
  }
  const LongDecimal front(carry);
  const int kept = std::min(count_, capacity - front.count_);
  for (int i = kept; i < count_; ++i) cut_ = cut_ || digit(i) != 0;
  std::copy_backward(digits_.begin(), digits_.begin() + kept, digits_.begin() + kept + front.count_);
  std::copy_n(front.digits_.begin(), front.count_, digits_.begin());
  count_ = kept + front.count_;
  point_ += front.count_;
  trim();
}

/// Long division, from the first digit on until nothing remains.
void LongDecimal::shiftRight(int bits) {
  const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
  const int given = count_;
  std::uint64_t remainder = 0;
  count_ = 0;
  for (int i = 0; i < given || remainder != 0; ++i) {
    remainder = remainder * 10 + (i < given ? digits_[static_cast<std::size_t>(i)] : 0);
    append(static_cast<int>(remainder >> bits), true);
    remainder &= mask;
  }
  trim();
}

std::uint64_t LongDecimal::whole() const {
  std::uint64_t number = 0;
  for (int i = 0; i < point_; ++i) number = number * 10 + static_cast<std::uint64_t>(digit(i));
  return number;
}

/// Whether so many digits alone would be too few by half a unit of the last, or more.
bool LongDecimal::roundsUp(int digits) const {
  if (digits < 0 || digits >= count_) return false;
  const bool tie = digit(digits) == 5 && digits + 1 == count_ && !cut_;
  return tie ? digit(digits - 1) % 2 == 1 : digit(digits) >= 5;
}

/// Scaled by powers of two until the digits before the point are the mantissa, or the exponent is the least.
double LongDecimal::nearest() const {
  constexpr int largestPoint = std::numeric_limits<double>::max_exponent10 + 1;
  constexpr int leastPoint = std::numeric_limits<double>::min_exponent10 - std::numeric_limits<double>::max_digits10;
  if (count_ == 0 || point_ < leastPoint) return 0;
  if (point_ > largestPoint) return std::numeric_limits<double>::infinity();
  LongDecimal scaled = *this;
  scaled.trim();
  int exponent = 0;
  while (true) {
    // Since 8 < 10, none of the long ways goes too far.
    int shift = scaled.point_ > 19  ? -3 * (scaled.point_ - 19)
                : scaled.point_ > 0 ? mantissaBits - bitWidth(scaled.whole())
                                    : mantissaBits - 3 - 3 * scaled.point_;
    shift = std::min(shift, exponent - leastExponent);
    if (shift == 0) break;
    scaled.scale(shift);
    exponent -= shift;
  }
  return std::ldexp(static_cast<double>(scaled.whole() + (scaled.roundsUp(scaled.point_) ? 1 : 0)), exponent);
}

std::string LongDecimal::rounded(int digits, int& point) const {
  LongDecimal result = *this;
  result.count_ = std::min(count_, digits);
  if (roundsUp(digits)) {
    while (result.count_ > 0 && result.digit(result.count_ - 1) == 9) --result.count_;
    if (result.count_ == 0) {  // 99.9 becomes 100
      result.push(0);
      ++result.point_;
    }
    ++result.digits_[static_cast<std::size_t>(result.count_ - 1)];
  }
  result.trim();
  point = result.point_;
  std::string text;
  for (int i = 0; i < result.count_; ++i) text += static_cast<char>('0' + result.digit(i));
  return text;
}

}  // namespace backprop
