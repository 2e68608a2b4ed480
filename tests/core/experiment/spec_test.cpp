#include <gtest/gtest.h>

#include <limits>

#include "experiment/experiment.hpp"
#include "experiment/fields.hpp"

namespace backprop {
namespace {

using Members = Tree::Members;

Tree specWith(const std::string& section, const std::string& member, Tree value) {
  return Members{{section, Members{{member, std::move(value)}}}};
}

Error errorOf(const Tree& tree) {
  const Outcome<Spec> spec = readSpec(tree);
  EXPECT_FALSE(spec.ok());
  return spec ? Error{"", "", "", ""} : spec.error();
}

TEST(Spec, LeftOutFieldsHaveTheirDefaults) {
  EXPECT_EQ(writeSpec(readSpec(Tree()).value()), writeSpec(Spec()));
  EXPECT_EQ(writeSpec(readSpec(Members{{"data", Members()}}).value()), writeSpec(Spec()));
}

TEST(Spec, EveryFieldSurvivesWritingAndReading) {
  Spec spec;
  spec.data.recipe = {Source::Pinwheel, 321, 0.25, 5, 99};
  spec.data.testFraction = 0.5;
  spec.data.inputs = {1, 0};
  spec.data.standardize = true;
  spec.model.features = {"x2", "x1*x2", "sin(x1)"};
  spec.model.hidden = {{17, Activation::Elu}, {2, Activation::Sine}, {3, Activation::LeakyRelu}};
  spec.model.output = Activation::Softmax;
  spec.model.initialization = Initialization::He;
  spec.model.seed = 12345678901;
  spec.model.precision = ModelSpec::Precision::Single;
  spec.cost = {LossKind::Huber, 0.1, 1e-3, 1e-4};
  spec.learner = {.rule = LearnerSpec::Rule::Adam,
                  .rate = 0.001,
                  .momentum = 0.8,
                  .decay = 0.7,
                  .beta1 = 0.6,
                  .beta2 = 0.5,
                  .epsilon = 1e-7,
                  .schedule = Schedule::Kind::Cosine,
                  .scheduleFactor = 0.25,
                  .scheduleEpochs = 50,
                  .clip = 3,
                  .batch = 7,
                  .shuffle = false,
                  .seed = 5,
                  .convention = PerceptronOptions::Convention::ScikitLearn,
                  .answer = PerceptronOptions::Answer::Pocket,
                  .tolerance = 1e-3,
                  .patience = 8,
                  .threshold = FisherOptions::Threshold::Midpoint,
                  .shrinkage = 0.5};
  spec.stop = {0.01, 0.99, 1000};
  const Tree written = writeSpec(spec);
  EXPECT_NE(written, writeSpec(Spec()));
  EXPECT_EQ(writeSpec(readSpec(written).value()), written);
  // Each field differs from its default, so that none is lost unnoticed.
  for (const Field& field : fields()) {
    if (field.path == "data.table") continue;
    EXPECT_NE(field.write(spec), field.write(Spec())) << field.path;
  }
}

TEST(Spec, NamesFieldValueAndIntervalOfWhatIsOutOfRange) {
  const Error error = errorOf(specWith("learner", "rate", -0.5));
  EXPECT_EQ(error.code, "outOfRange");
  EXPECT_EQ(error.field, "learner.rate");
  EXPECT_EQ(error.value, "-0.5");
  EXPECT_EQ(error.allowed.front(), '(');
}

TEST(Spec, RefusesNumbersThatAreNone) {
  EXPECT_EQ(errorOf(specWith("learner", "rate", std::numeric_limits<double>::quiet_NaN())).code, "notANumber");
  EXPECT_EQ(errorOf(specWith("learner", "rate", std::numeric_limits<double>::infinity())).code, "notANumber");
  EXPECT_EQ(errorOf(specWith("learner", "rate", "fast")).code, "wrongType");
  EXPECT_EQ(errorOf(specWith("learner", "batch", 2.5)).code, "notAnInteger");
  EXPECT_EQ(errorOf(specWith("data", "count", 1e15)).code, "outOfRange");
}

TEST(Spec, RefusesUnknownChoicesAndSaysWhichThereAre) {
  const Error error = errorOf(specWith("model", "output", "relu"));
  EXPECT_EQ(error.code, "unknown");
  EXPECT_EQ(error.value, "relu");
  EXPECT_EQ(error.allowed, "sigmoid, softmax, tanh, linear, step");
}

TEST(Spec, RefusesFieldsThatDoNotExist) {
  EXPECT_EQ(errorOf(Members{{"layers", 3}}).code, "unexpected");
  const Error error = errorOf(specWith("model", "__proto__", 1));
  EXPECT_EQ(error.code, "unexpected");
  EXPECT_EQ(error.field, "model.__proto__");
}

TEST(Spec, RefusesAbsurdNetworks) {
  const auto layer = [](Tree neurons, Tree activation) {
    return Members{{"neurons", std::move(neurons)}, {"activation", std::move(activation)}};
  };
  EXPECT_EQ(errorOf(specWith("model", "hidden", Tree::List(7, layer(2, "tanh")))).code, "wrongLength");
  EXPECT_EQ(errorOf(specWith("model", "hidden", Tree::List{layer(257, "tanh")})).field, "model.hidden[0].neurons");
  EXPECT_EQ(errorOf(specWith("model", "hidden", Tree::List{layer(0, "tanh")})).code, "outOfRange");
  EXPECT_EQ(errorOf(specWith("model", "hidden", Tree::List{layer(2, "softmax")})).field, "model.hidden[0].activation");
  EXPECT_EQ(errorOf(specWith("model", "hidden", Tree::List{Tree(5)})).code, "wrongType");
}

Tree tableTree() {
  return Members{{"columns", Tree::List{"x", "y"}},
                 {"values", Tree::Numbers{0, 1, 2, 3}},
                 {"classes", Tree::List{"no", "yes"}},
                 {"targets", Tree::Numbers{0, 1}}};
}

TEST(Spec, ReadsAPersonsOwnPoints) {
  const Spec spec = readSpec(specWith("data", "table", tableTree())).value();
  ASSERT_TRUE(spec.data.table);
  EXPECT_EQ(spec.data.table->values(1, 0), 1);
  EXPECT_EQ(spec.data.table->values(0, 1), 2);
  EXPECT_EQ(spec.data.table->classNames[1], "yes");
  EXPECT_FALSE(spec.data.ownSplit);
  EXPECT_EQ(writeSpec(readSpec(writeSpec(spec)).value()), writeSpec(spec));
}

TEST(Spec, RefusesTablesThatDoNotAddUp) {
  EXPECT_EQ(errorOf(specWith("data", "source", "table")).code, "missing");
  EXPECT_EQ(errorOf(Members{{"data", Members{{"source", "moons"}, {"table", tableTree()}}}}).code, "incompatible");
  Tree::Members ragged = *tableTree().members();
  ragged[1].second = Tree::Numbers{0, 1, 2};
  EXPECT_EQ(errorOf(specWith("data", "table", ragged)).code, "wrongLength");
  Tree::Members wild = *tableTree().members();
  wild[3].second = Tree::Numbers{0, 7};
  EXPECT_EQ(errorOf(specWith("data", "table", wild)).field, "data.table.targets[1]");
  Tree::Members flags = *tableTree().members();
  flags.emplace_back("test", Tree::Numbers{0, 2});
  EXPECT_EQ(errorOf(specWith("data", "table", flags)).field, "data.table.test[1]");
}

TEST(Document, RefusesNewerVersions) {
  const Outcome<Document> document = readDocument(Members{{"version", 2}, {"anything", 1}});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, "newerVersion");
  EXPECT_EQ(document.error().allowed, "[1, 1]");
}

TEST(Document, RefusesAJournalWithoutEnd) {
  const JournalLine line{0, SetField{"data.testFraction", 0.5}};
  const auto read = [&](Index lines) {
    Document document;
    document.journal.assign(static_cast<std::size_t>(lines), line);
    return readDocument(writeDocument(document));
  };
  EXPECT_TRUE(read(maxJournalLines).ok());
  const Outcome<Document> document = read(maxJournalLines + 1);
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, "wrongLength");
  EXPECT_EQ(document.error().field, "journal");
  EXPECT_EQ(document.error().value, "10001");
  EXPECT_EQ(document.error().allowed, "[0, 10000]");
}

TEST(Document, SurvivesWritingAndReading) {
  Document document;
  document.journal = {{3, SetField{"learner.rate", 0.1}}, {3, SetParameter{0, 1.5}}, {9, AddPoints{{0, 1}, {1}}}};
  document.step = 12;
  const Document again = readDocument(writeDocument(document)).value();
  EXPECT_EQ(writeDocument(again), writeDocument(document));
  EXPECT_EQ(again.journal, document.journal);
}

}  // namespace
}  // namespace backprop
