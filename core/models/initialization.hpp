#pragma once
/// How θ starts. Weights are drawn in θ's order, in double, and then rounded to the precision of
/// training, so that both precisions start at the same point; biases start at 0.

#include <span>

#include "models/architecture.hpp"
#include "random/generator.hpp"

namespace backprop {

enum class Initialization {
  Zeros,    ///< every weight 0: neurons of a layer stay alike for ever
  Uniform,  ///< [−0.5, 0.5)
  Normal,   ///< mean 0, σ = 0.5
  Glorot,   ///< uniform ±√(6 / (inputs + neurons)) of the layer: Glorot, Bengio 2010 (Xavier)
  He,       ///< normal, σ = √(2 / inputs) of the layer: He et al. 2015
};

/// Writes θ₀.  @param theta  parameterCount() values, overwritten
/// Zeros draws nothing; the others draw once for each weight and not for the biases.
template <typename Scalar>
void initialize(Initialization, const Architecture&, Generator&, std::span<Scalar> theta);

}  // namespace backprop
