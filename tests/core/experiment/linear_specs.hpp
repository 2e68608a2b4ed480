#pragma once
/// The presets of lecture sections 1 and 2, on the person's own points.

#include <gtest/gtest.h>

#include "begun.hpp"

namespace backprop {

inline std::shared_ptr<const Table> pointsOf(const std::vector<std::vector<double>>& points,
                                             const std::vector<double>& classes) {
  Table table;
  table.columnNames = {"x1", "x2"};
  table.values.resize(2, Index(points.size()));
  for (Index i = 0; i < table.values.cols(); ++i) {
    for (Index k = 0; k < 2; ++k) table.values(k, i) = points[std::size_t(i)][std::size_t(k)];
  }
  for (double c = 0; c <= *std::max_element(classes.begin(), classes.end()); ++c) {
    table.classNames.push_back(std::string(1, static_cast<char>('A' + int(c))));
  }
  table.targets = classes;
  table.test.assign(points.size(), 0);
  return std::make_shared<const Table>(std::move(table));
}

inline Spec linearSpec(LearnerSpec::Rule rule, std::shared_ptr<const Table> table = nullptr) {
  Spec spec;
  spec.data.table = std::move(table);
  spec.data.ownSplit = spec.data.table != nullptr;
  spec.model.hidden.clear();
  spec.learner.rule = rule;
  spec.learner.rate = 1;
  if (rule == LearnerSpec::Rule::Perceptron) {
    spec.model.output = Activation::Step;
    spec.model.initialization = Initialization::Zeros;
    spec.cost.error = LossKind::Perceptron;
    spec.learner.batch = 1;
    spec.learner.shuffle = false;
  }
  return spec;
}

inline std::shared_ptr<const Table> xorTable() { return pointsOf({{-1, -1}, {1, 1}, {-1, 1}, {1, -1}}, {0, 0, 1, 1}); }

}  // namespace backprop
