#include "foundation/excerpt.hpp"

#include <gtest/gtest.h>

namespace backprop {
namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Excerpt, KeepsEightyCharacters) {
  EXPECT_EQ(excerpt(""), "");
  EXPECT_EQ(excerpt(repeated("a", 80)), repeated("a", 80));
  EXPECT_EQ(excerpt(repeated("é", 80)), repeated("é", 80));
}

TEST(Excerpt, CutsLongerTextsBetweenCharacters) {
  EXPECT_EQ(excerpt(repeated("a", 81)), repeated("a", 79) + "…");
  EXPECT_EQ(excerpt(repeated("é", 1'000'000)), repeated("é", 79) + "…");
  EXPECT_EQ(excerpt(repeated("😀", 81)), repeated("😀", 79) + "…");
}

TEST(Excerpt, IsShortForBytesThatAreNotUtf8) { EXPECT_LE(excerpt(repeated("\x80", 1'000'000)).size(), 330u); }

TEST(Excerpt, CountsCharacters) {
  EXPECT_EQ(characters(""), 0);
  EXPECT_EQ(characters(repeated("字", 70)), 70);
  EXPECT_EQ(characters("aé字😀"), 4);
  EXPECT_EQ(characters(repeated("\x80", 801)), 201);
}

TEST(Excerpt, WritesIntervalsAndElements) {
  EXPECT_EQ(interval(0, 3), "[0, 3]");
  EXPECT_EQ(element("data.table.values", 17), "data.table.values[17]");
}

}  // namespace
}  // namespace backprop
