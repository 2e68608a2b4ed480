#include "experiment/reading.hpp"

#include <algorithm>
#include <cmath>

namespace backprop {

Error wrongType(const std::string& field, const Tree& tree, const char* wanted) {
  return {tree.isNull() ? "missing" : "wrongType", field, tree.shown(), wanted};
}

Outcome<double> readNumber(const Tree& tree, const std::string& field, const Interval& interval) {
  const double* number = tree.number();
  if (!number) return wrongType(field, tree, "number");
  if (!std::isfinite(*number)) return Error{"notANumber", field, tree.shown(), interval.shown()};
  if (!interval.contains(*number)) return Error{"outOfRange", field, tree.shown(), interval.shown()};
  return *number;
}

Outcome<double> readInteger(const Tree& tree, const std::string& field, const Interval& interval) {
  Outcome<double> number = readNumber(tree, field, interval);
  if (number && *tree.number() != std::floor(*tree.number())) {
    return Error{"notAnInteger", field, tree.shown(), interval.shown()};
  }
  return number;
}

Outcome<int> readChoice(const Tree& tree, const std::string& field, Choices choices) {
  if (!tree.text()) return wrongType(field, tree, "text");
  if (const std::optional<int> value = valueIn(choices, *tree.text())) return *value;
  return Error{"unknown", field, tree.shown(), joined(namesOf(choices))};
}

Outcome<Tree::List> readItems(const Tree& tree, const std::string& field, const Interval& length) {
  if (!tree.list() && !tree.numbers()) return wrongType(field, tree, "list");
  Tree::List items = tree.items();
  if (length.contains(static_cast<double>(items.size()))) return items;
  return Error{"wrongLength", field, std::to_string(items.size()), length.shown()};
}

std::optional<Error> refuseOthers(const Tree& object, const std::string& path,
                                  const std::vector<std::string>& allowed) {
  for (const Tree::Member& member : *object.members()) {
    if (std::find(allowed.begin(), allowed.end(), member.first) != allowed.end()) continue;
    const std::string field = path.empty() ? member.first : path + "." + member.first;
    return Error{"unexpected", Tree(field).shown(), member.second.shown(), joined(allowed)};
  }
  return std::nullopt;
}

}  // namespace backprop
