#include "frames.hpp"

#include "experiment/reading.hpp"

namespace backprop::marshal {

namespace {

val evaluationOf(const Evaluation& evaluation, TargetKind kind) {
  val costs = val::object();
  put(costs, "cost", evaluation.cost());
  put(costs, "error", evaluation.error);
  put(costs, "penalty", evaluation.penalty);
  put(costs, "count", static_cast<double>(evaluation.count));
  if (kind == TargetKind::Classes) {
    const double right = static_cast<double>(evaluation.right);
    put(costs, "right", right);
    put(costs, "accuracy", right / static_cast<double>(evaluation.count));
  }
  return costs;
}

val stopOf(const Stop& stop) {
  static constexpr const char* kinds[] = {"cost", "accuracy", "epochs", "notFinite", "noPatterns"};
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
    return Error{"wrongLength", path + ".held", held ? std::to_string(held->size()) : tree["held"].shown(),
                 std::to_string(columns)};
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
  put(frame, "field", copyOf(flat(picture.outputs(experiment, plane.value().window, plane.value().slice))));
  return std::nullopt;
}

std::optional<Error> addNeurons(val& frame, const Experiment& experiment, Picture& picture, const Tree& asked) {
  if (asked.isNull()) return std::nullopt;
  Outcome<double> size = readInteger(asked["size"], "neurons.size", {1, 256});
  if (!size) return size.error();
  const Index side = static_cast<Index>(size.value());
  Outcome<PlaneAsked> plane = readPlane(asked, "neurons", experiment.setting().table().columns(), side, side);
  if (!plane) return plane.error();
  put(frame, "neurons", copyOf(flat(picture.activations(experiment, plane.value().window, plane.value().slice))));
  return std::nullopt;
}

val confusionOf(const ConfusionMatrix& matrix) {
  std::vector<double> counts(matrix.counts().begin(), matrix.counts().end()), precision, recall;
  for (Index c = 0; c < matrix.classes(); ++c) {
    precision.push_back(matrix.precision(c));
    recall.push_back(matrix.recall(c));
  }
  val object = val::object();
  put(object, "counts", copyOf(counts));
  put(object, "accuracy", matrix.accuracy());
  put(object, "precision", copyOf(precision));
  put(object, "recall", copyOf(recall));
  return object;
}

void addConfusion(val& frame, const Experiment& experiment) {
  if (experiment.setting().table().kind != TargetKind::Classes) return;
  val both = val::object();
  put(both, "train", confusionOf(confusion(experiment, false)));
  if (!experiment.setting().test.rows.empty()) put(both, "test", confusionOf(confusion(experiment, true)));
  put(frame, "confusion", both);
}

double accuracyOf(const Evaluation& evaluation, TargetKind kind) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  return kind == TargetKind::Classes ? static_cast<double>(evaluation.right) / static_cast<double>(evaluation.count)
                                     : none;
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
    add(cursor.step, static_cast<double>(cursor.epoch) + static_cast<double>(cursor.position) / n, checkpoint.training,
        checkpoint.test);
  }
  if (!present) add(experiment.cursor().step, experiment.epoch(), experiment.training(), experiment.test());
  val curves = val::object();
  put(curves, "steps", copyOf(steps));
  put(curves, "epochs", copyOf(epochs));
  put(curves, "trainCost", copyOf(trainCost));
  put(curves, "testCost", copyOf(testCost));
  put(curves, "trainAccuracy", copyOf(trainAccuracy));
  put(curves, "testAccuracy", copyOf(testAccuracy));
  put(frame, "curves", curves);
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
  put(path, "steps", copyOf(view.steps));
  put(path, "x", copyOf(x));
  put(path, "y", copyOf(y));
  put(path, "costs", copyOf(costs));
  put(path, "outside", copyOf(outside));
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
  put(surface, "across", across.value());
  put(surface, "up", up.value());
  put(surface, "x", pair(view.window.xLow, view.window.xHigh));
  put(surface, "y", pair(view.window.yLow, view.window.yHigh));
  put(surface, "size", size.value());
  put(surface, "costs", copyOf(view.costs));
  val here = val::object();
  put(here, "x", view.here.x);
  put(here, "y", view.here.y);
  put(here, "cost", view.cost);
  put(surface, "here", here);
  put(surface, "descent", pair(view.descent.x, view.descent.y));
  put(surface, "path", pathOf(view));
  put(frame, "surface", surface);
  return std::nullopt;
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
  put(frame, "train", evaluationOf(experiment.training(), kind));
  if (!experiment.setting().test.rows.empty()) put(frame, "test", evaluationOf(experiment.test(), kind));
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
  if (wanted(request, "parameters")) put(frame, "parameters", copyOf(experiment.run().parameters()));
  if (wanted(request, "gradient")) put(frame, "gradient", copyOf(experiment.run().gradient()));
  if (wanted(request, "predictions")) put(frame, "predictions", copyOf(predictions(experiment)));
  if (wanted(request, "curves")) addCurves(frame, experiment);
  if (wanted(request, "confusion")) addConfusion(frame, experiment);

  std::optional<Error> error = addField(frame, experiment, field, request["field"]);
  if (!error) error = addNeurons(frame, experiment, neurons, request["neurons"]);
  if (!error) error = addSurface(frame, experiment, request["surface"]);
  val result = val::object();
  if (error) {
    put(result, "error", fromError(*error));
  } else {
    put(result, "value", frame);
  }
  return result;
}

val predict(const Experiment& experiment, const Tree& values) {
  const Outcome<RowMatrix<double>> points = readPoints(values, experiment.setting().table().columns());
  return fromOutcome(points, [&](const RowMatrix<double>& columns) {
    const Answers answers = answersAt(experiment, columns);
    const Eigen::MatrixXd byPoint = answers.outputs;
    val prediction = val::object();
    put(prediction, "outputs",
        copyOf(std::span<const double>(byPoint.data(), static_cast<std::size_t>(byPoint.size()))));
    put(prediction, "decided", copyOf(answers.decided));
    return prediction;
  });
}

}  // namespace backprop::marshal
