#include "models/network.hpp"

#include <algorithm>
#include <cassert>

#include "models/activation.hpp"
#include "numerics/elementary_rows.hpp"

namespace backprop {
namespace {

/// a = f(z) over `count` numbers, a whole number of packs.
template <typename Scalar>
void valuesOf(Activation activation, const Scalar* z, Scalar* a, Index count) {
  if constexpr (std::same_as<Scalar, double>) {
    if (activation == Activation::Tanh) return tanhRow(z, a, count);
    if (activation == Activation::Sigmoid) return sigmoidRow(z, a, count);
  }
  withActivation(activation, [=](auto f) {
    for (Index i = 0; i < count; i += Pack<Scalar>::width) f.value(Pack<Scalar>::load(z + i)).store(a + i);
  });
}

/// In float, rounds an error to a multiple of 2⁻¹⁰³: errors too small to move a weight become 0 before they become
/// subnormal, on which arithmetic costs eighty times as much.
template <typename Scalar>
Pack<Scalar> withoutTraces(Pack<Scalar> x) {
  if constexpr (std::same_as<Scalar, double>)
    return x;
  else
    return (x + Pack<Scalar>(Scalar(0x1p-80))) - Pack<Scalar>(Scalar(0x1p-80));
}

/// error *= f′(z)
template <typename Scalar>
void multiplyByDerivative(Activation activation, const Scalar* z, const Scalar* a, Scalar* error, Index count) {
  using P = Pack<Scalar>;
  withActivation(activation, [=](auto f) {
    for (Index i = 0; i < count; i += P::width) {
      withoutTraces(P::load(error + i) * f.derivative(P::load(z + i), P::load(a + i))).store(error + i);
    }
  });
}

/// a_i = e^{z_i} / Σ_j e^{z_j}, with the greatest z subtracted first.
template <typename Scalar>
void softmax(TileRows<Scalar> z, TileRows<Scalar> a) {
  using P = Pack<Scalar>;
  for (Index s = 0; s < z.stride; s += P::width) {
    P greatest = P::load(z.row(0) + s);
    for (Index i = 1; i < z.rows; ++i) greatest = max(greatest, P::load(z.row(i) + s));
    P total(0);
    for (Index i = 0; i < z.rows; ++i) {
      const P e = exp(P::load(z.row(i) + s) - greatest);
      e.store(a.row(i) + s);
      total += e;
    }
    for (Index i = 0; i < z.rows; ++i) (P::load(a.row(i) + s) / total).store(a.row(i) + s);
  }
}

/// δ_i = a_i (g_i − Σ_j a_j g_j), g = ∂E/∂a: the Jacobian of softmax is diag(a) − a aᵀ.
template <typename Scalar>
void throughSoftmax(TileRows<Scalar> a, TileRows<Scalar> error) {
  using P = Pack<Scalar>;
  for (Index s = 0; s < a.stride; s += P::width) {
    P mean(0);
    for (Index i = 0; i < a.rows; ++i) mean += P::load(a.row(i) + s) * P::load(error.row(i) + s);
    for (Index i = 0; i < a.rows; ++i) {
      const P g = P::load(error.row(i) + s);
      withoutTraces(P::load(a.row(i) + s) * (g - mean)).store(error.row(i) + s);
    }
  }
}

/// z_i = Σ_k W_ik a_k + b_i of a layer that has samples in its lanes, after one that has neurons in them.
/// @param a  samples × inputs
void outputsOfNeurons(const Layer& layer, const float* theta, const float* a, Index samples, TileRows<float> z) {
  using P = Pack<float>;
  for (Index i = 0; i < z.rows; ++i) {
    const float* const weights = theta + layer.weights + i * layer.inputs;
    const P bias = theta[layer.biases + i];
    for (Index s = 0; s < z.stride; s += P::width) {
      P dots[P::width];
      for (Index lane = 0; lane < P::width; ++lane) {
        const float* const from = a + std::min(s + lane, samples - 1) * layer.inputs;
        dots[lane] = 0.0f;
        for (Index k = 0; k < layer.inputs; k += P::width) dots[lane] += P::load(weights + k) * P::load(from + k);
      }
      (sums(dots) + bias).store(z.row(i) + s);
    }
  }
}

/// rowSums() of a few rows: called from here too, that would no longer be a part of backward().
void sumsOfRows(TileRows<float> error, float* to, Placing placing) {
  using P = Pack<float>;
  for (Index i = 0; i < error.rows; ++i) {
    P total(0);
    for (Index s = 0; s < error.stride; s += P::width) total += P::load(error.row(i) + s);
    to[i] = placing == Placing::Add ? to[i] + sum(total) : sum(total);
  }
}

}  // namespace

template <typename Scalar>
Network<Scalar>::Network(Architecture architecture)
    : architecture_(std::move(architecture)),
      memory_(std::size_t((architecture_.features() + 3 * architecture_.neuronCount()) * tileSamples)) {
  Scalar* next = memory_.data() + architecture_.features() * tileSamples;
  for (const Layer& layer : architecture_.layers()) {
    const Index size = layer.neurons * tileSamples;
    tiles_.push_back({next, next + size, next + 2 * size, layer.neurons});
    next += 3 * size;
  }
  if constexpr (std::same_as<Scalar, float>) {
    const std::span hidden(architecture_.layers().data(), architecture_.layers().size() - 1);
    const auto wide = [](const Layer& layer) { return layer.neurons % (panelPacks * Pack<float>::width) == 0; };
    if (hidden.empty() || !std::all_of(hidden.begin(), hidden.end(), wide)) return;
    lanes_ = Lanes::Neurons;
    for (const Layer& layer : hidden) {
      transposed_.resize(std::max(transposed_.size(), std::size_t(layer.neurons * layer.inputs)));
    }
  }
}

template <typename Scalar>
Index Network<Scalar>::numbers(Index layer) const {
  const bool byNeurons = present_ == Lanes::Neurons && layer + 1 < layerCount();
  return tiles_[std::size_t(layer)].neurons * (byNeurons ? count_ : packs_ * Pack<Scalar>::width);
}

template <typename Scalar>
void Network<Scalar>::load(const Scalar* inputs, Index stride, Index count, Lanes lanes) {
  assert(count >= 1 && count <= tileSamples);
  assert(lanes == Lanes::Samples || lanes == lanes_);
  present_ = lanes;
  constexpr Index width = Pack<Scalar>::width;
  count_ = count;
  packs_ = (count + width - 1) / width;
  const Index whole = count - count % width;
  Scalar* to = memory_.data();
  for (Index k = 0; k < architecture_.features(); ++k, inputs += stride, to += packs_ * width) {
    for (Index i = 0; i < whole; i += width) Pack<Scalar>::load(inputs + i).store(to + i);
    for (Index i = whole; i < packs_ * width; ++i) to[i] = inputs[std::min(i, count - 1)];
  }
}

template <typename Scalar>
void Network<Scalar>::activate(Index l) {
  const Activation activation = architecture_.layers()[std::size_t(l)].activation;
  const TileRows<Scalar> z = preActivations(l), a = activations(l);
  if (activation == Activation::Softmax)
    softmax(z, a);
  else
    valuesOf(activation, z.data, a.data, numbers(l));
}

template <typename Scalar>
void Network<Scalar>::forward(Parameters theta) {
  assert(Index(theta.size()) == architecture_.parameterCount());
  if constexpr (std::same_as<Scalar, float>) {
    if (present_ == Lanes::Neurons) return forwardByNeurons(theta);
  }
  forwardFrom(0, memory_.data(), theta);
}

template <typename Scalar>
void Network<Scalar>::forwardFrom(Index l, const Scalar* in, Parameters theta) {
  for (; l < layerCount(); ++l) {
    const Layer& layer = architecture_.layers()[std::size_t(l)];
    const LayerTile& tile = tiles_[std::size_t(l)];
    product<Reading::AsWritten>(theta.data() + layer.weights, theta.data() + layer.biases, in, tile.z, layer.neurons,
                                layer.inputs, packs_);
    activate(l);
    in = tile.a;
  }
}

template <typename Scalar>
void Network<Scalar>::throughActivation(Index l) {
  const Activation activation = architecture_.layers()[std::size_t(l)].activation;
  const TileRows<Scalar> z = preActivations(l), a = activations(l), error = errors(l);
  if (activation == Activation::Softmax)
    throughSoftmax(a, error);
  else
    multiplyByDerivative(activation, z.data, a.data, error.data, numbers(l));
}

template <typename Scalar>
void Network<Scalar>::backward(Parameters theta, std::span<Scalar> gradient, Placing placing) {
  assert(theta.size() == gradient.size() && Index(theta.size()) == architecture_.parameterCount());
  if constexpr (std::same_as<Scalar, float>) {
    if (present_ == Lanes::Neurons) return backwardByNeurons(theta, gradient, placing);
  }
  for (Index l = layerCount() - 1; l >= 0; --l) {
    const Layer& layer = architecture_.layers()[std::size_t(l)];
    const Scalar* error = errors(l).data;
    const Scalar* in = l > 0 ? activations(l - 1).data : memory_.data();
    outerSums(error, in, gradient.data() + layer.weights, layer.neurons, layer.inputs, packs_, placing);
    rowSums(error, gradient.data() + layer.biases, layer.neurons, packs_, placing);
    if (l == 0) break;
    product<Reading::Transposed>(theta.data() + layer.weights, static_cast<const Scalar*>(nullptr), error,
                                 errors(l - 1).data, layer.inputs, layer.neurons, packs_);
    throughActivation(l - 1);
  }
}

/// The hidden layers' tiles are samples × neurons: Z = A·Wᵀ + b, with A spread and the lanes along Wᵀ.
template <>
void Network<float>::forwardByNeurons(Parameters theta) {
  constexpr Index width = Pack<float>::width;
  const Index stride = packs_ * width, last = layerCount() - 1;
  Strided in{memory_.data(), 1, stride};
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
      stridedProduct({memory_.data(), stride, 1}, nullptr, 0, error, transposed_.data(), layer.inputs, count_,
                     layer.neurons / width);
      for (Index k = 0; k < layer.inputs; ++k) {
#pragma clang loop vectorize(disable) unroll(disable)
        for (Index j = 0; j < layer.neurons; ++j) {
          float& g = weights[j * layer.inputs + k];
          g = (add ? g : 0) + transposed_[std::size_t(k * layer.neurons + j)];
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

template <typename Scalar>
void Network<Scalar>::outputs(Parameters theta, const RowMatrix<Scalar>& inputs, RowMatrix<Scalar>& out) {
  assert(inputs.rows() == architecture_.features());
  const Index n = inputs.cols();
  out.resize(architecture_.outputs(), n);
  for (Index begin = 0; begin < n; begin += tileSamples) {
    load(inputs.data() + begin, n, std::min(tileSamples, n - begin));
    forward(theta);
    const TileRows<Scalar> a = activations(layerCount() - 1);
    for (Index i = 0; i < a.rows; ++i) std::copy_n(a.row(i), count_, out.data() + i * n + begin);
  }
}

template <typename Scalar>
void Network<Scalar>::activations(Parameters theta, const RowMatrix<Scalar>& inputs, RowMatrix<Scalar>& out) {
  assert(inputs.rows() == architecture_.features());
  const Index n = inputs.cols();
  out.resize(architecture_.neuronCount(), n);
  for (Index begin = 0; begin < n; begin += tileSamples) {
    load(inputs.data() + begin, n, std::min(tileSamples, n - begin));
    forward(theta);
    Index row = 0;
    for (Index l = 0; l < layerCount(); ++l) {
      const TileRows<Scalar> a = activations(l);
      for (Index i = 0; i < a.rows; ++i, ++row) std::copy_n(a.row(i), count_, out.data() + row * n + begin);
    }
  }
}

template class Network<float>;
template class Network<double>;

}  // namespace backprop
