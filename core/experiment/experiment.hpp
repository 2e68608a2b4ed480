#pragma once
/// One experiment: a spec, a journal of what was changed and when, and a run that follows both. The same
/// spec and journal give the same bits at every step, however one gets there.

#include <memory>
#include <optional>
#include <string>

#include "experiment/change.hpp"
#include "experiment/history.hpp"
#include "experiment/run.hpp"
#include "experiment/setting.hpp"
#include "foundation/outcome.hpp"
#include "foundation/tree.hpp"

namespace backprop {

/// Everything that replays an experiment.
struct Document {
  Spec spec;        ///< at step 0
  Journal journal;  ///< what was changed since
  Step step = 0;    ///< where the cursor stands
};

inline constexpr int documentVersion = 1;

/// @return  an error for anything that is not understood; what is left out has its default
Outcome<Document> readDocument(const Tree&);
Tree writeDocument(const Document&);

/// Why a run stopped by itself. NotFinite stands at the step where a number ceased to be finite, and one step back all
/// numbers are: either θ there is finite and J or ∇J is not, so that no step leads on; or a parameter itself is not.
struct Stop {
  enum class Kind {
    Cost,
    Accuracy,
    Epochs,
    NotFinite,
    NoPatterns,
    NoMistakes,  // and on: the learner's own Standing
    Tolerance,
    Cycle,
    Solved,
    Separated,
    OneClass,
  } kind;
  Step step;                                                                          ///< at which it stopped
  enum class Quantity { None, Cost, Gradient, Parameter } quantity = Quantity::None;  ///< of NotFinite: what was not
  Index parameter = -1;  ///< of Quantity::Parameter: the first, index into θ
};

class Experiment {
 public:
  /// Stands at step 0, or where the journal's lines for step 0 lead; use seek() for document.step.
  /// @return  what is wrong with the document as a whole: every line of the journal is tried
  static Outcome<std::unique_ptr<Experiment>> create(const Document&);

  /// Makes a change now. A field that restarts, or points that need another network (a new class), begin a
  /// new run at step 0 with an empty journal; anything else becomes a line of the journal, and lines after the
  /// present step are cut. On an error nothing has changed. A stop is over, but for NotFinite while θ or J is not.
  Outcome<Done> change(const Change&);

  /// Another journal for the same spec (undo). Keeps what both have in common, and stands at the last
  /// checkpoint of that; use seek() to go on.
  Outcome<Done> revise(Journal);

  /// Conditions and points of now become a new beginning, at step 0, with an empty journal.
  void rebase();

  /// Makes at most so many steps, applying journal lines as it passes them. Fewer where it stops; that a step cannot be
  /// made because J or ∇J is not finite shows only when it is to be made.
  /// @return  steps made
  Step advance(Step steps);

  /// One stretch of the way to a step: at first to the nearest checkpoint, then at most so many steps on.
  /// Stop conditions do not count on the way; a number that is not finite does.
  /// @return  whether it is there, or can go no further
  bool seek(Step step, Step atMost = std::numeric_limits<Step>::max());

  const Cursor& cursor() const { return cursor_; }
  /// Passes over the points, with fractions; never less than at an earlier step, also where the points have changed.
  double epoch() const;
  /// Steps to the end of the present epoch, at least 1.
  Index stepsToEpochEnd() const;
  /// The last step that has been reached with this journal.
  Step furthest() const { return furthest_; }
  const std::optional<Stop>& stop() const { return stop_; }
  /// The last step's batch: its cost and ‖∇‖ before the step; none at step 0 or right after a seek.
  const std::optional<StepReport>& lastStep() const { return lastStep_; }
  /// The learning rate in force.
  double rate() const;
  /// The patterns of the next step, as rows of the table.
  std::vector<Index> nextRows() const;
  /// θ after the next step, which is not made.
  std::vector<double> preview() const;

  const Setting& setting() const { return *setting_; }
  const History& history() const { return history_; }
  Document document() const;
  /// The model and its parameters, to be looked at. Calls use scratch memory, hence not const.
  Run& run() const { return *run_; }

  const Evaluation& training() const { return evaluated().first; }
  const Evaluation& test() const { return evaluated().second; }

  /// Counts changes of what stays as it is while it trains: spec, points, architecture, journal.
  Index revision() const { return revision_; }
  /// Counts changes of the points.
  Index dataVersion() const { return dataVersion_; }
  /// J(θ) of a checkpoint by the cost and on the points in force now. Computed once for each while these stay.
  double costOf(const Checkpoint&) const;
  bool knowsCostOf(const Checkpoint& checkpoint) const { return checkpoint.known.version == costVersion_; }

 private:
  Experiment(Spec, Setting);

  void restart(Spec, Setting);
  void enter(Setting, bool newSamples);
  /// Keeps the run as it is, before the first of the journal's lines at this step.
  void arrive();
  /// The journal's lines at this step, all that are applied, act as one on the run as it arrived. So a replay comes to
  /// the same as changes made one by one, and what is changed to and fro leaves no trace.
  /// @param otherPoints  whether the points differ from those of now
  void settle(Setting, bool otherPoints);
  void applyLinesHere();
  Outcome<Setting> settingBefore(Step step) const;
  void restore(const Checkpoint&, bool newJournal);
  SampleRange nextBatch() const;
  /// Makes steps, at most so many, until something else is due.  @return  how many; fewer than 1 only where it has
  /// stopped
  Step stepOn(Step atMost);
  Step stepsOfOneKind() const;
  /// Undoes an update that led nowhere. θ before is known at checkpoints alone: the way from the last one to `step` is
  /// gone again.
  void takeBack(Step step);
  /// Whether J over all patterns is a finite number, or there are none.
  bool hasCost() const;
  void noticeCost();
  void noticeParameters();
  void heedConditions();
  void record();
  /// Evaluates anew where a checkpoint has just been taken.
  void reassess();
  void beginEpoch();
  const std::pair<Evaluation, Evaluation>& evaluated() const;

  Spec first_;                              ///< spec₀
  std::shared_ptr<const Setting> setting_;  ///< in force now
  Journal journal_;
  std::size_t applied_ = 0;  ///< lines of the journal that lie behind
  struct Arrival {
    Cursor cursor;
    double epoch = 0;
    std::vector<double> theta;
    std::vector<double> learnerState;
    Spec spec;
    std::size_t applied = 0;
  } arrival_;  ///< of the last step that has lines
  std::unique_ptr<Run> run_;
  History history_;
  Cursor cursor_;
  Step furthest_ = 0;
  std::optional<Stop> stop_;
  std::optional<StepReport> lastStep_;
  std::vector<Index> order_;  ///< of the patterns in the present epoch
  Index revision_ = 1;
  Index dataVersion_ = 1;
  Index costVersion_ = 1;  ///< of J: cost and points
  mutable std::optional<std::pair<Evaluation, Evaluation>> evaluated_;
};

}  // namespace backprop
