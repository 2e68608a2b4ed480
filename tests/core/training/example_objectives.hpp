#pragma once
/// Small objectives whose every number is known by hand, shared by the tests of learners and landscapes.

#include <cstddef>
#include <utility>
#include <vector>

#include "objective/objective.hpp"

namespace backprop {

/// J(x, y) = (1 − x)² + 100 (y − x²)²; minimum 0 at (1, 1). Rosenbrock 1960. Has no samples.
template <typename Scalar>
class Rosenbrock final : public Objective<Scalar> {
 public:
  using typename Objective<Scalar>::Parameters;
  using typename Objective<Scalar>::Gradient;
  using Objective<Scalar>::gradient;

  Index parameterCount() const override { return 2; }
  Capabilities capabilities() const override { return {.gradient = true}; }

  double value(Parameters theta) override {
    const double x = theta[0], y = theta[1];
    return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
  }

  double gradient(Parameters theta, Gradient out) override {
    const double x = theta[0], y = theta[1];
    out[0] = static_cast<Scalar>(-2 * (1 - x) - 400 * x * (y - x * x));
    out[1] = static_cast<Scalar>(200 * (y - x * x));
    return value(theta);
  }
};

/// J(θ) = Σᵢ ½ aᵢ (θᵢ − cᵢ)² + ¼ bᵢ θᵢ⁴, each coordinate for itself. Has no samples.
template <typename Scalar>
class Bowl final : public Objective<Scalar> {
 public:
  using typename Objective<Scalar>::Parameters;
  using typename Objective<Scalar>::Gradient;
  using Objective<Scalar>::gradient;

  Bowl(std::vector<double> a, std::vector<double> c, std::vector<double> b)
      : a_(std::move(a)), c_(std::move(c)), b_(std::move(b)) {}

  Index parameterCount() const override { return static_cast<Index>(a_.size()); }
  Capabilities capabilities() const override { return {.gradient = true}; }

  double value(Parameters theta) override {
    double sum = 0;
    for (std::size_t i = 0; i < a_.size(); ++i) {
      const double t = theta[i];
      sum += 0.5 * a_[i] * (t - c_[i]) * (t - c_[i]) + 0.25 * b_[i] * t * t * t * t;
    }
    return sum;
  }

  double gradient(Parameters theta, Gradient out) override {
    for (std::size_t i = 0; i < a_.size(); ++i) {
      const double t = theta[i];
      out[i] = static_cast<Scalar>(a_[i] * (t - c_[i]) + b_[i] * t * t * t);
    }
    return value(theta);
  }

 private:
  std::vector<double> a_, c_, b_;
};

/// J(θ) = gᵀθ: its gradient is g wherever θ is. Has no samples.
template <typename Scalar>
class Slope final : public Objective<Scalar> {
 public:
  using typename Objective<Scalar>::Parameters;
  using typename Objective<Scalar>::Gradient;
  using Objective<Scalar>::gradient;

  explicit Slope(std::vector<Scalar> g) : g_(std::move(g)) {}

  Index parameterCount() const override { return static_cast<Index>(g_.size()); }
  Capabilities capabilities() const override { return {.gradient = true}; }

  double value(Parameters theta) override {
    double sum = 0;
    for (std::size_t i = 0; i < g_.size(); ++i) sum += static_cast<double>(g_[i]) * static_cast<double>(theta[i]);
    return sum;
  }

  double gradient(Parameters theta, Gradient out) override {
    for (std::size_t i = 0; i < g_.size(); ++i) out[i] = g_[i];
    return value(theta);
  }

  std::vector<Scalar>& g() { return g_; }

 private:
  std::vector<Scalar> g_;
};

/// J(θ) = mean over samples of ½ (θ − xᵢ)², one parameter; minimum at the samples' mean. Has samples.
class MeanFit final : public Objective<double> {
 public:
  explicit MeanFit(std::vector<double> samples) : samples_(samples), arranged_(std::move(samples)) {}

  Index parameterCount() const override { return 1; }
  Capabilities capabilities() const override { return {.gradient = true, .samples = true}; }
  Index sampleCount() const override { return static_cast<Index>(samples_.size()); }

  void arrange(std::span<const Index> order) override {
    for (std::size_t i = 0; i < order.size(); ++i) arranged_[i] = samples_[static_cast<std::size_t>(order[i])];
  }

  double value(Parameters theta) override {
    double ignored;
    return gradient(theta, {&ignored, 1});
  }

  double gradient(Parameters theta, Gradient out) override { return gradient(theta, {0, sampleCount()}, out); }

  double gradient(Parameters theta, SampleRange range, Gradient out) override {
    double cost = 0;
    out[0] = 0;
    for (Index i = range.begin; i < range.end; ++i) {
      const double difference = theta[0] - arranged_[static_cast<std::size_t>(i)];
      cost += 0.5 * difference * difference / static_cast<double>(range.size());
      out[0] += difference / static_cast<double>(range.size());
    }
    return cost;
  }

 private:
  std::vector<double> samples_, arranged_;
};

}  // namespace backprop
