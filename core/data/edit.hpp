#pragma once
/// What a hand does to a table: draw, erase, move, recolour points. Each either does all of it or,
/// if anything is wrong, changes nothing and says what: fields are called "values[3]", "targets[0]",
/// "rows[2]", "target", as the arguments here.

#include <optional>
#include <span>

#include "data/table.hpp"

namespace backprop {

/// A target one beyond the last class begins a new one, named by the next free letter, while there
/// are fewer than this: the colours of the page's palette.
inline constexpr Index maxDrawnClasses = 6;

/// Appends rows, which are training rows.
/// @param values   the new points, row after row, table.columns() numbers each
/// @param targets  one for each new point
std::optional<Error> addPoints(Table& table, std::span<const double> values, std::span<const double> targets);

/// Removes rows; the others keep their order. Class names stay.  @param rows  in any order, none twice
std::optional<Error> removePoints(Table& table, std::span<const Index> rows);

/// Gives rows new values; targets stay.
/// @param rows    in any order, none twice
/// @param values  new values of all columns, row after row, in the order of `rows`
std::optional<Error> movePoints(Table& table, std::span<const Index> rows, std::span<const double> values);

/// Gives rows another class, or another number to fit.  @param rows  in any order, none twice
std::optional<Error> retarget(Table& table, std::span<const Index> rows, double target);

}  // namespace backprop
