#include "models/architecture.hpp"

#include <cassert>

namespace backprop {

Architecture::Architecture(Index features, const std::vector<LayerSize>& layers) : features_(features) {
  assert(features >= 1 && !layers.empty());
  Index inputs = features;
  for (const LayerSize& size : layers) {
    assert(size.neurons >= 1);
    Layer layer{inputs, size.neurons, size.activation, parameterCount_, parameterCount_ + size.neurons * inputs};
    layers_.push_back(layer);
    parameterCount_ = layer.biases + size.neurons;
    inputs = size.neurons;
  }
}

Index Architecture::neuronCount() const {
  Index count = 0;
  for (const Layer& layer : layers_) count += layer.neurons;
  return count;
}

Architecture Architecture::scoring() const {
  Architecture linear = *this;
  linear.layers_.back().activation = Activation::Linear;
  return linear;
}

}  // namespace backprop
