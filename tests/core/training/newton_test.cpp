#include "training/newton.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "training/linear_samples.hpp"

namespace backprop {
namespace {

using Numbers = std::vector<double>;

/// Steps until it is through, at most 100.
Standing solve(NewtonLearner<double>& learner, NetworkCost<double>& cost, Numbers& theta) {
  learner.reset(Index(theta.size()));
  for (int i = 0; i < 100 && learner.standing() == Standing::GoesOn; ++i) {
    learner.step(cost, theta, {0, cost.sampleCount()}, 1);
  }
  return learner.standing();
}

TEST(Newton, SolvesLeastSquaresInOneStep) {  // y = 2x − 1 through (0, −1), (1, 1), (2, 3)
  auto cost = oneLayer(Activation::Linear, LossKind::SquaredError, {{0}, {1}, {2}}, {{-1}, {1}, {3}});
  NewtonLearner<double> learner;
  learner.reset(2);
  Numbers theta{5, 7};
  learner.step(cost, theta, {0, 3}, 1);
  EXPECT_NEAR(theta[0], 2, 1e-12);
  EXPECT_NEAR(theta[1], -1, 1e-12);
}

TEST(Newton, FindsTheLogitOfTheShares) {  // one input of 0: b = ln(3/1)
  auto cost = oneLayer(Activation::Sigmoid, LossKind::CrossEntropy, {{0}, {0}, {0}, {0}}, {{1}, {1}, {1}, {0}});
  NewtonLearner<double> learner;
  Numbers theta{0.5, 0};
  EXPECT_EQ(solve(learner, cost, theta), Standing::Solved);
  EXPECT_NEAR(theta[1], std::log(3.0), 1e-12);
  EXPECT_EQ(theta[0], 0.5);  // of which the cost knows nothing
}

TEST(Newton, StaysDownhillFromFarAway) {
  auto cost = oneLayer(Activation::Sigmoid, LossKind::CrossEntropy, {{-1}, {0.5}, {1}, {2}}, {{0}, {1}, {0}, {1}});
  NewtonLearner<double> learner;
  Numbers theta{-9, 12};
  double before = cost.value(theta);
  learner.reset(2);
  for (int i = 0; i < 50 && learner.standing() == Standing::GoesOn; ++i) {
    learner.step(cost, theta, {0, 4}, 1);
    const double after = cost.value(theta);
    EXPECT_LE(after, before * (1 + 1e-15));
    before = after;
  }
  Numbers gradient(2);
  cost.gradient(theta, gradient);
  EXPECT_NEAR(gradient[0], 0, 1e-10);
  EXPECT_NEAR(gradient[1], 0, 1e-10);
}

TEST(Newton, SaysThatSeparatedPointsHaveNoMaximum) {
  auto cost = oneLayer(Activation::Sigmoid, LossKind::CrossEntropy, {{-1}, {-2}, {1}, {2}}, {{0}, {0}, {1}, {1}});
  NewtonLearner<double> learner;
  learner.setUnbounded(true);
  Numbers theta{0, 0};
  EXPECT_EQ(solve(learner, cost, theta), Standing::Separated);
  EXPECT_LT(std::fabs(theta[0]), 100);
}

TEST(Newton, APenaltyHoldsTheWeightsBack) {
  auto cost =
      oneLayer(Activation::Sigmoid, LossKind::CrossEntropy, {{-1}, {-2}, {1}, {2}}, {{0}, {0}, {1}, {1}}, {.l2 = 0.1});
  NewtonLearner<double> learner;
  Numbers theta{0, 0};
  EXPECT_EQ(solve(learner, cost, theta), Standing::Solved);
}

TEST(Newton, KeepsSoftmaxInterceptsCentred) {
  auto cost = oneLayer(Activation::Softmax, LossKind::CrossEntropy, {{0.1}, {1.2}, {-0.7}, {0.4}, {-0.2}, {0.9}},
                       {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 1, 0}, {1, 0, 0}, {0, 0, 1}}, {.l2 = 0.01});
  NewtonLearner<double> learner;
  Numbers theta(6, 0.0);
  EXPECT_EQ(solve(learner, cost, theta), Standing::Solved);
  EXPECT_NEAR(theta[3] + theta[4] + theta[5], 0, 1e-10);
}

/// ∂²J/∂θ² against differences of the gradient.
TEST(Newton, TheHessianIsTheGradientsSlope) {
  for (const Activation output : {Activation::Sigmoid, Activation::Softmax, Activation::Linear}) {
    const LossKind loss = output == Activation::Linear ? LossKind::SquaredError : LossKind::CrossEntropy;
    auto cost = oneLayer(output, loss, {{0.1, 2}, {1.2, -1}, {-0.7, 0.3}}, {{1, 0}, {0, 1}, {0, 1}}, {.l2 = 0.3});
    Numbers theta{0.2, -0.4, 0.7, 0.1, -0.3, 0.5};
    RowMatrix<double> hessian;
    cost.hessian(theta, hessian);
    const double h = 1e-5;
    for (std::size_t i = 0; i < theta.size(); ++i) {
      Numbers above = theta, below = theta, up(6), down(6);
      above[i] += h;
      below[i] -= h;
      cost.gradient(above, up);
      cost.gradient(below, down);
      for (std::size_t j = 0; j < 6; ++j) EXPECT_NEAR(hessian(Index(i), Index(j)), (up[j] - down[j]) / (2 * h), 1e-9);
    }
  }
}

}  // namespace
}  // namespace backprop
