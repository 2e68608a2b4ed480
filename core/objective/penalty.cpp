#include "objective/penalty.hpp"

#include <cmath>

namespace backprop {

template <typename Scalar>
double penaltyValue(const Penalty& penalty, const Architecture& architecture, std::span<const Scalar> theta) {
  if (penalty.none()) return 0;
  double squares = 0, magnitudes = 0;
  for (const Layer& layer : architecture.layers()) {
    for (const Scalar weight : theta.subspan(std::size_t(layer.weights), std::size_t(layer.neurons * layer.inputs))) {
      squares += double(weight) * double(weight);
      magnitudes += std::fabs(double(weight));
    }
  }
  return penalty.l2 / 2 * squares + penalty.l1 * magnitudes;
}

template <typename Scalar>
void addPenaltyGradient(const Penalty& penalty, const Architecture& architecture, std::span<const Scalar> theta,
                        std::span<Scalar> gradient) {
  if (penalty.none()) return;
  const Scalar l1 = Scalar(penalty.l1), l2 = Scalar(penalty.l2);
  for (const Layer& layer : architecture.layers()) {
    for (std::size_t i = std::size_t(layer.weights); i < std::size_t(layer.biases); ++i) {
      const Scalar sign = Scalar((theta[i] > 0) - (theta[i] < 0));
      gradient[i] += l2 * theta[i] + l1 * sign;
    }
  }
}

template double penaltyValue(const Penalty&, const Architecture&, std::span<const float>);
template double penaltyValue(const Penalty&, const Architecture&, std::span<const double>);
template void addPenaltyGradient(const Penalty&, const Architecture&, std::span<const float>, std::span<float>);
template void addPenaltyGradient(const Penalty&, const Architecture&, std::span<const double>, std::span<double>);

}  // namespace backprop
