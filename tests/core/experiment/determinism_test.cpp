/// Other builds than the shipped one agree with its numbers: tests/golden/determinism.json, which
/// tests/bindings/determinism.test.ts writes and compares to the bit.

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <string>

#include "experiment/experiment.hpp"

namespace backprop {
namespace {

/// θ after 20 steps, in the file's order: a line says whose, then come lines of one number each.
std::vector<double> golden(const std::string& name) {
  std::ifstream in(GOLDEN_DIR "/determinism.json");
  std::string line;
  while (std::getline(in, line) && line.find('"' + name + '"') == std::string::npos) {
  }
  while (std::getline(in, line) && line.find("\"first\"") == std::string::npos) {
  }
  std::vector<double> numbers;
  while (std::getline(in, line) && line.find(']') == std::string::npos) numbers.push_back(std::stod(line));
  return numbers;
}

void expectGolden(const Spec& spec, const std::string& name, double tolerance) {
  auto experiment = std::move(Experiment::create({spec, {}, 0}).value());
  experiment->advance(20);
  const std::vector<double> ours = experiment->run().parameters(), theirs = golden(name);
  ASSERT_EQ(ours.size(), theirs.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    EXPECT_NEAR(ours[i], theirs[i], tolerance * std::abs(theirs[i])) << "parameter " << i;
  }
}

TEST(Determinism, TheFirstExperimentAgrees) { expectGolden({}, "the first experiment", 1e-12); }

TEST(Determinism, SinglePrecisionAgreesAsFarAsItGoes) {
  Spec spec;
  spec.model.precision = ModelSpec::Precision::Single;
  spec.learner.rule = LearnerSpec::Rule::Adam;
  spec.learner.rate = 0.01;
  spec.learner.batch = 1;
  expectGolden(spec, "single precision, Adam, pattern by pattern", 1e-5);
}

TEST(Determinism, EveryActivationAgrees) {
  using enum Activation;
  Spec spec;
  spec.data.recipe.source = Source::Blobs;
  spec.data.recipe.classes = 4;
  spec.data.standardize = true;
  spec.model.features = {"x1", "x2", "x1*x2", "sin(x1)"};
  spec.model.hidden = {{5, Sigmoid}, {5, Relu}, {5, LeakyRelu}, {5, Elu}, {5, Softplus}, {5, Sine}};
  spec.model.output = Softmax;
  spec.cost.l1 = 1e-4;
  spec.cost.l2 = 1e-3;
  spec.learner.rule = LearnerSpec::Rule::Nesterov;
  spec.learner.rate = 0.02;
  spec.learner.schedule = Schedule::Kind::Cosine;
  expectGolden(spec, "every activation, softmax, penalties", 1e-12);
}

}  // namespace
}  // namespace backprop
