#pragma once
/// Rosenblatt's perceptron (1958; lecture section 2): it looks at sample after sample and, where ŷ = φ(wᵀx + b) is
/// wrong, adds a multiple of the sample to the weights. No derivative is used, and no hidden layer can be blamed.
///
///   w ← w + η f x,  b ← b + η f        lecture (4), (6); erratum to (5): η x belongs to it, and one update may not do
///   f = y − ŷ ∈ {0, −2, +2}            the lecture's, φ(0) = +1
///   f = y where y z ≤ 0, else 0        scikit-learn's: z = 0 is a mistake for either class
///
/// With more than two classes, each output is a perceptron of its own, one class against the rest.
///
/// A penalty acts at every sample, as in scikit-learn: w ← max(0, 1 − η λ₂) w before the sample is added, and λ₁ after
/// it, as far as zero and no further (cumulative: Tsuruoka, Tsujii, Ananiadou 2009).

#include <span>
#include <vector>

#include "objective/penalty.hpp"
#include "training/learner.hpp"

namespace backprop {

struct PerceptronOptions {
  enum class Convention { Lecture, ScikitLearn } convention = Convention::Lecture;
  /// Which weights decide: the last; the pocket's, which made the fewest mistakes on all samples of all weights met
  /// (Gallant 1990; each output has a pocket of its own); or the average over all samples seen (Freund, Schapire 1999).
  enum class Answer { Last, Pocket, Average } answer = Answer::Last;
  Penalty penalty;
  /// scikit-learn's tol and n_iter_no_change: an output stops learning when for `patience` epochs the soft cost of
  /// its samples, each taken before its update, was above the best so far minus tolerance · samples. < 0: never.
  double tolerance = -1;
  double patience = 5;
  /// Epochs all have the same order and η does not change by schedule: θ may then repeat, and that is noticed.
  /// θ is η Σ f x̃ away from where it was, and rounds; so it is Σ f x̃ that must come back to 0, and that is kept
  /// exactly (as far as two numbers hold it). Where it does, Σ |f| y x̃ = 0: no line separates the samples (Gordan
  /// 1873), and it never ends, however the rounding of θ goes on.
  bool repeats = false;
  /// η as it was set, and the samples of a step: step() is told both. Another one makes it train on where it had
  /// stopped; pocket and average stay.
  double rate = 1;
  double batch = 1;

  bool operator==(const PerceptronOptions&) const = default;
};

/// Counts of what happened, as the learner's state has them. In single precision they are exact up to 2²⁴.
struct PerceptronCounts {
  double mistakes = 0;          ///< samples that were wrong when it was their turn, since step 0; of all outputs
  double epochMistakes = 0;     ///< the same in the present epoch
  double cycle = 0;             ///< epochs after which θ comes back; 0: none known
  std::vector<double> stopped;  ///< for each output, from the first step on: 1 where its tolerance has stopped it
};

template <typename Scalar>
class PerceptronLearner final : public Learner<Scalar> {
 public:
  explicit PerceptronLearner(const PerceptronOptions& options = {}) : options_(options) {}

  Capabilities needs() const override { return {.samples = true, .linear = true}; }
  void reset(Index n) override;
  /// A batch of one sample is the perceptron as written; with more, the updates of the batch are added up at the
  /// same weights (with all samples: the batch perceptron).
  /// @return  cost: the batch's soft cost (3) before the step; gradientNorm: ‖Δθ‖/η without the penalty
  StepReport step(Objective<Scalar>&, std::span<Scalar> theta, SampleRange batch, double rate) override;
  /// Samples that are right change nothing: they are passed over without a step each.
  Stretch walk(Objective<Scalar>&, std::span<Scalar> theta, SampleRange, Index batch, double rate) override;
  std::span<Scalar> state() override { return state_; }
  void disturbed() override;
  Standing standing() override;
  std::span<const Scalar> answer(std::span<const Scalar> theta) override;

  const PerceptronOptions& options() const { return options_; }
  /// From the next step on. Where more than rate and batch differ, pocket and average begin anew, as in disturbed().
  void setOptions(const PerceptronOptions&);
  PerceptronCounts counts() const;

 private:
  /// Numbers of state_ that are about all outputs, then those about each, then vectors of n. Whole: whether the
  /// epoch's steps were all made under the same conditions.
  enum Slot { AllMistakes, EpochMistakes, Whole, Averaged, PenaltyDue, LastRate, Period, SinceMark, MarkFor };
  enum OutputSlot { EpochCost, BestCost, Waited, Stopped, PocketMistakes };
  enum Section { WayHigh, WayLow, PenaltyPaid, Answering };
  static constexpr Index slots = MarkFor + 1, outputSlots = PocketMistakes + 1, sections = Answering + 1;

  Scalar& at(Slot slot) { return state_[std::size_t(slot)]; }
  Scalar& of(Index output, OutputSlot slot) { return state_[std::size_t(slots + output * outputSlots + slot)]; }
  std::span<Scalar> section(Section which) {  // of outputs there are fewer than n
    return std::span(state_).subspan(std::size_t(slots + n_ * (outputSlots + which)), std::size_t(n_));
  }
  void goOn();
  bool penalised() const { return !options_.penalty.none(); }

  /// Σ f x̃ of one output over the batch, into change_.  @return  mistakes
  Index sumMistakes(const LinearSamples<Scalar>&, std::span<const Scalar> theta, SampleRange batch, Index output);
  Index nextMistake(const LinearSamples<Scalar>&, std::span<const Scalar> theta, SampleRange);
  void move(const LinearSamples<Scalar>&, std::span<Scalar> theta, Index output, Scalar rate);
  void payPenalty(std::span<Scalar> weights, std::span<Scalar> paid);
  void keepBest(const LinearSamples<Scalar>&, std::span<const Scalar> theta, Index output);
  void endEpoch(const LinearSamples<Scalar>&);
  void endEpochOf(Index output, Index samples);
  bool watchesForCycle() { return options_.repeats && !penalised() && options_.tolerance < 0 && at(Period) == 0; }
  /// Σ f x̃ since a mark was set: with the factor and sample of one mistake more.
  void walked(const LinearSamples<Scalar>&, Scalar factor, Index sample, Index output);
  void lookForCycle();

  PerceptronOptions options_;
  Index n_ = 0;
  Index outputs_ = 0;  ///< of the samples of the last step
  std::vector<Scalar> state_;
  std::vector<Scalar> change_;   ///< of one output: weights, then bias
  std::vector<Scalar> average_;  ///< what answer() gives of Answer::Average
  double softCost_ = 0;          ///< of the present step
};

extern template class PerceptronLearner<float>;
extern template class PerceptronLearner<double>;

}  // namespace backprop
