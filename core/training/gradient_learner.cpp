#include "training/gradient_learner.hpp"

#include <algorithm>

#include "numerics/inner_product.hpp"

namespace backprop {

template <typename Scalar>
GradientLearner<Scalar>::GradientLearner(UpdateRule rule, double clip) : rule_(rule), clip_(clip) {}

template <typename Scalar>
void GradientLearner<Scalar>::reset(Index n) {
  gradient_.setZero(n);
  state_.setZero(std::visit([n](const auto& rule) { return rule.stateSize(n); }, rule_));
  before_.resize(static_cast<std::size_t>(gradient_.size() + state_.size()));
}

template <typename Scalar>
void GradientLearner<Scalar>::setRule(const UpdateRule& rule) {
  const bool sameKind = rule.index() == rule_.index();
  rule_ = rule;
  if (!sameKind) reset(gradient_.size());
}

template <typename Scalar>
StepReport GradientLearner<Scalar>::descend(Objective<Scalar>& objective, std::span<Scalar> theta, SampleRange batch,
                                            double rate) {
  assert(theta.size() == gradient().size() && "reset(n) comes before the first step");
  StepReport report;
  report.cost = objective.gradient(theta, batch, gradient());
  if (clip_ > 0) {
    report.gradientNorm = norm(gradient());
    if (report.gradientNorm > clip_) {
      const Scalar scale = static_cast<Scalar>(clip_ / report.gradientNorm);
      for (Scalar& g : gradient()) g *= scale;
    }
  }
  std::visit([&](const auto& rule) { rule.update(theta, gradient(), state(), rate); }, rule_);
  return report;
}

template <typename Scalar>
StepReport GradientLearner<Scalar>::step(Objective<Scalar>& objective, std::span<Scalar> theta, SampleRange batch,
                                         double rate) {
  StepReport report = descend(objective, theta, batch, rate);
  if (clip_ == 0) report.gradientNorm = norm(gradient());
  return report;
}

template <typename Scalar>
Stretch GradientLearner<Scalar>::walk(Objective<Scalar>& objective, std::span<Scalar> theta, SampleRange range,
                                      Index batch, double rate) {
  if (range.size() > batch) {  // more than one step
    std::copy(theta.begin(), theta.end(), before_.begin());
    std::copy_n(state_.data(), state_.size(), before_.begin() + gradient_.size());
  }
  Stretch stretch;
  Index next = range.begin;
  do {
    stretch.last = descend(objective, theta, {next, std::min(next + batch, range.end)}, rate);
    ++stretch.steps;
    next += batch;
  } while (next < range.end && stretch.last.cost <= nearlyInfinite<Scalar>);
  if (clip_ == 0) stretch.last.gradientNorm = norm(gradient());
  if (range.size() <= batch || this->goesOnFrom(stretch.last, theta)) return stretch;
  // What is not finite never becomes finite again: where it began is looked for only when it is there.
  std::copy_n(before_.begin(), theta.size(), theta.begin());
  std::copy_n(before_.begin() + gradient_.size(), state_.size(), state_.data());
  return Learner<Scalar>::walk(objective, theta, range, batch, rate);
}

template class GradientLearner<float>;
template class GradientLearner<double>;

}  // namespace backprop
