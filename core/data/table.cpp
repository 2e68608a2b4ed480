#include "data/table.hpp"

#include <algorithm>
#include <cmath>

#include "foundation/decimal.hpp"
#include "foundation/excerpt.hpp"

namespace backprop {

namespace {

Error wrongLength(std::string field, Index given, std::string allowed) {
  return {"wrongLength", std::move(field), std::to_string(given), std::move(allowed)};
}

Index sizeOf(const auto& list) { return static_cast<Index>(list.size()); }

std::optional<Error> validateNames(const std::vector<std::string>& names, const char* list) {
  for (Index i = 0; i < sizeOf(names); ++i) {
    const std::string& name = names[static_cast<std::size_t>(i)];
    const Index length = characters(name);
    if (length < 1 || length > maxNameLength) {
      return wrongLength(element(list, i), length, interval(1, maxNameLength));
    }
    if (name.find('\0') != std::string::npos) return Error{"malformed", element(list, i), excerpt(name), "U+0001…"};
  }
  return std::nullopt;
}

std::optional<Error> validateShape(const Table& table) {
  const Index d = table.columns(), n = table.rows();
  if (d < 1 || d > maxColumns) return wrongLength("data.table.columns", d, interval(1, maxColumns));
  if (sizeOf(table.columnNames) != d) {
    return wrongLength("data.table.columns", sizeOf(table.columnNames), std::to_string(d));
  }
  if (n > maxInputValues / d) {
    return Error{"tooLarge", "data.table.values", std::to_string(n) + " × " + std::to_string(d),
                 std::to_string(maxInputValues)};
  }
  if (sizeOf(table.targets) != n) {
    return wrongLength("data.table.targets", sizeOf(table.targets), std::to_string(n));
  }
  if (sizeOf(table.test) != n) return wrongLength("data.table.test", sizeOf(table.test), std::to_string(n));
  return std::nullopt;
}

std::optional<Error> validateClasses(const Table& table) {
  const Index classes = sizeOf(table.classNames);
  const Index fewest = table.kind == TargetKind::Classes && table.rows() > 0 ? 1 : 0;
  const Index most = table.kind == TargetKind::Classes ? maxClasses : 0;
  if (classes < fewest || classes > most) {
    return wrongLength("data.table.classes", classes, interval(fewest, most));
  }
  if (auto error = validateNames(table.classNames, "data.table.classes")) return error;
  for (auto name = table.classNames.begin(); name != table.classNames.end(); ++name) {
    if (std::find(table.classNames.begin(), name, *name) == name) continue;
    return Error{"duplicate", element("data.table.classes", name - table.classNames.begin()), excerpt(*name), ""};
  }
  return std::nullopt;
}

std::optional<Error> validateNumbers(const Table& table) {
  const Index classes = sizeOf(table.classNames);
  for (Index row = 0; row < table.rows(); ++row) {
    for (Index column = 0; column < table.columns(); ++column) {
      const double value = table.values(column, row);
      if (isTableNumber(value)) continue;
      return tableNumberError(value, element("data.table.values", row * table.columns() + column));
    }
    const double target = table.targets[static_cast<std::size_t>(row)];
    if (table.kind == TargetKind::Classes && !isClassIndex(target, classes)) {
      return classIndexError(target, classes, element("data.table.targets", row));
    }
    if (!isTableNumber(target)) return tableNumberError(target, element("data.table.targets", row));
    const int test = table.test[static_cast<std::size_t>(row)];
    if (test > 1) return Error{"outOfRange", element("data.table.test", row), std::to_string(test), "[0, 1]"};
  }
  return std::nullopt;
}

}  // namespace

bool isTableNumber(double number) { return std::abs(number) <= maxMagnitude; }  // false for NaN

Error tableNumberError(double number, std::string field) {
  return {std::isfinite(number) ? "outOfRange" : "notANumber", std::move(field), formatDecimal(number), "[-1e9, 1e9]"};
}

bool isClassIndex(double target, Index classes) {
  return target >= 0 && target < static_cast<double>(classes) && target == std::floor(target);
}

Error classIndexError(double target, Index classes, std::string field) {
  const char* code = !std::isfinite(target)         ? "notANumber"
                     : target != std::floor(target) ? "notAnInteger"
                                                    : "outOfRange";
  return {code, std::move(field), formatDecimal(target), interval(0, classes - 1)};
}

std::optional<Error> validate(const Table& table) {
  if (auto error = validateShape(table)) return error;
  if (auto error = validateNames(table.columnNames, "data.table.columns")) return error;
  if (auto error = validateClasses(table)) return error;
  return validateNumbers(table);
}

}  // namespace backprop
