#pragma once
/// What can be done to an experiment while it exists, and the journal of what was done.

#include <string>
#include <variant>
#include <vector>

#include "experiment/spec.hpp"
#include "foundation/outcome.hpp"
#include "foundation/tree.hpp"

namespace backprop {

/// A field of the spec gets another value.
struct SetField {
  std::string field;  ///< "learner.rate"
  Tree value;
  bool operator==(const SetField&) const = default;
};

/// θ[index] gets another value.
struct SetParameter {
  Index index;
  double value;
  bool operator==(const SetParameter&) const = default;
};

/// The rest are data/edit.hpp's, with its arguments.
struct AddPoints {
  std::vector<double> values;  ///< row after row
  std::vector<double> targets;
  bool operator==(const AddPoints&) const = default;
};
struct RemovePoints {
  std::vector<Index> rows;
  bool operator==(const RemovePoints&) const = default;
};
struct MovePoints {
  std::vector<Index> rows;
  std::vector<double> values;  ///< row after row
  bool operator==(const MovePoints&) const = default;
};
struct Retarget {
  std::vector<Index> rows;
  double target;
  bool operator==(const Retarget&) const = default;
};

using Change = std::variant<SetField, SetParameter, AddPoints, RemovePoints, MovePoints, Retarget>;

/// A change, made when the run stood at `step`, before that step's update.
struct JournalLine {
  Step step;
  Change change;
  bool operator==(const JournalLine&) const = default;
};

/// Ordered by step; lines of one step in the order they were made. These act as one: only what they come to counts.
using Journal = std::vector<JournalLine>;

/// Appends a line. Where it only continues the last one (the same slider, the same brush stroke, at the
/// same step) the two become one.
void append(Journal&, JournalLine);

Outcome<Change> readChange(const Tree&);
Tree writeChange(const Change&);

/// @return  an error's field begins with "journal[3]"
Outcome<Journal> readJournal(const Tree&);
Tree writeJournal(const Journal&);

/// Of what a link may hold, each line can cost as much as a new split of all points: so many take seconds.
inline constexpr Index maxJournalLines = 10'000;
inline constexpr double maxSteps = 1e12;  ///< of a run, of a document's cursor

}  // namespace backprop
