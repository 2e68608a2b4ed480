#include "experiment/fields.hpp"
#include "experiment/reading.hpp"

namespace backprop {

namespace {

/// "learner.rate" is the member "rate" of the section "learner".
std::pair<std::string, std::string> split(const std::string& path) {
  const std::size_t dot = path.find('.');
  return {path.substr(0, dot), path.substr(dot + 1)};
}

std::vector<std::string> sections() {
  std::vector<std::string> names;
  for (const Field& field : fields()) {
    const std::string section = split(field.path).first;
    if (names.empty() || names.back() != section) names.push_back(section);
  }
  return names;
}

std::vector<std::string> membersOf(const std::string& section) {
  std::vector<std::string> names;
  for (const Field& field : fields()) {
    if (split(field.path).first == section) names.push_back(split(field.path).second);
  }
  return names;
}

}  // namespace

Outcome<Spec> readSpec(const Tree& tree) {
  Spec spec;
  if (tree.isNull()) return spec;
  Reader read;
  read.object(tree, tree.members() ? "" : "spec", joined(sections()).c_str());
  for (const std::string& section : sections()) {
    const Tree& given = tree[section.c_str()];
    if (!given.isNull()) read.object(given, section.c_str(), joined(membersOf(section)).c_str());
  }
  if (!read.ok()) return *read.error();
  for (const Field& field : fields()) {
    const auto [section, member] = split(field.path);
    const Tree& value = tree[section.c_str()][member.c_str()];
    if (value.isNull()) continue;  // what is left out, or null, has its default
    if (auto error = field.read(value, spec)) return *error;
  }
  const Tree& source = tree["data"]["source"];
  if (spec.data.table && spec.data.table->columns() == 0) {
    return Error{"missing", "data.table", "null", "object"};
  }
  if (spec.data.table && source.text() && *source.text() != "table") {
    return Error{"incompatible", "data.source", source.shown(), "table"};
  }
  return spec;
}

Tree writeSpec(const Spec& spec) {
  Tree whole;
  for (const std::string& section : sections()) {
    Tree part;
    for (const Field& field : fields()) {
      const auto [owner, member] = split(field.path);
      if (owner != section) continue;
      Tree value = field.write(spec);
      if (field.type == Field::Type::Table && value.isNull()) continue;
      part.add(member.c_str(), std::move(value));
    }
    whole.add(section.c_str(), std::move(part));
  }
  return whole;
}

}  // namespace backprop
