#include "experiment/learners.hpp"

namespace backprop {
namespace {

UpdateRule updateRule(const LearnerSpec& learner) {
  using Rule = LearnerSpec::Rule;
  switch (learner.rule) {
    case Rule::Momentum: return Momentum{learner.momentum};
    case Rule::Nesterov: return Nesterov{learner.momentum};
    case Rule::AdaGrad: return AdaGrad{learner.epsilon};
    case Rule::RmsProp: return RmsProp{learner.decay, learner.epsilon};
    case Rule::Adam: return Adam{learner.beta1, learner.beta2, learner.epsilon};
    default: return GradientDescent{};
  }
}

PerceptronOptions perceptronOptions(const Spec& spec) {
  const LearnerSpec& learner = spec.learner;
  const bool repeats = !learner.shuffle && learner.schedule == Schedule::Kind::Constant;
  return {learner.convention,
          learner.answer,
          {spec.cost.l1, spec.cost.l2},
          learner.tolerance.value_or(-1),
          static_cast<double>(learner.patience),
          repeats,
          learner.rate,
          static_cast<double>(learner.batch)};
}

}  // namespace

template <typename Scalar>
Learner<Scalar>& Learners<Scalar>::named(LearnerSpec::Rule rule) {
  switch (rule) {
    case LearnerSpec::Rule::Perceptron: return perceptron_;
    case LearnerSpec::Rule::Newton: return newton_;
    case LearnerSpec::Rule::Fisher: return fisher_;
    default: return gradient_;
  }
}

template <typename Scalar>
void Learners<Scalar>::follow(const Spec& spec) {
  gradient_.setRule(updateRule(spec.learner));
  gradient_.setClip(spec.learner.clip);
  perceptron_.setOptions(perceptronOptions(spec));
  newton_.setUnbounded(spec.cost.error == LossKind::CrossEntropy && spec.cost.l2 == 0);
  fisher_.setOptions({spec.learner.threshold, spec.learner.shrinkage});
  Learner<Scalar>& next = named(spec.learner.rule);
  if (&next == inForce_) return;
  inForce_ = &next;
  next.reset(parameters_);
}

template <typename Scalar>
PerceptronCounts Learners<Scalar>::perceptronCounts() const {
  return inForce_ == &perceptron_ ? perceptron_.counts() : PerceptronCounts{};
}

template class Learners<float>;
template class Learners<double>;

}  // namespace backprop
