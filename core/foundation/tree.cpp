#include "foundation/tree.hpp"

#include "foundation/decimal.hpp"
#include "foundation/excerpt.hpp"

namespace backprop {

Tree::List Tree::items() const {
  if (const List* own = list()) return *own;
  List items;
  if (const Numbers* flat = numbers()) items.assign(flat->begin(), flat->end());
  return items;
}

const Tree& Tree::operator[](std::string_view name) const {
  static const Tree null;
  if (const Members* own = members()) {
    for (const Member& member : *own) {
      if (member.first == name) return member.second;
    }
  }
  return null;
}

const char* Tree::typeName() const {
  static constexpr const char* names[] = {"null", "boolean", "number", "text", "list", "list", "object"};
  return names[content_.index()];
}

std::string Tree::shown() const {
  if (const bool* flag = boolean()) return *flag ? "true" : "false";
  if (const double* value = number()) return formatDecimal(*value);
  if (const std::string* own = text()) return excerpt(*own);
  return typeName();
}

}  // namespace backprop
