#pragma once
/// What a person has before any choice of model: named numeric columns, one target per row.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/matrix.hpp"
#include "foundation/outcome.hpp"

namespace backprop {

/// What a row's target is.
enum class TargetKind {
  Classes,  ///< an index into `classNames`
  Numbers,  ///< a number to be fitted (regression)
};

/// Limits of what the core takes; the page draws fewer and says so.
inline constexpr Index maxColumns = 64;
inline constexpr Index maxClasses = 64;             ///< of a data set; the page's palette has 6
inline constexpr Index maxInputValues = 4'000'000;  ///< rows × columns
inline constexpr Index maxNameLength = 200;         ///< of a column's or class's name, in characters
inline constexpr double maxMagnitude = 1e9;         ///< of any value or target in a table

/// Rows of numbers with a target each. Row i is column i of `values` (features × samples).
struct Table {
  std::vector<std::string> columnNames;  ///< d names, 1 ≤ d ≤ maxColumns
  RowMatrix<double> values;              ///< d × n, all finite
  TargetKind kind = TargetKind::Classes;
  std::vector<std::string> classNames;  ///< for Classes: at least the classes that occur; may name absent ones
  std::vector<double> targets;          ///< n: class index 0 … classNames.size()−1, or the number
  std::vector<std::uint8_t> test;       ///< n: 1 where the row is held out for testing

  Index rows() const { return values.cols(); }
  Index columns() const { return values.rows(); }
};

/// Whether a table from outside is one: lengths agree, every number is finite and at most
/// `maxMagnitude`, targets are classes that exist, names are neither empty nor too long, class names
/// differ, limits are kept. No rows at all is a valid table. Two columns may share a name.
/// @return  the first thing wrong; its field is "data.table.columns[1]", ".values[17]" (row after row,
///          as the page sends them), ".targets[3]", ".classes[0]", ".test[5]"
std::optional<Error> validate(const Table& table);

/// Whether a number may stand in a table: finite, |number| ≤ maxMagnitude.
bool isTableNumber(double number);
/// What is wrong with one that may not.  @param field  what the error calls it
Error tableNumberError(double number, std::string field);

/// Whether a target is one of so many classes: 0 … classes−1.
bool isClassIndex(double target, Index classes);
/// What is wrong with one that is not.
Error classIndexError(double target, Index classes, std::string field);

}  // namespace backprop
