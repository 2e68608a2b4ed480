#pragma once
/// Activation functions over many neurons at once, all of one kind. Lengths are whole numbers of packs.

#include "models/activation.hpp"
#include "numerics/pack.hpp"

namespace backprop {

/// a = f(z)
/// @pre not Softmax
template <typename Scalar>
void activateRow(Activation, const Scalar* z, Scalar* a, Index count);

/// error *= f′(z), and withoutTraces().
/// @pre not Softmax
template <typename Scalar>
void multiplyByDerivative(Activation, const Scalar* z, const Scalar* a, Scalar* error, Index count);

/// The same for samples × 8 neurons.
/// @param sums  eight numbers: the errors' sums over the samples, which are the gradient of the biases
void multiplyByDerivativeOfEights(Activation, const float* z, const float* a, float* error, Index samples, float* sums);

}  // namespace backprop
