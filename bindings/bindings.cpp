/// The module as JavaScript sees it: registration, and whose number is which experiment. Names are the core's own; what
/// crosses is marshalled in marshal.cpp, describe.cpp and frames.cpp. web/engine/module.ts declares the types.
///
/// Ownership: create() gives the number of an experiment, which its owner hands to discard(); everything else is
/// a copy. Numbers, since Embind's classes weigh more than all the functions here.

#include <emscripten/bind.h>

#include <algorithm>
#include <memory>
#include <vector>

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

  explicit Handle(std::unique_ptr<Experiment> owned) : experiment(std::move(owned)) {}
};

/// Each at its number, which no other will have; null when it was discarded.
std::vector<std::unique_ptr<Handle>> handles;

/// web/engine/module.ts asks only for what is there.
std::unique_ptr<Handle>& at(int number) {
  const auto index = static_cast<std::size_t>(number);
  if (index >= handles.size() || !handles[index]) __builtin_trap();
  return handles[index];
}
void discard(int number) { at(number).reset(); }
int liveHandles() {
  return static_cast<int>(std::count_if(handles.begin(), handles.end(), [](const auto& handle) { return !!handle; }));
}

/// Wraps f(Handle&, …) as f(number, …).
template <auto function>
struct Numbered;
template <typename Result, typename Owner, typename... Given, Result (*function)(Owner&, Given...)>
struct Numbered<function> {
  static Result call(int number, Given... given) { return function(*at(number), std::move(given)...); }
};

val done(const Outcome<Done>& outcome) {
  return outcome ? marshal::success(val(true)) : marshal::failure(outcome.error());
}

val create(val document) {
  const Outcome<Document> read = readDocument(marshal::toTree(document));
  if (!read) return marshal::failure(read.error());
  Outcome<std::unique_ptr<Experiment>> built = Experiment::create(read.value());
  if (!built) return marshal::failure(built.error());
  handles.push_back(std::make_unique<Handle>(std::move(built).value()));
  return marshal::success(val(handles.size() - 1));
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
val frame(Handle& handle, val request, val fieldInto) {
  return marshal::frame(*handle.experiment, handle.field, handle.neurons, marshal::toTree(request), fieldInto);
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
  emscripten::function("create", &create);
  emscripten::function("fields", &marshal::fieldInfos);
  emscripten::function("readCsv", &readCsv);
  emscripten::function("liveHandles", &liveHandles);
  emscripten::function("discard", &discard);
  emscripten::function("change", &Numbered<&change>::call);
  emscripten::function("revise", &Numbered<&revise>::call);
  emscripten::function("rebase", &Numbered<&rebase>::call);
  emscripten::function("advance", &Numbered<&advance>::call);
  emscripten::function("seek", &Numbered<&seek>::call);
  emscripten::function("step", &Numbered<&step>::call);
  emscripten::function("stepsToEpochEnd", &Numbered<&stepsToEpochEnd>::call);
  emscripten::function("stopped", &Numbered<&stopped>::call);
  emscripten::function("describe", &Numbered<&describe>::call);
  emscripten::function("frame", &Numbered<&frame>::call);
  emscripten::function("predict", &Numbered<&predict>::call);
  emscripten::function("writeCsv", &Numbered<&writeCsv>::call);
}
