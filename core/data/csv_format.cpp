#include <algorithm>

#include "data/csv.hpp"
#include "foundation/decimal.hpp"

namespace backprop {

namespace {

bool isPlain(char c) {
  constexpr std::string_view others = "_-.() ";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         others.find(c) != std::string_view::npos;
}

/// Whether a name may stand without quotes: plain characters, no blank at an end, no number.
bool mayStandBare(const std::string& name) {
  if (name.empty() || name.front() == ' ' || name.back() == ' ') return false;
  return std::all_of(name.begin(), name.end(), isPlain) && !parseDecimal(name);
}

std::string fieldOf(const std::string& name) {
  if (mayStandBare(name)) return name;
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

}  // namespace

std::string formatCsv(const Table& table) {
  const bool classes = table.kind == TargetKind::Classes;
  const bool test = std::find(table.test.begin(), table.test.end(), 1) != table.test.end();
  std::string text;
  for (const std::string& name : table.columnNames) text += fieldOf(name) + ',';
  text += classes ? "class" : "target (number)";
  text += test ? ",test\n" : "\n";

  std::vector<std::string> classFields;
  for (const std::string& name : table.classNames) classFields.push_back(fieldOf(name));
  for (Index row = 0; row < table.rows(); ++row) {
    const auto i = static_cast<std::size_t>(row);
    for (Index column = 0; column < table.columns(); ++column) text += formatDecimal(table.values(column, row)) + ',';
    text += classes ? classFields[static_cast<std::size_t>(table.targets[i])] : formatDecimal(table.targets[i]);
    if (test) text += table.test[i] != 0 ? ",1" : ",0";
    text += '\n';
  }
  return text;
}

}  // namespace backprop
