#include "numerics/elementary.hpp"

#include <gtest/gtest.h>

#include <cfloat>
#include <cmath>
#include <limits>
#include <vector>

#include "numerics/elementary_rows.hpp"

namespace backprop {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Dense points of [low, high], with steps that no period of the function shares.
std::vector<double> points(double low, double high) {
  std::vector<double> x;
  constexpr int count = 40000;
  for (int i = 0; i < count; ++i) {
    const double jitter = std::fmod(i * 0.6180339887498949, 1.0);
    x.push_back(low + (high - low) * (i + jitter) / count);
  }
  return x;
}

/// The greatest error in units in the last place of the exact result, which long double stands for.
template <typename Function, typename Exact>
double worstUlps(Function function, Exact exact, const std::vector<double>& inputs) {
  double worst = 0;
  for (const double x : inputs) {
    const long double truth = exact(static_cast<long double>(x));
    const double rounded = std::fabs(double(truth));
    const double ulp = std::nextafter(rounded, infinity) - rounded;
    worst = std::max(worst, std::fabs(double((static_cast<long double>(function(x)) - truth) / ulp)));
  }
  return worst;
}

template <typename Function, typename Exact>
double worstError(Function function, Exact exact, double low, double high) {
  double worst = 0;
  for (const double x : points(low, high)) {
    worst = std::max(worst, std::fabs(double(function(float(x))) - exact(double(float(x)))));
  }
  return worst;
}

/// Where long double is no wider, or soft and no more exact (musl), there is nothing to compare with; the bits are
/// the same as where there is.
#define NEEDS_LONG_DOUBLE() \
  if (LDBL_MANT_DIG != 64) GTEST_SKIP() << "needs the 80-bit long double"

#define FUNCTION(name) [](auto x) { return backprop::name(x); }

TEST(Elementary, DoubleIsWithinTwoUnitsInTheLastPlace) {
  NEEDS_LONG_DOUBLE();
  const auto expExact = [](long double x) { return std::exp(x); };
  const auto tanhExact = [](long double x) { return std::tanh(x); };
  const auto logExact = [](long double x) { return std::log(x); };
  const auto log1pExact = [](long double x) { return std::log1p(x); };
  const auto softplusExact = [](long double x) { return std::log1p(std::exp(x)); };
  const auto sinExact = [](long double x) { return std::sin(x); };
  const auto cosExact = [](long double x) { return std::cos(x); };
  for (const double range : {1e-6, 0.1, 0.5, 2.0, 25.0}) {
    SCOPED_TRACE(range);
    const std::vector<double> x = points(-range, range);
    EXPECT_LT(worstUlps(FUNCTION(exp), expExact, x), 1.2);
    EXPECT_LT(worstUlps(FUNCTION(tanh), tanhExact, x), 2);
    EXPECT_LT(worstUlps(FUNCTION(softplus), softplusExact, x), 2);
    EXPECT_LT(worstUlps(FUNCTION(sin), sinExact, x), 2);
    EXPECT_LT(worstUlps(FUNCTION(cos), cosExact, x), 2);
  }
  EXPECT_LT(worstUlps(FUNCTION(exp), expExact, points(-708, 709)), 1.2);
  EXPECT_LT(worstUlps(FUNCTION(sin), sinExact, points(-8000, 8000)), 2);
  EXPECT_LT(worstUlps(FUNCTION(cos), cosExact, points(-9e5, 9e5)), 2);
  EXPECT_LT(worstUlps(FUNCTION(log), logExact, points(1e-3, 10)), 1.2);
  EXPECT_LT(worstUlps(FUNCTION(log), logExact, points(1e-308, 1e300)), 1.2);
  EXPECT_LT(worstUlps(FUNCTION(log1p), log1pExact, points(-0.9, 1)), 1.5);
  EXPECT_LT(worstUlps(FUNCTION(log1p), log1pExact, points(1e-12, 1e-9)), 1.5);
}

TEST(Elementary, SigmoidInDoubleIsWithinTwoAndAHalfUnitsInTheLastPlace) {
  NEEDS_LONG_DOUBLE();
  const auto exact = [](long double x) { return 1 / (1 + std::exp(-x)); };
  for (const double range : {1e-6, 0.5, 2.0, 8.0, 40.0}) {
    EXPECT_LT(worstUlps(FUNCTION(sigmoid), exact, points(-range, range)), 2.5);
  }
  EXPECT_LT(worstUlps(FUNCTION(sigmoid), exact, points(-708, 0)), 2.5);
}

TEST(Elementary, FloatKeepsItsStatedErrors) {
  EXPECT_LT(worstError(
                FUNCTION(tanh), [](double x) { return std::tanh(x); }, -12, 12),
            6e-7);
  EXPECT_LT(worstError(
                FUNCTION(sin), [](double x) { return std::sin(x); }, -1000, 1000),
            2e-7);
  EXPECT_LT(worstError(
                FUNCTION(cos), [](double x) { return std::cos(x); }, -1000, 1000),
            2e-7);
  EXPECT_LT(worstError(
                FUNCTION(sigmoid), [](double x) { return 1 / (1 + std::exp(-x)); }, -100, 100),
            1.2e-7);
  for (const double x : points(-69, 88)) {
    EXPECT_NEAR(double(backprop::exp(float(x))) / std::exp(double(float(x))), 1, 2.4e-7);
  }
  for (const double x : points(0.001, 50)) {
    EXPECT_NEAR(double(backprop::log(float(x))), std::log(double(float(x))), 5e-7);
    EXPECT_NEAR(double(backprop::softplus(float(x))), std::log1p(std::exp(double(float(x)))), 4e-6);
  }
}

TEST(Elementary, FloatTanhNeverLeavesItsInterval) {
  for (const double x : points(-20, 20)) EXPECT_LE(std::fabs(backprop::tanh(float(x))), 1.0f);
}

template <typename Scalar>
class ElementaryOf : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(ElementaryOf, Scalars);

TYPED_TEST(ElementaryOf, KnowsTheLimits) {
  constexpr TypeParam inf = std::numeric_limits<TypeParam>::infinity();
  EXPECT_EQ(backprop::exp(inf), inf);
  EXPECT_EQ(backprop::exp(-inf), 0);
  EXPECT_EQ(backprop::exp(TypeParam(1e6)), inf);
  EXPECT_EQ(backprop::exp(TypeParam(-1e6)), 0);
  EXPECT_EQ(backprop::exp(TypeParam(0)), 1);
  EXPECT_EQ(backprop::log(TypeParam(0)), -inf);
  EXPECT_EQ(backprop::log(TypeParam(1)), 0);
  EXPECT_EQ(backprop::log(inf), inf);
  EXPECT_TRUE(std::isnan(backprop::log(TypeParam(-1))));
  EXPECT_EQ(backprop::log1p(inf), inf);
  EXPECT_NEAR(double(backprop::tanh(inf)), 1, 6e-7);
  EXPECT_EQ(backprop::tanh(-inf), -backprop::tanh(inf));
  EXPECT_TRUE(std::signbit(backprop::tanh(TypeParam(-0.0))));
  EXPECT_EQ(backprop::sigmoid(inf), 1);
  EXPECT_EQ(backprop::sigmoid(-inf), 0);
  EXPECT_EQ(backprop::sigmoid(TypeParam(0)), TypeParam(0.5));
  EXPECT_EQ(backprop::softplus(inf), inf);
  EXPECT_EQ(backprop::softplus(-inf), 0);
  EXPECT_TRUE(std::isnan(backprop::sin(inf)));
  EXPECT_NEAR(double(backprop::sin(TypeParam(1e6))), std::sin(1e6), 1e-7);
}

TYPED_TEST(ElementaryOf, LetsNaNThrough) {
  const TypeParam nan = std::numeric_limits<TypeParam>::quiet_NaN();
  for (const auto function :
       {+[](TypeParam x) { return backprop::exp(x); }, +[](TypeParam x) { return backprop::log(x); },
        +[](TypeParam x) { return backprop::log1p(x); }, +[](TypeParam x) { return backprop::tanh(x); },
        +[](TypeParam x) { return backprop::sigmoid(x); }, +[](TypeParam x) { return backprop::softplus(x); },
        +[](TypeParam x) { return backprop::sin(x); }, +[](TypeParam x) { return backprop::cos(x); }}) {
    EXPECT_TRUE(std::isnan(function(nan)));
  }
}

TEST(Elementary, FloatFlushesWhatWouldTurnSubnormal) {
  EXPECT_EQ(backprop::exp(-70.0f), 0.0f);
  EXPECT_EQ(backprop::sigmoid(-70.0f), 0.0f);
  EXPECT_GT(backprop::exp(-69.0f), 1e-30f);
}

/// Calls check(packed, plain) on many numbers in every lane.
template <typename Scalar, typename Function>
void expectSameBits(Function function) {
  using P = Pack<Scalar>;
  std::vector<Scalar> x;
  for (const double range : {1e-3, 1.0, 30.0, 800.0, 2e4}) {
    for (int i = 0; i < 500; ++i) x.push_back(Scalar(range * std::sin(i * 1.7)));
  }
  x.push_back(Scalar(infinity));
  x.push_back(-Scalar(infinity));
  while (x.size() % std::size_t(P::width) != 1) x.push_back(Scalar(-0.0));
  for (std::size_t i = 0; i + std::size_t(P::width) <= x.size(); ++i) {
    const P packed = function(P::load(x.data() + i));
    for (Index lane = 0; lane < P::width; ++lane) {
      const Scalar plain = function(x[i + std::size_t(lane)]), inPack = packed[lane];
      if (std::isnan(plain))
        EXPECT_TRUE(std::isnan(inPack));
      else
        EXPECT_EQ(bitsOf(inPack), bitsOf(plain)) << x[i + std::size_t(lane)];
    }
  }
}

TYPED_TEST(ElementaryOf, GivesTheSameBitsInEveryLane) {
  expectSameBits<TypeParam>(FUNCTION(exp));
  expectSameBits<TypeParam>(FUNCTION(tanh));
  expectSameBits<TypeParam>(FUNCTION(sigmoid));
  expectSameBits<TypeParam>(FUNCTION(softplus));
  expectSameBits<TypeParam>(FUNCTION(sin));
  expectSameBits<TypeParam>(FUNCTION(cos));
  expectSameBits<TypeParam>([](auto x) { return backprop::log(absolute(x)); });
}

TEST(ElementaryRows, GiveTheBitsOfTheFunctions) {
  for (const Index count : {2, 62, 64, 66, 200}) {
    std::vector<double> x, y(std::size_t(count), -7), z(std::size_t(count), -7);
    for (Index i = 0; i < count; ++i) x.push_back(9 * std::sin(double(i * i)));
    tanhRow(x.data(), y.data(), count);
    sigmoidRow(x.data(), z.data(), count);
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_EQ(y[i], backprop::tanh(x[i]));
      EXPECT_EQ(z[i], backprop::sigmoid(x[i]));
    }
  }
}

}  // namespace
}  // namespace backprop
