#pragma once
/// The table of a spec's fields: the one place that says what each is called, what it may be, and
/// whether a change of it can be made while the experiment runs. Reading, checking and writing specs,
/// and the page's controls, all follow it.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "experiment/spec.hpp"
#include "foundation/outcome.hpp"
#include "foundation/tree.hpp"

namespace backprop {

/// Numbers from low to high.
struct Interval {
  double low;
  double high;
  bool lowOpen = false;  ///< low itself is excluded

  bool contains(double value) const { return (lowOpen ? value > low : value >= low) && value <= high; }
  std::string shown() const;  ///< "(0, 100]"
};

struct Field {
  enum class Type { Number, Integer, Boolean, Choice, List, Table };

  std::string path;  ///< "learner.rate"
  Type type;
  Interval interval{0, 0};           ///< of numbers, and of a list's length
  std::vector<std::string> choices;  ///< of a choice, and of the texts in a list
  bool nullable = false;
  bool restarts = false;           ///< a change begins a new run; otherwise it is a line in the journal
  const struct FieldPlace* place;  ///< where it stands in a spec: fields.cpp

  Tree write(const Spec&) const;
  std::optional<Error> read(const Tree&, Spec&) const;  ///< on an error the spec is as before
};

/// All fields, in the order in which specs are written.
std::span<const Field> fields();

/// @return  null where there is none of that path
const Field* fieldAt(std::string_view path);

/// Reads a spec; what is left out has its default. The table of points is checked, but not whether
/// fields go together: that is known only when the experiment is built.
Outcome<Spec> readSpec(const Tree&);

/// Every field, in order.
Tree writeSpec(const Spec&);

/// Limits for reading, so that absurd sizes are refused before they are allocated.
inline constexpr double maxSeed = 9007199254740991;  ///< 2⁵³ − 1: the largest that JSON carries exactly

}  // namespace backprop
