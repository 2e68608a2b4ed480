#include "models/network.hpp"

#include <algorithm>
#include <cassert>

#include "models/activation_rows.hpp"
#include "numerics/elementary.hpp"

namespace backprop {
namespace {

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

/// The last `count` numbers before `end`, and the very last in the lanes that are left. In registers: what is stored
/// one by one and then loaded as a pack is waited for.
/// @param count  1 … width − 1
/// @pre   width numbers stand before `end`
template <typename Scalar>
Pack<Scalar> lastOnes(const Scalar* end, Index count) {
  const auto lanes = Pack<Scalar>::load(end - Pack<Scalar>::width).lanes;
  if constexpr (Pack<Scalar>::width == 2) {
    return __builtin_shufflevector(lanes, lanes, 1, 1);
  } else {
    if (count == 1) return __builtin_shufflevector(lanes, lanes, 3, 3, 3, 3);
    if (count == 2) return __builtin_shufflevector(lanes, lanes, 2, 3, 3, 3);
    return __builtin_shufflevector(lanes, lanes, 1, 2, 3, 3);
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
    if (hidden.empty()) return;
    const auto all = [&](auto fit) { return std::all_of(hidden.begin(), hidden.end(), fit); };
    ofEights_ = all([](const Layer& layer) { return layer.neurons == eight; });
    const bool wide = all([](const Layer& layer) { return layer.neurons % (panelPacks * Pack<float>::width) == 0; });
    if (!ofEights_ && !wide) return;
    quickest_ = Lanes::Neurons;
    if (ofEights_) sum_.resize(std::size_t(architecture_.parameterCount()));
    for (const Layer& layer : hidden) {
      transposed_.resize(std::max(transposed_.size(), std::size_t(layer.neurons * layer.inputs)));
    }
  }
}

template <typename Scalar>
Index Network<Scalar>::tileSize(Index layer) const {
  const bool byNeurons = tileLanes_ == Lanes::Neurons && layer + 1 < layerCount();
  return tiles_[std::size_t(layer)].neurons * (byNeurons ? count_ : packs_ * Pack<Scalar>::width);
}

template <typename Scalar>
void Network<Scalar>::begin(Index count, Lanes lanes) {
  assert(count >= 1 && count <= tileSamples);
  assert(lanes == Lanes::Samples || lanes == quickest_);
  tileLanes_ = lanes;
  count_ = count;
  packs_ = (count + Pack<Scalar>::width - 1) / Pack<Scalar>::width;
  inputs_ = memory_.data();
  inputStride_ = packs_ * Pack<Scalar>::width;
}

template <typename Scalar>
void Network<Scalar>::load(const Scalar* inputs, Index stride, Index count, Lanes lanes) {
  begin(count, lanes);
  if (lanes == Lanes::Neurons) {
    inputs_ = inputs;
    inputStride_ = stride;
    return;
  }
  constexpr Index width = Pack<Scalar>::width;
  const Index whole = count - count % width;
  Scalar* to = memory_.data();
  for (Index k = 0; k < architecture_.features(); ++k, inputs += stride, to += packs_ * width) {
    for (Index i = 0; i < whole; i += width) Pack<Scalar>::load(inputs + i).store(to + i);
    if (whole == 0) {
      for (Index i = 0; i < width; ++i) to[i] = inputs[std::min(i, count - 1)];
    } else if (whole < count) {
      lastOnes(inputs + count, count - whole).store(to + whole);
    }
  }
}

template <typename Scalar>
void Network<Scalar>::activate(Index l) {
  const Activation activation = architecture_.layers()[std::size_t(l)].activation;
  const LayerTile& tile = tiles_[std::size_t(l)];
  if (activation == Activation::Softmax)
    softmax(preActivations(l), activations(l));
  else
    activateRow(activation, tile.z, tile.a, tileSize(l));
}

template <typename Scalar>
void Network<Scalar>::forward(Parameters theta) {
  assert(Index(theta.size()) == architecture_.parameterCount());
  if constexpr (std::same_as<Scalar, float>) {
    if (tileLanes_ == Lanes::Neurons) return ofEights_ ? forwardOfEights(theta.data()) : forwardByNeurons(theta);
  }
  forwardFrom(0, inputs_, theta);
}

template <typename Scalar>
void Network<Scalar>::forwardFrom(Index l, const Scalar* in, Parameters theta) {
  for (; l < layerCount(); ++l) {
    const Layer& layer = architecture_.layers()[std::size_t(l)];
    const LayerTile& tile = tiles_[std::size_t(l)];
    product(theta.data() + layer.weights, theta.data() + layer.biases, in, tile.z, layer.neurons, layer.inputs, packs_);
    activate(l);
    in = tile.a;
  }
}

template <typename Scalar>
void Network<Scalar>::throughActivation(Index l) {
  const Activation activation = architecture_.layers()[std::size_t(l)].activation;
  const LayerTile& tile = tiles_[std::size_t(l)];
  if (activation == Activation::Softmax)
    throughSoftmax(activations(l), errors(l));
  else
    multiplyByDerivative(activation, tile.z, tile.a, tile.error, tileSize(l));
}

template <typename Scalar>
void Network<Scalar>::backward(Parameters theta, std::span<Scalar> gradient, Placing placing) {
  assert(theta.size() == gradient.size() && Index(theta.size()) == architecture_.parameterCount());
  if constexpr (std::same_as<Scalar, float>) {
    if (tileLanes_ == Lanes::Neurons) {
      return ofEights_ ? backwardOfEights(theta.data(), gradient.data(), placing)
                       : backwardByNeurons(theta, gradient, placing);
    }
  }
  for (Index l = layerCount() - 1; l >= 0; --l) {
    const Layer& layer = architecture_.layers()[std::size_t(l)];
    const Scalar* error = errors(l).data;
    const Scalar* in = l > 0 ? activations(l - 1).data : inputs_;
    outerSums(error, in, gradient.data() + layer.weights, layer.neurons, layer.inputs, packs_, placing);
    rowSums(error, gradient.data() + layer.biases, layer.neurons, packs_, placing);
    if (l == 0) break;
    transposedProduct(theta.data() + layer.weights, error, errors(l - 1).data, layer.inputs, layer.neurons, packs_);
    throughActivation(l - 1);
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
