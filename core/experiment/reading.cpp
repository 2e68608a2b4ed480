#include "experiment/reading.hpp"

#include <cmath>
#include <limits>

#include "foundation/excerpt.hpp"

namespace backprop {

namespace {

constexpr std::string_view separator = ", ";

/// Whether a list like "neurons, activation" has that name.
bool isListed(std::string_view list, std::string_view name) {
  while (true) {
    const std::size_t end = list.find(separator);
    if (list.substr(0, end) == name) return true;
    if (end == std::string_view::npos) return false;
    list.remove_prefix(end + separator.size());
  }
}

}  // namespace

void Reader::refuse(Error error) {
  if (error_) return;
  error.field = within_ + error.field;
  error_ = std::move(error);
}

void Reader::refuseType(const Tree& tree, const char* field, const char* wanted) {
  refuse({tree.isNull() ? "missing" : "wrongType", field, tree.shown(), wanted});
}

double Reader::number(const Tree& tree, const char* field, const Interval& interval) {
  const double* number = tree.number();
  if (!number) {
    refuseType(tree, field, "number");
  } else if (!std::isfinite(*number) || !interval.contains(*number)) {
    refuse({std::isfinite(*number) ? "outOfRange" : "notANumber", field, tree.shown(), interval.shown()});
  }
  return ok() ? *number : 0;
}

double Reader::integer(const Tree& tree, const char* field, const Interval& interval) {
  const double value = number(tree, field, interval);
  if (value != std::floor(value)) refuse({"notAnInteger", field, tree.shown(), interval.shown()});
  return ok() ? value : 0;
}

bool Reader::boolean(const Tree& tree, const char* field) {
  if (!tree.boolean()) refuseType(tree, field, "boolean");
  return ok() && *tree.boolean();
}

std::string Reader::text(const Tree& tree, const char* field) {
  if (!tree.text()) refuseType(tree, field, "text");
  return ok() ? *tree.text() : "";
}

int Reader::choice(const Tree& tree, const char* field, Choices choices) {
  const std::optional<int> value = valueIn(choices, text(tree, field));
  if (!value) refuse({"unknown", field, tree.shown(), joined(namesOf(choices))});
  return value.value_or(0);
}

Tree::List Reader::items(const Tree& tree, const char* field, const Interval& length) {
  Tree::List items = tree.items();
  if (!tree.list() && !tree.numbers()) {
    refuseType(tree, field, "list");
  } else if (!length.contains(static_cast<double>(items.size()))) {
    refuse({"wrongLength", field, std::to_string(items.size()), length.shown()});
  }
  if (!ok()) items.clear();
  return items;
}

std::vector<std::string> Reader::texts(const Tree& tree, const char* field, const Interval& length) {
  std::vector<std::string> texts;
  for (const Tree& item : items(tree, field, length)) {
    texts.push_back(text(item, element(field, static_cast<Index>(texts.size())).c_str()));
  }
  return texts;
}

std::vector<double> Reader::numbers(const Tree& tree, const char* field) {
  if (tree.numbers()) return *tree.numbers();
  std::vector<double> numbers;
  for (const Tree& item : items(tree, field, {0, std::numeric_limits<double>::infinity()})) {
    if (!item.number()) refuseType(item, element(field, static_cast<Index>(numbers.size())).c_str(), "number");
    numbers.push_back(ok() ? *item.number() : 0);
  }
  return numbers;
}

std::vector<Index> Reader::indices(const Tree& tree, const char* field, const Interval& each) {
  std::vector<Index> indices;
  for (const double number : numbers(tree, field)) {
    const std::string place = element(field, static_cast<Index>(indices.size()));
    indices.push_back(static_cast<Index>(integer(number, place.c_str(), each)));
  }
  return indices;
}

std::pair<double, double> Reader::range(const Tree& tree, const char* field) {
  const std::vector<double> ends = numbers(tree, field);
  if (ends.size() != 2) refuse({"wrongLength", field, std::to_string(ends.size()), "2"});
  for (const double end : ends) number(end, field, {-10 * maxMagnitude, 10 * maxMagnitude});
  if (!ok()) return {};
  return {ends[0], ends[1]};
}

void Reader::object(const Tree& tree, const char* field, const char* allowed) {
  if (!tree.members()) return refuseType(tree, field, "object");
  for (const Tree::Member& member : *tree.members()) {
    if (isListed(allowed, member.first)) continue;
    const std::string name = *field ? std::string(field) + "." + member.first : member.first;
    refuse({"unexpected", excerpt(name), member.second.shown(), allowed});
  }
}

}  // namespace backprop
