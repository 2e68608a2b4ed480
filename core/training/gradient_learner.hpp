#pragma once
/// Descends along the gradient by an update rule, on any objective that has a gradient.

#include <span>
#include <vector>

#include "training/learner.hpp"
#include "training/update_rules.hpp"

namespace backprop {

/// Where the objective is a mean over samples, a step uses the gradient over its batch; elsewhere the
/// gradient of J itself, and the batch is ignored.
///
/// Clipping: a gradient longer than `clip` is shortened to it, g ← g · clip/‖g‖, over all parameters at
/// once (Pascanu, Mikolov, Bengio 2013). PyTorch's clip_grad_norm_ divides by ‖g‖ + 1e-6 instead.
///
/// What is not finite is carried into θ as the rule says, and reported: the run decides what it means.
template <typename Scalar>
class GradientLearner final : public Learner<Scalar> {
 public:
  /// @param clip  largest ‖g‖₂ of a step, > 0; 0: no clipping
  explicit GradientLearner(UpdateRule rule = GradientDescent{}, double clip = 0);

  Capabilities needs() const override { return {.gradient = true}; }
  void reset(Index n) override;
  StepReport step(Objective<Scalar>&, std::span<Scalar> theta, SampleRange batch, double rate) override;
  /// Asks for the length of the gradient, unless it is clipped, and whether θ is finite only at the end; where it is
  /// not, it goes back to the beginning, and looks at every step.
  Stretch walk(Objective<Scalar>&, std::span<Scalar> theta, SampleRange, Index batch, double rate) override;
  std::span<Scalar> state() override { return {state_.data(), static_cast<std::size_t>(state_.size())}; }

  const UpdateRule& rule() const { return rule_; }
  double clip() const { return clip_; }

  /// New hyperparameters from the next step on; the state stays. Another kind of rule starts afresh, as
  /// after reset().
  void setRule(const UpdateRule&);
  void setClip(double clip) { clip_ = clip; }

 private:
  /// θ ← θ + Δθ.  @return  J before it; the length of the gradient if it had to be known, else 0
  [[gnu::noinline]] StepReport descend(Objective<Scalar>&, std::span<Scalar> theta, SampleRange batch, double rate);
  std::span<Scalar> gradient() { return {gradient_.data(), static_cast<std::size_t>(gradient_.size())}; }

  UpdateRule rule_;
  double clip_;
  Vector<Scalar> gradient_;
  Vector<Scalar> state_;
  std::vector<Scalar> before_;  ///< θ and the state at the beginning of a walk
};

extern template class GradientLearner<float>;
extern template class GradientLearner<double>;

}  // namespace backprop
