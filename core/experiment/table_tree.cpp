#include "experiment/reading.hpp"

namespace backprop {

namespace {

const std::string path = "data.table";

Outcome<std::vector<std::string>> readNames(const Tree& tree, const std::string& field, Index most) {
  const Tree::List items = tree.items();
  if (!tree.list() && !tree.numbers()) return wrongType(field, tree, "list");
  if (static_cast<Index>(items.size()) > most) {
    return Error{"tooLarge", field, std::to_string(items.size()), "[0, " + std::to_string(most) + "]"};
  }
  std::vector<std::string> names;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].text()) return wrongType(field + "[" + std::to_string(i) + "]", items[i], "text");
    names.push_back(*items[i].text());
  }
  return names;
}

/// An empty list comes without a type of its own.
Outcome<Tree::Numbers> readNumbers(const Tree& tree, const std::string& field) {
  if (tree.numbers()) return *tree.numbers();
  if (tree.list() && tree.list()->empty()) return Tree::Numbers{};
  if (!tree.list()) return wrongType(field, tree, "list");
  for (std::size_t i = 0; i < tree.list()->size(); ++i) {
    const Tree& item = (*tree.list())[i];
    if (!item.number()) return wrongType(field + "[" + std::to_string(i) + "]", item, "number");
  }
  return wrongType(field, tree, "list");
}

Tree namesTree(const std::vector<std::string>& names) { return Tree::List(names.begin(), names.end()); }

}  // namespace

Outcome<Table> readTable(const Tree& tree) {
  if (!tree.members()) return wrongType(path, tree, "object");
  if (auto error = refuseOthers(tree, path, {"columns", "values", "classes", "targets", "test"})) return *error;

  Table table;
  Outcome<std::vector<std::string>> columns = readNames(tree["columns"], path + ".columns", maxColumns);
  if (!columns) return columns.error();
  Outcome<Tree::Numbers> values = readNumbers(tree["values"], path + ".values");
  if (!values) return values.error();
  Outcome<Tree::Numbers> targets = readNumbers(tree["targets"], path + ".targets");
  if (!targets) return targets.error();
  table.columnNames = columns.value();
  table.targets = targets.value();

  const Index d = static_cast<Index>(table.columnNames.size()), n = static_cast<Index>(table.targets.size());
  if (static_cast<Index>(values.value().size()) != d * n) {
    return Error{"wrongLength", path + ".values", std::to_string(values.value().size()), std::to_string(d * n)};
  }
  table.values = Eigen::Map<const Eigen::MatrixXd>(values.value().data(), d, n);

  table.kind = tree["classes"].isNull() ? TargetKind::Numbers : TargetKind::Classes;
  if (table.kind == TargetKind::Classes) {
    Outcome<std::vector<std::string>> classes = readNames(tree["classes"], path + ".classes", maxClasses);
    if (!classes) return classes.error();
    table.classNames = classes.value();
  }
  if (!tree["test"].isNull()) {
    Outcome<Tree::Numbers> test = readNumbers(tree["test"], path + ".test");
    if (!test) return test.error();
    for (std::size_t i = 0; i < test.value().size(); ++i) {
      const double flag = test.value()[i];
      if (flag != 0 && flag != 1) {
        return Error{"outOfRange", path + ".test[" + std::to_string(i) + "]", Tree(flag).shown(), "0, 1"};
      }
      table.test.push_back(flag == 1);
    }
  } else {
    table.test.assign(static_cast<std::size_t>(n), 0);
  }
  if (auto error = validate(table)) return *error;
  return table;
}

Tree writeTable(const Table& table, bool withSplit) {
  Tree::Numbers values(static_cast<std::size_t>(table.values.size()));
  Eigen::Map<Eigen::MatrixXd>(values.data(), table.columns(), table.rows()) = table.values;
  Tree::Members members{{"columns", namesTree(table.columnNames)}, {"values", std::move(values)}};
  if (table.kind == TargetKind::Classes) members.emplace_back("classes", namesTree(table.classNames));
  members.emplace_back("targets", table.targets);
  if (withSplit) members.emplace_back("test", Tree::Numbers(table.test.begin(), table.test.end()));
  return members;
}

}  // namespace backprop
