#include "experiment/change.hpp"

#include "experiment/reading.hpp"

namespace backprop {

namespace {

Outcome<std::vector<double>> readNumbers(const Tree& tree, const std::string& field) {
  if (tree.numbers()) return *tree.numbers();
  if (tree.list() && tree.list()->empty()) return std::vector<double>{};
  return wrongType(field, tree, "list");
}

Outcome<std::vector<Index>> readRows(const Tree& tree) {
  Outcome<std::vector<double>> numbers = readNumbers(tree, "rows");
  if (!numbers) return numbers.error();
  std::vector<Index> rows;
  for (std::size_t i = 0; i < numbers.value().size(); ++i) {
    Outcome<double> row =
        readInteger(numbers.value()[i], "rows[" + std::to_string(i) + "]", {0, static_cast<double>(maxInputValues)});
    if (!row) return row.error();
    rows.push_back(static_cast<Index>(row.value()));
  }
  return rows;
}

Outcome<Change> readSetField(const Tree& tree) {
  const std::string* path = tree["field"].text();
  if (!path) return wrongType("field", tree["field"], "text");
  return Change(SetField{*path, tree["value"]});
}

Outcome<Change> readSetParameter(const Tree& tree) {
  Outcome<double> index = readInteger(tree["index"], "index", {0, 1e9});
  if (!index) return index.error();
  Outcome<double> value = readNumber(tree["value"], "value", {-maxMagnitude, maxMagnitude});
  if (!value) return value.error();
  return Change(SetParameter{static_cast<Index>(index.value()), value.value()});
}

Outcome<Change> readAddPoints(const Tree& tree) {
  Outcome<std::vector<double>> values = readNumbers(tree["values"], "values");
  if (!values) return values.error();
  Outcome<std::vector<double>> targets = readNumbers(tree["targets"], "targets");
  if (!targets) return targets.error();
  return Change(AddPoints{std::move(values).value(), std::move(targets).value()});
}

Outcome<Change> readRemovePoints(const Tree& tree) {
  Outcome<std::vector<Index>> rows = readRows(tree["rows"]);
  if (!rows) return rows.error();
  return Change(RemovePoints{std::move(rows).value()});
}

Outcome<Change> readMovePoints(const Tree& tree) {
  Outcome<std::vector<Index>> rows = readRows(tree["rows"]);
  if (!rows) return rows.error();
  Outcome<std::vector<double>> values = readNumbers(tree["values"], "values");
  if (!values) return values.error();
  return Change(MovePoints{std::move(rows).value(), std::move(values).value()});
}

Outcome<Change> readRetarget(const Tree& tree) {
  Outcome<std::vector<Index>> rows = readRows(tree["rows"]);
  if (!rows) return rows.error();
  Outcome<double> target = readNumber(tree["target"], "target", {-maxMagnitude, maxMagnitude});
  if (!target) return target.error();
  return Change(Retarget{std::move(rows).value(), target.value()});
}

Tree::Numbers numbers(const std::vector<Index>& rows) { return {rows.begin(), rows.end()}; }

/// How each kind of change is written out.
struct Writer {
  Tree operator()(const SetField& c) const {
    return Tree::Members{{"kind", "set"}, {"field", c.field}, {"value", c.value}};
  }
  Tree operator()(const SetParameter& c) const {
    return Tree::Members{{"kind", "parameter"}, {"index", static_cast<double>(c.index)}, {"value", c.value}};
  }
  Tree operator()(const AddPoints& c) const {
    return Tree::Members{{"kind", "addPoints"}, {"values", c.values}, {"targets", c.targets}};
  }
  Tree operator()(const RemovePoints& c) const {
    return Tree::Members{{"kind", "removePoints"}, {"rows", numbers(c.rows)}};
  }
  Tree operator()(const MovePoints& c) const {
    return Tree::Members{{"kind", "movePoints"}, {"rows", numbers(c.rows)}, {"values", c.values}};
  }
  Tree operator()(const Retarget& c) const {
    return Tree::Members{{"kind", "retarget"}, {"rows", numbers(c.rows)}, {"target", c.target}};
  }
};

/// Makes `next` part of `last`, if it only continues it.
struct Continuation {
  bool operator()(SetField& last, const SetField& next) const {
    return last.field == next.field && replace(last, next);
  }
  bool operator()(SetParameter& last, const SetParameter& next) const {
    return last.index == next.index && replace(last, next);
  }
  bool operator()(MovePoints& last, const MovePoints& next) const {
    return last.rows == next.rows && replace(last, next);
  }
  bool operator()(AddPoints& last, const AddPoints& next) const {
    last.values.insert(last.values.end(), next.values.begin(), next.values.end());
    last.targets.insert(last.targets.end(), next.targets.begin(), next.targets.end());
    return true;
  }
  template <typename Last, typename Next>
  bool operator()(Last&, const Next&) const {
    return false;
  }

 private:
  template <typename C>
  static bool replace(C& last, const C& next) {
    last = next;
    return true;
  }
};

}  // namespace

void append(Journal& journal, JournalLine line) {
  if (!journal.empty() && journal.back().step == line.step &&
      std::visit(Continuation(), journal.back().change, line.change)) {
    return;
  }
  journal.push_back(std::move(line));
}

Outcome<Change> readChange(const Tree& tree) {
  if (!tree.members()) return wrongType("change", tree, "object");
  if (!tree["kind"].text()) return wrongType("kind", tree["kind"], "text");
  const std::string& kind = *tree["kind"].text();
  if (kind == "set") return readSetField(tree);
  if (kind == "parameter") return readSetParameter(tree);
  if (kind == "addPoints") return readAddPoints(tree);
  if (kind == "removePoints") return readRemovePoints(tree);
  if (kind == "movePoints") return readMovePoints(tree);
  if (kind == "retarget") return readRetarget(tree);
  return Error{"unknown", "kind", tree["kind"].shown(),
               "set, parameter, addPoints, removePoints, movePoints, retarget"};
}

Tree writeChange(const Change& change) { return std::visit(Writer(), change); }

Outcome<Journal> readJournal(const Tree& tree) {
  if (tree.isNull()) return Journal{};
  if (tree.numbers() || !tree.list()) return wrongType("journal", tree, "list");
  if (tree.list()->size() > static_cast<std::size_t>(maxJournalLines)) {
    return Error{"tooLarge", "journal", std::to_string(tree.list()->size()),
                 "[0, " + std::to_string(maxJournalLines) + "]"};
  }
  Journal journal;
  for (const Tree& item : *tree.list()) {
    const std::string path = "journal[" + std::to_string(journal.size()) + "].";
    const double earliest = journal.empty() ? 0 : static_cast<double>(journal.back().step);
    Outcome<double> step = readInteger(item["step"], path + "step", {earliest, maxSteps});
    if (!step) return step.error();
    Outcome<Change> change = readChange(item["change"]);
    if (!change) {
      Error error = change.error();
      error.field = path + error.field;
      return error;
    }
    journal.push_back({static_cast<Step>(step.value()), std::move(change).value()});
  }
  return journal;
}

Tree writeJournal(const Journal& journal) {
  Tree::List lines;
  for (const JournalLine& line : journal) {
    lines.push_back(Tree::Members{{"step", static_cast<double>(line.step)}, {"change", writeChange(line.change)}});
  }
  return lines;
}

}  // namespace backprop
