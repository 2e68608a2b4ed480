#pragma once
/// Plain data of any shape: what a spec, a change or a document is before it has been understood,
/// and after it has been written out. It mirrors JSON, but for one addition: a list that holds only
/// numbers is kept flat, so that a table of a million values is one array.

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace backprop {

class Tree {
 public:
  using List = std::vector<Tree>;
  using Numbers = std::vector<double>;
  using Member = std::pair<std::string, Tree>;
  using Members = std::vector<Member>;  ///< in the order they were given

  Tree();  ///< null
  Tree(bool value);
  Tree(double value);
  Tree(int value);
  Tree(const char* text);
  Tree(std::string text);
  Tree(List list);
  Tree(Numbers numbers);
  Tree(Members members);
  Tree(const Tree&);
  Tree(Tree&&) noexcept;
  Tree& operator=(const Tree&);
  Tree& operator=(Tree&&) noexcept;
  ~Tree();

  bool isNull() const { return std::holds_alternative<std::monostate>(content_); }
  const bool* boolean() const { return std::get_if<bool>(&content_); }
  const double* number() const { return std::get_if<double>(&content_); }
  const std::string* text() const { return std::get_if<std::string>(&content_); }
  const List* list() const { return std::get_if<List>(&content_); }
  const Numbers* numbers() const { return std::get_if<Numbers>(&content_); }
  const Members* members() const { return std::get_if<Members>(&content_); }

  /// A list's items, however it is kept; nothing for anything else.
  List items() const;
  /// The member of that name, or null where there is none or this has no members.
  const Tree& operator[](const char* name) const;

  /// Appends a member; what is no object becomes one.  @return  this
  Tree& add(const char* name, Tree value);

  /// "text", "number", "list", "object", "boolean" or "null".
  const char* typeName() const;
  /// As a person would recognise it: numbers and texts in full up to 80 characters, else the type's name.
  std::string shown() const;

  bool operator==(const Tree&) const;

 private:
  std::variant<std::monostate, bool, double, std::string, List, Numbers, Members> content_;
};

}  // namespace backprop
