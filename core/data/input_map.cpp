#include "data/input_map.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>

#include "foundation/excerpt.hpp"
#include "numerics/elementary.hpp"

namespace backprop {

namespace {

std::size_t at(Index index) { return static_cast<std::size_t>(index); }
Index sizeOf(const auto& list) { return static_cast<Index>(list.size()); }

struct NamedFeature {
  std::string name;
  Feature feature;
};

/// Every feature there is of so many inputs.
std::vector<NamedFeature> featuresOf(Index inputs) {
  using enum Feature::Form;
  std::vector<NamedFeature> all;
  for (Index i = 0; i < inputs; ++i) all.push_back({"x" + std::to_string(i + 1), {Input, i, 0}});
  all.push_back({"x1^2", {Square, 0, 0}});
  if (inputs > 1) all.push_back({"x2^2", {Square, 1, 0}});
  if (inputs > 1) all.push_back({"x1*x2", {Product, 0, 1}});
  all.push_back({"sin(x1)", {Sine, 0, 0}});
  if (inputs > 1) all.push_back({"sin(x2)", {Sine, 1, 0}});
  return all;
}

std::string namesOf(const std::vector<NamedFeature>& features) {
  std::string names;
  for (const NamedFeature& feature : features) names += (names.empty() ? "" : ", ") + feature.name;
  return names;
}

Outcome<std::vector<Feature>> readFeatures(std::span<const std::string> names, Index inputs) {
  const std::vector<NamedFeature> known = featuresOf(inputs);
  if (names.empty()) return Error{"wrongLength", "model.features", "0", interval(1, sizeOf(known))};
  std::vector<Feature> features;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string field = element("model.features", static_cast<Index>(i));
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& f) { return f.name == names[i]; });
    if (found == known.end()) return Error{"unknown", field, excerpt(names[i]), namesOf(known)};
    if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
        names.begin() + static_cast<std::ptrdiff_t>(i)) {
      return Error{"duplicate", field, excerpt(names[i]), ""};
    }
    features.push_back(found->feature);
  }
  return features;
}

std::optional<Error> checkInputs(const Table& table, std::span<const Index> inputs) {
  if (inputs.empty()) return Error{"wrongLength", "data.inputs", "0", interval(1, table.columns())};
  std::vector<std::uint8_t> seen(at(table.columns()));
  for (Index i = 0; i < sizeOf(inputs); ++i) {
    const Index column = inputs[at(i)];
    if (column < 0 || column >= table.columns()) {
      return Error{"outOfRange", element("data.inputs", i), std::to_string(column), interval(0, table.columns() - 1)};
    }
    if (seen[at(column)]) return Error{"duplicate", element("data.inputs", i), std::to_string(column), ""};
    seen[at(column)] = true;
  }
  return std::nullopt;
}

struct Statistics {
  double mean = 0;
  double deviation = 1;
};

/// Of one column over the training rows, in two passes: the mean, then the squares about it.
Statistics statisticsOf(const Table& table, Index column) {
  double sum = 0, low = 0, high = 0;
  Index count = 0;
  for (Index row = 0; row < table.rows(); ++row) {
    if (table.test[at(row)] != 0) continue;
    const double value = table.values(column, row);
    low = count == 0 ? value : std::min(low, value);
    high = count == 0 ? value : std::max(high, value);
    sum += value;
    ++count;
  }
  if (count == 0) return {};
  if (low == high) return {low, 1};  // exactly: the rounding of a sum must not make a spread out of none
  const double mean = sum / static_cast<double>(count);
  double squares = 0;
  for (Index row = 0; row < table.rows(); ++row) {
    if (table.test[at(row)] != 0) continue;
    const double away = table.values(column, row) - mean;
    squares += away * away;
  }
  return {mean, std::sqrt(squares / static_cast<double>(count))};
}

/// One input's values at n points: n numbers, or one that holds for all of them.
struct Coordinates {
  const double* first;
  Index stride;  ///< 1, or 0 for one that holds for all
  double operator[](Index i) const { return first[i * stride]; }
};

template <typename Scalar>
void writeFeature(const Feature& feature, std::span<const Coordinates> inputs, std::span<Scalar> row) {
  const Coordinates a = inputs[at(feature.a)], b = inputs[at(feature.b)];
  const auto write = [row](auto&& value) {
    for (Index i = 0; i < sizeOf(row); ++i) row[at(i)] = static_cast<Scalar>(value(i));
  };
  switch (feature.form) {
    case Feature::Form::Input: return write([a](Index i) { return a[i]; });
    case Feature::Form::Square: return write([a](Index i) { return a[i] * a[i]; });
    case Feature::Form::Product: return write([a, b](Index i) { return a[i] * b[i]; });
    case Feature::Form::Sine: return write([a](Index i) { return backprop::sin(a[i]); });
  }
}

}  // namespace

Outcome<InputMap> InputMap::create(const Table& table, std::span<const Index> inputs, bool standardize,
                                   std::span<const std::string> featureNames) {
  if (auto error = checkInputs(table, inputs)) return *error;
  Outcome<std::vector<Feature>> features = readFeatures(featureNames, sizeOf(inputs));
  if (!features) return features.error();
  InputMap map;
  map.inputs_.assign(inputs.begin(), inputs.end());
  map.features_ = std::move(features).value();
  map.standardize_ = standardize;
  for (Index column = 0; column < table.columns(); ++column) {
    const Statistics statistics = statisticsOf(table, column);
    map.means_.push_back(statistics.mean);
    map.deviations_.push_back(statistics.deviation);
  }
  return map;
}

double InputMap::standardized(Index column, double value) const {
  return standardize_ ? (value - means_[at(column)]) / deviations_[at(column)] : value;
}

RowMatrix<double> InputMap::apply(const RowMatrix<double>& columns) const {
  assert(columns.rows() == sizeOf(means_));
  const Index n = columns.cols();
  RowMatrix<double> chosen(inputs(), n);
  std::vector<Coordinates> coordinates;
  for (Index i = 0; i < inputs(); ++i) {
    const Index column = inputs_[at(i)];
    for (Index row = 0; row < n; ++row) chosen(i, row) = standardized(column, columns(column, row));
    coordinates.push_back({chosen.data() + i * n, 1});
  }
  RowMatrix<double> result(features(), n);
  for (Index f = 0; f < features(); ++f) {
    writeFeature<double>(features_[at(f)], coordinates, {result.data() + f * n, at(n)});
  }
  return result;
}

template <typename Scalar>
void InputMap::applyToPlane(const PlaneThrough& plane, std::span<const double> x, std::span<const double> y,
                            std::span<Scalar> out) const {
  const Index n = sizeOf(x);
  assert(x.size() == y.size() && sizeOf(out) == features() * n && plane.held.size() == means_.size());
  assert(plane.across >= 0 && plane.across < sizeOf(means_) && plane.up >= 0 && plane.up < sizeOf(means_));
  std::vector<double> varying, held;
  varying.reserve(2 * x.size());  // reserved, so that what points into them stays
  held.reserve(inputs_.size());
  std::vector<Coordinates> coordinates;
  for (const Index column : inputs_) {
    if (column == plane.across || column == plane.up) {
      coordinates.push_back({varying.data() + varying.size(), 1});
      for (const double value : column == plane.across ? x : y) varying.push_back(standardized(column, value));
    } else {
      coordinates.push_back({held.data() + held.size(), 0});
      held.push_back(standardized(column, plane.held[at(column)]));
    }
  }
  for (Index f = 0; f < features(); ++f) {
    writeFeature<Scalar>(features_[at(f)], coordinates, out.subspan(at(f * n), at(n)));
  }
}

template void InputMap::applyToPlane<float>(const PlaneThrough&, std::span<const double>, std::span<const double>,
                                            std::span<float>) const;
template void InputMap::applyToPlane<double>(const PlaneThrough&, std::span<const double>, std::span<const double>,
                                             std::span<double>) const;

}  // namespace backprop
