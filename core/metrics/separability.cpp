#include "metrics/separability.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "numerics/symmetric_solve.hpp"

namespace backprop {
namespace {

constexpr double tolerance = 1e-10;  // of points whose coordinates are at most 1
constexpr double weakly = 1e-9;      // what counts as 0 of a sum of them, for each
constexpr int mostPivots = 100'000;
constexpr int mostCorners = 10'000;

/// The linear program: A λ = b, λ ≥ 0, with the sum of the artificial variables to be 0.
class PhaseOne {
 public:
  /// @param right  b ≥ 0
  PhaseOne(const RowMatrix<double>& columns, const Vector<double>& right)
      : columns_(columns),
        rows_(columns.rows()),
        inverse_(RowMatrix<double>::Identity(rows_, rows_)),
        basis_(std::size_t(rows_), artificial),
        values_(right) {}

  /// @return  the prices at the end, Aᵀ · prices ≤ 0; bᵀ · prices is what is left of the artificial variables
  Vector<double> solve() {
    for (int pivot = 0; pivot < mostPivots; ++pivot) {
      const Vector<double> prices = pricesNow();
      const Index entering = firstWorth(prices);
      if (entering < 0) return prices;
      enter(entering);
    }
    return Vector<double>::Zero(rows_);
  }

 private:
  static constexpr Index artificial = -1;

  Vector<double> pricesNow() const {
    Vector<double> prices = Vector<double>::Zero(rows_);
    for (Index i = 0; i < rows_; ++i) {
      if (basis_[std::size_t(i)] != artificial) continue;
      for (Index k = 0; k < rows_; ++k) prices[k] += inverse_(i, k);
    }
    return prices;
  }

  Index firstWorth(const Vector<double>& prices) const {
    for (Index j = 0; j < columns_.cols(); ++j) {
      double worth = 0;
      for (Index k = 0; k < rows_; ++k) worth += prices[k] * columns_(k, j);
      if (worth > tolerance) return j;
    }
    return -1;
  }

  void enter(Index j) {
    Vector<double> column(rows_);
    for (Index i = 0; i < rows_; ++i) {
      column[i] = 0;
      for (Index k = 0; k < rows_; ++k) column[i] += inverse_(i, k) * columns_(k, j);
    }
    Index leaving = -1;
    double least = 0;
    for (Index i = 0; i < rows_; ++i) {
      if (column[i] <= tolerance) continue;
      const double ratio = values_[i] / column[i];
      const bool first = leaving < 0 || ratio < least;
      if (first || (ratio == least && basis_[std::size_t(i)] < basis_[std::size_t(leaving)])) {
        leaving = i;
        least = ratio;
      }
    }
    if (leaving < 0) return;  // cannot be: a sum ≥ 0 cannot fall for ever; the pivots' count ends it
    const double by = column[leaving];
    inverse_.row(leaving) /= by;
    values_[leaving] /= by;
    for (Index i = 0; i < rows_; ++i) {
      if (i == leaving || column[i] == 0) continue;
      inverse_.row(i) -= column[i] * inverse_.row(leaving);
      values_[i] = std::max(0.0, values_[i] - column[i] * values_[leaving]);
    }
    basis_[std::size_t(leaving)] = j;
  }

  const RowMatrix<double>& columns_;
  Index rows_;
  RowMatrix<double> inverse_;  ///< of the basis
  std::vector<Index> basis_;
  Vector<double> values_;
};

double leastAlong(const RowMatrix<double>& points, const Vector<double>& v, Index* which = nullptr) {
  double least = std::numeric_limits<double>::infinity();
  for (Index j = 0; j < points.cols(); ++j) {
    double along = 0;
    for (Index k = 0; k < points.rows(); ++k) along += v[k] * points(k, j);
    if (!(along < least)) continue;
    least = along;
    if (which) *which = j;
  }
  return least;
}

/// α with Σα = 1 for which ‖Σ αᵢ pᵢ‖ is least: (G + 1 1ᵀ) u = 1, α = u / Σu.
Vector<double> nearestInPlane(const RowMatrix<double>& points, const std::vector<Index>& corners) {
  const Index n = Index(corners.size());
  RowMatrix<double> gram(n, n);
  for (Index i = 0; i < n; ++i) {
    for (Index j = 0; j <= i; ++j) {
      double dot = 1;
      for (Index k = 0; k < points.rows(); ++k)
        dot += points(k, corners[std::size_t(i)]) * points(k, corners[std::size_t(j)]);
      gram(i, j) = gram(j, i) = dot;
    }
  }
  const Vector<double> u = solveSymmetric(std::move(gram), RowMatrix<double>::Ones(n, 1)).x.col(0);
  return u / u.sum();
}

/// The point of the hull that is nearest to the origin.  @pre  the hull does not hold the origin
Vector<double> nearestOfHull(const RowMatrix<double>& points) {
  std::vector<Index> corners{0};
  Vector<double> weights = Vector<double>::Ones(1);
  Vector<double> nearest = points.col(0);
  for (int step = 0; step < mostCorners; ++step) {
    Index entering = 0;
    const double along = leastAlong(points, nearest, &entering);
    if (along >= nearest.squaredNorm() * (1 - 1e-12)) break;
    if (std::find(corners.begin(), corners.end(), entering) != corners.end()) break;
    corners.push_back(entering);
    weights.conservativeResize(weights.size() + 1);
    weights[weights.size() - 1] = 0;
    for (;;) {
      const Vector<double> wanted = nearestInPlane(points, corners);
      double reach = 1;
      for (Index i = 0; i < wanted.size(); ++i) {
        if (wanted[i] < 0) reach = std::min(reach, weights[i] / (weights[i] - wanted[i]));
      }
      weights += reach * (wanted - weights);
      if (reach >= 1) break;
      std::vector<Index> kept;
      std::vector<double> keptWeights;
      for (Index i = 0; i < weights.size(); ++i) {
        if (weights[i] <= 1e-14) continue;
        kept.push_back(corners[std::size_t(i)]);
        keptWeights.push_back(weights[i]);
      }
      corners = std::move(kept);
      weights = Eigen::Map<const Vector<double>>(keptWeights.data(), Index(keptWeights.size()));
    }
    nearest.setZero();
    for (Index i = 0; i < weights.size(); ++i) nearest += weights[i] * points.col(corners[std::size_t(i)]);
  }
  return nearest;
}

/// Rows to at most 1, then columns to length 1: neither changes whether there is a v.
/// @return  what the rows were divided by
Vector<double> scale(RowMatrix<double>& points) {
  Vector<double> scales = Vector<double>::Ones(points.rows());
  for (Index k = 0; k < points.rows() && points.cols() > 0; ++k) {
    const double most = points.row(k).cwiseAbs().maxCoeff();
    if (most > 0) scales[k] = most;
    points.row(k) /= scales[k];
  }
  for (Index j = 0; j < points.cols(); ++j) points.col(j) /= std::sqrt(points.col(j).squaredNorm());
  return scales;
}

}  // namespace

std::optional<Vector<double>> separator(const RowMatrix<double>& points) {
  RowMatrix<double> scaled = points;
  const Vector<double> scales = scale(scaled);
  RowMatrix<double> columns(points.rows() + 1, points.cols());
  std::fill_n(columns.data(), points.cols(), 1.0);  // first Σλ = 1
  std::copy_n(scaled.data(), scaled.size(), columns.data() + points.cols());
  Vector<double> right = Vector<double>::Zero(columns.rows());
  right[0] = 1;
  const Vector<double> prices = PhaseOne(columns, right).solve();
  if (!(prices[0] > tolerance)) return std::nullopt;
  Vector<double> v(points.rows());
  for (Index k = 0; k < v.size(); ++k) v[k] = -prices[k + 1] / scales[k];
  if (!(leastAlong(points, v) > 0)) return std::nullopt;
  return v;
}

bool isWeaklySeparable(const RowMatrix<double>& points) {
  RowMatrix<double> scaled = points;
  scale(scaled);
  // Σ μ p = −Σ p, each row with the sign that makes its right-hand side positive.
  Vector<double> right(points.rows());
  for (Index k = 0; k < right.size(); ++k) {
    double sum = 0;
    double* row = scaled.data() + k * scaled.cols();
    for (Index j = 0; j < scaled.cols(); ++j) sum += row[j];
    right[k] = std::fabs(sum);
    for (Index j = 0; sum > 0 && j < scaled.cols(); ++j) row[j] = -row[j];
  }
  Vector<double> v = PhaseOne(scaled, right).solve();
  double greatest = 0, all = 0;  // all: Σ vᵀp
  for (Index k = 0; k < v.size(); ++k) {
    v[k] = -v[k];
    greatest = std::max(greatest, std::fabs(v[k]));
    all -= v[k] * right[k];
  }
  return greatest > 0 && all > weakly * double(points.cols()) * greatest && leastAlong(scaled, v) >= -weakly * greatest;
}

RowMatrix<double> contrasts(const RowMatrix<double>& features, const RowMatrix<double>& targets) {
  const Index p = features.rows(), n = features.cols(), outputs = targets.rows();
  const Index others = std::max<Index>(1, outputs - 1);
  RowMatrix<double> points = RowMatrix<double>::Zero(others * (p + 1), n * others);
  const auto add = [&](Index column, Index block, Index i, double sign) {
    for (Index k = 0; k < p; ++k) points(block * (p + 1) + k, column) += sign * features(k, i);
    points(block * (p + 1) + p, column) += sign;
  };
  for (Index i = 0, column = 0; i < n; ++i) {
    if (outputs == 1) {
      add(column++, 0, i, targets(0, i) > 0.5 ? 1 : -1);
      continue;
    }
    Index own = 0;
    for (Index c = 1; c < outputs; ++c) {
      if (targets(c, i) > targets(own, i)) own = c;
    }
    for (Index other = 0; other < outputs; ++other) {
      if (other == own) continue;
      if (own > 0) add(column, own - 1, i, 1);
      if (other > 0) add(column, other - 1, i, -1);
      ++column;
    }
  }
  return points;
}

Separability separability(const RowMatrix<double>& points) {
  Separability result;
  for (Index j = 0; j < points.cols(); ++j) result.radius = std::max(result.radius, points.col(j).squaredNorm());
  result.radius = std::sqrt(result.radius);
  result.separable = points.cols() == 0 || separator(points).has_value();
  if (points.cols() == 0) return result;
  // Of points whose longest has length 1, so that the Gram matrix and the ones added to it are of one size.
  const double margin = result.separable ? std::sqrt(nearestOfHull(points / result.radius).squaredNorm()) : 0;
  result.margin = margin * result.radius;
  result.bound = margin > 0 ? 1 / (margin * margin) : std::numeric_limits<double>::infinity();
  return result;
}

}  // namespace backprop
