#include "foundation/decimal.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace backprop {

namespace {

// Both are exact doubles, so that one multiplication or division rounds once, rightly (Clinger 1990).
constexpr int exactDigits = 15;
constexpr std::array<double, 23> powersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                             1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr int largestExponent = 100'000;  // beyond any double; keeps the sum below from overflowing

/// A number's text, taken apart: ± digits · 10^exponent.
struct Parts {
  bool negative = false;
  std::int64_t digits = 0;  ///< meaningless with more than exactDigits of them
  int significant = 0;      ///< how many, leading zeros aside
  int exponent = 0;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::optional<Parts> scan() {
    Parts parts;
    parts.negative = take('-');
    if (!parts.negative) take('+');
    bool any = scanDigits(parts, 0);
    if (take('.')) any = scanDigits(parts, -1) || any;
    if (!any) return std::nullopt;
    if ((take('e') || take('E')) && !scanExponent(parts)) return std::nullopt;
    if (at_ != text_.size()) return std::nullopt;
    return parts;
  }

 private:
  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  /// @param shift  what each digit adds to the exponent: −1 after the point
  bool scanDigits(Parts& parts, int shift) {
    const std::size_t begin = at_;
    for (; at_ < text_.size() && isDigit(text_[at_]); ++at_) {
      if (parts.exponent > -largestExponent) parts.exponent += shift;
      if (parts.significant == 0 && text_[at_] == '0') continue;
      if (++parts.significant <= exactDigits) parts.digits = parts.digits * 10 + (text_[at_] - '0');
      if (parts.significant > largestExponent) parts.significant = largestExponent;
    }
    return at_ > begin;
  }

  bool scanExponent(Parts& parts) {
    const bool negative = take('-');
    if (!negative) take('+');
    const std::size_t begin = at_;
    int exponent = 0;
    for (; at_ < text_.size() && isDigit(text_[at_]); ++at_) {
      if (exponent < largestExponent) exponent = exponent * 10 + (text_[at_] - '0');
    }
    parts.exponent += negative ? -exponent : exponent;
    return at_ > begin;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<double> parseDecimal(std::string_view text) {
  const std::optional<Parts> parts = Scanner(text).scan();
  if (!parts) return std::nullopt;
  if (parts->significant <= exactDigits && std::abs(parts->exponent) < static_cast<int>(powersOfTen.size())) {
    const double digits = static_cast<double>(parts->digits);
    const double power = powersOfTen[static_cast<std::size_t>(std::abs(parts->exponent))];
    const double number = parts->exponent < 0 ? digits / power : digits * power;
    return parts->negative ? -number : number;
  }
  const double number = std::strtod(std::string(text).c_str(), nullptr);
  if (!std::isfinite(number)) return std::nullopt;
  return number;
}

std::string formatDecimal(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  constexpr int enough = std::numeric_limits<double>::max_digits10;
  // Up to 15 digits survive a double, so that the 15-digit text, which %g rids of its zeros, is the
  // shortest if it reads back at all. Subnormal numbers hold fewer: begin with one.
  const bool subnormal = number != 0 && std::abs(number) < std::numeric_limits<double>::min();
  char text[32];
  for (int digits = subnormal ? 1 : exactDigits; digits <= enough; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, number);
    if (std::strtod(text, nullptr) == number) break;
  }
  return text;
}

}  // namespace backprop
