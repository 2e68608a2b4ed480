// What elementary_test.cpp measures on evenly spread numbers, over all orders of magnitude and at the edges:
// subnormal arguments and results, thresholds of overflow and underflow, multiples of π. The reference is as
// exact in WebAssembly as it is natively.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "numerics/elementary.hpp"
#include "numerics/reference.hpp"
#include "random/generator.hpp"

namespace backprop {
namespace {

using reference::Quad;

#define FUNCTION(name) [](auto x) { return backprop::name(x); }
#define EXACT(name) [](Quad x) { return reference::name(x); }

/// Finite numbers of [low, high], half of them spread over all magnitudes; zeros, the smallest numbers and both ends.
template <typename Scalar>
std::vector<Scalar> numbersWithin(double low, double high) {
  using Limits = std::numeric_limits<Scalar>;
  constexpr int leastExponent = Limits::min_exponent - Limits::digits;
  Generator generator(1);
  std::vector<Scalar> numbers{0, Limits::denorm_min(), Limits::min(), Limits::epsilon(), 1, Scalar(low), Scalar(high)};
  for (int i = 0; i < 2000; ++i) {
    numbers.push_back(Scalar(generator.uniform(low, high)));
    const int exponent = leastExponent + int(generator.below(std::uint32_t(Limits::max_exponent - leastExponent)));
    numbers.push_back(Scalar(std::ldexp(generator.uniform(1, 2), exponent)));
    numbers.push_back(-numbers.back());
  }
  std::erase_if(numbers, [=](Scalar x) { return double(x) < low || double(x) > high; });
  return numbers;
}

/// |result − exact| in units in the last place of the exact result.
template <typename Scalar>
double ulps(Scalar result, Quad exact) {
  using Limits = std::numeric_limits<Scalar>;
  const double size = double(reference::magnitude(exact));
  const int exponent = size == 0 ? Limits::min_exponent - 1 : std::max(std::ilogb(size), Limits::min_exponent - 1);
  return double(reference::magnitude(Quad(result) - exact) / Quad(std::ldexp(1.0, exponent - Limits::digits + 1)));
}

template <typename Scalar, typename Ours, typename Exact>
void expectWithin(double limit, Ours ours, Exact exact, const std::vector<Scalar>& numbers) {
  double worst = 0;
  Scalar at = 0;
  for (const Scalar x : numbers) {
    const double error = ulps(ours(x), exact(Quad(x)));
    if (error <= worst) continue;
    worst = error;
    at = x;
  }
  EXPECT_LE(worst, limit) << "at " << at;
}

TEST(ElementaryEdges, ExponentialReachesFromSubnormalResultsToTheGreatest) {
  expectWithin<double>(2, FUNCTION(exp), EXACT(exp), numbersWithin<double>(-745.13, 709.78));
  expectWithin<double>(2, FUNCTION(exp), EXACT(exp), numbersWithin<double>(-745.13, -707));
  expectWithin<float>(3, FUNCTION(exp), EXACT(exp), numbersWithin<float>(-69.25, 88.72));
  EXPECT_EQ(backprop::exp(-745.2), 0);
  EXPECT_EQ(backprop::exp(709.79), std::numeric_limits<double>::infinity());
  EXPECT_EQ(backprop::exp(-69.32f), 0);
  EXPECT_EQ(backprop::exp(88.73f), std::numeric_limits<float>::infinity());
}

TEST(ElementaryEdges, LogarithmTakesSubnormalsAndTheGreatest) {
  const double greatest = std::numeric_limits<double>::max();
  std::vector<double> numbers = numbersWithin<double>(5e-324, greatest);
  for (int i = 1; i <= 200; ++i) numbers.insert(numbers.end(), {1 + i * 0x1p-52, 1 - i * 0x1p-53, i * 0x1p-1074});
  expectWithin<double>(2, FUNCTION(log), EXACT(log), numbers);
  const float least = std::numeric_limits<float>::denorm_min();
  expectWithin<float>(3, FUNCTION(log), EXACT(log), numbersWithin<float>(least, std::numeric_limits<float>::max()));
}

TEST(ElementaryEdges, LogarithmOfOnePlusXKeepsSmallX) {
  expectWithin<double>(2, FUNCTION(log1p), EXACT(log1p), numbersWithin<double>(-0.9999, 1e300));
  expectWithin<double>(2, FUNCTION(log1p), EXACT(log1p), numbersWithin<double>(-1e-9, 1e-9));
  expectWithin<float>(3, FUNCTION(log1p), EXACT(log1p), numbersWithin<float>(-0.9999, 1e38));
}

TEST(ElementaryEdges, TanhIsXForSmallXAndOneForLarge) {
  expectWithin<double>(2, FUNCTION(tanh), EXACT(tanh), numbersWithin<double>(-25, 25));
  expectWithin<double>(2, FUNCTION(tanh), EXACT(tanh), numbersWithin<double>(-1e300, 1e300));
  expectWithin<double>(2, FUNCTION(tanh), EXACT(tanh), numbersWithin<double>(-1e-4, 1e-4));
  for (const float x : numbersWithin<float>(-1e30, 1e30)) {
    EXPECT_NEAR(double(backprop::tanh(x)), double(reference::tanh(Quad(x))), 6e-7) << x;
  }
}

TEST(ElementaryEdges, SigmoidFallsToSubnormalResults) {
  expectWithin<double>(2.5, FUNCTION(sigmoid), EXACT(sigmoid), numbersWithin<double>(-740, 740));
  expectWithin<float>(3, FUNCTION(sigmoid), EXACT(sigmoid), numbersWithin<float>(-69.25, 100));
}

TEST(ElementaryEdges, SoftplusFallsToSubnormalResults) {
  expectWithin<double>(2, FUNCTION(softplus), EXACT(softplus), numbersWithin<double>(-740, 740));
  expectWithin<float>(3, FUNCTION(softplus), EXACT(softplus), numbersWithin<float>(-69.25, 100));
}

TEST(ElementaryEdges, SineAndCosineKeepTheirDigitsNextToTheirZeros) {
  std::vector<double> numbers = numbersWithin<double>(-9e5, 9e5);
  for (int quarters = -5215; quarters <= 5215; quarters += 7) numbers.push_back(quarters * 99 * 1.57079632679489661923);
  for (int quarters = -5215; quarters <= 5215; quarters += 7) {
    const double zero = quarters * 1.57079632679489661923;
    numbers.insert(numbers.end(), {zero, std::nextafter(zero, 1e9), std::nextafter(zero, -1e9)});
  }
  expectWithin<double>(2, FUNCTION(sin), EXACT(sin), numbers);
  expectWithin<double>(2, FUNCTION(cos), EXACT(cos), numbers);
  for (const float x : numbersWithin<float>(-1024, 1024)) {
    EXPECT_NEAR(double(backprop::sin(x)), double(reference::sin(Quad(x))), 2e-7) << x;
    EXPECT_NEAR(double(backprop::cos(x)), double(reference::cos(Quad(x))), 2e-7) << x;
  }
}

TEST(ElementaryEdges, SineAndCosineTakeEveryFiniteNumber) {
  for (const double x : {4096.5, 8192.0, 1e5, -3e8, 1e22, 1e300, std::numeric_limits<double>::max()}) {
    EXPECT_NEAR(backprop::sin(x), std::sin(x), 4e-16) << x;
    EXPECT_NEAR(backprop::cos(x), std::cos(x), 4e-16) << x;
    EXPECT_EQ(backprop::sin(-x), -backprop::sin(x)) << x;
    EXPECT_EQ(backprop::cos(-x), backprop::cos(x)) << x;
    const Pack<double> mixed = backprop::sin(Pack<double>(Pack<double>::Lanes{0.5, x}));
    EXPECT_EQ(mixed[0], backprop::sin(0.5)) << "a lane far out must not touch the others";
    EXPECT_EQ(mixed[1], backprop::sin(x));
  }
  for (const float x : {1024.5f, -7e5f, 3e38f}) {
    EXPECT_NEAR(double(backprop::sin(x)), std::sin(double(x)), 2e-7) << x;
    EXPECT_NEAR(double(backprop::cos(x)), std::cos(double(x)), 2e-7) << x;
  }
}

TEST(ElementaryEdges, CosineOfTheDoubleNearestToAMultipleOfPiKeepsItsDigits) {
  const double nearest = std::ldexp(6381956970095103.0, 797);  // Muller, Elementary Functions, 2016, section 11.3.2
  EXPECT_DOUBLE_EQ(backprop::cos(nearest), -4.6871659242546276e-19);
  EXPECT_EQ(std::fabs(backprop::sin(nearest)), 1);
}

TEST(ElementaryEdges, SineFarOutContinuesSineNearBy) {
  for (const double x : {1e-3, 0.7, -3.3, 100.0, -4095.9}) {  // both ways of subtracting π are open here
    EXPECT_NEAR(farSine(x, 0) / backprop::sin(x), 1, 4.5e-16) << x;
    EXPECT_NEAR(farSine(x, 0.5) / backprop::cos(x), 1, 4.5e-16) << x;
  }
}

TEST(Reference, AgreesWithTheCLibrary) {
  for (const double x : {-30.0, -1.0, -1e-12, 0.25, 3.0, 40.0}) {
    EXPECT_DOUBLE_EQ(double(reference::exp(x)), std::exp(x));
    EXPECT_DOUBLE_EQ(double(reference::tanh(x)), std::tanh(x));
    EXPECT_DOUBLE_EQ(double(reference::sin(x)), std::sin(x));
    EXPECT_DOUBLE_EQ(double(reference::cos(x)), std::cos(x));
    EXPECT_DOUBLE_EQ(double(reference::log(std::fabs(x))), std::log(std::fabs(x)));
    if (x > -1) EXPECT_DOUBLE_EQ(double(reference::log1p(x)), std::log1p(x));
  }
}

}  // namespace
}  // namespace backprop
