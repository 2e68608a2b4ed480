#pragma once
/// Newton's method, on any objective with a Hessian; on the logistic unit's cost it is iteratively reweighted least
/// squares (lecture (1), (22); Nelder, Wedderburn 1972).
///
///   d = H⁺ ∇J,  θ ← θ − t d,   t = α, α/2, α/4 … until J does not rise
///
/// Where H is singular the shortest d is taken: intercepts of softmax, which only matter by their differences, keep
/// the mean they began with (0: centred).

#include <array>
#include <vector>

#include "training/learner.hpp"

namespace backprop {

/// Most parameters that it takes: H has their square, and solving takes their cube.
inline constexpr Index maxNewtonParameters = 256;

template <typename Scalar>
class NewtonLearner final : public Learner<Scalar> {
 public:
  Capabilities needs() const override { return {.gradient = true, .hessian = true}; }
  void reset(Index n) override;
  /// @param rate  α, the first t; 1 is Newton's own step
  StepReport step(Objective<Scalar>&, std::span<Scalar> theta, SampleRange batch, double rate) override;
  std::span<Scalar> state() override { return state_; }
  void disturbed() override { state_ = {}; }
  Standing standing() override;

  /// Whether nothing holds the weights back where the samples are separated: cross-entropy without penalty. The run
  /// is then separated as soon as Σ E < ln 2: no sample can be on the wrong side, and scaling θ up lowers J for ever.
  void setUnbounded(bool unbounded) { unbounded_ = unbounded; }
  /// Whether the samples are known to be separated, if only weakly (metrics/separability.hpp): some then stay on the
  /// line and Σ E never gets so small. The run is separated when J can fall by no more than a thousandth.
  void setSeparated(bool separated) { separated_ = separated; }

 private:
  enum Slot { IsSolved, IsSeparated };

  bool unbounded_ = false;
  bool separated_ = false;
  std::array<Scalar, 2> state_{};
  std::vector<Scalar> gradient_, tried_;
};

extern template class NewtonLearner<float>;
extern template class NewtonLearner<double>;

}  // namespace backprop
