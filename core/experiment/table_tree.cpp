#include "experiment/reading.hpp"
#include "foundation/excerpt.hpp"

namespace backprop {

namespace {

/// Which rows are held out: a 0 or 1 for each.
std::vector<std::uint8_t> readFlags(Reader& read, const Tree& tree) {
  std::vector<std::uint8_t> flags;
  for (const double flag : read.numbers(tree, "test")) {
    const Index row = static_cast<Index>(flags.size());
    if (flag != 0 && flag != 1) read.refuse({"outOfRange", element("test", row), Tree(flag).shown(), "[0, 1]"});
    flags.push_back(flag == 1);
  }
  return flags;
}

Tree namesTree(const std::vector<std::string>& names) { return Tree::List(names.begin(), names.end()); }

}  // namespace

Outcome<Table> readTable(const Tree& tree) {
  if (!tree.members()) return Error{"wrongType", "data.table", tree.shown(), "object"};
  Reader read("data.table.");
  read.object(tree, "", "columns, values, classes, targets, test");
  Table table;
  table.columnNames = read.texts(tree["columns"], "columns", {0, maxColumns});
  const std::vector<double> values = read.numbers(tree["values"], "values");
  table.targets = read.numbers(tree["targets"], "targets");
  table.kind = tree["classes"].isNull() ? TargetKind::Numbers : TargetKind::Classes;
  if (table.kind == TargetKind::Classes) table.classNames = read.texts(tree["classes"], "classes", {0, maxClasses});
  table.test.assign(table.targets.size(), 0);
  if (!tree["test"].isNull()) table.test = readFlags(read, tree["test"]);

  const Index d = static_cast<Index>(table.columnNames.size()), n = static_cast<Index>(table.targets.size());
  if (static_cast<Index>(values.size()) != d * n) {
    read.refuse({"wrongLength", "values", std::to_string(values.size()), std::to_string(d * n)});
  }
  if (!read.ok()) return *read.error();
  table.values = Eigen::Map<const Eigen::MatrixXd>(values.data(), d, n);
  if (auto error = validate(table)) return *error;
  return table;
}

Tree writeTable(const Table& table, bool withSplit) {
  Tree::Numbers values(static_cast<std::size_t>(table.values.size()));
  Eigen::Map<Eigen::MatrixXd>(values.data(), table.columns(), table.rows()) = table.values;
  Tree tree;
  tree.add("columns", namesTree(table.columnNames)).add("values", std::move(values));
  if (table.kind == TargetKind::Classes) tree.add("classes", namesTree(table.classNames));
  tree.add("targets", table.targets);
  if (withSplit) tree.add("test", Tree::Numbers(table.test.begin(), table.test.end()));
  return tree;
}

}  // namespace backprop
