#pragma once
/// Numbers as text, exactly: what is written reads back to the same bits. (The standard library of
/// the pinned toolchain has no from_chars / to_chars for floating point.)

#include <optional>
#include <string>
#include <string_view>

namespace backprop {

/// Reads a decimal number: [+|-] digits [. digits] [e [+|-] digits], "1", "-.5", "2.", "3e-7".
/// The nearest double, ties to even; too small a number becomes subnormal or zero.
/// @return  nothing if anything else stands in the text (spaces too), or if it is too large to be finite
std::optional<double> parseDecimal(std::string_view text);

/// Writes the number with the fewest significant digits, at most 17, that read back to the same
/// bits: "0.1", "-0", "1e-05", "123456".
/// @return  for what is no finite number: "nan", "inf", "-inf", which parseDecimal refuses
std::string formatDecimal(double number);

}  // namespace backprop
