/// What must hold for the learners of one layer on any points: tried on many random sets.

#include <gtest/gtest.h>

#include <cmath>

#include "random/generator.hpp"
#include "training/fisher.hpp"
#include "training/linear_samples.hpp"
#include "training/newton.hpp"
#include "training/perceptron.hpp"

namespace backprop {
namespace {

using Numbers = std::vector<double>;
using Points = std::vector<Numbers>;

constexpr std::uint64_t sets = 25;

/// Classes that overlap, of 20 points each or so, in two to four columns of different widths.
struct RandomSet {
  Points points, targets;  ///< targets: 0 and 1, or one-hot

  explicit RandomSet(std::uint64_t seed, std::size_t classes = 2) {
    Generator generator(seed, 0);
    const std::size_t columns = 2 + std::size_t(generator.below(3));
    Points means(classes, Numbers(columns));
    Numbers widths(columns);
    for (double& width : widths) width = std::exp(generator.uniform(-2, 2));
    for (Numbers& mean : means) {
      for (double& m : mean) m = generator.normal();
    }
    for (std::size_t i = 0; i < 20 * classes; ++i) {
      const std::size_t c = i < classes ? i : std::size_t(generator.below(std::uint32_t(classes)));
      Numbers point;
      for (std::size_t k = 0; k < columns; ++k) point.push_back(widths[k] * (means[c][k] + generator.normal()));
      points.push_back(point);
      targets.emplace_back(classes == 2 ? 1 : classes, 0.0);
      if (classes > 2) targets.back()[c] = 1;
      if (classes == 2) targets.back()[0] = double(c);
    }
  }

  Points moved(const Numbers& by) const {
    Points result = points;
    for (Numbers& point : result) {
      for (std::size_t k = 0; k < by.size(); ++k) point[k] += by[k];
    }
    return result;
  }
  Points swapped() const {
    Points result = targets;
    for (Numbers& target : result) target[0] = 1 - target[0];
    return result;
  }
  /// −1 and 1, as the perceptron has them.
  Points steps(const Points& zeroOne) const {
    Points result = zeroOne;
    for (Numbers& target : result) {
      for (double& t : target) t = 2 * t - 1;
    }
    return result;
  }
};

/// θ of the line: weights, then bias.
Numbers fisher(const Points& points, const Points& targets) {
  const NetworkCost<double> cost = oneLayer(Activation::Sigmoid, LossKind::CrossEntropy, points, targets);
  const FisherSolution solution = solveFisher(cost.linearSamples(), {});
  Numbers theta(solution.weights.data(), solution.weights.data() + solution.weights.size());
  theta.push_back(solution.biases[0]);
  return theta;
}

Numbers logisticOptimum(const Points& points, const Points& targets) {
  auto cost = oneLayer(Activation::Sigmoid, LossKind::CrossEntropy, points, targets, {.l2 = 0.01});
  NewtonLearner<double> learner;
  Numbers theta(points.front().size() + 1, 0.0);
  learner.reset(Index(theta.size()));
  for (int i = 0; i < 100 && learner.standing() == Standing::GoesOn; ++i) {
    learner.step(cost, theta, {0, cost.sampleCount()}, 1);
  }
  EXPECT_EQ(learner.standing(), Standing::Solved);
  return theta;
}

Numbers perceptron(const Points& points, const Points& targets, double rate, PerceptronOptions::Convention convention) {
  auto cost = oneLayer(Activation::Step, LossKind::Perceptron, points, targets);
  PerceptronLearner<double> learner({.convention = convention});
  Numbers theta(std::size_t(cost.parameterCount()), 0.0);
  learner.reset(cost.parameterCount());
  for (int epoch = 0; epoch < 10; ++epoch) {
    for (Index i = 0; i < cost.sampleCount(); ++i) learner.step(cost, theta, {i, i + 1}, rate);
  }
  return theta;
}

void expectNear(const Numbers& actual, const Numbers& expected, double tolerance, std::uint64_t seed) {
  ASSERT_EQ(actual.size(), expected.size());
  double size = 1;
  for (const double value : expected) size = std::max(size, std::fabs(value));
  for (std::size_t k = 0; k < actual.size(); ++k) EXPECT_NEAR(actual[k], expected[k], tolerance * size) << seed;
}

/// Of points moved by t the same line has the same weights, and a bias less wᵀt.
Numbers lineMoved(Numbers theta, const Numbers& by) {
  for (std::size_t k = 0; k < by.size(); ++k) theta.back() -= theta[k] * by[k];
  return theta;
}

Numbers negated(Numbers theta) {
  for (double& value : theta) value = -value;
  return theta;
}

TEST(LinearProperties, TranslationLeavesFishersLineAndTheLogisticOptimumInPlace) {
  for (std::uint64_t seed = 1; seed <= sets; ++seed) {
    const RandomSet set(seed);
    Generator generator(seed, 1);
    Numbers by(set.points.front().size());
    for (double& t : by) t = generator.uniform(-10, 10);
    for (const auto& solve : {fisher, logisticOptimum}) {
      expectNear(solve(set.moved(by), set.targets), lineMoved(solve(set.points, set.targets), by), 1e-8, seed);
    }
  }
}

TEST(LinearProperties, LabelSwapLeavesFishersLineAndTheLogisticOptimumInPlace) {
  for (std::uint64_t seed = 1; seed <= sets; ++seed) {
    const RandomSet set(seed);
    for (const auto& solve : {fisher, logisticOptimum}) {
      expectNear(solve(set.points, set.swapped()), negated(solve(set.points, set.targets)), 1e-9, seed);
    }
  }
}

TEST(LinearProperties, LabelSwapLeavesThePerceptronsLineInPlaceByScikitLearnsRule) {
  const auto rule = PerceptronOptions::Convention::ScikitLearn;
  for (std::uint64_t seed = 1; seed <= sets; ++seed) {
    const RandomSet set(seed);
    EXPECT_EQ(perceptron(set.points, set.steps(set.swapped()), 0.3, rule),
              negated(perceptron(set.points, set.steps(set.targets), 0.3, rule)))
        << seed;
  }
}

TEST(LinearProperties, PowersOfTwoOfTheRateLeaveThePerceptronsLinesToTheBit) {
  for (std::uint64_t seed = 1; seed <= sets; ++seed) {
    for (const std::size_t classes : {2, 3, 5}) {
      const RandomSet set(seed, classes);
      const Points targets = set.steps(set.targets);
      for (const auto rule : {PerceptronOptions::Convention::Lecture, PerceptronOptions::Convention::ScikitLearn}) {
        const Numbers once = perceptron(set.points, targets, 0.3, rule);
        for (const double factor : {0x1p-20, 0.5, 2.0, 8.0, 0x1p30}) {
          Numbers scaled = once;
          for (double& value : scaled) value *= factor;
          EXPECT_EQ(perceptron(set.points, targets, factor * 0.3, rule), scaled) << seed << ' ' << factor;
        }
      }
    }
  }
}

}  // namespace
}  // namespace backprop
