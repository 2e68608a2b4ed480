#include "numerics/symmetric_solve.hpp"

#include <cassert>
#include <cmath>
#include <vector>

namespace backprop {
namespace {

constexpr double epsilon = 0x1p-52;
constexpr int mostSweeps = 40;  // it takes six to ten

/// Turns rows and columns i and j of a so that a(i, j) = 0, and the rows of `vectors` with them.
void rotate(RowMatrix<double>& a, RowMatrix<double>& vectors, Index i, Index j) {
  const double slope = (a(j, j) - a(i, i)) / (2 * a(i, j));
  const double tangent = (slope < 0 ? -1 : 1) / (std::fabs(slope) + std::sqrt(slope * slope + 1));
  const double cosine = 1 / std::sqrt(tangent * tangent + 1), sine = tangent * cosine;
  const auto turn = [=](double& x, double& y) {
    const double before = x;
    x = cosine * before - sine * y;
    y = sine * before + cosine * y;
  };
  for (Index k = 0; k < a.rows(); ++k) turn(a(k, i), a(k, j));
  for (Index k = 0; k < a.rows(); ++k) turn(a(i, k), a(j, k));
  for (Index k = 0; k < a.rows(); ++k) turn(vectors(i, k), vectors(j, k));
}

/// Makes a diagonal.  @return  eigenvectors, one a row
RowMatrix<double> diagonalize(RowMatrix<double>& a) {
  const Index n = a.rows();
  RowMatrix<double> vectors = RowMatrix<double>::Identity(n, n);
  for (int sweep = 0; sweep < mostSweeps; ++sweep) {
    bool turned = false;
    for (Index i = 0; i < n; ++i) {
      for (Index j = i + 1; j < n; ++j) {
        if (std::fabs(a(i, j)) <= epsilon * 0x1p-10 * std::sqrt(std::fabs(a(i, i) * a(j, j)))) continue;
        rotate(a, vectors, i, j);
        turned = true;
      }
    }
    if (!turned) break;
  }
  return vectors;
}

/// Powers of two, so that scaling rounds nothing, with diagonal elements of D⁻¹ A D⁻¹ in [1, 4).
std::vector<double> scalesOf(const RowMatrix<double>& a) {
  std::vector<double> scales(std::size_t(a.rows()), 1.0);
  for (Index i = 0; i < a.rows(); ++i) {
    if (a(i, i) > 0) scales[std::size_t(i)] = std::ldexp(1.0, std::ilogb(std::sqrt(a(i, i))));
  }
  return scales;
}

}  // namespace

SymmetricSolution solveSymmetric(RowMatrix<double> a, const RowMatrix<double>& b) {
  assert(a.rows() == a.cols() && b.rows() == a.rows());
  const Index n = a.rows();
  for (Index i = 0; i < n; ++i) {
    for (Index j = 0; j < i; ++j) a(j, i) = a(i, j);
  }
  const RowMatrix<double> vectors = diagonalize(a);
  double greatest = 0;
  for (Index i = 0; i < n; ++i) greatest = std::max(greatest, std::fabs(a(i, i)));
  SymmetricSolution solution{RowMatrix<double>::Zero(n, b.cols()), 0};
  for (Index i = 0; i < n; ++i) {
    if (!(a(i, i) > double(n) * epsilon * greatest)) continue;
    ++solution.rank;
    for (Index c = 0; c < b.cols(); ++c) {
      double along = 0;
      for (Index k = 0; k < n; ++k) along += vectors(i, k) * b(k, c);
      for (Index k = 0; k < n; ++k) solution.x(k, c) += along / a(i, i) * vectors(i, k);
    }
  }
  return solution;
}

SymmetricSolution solveScaled(const RowMatrix<double>& a, const RowMatrix<double>& b) {
  const Index n = a.rows();
  const std::vector<double> scales = scalesOf(a);
  RowMatrix<double> scaled = a, right = b;
  for (Index i = 0; i < n; ++i) {
    for (Index j = 0; j <= i; ++j) scaled(i, j) /= scales[std::size_t(i)] * scales[std::size_t(j)];
    right.row(i) /= scales[std::size_t(i)];
  }
  SymmetricSolution solution = solveSymmetric(std::move(scaled), right);
  if (solution.rank < n) return solveSymmetric(a, b);
  for (Index i = 0; i < n; ++i) solution.x.row(i) /= scales[std::size_t(i)];
  return solution;
}

}  // namespace backprop
