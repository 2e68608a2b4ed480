#include "objective/loss.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace backprop {
namespace {

/// The derivatives of a loss against central differences at (x, y).
template <typename Kind>
void expectDerivatives(const Kind& loss, double x, double y) {
  const double h = 1e-5;
  EXPECT_NEAR(loss.derivative(x, y), (loss.value(x + h, y) - loss.value(x - h, y)) / (2 * h), 1e-8);
  EXPECT_NEAR(loss.secondDerivative(x, y), (loss.derivative(x + h, y) - loss.derivative(x - h, y)) / (2 * h), 1e-8);
}

TEST(Loss, SquaredErrorIsHalfTheSquare) {
  const losses::SquaredError loss;
  EXPECT_EQ(loss.value(3.0, 1.0), 2);
  EXPECT_EQ(loss.derivative(3.0, 1.0), 2);
  EXPECT_EQ(loss.secondDerivative(3.0, 1.0), 1);
  expectDerivatives(loss, -0.7, 0.4);
}

TEST(Loss, HuberIsSquareNearAndStraightFar) {
  const losses::Huber loss{0.5};
  EXPECT_EQ(loss.value(1.25, 1.0), 0.03125);  // ½ · 0.25²
  EXPECT_EQ(loss.derivative(1.25, 1.0), 0.25);
  EXPECT_EQ(loss.value(-1.0, 1.0), 0.5 * (2 - 0.25));  // δ(|d| − ½δ)
  EXPECT_EQ(loss.derivative(-1.0, 1.0), -0.5);
  EXPECT_EQ(loss.secondDerivative(-1.0, 1.0), 0);
  EXPECT_EQ(loss.secondDerivative(1.5, 1.0), 1);  // at the bend
  expectDerivatives(loss, 0.3, 0.1);
  expectDerivatives(loss, 3, 0.1);
  expectDerivatives(loss, -3, 0.1);
}

TEST(Loss, CrossEntropyIsTheLogarithmOfWhatWasGivenToTheTruth) {
  const losses::SigmoidCrossEntropy loss;
  const double z = std::log(3.0);  // a = ¾
  EXPECT_NEAR(loss.value(z, 1.0), std::log(4.0 / 3), 1e-15);
  EXPECT_NEAR(loss.value(z, 0.0), std::log(4.0), 1e-15);
  EXPECT_NEAR(loss.derivative(z, 1.0), -0.25, 1e-15);
  EXPECT_NEAR(loss.secondDerivative(z, 1.0), 3.0 / 16, 1e-15);
  for (const double y : {0.0, 1.0, 0.3}) {
    expectDerivatives(loss, -1.3, y);
    expectDerivatives(losses::BinaryCrossEntropy{}, 0.35, y);
    EXPECT_NEAR(losses::BinaryCrossEntropy{}.value(0.75, y), loss.value(z, y), 1e-15);
  }
}

TEST(Loss, CrossEntropyStaysExactWhereTheOutputIsSaturated) {
  const losses::SigmoidCrossEntropy loss;
  EXPECT_NEAR(loss.value(40.0, 1.0) / std::exp(-40.0), 1, 1e-14);
  EXPECT_EQ(loss.value(-800.0, 1.0), 800);
  EXPECT_EQ(loss.value(-800.0, 0.0), 0);
}

TEST(Loss, CrossEntropyGoesWithSigmoidAndSoftmaxOnly) {
  EXPECT_TRUE(goesTogether(LossKind::CrossEntropy, Activation::Sigmoid));
  EXPECT_TRUE(goesTogether(LossKind::CrossEntropy, Activation::Softmax));
  EXPECT_FALSE(goesTogether(LossKind::CrossEntropy, Activation::Tanh));
  EXPECT_FALSE(goesTogether(LossKind::CrossEntropy, Activation::Linear));
  EXPECT_TRUE(goesTogether(LossKind::Huber, Activation::Softmax));
}

TEST(Loss, CrossEntropyIsStableInFloatToo) {
  const losses::SigmoidCrossEntropy loss;
  EXPECT_EQ(loss.value(-1000.0f, 1.0f), 1000.0f);
  EXPECT_EQ(loss.value(1000.0f, 0.0f), 1000.0f);
  EXPECT_EQ(loss.value(1000.0f, 1.0f), 0.0f);
  EXPECT_EQ(loss.derivative(-1000.0f, 1.0f), -1.0f);
}

template <typename Scalar, typename Kind>
void expectPacksLikeNumbers(const Kind& loss) {
  using P = Pack<Scalar>;
  for (const double a : {0.011, 0.25, 0.5, 0.93}) {
    for (const double y : {0.0, 0.4, 1.0}) {
      const Scalar plain = loss.value(Scalar(a), Scalar(y)), slope = loss.derivative(Scalar(a), Scalar(y));
      const P packed = loss.value(P(Scalar(a)), P(Scalar(y))), slopes = loss.derivative(P(Scalar(a)), P(Scalar(y)));
      for (Index lane = 0; lane < P::width; ++lane) {
        EXPECT_EQ(bitsOf(packed[lane]), bitsOf(plain)) << a << " " << y;
        EXPECT_EQ(bitsOf(slopes[lane]), bitsOf(slope)) << a << " " << y;
      }
    }
  }
}

TEST(Loss, OfAPackHaveTheBitsOfTheirNumbers) {
  const auto inBothPrecisions = [](auto loss) {
    expectPacksLikeNumbers<float>(loss);
    expectPacksLikeNumbers<double>(loss);
  };
  inBothPrecisions(losses::SquaredError{});
  inBothPrecisions(losses::Huber{0.3});
  inBothPrecisions(losses::SigmoidCrossEntropy{});
  inBothPrecisions(losses::BinaryCrossEntropy{});
}

}  // namespace
}  // namespace backprop
