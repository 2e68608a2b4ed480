#pragma once
/// Reading values out of a tree, with every mistake named: which field, what stood there, what is allowed.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/choices.hpp"
#include "experiment/fields.hpp"

namespace backprop {

/// Reads value after value. It keeps the first error, and from then on gives zeros and empty lists: so one
/// reads everything, and asks once.
class Reader {
 public:
  /// @param within  what stands before the names of the fields: "journal[3]."
  explicit Reader(std::string within = "") : within_(std::move(within)) {}

  bool ok() const { return !error_; }
  const std::optional<Error>& error() const { return error_; }
  /// Keeps the error if it is the first, `within` before its field.
  void refuse(Error);
  void refuseType(const Tree&, const char* field, const char* wanted);

  /// A finite number of the interval.
  double number(const Tree&, const char* field, const Interval&);
  /// A number of the interval without a fraction.
  double integer(const Tree&, const char* field, const Interval&);
  bool boolean(const Tree&, const char* field);
  std::string text(const Tree&, const char* field);
  /// The enumerator's value of one of the names.
  int choice(const Tree&, const char* field, Choices);

  /// A list's items.
  Tree::List items(const Tree&, const char* field, const Interval& length);
  std::vector<std::string> texts(const Tree&, const char* field, const Interval& length);
  /// Any numbers, also such as are not finite.
  std::vector<double> numbers(const Tree&, const char* field);
  std::vector<Index> indices(const Tree&, const char* field, const Interval& each);
  /// Two ends of an axis, low and high: room for what a table may hold, with a margin, in a picture of any shape.
  std::pair<double, double> range(const Tree&, const char* field);

  /// That it is an object, and has no members but these.  @param allowed  "neurons, activation"
  void object(const Tree&, const char* field, const char* allowed);

 private:
  std::string within_;
  std::optional<Error> error_;
};

/// A table as the page sends it: columns, values (row after row), targets; classes where the targets are
/// classes; test where it says itself which rows are held out (without it none is).
Outcome<Table> readTable(const Tree&);
Tree writeTable(const Table&, bool withSplit);

}  // namespace backprop
