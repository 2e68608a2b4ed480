#include "training/newton.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "numerics/inner_product.hpp"
#include "numerics/symmetric_solve.hpp"

namespace backprop {

template <typename Scalar>
void NewtonLearner<Scalar>::reset(Index n) {
  gradient_.resize(std::size_t(n));
  tried_.resize(std::size_t(n));
  disturbed();
}

template <typename Scalar>
StepReport NewtonLearner<Scalar>::step(Objective<Scalar>& objective, std::span<Scalar> theta, SampleRange,
                                       double rate) {
  constexpr double precise = std::numeric_limits<Scalar>::epsilon();
  constexpr int mostHalvings = 40;
  const StepReport report{objective.gradient(theta, gradient_), norm(std::span<const Scalar>(gradient_))};
  if (!std::isfinite(report.cost) || !std::isfinite(report.gradientNorm)) return report;
  RowMatrix<double> hessian, slope(Index(theta.size()), 1);
  objective.hessian(theta, hessian);
  for (Index i = 0; i < slope.rows(); ++i) slope(i, 0) = double(gradient_[std::size_t(i)]);
  const RowMatrix<double> direction = solveSymmetric(std::move(hessian), slope).x;

  double decrement = 0;  // ∇Jᵀ H⁺ ∇J: twice what J can still fall, as the parabola has it
  for (Index i = 0; i < slope.rows(); ++i) decrement += slope(i, 0) * direction(i, 0);
  bool solved = true;
  for (int halving = 0; halving < mostHalvings; ++halving, rate /= 2) {
    for (std::size_t i = 0; i < theta.size(); ++i) {
      tried_[i] = Scalar(double(theta[i]) - rate * direction(Index(i), 0));
    }
    if (!(objective.value(tried_) <= report.cost * (1 + precise))) continue;
    const bool moved = !std::equal(tried_.begin(), tried_.end(), theta.begin());
    std::copy(tried_.begin(), tried_.end(), theta.begin());
    solved = !moved || decrement <= precise * std::sqrt(precise) * std::max(1.0, report.cost);
    break;
  }
  const double samples = double(objective.sampleCount());
  state_[IsSolved] = solved;
  const bool runsAway = separated_ && decrement <= 1e-3 * report.cost;
  state_[IsSeparated] = unbounded_ && (runsAway || objective.value(theta) * samples < std::log(2.0));
  return report;
}

template <typename Scalar>
Standing NewtonLearner<Scalar>::standing() {
  if (state_[IsSeparated] != 0) return Standing::Separated;
  return state_[IsSolved] != 0 ? Standing::Solved : Standing::GoesOn;
}

template class NewtonLearner<float>;
template class NewtonLearner<double>;

}  // namespace backprop
