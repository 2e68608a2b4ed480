#include "metrics/discriminant.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace backprop {

Vector<double> project(const RowMatrix<double>& features, const Vector<double>& direction) {
  Vector<double> z = Vector<double>::Zero(features.cols());
  for (Index k = 0; k < features.rows(); ++k) {
    for (Index i = 0; i < z.size(); ++i) z[i] += direction[k] * features(k, i);
  }
  return z;
}

Discriminant discriminate(const RowMatrix<double>& features, const std::vector<Index>& classes,
                          const Vector<double>& direction) {
  assert(direction.squaredNorm() > 0 && Index(classes.size()) == features.cols());
  Discriminant result;
  result.direction = direction / std::sqrt(direction.squaredNorm());
  Vector<double> z = project(features, result.direction);
  double counts[2] = {}, sums[2] = {};
  for (Index i = 0; i < z.size(); ++i) {
    counts[classes[std::size_t(i)]] += 1;
    sums[classes[std::size_t(i)]] += z[i];
  }
  for (const int c : {0, 1}) result.means[c] = sums[c] / counts[c];
  if (result.means[1] < result.means[0]) {
    result.direction = -result.direction;
    z = -z;
    for (double& mean : result.means) mean = -mean;
  }
  double within = 0;
  for (Index i = 0; i < z.size(); ++i) within += std::pow(z[i] - result.means[classes[std::size_t(i)]], 2);
  const double between = result.means[1] - result.means[0];
  result.scatterRatio = between > 0 ? between * between / within : 0;
  result.threshold = (result.means[0] + result.means[1]) / 2;
  for (Index i = 0; i < z.size(); ++i) result.right += (z[i] >= result.threshold) == (classes[std::size_t(i)] == 1);
  return result;
}

std::vector<double> histogram(const Vector<double>& z, const std::vector<Index>& classes, double low, double high,
                              Index bins) {
  assert(bins > 0 && low < high);
  std::vector<double> counts(std::size_t(2 * bins), 0.0);
  for (Index i = 0; i < z.size(); ++i) {
    const double place = std::clamp((z[i] - low) / (high - low) * double(bins), 0.0, double(bins - 1));
    const Index bin = Index(place);
    counts[std::size_t(classes[std::size_t(i)] * bins + bin)] += 1;
  }
  return counts;
}

}  // namespace backprop
