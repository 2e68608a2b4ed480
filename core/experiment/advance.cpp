/// What an experiment does at every step: apart from the rest, which is compiled for size.

#include <algorithm>
#include <cmath>

#include "experiment/experiment.hpp"
#include "training/epoch_order.hpp"

namespace backprop {

/// Where a batch costs more than these, roots of the largest numbers, other patterns may soon cost infinitely much:
/// then J over all of them is asked at every step.
constexpr double nearlyInfinite = 1e154, nearlyInfiniteSingle = 1e19;

Step Experiment::advance(Step steps) {
  Step made = 0;
  if (stop_ && stop_->kind == Stop::Kind::NotFinite) return 0;
  stop_.reset();
  while (made < steps && !stop_) {
    if (setting_->training.rows.empty()) {
      stop_ = Stop{Stop::Kind::NoPatterns, cursor_.step};
    } else if (stepOnce()) {
      ++made;
      if (!stop_) heedConditions();
    }
  }
  return made;
}

SampleRange Experiment::nextBatch() const {
  return batchAt(cursor_.position, setting_->spec().learner.patternsPerStep(),
                 static_cast<Index>(setting_->training.rows.size()));
}

bool Experiment::stepOnce() {
  const Index n = static_cast<Index>(setting_->training.rows.size());
  const SampleRange batch = nextBatch();
  const StepReport report = run_->step(batch, rate());
  const bool costIsFinite = std::isfinite(report.cost);
  if (!costIsFinite || !std::isfinite(report.gradientNorm)) {
    takeBack();
    const auto quantity = costIsFinite ? Stop::Quantity::Gradient : Stop::Quantity::Cost;
    stop_ = Stop{Stop::Kind::NotFinite, cursor_.step, quantity};
    return false;
  }
  lastStep_ = report;
  ++cursor_.step;
  cursor_.position = batch.end;
  if (cursor_.position == n) {
    cursor_.position = 0;
    ++cursor_.epoch;
    if (setting_->spec().learner.shuffle) beginEpoch();
  }
  evaluated_.reset();
  furthest_ = std::max(furthest_, cursor_.step);
  if (history_.wants(cursor_.step) && run_->firstNotFinite() < 0 && hasCost()) record();
  if (applied_ < journal_.size() && journal_[applied_].step <= cursor_.step) applyLinesHere();
  // After the lines: they may have repaired what is not finite.
  noticeParameters();
  const bool single = setting_->spec().model.precision == ModelSpec::Precision::Single;
  if (!stop_ && report.cost > (single ? nearlyInfiniteSingle : nearlyInfinite)) noticeCost();
  return true;
}

void Experiment::takeBack() {
  const Step here = cursor_.step;
  const std::optional<StepReport> last = lastStep_;
  restore(history_.before(here), false);
  while (cursor_.step < here) stepOnce();
  lastStep_ = last;
}

void Experiment::noticeCost() {
  if (!hasCost()) stop_ = Stop{Stop::Kind::NotFinite, cursor_.step, Stop::Quantity::Cost};
}

void Experiment::noticeParameters() {
  if (const Index parameter = run_->firstNotFinite(); parameter >= 0) {
    stop_ = Stop{Stop::Kind::NotFinite, cursor_.step, Stop::Quantity::Parameter, parameter};
  }
}

double Experiment::epoch() const {
  const double n = static_cast<double>(setting_->training.rows.size());
  return static_cast<double>(cursor_.epoch) + cursor_.brokenOff +
         (n > 0 ? static_cast<double>(cursor_.position) / n : 0);
}

double Experiment::rate() const {
  const LearnerSpec& learner = setting_->spec().learner;
  if (learner.schedule == Schedule::Kind::Constant) return learner.rate;
  return Schedule{learner.schedule, learner.scheduleFactor, learner.scheduleEpochs}.rate(learner.rate, epoch());
}

}  // namespace backprop
