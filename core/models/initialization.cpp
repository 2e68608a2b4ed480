#include "models/initialization.hpp"

#include <cassert>
#include <cmath>

namespace backprop {
namespace {

double drawWeight(Initialization initialization, const Layer& layer, Generator& generator) {
  switch (initialization) {
    case Initialization::Zeros: return 0;
    case Initialization::Uniform: return generator.uniform(-0.5, 0.5);
    case Initialization::Normal: return 0.5 * generator.normal();
    case Initialization::Glorot: {
      const double limit = std::sqrt(6.0 / double(layer.inputs + layer.neurons));
      return generator.uniform(-limit, limit);
    }
    case Initialization::He: return std::sqrt(2.0 / double(layer.inputs)) * generator.normal();
  }
  return 0;
}

}  // namespace

template <typename Scalar>
void initialize(Initialization initialization, const Architecture& architecture, Generator& generator,
                std::span<Scalar> theta) {
  assert(Index(theta.size()) == architecture.parameterCount());
  for (const Layer& layer : architecture.layers()) {
    for (Index i = 0; i < layer.neurons * layer.inputs; ++i) {
      theta[std::size_t(layer.weights + i)] = Scalar(drawWeight(initialization, layer, generator));
    }
    for (Index j = 0; j < layer.neurons; ++j) theta[std::size_t(layer.bias(j))] = 0;
  }
}

template void initialize(Initialization, const Architecture&, Generator&, std::span<float>);
template void initialize(Initialization, const Architecture&, Generator&, std::span<double>);

}  // namespace backprop
