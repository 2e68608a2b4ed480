/// The module as JavaScript sees it: registration, and nothing else. Names are the core's own; what
/// crosses is marshalled in marshal.cpp, describe.cpp and frames.cpp. web/engine/module.ts declares the types.
///
/// Ownership: create() gives a handle that its owner delete()s; everything else is a copy.

#include <emscripten/bind.h>

#include <algorithm>

#include "data/csv.hpp"
#include "experiment/reading.hpp"
#include "frames.hpp"

using namespace backprop;
using emscripten::val;

namespace {

/// An experiment with what its pictures keep from frame to frame.
struct Handle {
  std::unique_ptr<Experiment> experiment;
  Picture field, neurons;

  static inline int alive = 0;
  explicit Handle(std::unique_ptr<Experiment> owned) : experiment(std::move(owned)) { ++alive; }
  ~Handle() { --alive; }
  Handle(const Handle&) = delete;
};

int liveHandles() { return Handle::alive; }

val done(const Outcome<Done>& outcome) {
  return outcome ? marshal::success(val(true)) : marshal::failure(outcome.error());
}

val create(val document) {
  const Outcome<Document> read = readDocument(marshal::toTree(document));
  if (!read) return marshal::failure(read.error());
  Outcome<std::unique_ptr<Experiment>> built = Experiment::create(read.value());
  if (!built) return marshal::failure(built.error());
  return marshal::success(val(std::make_shared<Handle>(std::move(built).value())));
}

val change(Handle& handle, val given) {
  const Outcome<Change> read = readChange(marshal::toTree(given));
  return read ? done(handle.experiment->change(read.value())) : marshal::failure(read.error());
}

val revise(Handle& handle, val given) {
  Outcome<Journal> read = readJournal(marshal::toTree(given));
  return read ? done(handle.experiment->revise(std::move(read).value())) : marshal::failure(read.error());
}

void rebase(Handle& handle) { handle.experiment->rebase(); }
/// A count from JavaScript, where every number is a double.
Step stepsOf(double count) { return static_cast<Step>(std::clamp(count, 0.0, maxSteps)); }

double advance(Handle& handle, double steps) { return static_cast<double>(handle.experiment->advance(stepsOf(steps))); }
bool seek(Handle& handle, double step, double atMost) {
  return handle.experiment->seek(stepsOf(step), stepsOf(atMost));
}
double step(const Handle& handle) { return static_cast<double>(handle.experiment->cursor().step); }
double stepsToEpochEnd(const Handle& handle) { return static_cast<double>(handle.experiment->stepsToEpochEnd()); }
bool stopped(const Handle& handle) { return handle.experiment->stop().has_value(); }

val describe(const Handle& handle, double knownDataVersion) {
  return marshal::describe(*handle.experiment, static_cast<Index>(knownDataVersion));
}
val frame(Handle& handle, val request) {
  return marshal::frame(*handle.experiment, handle.field, handle.neurons, marshal::toTree(request));
}
val predict(const Handle& handle, val values) { return marshal::predict(*handle.experiment, marshal::toTree(values)); }
std::string writeCsv(const Handle& handle) { return formatCsv(handle.experiment->setting().table()); }

val readCsv(std::string text, val given) {
  const Tree asked = marshal::toTree(given);
  CsvOptions options;
  if (const std::string* target = asked["target"].text()) options.targetName = *target;
  if (const std::string* kind = asked["kind"].text()) {
    options.targets = *kind == "numbers" ? CsvOptions::Targets::Numbers : CsvOptions::Targets::Classes;
  }
  const Outcome<Table> read = parseCsv(text, options);
  if (!read) return marshal::failure(read.error());
  bool split = false;
  for (const std::uint8_t flag : read.value().test) split = split || flag;
  return marshal::success(marshal::fromTree(writeTable(read.value(), split)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(backprop_lab) {
  emscripten::class_<Handle>("Experiment")
      .smart_ptr<std::shared_ptr<Handle>>("Experiment")
      .function("change", &change)
      .function("revise", &revise)
      .function("rebase", &rebase)
      .function("advance", &advance)
      .function("seek", &seek)
      .function("step", &step)
      .function("stepsToEpochEnd", &stepsToEpochEnd)
      .function("stopped", &stopped)
      .function("describe", &describe)
      .function("frame", &frame)
      .function("predict", &predict)
      .function("writeCsv", &writeCsv);
  emscripten::function("create", &create);
  emscripten::function("fields", &marshal::fieldInfos);
  emscripten::function("readCsv", &readCsv);
  emscripten::function("liveHandles", &liveHandles);
}
