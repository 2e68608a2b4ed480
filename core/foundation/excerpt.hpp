#pragma once
/// The texts inside an `Error`: what was given, and what is allowed.

#include <string>
#include <string_view>

#include "foundation/matrix.hpp"

namespace backprop {

/// The text, or its beginning and "…" where it has more than 80 characters (code points of UTF-8; of
/// bytes that are not UTF-8, no more than 320).
std::string excerpt(std::string_view text);

/// How many characters the text has: code points of UTF-8; of bytes that are not UTF-8, at least a quarter of them.
Index characters(std::string_view text);

/// The integers from low to high: "[0, 3]".
std::string interval(Index low, Index high);

/// The place in a list: "values[17]".
std::string element(const char* list, Index index);

}  // namespace backprop
