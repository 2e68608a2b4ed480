#include "experiment/fields.hpp"

#include <limits>

#include "experiment/reading.hpp"
#include "foundation/decimal.hpp"

namespace backprop {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// A field that stands at spec.*section.*member.
template <typename Section, typename Value>
struct Place {
  Section Spec::*section;
  Value Section::*member;

  Value& in(Spec& spec) const { return spec.*section.*member; }
  const Value& in(const Spec& spec) const { return spec.*section.*member; }
};

template <typename Section, typename Value>
Place<Section, Value> at(Section Spec::*section, Value Section::*member) {
  return {section, member};
}

constexpr bool restarts = true;

template <typename P>
Field number(const char* path, P place, Interval interval, bool restart = false) {
  Field field{.path = path, .type = Field::Type::Number, .interval = interval, .restarts = restart};
  field.write = [place](const Spec& spec) { return Tree(place.in(spec)); };
  field.read = [place, path, interval](const Tree& tree, Spec& spec) -> std::optional<Error> {
    Outcome<double> value = readNumber(tree, path, interval);
    if (!value) return value.error();
    place.in(spec) = value.value();
    return std::nullopt;
  };
  return field;
}

template <typename P>
Field integer(const char* path, P place, Interval interval, bool restart = false) {
  Field field{.path = path, .type = Field::Type::Integer, .interval = interval, .restarts = restart};
  field.write = [place](const Spec& spec) { return Tree(static_cast<double>(place.in(spec))); };
  field.read = [place, path, interval](const Tree& tree, Spec& spec) -> std::optional<Error> {
    Outcome<double> value = readInteger(tree, path, interval);
    if (!value) return value.error();
    using Value = std::remove_reference_t<decltype(place.in(spec))>;
    place.in(spec) = static_cast<Value>(value.value());
    return std::nullopt;
  };
  return field;
}

/// The same, or null for "not used".
template <typename P>
Field optional(Field::Type type, const char* path, P place, Interval interval) {
  Field field{.path = path, .type = type, .interval = interval, .nullable = true};
  field.write = [place](const Spec& spec) { return place.in(spec) ? Tree(static_cast<double>(*place.in(spec))) : Tree(); };
  field.read = [place, path, interval, type](const Tree& tree, Spec& spec) -> std::optional<Error> {
    if (tree.isNull()) {
      place.in(spec).reset();
      return std::nullopt;
    }
    Outcome<double> value =
        type == Field::Type::Integer ? readInteger(tree, path, interval) : readNumber(tree, path, interval);
    if (!value) return value.error();
    using Value = typename std::remove_reference_t<decltype(place.in(spec))>::value_type;
    place.in(spec) = static_cast<Value>(value.value());
    return std::nullopt;
  };
  return field;
}

template <typename P>
Field boolean(const char* path, P place, bool restart = false) {
  Field field{.path = path, .type = Field::Type::Boolean, .restarts = restart};
  field.write = [place](const Spec& spec) { return Tree(place.in(spec)); };
  field.read = [place, path](const Tree& tree, Spec& spec) -> std::optional<Error> {
    if (!tree.boolean()) return wrongType(path, tree, "boolean");
    place.in(spec) = *tree.boolean();
    return std::nullopt;
  };
  return field;
}

template <typename P, typename Choices>
Field choice(const char* path, P place, const Choices& choices, bool restart = false) {
  Field field{.path = path, .type = Field::Type::Choice, .choices = namesOf(choices), .restarts = restart};
  field.write = [place, &choices](const Spec& spec) { return Tree(std::string(nameIn(choices, place.in(spec)))); };
  field.read = [place, path, &choices](const Tree& tree, Spec& spec) -> std::optional<Error> {
    auto value = readChoice(tree, path, choices);
    if (!value) return value.error();
    place.in(spec) = value.value();
    return std::nullopt;
  };
  return field;
}

/// Recipe's members lie one level deeper.
template <typename Value>
struct RecipePlace {
  Value Recipe::*member;
  Value& in(Spec& spec) const { return spec.data.recipe.*member; }
  const Value& in(const Spec& spec) const { return spec.data.recipe.*member; }
};

/// "moons", … or "table" for the person's own points.
Field sourceField() {
  Field field{.path = "data.source", .type = Field::Type::Choice, .choices = namesOf(sources), .restarts = true};
  field.choices.push_back("table");
  field.write = [](const Spec& spec) {
    if (spec.data.table) return Tree("table");
    for (const SourceInfo& info : sources) {
      if (info.source == spec.data.recipe.source) return Tree(std::string(info.name));
    }
    return Tree();
  };
  field.read = [choices = field.choices](const Tree& tree, Spec& spec) -> std::optional<Error> {
    if (!tree.text()) return wrongType("data.source", tree, "text");
    if (const auto source = sourceNamed(*tree.text())) {
      spec.data.recipe.source = *source;
      spec.data.table.reset();
    } else if (*tree.text() != "table") {
      return Error{"unknown", "data.source", tree.shown(), joined(choices)};
    } else if (!spec.data.table) {
      spec.data.table = std::make_shared<Table>();  // data.table is to follow
    }
    return std::nullopt;
  };
  return field;
}

Field tableField() {
  Field field{.path = "data.table", .type = Field::Type::Table, .nullable = true, .restarts = true};
  field.write = [](const Spec& spec) {
    return spec.data.table ? writeTable(*spec.data.table, spec.data.ownSplit) : Tree();
  };
  field.read = [](const Tree& tree, Spec& spec) -> std::optional<Error> {
    if (tree.isNull()) return std::nullopt;
    Outcome<Table> table = readTable(tree);
    if (!table) return table.error();
    spec.data.ownSplit = !tree["test"].isNull();
    spec.data.table = std::make_shared<const Table>(std::move(table).value());
    return std::nullopt;
  };
  return field;
}

std::string itemPath(const std::string& list, std::size_t i) { return list + "[" + std::to_string(i) + "]"; }

Outcome<Tree::List> readList(const Tree& tree, const std::string& path, Interval length) {
  if (!tree.list() && !tree.numbers()) return wrongType(path, tree, "list");
  Tree::List items = tree.items();
  if (!length.contains(static_cast<double>(items.size()))) {
    return Error{"wrongLength", path, std::to_string(items.size()), length.shown()};
  }
  return items;
}

Field inputsField() {
  const Interval length{1, maxColumns};
  Field field{.path = "data.inputs", .type = Field::Type::List, .interval = length, .restarts = true};
  field.write = [](const Spec& spec) { return Tree(Tree::Numbers(spec.data.inputs.begin(), spec.data.inputs.end())); };
  field.read = [length](const Tree& tree, Spec& spec) -> std::optional<Error> {
    Outcome<Tree::List> items = readList(tree, "data.inputs", length);
    if (!items) return items.error();
    std::vector<Index> inputs;
    for (std::size_t i = 0; i < items.value().size(); ++i) {
      Outcome<double> column = readInteger(items.value()[i], itemPath("data.inputs", i), {0, maxColumns - 1});
      if (!column) return column.error();
      inputs.push_back(static_cast<Index>(column.value()));
    }
    spec.data.inputs = std::move(inputs);
    return std::nullopt;
  };
  return field;
}

Field featuresField() {
  const Interval length{1, maxColumns + 5};
  Field field{.path = "model.features", .type = Field::Type::List, .interval = length, .restarts = true};
  field.choices = {"x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"};
  field.write = [](const Spec& spec) {
    return Tree(Tree::List(spec.model.features.begin(), spec.model.features.end()));
  };
  field.read = [length](const Tree& tree, Spec& spec) -> std::optional<Error> {
    Outcome<Tree::List> items = readList(tree, "model.features", length);
    if (!items) return items.error();
    std::vector<std::string> features;
    for (std::size_t i = 0; i < items.value().size(); ++i) {
      const Tree& item = items.value()[i];
      if (!item.text()) return wrongType(itemPath("model.features", i), item, "text");
      features.push_back(*item.text());
    }
    spec.model.features = std::move(features);
    return std::nullopt;
  };
  return field;
}

Outcome<Architecture::LayerSize> readHiddenLayer(const Tree& tree, const std::string& path) {
  if (!tree.members()) return wrongType(path, tree, "object");
  if (auto error = refuseOthers(tree, path, {"neurons", "activation"})) return *error;
  Outcome<double> neurons = readInteger(tree["neurons"], path + ".neurons", {1, maxLayerNeurons});
  if (!neurons) return neurons.error();
  Outcome<Activation> activation = readChoice(tree["activation"], path + ".activation", hiddenActivations);
  if (!activation) return activation.error();
  return Architecture::LayerSize{static_cast<Index>(neurons.value()), activation.value()};
}

Field hiddenField() {
  const Interval length{0, maxHiddenLayers};
  Field field{.path = "model.hidden", .type = Field::Type::List, .interval = length, .restarts = true};
  field.choices = namesOf(hiddenActivations);
  field.write = [](const Spec& spec) {
    Tree::List layers;
    for (const Architecture::LayerSize& layer : spec.model.hidden) {
      layers.push_back(Tree::Members{{"neurons", static_cast<double>(layer.neurons)},
                                     {"activation", std::string(nameIn(hiddenActivations, layer.activation))}});
    }
    return Tree(layers);
  };
  field.read = [length](const Tree& tree, Spec& spec) -> std::optional<Error> {
    Outcome<Tree::List> items = readList(tree, "model.hidden", length);
    if (!items) return items.error();
    std::vector<Architecture::LayerSize> hidden;
    for (std::size_t i = 0; i < items.value().size(); ++i) {
      Outcome<Architecture::LayerSize> layer = readHiddenLayer(items.value()[i], itemPath("model.hidden", i));
      if (!layer) return layer.error();
      hidden.push_back(layer.value());
    }
    spec.model.hidden = std::move(hidden);
    return std::nullopt;
  };
  return field;
}

std::vector<Field> dataFields() {
  const auto data = &Spec::data;
  return {
      sourceField(),
      integer("data.count", RecipePlace<Index>{&Recipe::count}, {0, 100'000}, restarts),
      number("data.noise", RecipePlace<double>{&Recipe::noise}, {0, 1}, restarts),
      integer("data.classes", RecipePlace<Index>{&Recipe::classes}, {minGeneratedClasses, maxGeneratedClasses}, restarts),
      integer("data.seed", RecipePlace<std::uint64_t>{&Recipe::seed}, {0, maxSeed}, restarts),
      number("data.testFraction", at(data, &DataSpec::testFraction), {0, 0.9}),
      tableField(),
      inputsField(),
      boolean("data.standardize", at(data, &DataSpec::standardize), restarts),
  };
}

std::vector<Field> modelFields() {
  const auto model = &Spec::model;
  return {
      featuresField(),
      hiddenField(),
      choice("model.output", at(model, &ModelSpec::output), outputActivations, restarts),
      choice("model.initialization", at(model, &ModelSpec::initialization), initializations, restarts),
      integer("model.seed", at(model, &ModelSpec::seed), {0, maxSeed}, restarts),
      choice("model.precision", at(model, &ModelSpec::precision), precisions, restarts),
  };
}

std::vector<Field> costFields() {
  const auto cost = &Spec::cost;
  return {
      choice("cost.error", at(cost, &CostSpec::error), lossKinds),
      number("cost.huberDelta", at(cost, &CostSpec::huberDelta), {0, 1e6, true}),
      number("cost.l1", at(cost, &CostSpec::l1), {0, 1000}),
      number("cost.l2", at(cost, &CostSpec::l2), {0, 1000}),
  };
}

std::vector<Field> learnerFields() {
  const auto learner = &Spec::learner;
  return {
      choice("learner.rule", at(learner, &LearnerSpec::rule), rules),
      number("learner.rate", at(learner, &LearnerSpec::rate), {0, 1e6, true}),
      number("learner.momentum", at(learner, &LearnerSpec::momentum), {0, 0.9999}),
      number("learner.decay", at(learner, &LearnerSpec::decay), {0, 0.999999}),
      number("learner.beta1", at(learner, &LearnerSpec::beta1), {0, 0.999999}),
      number("learner.beta2", at(learner, &LearnerSpec::beta2), {0, 0.99999999}),
      number("learner.epsilon", at(learner, &LearnerSpec::epsilon), {0, 1, true}),
      choice("learner.schedule", at(learner, &LearnerSpec::schedule), schedules),
      number("learner.scheduleFactor", at(learner, &LearnerSpec::scheduleFactor), {0, 10, true}),
      number("learner.scheduleEpochs", at(learner, &LearnerSpec::scheduleEpochs), {0, 1e9, true}),
      number("learner.clip", at(learner, &LearnerSpec::clip), {0, 1e9}),
      integer("learner.batch", at(learner, &LearnerSpec::batch), {0, maxInputValues}),
      boolean("learner.shuffle", at(learner, &LearnerSpec::shuffle)),
      integer("learner.seed", at(learner, &LearnerSpec::seed), {0, maxSeed}),
  };
}

std::vector<Field> stopFields() {
  const auto stop = &Spec::stop;
  return {
      optional(Field::Type::Number, "stop.cost", at(stop, &StopSpec::cost), {0, 1e9}),
      optional(Field::Type::Number, "stop.accuracy", at(stop, &StopSpec::accuracy), {0, 1}),
      optional(Field::Type::Integer, "stop.epochs", at(stop, &StopSpec::epochs), {1, 1e12}),
  };
}

}  // namespace

std::string Interval::shown() const {
  return (lowOpen ? "(" : "[") + formatDecimal(low) + ", " + (high == infinite ? "∞" : formatDecimal(high)) + "]";
}

std::span<const Field> fields() {
  static const std::vector<Field> all = [] {
    std::vector<Field> list;
    for (auto section : {dataFields, modelFields, costFields, learnerFields, stopFields}) {
      for (Field& field : section()) list.push_back(std::move(field));
    }
    return list;
  }();
  return all;
}

const Field* fieldAt(std::string_view path) {
  for (const Field& field : fields()) {
    if (field.path == path) return &field;
  }
  return nullptr;
}

}  // namespace backprop
