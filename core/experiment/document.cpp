#include "experiment/experiment.hpp"
#include "experiment/fields.hpp"
#include "experiment/reading.hpp"

namespace backprop {

Outcome<Document> readDocument(const Tree& tree) {
  Document document;
  if (tree.isNull()) return document;
  if (!tree.members()) return wrongType("document", tree, "object");
  if (!tree["version"].isNull()) {
    Outcome<double> version = readInteger(tree["version"], "version", {1, maxSeed});
    if (!version) return version.error();
    if (version.value() > documentVersion) {
      return Error{"newerVersion", "version", tree["version"].shown(), Interval{1, documentVersion}.shown()};
    }
  }
  if (auto error = refuseOthers(tree, "", {"version", "spec", "journal", "step"})) return *error;
  Outcome<Spec> spec = readSpec(tree["spec"]);
  if (!spec) return spec.error();
  document.spec = std::move(spec).value();
  Outcome<Journal> journal = readJournal(tree["journal"]);
  if (!journal) return journal.error();
  document.journal = std::move(journal).value();
  if (!tree["step"].isNull()) {
    Outcome<double> step = readInteger(tree["step"], "step", {0, maxSteps});
    if (!step) return step.error();
    document.step = static_cast<Step>(step.value());
  }
  return document;
}

Tree writeDocument(const Document& document) {
  return Tree::Members{{"version", documentVersion},
                       {"spec", writeSpec(document.spec)},
                       {"journal", writeJournal(document.journal)},
                       {"step", static_cast<double>(document.step)}};
}

}  // namespace backprop
