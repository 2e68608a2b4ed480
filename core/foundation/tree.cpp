#include "foundation/tree.hpp"

#include "foundation/decimal.hpp"
#include "foundation/excerpt.hpp"

namespace backprop {

Tree::Tree() = default;
Tree::Tree(bool value) : kind_(Kind::Boolean), boolean_(value) {}
Tree::Tree(double value) : kind_(Kind::Number), number_(value) {}
Tree::Tree(int value) : Tree(static_cast<double>(value)) {}
Tree::Tree(const char* text) : Tree(std::string(text)) {}
Tree::Tree(std::string text) : kind_(Kind::Text), text_(std::move(text)) {}
Tree::Tree(List list) : kind_(Kind::List), list_(std::move(list)) {}
Tree::Tree(Numbers numbers) : kind_(Kind::Numbers), numbers_(std::move(numbers)) {}
Tree::Tree(Members members) : kind_(Kind::Members), members_(std::move(members)) {}
Tree::Tree(const Tree&) = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(const Tree&) = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;
bool Tree::operator==(const Tree& other) const {
  return kind_ == other.kind_ && boolean_ == other.boolean_ && number_ == other.number_ && text_ == other.text_ &&
         list_ == other.list_ && numbers_ == other.numbers_ && members_ == other.members_;
}

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
  if (!members()) *this = Members{};
  members_.emplace_back(name, std::move(value));
  return *this;
}

const char* Tree::typeName() const {
  static constexpr const char* names[] = {"null", "boolean", "number", "text", "list", "list", "object"};
  return names[static_cast<int>(kind_)];
}

std::string Tree::shown() const {
  if (const bool* flag = boolean()) return *flag ? "true" : "false";
  if (const double* value = number()) return formatDecimal(*value);
  if (const std::string* own = text()) return excerpt(*own);
  return typeName();
}

}  // namespace backprop
