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

/// In float, rounds an error to a multiple of 2⁻¹⁰³: errors too small to move a weight become 0 before they become
/// subnormal, on which arithmetic costs eighty times as much.
template <typename Scalar>
Pack<Scalar> withoutTraces(Pack<Scalar> x) {
  if constexpr (std::same_as<Scalar, double>)
    return x;
  else
    return (x + held<Pack<Scalar>>(0x1p-80f)) - held<Pack<Scalar>>(0x1p-80f);
}

}  // namespace backprop
