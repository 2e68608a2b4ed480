#include "marshal.hpp"

#include <string>

namespace backprop::marshal {

namespace {

constexpr int deepest = 16;

bool isTypedArray(const val& value) { return val::global("ArrayBuffer").call<bool>("isView", value); }

Tree toTree(const val& value, int depth);

/// A list of numbers is copied in one go.
Tree listToTree(const val& array, int depth) {
  const bool typed = isTypedArray(array);
  const unsigned length = array["length"].as<unsigned>();
  static const val isNumber = val::module_property("isNumber");
  if (length > 0 && (typed || array.call<bool>("every", isNumber))) {
    Tree::Numbers numbers(length);
    val(emscripten::typed_memory_view(length, numbers.data())).call<void>("set", array);
    return numbers;
  }
  Tree::List items;
  for (unsigned i = 0; i < length; ++i) items.push_back(toTree(array[i], depth + 1));
  return items;
}

Tree objectToTree(const val& object, int depth) {
  const val keys = val::global("Object").call<val>("keys", object);
  const unsigned length = keys["length"].as<unsigned>();
  Tree::Members members;
  for (unsigned i = 0; i < length; ++i)
    members.emplace_back(keys[i].as<std::string>(), toTree(object[keys[i]], depth + 1));
  return members;
}

Tree toTree(const val& value, int depth) {
  if (value.isNull() || value.isUndefined() || depth > deepest) return {};
  if (value.isTrue()) return true;
  if (value.isFalse()) return false;
  if (value.isNumber()) return value.as<double>();
  if (value.isString()) return value.as<std::string>();
  if (value.isArray() || isTypedArray(value)) return listToTree(value, depth);
  if (value.typeOf().as<std::string>() == "object") return objectToTree(value, depth);
  return Tree::List(1);  // a function, a symbol, a big integer: what no field takes
}

template <typename T>
val copied(std::span<const T> numbers) {
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data())).template call<val>("slice");
}

}  // namespace

Tree toTree(const val& value) { return toTree(value, 0); }

val fromTree(const Tree& tree) {
  if (const bool* flag = tree.boolean()) return val(*flag);
  if (const double* number = tree.number()) return val(*number);
  if (const std::string* text = tree.text()) return val(*text);
  if (const Tree::Numbers* numbers = tree.numbers()) {
    return val::global("Array").call<val>("from", val(emscripten::typed_memory_view(numbers->size(), numbers->data())));
  }
  if (const Tree::List* list = tree.list()) {
    val array = val::array();
    for (std::size_t i = 0; i < list->size(); ++i) array.set(i, fromTree((*list)[i]));
    return array;
  }
  if (const Tree::Members* members = tree.members()) {
    val object = val::object();
    for (const Tree::Member& member : *members) object.set(member.first, fromTree(member.second));
    return object;
  }
  return val::null();
}

void put(val& object, const char* name, double value) { object.set(name, value); }
void put(val& object, const char* name, bool value) { object.set(name, value); }
void put(val& object, const char* name, const char* text) { object.set(name, std::string(text)); }
void put(val& object, const char* name, const std::string& text) { object.set(name, text); }
void put(val& object, const char* name, const val& value) { object.set(name, value); }

val fromError(const Error& error) {
  val object = val::object();
  put(object, "code", error.code);
  put(object, "field", error.field);
  put(object, "value", error.value);
  put(object, "allowed", error.allowed);
  return object;
}

val success(const val& value) {
  val result = val::object();
  put(result, "value", value);
  return result;
}

val failure(const Error& error) {
  val result = val::object();
  put(result, "error", fromError(error));
  return result;
}

val copyOf(std::span<const double> numbers) { return copied(numbers); }
val copyOf(std::span<const float> numbers) { return copied(numbers); }
val copyOf(std::span<const std::uint8_t> numbers) { return copied(numbers); }

val copyInto(const val& array, std::span<const float> numbers) {
  const bool fits = array.instanceof
      (val::global("Float32Array")) && array["length"].as<std::size_t>() == numbers.size();
  if (!fits) return copyOf(numbers);
  array.call<void>("set", val(emscripten::typed_memory_view(numbers.size(), numbers.data())));
  return array;
}

}  // namespace backprop::marshal
