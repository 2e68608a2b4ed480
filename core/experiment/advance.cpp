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
      break;
    }
    made += stepOn(steps - made);
    if (!stop_) heedConditions();
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
  const Index end = steps == 1 ? cursor_.position + batch : std::min<Index>(n, cursor_.position + Index(steps) * batch);
  const Stretch stretch = run_->walk({cursor_.position, end}, batch, rate());
  lastStep_ = stretch.last;
  cursor_.step += stretch.steps;
  cursor_.position = std::min<Index>(n, cursor_.position + Index(stretch.steps) * batch);
  if (cursor_.position == n) {
    cursor_.position = 0;
    ++cursor_.epoch;
    if (setting_->spec().learner.shuffle) beginEpoch();
  }
  evaluated_.reset();
  furthest_ = std::max(furthest_, cursor_.step);
  notice(*lastStep_);
  if (stop_) return stretch.steps;
  if (history_.wants(cursor_.step)) record();
  if (applied_ < journal_.size() && journal_[applied_].step <= cursor_.step) applyLinesHere();
  return stretch.steps;
}

void Experiment::notice(const StepReport& report) {
  using Quantity = Stop::Quantity;
  if (!std::isfinite(report.cost)) {
    stop_ = Stop{Stop::Kind::NotFinite, cursor_.step, Quantity::Cost};
  } else if (!std::isfinite(report.gradientNorm)) {
    stop_ = Stop{Stop::Kind::NotFinite, cursor_.step, Quantity::Gradient};
  } else if (const Index parameter = run_->firstNotFinite(); parameter >= 0) {
    stop_ = Stop{Stop::Kind::NotFinite, cursor_.step, Quantity::Parameter, parameter};
  }
}

double Experiment::epoch() const {
  const double n = static_cast<double>(setting_->training.rows.size());
  return static_cast<double>(cursor_.epoch) + (n > 0 ? static_cast<double>(cursor_.position) / n : 0);
}

double Experiment::rate() const {
  const LearnerSpec& learner = setting_->spec().learner;
  if (learner.schedule == Schedule::Kind::Constant) return learner.rate;
  return Schedule{learner.schedule, learner.scheduleFactor, learner.scheduleEpochs}.rate(learner.rate, epoch());
}

}  // namespace backprop
