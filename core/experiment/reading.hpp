#pragma once
/// Reading single values out of a tree: each function either gives the value or says which field is
/// wrong, what stood there and what is allowed.

#include <string>

#include "experiment/choices.hpp"
#include "experiment/fields.hpp"

namespace backprop {

Error wrongType(const std::string& field, const Tree& tree, const char* wanted);

/// A finite number of the interval.
Outcome<double> readNumber(const Tree& tree, const std::string& field, const Interval& interval);

/// A number of the interval without a fraction.
Outcome<double> readInteger(const Tree& tree, const std::string& field, const Interval& interval);

/// The enumerator's value of one of the names.
Outcome<int> readChoice(const Tree& tree, const std::string& field, Choices choices);

/// A list with so many items.
Outcome<Tree::List> readItems(const Tree& tree, const std::string& field, const Interval& length);

/// That an object has no member but these.
std::optional<Error> refuseOthers(const Tree& object, const std::string& path, const std::vector<std::string>& allowed);

/// A table as the page sends it: columns, values (row after row), targets; classes where the targets are
/// classes; test where it says itself which rows are held out (without it none is).
Outcome<Table> readTable(const Tree&);
Tree writeTable(const Table&, bool withSplit);

}  // namespace backprop
