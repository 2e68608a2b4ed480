#pragma once
/// From a table's columns to a network's features, layer 1:
///   inputs        the chosen columns, in the chosen order: x1, x2, …
///   standardised  (x − mean) / deviation of the training rows, if wanted
///   features      of the (standardised) inputs: "x1" … "x64", and of the first two of them
///                 "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)"

#include <span>
#include <string>
#include <vector>

#include "data/table.hpp"

namespace backprop {

/// One row of layer 1, made of inputs a and b (indices into the chosen inputs).
struct Feature {
  enum class Form { Input, Square, Product, Sine } form = Form::Input;
  Index a = 0;
  Index b = 0;  ///< of Product
};

/// Two columns that vary while all others are held.
struct PlaneThrough {
  Index across = 0;              ///< the column that `x` gives
  Index up = 0;                  ///< the column that `y` gives; where it is also `across`, `x` counts
  std::span<const double> held;  ///< d: a value for each column; those of `across`, `up` are ignored
};

class InputMap {
 public:
  /// @param inputs        columns of the table, at least one, none twice
  /// @param featureNames  at least one, none twice, of inputs that exist
  /// @return  an error's field is "data.inputs", "data.inputs[0]", "model.features", "model.features[2]"
  static Outcome<InputMap> create(const Table& table, std::span<const Index> inputs, bool standardize,
                                  std::span<const std::string> featureNames);

  Index features() const { return static_cast<Index>(features_.size()); }
  Index inputs() const { return static_cast<Index>(inputs_.size()); }

  /// Of each of the table's d columns over its training rows, standardised or not. Deviations are those
  /// of the population (÷ n, as scikit-learn's StandardScaler), 1 where that is 0. Without training
  /// rows: 0 and 1.
  const std::vector<double>& means() const { return means_; }
  const std::vector<double>& deviations() const { return deviations_; }

  /// @param columns  d × n, as Table::values    @return  features × n
  RowMatrix<double> apply(const RowMatrix<double>& columns) const;

  /// The features of n points of a plane through the columns.
  /// @param x, y  n coordinates each
  /// @param out   features × n, row-major, overwritten
  /// @tparam Scalar  float or double; computed in double, then rounded
  template <typename Scalar>
  void applyToPlane(const PlaneThrough& plane, std::span<const double> x, std::span<const double> y,
                    std::span<Scalar> out) const;

 private:
  /// The value, or (value − mean) / deviation of its column.
  double standardized(Index column, double value) const;

  std::vector<Index> inputs_;
  std::vector<Feature> features_;
  std::vector<double> means_;
  std::vector<double> deviations_;
  bool standardize_ = false;
};

}  // namespace backprop
