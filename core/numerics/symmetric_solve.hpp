#pragma once
/// A X = B for a symmetric positive semidefinite A that may be singular: what Fisher's formula and Newton's method ask.

#include "foundation/matrix.hpp"

namespace backprop {

struct SymmetricSolution {
  RowMatrix<double> x;  ///< A⁺ B: of all least-squares solutions the shortest
  Index rank;           ///< eigenvalues that were not taken as 0
};

/// By the eigenvalues of A (Jacobi's rotations, cyclic; Golub, Van Loan, 8.5). Those of at most n · 2⁻⁵² times the
/// greatest count as 0, as in least-squares solvers.
/// @param a  n × n, finite, symmetric: only its lower triangle and diagonal are trusted    @param b  n × m
SymmetricSolution solveSymmetric(RowMatrix<double> a, const RowMatrix<double>& b);

/// The same where each row of A is exact for its own size, as a covariance is: eigenvalues are cut of D⁻¹ A D⁻¹, with
/// D² ≈ the diagonal, so that millimetres beside light-years do not make A singular. Where that is singular too,
/// "shortest" has a meaning in the columns' own units only, and A is solved as it is.
SymmetricSolution solveScaled(const RowMatrix<double>& a, const RowMatrix<double>& b);

}  // namespace backprop
