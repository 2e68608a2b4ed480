#include "models/field.hpp"

#include <gtest/gtest.h>

namespace backprop {
namespace {

TEST(PlaneWindow, CountsPixelsFromTheTopLeft) {
  const PlaneWindow window{.left = -1, .right = 3, .bottom = 0, .top = 2, .columns = 4, .rows = 2};
  EXPECT_EQ(window.pixels(), 8);
  EXPECT_EQ(window.x(0), -0.5);
  EXPECT_EQ(window.y(0), 1.5);
  EXPECT_EQ(window.x(7), 2.5);
  EXPECT_EQ(window.y(7), 0.5);
}

TEST(Field, HoldsTheColumnsThatThePlaneDoesNotShow) {
  const PlaneWindow window{.left = 0, .right = 100, .bottom = 0, .top = 90, .columns = 100, .rows = 90};
  const PlaneSlice slice{.horizontal = 2, .vertical = 0, .held = {7, -4, 7}};
  const auto map = [](const RowMatrix<double>& columns) {
    RowMatrix<double> features(4, columns.cols());
    features.topRows(3) = columns;
    features.row(3) = columns.row(0).cwiseProduct(columns.row(2));
    return features;
  };
  const RowMatrix<float> features = featuresOver<float>(window, slice, map);
  ASSERT_EQ(features.rows(), 4);
  ASSERT_EQ(features.cols(), 9000);  // more than one chunk
  for (Index pixel = 0; pixel < 9000; pixel += 611) {
    EXPECT_EQ(features(0, pixel), float(window.y(pixel)));
    EXPECT_EQ(features(1, pixel), -4);
    EXPECT_EQ(features(2, pixel), float(window.x(pixel)));
    EXPECT_EQ(features(3, pixel), float(window.x(pixel) * window.y(pixel)));
  }
}

TEST(Field, LetsTheHorizontalWinWhereBothAreOneColumn) {
  const PlaneWindow window{.left = 0, .right = 2, .bottom = 0, .top = 8, .columns = 2, .rows = 1};
  const auto asItIs = [](const RowMatrix<double>& columns) { return columns; };
  const RowMatrix<double> features =
      featuresOver<double>(window, {.horizontal = 0, .vertical = 0, .held = {5}}, asItIs);
  EXPECT_EQ(features, (RowMatrix<double>(1, 2) << 0.5, 1.5).finished());
}

TEST(Field, GoesByAxisWhereEachFeatureDependsOnOneCoordinate) {
  const PlaneWindow window{.left = -3, .right = 2, .bottom = -1, .top = 5, .columns = 5, .rows = 3};
  const PlaneSlice slice{.horizontal = 0, .vertical = 1, .held = {0, 0, 4}};
  const auto map = [](const RowMatrix<double>& columns) {
    RowMatrix<double> features(4, columns.cols());
    features.topRows(3) = columns;
    features.row(3) = columns.row(1).cwiseAbs2();
    return features;
  };
  const RowMatrix<float> features = featuresOver<float>(window, slice, map);
  const std::optional<AxisFeatures> parts = byAxis(features, window.columns);
  ASSERT_TRUE(parts);
  for (Index k = 0; k < features.rows(); ++k) {
    for (Index pixel = 0; pixel < window.pixels(); ++pixel) {
      EXPECT_EQ(parts->across(k, pixel % 5) + parts->down(k, pixel / 5), features(k, pixel)) << k << " " << pixel;
    }
  }
  const auto product = [](const RowMatrix<double>& columns) {
    return RowMatrix<double>(columns.row(0).cwiseProduct(columns.row(1)));
  };
  EXPECT_FALSE(byAxis(featuresOver<float>(window, slice, product), window.columns));
}

}  // namespace
}  // namespace backprop
