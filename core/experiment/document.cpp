#include "experiment/experiment.hpp"
#include "experiment/fields.hpp"
#include "experiment/reading.hpp"

namespace backprop {

Outcome<Document> readDocument(const Tree& tree) {
  Document document;
  if (tree.isNull()) return document;
  Reader read;
  if (!tree["version"].isNull() && read.integer(tree["version"], "version", {1, maxSeed}) > documentVersion) {
    read.refuse({"newerVersion", "version", tree["version"].shown(), Interval{1, documentVersion}.shown()});
  }
  if (!tree.members()) read.refuseType(tree, "document", "object");
  read.object(tree, "", "version, spec, journal, step");
  if (!tree["step"].isNull()) document.step = static_cast<Step>(read.integer(tree["step"], "step", {0, maxSteps}));
  if (!read.ok()) return *read.error();

  Outcome<Spec> spec = readSpec(tree["spec"]);
  if (!spec) return spec.error();
  Outcome<Journal> journal = readJournal(tree["journal"]);
  if (!journal) return journal.error();
  document.spec = std::move(spec).value();
  document.journal = std::move(journal).value();
  return document;
}

Tree writeDocument(const Document& document) {
  Tree tree;
  tree.add("version", documentVersion).add("spec", writeSpec(document.spec));
  tree.add("journal", writeJournal(document.journal)).add("step", static_cast<double>(document.step));
  return tree;
}

}  // namespace backprop
