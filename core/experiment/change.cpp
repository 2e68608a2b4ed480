#include "experiment/change.hpp"

#include "experiment/reading.hpp"
#include "foundation/excerpt.hpp"

namespace backprop {

namespace {

constexpr Interval tableRows{0, maxInputValues};
constexpr Interval tableNumbers{-maxMagnitude, maxMagnitude};

Change changeOf(Reader& read, const Tree& tree) {
  const std::string kind = read.text(tree["kind"], "kind");
  if (kind == "set") return SetField{read.text(tree["field"], "field"), tree["value"]};
  if (kind == "parameter") {
    const double index = read.integer(tree["index"], "index", {0, 1e9});
    return SetParameter{static_cast<Index>(index), read.number(tree["value"], "value", tableNumbers)};
  }
  if (kind == "addPoints") {
    return AddPoints{read.numbers(tree["values"], "values"), read.numbers(tree["targets"], "targets")};
  }
  if (kind == "removePoints") return RemovePoints{read.indices(tree["rows"], "rows", tableRows)};
  if (kind == "movePoints") {
    return MovePoints{read.indices(tree["rows"], "rows", tableRows), read.numbers(tree["values"], "values")};
  }
  if (kind == "retarget") {
    return Retarget{read.indices(tree["rows"], "rows", tableRows), read.number(tree["target"], "target", tableNumbers)};
  }
  read.refuse(
      {"unknown", "kind", tree["kind"].shown(), "set, parameter, addPoints, removePoints, movePoints, retarget"});
  return {};
}

Tree::Numbers numbers(const std::vector<Index>& rows) { return {rows.begin(), rows.end()}; }

/// Makes `next` part of `last` if it only continues it.
bool merge(Change& last, const Change& next) {
  if (last.index() != next.index()) return false;
  if (AddPoints* points = std::get_if<AddPoints>(&last)) {
    const AddPoints& more = std::get<AddPoints>(next);
    points->values.insert(points->values.end(), more.values.begin(), more.values.end());
    points->targets.insert(points->targets.end(), more.targets.begin(), more.targets.end());
    return true;
  }
  const SetField* field = std::get_if<SetField>(&last);
  const SetParameter* parameter = std::get_if<SetParameter>(&last);
  const MovePoints* moved = std::get_if<MovePoints>(&last);
  const bool same = (field && field->field == std::get<SetField>(next).field) ||
                    (parameter && parameter->index == std::get<SetParameter>(next).index) ||
                    (moved && moved->rows == std::get<MovePoints>(next).rows);
  if (same) last = next;
  return same;
}

}  // namespace

void append(Journal& journal, JournalLine line) {
  if (!journal.empty() && journal.back().step == line.step && merge(journal.back().change, line.change)) return;
  journal.push_back(std::move(line));
}

Outcome<Change> readChange(const Tree& tree) {
  Reader read;
  if (!tree.members()) read.refuseType(tree, "change", "object");
  Change change = changeOf(read, tree);
  if (!read.ok()) return *read.error();
  return change;
}

Tree writeChange(const Change& change) {
  Tree tree;
  if (const auto* set = std::get_if<SetField>(&change)) {
    tree.add("kind", "set").add("field", set->field).add("value", set->value);
  } else if (const auto* parameter = std::get_if<SetParameter>(&change)) {
    tree.add("kind", "parameter").add("index", static_cast<double>(parameter->index)).add("value", parameter->value);
  } else if (const auto* points = std::get_if<AddPoints>(&change)) {
    tree.add("kind", "addPoints").add("values", points->values).add("targets", points->targets);
  } else if (const auto* removed = std::get_if<RemovePoints>(&change)) {
    tree.add("kind", "removePoints").add("rows", numbers(removed->rows));
  } else if (const auto* moved = std::get_if<MovePoints>(&change)) {
    tree.add("kind", "movePoints").add("rows", numbers(moved->rows)).add("values", moved->values);
  } else if (const auto* targets = std::get_if<Retarget>(&change)) {
    tree.add("kind", "retarget").add("rows", numbers(targets->rows)).add("target", targets->target);
  }
  return tree;
}

Outcome<Journal> readJournal(const Tree& tree) {
  Journal journal;
  if (tree.isNull()) return journal;
  Reader list;
  const Tree::List lines = list.items(tree, "journal", {0, maxJournalLines});
  if (!list.ok()) return *list.error();
  for (const Tree& line : lines) {
    Reader read(element("journal", static_cast<Index>(journal.size())) + ".");
    const double earliest = journal.empty() ? 0 : static_cast<double>(journal.back().step);
    const double step = read.integer(line["step"], "step", {earliest, maxSteps});
    if (!line["change"].members()) read.refuseType(line["change"], "change", "object");
    journal.push_back({static_cast<Step>(step), changeOf(read, line["change"])});
    if (!read.ok()) return *read.error();
  }
  return journal;
}

Tree writeJournal(const Journal& journal) {
  Tree::List lines;
  for (const JournalLine& line : journal) {
    Tree tree;
    tree.add("step", static_cast<double>(line.step)).add("change", writeChange(line.change));
    lines.push_back(std::move(tree));
  }
  return lines;
}

}  // namespace backprop
