#pragma once
/// What an `Error` quotes of the input.

#include <string>
#include <string_view>

namespace backprop {

/// The text, or its beginning and "…" where it has more than 80 characters (UTF-8 code points).
std::string excerpt(std::string_view text);

}  // namespace backprop
