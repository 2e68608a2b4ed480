#include "models/field.hpp"

namespace backprop {

std::optional<SeparateFeatures> separate(const RowMatrix<float>& features, Index columns) {
  const Index rows = features.cols() / columns;
  SeparateFeatures separate{RowMatrix<float>::Zero(features.rows(), columns),
                            RowMatrix<float>::Zero(features.rows(), rows)};
  for (Index k = 0; k < features.rows(); ++k) {
    bool ofColumn = true, ofRow = true;
    for (Index pixel = 0; pixel < features.cols(); ++pixel) {
      ofColumn = ofColumn && features(k, pixel) == features(k, pixel % columns);
      ofRow = ofRow && features(k, pixel) == features(k, pixel - pixel % columns);
    }
    if (ofColumn)
      separate.across.row(k) = features.row(k).head(columns);
    else if (ofRow)
      for (Index row = 0; row < rows; ++row) separate.down(k, row) = features(k, row * columns);
    else
      return std::nullopt;
  }
  return separate;
}

}  // namespace backprop
