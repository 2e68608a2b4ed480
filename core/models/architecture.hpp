#pragma once
/// What a network is made of, and where each of its numbers stands in θ.
///
/// θ is one contiguous vector: W², b², W³, b³, …; each W by rows, destination first, as written in
/// the lecture (w^L_{jk}: to neuron j of layer L from neuron k of layer L−1).

#include <vector>

#include "foundation/matrix.hpp"

namespace backprop {

enum class Activation { Linear, Sigmoid, Tanh, Relu, LeakyRelu, Elu, Softplus, Sine, Softmax, Step };

/// One layer's map a^{L−1} → a^L and its place in θ.
struct Layer {
  Index inputs;           ///< s(L−1)
  Index neurons;          ///< s(L)
  Activation activation;  ///< Softmax and Step in the last layer only
  Index weights;          ///< offset of w^L_{11} in θ; neurons × inputs numbers, by rows
  Index biases;           ///< offset of b^L_1 in θ; neurons numbers

  Index weight(Index to, Index from) const { return weights + to * inputs + from; }
  Index bias(Index neuron) const { return biases + neuron; }
};

/// Layers 2 … 𝕃 (layer 1 is the features). layers()[i] is the lecture's layer i + 2.
class Architecture {
 public:
  struct LayerSize {
    Index neurons;
    Activation activation;
  };

  /// @param features  s(1) ≥ 1    @param layers  at least one, the last is the output layer
  Architecture(Index features, const std::vector<LayerSize>& layers);

  Index features() const { return features_; }
  Index outputs() const { return layers_.back().neurons; }
  Index parameterCount() const { return parameterCount_; }
  /// Neurons of all layers but the first: Σ s(L), L = 2 … 𝕃.
  Index neuronCount() const;
  const std::vector<Layer>& layers() const { return layers_; }

  /// One layer: a^𝕃 = f(W x + b), the model of lecture sections 1 and 2.
  bool linear() const { return layers_.size() == 1; }
  /// The same with z^𝕃 instead of a^𝕃: what it decides by, before the output unit. θ is the same.
  Architecture scoring() const;

 private:
  Index features_;
  Index parameterCount_ = 0;
  std::vector<Layer> layers_;
};

}  // namespace backprop
