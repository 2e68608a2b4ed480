#pragma once
/// An experiment begun, changed, and looked at elsewhere in its run: each must succeed.

#include <gtest/gtest.h>

#include "experiment/experiment.hpp"

namespace backprop {

inline std::unique_ptr<Experiment> begun(const Spec& spec = {}, Journal journal = {}) {
  Outcome<std::unique_ptr<Experiment>> outcome = Experiment::create({spec, std::move(journal), 0});
  EXPECT_TRUE(outcome.ok()) << (outcome ? "" : outcome.error().field + " " + outcome.error().value);
  return std::move(outcome).value();
}

inline std::vector<double> weightsAt(Experiment& experiment, Index step) {
  EXPECT_TRUE(experiment.seek(step));
  EXPECT_EQ(experiment.cursor().step, step);
  return experiment.run().parameters();
}

inline void make(Experiment& experiment, const Change& change) {
  const Outcome<Done> outcome = experiment.change(change);
  EXPECT_TRUE(outcome.ok()) << (outcome ? "" : outcome.error().field + " " + outcome.error().code);
}

inline Journal eventful() {
  return {{10, SetField{"learner.rate", 0.05}},
          {25, SetParameter{3, 2.5}},
          {25, AddPoints{{0.5, 0.5, -1, 2}, {1, 0}}},
          {40, SetField{"learner.rule", "momentum"}},
          {40, SetField{"learner.batch", 3}},
          {60, MovePoints{{0, 2}, {1, 1, 2, 2}}},
          {61, RemovePoints{{5, 6, 7}}},
          {70, SetField{"cost.l2", 0.01}},
          {80, SetField{"data.testFraction", 0.5}},
          {90, Retarget{{1}, 0}},
          {95, SetField{"learner.seed", 17}}};
}

}  // namespace backprop
