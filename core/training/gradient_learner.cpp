#include "training/gradient_learner.hpp"

#include "numerics/inner_product.hpp"

namespace backprop {

template <typename Scalar>
GradientLearner<Scalar>::GradientLearner(UpdateRule rule, double clip) : rule_(rule), clip_(clip) {}

template <typename Scalar>
void GradientLearner<Scalar>::reset(Index n) {
  gradient_.setZero(n);
  state_.setZero(std::visit([n](const auto& rule) { return rule.stateSize(n); }, rule_));
}

template <typename Scalar>
void GradientLearner<Scalar>::setRule(const UpdateRule& rule) {
  const bool sameKind = rule.index() == rule_.index();
  rule_ = rule;
  if (!sameKind) reset(gradient_.size());
}

template <typename Scalar>
StepReport GradientLearner<Scalar>::step(Objective<Scalar>& objective, std::span<Scalar> theta, SampleRange batch,
                                         double rate) {
  assert(theta.size() == static_cast<std::size_t>(gradient_.size()) && "reset(n) comes before the first step");
  const std::span<Scalar> gradient(gradient_.data(), theta.size());
  StepReport report;
  report.cost = objective.capabilities().samples ? objective.gradient(theta, batch, gradient)
                                                 : objective.gradient(theta, gradient);
  report.gradientNorm = norm(gradient);
  if (clip_ > 0 && report.gradientNorm > clip_) {
    const Scalar scale = static_cast<Scalar>(clip_ / report.gradientNorm);
    for (Scalar& g : gradient) g *= scale;
  }
  std::visit([&](const auto& rule) { rule.update(theta, gradient, state(), rate); }, rule_);
  return report;
}

template class GradientLearner<float>;
template class GradientLearner<double>;

}  // namespace backprop
