#include "experiment/setting.hpp"

#include <utility>

#include "data/edit.hpp"
#include "data/split.hpp"
#include "experiment/choices.hpp"
#include "experiment/fields.hpp"
#include "objective/targets.hpp"
#include "training/newton.hpp"

namespace backprop {

namespace {

struct Application {
  Conditions& conditions;

  std::optional<Error> operator()(const SetField& change) const {
    const Field* field = fieldAt(change.field);
    if (!field) return Error{"unexpected", Tree(change.field).shown(), change.value.shown(), "a field of the spec"};
    if (field->restarts) return Error{"incompatible", change.field, change.value.shown(), "step 0"};
    if (auto error = field->read(change.value, conditions.spec)) return error;
    conditions.splitIsDue = conditions.splitIsDue || change.field == "data.testFraction";
    return std::nullopt;
  }
  std::optional<Error> operator()(const SetParameter&) const { return std::nullopt; }
  std::optional<Error> operator()(const AddPoints& change) const {
    return addPoints(table(), change.values, change.targets);
  }
  std::optional<Error> operator()(const RemovePoints& change) const { return removePoints(table(), change.rows); }
  std::optional<Error> operator()(const MovePoints& change) const {
    return movePoints(table(), change.rows, change.values);
  }
  std::optional<Error> operator()(const Retarget& change) const {
    return retarget(table(), change.rows, change.target);
  }

  /// To be edited.
  Table& table() const {
    conditions.split();
    return conditions.table;
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
  const bool ownSplit = spec.data.table && spec.data.ownSplit;
  return {spec, spec.data.table ? *spec.data.table : generate(spec.data.recipe), !ownSplit};
}

void Conditions::split() {
  if (!std::exchange(splitIsDue, false)) return;
  splitForTesting(table, spec.data.testFraction, spec.data.recipe.seed);
}

std::optional<Error> Conditions::apply(const Change& change) { return std::visit(Application{*this}, change); }

namespace {

std::optional<Error> checkCost(const Spec& spec, TargetKind kind) {
  const Activation output = spec.model.output;
  const LossKind error = spec.cost.error;
  const bool numbers = kind == TargetKind::Numbers;
  if (numbers && (output == Activation::Softmax || output == Activation::Step)) {
    const std::string_view name = nameIn(outputActivations, static_cast<int>(output));
    return Error{"incompatible", "model.output", std::string(name), "linear, tanh, sigmoid"};
  }
  if (goesTogether(error, output) && !(numbers && error == LossKind::CrossEntropy)) return std::nullopt;
  const std::string_view name = nameIn(lossKinds, static_cast<int>(error));
  const char* allowed = "squaredError, huber";
  if (output == Activation::Step) allowed = "perceptron, mistakes";
  if (isSum(error) && output != Activation::Step) allowed = "squaredError, huber; model.output = step";
  if (error == LossKind::CrossEntropy && !numbers && output != Activation::Step) {
    allowed = "squaredError, huber; model.output = sigmoid, softmax";
  }
  return Error{"incompatible", "cost.error", std::string(name), allowed};
}

/// What the learners of one layer ask for.
std::optional<Error> checkLearner(const Conditions& conditions, Index parameters) {
  using Rule = LearnerSpec::Rule;
  const Spec& spec = conditions.spec;
  const Activation output = spec.model.output;
  const Rule rule = spec.learner.rule;
  const bool perceptron = rule == Rule::Perceptron, fisher = rule == Rule::Fisher, newton = rule == Rule::Newton;
  if (!perceptron && !fisher && !newton) return std::nullopt;
  const auto refused = [&](const char* allowed) {
    return Error{"incompatible", "learner.rule", std::string(nameIn(rules, static_cast<int>(rule))), allowed};
  };
  const bool crossEntropy = spec.cost.error == LossKind::CrossEntropy;
  const bool leastSquares = spec.cost.error == LossKind::SquaredError && output == Activation::Linear;
  const bool several = conditions.table.classNames.size() > 2;
  if (!spec.model.hidden.empty()) return refused("model.hidden = []");
  if (perceptron && output != Activation::Step) return refused("model.output = step");
  if (fisher && conditions.table.kind == TargetKind::Numbers) return refused("gradientDescent");
  if (fisher && !(output == Activation::Softmax || (output == Activation::Sigmoid && !several))) {
    return refused(several ? "model.output = softmax" : "model.output = sigmoid, softmax");
  }
  if (newton && !crossEntropy && !leastSquares) {
    return refused("cost.error = crossEntropy; cost.error = squaredError, model.output = linear");
  }
  if (newton && spec.cost.l1 > 0) return refused("cost.l1 = 0");
  if (newton && parameters > maxNewtonParameters) {
    return Error{"tooLarge", "learner.rule", "newton", std::to_string(maxNewtonParameters)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> checkTogether(const Conditions& conditions) {
  const Spec& spec = conditions.spec;
  if (auto error = checkCost(spec, conditions.table.kind)) return error;
  const Index features = static_cast<Index>(spec.model.features.size());
  return checkLearner(conditions, architectureOf(spec, conditions.table, features).parameterCount());
}

Outcome<Setting> Setting::create(Conditions conditions) {
  conditions.split();
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
