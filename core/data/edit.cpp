#include "data/edit.hpp"

#include <algorithm>

#include "foundation/excerpt.hpp"

namespace backprop {

namespace {

std::size_t at(Index index) { return static_cast<std::size_t>(index); }
Index sizeOf(const auto& list) { return static_cast<Index>(list.size()); }

std::optional<Error> checkRows(const Table& table, std::span<const Index> rows) {
  std::vector<std::uint8_t> seen(at(table.rows()));
  for (Index i = 0; i < sizeOf(rows); ++i) {
    const Index row = rows[at(i)];
    if (row < 0 || row >= table.rows()) {
      return Error{"outOfRange", element("rows", i), std::to_string(row), interval(0, table.rows() - 1)};
    }
    if (seen[at(row)]) return Error{"duplicate", element("rows", i), std::to_string(row), ""};
    seen[at(row)] = true;
  }
  return std::nullopt;
}

/// @param points  how many there should be values for
std::optional<Error> checkValues(const Table& table, std::span<const double> values, Index points) {
  if (sizeOf(values) != points * table.columns()) {
    return Error{"wrongLength", "values", std::to_string(values.size()), std::to_string(points * table.columns())};
  }
  for (Index i = 0; i < sizeOf(values); ++i) {
    if (!isTableNumber(values[at(i)])) return tableNumberError(values[at(i)], element("values", i));
  }
  return std::nullopt;
}

/// Checks one target; a new class that it begins is counted in `classes`, not yet named.
std::optional<Error> checkTarget(const Table& table, double target, Index& classes, const std::string& field) {
  if (table.kind == TargetKind::Numbers) {
    if (isTableNumber(target)) return std::nullopt;
    return tableNumberError(target, field);
  }
  const Index allowed = std::max(classes, std::min(classes + 1, maxDrawnClasses));
  if (!isClassIndex(target, allowed)) return classIndexError(target, allowed, field);
  classes = std::max(classes, static_cast<Index>(target) + 1);
  return std::nullopt;
}

/// Cuts rows from the end, or appends some that are zero and not held out.
void resize(Table& table, Index rows) {
  const Index kept = std::min(rows, table.rows());
  RowMatrix<double> values(table.columns(), rows);
  for (Index column = 0; column < table.columns(); ++column) {
    for (Index row = 0; row < rows; ++row) values(column, row) = row < kept ? table.values(column, row) : 0;
  }
  table.values.swap(values);
  table.targets.resize(at(rows));
  table.test.resize(at(rows));
}

/// Names new classes: class k by the k-th letter, or the next that no class bears yet.
void nameClasses(Table& table, Index classes) {
  std::vector<std::string>& names = table.classNames;
  while (sizeOf(names) < classes) {
    std::string letter(1, static_cast<char>('A' + sizeOf(names)));
    while (std::find(names.begin(), names.end(), letter) != names.end()) {
      letter[0] = letter[0] == 'Z' ? 'A' : static_cast<char>(letter[0] + 1);
    }
    names.push_back(letter);
  }
}

}  // namespace

std::optional<Error> addPoints(Table& table, std::span<const double> values, std::span<const double> targets) {
  const Index d = table.columns(), n = table.rows(), added = sizeOf(targets);
  if (added > maxInputValues / d - n) {
    return Error{"tooLarge", "values", std::to_string(values.size()), std::to_string((maxInputValues / d - n) * d)};
  }
  if (auto error = checkValues(table, values, added)) return error;
  Index classes = sizeOf(table.classNames);
  for (Index i = 0; i < added; ++i) {
    if (auto error = checkTarget(table, targets[at(i)], classes, element("targets", i))) return error;
  }
  resize(table, n + added);
  for (Index i = 0; i < added; ++i) {
    for (Index column = 0; column < d; ++column) table.values(column, n + i) = values[at(i * d + column)];
    table.targets[at(n + i)] = targets[at(i)];
  }
  nameClasses(table, classes);
  return std::nullopt;
}

std::optional<Error> removePoints(Table& table, std::span<const Index> rows) {
  if (auto error = checkRows(table, rows)) return error;
  std::vector<std::uint8_t> removed(at(table.rows()));
  for (const Index row : rows) removed[at(row)] = true;
  Index kept = 0;
  for (Index row = 0; row < table.rows(); ++row) {
    if (removed[at(row)]) continue;
    for (Index column = 0; column < table.columns(); ++column) table.values(column, kept) = table.values(column, row);
    table.targets[at(kept)] = table.targets[at(row)];
    table.test[at(kept)] = table.test[at(row)];
    ++kept;
  }
  resize(table, kept);
  return std::nullopt;
}

std::optional<Error> movePoints(Table& table, std::span<const Index> rows, std::span<const double> values) {
  if (auto error = checkRows(table, rows)) return error;
  if (auto error = checkValues(table, values, sizeOf(rows))) return error;
  const Index d = table.columns();
  for (Index i = 0; i < sizeOf(rows); ++i) {
    for (Index column = 0; column < d; ++column) table.values(column, rows[at(i)]) = values[at(i * d + column)];
  }
  return std::nullopt;
}

std::optional<Error> retarget(Table& table, std::span<const Index> rows, double target) {
  if (auto error = checkRows(table, rows)) return error;
  Index classes = sizeOf(table.classNames);
  if (auto error = checkTarget(table, target, classes, "target")) return error;
  if (rows.empty()) return std::nullopt;
  for (const Index row : rows) table.targets[at(row)] = target;
  nameClasses(table, classes);
  return std::nullopt;
}

}  // namespace backprop
