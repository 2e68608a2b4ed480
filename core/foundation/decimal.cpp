#include "foundation/decimal.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "foundation/long_decimal.hpp"

namespace backprop {

namespace {

// Both are exact doubles, so that one multiplication or division rounds once, rightly (Clinger 1990).
constexpr int exactDigits = 15;
constexpr std::array<double, 23> powersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                             1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr int largestExponent = 100'000;  // beyond any double

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Takes a number's text apart: ± digits · 10^exponent.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  /// @return  false if it is none
  bool scan() {
    negative_ = takeSign();
    bool any = scanDigits(false);
    if (take('.')) any = scanDigits(true) || any;
    if (!any) return false;
    if ((take('e') || take('E')) && !scanExponent()) return false;
    return at_ == text_.size();
  }

  double number() const {
    const double size = magnitude();
    return negative_ ? -size : size;
  }

 private:
  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  /// @return  whether the sign, if any, is a minus: the keyboard's, or the printed one, U+2212
  bool takeSign() {
    constexpr std::string_view printed = "\u2212";
    if (take('-')) return true;
    if (text_.substr(at_, printed.size()) == printed) {
      at_ += printed.size();
      return true;
    }
    take('+');
    return false;
  }

  bool scanDigits(bool fraction) {
    const std::size_t begin = at_;
    for (; at_ < text_.size() && isDigit(text_[at_]); ++at_) digits_.append(text_[at_] - '0', fraction);
    return at_ > begin;
  }

  bool scanExponent() {
    const bool negative = takeSign();
    const std::size_t begin = at_;
    int exponent = 0;
    for (; at_ < text_.size() && isDigit(text_[at_]); ++at_) {
      if (exponent < largestExponent) exponent = exponent * 10 + (text_[at_] - '0');
    }
    digits_.shiftPoint(negative ? -exponent : exponent);
    return at_ > begin;
  }

  double magnitude() const {
    const int exponent = digits_.point() - digits_.count();
    const auto power = static_cast<std::size_t>(std::abs(exponent));
    if (digits_.count() > exactDigits || power >= powersOfTen.size()) return digits_.nearest();
    LongDecimal integer = digits_;
    integer.shiftPoint(-exponent);
    const double digits = static_cast<double>(integer.whole());
    return exponent < 0 ? digits / powersOfTen[power] : digits * powersOfTen[power];
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool negative_ = false;
  LongDecimal digits_;
};

/// |number|, exactly.
LongDecimal exactly(double number) {
  constexpr int bits = std::numeric_limits<double>::digits;
  int exponent;
  const double fraction = std::frexp(std::abs(number), &exponent);
  LongDecimal decimal(static_cast<std::uint64_t>(std::ldexp(fraction, bits)));
  decimal.scale(exponent - bits);
  return decimal;
}

/// 0.ddd · 10^point as C's %g has it with that precision: "0.00012", "1.5e-07", "1e+20".
std::string laidOut(std::string digits, int point, int precision) {
  if (digits.empty()) return "0";
  const int exponent = point - 1;
  const int count = static_cast<int>(digits.size());
  if (exponent < -4 || exponent >= precision) {
    if (count > 1) digits.insert(1, ".");
    const std::string size = std::to_string(std::abs(exponent));
    return digits + (exponent < 0 ? "e-" : "e+") + (size.size() < 2 ? "0" : "") + size;
  }
  if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  if (count <= point) return digits + std::string(static_cast<std::size_t>(point - count), '0');
  return digits.insert(static_cast<std::size_t>(point), ".");
}

}  // namespace

std::optional<double> parseDecimal(std::string_view text) {
  Scanner scanner(text);
  if (!scanner.scan()) return std::nullopt;
  const double number = scanner.number();
  if (!std::isfinite(number)) return std::nullopt;
  return number;
}

std::string formatDecimal(double number) {
  if (std::isnan(number)) return "nan";
  const std::string sign = std::signbit(number) ? "-" : "";
  const double size = std::abs(number);
  if (std::isinf(number)) return sign + "inf";
  // Up to 15 digits survive a double, so that the 15 digits without their zeros are the fewest if they read
  // back at all. Subnormal numbers hold fewer: begin with one.
  const bool subnormal = size != 0 && size < std::numeric_limits<double>::min();
  const LongDecimal exact = exactly(size);
  for (int precision = subnormal ? 1 : exactDigits;; ++precision) {
    int point;
    const std::string text = laidOut(exact.rounded(precision, point), point, precision);
    if (precision == std::numeric_limits<double>::max_digits10 || parseDecimal(text) == size) return sign + text;
  }
}

}  // namespace backprop
