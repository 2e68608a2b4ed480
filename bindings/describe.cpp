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
  put(info, "path", field.path);
  put(info, "type", types[static_cast<int>(field.type)]);
  if (field.type == Field::Type::Number || field.type == Field::Type::Integer || field.type == Field::Type::List) {
    put(info, "low", field.interval.low);
    put(info, "high", field.interval.high);
    put(info, "lowOpen", field.interval.lowOpen);
  }
  if (!field.choices.empty()) put(info, "choices", fromTree(Tree::List(field.choices.begin(), field.choices.end())));
  put(info, "nullable", field.nullable);
  put(info, "default", fromTree(field.write(Spec{})));
  put(info, "restarts", field.restarts);
  return info;
}

val layerInfo(const Layer& layer, bool last) {
  val info = val::object();
  put(info, "inputs", static_cast<double>(layer.inputs));
  put(info, "neurons", static_cast<double>(layer.neurons));
  const Choices names = last ? Choices(outputActivations) : Choices(hiddenActivations);
  put(info, "activation", std::string(nameIn(names, static_cast<int>(layer.activation))));
  put(info, "weights", static_cast<double>(layer.weights));
  put(info, "biases", static_cast<double>(layer.biases));
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
  put(object, "columns", fromTree(Tree::List(table.columnNames.begin(), table.columnNames.end())));
  put(object, "values", copyOf(std::span<const double>(byRows.data(), static_cast<std::size_t>(byRows.size()))));
  if (table.kind == TargetKind::Classes) {
    put(object, "classes", fromTree(Tree::List(table.classNames.begin(), table.classNames.end())));
  }
  put(object, "targets", copyOf(table.targets));
  put(object, "test", copyOf(table.test));
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
  put(description, "revision", static_cast<double>(experiment.revision()));
  put(description, "spec", fromTree(writeSpec(setting.spec())));
  put(description, "document", fromTree(writeDocument(experiment.document())));
  put(description, "dataVersion", static_cast<double>(experiment.dataVersion()));
  if (experiment.dataVersion() != knownDataVersion) put(description, "table", tableOf(setting.table()));
  put(description, "ranges", rangesOf(setting.table()));
  put(description, "means", copyOf(setting.inputs.means()));
  put(description, "deviations", copyOf(setting.inputs.deviations()));
  val layers = val::array();
  const std::vector<Layer>& all = setting.architecture.layers();
  for (std::size_t i = 0; i < all.size(); ++i) layers.set(i, layerInfo(all[i], i + 1 == all.size()));
  put(description, "layers", layers);
  const std::vector<std::string>& features = setting.spec().model.features;
  put(description, "features", fromTree(Tree::List(features.begin(), features.end())));
  put(description, "parameterCount", static_cast<double>(setting.architecture.parameterCount()));
  return description;
}

}  // namespace backprop::marshal
