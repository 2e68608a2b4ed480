#include "data/csv_targets.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "foundation/excerpt.hpp"

namespace backprop {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

CsvTargets::CsvTargets(Index column, CsvOptions::Targets kind, Index mostNumeric)
    : column_(column), kind_(kind), mostNumeric_(mostNumeric) {}

Error CsvTargets::error(const char* code, const Place& place, std::string allowed) const {
  return {code, csvPlace(place.line, column_ + 1), excerpt(place.text), std::move(allowed)};
}

std::optional<Error> CsvTargets::add(const CsvField& field, std::optional<double> number, bool asText, Index line) {
  const auto note = [&](std::optional<Place>& first) {
    if (!first) first = Place{line, field.text};
  };
  if (field.text.empty() && !field.quoted) return error("missing", {line, ""}, "number, text");
  if (!number) note(firstNotANumber_);
  if (!number || asText) {
    note(firstText_);
  } else if (*number != std::floor(*number)) {
    fractions_ = true;
  }
  if (number && !isTableNumber(*number)) note(firstTooLarge_);
  numbers_.push_back(number.value_or(none));

  auto found = distinct_.find(field.text);
  if (found == distinct_.end()) {
    if (static_cast<Index>(distinct_.size()) == maxClasses) {
      note(oneTooMany_);
      classes_.push_back(-1);
      return std::nullopt;
    }
    const Class fresh{static_cast<std::int32_t>(distinct_.size()), line, number.value_or(none)};
    found = distinct_.emplace(field.text, fresh).first;
  }
  classes_.push_back(found->second.id);
  return std::nullopt;
}

Outcome<TargetKind> CsvTargets::detectKind() const {
  if (kind_ == CsvOptions::Targets::Numbers) return TargetKind::Numbers;
  if (kind_ == CsvOptions::Targets::Classes) return TargetKind::Classes;
  if (firstText_) {
    // Names among fractions: "n/a" or a slip of the pen in a column of numbers, not a class.
    if (fractions_) return error("notANumber", *firstText_, "[-1e9, 1e9]");
    return TargetKind::Classes;
  }
  const bool few = !oneTooMany_ && static_cast<Index>(distinct_.size()) <= mostNumeric_;
  return few && !fractions_ ? TargetKind::Classes : TargetKind::Numbers;
}

std::optional<Error> CsvTargets::checkNames() const {
  if (oneTooMany_) return error("tooLarge", *oneTooMany_, std::to_string(maxClasses));
  for (const auto& [name, group] : distinct_) {
    if (!name.empty() && characters(name) <= maxNameLength) continue;
    return error("wrongLength", {group.line, name}, interval(1, maxNameLength));
  }
  return std::nullopt;
}

std::vector<std::string> CsvTargets::orderedNames(const std::vector<std::string>& known) const {
  std::vector<std::string> names;
  for (const std::string& name : known) {
    if (!contains(names, name)) names.push_back(name);
  }
  const auto fresh = static_cast<std::ptrdiff_t>(names.size());
  const bool numeric = std::none_of(distinct_.begin(), distinct_.end(), [&](const auto& entry) {
    return std::isnan(entry.second.number) && !contains(known, entry.first);
  });
  for (const auto& [name, group] : distinct_) {  // in the order of their bytes
    if (contains(known, name)) continue;
    const double number = group.number;
    const auto larger = [&](const std::string& other) { return numeric && distinct_.at(other).number > number; };
    names.insert(std::find_if(names.begin() + fresh, names.end(), larger), name);
  }
  return names;
}

std::optional<Error> CsvTargets::finish(Table& table, const std::vector<std::string>& known) const {
  const Outcome<TargetKind> kind = detectKind();
  if (!kind) return kind.error();
  table.kind = kind.value();
  if (table.kind == TargetKind::Numbers) {
    if (firstNotANumber_) return error("notANumber", *firstNotANumber_, "[-1e9, 1e9]");
    if (firstTooLarge_) return error("outOfRange", *firstTooLarge_, "[-1e9, 1e9]");
    table.targets = numbers_;
    return std::nullopt;
  }
  if (auto error = checkNames()) return error;
  table.classNames = orderedNames(known);
  if (static_cast<Index>(table.classNames.size()) > maxClasses) {
    return Error{"tooLarge", "classNames", std::to_string(table.classNames.size()), std::to_string(maxClasses)};
  }
  std::vector<double> indices(distinct_.size());  // of each id
  for (std::size_t i = 0; i < table.classNames.size(); ++i) {
    const auto found = distinct_.find(table.classNames[i]);
    if (found != distinct_.end()) indices[static_cast<std::size_t>(found->second.id)] = static_cast<double>(i);
  }
  table.targets.reserve(classes_.size());
  for (const std::int32_t id : classes_) table.targets.push_back(indices[static_cast<std::size_t>(id)]);
  return std::nullopt;
}

}  // namespace backprop
