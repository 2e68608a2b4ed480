#pragma once
/// How values cross between C++ and JavaScript.
///
/// In: a JavaScript value becomes a Tree; the core then says whether it understands it.
/// Out: trees become plain objects, vectors become typed arrays of their own (copies: a view would be
/// lost when the memory grows). Errors cross as values, {error}, never as exceptions: a C++ throw would
/// cost the module its stack.

#include <emscripten/val.h>

#include <span>

#include "foundation/outcome.hpp"
#include "foundation/tree.hpp"

namespace backprop::marshal {

using emscripten::val;

/// A JavaScript value as a tree: null and undefined, booleans, numbers, texts, arrays, typed arrays and plain
/// objects. What is none of these, or lies more than 16 levels deep, is null.
Tree toTree(const val&);
val fromTree(const Tree&);

val fromError(const Error&);
/// {value} or {error}
template <typename T, typename Convert>
val fromOutcome(const Outcome<T>& outcome, Convert&& convert) {
  val result = val::object();
  if (outcome) {
    result.set("value", convert(outcome.value()));
  } else {
    result.set("error", fromError(outcome.error()));
  }
  return result;
}

/// A typed array of its own.
val copyOf(std::span<const double>);
val copyOf(std::span<const float>);
val copyOf(std::span<const std::uint8_t>);

}  // namespace backprop::marshal
