#include "models/field.hpp"

namespace backprop {

std::optional<AxisFeatures> byAxis(const RowMatrix<float>& features, Index columns) {
  const Index rows = features.cols() / columns;
  AxisFeatures parts{RowMatrix<float>::Zero(features.rows(), columns), RowMatrix<float>::Zero(features.rows(), rows)};
  for (Index k = 0; k < features.rows(); ++k) {
    const float* const first = &features(k, 0);
    bool ofColumn = true, ofRow = true;
    for (Index r = 0; r < rows && (ofColumn || ofRow); ++r) {
      const float* const row = first + r * columns;
      ofColumn = ofColumn && std::equal(row, row + columns, first);
      ofRow = ofRow && std::all_of(row, row + columns, [row](float value) { return value == *row; });
    }
    if (!ofColumn && !ofRow) return std::nullopt;
    for (Index c = 0; ofColumn && c < columns; ++c) parts.across(k, c) = first[c];
    for (Index r = 0; !ofColumn && r < rows; ++r) parts.down(k, r) = first[r * columns];
  }
  return parts;
}

}  // namespace backprop
