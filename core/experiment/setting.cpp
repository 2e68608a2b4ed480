#include "experiment/setting.hpp"

#include "data/edit.hpp"
#include "data/split.hpp"
#include "experiment/choices.hpp"
#include "experiment/fields.hpp"
#include "objective/targets.hpp"

namespace backprop {

namespace {

struct Application {
  Conditions& conditions;

  std::optional<Error> operator()(const SetField& change) const {
    const Field* field = fieldAt(change.field);
    if (!field) return Error{"unexpected", Tree(change.field).shown(), change.value.shown(), "a field of the spec"};
    if (field->restarts) return Error{"incompatible", change.field, change.value.shown(), "step 0"};
    if (auto error = field->read(change.value, conditions.spec)) return error;
    if (change.field == "data.testFraction") {
      const DataSpec& data = conditions.spec.data;
      splitForTesting(conditions.table, data.testFraction, data.recipe.seed);
    }
    return std::nullopt;
  }
  std::optional<Error> operator()(const SetParameter&) const { return std::nullopt; }
  std::optional<Error> operator()(const AddPoints& change) const {
    return addPoints(conditions.table, change.values, change.targets);
  }
  std::optional<Error> operator()(const RemovePoints& change) const {
    return removePoints(conditions.table, change.rows);
  }
  std::optional<Error> operator()(const MovePoints& change) const {
    return movePoints(conditions.table, change.rows, change.values);
  }
  std::optional<Error> operator()(const Retarget& change) const {
    return retarget(conditions.table, change.rows, change.target);
  }
};

Architecture architectureOf(const Spec& spec, const Table& table, Index features) {
  std::vector<Architecture::LayerSize> layers = spec.model.hidden;
  const Index classes = static_cast<Index>(table.classNames.size());
  layers.push_back({outputCount(table.kind, classes, spec.model.output), spec.model.output});
  return Architecture(features, layers);
}

Samples samplesOf(const Table& table, const InputMap& inputs, Activation output, bool test) {
  Samples samples;
  for (Index row = 0; row < table.rows(); ++row) {
    if ((table.test[static_cast<std::size_t>(row)] != 0) == test) samples.rows.push_back(row);
  }
  RowMatrix<double> columns(table.columns(), static_cast<Index>(samples.rows.size()));
  for (Index c = 0; c < columns.rows(); ++c) {
    for (Index i = 0; i < columns.cols(); ++i)
      columns(c, i) = table.values(c, samples.rows[static_cast<std::size_t>(i)]);
  }
  samples.features = inputs.apply(columns);
  samples.targets = encodeTargets(table, samples.rows, output);
  return samples;
}

}  // namespace

Conditions Conditions::initial(const Spec& spec) {
  Conditions conditions{spec, spec.data.table ? *spec.data.table : generate(spec.data.recipe)};
  if (!(spec.data.table && spec.data.ownSplit)) {
    splitForTesting(conditions.table, spec.data.testFraction, spec.data.recipe.seed);
  }
  return conditions;
}

std::optional<Error> Conditions::apply(const Change& change) { return std::visit(Application{*this}, change); }

std::optional<Error> checkTogether(const Conditions& conditions) {
  const Spec& spec = conditions.spec;
  const TargetKind kind = conditions.table.kind;
  const Activation output = spec.model.output;
  const bool crossEntropy = spec.cost.error == LossKind::CrossEntropy;
  if (kind == TargetKind::Numbers && output == Activation::Softmax) {
    return Error{"incompatible", "model.output", "softmax", "linear, tanh, sigmoid"};
  }
  if (kind == TargetKind::Numbers && crossEntropy) {
    return Error{"incompatible", "cost.error", "crossEntropy", "squaredError, huber"};
  }
  if (crossEntropy && output != Activation::Sigmoid && output != Activation::Softmax) {
    return Error{"incompatible", "cost.error", "crossEntropy", "squaredError, huber; model.output = sigmoid, softmax"};
  }
  return std::nullopt;
}

Outcome<Setting> Setting::create(Conditions conditions) {
  const Spec& spec = conditions.spec;
  const Table& table = conditions.table;
  if (auto error = checkTogether(conditions)) return *error;
  Outcome<InputMap> inputs = InputMap::create(table, spec.data.inputs, spec.data.standardize, spec.model.features);
  if (!inputs) return inputs.error();
  Architecture architecture = architectureOf(spec, table, inputs.value().features());
  Samples training = samplesOf(table, inputs.value(), spec.model.output, false);
  Samples test = samplesOf(table, inputs.value(), spec.model.output, true);
  return Setting{std::move(conditions), std::move(inputs).value(), std::move(architecture), std::move(training),
                 std::move(test)};
}

}  // namespace backprop
