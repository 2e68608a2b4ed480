#include "training/perceptron.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace backprop {
namespace {

/// z = wᵀx + b of sample i. Inlined, as the next one: optimised for size, each sample would be two calls.
template <typename Scalar>
[[gnu::always_inline]] inline Scalar score(const LinearSamples<Scalar>& samples, const Scalar* weights, Scalar bias,
                                           Index i) {
  Scalar z = 0;
  for (Index k = 0; k < samples.inputs; ++k) z += weights[k] * samples.features[k * samples.count + i];
  return z + bias;
}

/// What a sample's vector is multiplied with; 0 where it is decided rightly.
template <typename Scalar>
[[gnu::always_inline]] inline Scalar factor(PerceptronOptions::Convention convention, Scalar z, Scalar y) {
  if (convention == PerceptronOptions::Convention::ScikitLearn) return y * z <= 0 ? y : 0;
  return y - (z < 0 ? Scalar(-1) : Scalar(1));
}

/// high + low += x, where |low| is at most half a unit in the last place of high (Knuth, 4.2.2; Dekker 1971).
template <typename Scalar>
void addExactly(Scalar& high, Scalar& low, Scalar x) {
  const Scalar sum = high + x, part = sum - high;
  const Scalar rest = low + ((high - (sum - part)) + (x - part));
  high = sum + rest;
  low = rest - (high - sum);
}

}  // namespace

template <typename Scalar>
void PerceptronLearner<Scalar>::reset(Index n) {
  n_ = n;
  state_.assign(std::size_t(slots + n * (outputSlots + sections)), Scalar(0));
  disturbed();
}

template <typename Scalar>
void PerceptronLearner<Scalar>::setOptions(const PerceptronOptions& options) {
  PerceptronOptions before = std::exchange(options_, options);
  if (before == options || state_.empty()) return;
  goOn();
  before.rate = options.rate;
  before.batch = options.batch;
  if (before != options) disturbed();
}

template <typename Scalar>
void PerceptronLearner<Scalar>::disturbed() {
  goOn();
  at(Averaged) = 0;
  const std::span<Scalar> answering = section(Answering);
  std::fill(answering.begin(), answering.end(), Scalar(0));
  for (Index j = 0; j < n_; ++j) of(j, PocketMistakes) = -1;
}

/// What was concluded from the epochs before no longer holds: that θ goes round, that waiting is of no use.
template <typename Scalar>
void PerceptronLearner<Scalar>::goOn() {
  at(Whole) = at(Period) = at(MarkFor) = 0;
  for (Index j = 0; j < n_; ++j) {
    of(j, Stopped) = of(j, Waited) = 0;
    of(j, BestCost) = std::numeric_limits<Scalar>::max();
  }
}

template <typename Scalar>
StepReport PerceptronLearner<Scalar>::step(Objective<Scalar>& objective, std::span<Scalar> theta, SampleRange batch,
                                           double rate) {
  const LinearSamples<Scalar> samples = objective.linearSamples();
  outputs_ = samples.outputs;
  change_.resize(std::size_t(samples.inputs + 1));
  softCost_ = 0;
  if (batch.begin == 0) {
    at(EpochMistakes) = 0;
    at(Whole) = 1;
    for (Index j = 0; j < samples.outputs; ++j) of(j, EpochCost) = 0;
  }
  if (std::exchange(at(LastRate), Scalar(rate)) != Scalar(rate)) at(Period) = at(MarkFor) = 0;
  at(PenaltyDue) += Scalar(rate * options_.penalty.l1);
  double squares = 0;
  for (Index j = 0; j < samples.outputs; ++j) {
    if (of(j, Stopped) != 0) continue;
    if (options_.answer == PerceptronOptions::Answer::Pocket && of(j, PocketMistakes) < 0) keepBest(samples, theta, j);
    const Index mistakes = sumMistakes(samples, theta, batch, j);
    if (mistakes > 0) {
      at(AllMistakes) += Scalar(mistakes);
      at(EpochMistakes) += Scalar(mistakes);
      for (const Scalar c : change_) squares += double(c) * double(c);
    }
    if (mistakes > 0 || penalised()) {
      move(samples, theta, j, Scalar(rate));
      if (options_.answer == PerceptronOptions::Answer::Pocket) keepBest(samples, theta, j);
    }
  }
  if (options_.answer == PerceptronOptions::Answer::Average) {
    const std::span<Scalar> sum = section(Answering);
    std::transform(sum.begin(), sum.end(), theta.begin(), sum.begin(), std::plus<>());
    at(Averaged) += 1;
  }
  if (batch.end == samples.count) endEpoch(samples);
  return {softCost_, std::sqrt(squares)};
}

template <typename Scalar>
Stretch PerceptronLearner<Scalar>::walk(Objective<Scalar>& objective, std::span<Scalar> theta, SampleRange range,
                                        Index batch, double rate) {
  const bool eachCounts = penalised() || options_.answer == PerceptronOptions::Answer::Average;
  if (batch != 1 || eachCounts) return Learner<Scalar>::walk(objective, theta, range, batch, rate);
  const LinearSamples<Scalar> samples = objective.linearSamples();
  Stretch stretch;
  while (range.begin < range.end) {
    const bool last = range.begin + 1 == samples.count;
    const Index next = stretch.steps == 0 || last
                           ? range.begin
                           : nextMistake(samples, theta, {range.begin, std::min(range.end, samples.count - 1)});
    stretch.steps += next - range.begin;
    if (next > range.begin) stretch.last = {};
    range.begin = next;
    if (next == range.end) break;
    stretch.last = step(objective, theta, {next, next + 1}, rate);
    ++stretch.steps;
    ++range.begin;
    if (!this->goesOnFrom(stretch.last, theta)) break;
  }
  return stretch;
}

/// @return  the first sample that an output which learns has wrong, or the range's end
template <typename Scalar>
Index PerceptronLearner<Scalar>::nextMistake(const LinearSamples<Scalar>& samples, std::span<const Scalar> theta,
                                             SampleRange range) {
  Index next = range.end;
  for (Index j = 0; j < samples.outputs; ++j) {
    if (of(j, Stopped) != 0) continue;
    const Scalar* weights = theta.data() + j * samples.inputs;
    const Scalar bias = theta[std::size_t(samples.outputs * samples.inputs + j)];
    const Scalar* targets = samples.targets + j * samples.count;
    Index i = range.begin;
    while (i < next && factor(options_.convention, score(samples, weights, bias, i), targets[i]) == 0) ++i;
    next = i;
  }
  return next;
}

template <typename Scalar>
Index PerceptronLearner<Scalar>::sumMistakes(const LinearSamples<Scalar>& samples, std::span<const Scalar> theta,
                                             SampleRange batch, Index j) {
  const Scalar* weights = theta.data() + j * samples.inputs;
  const Scalar bias = theta[std::size_t(samples.outputs * samples.inputs + j)];
  const bool watching = watchesForCycle();
  Index mistakes = 0;
  double cost = 0;
  for (Index i = batch.begin; i < batch.end; ++i) {
    const Scalar y = samples.targets[j * samples.count + i];
    const Scalar z = score(samples, weights, bias, i), f = factor(options_.convention, z, y);
    if (f == 0) continue;
    if (watching) walked(samples, f, i, j);
    if (mistakes++ == 0) std::fill(change_.begin(), change_.end(), Scalar(0));
    for (Index k = 0; k < samples.inputs; ++k) {
      change_[std::size_t(k)] += f * samples.features[k * samples.count + i];
    }
    change_.back() += f;
    cost -= double(y * z);  // ≥ 0: it is a mistake
  }
  if (mistakes == 0 && penalised()) std::fill(change_.begin(), change_.end(), Scalar(0));
  softCost_ += cost;
  of(j, EpochCost) += Scalar(cost);
  return mistakes;
}

/// Penalty λ₂, the sum of the mistakes, penalty λ₁, in scikit-learn's order.
template <typename Scalar>
void PerceptronLearner<Scalar>::move(const LinearSamples<Scalar>& samples, std::span<Scalar> theta, Index j,
                                     Scalar rate) {
  const std::span<Scalar> weights = theta.subspan(std::size_t(j * samples.inputs), std::size_t(samples.inputs));
  const Scalar kept = std::max(Scalar(0), Scalar(1) - rate * Scalar(options_.penalty.l2));
  for (std::size_t k = 0; k < weights.size(); ++k) {
    if (kept != 1) weights[k] *= kept;
    weights[k] += rate * change_[k];
  }
  theta[std::size_t(samples.outputs * samples.inputs + j)] += rate * change_.back();
  if (options_.penalty.l1 > 0) {
    payPenalty(weights, section(PenaltyPaid).subspan(std::size_t(j * samples.inputs), weights.size()));
  }
}

/// Draws each weight towards zero by what it still owes of Σ η λ₁, and no further than zero.
template <typename Scalar>
void PerceptronLearner<Scalar>::payPenalty(std::span<Scalar> weights, std::span<Scalar> paid) {
  for (std::size_t k = 0; k < weights.size(); ++k) {
    const Scalar before = weights[k];
    if (before > 0) weights[k] = std::max(Scalar(0), before - (at(PenaltyDue) + paid[k]));
    if (before < 0) weights[k] = std::min(Scalar(0), before + (at(PenaltyDue) - paid[k]));
    paid[k] += weights[k] - before;
  }
}

/// Puts the weights of an output into its pocket where they make fewer mistakes on all samples than what is in it.
template <typename Scalar>
void PerceptronLearner<Scalar>::keepBest(const LinearSamples<Scalar>& samples, std::span<const Scalar> theta, Index j) {
  const Index weights = j * samples.inputs, bias = samples.outputs * samples.inputs + j;
  Index mistakes = 0;
  for (Index i = 0; i < samples.count; ++i) {
    const Scalar z = score(samples, theta.data() + weights, theta[std::size_t(bias)], i);
    mistakes += factor(options_.convention, z, samples.targets[j * samples.count + i]) != 0;
  }
  if (of(j, PocketMistakes) >= 0 && Scalar(mistakes) >= of(j, PocketMistakes)) return;
  of(j, PocketMistakes) = Scalar(mistakes);
  const std::span<Scalar> pocket = section(Answering);
  std::copy_n(theta.begin() + weights, samples.inputs, pocket.begin() + weights);
  pocket[std::size_t(bias)] = theta[std::size_t(bias)];
}

template <typename Scalar>
void PerceptronLearner<Scalar>::endEpoch(const LinearSamples<Scalar>& samples) {
  for (Index j = 0; j < samples.outputs; ++j) endEpochOf(j, samples.count);
  if (watchesForCycle()) lookForCycle();
}

template <typename Scalar>
void PerceptronLearner<Scalar>::endEpochOf(Index j, Index samples) {
  const Scalar cost = of(j, EpochCost);
  if (options_.tolerance < 0 || of(j, Stopped) != 0 || at(Whole) == 0) return;
  const bool better = !(double(cost) > double(of(j, BestCost)) - options_.tolerance * double(samples));
  of(j, Waited) = better ? 0 : of(j, Waited) + 1;
  of(j, BestCost) = std::min(of(j, BestCost), cost);
  if (double(of(j, Waited)) >= options_.patience) of(j, Stopped) = 1;
}

template <typename Scalar>
void PerceptronLearner<Scalar>::walked(const LinearSamples<Scalar>& samples, Scalar factor, Index sample, Index j) {
  const std::span<Scalar> high = section(WayHigh), low = section(WayLow);
  for (Index k = 0; k <= samples.inputs; ++k) {
    const bool bias = k == samples.inputs;
    const std::size_t at = std::size_t(bias ? samples.outputs * samples.inputs + j : j * samples.inputs + k);
    addExactly(high[at], low[at], bias ? factor : factor * samples.features[k * samples.count + sample]);
  }
}

/// Brent's way: the mark is set anew after 1, 2, 4, 8 … epochs, so that it lies within the cycle at last.
template <typename Scalar>
void PerceptronLearner<Scalar>::lookForCycle() {
  const std::span<Scalar> way = std::span(state_).subspan(std::size_t(slots + n_ * outputSlots), std::size_t(2 * n_));
  at(SinceMark) += 1;
  const bool back = std::all_of(way.begin(), way.end(), [](Scalar sum) { return sum == 0; });
  if (at(MarkFor) > 0 && at(EpochMistakes) > 0 && back) {
    at(Period) = at(SinceMark);
  } else if (at(MarkFor) == 0 || at(SinceMark) >= at(MarkFor)) {
    std::fill(way.begin(), way.end(), Scalar(0));
    at(MarkFor) = std::max(Scalar(1), 2 * at(MarkFor));
    at(SinceMark) = 0;
  }
}

template <typename Scalar>
Standing PerceptronLearner<Scalar>::standing() {
  Index stopped = 0;
  for (Index j = 0; j < outputs_; ++j) stopped += of(j, Stopped) != 0;
  if (stopped > 0) return stopped == outputs_ ? Standing::Tolerance : Standing::GoesOn;
  if (at(Whole) != 0 && at(EpochMistakes) == 0 && !penalised()) return Standing::NoMistakes;
  return at(Period) > 0 ? Standing::Cycle : Standing::GoesOn;
}

template <typename Scalar>
std::span<const Scalar> PerceptronLearner<Scalar>::answer(std::span<const Scalar> theta) {
  const std::span<Scalar> own = section(Answering);
  if (options_.answer == PerceptronOptions::Answer::Pocket && of(0, PocketMistakes) >= 0) return own;
  if (options_.answer != PerceptronOptions::Answer::Average || at(Averaged) == 0) return theta;
  average_.resize(own.size());
  std::transform(own.begin(), own.end(), average_.begin(), [this](Scalar sum) { return sum / at(Averaged); });
  return average_;
}

template <typename Scalar>
PerceptronCounts PerceptronLearner<Scalar>::counts() const {
  const auto slot = [this](Slot which) { return double(state_[std::size_t(which)]); };
  PerceptronCounts counts{slot(AllMistakes), slot(EpochMistakes), slot(Period), {}};
  for (Index j = 0; j < outputs_; ++j) {
    counts.stopped.push_back(double(state_[std::size_t(slots + j * outputSlots + Stopped)]));
  }
  return counts;
}

template class PerceptronLearner<float>;
template class PerceptronLearner<double>;

}  // namespace backprop
