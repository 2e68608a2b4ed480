/// Training passes of wide layers: a tile of a hidden layer is samples × neurons, so that the lanes hold neurons.
#include <algorithm>

#include "models/network.hpp"
#include "numerics/pack.hpp"

namespace backprop {
namespace {

/// z_i = Σ_k W_ik a_k + b_i of a layer that has samples in its lanes, after one that has neurons in them.
/// @param a  samples × inputs
void outputsOfNeurons(const Layer& layer, const float* theta, const float* a, Index samples, TileRows<float> z) {
  using P = Pack<float>;
  for (Index i = 0; i < z.rows; ++i) {
    const float* const weights = theta + layer.weights + i * layer.inputs;
    const P bias = theta[layer.biases + i];
    for (Index s = 0; s < z.stride; s += P::width) {
      P dots[P::width];
      unrolled<P::width>([&](auto lane) {
        const float* from = a + std::min(s + lane, samples - 1) * layer.inputs;
        dots[lane] = 0.0f;
        for (const float *weight = weights, *const end = weights + layer.inputs; weight != end;) {
          for (Index pack = 0; pack < panelPacks; ++pack, weight += P::width, from += P::width) {
            dots[lane] += P::load(weight) * P::load(from);
          }
        }
      });
      (sums(dots) + bias).store(z.row(i) + s);
    }
  }
}

/// rowSums() of the few outputs. That has one caller, Network::backward(), and so the linker makes it a part of it;
/// called from here too, it would cost the small networks a hundredth.
void sumsOfRows(TileRows<float> error, float* to, Placing placing) {
  using P = Pack<float>;
  for (Index i = 0; i < error.rows; ++i) {
    P total(0);
    for (Index s = 0; s < error.stride; s += P::width) total += P::load(error.row(i) + s);
    to[i] = placing == Placing::Add ? to[i] + sum(total) : sum(total);
  }
}

}  // namespace

/// The hidden layers' tiles are samples × neurons: Z = A·Wᵀ + b, with A spread and the lanes along Wᵀ.
template <>
void Network<float>::forwardByNeurons(Parameters theta) {
  constexpr Index width = Pack<float>::width;
  const Index last = layerCount() - 1;
  Strided in{inputs_, 1, inputStride_};
  for (Index l = 0; l < last; ++l) {
    const Layer& layer = architecture_.layers()[std::size_t(l)];
    const LayerTile& tile = tiles_[std::size_t(l)];
    transpose(theta.data() + layer.weights, transposed_.data(), layer.neurons, layer.inputs);
    stridedProduct(in, theta.data() + layer.biases, 0, transposed_.data(), tile.z, count_, layer.inputs,
                   layer.neurons / width);
    activate(l);
    in = {tile.a, layer.neurons, 1};
  }
  outputsOfNeurons(architecture_.layers().back(), theta.data(), tiles_[std::size_t(last - 1)].a, count_,
                   preActivations(last));
  activate(last);
}

template <>
void Network<float>::backwardByNeurons(Parameters theta, std::span<float> gradient, Placing placing) {
  constexpr Index width = Pack<float>::width;
  static constexpr float one = 1;
  const bool add = placing == Placing::Add;
  const Index stride = packs_ * width;
  Index sampleStep = 1, neuronStep = stride;  // of the errors
  for (Index l = layerCount() - 1; l >= 0; --l) {
    const Layer& layer = architecture_.layers()[std::size_t(l)];
    const float* const error = tiles_[std::size_t(l)].error;
    float* const weights = gradient.data() + layer.weights;
    float* const biases = gradient.data() + layer.biases;
    if (l + 1 == layerCount())
      sumsOfRows(errors(l), biases, placing);
    else  // the gradient of weights from an input of 1
      stridedProduct({&one, 0, 0}, add ? biases : nullptr, 0, error, biases, 1, count_, layer.neurons / width);
    if (l == 0) {
      stridedProduct({inputs_, inputStride_, 1}, nullptr, 0, error, transposed_.data(), layer.inputs, count_,
                     layer.neurons / width);
      for (Index k = 0; k < layer.inputs; ++k) {
        const float* from = transposed_.data() + k * layer.neurons;
        float* g = weights + k;
#pragma clang loop vectorize(disable) unroll(disable)
        for (const float* const end = from + layer.neurons; from != end; ++from, g += layer.inputs) {
          *g = (add ? *g : 0) + *from;
        }
      }
      return;
    }
    const LayerTile& before = tiles_[std::size_t(l - 1)];
    const Index packs = layer.inputs / width;
    stridedProduct({error, neuronStep, sampleStep}, add ? weights : nullptr, layer.inputs, before.a, weights,
                   layer.neurons, count_, packs);
    stridedProduct({error, sampleStep, neuronStep}, nullptr, 0, theta.data() + layer.weights, before.error, count_,
                   layer.neurons, packs);
    throughActivation(l - 1);
    sampleStep = layer.inputs;
    neuronStep = 1;
  }
}

}  // namespace backprop
