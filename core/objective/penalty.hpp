#pragma once
/// What large weights cost: λ₂/2 ‖W‖² + λ₁ ‖W‖₁ over all weights of all layers. Biases are not
/// penalised. At a weight of 0 the derivative of λ₁|w| is taken as 0.

#include <span>

#include "models/architecture.hpp"

namespace backprop {

struct Penalty {
  double l1 = 0;  ///< λ₁ ≥ 0
  double l2 = 0;  ///< λ₂ ≥ 0

  bool none() const { return l1 == 0 && l2 == 0; }
  bool operator==(const Penalty&) const = default;
};

/// The penalty at θ, summed in double.
template <typename Scalar>
double penaltyValue(const Penalty&, const Architecture&, std::span<const Scalar> theta);

/// gradient += ∂penalty/∂θ.
template <typename Scalar>
void addPenaltyGradient(const Penalty&, const Architecture&, std::span<const Scalar> theta, std::span<Scalar> gradient);

}  // namespace backprop
