#include <algorithm>
#include <cassert>

#include "models/network.hpp"
#include "numerics/elementary.hpp"

namespace backprop {
namespace {

/// factor · (Σ_k w_jk f_k + b_j), neuron after neuron, for each column of the features; b_j or 0.
std::vector<float> weighted(const Layer& layer, const float* theta, const RowMatrix<float>& features, bool biased,
                            float factor) {
  std::vector<float> z(std::size_t(layer.neurons * features.cols()));
  auto next = z.begin();
  for (Index j = 0; j < layer.neurons; ++j) {
    for (Index i = 0; i < features.cols(); ++i) {
      float sum = biased ? theta[layer.bias(j)] : 0;
      for (Index k = 0; k < layer.inputs; ++k) sum += theta[layer.weight(j, k)] * features(k, i);
      *next++ = factor * sum;
    }
  }
  return z;
}

/// 1 − factor / (1 + ofColumn · ofRow) for a neuron's pixels of one row.
void firstActivations(const float* ofColumn, float ofRow, float factor, float* to, Index count) {
  using P = Pack<float>;
  const P row = ofRow, above = factor;
  for (const float* const end = to + count; to != end; ofColumn += P::width, to += P::width) {
    (one<P>() - above / (one<P>() + P::load(ofColumn) * row)).store(to);
  }
}

}  // namespace

/// tanh z = 1 − 2/(1 + e^2z), sigmoid z = 1 − 1/(1 + e^z). From tile to tile of columns another part m of z = (u − m) +
/// (v + m) goes with the rows, so that neither factor nor product is ever 0, subnormal or ∞; what is clamped for that
/// is beyond ±17 and saturated.
template <>
bool Network<float>::outputsOver(const AxisFeatures& features, Parameters theta, RowMatrix<float>& out) {
  using P = Pack<float>;
  assert(Index(theta.size()) == architecture_.parameterCount());
  assert(features.across.rows() == architecture_.features() && features.down.rows() == architecture_.features());
  const Layer& layer = architecture_.layers().front();
  const float factor = layer.activation == Activation::Tanh ? 2 : layer.activation == Activation::Sigmoid ? 1 : 0;
  if (factor == 0 || layerCount() < 2) return false;
  const Index columns = features.across.cols(), rows = features.down.cols();
  out.resize(architecture_.outputs(), columns * rows);
  const std::vector<float> u = weighted(layer, theta.data(), features.across, false, factor);
  const std::vector<float> v = weighted(layer, theta.data(), features.down, true, factor);
  std::vector<float> ofColumns(std::size_t(layer.neurons * tileSamples)), ofRows(v.size());
  for (Index begin = 0; begin < columns; begin += tileSamples) {
    this->begin(std::min(tileSamples, columns - begin), Lanes::Samples);
    float* ofColumn = ofColumns.data();
    for (Index j = 0; j < layer.neurons; ++j) {
      const float* const across = u.data() + j * columns + begin;
      const auto [low, high] = std::minmax_element(across, across + count_);
      const float middle = (*low + *high) / 2;
      if (!(*high - middle <= 35)) return false;
      for (Index i = 0; i < packs_ * P::width; ++i) *ofColumn++ = exp(across[std::min(i, count_ - 1)] - middle);
      for (Index at = j * rows; at < (j + 1) * rows; ++at) {
        ofRows[std::size_t(at)] = exp(max(min(v[std::size_t(at)] + middle, 52.0f), -52.0f));
      }
    }
    const TileRows<float> first = activations(0), last = activations(layerCount() - 1);
    for (Index r = 0; r < rows; ++r) {
      for (Index j = 0; j < layer.neurons; ++j) {
        const Index at = j * first.stride;
        firstActivations(ofColumns.data() + at, ofRows[std::size_t(j * rows + r)], factor, first.data + at,
                         first.stride);
      }
      forwardFrom(1, first.data, theta);
      for (Index i = 0; i < last.rows; ++i) std::copy_n(last.row(i), count_, &out(i, r * columns + begin));
    }
  }
  return true;
}

}  // namespace backprop
