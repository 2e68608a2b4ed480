#include "frames.hpp"

#include "experiment/reading.hpp"

namespace backprop::marshal {

namespace {

val evaluationOf(const Evaluation& evaluation, TargetKind kind) {
  val costs = val::object();
  costs.set("cost", evaluation.cost());
  costs.set("error", evaluation.error);
  costs.set("penalty", evaluation.penalty);
  costs.set("count", static_cast<double>(evaluation.count));
  if (kind == TargetKind::Classes) {
    const double right = static_cast<double>(evaluation.right);
    costs.set("right", right);
    costs.set("accuracy", right / static_cast<double>(evaluation.count));
  }
  return costs;
}

val stopOf(const Stop& stop) {
  static constexpr const char* kinds[] = {"cost", "accuracy", "epochs", "notFinite", "noPatterns"};
  static constexpr const char* quantities[] = {"", "cost", "gradient", "parameter"};
  val reason = val::object();
  reason.set("kind", std::string(kinds[static_cast<int>(stop.kind)]));
  reason.set("step", static_cast<double>(stop.step));
  if (stop.quantity != Stop::Quantity::None) {
    reason.set("quantity", std::string(quantities[static_cast<int>(stop.quantity)]));
  }
  if (stop.quantity == Stop::Quantity::Parameter) reason.set("parameter", static_cast<double>(stop.parameter));
  return reason;
}

struct PlaneAsked {
  PlaneWindow window;
  PlaneSlice slice;
};

Outcome<double> readInterval(const Tree& tree, const std::string& field, double& low, double& high) {
  const Tree::Numbers* ends = tree.numbers();
  if (!ends || ends->size() != 2) return wrongType(field, tree, "list");
  for (const double end : *ends) {
    if (Outcome<double> number = readNumber(end, field, {-maxMagnitude, maxMagnitude}); !number) return number.error();
  }
  low = (*ends)[0];
  high = (*ends)[1];
  return 0.0;
}

Outcome<PlaneAsked> readPlane(const Tree& tree, const std::string& path, Index columns, Index width, Index height) {
  PlaneAsked plane;
  const Tree::Numbers* pair = tree["columns"].numbers();
  if (!pair || pair->size() != 2) return wrongType(path + ".columns", tree["columns"], "list");
  for (const double column : *pair) {
    Outcome<double> index = readInteger(column, path + ".columns", {0, static_cast<double>(columns - 1)});
    if (!index) return index.error();
  }
  plane.slice.horizontal = static_cast<Index>((*pair)[0]);
  plane.slice.vertical = static_cast<Index>((*pair)[1]);
  if (auto x = readInterval(tree["x"], path + ".x", plane.window.left, plane.window.right); !x) return x.error();
  if (auto y = readInterval(tree["y"], path + ".y", plane.window.bottom, plane.window.top); !y) return y.error();
  const Tree::Numbers* held = tree["held"].numbers();
  if (!held || static_cast<Index>(held->size()) != columns) {
    return Error{"wrongLength", path + ".held", held ? std::to_string(held->size()) : tree["held"].shown(), std::to_string(columns)};
  }
  plane.slice.held = *held;
  plane.window.columns = width;
  plane.window.rows = height;
  return plane;
}

std::span<const float> flat(const RowMatrix<float>& matrix) {
  return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}

std::optional<Error> addField(val& frame, const Experiment& experiment, Picture& picture, const Tree& asked) {
  if (asked.isNull()) return std::nullopt;
  Outcome<double> width = readInteger(asked["width"], "field.width", {1, 2048});
  if (!width) return width.error();
  Outcome<double> height = readInteger(asked["height"], "field.height", {1, 2048});
  if (!height) return height.error();
  Outcome<PlaneAsked> plane = readPlane(asked, "field", experiment.setting().table().columns(),
                                        static_cast<Index>(width.value()), static_cast<Index>(height.value()));
  if (!plane) return plane.error();
  frame.set("field", copyOf(flat(picture.outputs(experiment, plane.value().window, plane.value().slice))));
  return std::nullopt;
}

std::optional<Error> addNeurons(val& frame, const Experiment& experiment, Picture& picture, const Tree& asked) {
  if (asked.isNull()) return std::nullopt;
  Outcome<double> size = readInteger(asked["size"], "neurons.size", {1, 256});
  if (!size) return size.error();
  const Index side = static_cast<Index>(size.value());
  Outcome<PlaneAsked> plane = readPlane(asked, "neurons", experiment.setting().table().columns(), side, side);
  if (!plane) return plane.error();
  frame.set("neurons", copyOf(flat(picture.activations(experiment, plane.value().window, plane.value().slice))));
  return std::nullopt;
}

val confusionOf(const ConfusionMatrix& matrix) {
  std::vector<double> counts(matrix.counts().begin(), matrix.counts().end()), precision, recall;
  for (Index c = 0; c < matrix.classes(); ++c) {
    precision.push_back(matrix.precision(c));
    recall.push_back(matrix.recall(c));
  }
  val object = val::object();
  object.set("counts", copyOf(counts));
  object.set("accuracy", matrix.accuracy());
  object.set("precision", copyOf(precision));
  object.set("recall", copyOf(recall));
  return object;
}

void addConfusion(val& frame, const Experiment& experiment) {
  if (experiment.setting().table().kind != TargetKind::Classes) return;
  val both = val::object();
  both.set("train", confusionOf(confusion(experiment, false)));
  if (!experiment.setting().test.rows.empty()) both.set("test", confusionOf(confusion(experiment, true)));
  frame.set("confusion", both);
}

double accuracyOf(const Evaluation& evaluation, TargetKind kind) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  return kind == TargetKind::Classes ? static_cast<double>(evaluation.right) / static_cast<double>(evaluation.count) : none;
}

void addCurves(val& frame, const Experiment& experiment) {
  const TargetKind kind = experiment.setting().table().kind;
  std::vector<double> steps, epochs, trainCost, testCost, trainAccuracy, testAccuracy;
  const auto add = [&](Index step, double epoch, const Evaluation& training, const Evaluation& test) {
    steps.push_back(static_cast<double>(step));
    epochs.push_back(epoch);
    trainCost.push_back(training.cost());
    testCost.push_back(test.cost());
    trainAccuracy.push_back(accuracyOf(training, kind));
    testAccuracy.push_back(accuracyOf(test, kind));
  };
  const double n = std::max<double>(1, static_cast<double>(experiment.setting().training.rows.size()));
  bool present = false;
  for (const Checkpoint& checkpoint : experiment.history().checkpoints()) {
    const Cursor& cursor = checkpoint.cursor;
    if (!present && cursor.step > experiment.cursor().step) {
      add(experiment.cursor().step, experiment.epoch(), experiment.training(), experiment.test());
      present = true;
    }
    present = present || cursor.step == experiment.cursor().step;
    add(cursor.step, static_cast<double>(cursor.epoch) + static_cast<double>(cursor.position) / n, checkpoint.training, checkpoint.test);
  }
  if (!present) add(experiment.cursor().step, experiment.epoch(), experiment.training(), experiment.test());
  val curves = val::object();
  curves.set("steps", copyOf(steps));
  curves.set("epochs", copyOf(epochs));
  curves.set("trainCost", copyOf(trainCost));
  curves.set("testCost", copyOf(testCost));
  curves.set("trainAccuracy", copyOf(trainAccuracy));
  curves.set("testAccuracy", copyOf(testAccuracy));
  frame.set("curves", curves);
}

val pair(double first, double second) {
  val array = val::array();
  array.set(0, first);
  array.set(1, second);
  return array;
}

val pathOf(const SurfaceView& view) {
  std::vector<double> x, y, costs, outside;
  for (const PathPoint& point : view.path) {
    x.push_back(point.position.x);
    y.push_back(point.position.y);
    costs.push_back(point.cost);
    outside.push_back(point.outside);
  }
  val path = val::object();
  path.set("steps", copyOf(view.steps));
  path.set("x", copyOf(x));
  path.set("y", copyOf(y));
  path.set("costs", copyOf(costs));
  path.set("outside", copyOf(outside));
  return path;
}

std::optional<Error> addSurface(val& frame, const Experiment& experiment, const Tree& asked) {
  if (asked.isNull() || experiment.run().firstNotFinite() >= 0) return std::nullopt;
  const Interval parameters{0, static_cast<double>(experiment.setting().architecture.parameterCount() - 1)};
  Outcome<double> across = readInteger(asked["across"], "surface.across", parameters);
  if (!across) return across.error();
  Outcome<double> up = readInteger(asked["up"], "surface.up", parameters);
  if (!up) return up.error();
  if (across.value() == up.value()) return Error{"duplicate", "surface.up", asked["up"].shown(), ""};
  Outcome<double> size = readInteger(asked["size"], "surface.size", {2, static_cast<double>(maxSurfaceSize)});
  if (!size) return size.error();
  std::optional<Window> window;
  if (!asked["x"].isNull() && !asked["y"].isNull()) {
    window.emplace();
    if (auto x = readInterval(asked["x"], "surface.x", window->xLow, window->xHigh); !x) return x.error();
    if (auto y = readInterval(asked["y"], "surface.y", window->yLow, window->yHigh); !y) return y.error();
  }

  const SurfaceView view = surfaceOver(experiment, static_cast<Index>(across.value()), static_cast<Index>(up.value()),
                                       window, static_cast<Index>(size.value()));
  val surface = val::object();
  surface.set("across", across.value());
  surface.set("up", up.value());
  surface.set("x", pair(view.window.xLow, view.window.xHigh));
  surface.set("y", pair(view.window.yLow, view.window.yHigh));
  surface.set("size", size.value());
  surface.set("costs", copyOf(view.costs));
  val here = val::object();
  here.set("x", view.here.x);
  here.set("y", view.here.y);
  here.set("cost", view.cost);
  surface.set("here", here);
  surface.set("descent", pair(view.descent.x, view.descent.y));
  surface.set("path", pathOf(view));
  frame.set("surface", surface);
  return std::nullopt;
}

val stateOf(const Experiment& experiment) {
  const TargetKind kind = experiment.setting().table().kind;
  val frame = val::object();
  frame.set("revision", static_cast<double>(experiment.revision()));
  frame.set("step", static_cast<double>(experiment.cursor().step));
  frame.set("furthest", static_cast<double>(experiment.furthest()));
  frame.set("epoch", experiment.epoch());
  frame.set("rate", experiment.rate());
  if (experiment.stop()) frame.set("stop", stopOf(*experiment.stop()));
  if (experiment.lastStep()) {
    val last = val::object();
    last.set("cost", experiment.lastStep()->cost);
    last.set("gradientNorm", experiment.lastStep()->gradientNorm);
    frame.set("lastStep", last);
  }
  frame.set("train", evaluationOf(experiment.training(), kind));
  if (!experiment.setting().test.rows.empty()) frame.set("test", evaluationOf(experiment.test(), kind));
  return frame;
}

Outcome<RowMatrix<double>> readPoints(const Tree& tree, Index columns) {
  const Tree::Numbers* values = tree.numbers();
  if (!values) return wrongType("points", tree, "list");
  const Index count = static_cast<Index>(values->size());
  if (count > maxInputValues) return Error{"tooLarge", "points", std::to_string(count), std::to_string(maxInputValues)};
  if (count % columns != 0) {
    return Error{"wrongLength", "points", std::to_string(count), "k · " + std::to_string(columns)};
  }
  for (Index i = 0; i < count; ++i) {
    Outcome<double> number = readNumber((*values)[static_cast<std::size_t>(i)], "points[" + std::to_string(i) + "]",
                                        {-maxMagnitude, maxMagnitude});
    if (!number) return number.error();
  }
  return RowMatrix<double>(Eigen::Map<const Eigen::MatrixXd>(values->data(), columns, count / columns));
}

bool wanted(const Tree& request, const char* name) { return request[name].boolean() && *request[name].boolean(); }

}  // namespace

val frame(const Experiment& experiment, Picture& field, Picture& neurons, const Tree& request) {
  val frame = stateOf(experiment);
  if (wanted(request, "parameters")) frame.set("parameters", copyOf(experiment.run().parameters()));
  if (wanted(request, "gradient")) frame.set("gradient", copyOf(experiment.run().gradient()));
  if (wanted(request, "predictions")) frame.set("predictions", copyOf(predictions(experiment)));
  if (wanted(request, "curves")) addCurves(frame, experiment);
  if (wanted(request, "confusion")) addConfusion(frame, experiment);

  std::optional<Error> error = addField(frame, experiment, field, request["field"]);
  if (!error) error = addNeurons(frame, experiment, neurons, request["neurons"]);
  if (!error) error = addSurface(frame, experiment, request["surface"]);
  val result = val::object();
  if (error) {
    result.set("error", fromError(*error));
  } else {
    result.set("value", frame);
  }
  return result;
}

val predict(const Experiment& experiment, const Tree& values) {
  const Outcome<RowMatrix<double>> points = readPoints(values, experiment.setting().table().columns());
  return fromOutcome(points, [&](const RowMatrix<double>& columns) {
    const Answers answers = answersAt(experiment, columns);
    const Eigen::MatrixXd byPoint = answers.outputs;
    val prediction = val::object();
    prediction.set("outputs", copyOf(std::span<const double>(byPoint.data(), static_cast<std::size_t>(byPoint.size()))));
    prediction.set("decided", copyOf(answers.decided));
    return prediction;
  });
}

}  // namespace backprop::marshal
