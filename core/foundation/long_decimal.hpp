#pragma once
/// A decimal number that can be doubled and halved exactly, digit by digit: what stands between a double and
/// its text. After R. Pike and K. Thompson's `decimal` in Go's package strconv: slower than the table-driven
/// algorithms, and a tenth of their size.

#include <array>
#include <cstdint>
#include <string>

namespace backprop {

/// 0.d₀d₁d₂… · 10^point, not negative. Zero has no digits.
class LongDecimal {
 public:
  LongDecimal() = default;
  explicit LongDecimal(std::uint64_t integer);

  /// Appends a digit, 0 … 9, behind the last; leading zeros only move the point.
  /// @param fraction  whether the digit stands behind the decimal point
  void append(int digit, bool fraction);
  /// Times 10^exponent.
  void shiftPoint(int exponent) { point_ += exponent; }
  /// Times 2^exponent.
  void scale(int exponent);

  /// The nearest double, ties to even; infinity if that is too large.
  double nearest() const;

  /// The first digits, rightly rounded (ties to even), without trailing zeros.
  /// @param[out] point  of the result: 0.ddd · 10^point
  std::string rounded(int digits, int& point) const;

  int count() const { return count_; }  ///< digits kept
  int point() const { return point_; }
  bool exact() const { return !cut_; }
  /// The digits before the decimal point.  @pre point() ≤ 19, so that they fit
  std::uint64_t whole() const;

 private:
  /// A double's exact digits, and the middle between two doubles, are no more than 768. Beyond them it
  /// matters only whether any is not zero.
  static constexpr int capacity = 800;
  /// Digits shifted by more would not fit 64 bits.
  static constexpr int longestShift = 59;

  void shiftLeft(int bits);
  void shiftRight(int bits);
  bool roundsUp(int digits) const;
  int digit(int i) const { return i >= 0 && i < count_ ? digits_[static_cast<std::size_t>(i)] : 0; }
  void push(int digit);
  void trim();

  std::array<std::uint8_t, capacity> digits_;
  int count_ = 0;
  int point_ = 0;
  bool cut_ = false;  ///< digits that are not zero were left out behind the last
};

}  // namespace backprop
