#pragma once
/// Plain data of any shape: what a spec, a change or a document is before it has been understood,
/// and after it has been written out. It mirrors JSON, but for one addition: a list that holds only
/// numbers is kept flat, so that a table of a million values is one array.

#include <string>
#include <string_view>
#include <utility>
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

  bool isNull() const { return kind_ == Kind::Null; }
  const bool* boolean() const { return kind_ == Kind::Boolean ? &boolean_ : nullptr; }
  const double* number() const { return kind_ == Kind::Number ? &number_ : nullptr; }
  const std::string* text() const { return kind_ == Kind::Text ? &text_ : nullptr; }
  const List* list() const { return kind_ == Kind::List ? &list_ : nullptr; }
  const Numbers* numbers() const { return kind_ == Kind::Numbers ? &numbers_ : nullptr; }
  const Members* members() const { return kind_ == Kind::Members ? &members_ : nullptr; }

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
  enum class Kind { Null, Boolean, Number, Text, List, Numbers, Members };

  Kind kind_ = Kind::Null;
  // The kind says which of these it is; the others are empty.
  bool boolean_ = false;
  double number_ = 0;
  std::string text_;
  List list_;
  Numbers numbers_;
  Members members_;
};

}  // namespace backprop
