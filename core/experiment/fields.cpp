#include "experiment/fields.hpp"

#include <cmath>
#include <limits>

#include "experiment/reading.hpp"
#include "foundation/decimal.hpp"
#include "foundation/excerpt.hpp"

namespace backprop {

/// A single value of a spec goes through a number: a boolean as 0 or 1, a choice as its enumerator, null as
/// NaN. So one reader and one writer serve all of them. Anything else has its own.
struct FieldPlace {
  double (*get)(const Spec&) = nullptr;
  void (*set)(Spec&, double) = nullptr;
  Choices choices = {};

  Tree (*write)(const Spec&) = nullptr;
  void (*read)(Reader&, const Tree&, Spec&) = nullptr;
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

/// "moons", … or "table" for the person's own points.
std::vector<std::string> sourceNames() {
  std::vector<std::string> names;
  for (const SourceInfo& info : sources) names.emplace_back(info.name);
  names.emplace_back("table");
  return names;
}

Tree writeSource(const Spec& spec) {
  if (spec.data.table) return "table";
  for (const SourceInfo& info : sources) {
    if (info.source == spec.data.recipe.source) return std::string(info.name);
  }
  return {};
}

void readSource(Reader& read, const Tree& tree, Spec& spec) {
  const std::string name = read.text(tree, "data.source");
  if (const std::optional<Source> source = sourceNamed(name)) {
    spec.data.recipe.source = *source;
    spec.data.table.reset();
  } else if (name != "table") {
    read.refuse({"unknown", "data.source", tree.shown(), joined(sourceNames())});
  } else if (!spec.data.table) {
    spec.data.table = std::make_shared<Table>();  // data.table is to follow
  }
}

Tree writeOwnTable(const Spec& spec) {
  return spec.data.table ? writeTable(*spec.data.table, spec.data.ownSplit) : Tree();
}

void readOwnTable(Reader& read, const Tree& tree, Spec& spec) {
  if (tree.isNull()) return;
  Outcome<Table> table = readTable(tree);
  if (!table) return read.refuse(table.error());
  spec.data.ownSplit = !tree["test"].isNull();
  spec.data.table = std::make_shared<const Table>(std::move(table).value());
}

constexpr Interval inputsLength{1, maxColumns};

Tree writeInputs(const Spec& spec) { return Tree::Numbers(spec.data.inputs.begin(), spec.data.inputs.end()); }

void readInputs(Reader& read, const Tree& tree, Spec& spec) {
  read.items(tree, "data.inputs", inputsLength);
  std::vector<Index> inputs = read.indices(tree, "data.inputs", {0, maxColumns - 1});
  if (read.ok()) spec.data.inputs = std::move(inputs);
}

constexpr Interval featuresLength{1, maxColumns + 5};

Tree writeFeatures(const Spec& spec) { return Tree::List(spec.model.features.begin(), spec.model.features.end()); }

void readFeatures(Reader& read, const Tree& tree, Spec& spec) {
  std::vector<std::string> features = read.texts(tree, "model.features", featuresLength);
  if (read.ok()) spec.model.features = std::move(features);
}

constexpr Interval hiddenLength{0, maxHiddenLayers};

Tree writeHidden(const Spec& spec) {
  Tree::List layers;
  for (const Architecture::LayerSize& layer : spec.model.hidden) {
    Tree tree;
    tree.add("neurons", static_cast<double>(layer.neurons));
    tree.add("activation", std::string(nameIn(hiddenActivations, static_cast<int>(layer.activation))));
    layers.push_back(std::move(tree));
  }
  return layers;
}

void readHidden(Reader& read, const Tree& tree, Spec& spec) {
  std::vector<Architecture::LayerSize> layers;
  for (const Tree& item : read.items(tree, "model.hidden", hiddenLength)) {
    const std::string place = element("model.hidden", static_cast<Index>(layers.size()));
    read.object(item, place.c_str(), "neurons, activation");
    const double neurons = read.integer(item["neurons"], (place + ".neurons").c_str(), {1, maxLayerNeurons});
    const int activation = read.choice(item["activation"], (place + ".activation").c_str(), hiddenActivations);
    layers.push_back({static_cast<Index>(neurons), static_cast<Activation>(activation)});
  }
  if (read.ok()) spec.model.hidden = std::move(layers);
}

constexpr FieldPlace source{.write = writeSource, .read = readSource};
constexpr FieldPlace table{.write = writeOwnTable, .read = readOwnTable};
constexpr FieldPlace inputs{.write = writeInputs, .read = readInputs};
constexpr FieldPlace features{.write = writeFeatures, .read = readFeatures};
constexpr FieldPlace hidden{.write = writeHidden, .read = readHidden};

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
    {"learner.convention", Type::Choice, choiceAt<conventions, learner, &LearnerSpec::convention>},
    {"learner.answer", Type::Choice, choiceAt<answers, learner, &LearnerSpec::answer>},
    {"learner.tolerance", Type::Number, at<learner, &LearnerSpec::tolerance>, {0, 1e9}, live, nullable},
    {"learner.patience", Type::Integer, at<learner, &LearnerSpec::patience>, {1, 1e6}},
    {"learner.threshold", Type::Choice, choiceAt<thresholds, learner, &LearnerSpec::threshold>},
    {"learner.shrinkage", Type::Number, at<learner, &LearnerSpec::shrinkage>, {0, 1}},

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

double readSingle(Reader& read, const Field& field, const Tree& tree) {
  const char* path = field.path.c_str();
  if (field.nullable && tree.isNull()) return null;
  if (field.type == Type::Number) return read.number(tree, path, field.interval);
  if (field.type == Type::Integer) return read.integer(tree, path, field.interval);
  if (field.type == Type::Choice) return read.choice(tree, path, field.place->choices);
  return read.boolean(tree, path);
}

}  // namespace

Tree Field::write(const Spec& spec) const {
  if (place->write) return place->write(spec);
  const double value = place->get(spec);
  if (type == Type::Boolean) return value != 0;
  if (type == Type::Choice) return std::string(nameIn(place->choices, static_cast<int>(value)));
  if (nullable && std::isnan(value)) return {};
  return value;
}

std::optional<Error> Field::read(const Tree& tree, Spec& spec) const {
  Reader reader;
  if (place->read) {
    place->read(reader, tree, spec);
  } else if (const double value = readSingle(reader, *this, tree); reader.ok()) {
    place->set(spec, value);
  }
  return reader.error();
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
