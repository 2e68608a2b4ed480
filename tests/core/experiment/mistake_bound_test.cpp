#include "experiment/mistake_bound.hpp"

#include "experiment/discriminant_view.hpp"
#include "experiment/linear_specs.hpp"

namespace backprop {
namespace {

using Hindrance = BoundHindrance;
using Rule = LearnerSpec::Rule;

const Spec zeroWeights = linearSpec(Rule::Perceptron, pointsOf({{0, 0}, {0, 1}, {1, 0}, {1, 1}}, {0, 0, 0, 1}));

/// What hinders after so many steps and, then, these changes.
std::optional<Hindrance> hindranceAfter(Step steps, std::vector<Change> changes, const Spec& spec = zeroWeights) {
  auto experiment = begun(spec);
  experiment->advance(steps);
  for (const Change& change : changes) EXPECT_TRUE(experiment->change(change).ok());
  const std::optional<Hindrance> hindrance = boundHindrance(*experiment);
  EXPECT_EQ(separabilityView(*experiment)->holds, !hindrance);
  return hindrance;
}

TEST(MistakeBound, HoldsForARunThatItIsAbout) {
  EXPECT_EQ(hindranceAfter(5, {}), std::nullopt);
  EXPECT_EQ(hindranceAfter(0, {SetField{"learner.rate", 0.3}, AddPoints{{3, 3}, {1}}}), std::nullopt);
  EXPECT_EQ(hindranceAfter(5, {SetField{"learner.answer", "pocket"}, SetField{"stop.epochs", 9.0}}), std::nullopt);
}

TEST(MistakeBound, DoesNotHoldForWhatTheProofDoesNotKnow) {
  EXPECT_EQ(hindranceAfter(5, {SetField{"learner.rate", 0.3}}), Hindrance::Rate);
  EXPECT_EQ(hindranceAfter(5, {SetField{"learner.convention", "scikitLearn"}}), Hindrance::Rate);
  EXPECT_EQ(hindranceAfter(0, {SetField{"learner.schedule", "step"}}), Hindrance::Rate);
  EXPECT_EQ(hindranceAfter(5, {AddPoints{{3, 3}, {1}}}), Hindrance::Points);
  EXPECT_EQ(hindranceAfter(5, {SetField{"data.testFraction", 0.25}}), Hindrance::Points);
  EXPECT_EQ(hindranceAfter(0, {SetParameter{0, 1}}), Hindrance::ByHand);
  EXPECT_EQ(hindranceAfter(0, {SetField{"cost.l1", 0.1}}), Hindrance::Penalty);
  EXPECT_EQ(hindranceAfter(5, {SetField{"cost.l2", 0.1}, SetField{"cost.l2", 0.0}}), Hindrance::Penalty);
  EXPECT_EQ(hindranceAfter(0, {SetField{"learner.batch", 2.0}}), Hindrance::Batch);
  EXPECT_EQ(hindranceAfter(5, {SetField{"learner.rule", "gradientDescent"}}), Hindrance::Rule);
  EXPECT_EQ(hindranceAfter(5, {SetField{"learner.momentum", 0.5}}), Hindrance::Settings);
  Spec random = zeroWeights;
  random.model.initialization = Initialization::Uniform;
  EXPECT_EQ(hindranceAfter(5, {}, random), Hindrance::Start);
}

TEST(MistakeBound, SaysTheFirstOfSeveralHindrances) {
  EXPECT_EQ(hindranceAfter(5, {SetField{"learner.rate", 0.3}, SetParameter{0, 1}}), Hindrance::ByHand);
}

TEST(MistakeBound, LeavesOutWhatLiesAhead) {
  auto experiment = begun(zeroWeights);
  experiment->advance(5);
  EXPECT_TRUE(experiment->change(SetField{"learner.rate", 0.3}).ok());
  experiment->seek(3);
  EXPECT_EQ(boundHindrance(*experiment), std::nullopt);
}

}  // namespace
}  // namespace backprop
