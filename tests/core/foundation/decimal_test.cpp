#include "foundation/decimal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>

#include "random/generator.hpp"

namespace backprop {
namespace {

// memcpy, since the pinned WebAssembly toolchain has no std::bit_cast.
std::uint64_t bits(double number) {
  std::uint64_t result;
  std::memcpy(&result, &number, sizeof result);
  return result;
}

double numberOf(std::uint64_t bits) {
  double result;
  std::memcpy(&result, &bits, sizeof result);
  return result;
}

TEST(Decimal, ReadsEveryFormOfANumber) {
  EXPECT_EQ(parseDecimal("1"), 1);
  EXPECT_EQ(parseDecimal("+1.5"), 1.5);
  EXPECT_EQ(parseDecimal("-.5"), -0.5);
  EXPECT_EQ(parseDecimal("\u22121.5e\u22122"), -0.015) << "the printed minus";
  EXPECT_EQ(parseDecimal("2."), 2);
  EXPECT_EQ(parseDecimal("3e-7"), 3e-7);
  EXPECT_EQ(parseDecimal("3E+07"), 3e7);
  EXPECT_EQ(parseDecimal("00012.500"), 12.5);
  EXPECT_EQ(parseDecimal("0.000000000000000000000000000001"), 1e-30);
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  EXPECT_FALSE(parseDecimal("\u2212"));
  EXPECT_FALSE(parseDecimal("\xe2\x88"));
  EXPECT_FALSE(parseDecimal("-\u22121"));
  for (const char* text : {"", " 1", "1 ", ".", "-", "+-1", "1e", "e5", "1e+", "1,5", "0x10", "inf", "nan", "1.2.3",
                           "--1", "1_000", "1f", "\xEF\xBC\x91", "1e5.0"}) {
    EXPECT_FALSE(parseDecimal(text)) << text;
  }
  EXPECT_FALSE(parseDecimal(std::string_view("1\0", 2)));
}

TEST(Decimal, RefusesWhatIsNotFinite) {
  EXPECT_FALSE(parseDecimal("1e309"));
  EXPECT_FALSE(parseDecimal("-1e99999999999999999999"));
  EXPECT_FALSE(parseDecimal(std::string(400, '9')));
  EXPECT_EQ(parseDecimal("1.7976931348623157e308"), std::numeric_limits<double>::max());
}

TEST(Decimal, LetsTheTooSmallVanishGradually) {
  EXPECT_EQ(parseDecimal("4.9406564584124654e-324"), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(parseDecimal("1e-99999999999999999999"), 0);
  EXPECT_EQ(bits(*parseDecimal("-1e-400")), bits(-0.0));
}

// Halfway between 2^53 and its neighbour 2^53 + 2: to even; a digit more, far behind, decides otherwise.
TEST(Decimal, RoundsToTheNearestAndTiesToEven) {
  EXPECT_EQ(parseDecimal("9007199254740993"), 9007199254740992);
  EXPECT_EQ(parseDecimal("9007199254740993." + std::string(300, '0')), 9007199254740992);
  EXPECT_EQ(parseDecimal("9007199254740993." + std::string(300, '0') + "1"), 9007199254740994);
  EXPECT_EQ(parseDecimal("9007199254740993." + std::string(2000, '0') + "1"), 9007199254740994);
  EXPECT_EQ(parseDecimal("4503599627370496.5" + std::string(300, '0')), 4503599627370496);
  EXPECT_EQ(parseDecimal("4503599627370497.5" + std::string(300, '0')), 4503599627370498);
}

// The largest number and half a unit more, 2^1024 − 2^970, which is a tie with what would be 2^1024.
TEST(Decimal, RoundsAtTheEndsOfTheRange) {
  EXPECT_EQ(parseDecimal("1.7976931348623158079e308"), std::numeric_limits<double>::max());
  EXPECT_FALSE(parseDecimal("1.7976931348623158080e308"));
  EXPECT_EQ(parseDecimal("2.4703282292062327e-324"), 0);  // just below half of the least, 2^−1075
  EXPECT_EQ(parseDecimal("2.4703282292062328e-324"), std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(parseDecimal("2.2250738585072011e-308"), 0x0.fffffffffffffp-1022);
}

TEST(Decimal, ReadsVeryLongTexts) {
  EXPECT_EQ(parseDecimal("0." + std::string(200'000, '0') + "1"), 0);
  EXPECT_EQ(parseDecimal(std::string(200'000, '0') + "7"), 7);
}

TEST(Decimal, WritesTheFewestDigits) {
  EXPECT_EQ(formatDecimal(0.1), "0.1");
  EXPECT_EQ(formatDecimal(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(formatDecimal(123456), "123456");
  EXPECT_EQ(formatDecimal(0), "0");
  EXPECT_EQ(formatDecimal(-0.0), "-0");
  EXPECT_EQ(formatDecimal(-1234.5), "-1234.5");
  EXPECT_EQ(formatDecimal(0.0001), "0.0001");
  EXPECT_EQ(formatDecimal(0.00001), "1e-05");
  EXPECT_EQ(formatDecimal(1.5e-7), "1.5e-07");
  EXPECT_EQ(formatDecimal(1e14), "100000000000000");
  EXPECT_EQ(formatDecimal(1e15), "1e+15");
  EXPECT_EQ(formatDecimal(9007199254740991), "9007199254740991");
  EXPECT_EQ(formatDecimal(std::numeric_limits<double>::max()), "1.7976931348623157e+308");
  EXPECT_EQ(formatDecimal(std::numeric_limits<double>::denorm_min()), "5e-324");
  EXPECT_EQ(formatDecimal(std::numeric_limits<double>::quiet_NaN()), "nan");
  EXPECT_EQ(formatDecimal(-std::numeric_limits<double>::infinity()), "-inf");
}

TEST(Decimal, ReadsBackTheSameBitsOfAnyNumber) {
  Generator generator(1);
  for (int i = 0; i < 20'000; ++i) {
    const double number = numberOf(generator.next());
    if (!std::isfinite(number)) continue;
    const auto again = parseDecimal(formatDecimal(number));
    ASSERT_TRUE(again) << formatDecimal(number);
    ASSERT_EQ(bits(*again), bits(number)) << formatDecimal(number);
  }
}

TEST(Decimal, ReadsBackTheSameBitsOfOrdinaryNumbers) {
  Generator generator(2);
  for (int i = 0; i < 20'000; ++i) {
    const double number = std::round(generator.uniform(-1e6, 1e6)) / 1000;  // few digits: the short way of reading
    ASSERT_EQ(bits(*parseDecimal(formatDecimal(number))), bits(number));
    ASSERT_LE(formatDecimal(number).size(), 8u) << formatDecimal(number);  // "-999.999"
  }
}

}  // namespace
}  // namespace backprop
