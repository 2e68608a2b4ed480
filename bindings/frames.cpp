#include "frames.hpp"

#include <tuple>

#include "experiment/discriminant_view.hpp"
#include "experiment/pattern_view.hpp"
#include "experiment/reading.hpp"
#include "foundation/excerpt.hpp"

namespace backprop::marshal {

namespace {

val evaluationOf(const Evaluation& evaluation, TargetKind kind) {
  val costs = val::object();
  put(costs, "cost", evaluation.cost());
  put(costs, "error", evaluation.error);
  put(costs, "penalty", evaluation.penalty);
  put(costs, "count", static_cast<double>(evaluation.count));
  if (kind == TargetKind::Classes) {
    put(costs, "right", static_cast<double>(evaluation.right));
    put(costs, "accuracy", evaluation.accuracy);
  }
  if (evaluation.hasSums()) {
    put(costs, "soft", evaluation.soft);
    put(costs, "hard", evaluation.hard);
  }
  return costs;
}

val stopOf(const Stop& stop) {
  static constexpr const char* kinds[] = {"cost",      "accuracy", "epochs", "notFinite", "noPatterns", "noMistakes",
                                          "tolerance", "cycle",    "solved", "separated", "oneClass"};
  static constexpr const char* quantities[] = {"", "cost", "gradient", "parameter"};
  val reason = val::object();
  put(reason, "kind", kinds[static_cast<int>(stop.kind)]);
  put(reason, "step", static_cast<double>(stop.step));
  if (stop.quantity != Stop::Quantity::None) {
    put(reason, "quantity", quantities[static_cast<int>(stop.quantity)]);
  }
  if (stop.quantity == Stop::Quantity::Parameter) put(reason, "parameter", static_cast<double>(stop.parameter));
  return reason;
}

struct PlaneAsked {
  PlaneWindow window;
  PlaneSlice slice;
};

PlaneAsked readPlane(Reader& read, const Tree& tree, Index columns, double width, double height) {
  const std::vector<Index> pair = read.indices(tree["columns"], "columns", {0, static_cast<double>(columns - 1)});
  if (pair.size() != 2) read.refuse({"wrongLength", "columns", std::to_string(pair.size()), "2"});
  PlaneAsked plane;
  std::tie(plane.window.left, plane.window.right) = read.range(tree["x"], "x");
  std::tie(plane.window.bottom, plane.window.top) = read.range(tree["y"], "y");
  plane.slice.held = read.numbers(tree["held"], "held");
  const std::size_t held = plane.slice.held.size();
  if (static_cast<Index>(held) != columns) {
    read.refuse({"wrongLength", "held", std::to_string(held), std::to_string(columns)});
  }
  if (!read.ok()) return plane;
  plane.slice.horizontal = pair[0];
  plane.slice.vertical = pair[1];
  plane.window.columns = static_cast<Index>(width);
  plane.window.rows = static_cast<Index>(height);
  return plane;
}

std::span<const float> flat(const RowMatrix<float>& matrix) {
  return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}

std::optional<Error> addField(val& frame, const Experiment& experiment, Picture& picture, const Tree& asked,
                              const val& into) {
  if (asked.isNull()) return std::nullopt;
  Reader read("field.");
  const double width = read.integer(asked["width"], "width", {1, double(maxPictureSide)});
  const double height = read.integer(asked["height"], "height", {1, double(maxPictureSide)});
  const PlaneAsked plane = readPlane(read, asked, experiment.setting().table().columns(), width, height);
  if (read.ok()) put(frame, "field", copyInto(into, flat(picture.outputs(experiment, plane.window, plane.slice))));
  return read.error();
}

std::optional<Error> addNeurons(val& frame, const Experiment& experiment, Picture& picture, const Tree& asked) {
  if (asked.isNull()) return std::nullopt;
  Reader read("neurons.");
  const double size = read.integer(asked["size"], "size", {1, 256});
  const PlaneAsked plane = readPlane(read, asked, experiment.setting().table().columns(), size, size);
  if (read.ok()) put(frame, "neurons", copyOf(flat(picture.activations(experiment, plane.window, plane.slice))));
  return read.error();
}

/// Rows of numbers; each column becomes a typed array of its own.
class Columns {
 public:
  explicit Columns(std::initializer_list<const char*> names) : names_(names) {}

  void add(std::initializer_list<double> row) { numbers_.insert(numbers_.end(), row); }

  void putInto(val& object) const {
    const std::size_t width = names_.size();
    std::vector<double> column(numbers_.size() / width);
    for (std::size_t c = 0; c < width; ++c) {
      for (std::size_t i = 0; i < column.size(); ++i) column[i] = numbers_[i * width + c];
      put(object, names_[c], copyOf(column));
    }
  }

 private:
  std::vector<const char*> names_;
  std::vector<double> numbers_;
};

val confusionOf(const ConfusionMatrix& matrix) {
  Columns classes({"precision", "recall"});
  for (Index c = 0; c < matrix.classes(); ++c) classes.add({matrix.precision(c), matrix.recall(c)});
  val object = val::object();
  put(object, "counts", copyOf(std::vector<double>(matrix.counts().begin(), matrix.counts().end())));
  put(object, "accuracy", matrix.accuracy());
  classes.putInto(object);
  return object;
}

val regressionOf(const RegressionScores& scores) {
  val object = val::object();
  put(object, "meanSquaredError", scores.meanSquaredError);
  put(object, "rootMeanSquaredError", scores.rootMeanSquaredError);
  put(object, "determination", scores.determination);
  return object;
}

/// Of the training points and, where there are any, of the test points.
val bothOf(const Experiment& experiment, auto&& scores) {
  val both = val::object();
  put(both, "train", scores(experiment, false));
  if (!experiment.setting().test.rows.empty()) put(both, "test", scores(experiment, true));
  return both;
}

void addRegression(val& frame, const Experiment& experiment) {
  if (experiment.setting().table().kind != TargetKind::Numbers) return;
  put(frame, "regression", bothOf(experiment, [](const Experiment& experiment, bool test) {
        return regressionOf(regression(experiment, test));
      }));
}

void addConfusion(val& frame, const Experiment& experiment) {
  if (experiment.setting().table().kind != TargetKind::Classes) return;
  put(frame, "confusion", bothOf(experiment, [](const Experiment& experiment, bool test) {
        return confusionOf(confusion(experiment, test));
      }));
}

void addCurves(val& frame, const Experiment& experiment) {
  Columns columns({"steps", "epochs", "trainCost", "testCost", "trainError", "testError", "penalty", "trainAccuracy",
                   "testAccuracy", "trainSoft", "trainHard"});
  for (const auto& [step, epoch, training, test] : curveOf(experiment)) {
    columns.add({static_cast<double>(step), epoch, training.cost(), test.cost(), training.error, test.error,
                 training.penalty, training.accuracy, test.accuracy, training.soft, training.hard});
  }
  val curves = val::object();
  columns.putInto(curves);
  put(frame, "curves", curves);
}

val pair(double first, double second) {
  val array = val::array();
  array.set(0, first);
  array.set(1, second);
  return array;
}

val pathOf(const SurfaceView& view) {
  Columns columns({"steps", "x", "y", "costs", "outside"});
  for (std::size_t i = 0; i < view.path.size(); ++i) {
    const PathPoint& point = view.path[i];
    columns.add({view.steps[i], point.position.x, point.position.y, point.cost, point.outside});
  }
  val path = val::object();
  columns.putInto(path);
  return path;
}

val surfaceOf(const SurfaceView& view, double across, double up, double size) {
  val here = val::object();
  put(here, "x", view.here.x);
  put(here, "y", view.here.y);
  put(here, "cost", view.cost);
  val surface = val::object();
  put(surface, "across", across);
  put(surface, "up", up);
  put(surface, "x", pair(view.window.xLow, view.window.xHigh));
  put(surface, "y", pair(view.window.yLow, view.window.yHigh));
  put(surface, "size", size);
  put(surface, "costs", copyOf(view.costs));
  put(surface, "here", here);
  put(surface, "descent", pair(view.descent.x, view.descent.y));
  put(surface, "path", pathOf(view));
  return surface;
}

std::optional<Error> addSurface(val& frame, const Experiment& experiment, const Tree& asked) {
  if (asked.isNull() || experiment.run().firstNotFinite() >= 0) return std::nullopt;
  Reader read("surface.");
  const Interval parameters{0, static_cast<double>(experiment.setting().architecture.parameterCount() - 1)};
  const double across = read.integer(asked["across"], "across", parameters);
  const double up = read.integer(asked["up"], "up", parameters);
  if (across == up) read.refuse({"duplicate", "up", asked["up"].shown(), ""});
  const double size = read.integer(asked["size"], "size", {2, static_cast<double>(maxSurfaceSize)});
  std::optional<Window> window;
  if (!asked["x"].isNull() && !asked["y"].isNull()) {
    window.emplace();
    std::tie(window->xLow, window->xHigh) = read.range(asked["x"], "x");
    std::tie(window->yLow, window->yHigh) = read.range(asked["y"], "y");
  }
  if (read.ok()) {
    const SurfaceView view =
        surfaceOver(experiment, static_cast<Index>(across), static_cast<Index>(up), window, static_cast<Index>(size));
    put(frame, "surface", surfaceOf(view, across, up, size));
  }
  return read.error();
}

val stateOf(const Experiment& experiment) {
  const TargetKind kind = experiment.setting().table().kind;
  val frame = val::object();
  put(frame, "revision", static_cast<double>(experiment.revision()));
  put(frame, "step", static_cast<double>(experiment.cursor().step));
  put(frame, "furthest", static_cast<double>(experiment.furthest()));
  put(frame, "epoch", experiment.epoch());
  put(frame, "rate", experiment.rate());
  if (experiment.stop()) put(frame, "stop", stopOf(*experiment.stop()));
  if (experiment.lastStep()) {
    val last = val::object();
    put(last, "cost", experiment.lastStep()->cost);
    put(last, "gradientNorm", experiment.lastStep()->gradientNorm);
    put(frame, "lastStep", last);
  }
  if (const auto unbounded = experiment.run().unbounded()) put(frame, "unbounded", *unbounded);
  if (experiment.setting().spec().learner.rule == LearnerSpec::Rule::Fisher) {
    put(frame, "singular", experiment.run().singular());
  }
  put(frame, "train", evaluationOf(experiment.training(), kind));
  if (!experiment.setting().test.rows.empty()) put(frame, "test", evaluationOf(experiment.test(), kind));
  return frame;
}

void addPattern(val& frame, const Experiment& experiment) {
  const Setting& setting = experiment.setting();
  if (setting.spec().learner.rule != LearnerSpec::Rule::Perceptron || setting.training.rows.empty()) return;
  if (experiment.run().firstNotFinite() >= 0) return;
  const PatternView view = nextPattern(experiment);
  val pattern = val::object();
  put(pattern, "row", static_cast<double>(view.row));
  put(pattern, "patterns", static_cast<double>(view.patterns));
  put(pattern, "x", copyOf(view.x));
  put(pattern, "y", copyOf(view.y));
  put(pattern, "z", copyOf(view.z));
  put(pattern, "outputs", copyOf(view.out));
  put(pattern, "factor", copyOf(view.factor));
  put(pattern, "change", copyOf(view.change));
  put(pattern, "after", copyOf(view.after));
  put(pattern, "zAfter", copyOf(view.zAfter));
  put(pattern, "stopped", copyOf(view.stopped));
  put(pattern, "mistaken", view.mistaken);
  put(pattern, "stillWrong", view.stillWrong);
  put(pattern, "mistakenOutput", static_cast<double>(view.mistakenOutput));
  put(pattern, "sufficientRate", view.sufficientRate ? val(*view.sufficientRate) : val::null());
  put(pattern, "mistakes", view.counts.mistakes);
  put(pattern, "epochMistakes", view.counts.epochMistakes);
  put(pattern, "cycle", view.counts.cycle);
  static constexpr const char* hindrances[] = {"rule",  "start", "byHand", "penalty",
                                               "batch", "rate",  "points", "settings"};
  if (view.hindrance) put(pattern, "noBound", hindrances[static_cast<int>(*view.hindrance)]);
  put(frame, "pattern", pattern);
}

val sideOf(const Discriminant& side) {
  val object = val::object();
  put(object, "direction", copyOf(std::span<const double>(side.direction.data(), side.direction.size())));
  put(object, "means", pair(side.means[0], side.means[1]));
  put(object, "threshold", side.threshold);
  put(object, "scatterRatio", side.scatterRatio);
  put(object, "right", static_cast<double>(side.right));
  return object;
}

std::optional<Error> addDiscriminant(val& frame, const Experiment& experiment, const Tree& asked) {
  if (asked.isNull()) return std::nullopt;
  Reader read("discriminant.");
  const double bins = read.integer(asked["bins"], "bins", {1, 1000});
  std::vector<double> direction;
  if (!asked["direction"].isNull()) direction = read.numbers(asked["direction"], "direction");
  if (!read.ok()) return read.error();
  if (const auto view = discriminantView(experiment, direction, static_cast<Index>(bins))) {
    val object = val::object();
    put(object, "here", sideOf(view->here));
    put(object, "optimum", sideOf(view->optimum));
    put(object, "singular", view->singular);
    put(object, "count", static_cast<double>(view->count));
    put(object, "low", view->low);
    put(object, "high", view->high);
    put(object, "counts", copyOf(view->counts));
    put(frame, "discriminant", object);
  }
  return std::nullopt;
}

template <typename View>
val separabilityOf(const View& view) {
  val object = val::object();
  put(object, "separable", view.separable);
  put(object, "radius", view.radius);
  put(object, "margin", view.margin);
  put(object, "bound", view.bound);
  return object;
}

void addSeparability(val& frame, const Experiment& experiment) {
  const auto view = separabilityView(experiment);
  if (!view) return;
  val object = separabilityOf(*view), classes = val::array();
  for (std::size_t c = 0; c < view->classes.size(); ++c) classes.set(c, separabilityOf(view->classes[c]));
  put(object, "holds", view->holds);
  put(object, "classes", classes);
  put(frame, "separability", object);
}

/// Point after point, its numbers next to each other.
val byPoint(const RowMatrix<double>& numbers) {
  const Eigen::MatrixXd columns = numbers;
  return copyOf(std::span<const double>(columns.data(), static_cast<std::size_t>(columns.size())));
}

/// Rows of all columns, one after the other.
RowMatrix<double> readPoints(Reader& read, const Tree& tree, Index columns) {
  const std::vector<double> values = read.numbers(tree, "points");
  const Index count = static_cast<Index>(values.size());
  if (count > maxInputValues) {
    read.refuse({"tooLarge", "points", std::to_string(count), std::to_string(maxInputValues)});
  }
  if (count % columns != 0) {
    read.refuse({"wrongLength", "points", std::to_string(count), "k · " + std::to_string(columns)});
  }
  for (Index i = 0; read.ok() && i < count; ++i) {
    const double value = values[static_cast<std::size_t>(i)];
    if (!isTableNumber(value)) read.refuse(tableNumberError(value, element("points", i)));
  }
  if (!read.ok()) return {};
  return Eigen::Map<const Eigen::MatrixXd>(values.data(), columns, count / columns);
}

bool wanted(const Tree& request, const char* name) { return request[name].boolean() && *request[name].boolean(); }

}  // namespace

val frame(const Experiment& experiment, Picture& field, Picture& neurons, const Tree& request, const val& fieldInto) {
  val frame = stateOf(experiment);
  if (wanted(request, "parameters")) put(frame, "parameters", copyOf(experiment.run().parameters()));
  if (wanted(request, "gradient")) put(frame, "gradient", copyOf(experiment.run().gradient()));
  if (wanted(request, "predictions")) put(frame, "predictions", copyOf(predictions(experiment)));
  if (wanted(request, "curves")) addCurves(frame, experiment);
  if (wanted(request, "confusion")) addConfusion(frame, experiment);
  if (wanted(request, "regression")) addRegression(frame, experiment);
  if (wanted(request, "answer")) put(frame, "answer", copyOf(experiment.run().answer()));
  if (wanted(request, "scores")) put(frame, "scores", byPoint(scores(experiment)));
  if (wanted(request, "pattern")) addPattern(frame, experiment);
  if (wanted(request, "separability")) addSeparability(frame, experiment);

  std::optional<Error> error = addField(frame, experiment, field, request["field"], fieldInto);
  if (!error) error = addNeurons(frame, experiment, neurons, request["neurons"]);
  if (!error) error = addSurface(frame, experiment, request["surface"]);
  if (!error) error = addDiscriminant(frame, experiment, request["discriminant"]);
  return error ? failure(*error) : success(frame);
}

val predict(const Experiment& experiment, const Tree& values) {
  Reader read;
  const RowMatrix<double> points = readPoints(read, values, experiment.setting().table().columns());
  if (!read.ok()) return failure(*read.error());
  const Answers answers = answersAt(experiment, points);
  val prediction = val::object();
  put(prediction, "outputs", byPoint(answers.outputs));
  put(prediction, "scores", byPoint(answers.scores));
  put(prediction, "decided", copyOf(answers.decided));
  return success(prediction);
}

}  // namespace backprop::marshal
