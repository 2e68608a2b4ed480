#pragma once
/// Tables as text: comma-separated values, as RFC 4180 has them and as spreadsheets really write them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/table.hpp"

namespace backprop {

/// Longest text that is read, in bytes.
inline constexpr std::size_t maxCsvLength = 64u << 20;

/// Most distinct whole numbers that are taken for classes rather than for numbers to fit.
inline constexpr Index maxNumericClasses = 6;

/// What is known of the text beforehand; everything else is detected.
struct CsvOptions {
  enum class Header { Detect, Present, Absent } header = Header::Detect;
  enum class Targets { Detect, Classes, Numbers } targets = Targets::Detect;
  std::optional<char> delimiter;        ///< ',', ';' or '\t'
  std::optional<Index> targetColumn;    ///< 0-based; goes before targetName
  std::string targetName;               ///< case-insensitive; empty: none given
  std::vector<std::string> classNames;  ///< classes in an order that is to be kept; others follow
};

/// Reads a table.
///   Text       UTF-8, with or without a byte order mark; lines end in LF, CRLF or CR; blank lines are skipped.
///   Fields     parted by ',', ';' or tabs; "quoted" where they hold those, quotes (doubled) or line ends.
///   Numbers    as parseDecimal reads them; with ';' or tabs decimal commas too. |number| ≤ maxMagnitude.
///   Header     a first row without a number where the next row has numbers; a quoted number is a name
///              where the next row's is bare. Without it columns are called x1, x2, …
///   Target     the column that the options name; else the last one called class, label, target, y or
///              species; else the last. Every other column must hold numbers.
///   Classes    if a target is no number (or a quoted one where numbers stand bare), or if all are whole
///              with at most maxNumericClasses different ones (maxClasses in a column called class, label
///              or species). In ascending order if all are numbers, else in the order of their bytes, as
///              scikit-learn's `classes_`: the order of the rows does not matter. A name among
///              numbers with fractions is an error, unless the options say classes.
///   Test rows  a last column called test, all 0 and 1, beside a target that was named.
/// @return  an error's field is "line 7, column 3" (column: which field, from 1), "line 7" where the
///          whole row is wrong (line: where the row begins), "text", "delimiter" or "target"
Outcome<Table> parseCsv(std::string_view text, const CsvOptions& options = {});

/// Writes a table so that parseCsv reads the same again, to the bit (of classes, those that occur and
/// those that the options name). Columns, then "class" or "target (number)", then, if any row is held
/// out, "test"; lines end in LF.
///
/// Names are written as they are: a spreadsheet may take one like "=1+1" for a formula. Nothing here
/// evaluates names, and changing them would change the data.
std::string formatCsv(const Table& table);

}  // namespace backprop
