#include "models/activation.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/named.hpp"

namespace backprop {
namespace {

/// One activation's functions of a number or a pack, behind pointers: all in one place inlined stall a compiler.
template <typename T>
struct Functions {
  T (*value)(T);
  T (*first)(T, T);
  T (*second)(T, T);
};

template <typename T>
Functions<T> functionsOf(Activation activation) {
  Functions<T> functions{};
  withActivation(activation, [&]<typename F>(F) {
    functions = {F::template value<T>, F::template derivative<T>, F::template secondDerivative<T>};
  });
  return functions;
}

struct Derivatives {
  double value, first, second;
};

template <typename Scalar = double>
Derivatives at(Activation activation, double z) {
  const Functions<Scalar> f = functionsOf<Scalar>(activation);
  const Scalar a = f.value(Scalar(z));
  return {double(a), double(f.first(Scalar(z), a)), double(f.second(Scalar(z), a))};
}

void expectNear(const Derivatives& actual, const Derivatives& expected, double tolerance = 1e-15) {
  EXPECT_NEAR(actual.value, expected.value, tolerance);
  EXPECT_NEAR(actual.first, expected.first, tolerance);
  EXPECT_NEAR(actual.second, expected.second, tolerance);
}

TEST(Activation, HasItsValuesByHand) {
  const double ln2 = std::log(2.0), ln3 = std::log(3.0), pi = std::acos(-1.0);
  expectNear(at(Activation::Linear, -3), {-3, 1, 0});
  expectNear(at(Activation::Sigmoid, 0), {0.5, 0.25, 0});
  expectNear(at(Activation::Sigmoid, ln3), {0.75, 3.0 / 16, -3.0 / 32});  // a(1 − a), a(1 − a)(1 − 2a)
  expectNear(at(Activation::Tanh, ln2), {0.6, 0.64, -0.768});             // 1 − a², −2a(1 − a²)
  expectNear(at(Activation::Tanh, -ln2), {-0.6, 0.64, 0.768});
  expectNear(at(Activation::Relu, 2), {2, 1, 0});
  expectNear(at(Activation::Relu, -2), {0, 0, 0});
  expectNear(at(Activation::LeakyRelu, 2), {2, 1, 0});
  expectNear(at(Activation::LeakyRelu, -2), {-0.02, 0.01, 0});
  expectNear(at(Activation::Elu, 2), {2, 1, 0});
  expectNear(at(Activation::Elu, -ln2), {-0.5, 0.5, 0.5});               // eᶻ − 1, eᶻ, eᶻ
  expectNear(at(Activation::Softplus, 0), {ln2, 0.5, 0.25});             // sigmoid, its derivative
  expectNear(at(Activation::Softplus, ln3), {2 * ln2, 0.75, 3.0 / 16});  // ln(1 + 3)
  expectNear(at(Activation::Sine, pi / 6), {0.5, std::sqrt(3.0) / 2, -0.5});
}

TEST(Activation, TakesTheLeftDerivativeAtKinks) {
  EXPECT_EQ(at(Activation::Relu, 0).first, 0);
  EXPECT_EQ(at(Activation::LeakyRelu, 0).first, 0.01);
  EXPECT_EQ(at(Activation::Elu, 0).first, 1);
}

TEST(Activation, EluKeepsItsDigitsNearZero) {
  EXPECT_NEAR(at(Activation::Elu, -1e-12).value / std::expm1(-1e-12), 1, 1e-15);
}

TEST(Activation, HasTheDerivativesThatDifferencesMeasure) {
  const double h = 1e-5;
  for (const Activation activation : allActivations()) {
    if (activation == Activation::Softmax) continue;
    SCOPED_TRACE(nameOf(activation));
    for (const double z : {-5.3, -1.7, -0.4, 0.3, 1.1, 4.9}) {
      const Derivatives below = at(activation, z - h), centre = at(activation, z), above = at(activation, z + h);
      EXPECT_NEAR(centre.first, (above.value - below.value) / (2 * h), 1e-9);
      EXPECT_NEAR(centre.second, (above.first - below.first) / (2 * h), 1e-9);
      const Derivatives single = at<float>(activation, z);
      EXPECT_NEAR(single.value, centre.value, 1e-6);
      EXPECT_NEAR(single.first, centre.first, 1e-6);
      EXPECT_NEAR(single.second, centre.second, 2e-6);
    }
  }
}

template <typename Scalar>
void expectPacksLikeNumbers(Activation activation) {
  using P = Pack<Scalar>;
  constexpr Index last = P::width - 1;
  const Functions<P> ofPacks = functionsOf<P>(activation);
  const Functions<Scalar> ofNumbers = functionsOf<Scalar>(activation);
  for (const double z : {-900.0, -2.3, 0.0, 1e-9, 0.7, 33.0, 900.0}) {
    P lanes(Scalar(0.3));
    lanes.lanes[last] = Scalar(z);
    const P packed = ofPacks.value(lanes);
    const Scalar plain = ofNumbers.value(Scalar(z));
    EXPECT_EQ(bitsOf(packed[0]), bitsOf(ofNumbers.value(Scalar(0.3)))) << z;
    EXPECT_EQ(bitsOf(packed[last]), bitsOf(plain)) << z;
    EXPECT_EQ(bitsOf(ofPacks.first(lanes, packed)[last]), bitsOf(ofNumbers.first(Scalar(z), plain))) << z;
    EXPECT_EQ(bitsOf(ofPacks.second(lanes, packed)[last]), bitsOf(ofNumbers.second(Scalar(z), plain))) << z;
  }
}

TEST(Activation, OfAPackHasTheBitsOfItsNumbers) {
  for (const Activation activation : allActivations()) {
    if (activation == Activation::Softmax) continue;
    SCOPED_TRACE(nameOf(activation));
    expectPacksLikeNumbers<float>(activation);
    expectPacksLikeNumbers<double>(activation);
  }
}

TEST(Activation, LetsNaNThroughAndSaturatesWithoutOne) {
  for (const Activation activation : allActivations()) {
    if (activation == Activation::Softmax) continue;
    SCOPED_TRACE(nameOf(activation));
    EXPECT_TRUE(std::isnan(at(activation, NAN).value));
    EXPECT_TRUE(std::isnan(at<float>(activation, NAN).value));
    for (const double z : {-1e4, 1e4}) {
      for (const Derivatives& ends : {at(activation, z), at<float>(activation, z)}) {
        EXPECT_TRUE(std::isfinite(ends.value) && std::isfinite(ends.first) && std::isfinite(ends.second)) << z;
      }
    }
  }
}

}  // namespace
}  // namespace backprop
