#include "foundation/excerpt.hpp"

#include <algorithm>

namespace backprop {

namespace {

constexpr std::size_t longestExcerpt = 80;   // characters
constexpr std::size_t longestCharacter = 4;  // bytes

bool beginsCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

}  // namespace

std::string excerpt(std::string_view text) {
  std::size_t characters = 0;
  std::size_t cut = 0;  // where the last character that fits beside "…" ends
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i >= longestExcerpt * longestCharacter) return std::string(text.substr(0, cut)) + "…";
    if (!beginsCharacter(text[i])) continue;
    if (++characters == longestExcerpt) cut = i;
    if (characters > longestExcerpt) return std::string(text.substr(0, cut)) + "…";
  }
  return std::string(text);
}

Index characters(std::string_view text) {
  const auto begun = std::count_if(text.begin(), text.end(), beginsCharacter);
  return std::max<Index>(begun, static_cast<Index>((text.size() + longestCharacter - 1) / longestCharacter));
}

std::string interval(Index low, Index high) { return "[" + std::to_string(low) + ", " + std::to_string(high) + "]"; }

std::string element(const char* list, Index index) { return std::string(list) + "[" + std::to_string(index) + "]"; }

}  // namespace backprop
