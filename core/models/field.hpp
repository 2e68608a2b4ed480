#pragma once
/// Pictures of a network over a plane: the points of a grid as columns of features, ready for
/// Network::outputs(), outputsOver() and activations(). Feature rows change only with the window, so they
/// are kept from frame to frame.

#include <algorithm>
#include <optional>
#include <vector>

#include "foundation/matrix.hpp"

namespace backprop {

/// A rectangle of the plane, seen through columns × rows pixels.
struct PlaneWindow {
  double left = -1, right = 1;  ///< left edge of the first pixel, right edge of the last
  double bottom = -1, top = 1;
  Index columns = 1, rows = 1;

  Index pixels() const { return columns * rows; }
  /// Centre of a pixel; pixel 0 is at the top left, and they are counted along the rows.
  double x(Index pixel) const { return left + (double(pixel % columns) + 0.5) * (right - left) / double(columns); }
  double y(Index pixel) const { return top - (double(pixel / columns) + 0.5) * (top - bottom) / double(rows); }
};

/// A slice through the space of the data's columns: two of them span the plane, the others are held.
struct PlaneSlice {
  Index horizontal = 0;      ///< the column that x stands for
  Index vertical = 1;        ///< the column that y stands for; may equal horizontal, which then wins
  std::vector<double> held;  ///< one value for each column; those of the two above are not used
};

/// The features of every pixel.
/// @param map  a callable RowMatrix<double>(const RowMatrix<double>& columns): columns × n → features × n
/// @return     features × pixels
template <typename Scalar, typename Map>
RowMatrix<Scalar> featuresOver(const PlaneWindow& window, const PlaneSlice& slice, Map&& map) {
  constexpr Index chunk = 4096;
  RowMatrix<Scalar> features;
  for (Index begin = 0; begin < window.pixels(); begin += chunk) {
    const Index count = std::min(chunk, window.pixels() - begin);
    RowMatrix<double> points(Index(slice.held.size()), count);
    for (Index k = 0; k < points.rows(); ++k) points.row(k).setConstant(slice.held[std::size_t(k)]);
    for (Index i = 0; i < count; ++i) points(slice.vertical, i) = window.y(begin + i);
    for (Index i = 0; i < count; ++i) points(slice.horizontal, i) = window.x(begin + i);
    const RowMatrix<double> mapped = map(points);
    if (begin == 0) features.resize(mapped.rows(), window.pixels());
    features.middleCols(begin, count) = mapped.template cast<Scalar>();
  }
  return features;
}

/// Features of a grid of which each depends on one coordinate: feature k of the pixel in column c and row r is
/// across(k, c) + down(k, r), one of them 0.
struct AxisFeatures {
  RowMatrix<float> across;  ///< features × columns
  RowMatrix<float> down;    ///< features × rows
};

/// @param features  as featuresOver() gives them    @return nothing where a feature depends on both coordinates
std::optional<AxisFeatures> byAxis(const RowMatrix<float>& features, Index columns);

}  // namespace backprop
