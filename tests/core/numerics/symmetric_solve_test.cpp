#include "numerics/symmetric_solve.hpp"

#include <gtest/gtest.h>

#include "random/generator.hpp"

namespace backprop {
namespace {

using Matrix = RowMatrix<double>;

TEST(SymmetricSolve, SolvesByHand) {
  const SymmetricSolution solution = solveSymmetric((Matrix(2, 2) << 2, 1, 1, 2).finished(), Matrix::Identity(2, 2));
  EXPECT_EQ(solution.rank, 2);
  EXPECT_TRUE(solution.x.isApprox((Matrix(2, 2) << 2, -1, -1, 2).finished() / 3, 1e-15));
}

TEST(SymmetricSolve, TakesTheShortestOfMany) {  // x + y = 2, twice
  const SymmetricSolution solution =
      solveSymmetric((Matrix(2, 2) << 1, 1, 1, 1).finished(), (Matrix(2, 1) << 2, 2).finished());
  EXPECT_EQ(solution.rank, 1);
  EXPECT_NEAR(solution.x(0, 0), 1, 1e-15);
  EXPECT_NEAR(solution.x(1, 0), 1, 1e-15);
}

TEST(SymmetricSolve, ColumnsOfVeryDifferentScalesAreNotSingular) {
  const Matrix a = (Matrix(2, 2) << 2e-24, 1e-12, 1e-12, 2).finished();  // units of 1e-12 and of 1
  const SymmetricSolution solution = solveScaled(a, (Matrix(2, 1) << 3e-12, 3).finished());
  EXPECT_EQ(solution.rank, 2);
  EXPECT_NEAR(solution.x(0, 0) * 1e-12, 1, 1e-12);
  EXPECT_NEAR(solution.x(1, 0), 1, 1e-12);
}

TEST(SymmetricSolve, ZeroHasRankZero) {
  const SymmetricSolution solution = solveSymmetric(Matrix::Zero(3, 3), Matrix::Ones(3, 1));
  EXPECT_EQ(solution.rank, 0);
  EXPECT_EQ(solution.x, Matrix::Zero(3, 1));
}

TEST(SymmetricSolve, UndoesRandomProducts) {
  Generator generator(5, 0);
  for (const Index n : {1, 2, 3, 8, 30}) {
    Matrix root(n, n), wanted(n, 2);
    for (Index i = 0; i < root.size(); ++i) root.data()[i] = generator.normal();
    for (Index i = 0; i < wanted.size(); ++i) wanted.data()[i] = generator.normal();
    const Matrix a = root * root.transpose() + 0.1 * Matrix::Identity(n, n);
    const SymmetricSolution solution = solveSymmetric(a, a * wanted);
    EXPECT_EQ(solution.rank, n);
    EXPECT_TRUE(solution.x.isApprox(wanted, 1e-10));
  }
}

}  // namespace
}  // namespace backprop
