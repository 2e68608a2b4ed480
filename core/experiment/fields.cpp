#include "experiment/fields.hpp"

#include <cmath>
#include <limits>

#include "experiment/reading.hpp"
#include "foundation/decimal.hpp"

namespace backprop {

/// A single value of a spec goes through a number: a boolean as 0 or 1, a choice as its enumerator, null as
/// NaN. So one reader and one writer serve all of them. Anything else has its own.
struct FieldPlace {
  double (*get)(const Spec&) = nullptr;
  void (*set)(Spec&, double) = nullptr;
  Choices choices = {};

  Tree (*write)(const Spec&) = nullptr;
  std::optional<Error> (*read)(const Tree&, Spec&) = nullptr;
};

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double null = std::numeric_limits<double>::quiet_NaN();

template <typename T>
double toNumber(const T& value) {
  return static_cast<double>(value);
}
template <typename T>
double toNumber(const std::optional<T>& value) {
  return value ? static_cast<double>(*value) : null;
}

template <typename T>
void assign(T& value, double number) {
  value = static_cast<T>(number);
}
template <typename T>
void assign(std::optional<T>& value, double number) {
  value = std::isnan(number) ? std::nullopt : std::optional<T>(static_cast<T>(number));
}

/// The value at spec.*member.*member….
template <auto... members>
constexpr FieldPlace at{.get = [](const Spec& spec) { return toNumber((spec.*....*members)); },
                        .set = [](Spec& spec, double number) { assign((spec.*....*members), number); }};

/// The same, one of these choices.
template <const auto& choices, auto... members>
constexpr FieldPlace choiceAt{.get = at<members...>.get, .set = at<members...>.set, .choices = choices};

std::string itemPath(const std::string& list, std::size_t i) { return list + "[" + std::to_string(i) + "]"; }

/// "moons", … or "table" for the person's own points.
std::vector<std::string> sourceNames() {
  std::vector<std::string> names;
  for (const SourceInfo& info : sources) names.emplace_back(info.name);
  names.emplace_back("table");
  return names;
}

constexpr FieldPlace source{.write =
                                [](const Spec& spec) {
                                  if (spec.data.table) return Tree("table");
                                  for (const SourceInfo& info : sources) {
                                    if (info.source == spec.data.recipe.source) return Tree(std::string(info.name));
                                  }
                                  return Tree();
                                },
                            .read = [](const Tree& tree, Spec& spec) -> std::optional<Error> {
                              if (!tree.text()) return wrongType("data.source", tree, "text");
                              if (const auto named = sourceNamed(*tree.text())) {
                                spec.data.recipe.source = *named;
                                spec.data.table.reset();
                              } else if (*tree.text() != "table") {
                                return Error{"unknown", "data.source", tree.shown(), joined(sourceNames())};
                              } else if (!spec.data.table) {
                                spec.data.table = std::make_shared<Table>();  // data.table is to follow
                              }
                              return std::nullopt;
                            }};

constexpr FieldPlace table{
    .write =
        [](const Spec& spec) { return spec.data.table ? writeTable(*spec.data.table, spec.data.ownSplit) : Tree(); },
    .read = [](const Tree& tree, Spec& spec) -> std::optional<Error> {
      if (tree.isNull()) return std::nullopt;
      Outcome<Table> read = readTable(tree);
      if (!read) return read.error();
      spec.data.ownSplit = !tree["test"].isNull();
      spec.data.table = std::make_shared<const Table>(std::move(read).value());
      return std::nullopt;
    }};

constexpr Interval inputsLength{1, maxColumns};

constexpr FieldPlace inputs{
    .write = [](const Spec& spec) { return Tree(Tree::Numbers(spec.data.inputs.begin(), spec.data.inputs.end())); },
    .read = [](const Tree& tree, Spec& spec) -> std::optional<Error> {
      const Outcome<Tree::List> items = readItems(tree, "data.inputs", inputsLength);
      if (!items) return items.error();
      std::vector<Index> columns;
      for (const Tree& item : items.value()) {
        const Outcome<double> column = readInteger(item, itemPath("data.inputs", columns.size()), {0, maxColumns - 1});
        if (!column) return column.error();
        columns.push_back(static_cast<Index>(column.value()));
      }
      spec.data.inputs = std::move(columns);
      return std::nullopt;
    }};

constexpr Interval featuresLength{1, maxColumns + 5};

constexpr FieldPlace features{
    .write = [](const Spec& spec) { return Tree(Tree::List(spec.model.features.begin(), spec.model.features.end())); },
    .read = [](const Tree& tree, Spec& spec) -> std::optional<Error> {
      const Outcome<Tree::List> items = readItems(tree, "model.features", featuresLength);
      if (!items) return items.error();
      std::vector<std::string> names;
      for (const Tree& item : items.value()) {
        if (!item.text()) return wrongType(itemPath("model.features", names.size()), item, "text");
        names.push_back(*item.text());
      }
      spec.model.features = std::move(names);
      return std::nullopt;
    }};

Outcome<Architecture::LayerSize> readHiddenLayer(const Tree& tree, const std::string& path) {
  if (!tree.members()) return wrongType(path, tree, "object");
  if (auto error = refuseOthers(tree, path, {"neurons", "activation"})) return *error;
  const Outcome<double> neurons = readInteger(tree["neurons"], path + ".neurons", {1, maxLayerNeurons});
  if (!neurons) return neurons.error();
  const Outcome<int> activation = readChoice(tree["activation"], path + ".activation", hiddenActivations);
  if (!activation) return activation.error();
  return Architecture::LayerSize{static_cast<Index>(neurons.value()), static_cast<Activation>(activation.value())};
}

constexpr Interval hiddenLength{0, maxHiddenLayers};

constexpr FieldPlace hidden{
    .write =
        [](const Spec& spec) {
          Tree::List layers;
          for (const Architecture::LayerSize& layer : spec.model.hidden) {
            const std::string_view activation = nameIn(hiddenActivations, static_cast<int>(layer.activation));
            layers.push_back(Tree::Members{{"neurons", static_cast<double>(layer.neurons)},
                                           {"activation", std::string(activation)}});
          }
          return Tree(std::move(layers));
        },
    .read = [](const Tree& tree, Spec& spec) -> std::optional<Error> {
      const Outcome<Tree::List> items = readItems(tree, "model.hidden", hiddenLength);
      if (!items) return items.error();
      std::vector<Architecture::LayerSize> layers;
      for (const Tree& item : items.value()) {
        const Outcome<Architecture::LayerSize> layer = readHiddenLayer(item, itemPath("model.hidden", layers.size()));
        if (!layer) return layer.error();
        layers.push_back(layer.value());
      }
      spec.model.hidden = std::move(layers);
      return std::nullopt;
    }};

/// A field as the table below has it; its texts are made once, by fields().
struct Row {
  const char* path;
  Field::Type type;
  const FieldPlace& place;
  Interval interval{0, 0};
  bool restarts = false;
  bool nullable = false;
};

using Type = Field::Type;
constexpr bool restarts = true, live = false, nullable = true;
constexpr auto data = &Spec::data;
constexpr auto recipe = &DataSpec::recipe;
constexpr auto model = &Spec::model;
constexpr auto cost = &Spec::cost;
constexpr auto learner = &Spec::learner;
constexpr auto stop = &Spec::stop;

constexpr Row rows[] = {
    {"data.source", Type::Choice, source, {}, restarts},
    {"data.count", Type::Integer, at<data, recipe, &Recipe::count>, {0, 100'000}, restarts},
    {"data.noise", Type::Number, at<data, recipe, &Recipe::noise>, {0, 1}, restarts},
    {"data.classes",
     Type::Integer,
     at<data, recipe, &Recipe::classes>,
     {minGeneratedClasses, maxGeneratedClasses},
     restarts},
    {"data.seed", Type::Integer, at<data, recipe, &Recipe::seed>, {0, maxSeed}, restarts},
    {"data.testFraction", Type::Number, at<data, &DataSpec::testFraction>, {0, 0.9}},
    {"data.table", Type::Table, table, {}, restarts, nullable},
    {"data.inputs", Type::List, inputs, inputsLength, restarts},
    {"data.standardize", Type::Boolean, at<data, &DataSpec::standardize>, {}, restarts},

    {"model.features", Type::List, features, featuresLength, restarts},
    {"model.hidden", Type::List, hidden, hiddenLength, restarts},
    {"model.output", Type::Choice, choiceAt<outputActivations, model, &ModelSpec::output>, {}, restarts},
    {"model.initialization", Type::Choice, choiceAt<initializations, model, &ModelSpec::initialization>, {}, restarts},
    {"model.seed", Type::Integer, at<model, &ModelSpec::seed>, {0, maxSeed}, restarts},
    {"model.precision", Type::Choice, choiceAt<precisions, model, &ModelSpec::precision>, {}, restarts},

    {"cost.error", Type::Choice, choiceAt<lossKinds, cost, &CostSpec::error>},
    {"cost.huberDelta", Type::Number, at<cost, &CostSpec::huberDelta>, {0, 1e6, true}},
    {"cost.l1", Type::Number, at<cost, &CostSpec::l1>, {0, 1000}},
    {"cost.l2", Type::Number, at<cost, &CostSpec::l2>, {0, 1000}},

    {"learner.rule", Type::Choice, choiceAt<rules, learner, &LearnerSpec::rule>},
    {"learner.rate", Type::Number, at<learner, &LearnerSpec::rate>, {0, 1e6, true}},
    {"learner.momentum", Type::Number, at<learner, &LearnerSpec::momentum>, {0, 0.9999}},
    {"learner.decay", Type::Number, at<learner, &LearnerSpec::decay>, {0, 0.999999}},
    {"learner.beta1", Type::Number, at<learner, &LearnerSpec::beta1>, {0, 0.999999}},
    {"learner.beta2", Type::Number, at<learner, &LearnerSpec::beta2>, {0, 0.99999999}},
    {"learner.epsilon", Type::Number, at<learner, &LearnerSpec::epsilon>, {0, 1, true}},
    {"learner.schedule", Type::Choice, choiceAt<schedules, learner, &LearnerSpec::schedule>},
    {"learner.scheduleFactor", Type::Number, at<learner, &LearnerSpec::scheduleFactor>, {0, 10, true}},
    {"learner.scheduleEpochs", Type::Number, at<learner, &LearnerSpec::scheduleEpochs>, {0, 1e9, true}},
    {"learner.clip", Type::Number, at<learner, &LearnerSpec::clip>, {0, 1e9}},
    {"learner.batch", Type::Integer, at<learner, &LearnerSpec::batch>, {0, maxInputValues}},
    {"learner.shuffle", Type::Boolean, at<learner, &LearnerSpec::shuffle>},
    {"learner.seed", Type::Integer, at<learner, &LearnerSpec::seed>, {0, maxSeed}},

    {"stop.cost", Type::Number, at<stop, &StopSpec::cost>, {0, 1e9}, live, nullable},
    {"stop.accuracy", Type::Number, at<stop, &StopSpec::accuracy>, {0, 1}, live, nullable},
    {"stop.epochs", Type::Integer, at<stop, &StopSpec::epochs>, {1, 1e12}, live, nullable},
};

std::vector<std::string> choicesOf(const Row& row) {
  if (&row.place == &source) return sourceNames();
  if (&row.place == &features) return {"x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"};
  if (&row.place == &hidden) return namesOf(hiddenActivations);
  return namesOf(row.place.choices);
}

Outcome<double> readSingle(const Field& field, const Tree& tree) {
  if (field.nullable && tree.isNull()) return null;
  if (field.type == Field::Type::Number) return readNumber(tree, field.path, field.interval);
  if (field.type == Field::Type::Integer) return readInteger(tree, field.path, field.interval);
  if (field.type == Field::Type::Choice) {
    const Outcome<int> value = readChoice(tree, field.path, field.place->choices);
    if (!value) return value.error();
    return static_cast<double>(value.value());
  }
  if (!tree.boolean()) return wrongType(field.path, tree, "boolean");
  return static_cast<double>(*tree.boolean());
}

}  // namespace

Tree Field::write(const Spec& spec) const {
  if (place->write) return place->write(spec);
  const double value = place->get(spec);
  if (type == Field::Type::Boolean) return value != 0;
  if (type == Field::Type::Choice) return std::string(nameIn(place->choices, static_cast<int>(value)));
  if (nullable && std::isnan(value)) return {};
  return value;
}

std::optional<Error> Field::read(const Tree& tree, Spec& spec) const {
  if (place->read) return place->read(tree, spec);
  const Outcome<double> value = readSingle(*this, tree);
  if (!value) return value.error();
  place->set(spec, value.value());
  return std::nullopt;
}

std::string Interval::shown() const {
  return (lowOpen ? "(" : "[") + formatDecimal(low) + ", " + (high == infinite ? "∞" : formatDecimal(high)) + "]";
}

std::span<const Field> fields() {
  static const std::vector<Field> all = [] {
    std::vector<Field> list;
    for (const Row& row : rows) {
      list.push_back({row.path, row.type, row.interval, choicesOf(row), row.nullable, row.restarts, &row.place});
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
