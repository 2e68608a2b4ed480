#pragma once
/// The curvature of a one-layer model's cost: what Newton's method (iteratively reweighted least squares) solves with.

#include <span>

#include "models/architecture.hpp"
#include "objective/objective.hpp"

namespace backprop {

/// The mean over the samples of ∂²E/∂θ², for the losses with ∂E/∂z = a − y: cross-entropy of sigmoid and softmax,
/// squared error of linear outputs. With S = ∂²E/∂z² = ∂a/∂z and x̃ = (x, 1), its blocks are mean(S_ij x̃ x̃ᵀ).
/// @param theta  W by rows, then b    @return  n × n in θ's order, symmetric; zeros without samples
template <typename Scalar>
RowMatrix<double> layerHessian(const LinearSamples<Scalar>&, Activation output, std::span<const Scalar> theta);

}  // namespace backprop
