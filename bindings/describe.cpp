#include <limits>

#include "experiment/choices.hpp"
#include "experiment/fields.hpp"
#include "experiment/reading.hpp"
#include "frames.hpp"

namespace backprop::marshal {

namespace {

val fieldInfo(const Field& field) {
  static constexpr const char* types[] = {"number", "integer", "boolean", "choice", "list", "table"};
  val info = val::object();
  info.set("path", field.path);
  info.set("type", std::string(types[static_cast<int>(field.type)]));
  if (field.type == Field::Type::Number || field.type == Field::Type::Integer || field.type == Field::Type::List) {
    info.set("low", field.interval.low);
    info.set("high", field.interval.high);
    info.set("lowOpen", field.interval.lowOpen);
  }
  if (!field.choices.empty()) info.set("choices", fromTree(Tree::List(field.choices.begin(), field.choices.end())));
  info.set("nullable", field.nullable);
  info.set("default", fromTree(field.write(Spec{})));
  info.set("restarts", field.restarts);
  return info;
}

val layerInfo(const Layer& layer, bool last) {
  val info = val::object();
  info.set("inputs", static_cast<double>(layer.inputs));
  info.set("neurons", static_cast<double>(layer.neurons));
  const std::string_view name = last ? nameIn(outputActivations, layer.activation) : nameIn(hiddenActivations, layer.activation);
  info.set("activation", std::string(name));
  info.set("weights", static_cast<double>(layer.weights));
  info.set("biases", static_cast<double>(layer.biases));
  return info;
}

/// Low and high of each column; 0 and 0 without rows.
val rangesOf(const Table& table) {
  std::vector<double> ranges;
  for (Index c = 0; c < table.columns(); ++c) {
    ranges.push_back(table.rows() ? table.values.row(c).minCoeff() : 0);
    ranges.push_back(table.rows() ? table.values.row(c).maxCoeff() : 0);
  }
  return copyOf(ranges);
}

/// Points as typed arrays, so that a large table stays cheap to post.
val tableOf(const Table& table) {
  val object = val::object();
  const Eigen::MatrixXd byRows = table.values;
  object.set("columns", fromTree(Tree::List(table.columnNames.begin(), table.columnNames.end())));
  object.set("values", copyOf(std::span<const double>(byRows.data(), static_cast<std::size_t>(byRows.size()))));
  if (table.kind == TargetKind::Classes) {
    object.set("classes", fromTree(Tree::List(table.classNames.begin(), table.classNames.end())));
  }
  object.set("targets", copyOf(table.targets));
  object.set("test", copyOf(table.test));
  return object;
}

}  // namespace

val fieldInfos() {
  val infos = val::array();
  for (const Field& field : fields()) infos.call<void>("push", fieldInfo(field));
  return infos;
}

val describe(const Experiment& experiment, Index knownDataVersion) {
  const Setting& setting = experiment.setting();
  val description = val::object();
  description.set("revision", static_cast<double>(experiment.revision()));
  description.set("spec", fromTree(writeSpec(setting.spec())));
  description.set("document", fromTree(writeDocument(experiment.document())));
  description.set("dataVersion", static_cast<double>(experiment.dataVersion()));
  if (experiment.dataVersion() != knownDataVersion) description.set("table", tableOf(setting.table()));
  description.set("ranges", rangesOf(setting.table()));
  description.set("means", copyOf(setting.inputs.means()));
  description.set("deviations", copyOf(setting.inputs.deviations()));
  val layers = val::array();
  const std::vector<Layer>& all = setting.architecture.layers();
  for (std::size_t i = 0; i < all.size(); ++i) layers.set(i, layerInfo(all[i], i + 1 == all.size()));
  description.set("layers", layers);
  const std::vector<std::string>& features = setting.spec().model.features;
  description.set("features", fromTree(Tree::List(features.begin(), features.end())));
  description.set("parameterCount", static_cast<double>(setting.architecture.parameterCount()));
  return description;
}

}  // namespace backprop::marshal
