#include "experiment/experiment.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "experiment/fields.hpp"
#include "training/epoch_order.hpp"

namespace backprop {

namespace {

bool sameArchitecture(const Architecture& a, const Architecture& b) {
  const auto same = [](const Layer& x, const Layer& y) {
    return x.inputs == y.inputs && x.neurons == y.neurons && x.activation == y.activation;
  };
  return std::equal(a.layers().begin(), a.layers().end(), b.layers().begin(), b.layers().end(), same);
}

/// Whether a change touches which patterns are learned from, or their order: the epoch then begins anew.
bool touchesPatterns(const Change& change) {
  if (std::holds_alternative<SetParameter>(change)) return false;
  const SetField* set = std::get_if<SetField>(&change);
  return !set || set->field == "data.testFraction" || set->field == "learner.shuffle" || set->field == "learner.seed";
}

bool touchesTable(const Change& change) {
  const SetField* set = std::get_if<SetField>(&change);
  return !std::holds_alternative<SetParameter>(change) && (!set || set->field == "data.testFraction");
}

/// Steps between checkpoints at first. Each costs a pass over all points: where these are many, it comes only when the
/// steps since the last one have looked at half as many.
Step firstStride(const Setting& setting) {
  constexpr Step few = 2000;
  const Step points = setting.table().rows(), batch = setting.spec().learner.patternsPerStep();
  Step stride = 1;
  while (points > few && batch > 0 && stride * batch < points / 2) stride *= 2;
  return stride;
}

std::size_t stateNumbers(const Run& run) { return run.parameters().size() + run.learnerState().size(); }

/// That a parameter to be set exists.
std::optional<Error> checkParameter(const Change& change, const Architecture& architecture) {
  const SetParameter* parameter = std::get_if<SetParameter>(&change);
  const Index count = architecture.parameterCount();
  if (!parameter || (parameter->index >= 0 && parameter->index < count)) return std::nullopt;
  return Error{"outOfRange", "index", std::to_string(parameter->index), "[0, " + std::to_string(count - 1) + "]"};
}

bool any(std::span<const JournalLine> lines, bool (*touches)(const Change&)) {
  return std::any_of(lines.begin(), lines.end(), [=](const JournalLine& line) { return touches(line.change); });
}

/// What follows from other conditions. As long as the points are those of before, so is most of it.
Outcome<Setting> settingAfter(const Setting& before, Conditions conditions, bool otherPoints) {
  if (otherPoints) return Setting::create(std::move(conditions));
  if (auto error = checkTogether(conditions)) return *error;
  Setting setting = before;
  setting.conditions = std::move(conditions);
  return setting;
}

std::optional<Stop> stopOf(Standing standing, Step step) {
  switch (standing) {
    case Standing::GoesOn: return std::nullopt;
    case Standing::NoMistakes: return Stop{Stop::Kind::NoMistakes, step};
    case Standing::Tolerance: return Stop{Stop::Kind::Tolerance, step};
    case Standing::Cycle: return Stop{Stop::Kind::Cycle, step};
    case Standing::Solved: return Stop{Stop::Kind::Solved, step};
    case Standing::Separated: return Stop{Stop::Kind::Separated, step};
    case Standing::OneClass: return Stop{Stop::Kind::OneClass, step};
  }
  return std::nullopt;
}

/// The spec that would begin where these conditions are now.
Spec begunAnew(const Conditions& conditions, bool pointsWereTouched) {
  Spec spec = conditions.spec;
  if (pointsWereTouched) {
    spec.data.table = std::make_shared<const Table>(conditions.table);
    spec.data.ownSplit = true;
  }
  return spec;
}

}  // namespace

Experiment::Experiment(Spec spec, Setting setting)
    : setting_(std::make_shared<const Setting>(std::move(setting))),
      run_(Run::create(setting_)),
      history_(stateNumbers(*run_), firstStride(*setting_)) {
  first_ = std::move(spec);
  beginEpoch();
  record();
}

Outcome<std::unique_ptr<Experiment>> Experiment::create(const Document& document) {
  Outcome<Setting> setting = Setting::create(Conditions::initial(document.spec));
  if (!setting) return setting.error();
  std::unique_ptr<Experiment> experiment(new Experiment(document.spec, std::move(setting).value()));
  if (!document.journal.empty()) {
    if (Outcome<Done> revised = experiment->revise(document.journal); !revised) return revised.error();
  }
  return experiment;
}

void Experiment::restart(Spec spec, Setting setting) {
  const Index revision = revision_, dataVersion = dataVersion_;
  *this = Experiment(std::move(spec), std::move(setting));
  revision_ = revision + 1;
  dataVersion_ = dataVersion + 1;
}

Outcome<Done> Experiment::change(const Change& change) {
  const bool touched = any({journal_.data(), applied_}, touchesTable);
  const SetField* set = std::get_if<SetField>(&change);
  const Field* field = set ? fieldAt(set->field) : nullptr;

  if (field && field->restarts) {
    const bool newPoints =
        set->field.starts_with("data.") && set->field != "data.inputs" && set->field != "data.standardize";
    Spec spec = begunAnew(setting_->conditions, touched && !newPoints);
    if (auto error = field->read(set->value, spec)) return *error;
    Outcome<Setting> setting = Setting::create(Conditions::initial(spec));
    if (!setting) return setting.error();
    restart(std::move(spec), std::move(setting).value());
    return Done{};
  }

  if (static_cast<Index>(applied_) >= maxJournalLines) {
    return Error{"tooLarge", "journal", std::to_string(applied_ + 1), std::to_string(maxJournalLines)};
  }
  Conditions conditions = setting_->conditions;
  if (auto error = conditions.apply(change)) return *error;
  if (auto error = checkParameter(change, setting_->architecture)) return *error;
  Outcome<Setting> setting = settingAfter(*setting_, std::move(conditions), touchesTable(change));
  if (!setting) return setting.error();
  if (!sameArchitecture(setting.value().architecture, setting_->architecture)) {
    Spec spec = begunAnew(setting.value().conditions, true);
    restart(std::move(spec), std::move(setting).value());
    return Done{};
  }

  const bool isFirstHere = applied_ == 0 || journal_[applied_ - 1].step < cursor_.step;
  if (isFirstHere) arrive();
  journal_.resize(applied_);
  append(journal_, {cursor_.step, change});
  applied_ = journal_.size();
  history_.cutAfter(cursor_.step);
  furthest_ = cursor_.step;
  const bool hadFailed = stop_ && stop_->kind == Stop::Kind::NotFinite;
  stop_.reset();
  settle(std::move(setting).value(), touchesTable(change));
  if (hadFailed && !stop_) noticeCost();
  return Done{};
}

void Experiment::enter(Setting setting, bool newSamples) {
  if (newSamples || setting.spec().cost != setting_->spec().cost) ++costVersion_;
  setting_ = std::make_shared<const Setting>(std::move(setting));
  run_->adopt(setting_, newSamples);
  ++revision_;
  evaluated_.reset();
}

void Experiment::arrive() {
  arrival_ = {cursor_, epoch(), run_->parameters(), run_->learnerState(), setting_->spec(), applied_};
}

void Experiment::settle(Setting setting, bool otherPoints) {
  const std::span<const JournalLine> lines(journal_.data() + arrival_.applied, applied_ - arrival_.applied);
  run_->restore(arrival_.spec, arrival_.theta, arrival_.learnerState);
  cursor_ = arrival_.cursor;
  enter(std::move(setting), any(lines, touchesTable));
  dataVersion_ += otherPoints;
  for (const JournalLine& line : lines) {
    if (const SetParameter* parameter = std::get_if<SetParameter>(&line.change)) {
      run_->setParameter(parameter->index, parameter->value);
    }
  }
  if (any(lines, touchesPatterns)) {
    cursor_.brokenOff = arrival_.epoch - static_cast<double>(cursor_.epoch);
    beginEpoch();
  }
  reassess();
  noticeParameters();
}

Outcome<Done> Experiment::revise(Journal journal) {
  // Every line is tried before anything is changed.
  Conditions conditions = Conditions::initial(first_);
  for (std::size_t i = 0; i < journal.size(); ++i) {
    const std::string path = "journal[" + std::to_string(i) + "].";
    auto error = conditions.apply(journal[i].change);
    if (!error) error = checkTogether(conditions);
    if (!error) error = checkParameter(journal[i].change, setting_->architecture);
    if (error) {
      error->field = path + error->field;
      return *error;
    }
  }
  Outcome<Setting> last = Setting::create(conditions);
  if (!last) return last.error();
  if (!sameArchitecture(last.value().architecture, setting_->architecture)) {
    return Error{"incompatible", "journal", "points of another number of classes", "points for this network"};
  }

  const auto [mine, theirs] = std::mismatch(journal_.begin(), journal_.end(), journal.begin(), journal.end());
  Step common = std::numeric_limits<Step>::max();
  if (mine != journal_.end()) common = mine->step;
  if (theirs != journal.end()) common = std::min(common, theirs->step);
  const bool differ = common != std::numeric_limits<Step>::max();
  journal_ = std::move(journal);
  if (differ) {
    history_.cutAfter(common - 1);  // what is evaluated at `common` is what its lines came to
    furthest_ = std::min(furthest_, common);
  }
  if (differ) restore(history_.before(std::min(cursor_.step, common)), true);
  return Done{};
}

void Experiment::rebase() {
  Spec spec = begunAnew(setting_->conditions, any({journal_.data(), applied_}, touchesTable));
  Setting setting = *setting_;
  restart(std::move(spec), std::move(setting));
}

bool Experiment::seek(Step step, Step atMost) {
  const Checkpoint& nearest = history_.before(step);
  if (step < cursor_.step || nearest.cursor.step > cursor_.step) {
    restore(nearest, false);
  }
  if (step > cursor_.step && stop_ && stop_->kind != Stop::Kind::NotFinite) stop_.reset();
  const auto goesOn = [&] { return cursor_.step < step && !stop_ && !setting_->training.rows.empty(); };
  for (Step made = 0; made < atMost && goesOn();) made += stepOn(std::min(step - cursor_.step, atMost - made));
  return !goesOn();
}

std::vector<Index> Experiment::nextRows() const {
  std::vector<Index> rows;
  if (setting_->training.rows.empty()) return rows;
  const SampleRange batch = nextBatch();
  for (Index i = batch.begin; i < batch.end; ++i) {
    const Index sample = order_[static_cast<std::size_t>(i)];
    rows.push_back(setting_->training.rows[static_cast<std::size_t>(sample)]);
  }
  return rows;
}

std::vector<double> Experiment::preview() const {
  return setting_->training.rows.empty() ? run_->parameters() : run_->preview(nextBatch(), rate());
}

void Experiment::heedConditions() {
  if (cursor_.position != 0) return;
  const StopSpec& conditions = setting_->spec().stop;
  if (conditions.epochs && cursor_.epoch >= *conditions.epochs) {
    stop_ = Stop{Stop::Kind::Epochs, cursor_.step};
  } else if (conditions.cost && training().cost() <= *conditions.cost) {
    stop_ = Stop{Stop::Kind::Cost, cursor_.step};
  } else if (conditions.accuracy && setting_->table().kind == TargetKind::Classes &&
             static_cast<double>(training().right) >= *conditions.accuracy * static_cast<double>(training().count)) {
    stop_ = Stop{Stop::Kind::Accuracy, cursor_.step};
  } else {
    stop_ = stopOf(run_->standing(), cursor_.step);
  }
}

Index Experiment::stepsToEpochEnd() const {
  const Index left = static_cast<Index>(setting_->training.rows.size()) - cursor_.position;
  return left > 0 ? stepsPerEpoch(setting_->spec().learner.patternsPerStep(), left) : 1;
}

/// The present epoch from its first pattern, in its order.
void Experiment::beginEpoch() {
  const LearnerSpec& learner = setting_->spec().learner;
  order_.resize(setting_->training.rows.size());
  if (learner.shuffle) {
    epochOrder(learner.seed, cursor_.epoch, order_);
  } else {
    std::iota(order_.begin(), order_.end(), 0);
  }
  cursor_.position = 0;
  run_->arrange(order_);
}

void Experiment::record() {
  const auto& [training, test] = evaluated();
  history_.record({cursor_,
                   run_->parameters(),
                   run_->learnerState(),
                   epoch(),
                   training,
                   test,
                   {costVersion_, training.learningCost}});
}

const std::pair<Evaluation, Evaluation>& Experiment::evaluated() const {
  if (!evaluated_) evaluated_.emplace(run_->evaluate(false), run_->evaluate(true));
  return *evaluated_;
}

bool Experiment::hasCost() const { return training().count == 0 || std::isfinite(training().learningCost); }

void Experiment::reassess() {
  if (history_.last() == cursor_.step) history_.reassess(training(), test());
}

double Experiment::costOf(const Checkpoint& checkpoint) const {
  if (!knowsCostOf(checkpoint)) checkpoint.known = {costVersion_, run_->cost(checkpoint.theta)};
  return checkpoint.known.cost;
}

/// What was in force when the checkpoint at that step was taken.
Outcome<Setting> Experiment::settingBefore(Step step) const {
  Conditions conditions = Conditions::initial(first_);
  for (const JournalLine& line : journal_) {
    if (line.step >= step) break;
    conditions.apply(line.change);
  }
  return Setting::create(std::move(conditions));
}

/// Back to a checkpoint, and to what the journal says there.
/// @param newJournal  whether the conditions may differ even where no line lies between
void Experiment::restore(const Checkpoint& checkpoint, bool newJournal) {
  const Cursor cursor = checkpoint.cursor;
  const auto ahead =
      std::find_if(journal_.begin(), journal_.end(), [&](const JournalLine& line) { return line.step >= cursor.step; });
  const std::size_t applied = static_cast<std::size_t>(ahead - journal_.begin());
  if (newJournal || applied != applied_) {
    const auto [first, last] = std::minmax(applied, applied_);
    const bool newSamples = newJournal || any({journal_.data() + first, last - first}, touchesTable);
    enter(settingBefore(cursor.step).value(), newSamples);
    dataVersion_ += newSamples;
  }
  applied_ = applied;
  run_->restore(setting_->spec(), checkpoint.theta, checkpoint.learnerState);
  cursor_ = cursor;
  beginEpoch();
  cursor_.position = cursor.position;
  stop_.reset();
  lastStep_.reset();
  evaluated_.reset();
  applyLinesHere();
  if (newJournal) reassess();
}

void Experiment::applyLinesHere() {
  const auto isHere = [this] { return applied_ < journal_.size() && journal_[applied_].step <= cursor_.step; };
  if (!isHere()) return;
  arrive();
  Conditions conditions = setting_->conditions;
  bool otherPoints = false;
  for (; isHere(); ++applied_) {
    const Change& change = journal_[applied_].change;
    conditions.apply(change);
    otherPoints = otherPoints || touchesTable(change);
  }
  settle(settingAfter(*setting_, std::move(conditions), otherPoints).value(), otherPoints);
}

Document Experiment::document() const { return {first_, journal_, cursor_.step}; }

}  // namespace backprop
