#include "training/fisher.hpp"

#include <cassert>
#include <cmath>
#include <vector>

#include "numerics/elementary.hpp"
#include "numerics/symmetric_solve.hpp"

namespace backprop {
namespace {

/// Means and pooled covariance of the classes.
struct Moments {
  RowMatrix<double> means;       ///< classes × p
  std::vector<double> counts;    ///< of samples, for each class
  RowMatrix<double> covariance;  ///< p × p: lower triangle and diagonal
};

template <typename Scalar>
std::vector<Index> classesOf(const LinearSamples<Scalar>& samples) {
  std::vector<Index> classes(std::size_t(samples.count), 0);
  if (samples.outputs == 1) {
    for (Index i = 0; i < samples.count; ++i) classes[std::size_t(i)] = samples.targets[i] > Scalar(0.5);
  } else {
    for (Index j = 0; j < samples.outputs; ++j) {
      const Scalar* isOne = samples.targets + j * samples.count;
      for (Index i = 0; i < samples.count; ++i) {
        if (isOne[i] > Scalar(0.5)) classes[std::size_t(i)] = j;
      }
    }
  }
  return classes;
}

template <typename Scalar>
Moments momentsOf(const LinearSamples<Scalar>& samples, const std::vector<Index>& classes, Index classCount) {
  const Index p = samples.inputs, n = samples.count;
  Moments moments{RowMatrix<double>::Zero(classCount, p), std::vector<double>(std::size_t(classCount), 0.0),
                  RowMatrix<double>::Zero(p, p)};
  for (const Index c : classes) ++moments.counts[std::size_t(c)];
  std::vector<double> sums(std::size_t(classCount), 0.0);
  for (Index k = 0; k < p; ++k) {
    const Scalar* x = samples.features + k * n;
    std::fill(sums.begin(), sums.end(), 0.0);
    for (Index i = 0; i < n; ++i) sums[std::size_t(classes[std::size_t(i)])] += double(x[i]);
    double all = 0;
    for (const double sum : sums) all += sum;
    for (Index c = 0; c < classCount; ++c) {
      const double count = moments.counts[std::size_t(c)];
      moments.means(c, k) = count > 0 ? sums[std::size_t(c)] / count : all / double(n);
    }
  }
  std::vector<double> deviations(std::size_t(p * n));  // from the sample's own class mean
  for (Index k = 0; k < p; ++k) {
    for (Index i = 0; i < n; ++i) {
      deviations[std::size_t(k * n + i)] =
          double(samples.features[k * n + i]) - moments.means(classes[std::size_t(i)], k);
    }
    for (Index m = 0; m <= k; ++m) {
      const double *a = deviations.data() + k * n, *b = deviations.data() + m * n;
      double sum = 0;
      for (Index i = 0; i < n; ++i) sum += a[i] * b[i];
      moments.covariance(k, m) = sum / double(n);
    }
  }
  return moments;
}

void shrink(RowMatrix<double>& covariance, double shrinkage) {
  const double mean = covariance.trace() / double(covariance.rows());
  covariance *= 1 - shrinkage;
  for (Index k = 0; k < covariance.rows(); ++k) covariance(k, k) += shrinkage * mean;
}

}  // namespace

template <typename Scalar>
FisherSolution solveFisher(const LinearSamples<Scalar>& samples, const FisherOptions& options) {
  assert(samples.count > 0);
  const Index classCount = samples.outputs == 1 ? 2 : samples.outputs;
  Moments moments = momentsOf(samples, classesOf(samples), classCount);
  shrink(moments.covariance, options.shrinkage);
  const SymmetricSolution solved = solveScaled(moments.covariance, moments.means.transpose());

  FisherSolution solution{solved.x.transpose(), Vector<double>(classCount), 0, solved.rank < samples.inputs};
  for (Index c = 0; c < classCount; ++c) {
    const double count = moments.counts[std::size_t(c)];
    solution.classes += count > 0;
    double half = 0;
    for (Index k = 0; k < samples.inputs; ++k) half += moments.means(c, k) * solution.weights(c, k);
    solution.biases[c] = -half / 2;
    if (options.threshold == FisherOptions::Threshold::Priors) {
      solution.biases[c] += log((count > 0 ? count : 0.5) / double(samples.count));
    }
  }
  if (samples.outputs == 1) {
    const RowMatrix<double> difference = solution.weights.row(1) - solution.weights.row(0);
    solution.weights = difference;
    solution.biases = Vector<double>::Constant(1, solution.biases[1] - solution.biases[0]);
  }
  return solution;
}

template <typename Scalar>
StepReport FisherLearner<Scalar>::step(Objective<Scalar>& objective, std::span<Scalar> theta, SampleRange, double) {
  const LinearSamples<Scalar> samples = objective.linearSamples();
  const StepReport report{objective.value(theta), 0};
  const FisherSolution solution = solveFisher(samples, options_);
  state_ = {1, Scalar(solution.singular), Scalar(solution.classes < 2)};
  if (solution.classes < 2) return report;
  std::size_t at = 0;
  for (Index j = 0; j < samples.outputs; ++j) {
    for (Index k = 0; k < samples.inputs; ++k) theta[at++] = Scalar(solution.weights(j, k));
  }
  for (Index j = 0; j < samples.outputs; ++j) theta[at++] = Scalar(solution.biases[j]);
  return report;
}

template <typename Scalar>
Standing FisherLearner<Scalar>::standing() {
  if (state_[IsOneClass] != 0) return Standing::OneClass;
  return state_[IsSolved] != 0 ? Standing::Solved : Standing::GoesOn;
}

template FisherSolution solveFisher(const LinearSamples<float>&, const FisherOptions&);
template FisherSolution solveFisher(const LinearSamples<double>&, const FisherOptions&);
template class FisherLearner<float>;
template class FisherLearner<double>;

}  // namespace backprop
