#include "foundation/tree.hpp"

#include "foundation/decimal.hpp"
#include "foundation/excerpt.hpp"

namespace backprop {

Tree::Tree() = default;
Tree::Tree(bool value) : content_(value) {}
Tree::Tree(double value) : content_(value) {}
Tree::Tree(int value) : content_(static_cast<double>(value)) {}
Tree::Tree(const char* text) : content_(std::string(text)) {}
Tree::Tree(std::string text) : content_(std::move(text)) {}
Tree::Tree(List list) : content_(std::move(list)) {}
Tree::Tree(Numbers numbers) : content_(std::move(numbers)) {}
Tree::Tree(Members members) : content_(std::move(members)) {}
Tree::Tree(const Tree&) = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(const Tree&) = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;
bool Tree::operator==(const Tree& other) const { return content_ == other.content_; }

Tree::List Tree::items() const {
  if (const List* own = list()) return *own;
  List items;
  if (const Numbers* flat = numbers()) items.assign(flat->begin(), flat->end());
  return items;
}

const Tree& Tree::operator[](const char* name) const {
  static const Tree null;
  if (const Members* own = members()) {
    for (const Member& member : *own) {
      if (member.first == name) return member.second;
    }
  }
  return null;
}

Tree& Tree::add(const char* name, Tree value) {
  if (!members()) content_ = Members{};
  std::get<Members>(content_).emplace_back(name, std::move(value));
  return *this;
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
