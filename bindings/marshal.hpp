#pragma once
/// How values cross between C++ and JavaScript.
///
/// In: a JavaScript value becomes a Tree; the core then says whether it understands it.
/// Out: trees become plain objects, vectors become typed arrays of their own (copies: a view would be
/// lost when the memory grows). Errors cross as values, {error}, never as exceptions: a C++ throw would
/// cost the module its stack.

#include <emscripten/val.h>

#include <span>
#include <string>

#include "foundation/outcome.hpp"
#include "foundation/tree.hpp"

namespace backprop::marshal {

using emscripten::val;

/// A JavaScript value as a tree: null and undefined, booleans, numbers, texts, arrays, typed arrays and plain
/// objects. What is none of these, or lies more than 16 levels deep, is null.
Tree toTree(const val&);
val fromTree(const Tree&);

val fromError(const Error&);

/// object[name] = value. Out of line, since there are two hundred of them.
void put(val& object, const char* name, double value);
void put(val& object, const char* name, bool value);
void put(val& object, const char* name, const char* text);
void put(val& object, const char* name, const std::string& text);
void put(val& object, const char* name, const val& value);

/// {value}
val success(const val& value);
/// {error}
val failure(const Error&);

/// A typed array of its own.
val copyOf(std::span<const double>);
val copyOf(std::span<const float>);
val copyOf(std::span<const std::uint8_t>);
/// The same in an array that JavaScript has, where it is one of as many floats; else in one of its own.
val copyInto(const val& array, std::span<const float>);

}  // namespace backprop::marshal
