/// What an experiment does at every step: apart from the rest, which is compiled for size.

#include <algorithm>
#include <cmath>

#include "experiment/experiment.hpp"
#include "training/epoch_order.hpp"

namespace backprop {

Step Experiment::advance(Step steps) {
  Step made = 0;
  if (stop_ && stop_->kind == Stop::Kind::NotFinite) return 0;
  stop_.reset();
  while (made < steps && !stop_) {
    if (setting_->training.rows.empty()) {
      stop_ = Stop{Stop::Kind::NoPatterns, cursor_.step};
    } else {
      made += stepOn(steps - made);
      if (!stop_) heedConditions();
    }
  }
  return made;
}

SampleRange Experiment::nextBatch() const {
  return batchAt(cursor_.position, setting_->spec().learner.patternsPerStep(),
                 static_cast<Index>(setting_->training.rows.size()));
}

/// Steps until something else is due: a new epoch, a checkpoint, a line of the journal, another rate.
Step Experiment::stepsOfOneKind() const {
  if (setting_->spec().learner.schedule != Schedule::Kind::Constant) return 1;
  Step steps = std::min<Step>(stepsToEpochEnd(), history_.stepsToNext(cursor_.step));
  if (applied_ < journal_.size()) steps = std::min(steps, journal_[applied_].step - cursor_.step);
  return std::max<Step>(1, steps);
}

Step Experiment::stepOn(Step atMost) {
  const Index n = static_cast<Index>(setting_->training.rows.size());
  const Index batch = nextBatch().size();
  const Step steps = std::min(atMost, stepsOfOneKind());
  const auto after = [&](Step made) { return std::min<Index>(n, cursor_.position + Index(made) * batch); };
  const auto [walked, report] = run_->walk({cursor_.position, after(steps)}, batch, rate());
  if (!isFinite(report)) {
    const Step made = walked - 1;
    takeBack(cursor_.step + made);
    const auto quantity = std::isfinite(report.cost) ? Stop::Quantity::Gradient : Stop::Quantity::Cost;
    stop_ = Stop{Stop::Kind::NotFinite, cursor_.step, quantity};
    return made;
  }
  lastStep_ = report;
  cursor_.position = after(walked);
  cursor_.step += walked;
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
  if (!stop_ && report.cost > (single ? nearlyInfinite<float> : nearlyInfinite<double>)) noticeCost();
  return walked;
}

void Experiment::takeBack(Step step) {
  const std::optional<StepReport> last = lastStep_;
  restore(history_.before(step), false);
  while (cursor_.step < step) stepOn(step - cursor_.step);
  if (!lastStep_) lastStep_ = last;
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
