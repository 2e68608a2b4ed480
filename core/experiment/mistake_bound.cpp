#include "experiment/mistake_bound.hpp"

#include <algorithm>
#include <string_view>

namespace backprop {
namespace {

/// What a field hinders that was set on the way; nothing for one that neither moves the weights nor chooses what they
/// learn from.
std::optional<BoundHindrance> hindranceBy(std::string_view field) {
  static constexpr std::string_view harmless[] = {"learner.answer",  "learner.tolerance", "learner.patience",
                                                  "learner.shuffle", "learner.seed",      "cost.error"};
  const auto begins = [field](std::string_view start) { return field.substr(0, start.size()) == start; };
  if (begins("stop.") || std::find(std::begin(harmless), std::end(harmless), field) != std::end(harmless)) return {};
  if (field == "learner.rule") return BoundHindrance::Start;
  if (begins("cost.l")) return BoundHindrance::Penalty;
  if (field == "learner.batch") return BoundHindrance::Batch;
  if (field == "learner.rate" || begins("learner.schedule") || field == "learner.convention") {
    return BoundHindrance::Rate;
  }
  return field == "data.testFraction" ? BoundHindrance::Points : BoundHindrance::Settings;
}

std::optional<BoundHindrance> hindranceBy(const JournalLine& line) {
  if (std::holds_alternative<SetParameter>(line.change)) return BoundHindrance::ByHand;
  if (line.step == 0) return {};
  const SetField* set = std::get_if<SetField>(&line.change);
  return set ? hindranceBy(set->field) : BoundHindrance::Points;
}

}  // namespace

std::optional<BoundHindrance> boundHindrance(const Experiment& experiment) {
  const Spec& spec = experiment.setting().spec();
  const LearnerSpec& learner = spec.learner;
  std::optional<BoundHindrance> first;
  const auto meet = [&first](bool met, BoundHindrance hindrance) {
    if (met && (!first || hindrance < *first)) first = hindrance;
  };
  meet(learner.rule != LearnerSpec::Rule::Perceptron, BoundHindrance::Rule);
  meet(spec.model.initialization != Initialization::Zeros, BoundHindrance::Start);
  meet(spec.cost.l1 > 0 || spec.cost.l2 > 0, BoundHindrance::Penalty);
  meet(learner.batch != 1, BoundHindrance::Batch);
  meet(learner.schedule != Schedule::Kind::Constant, BoundHindrance::Rate);
  for (const JournalLine& line : experiment.document().journal) {
    if (line.step > experiment.cursor().step) break;
    const std::optional<BoundHindrance> hindrance = hindranceBy(line);
    meet(hindrance.has_value(), hindrance.value_or(BoundHindrance::Settings));
  }
  return first;
}

}  // namespace backprop
