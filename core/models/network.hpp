#pragma once
/// f(x; θ): a multi-layer perceptron over an Architecture. Forward (lecture (10), (18)–(23)) and
/// backward (lecture (34), (39)), for a tile of samples at a time.
///
/// A tile lives in memory of the network's own, sized once: nothing is allocated by a pass. Each
/// neuron's samples are contiguous and padded to whole packs; the spare lanes repeat the tile's last
/// sample, so they hold nothing that the tile does not, and the caller zeroes their output errors.

#include <span>
#include <vector>

#include "models/architecture.hpp"
#include "numerics/products.hpp"

namespace backprop {

/// Rows of a tile: row i's samples stand at data + i·stride.
template <typename Scalar>
struct TileRows {
  Scalar* data;
  Index rows;
  Index stride;  ///< padded number of samples, a whole number of packs

  Scalar* row(Index i) const { return data + i * stride; }
  Scalar& operator()(Index i, Index sample) const { return data[i * stride + sample]; }
};

/// @tparam Scalar  float or double
template <typename Scalar>
class Network {
 public:
  using Parameters = std::span<const Scalar>;  ///< θ, parameterCount() values

  /// Most samples of one tile: rows of seven cache lines, measured.
  static constexpr Index tileSamples = 448 / sizeof(Scalar);

  explicit Network(Architecture architecture);
  Network(Network&&) = default;

  const Architecture& architecture() const { return architecture_; }

  // ---- whole batches ----

  /// a^𝕃 of every sample.
  /// @param inputs  features × n    @param out  outputs × n, resized
  void outputs(Parameters theta, const RowMatrix<Scalar>& inputs, RowMatrix<Scalar>& out);
  /// Every neuron's activation: rows in the order of the layers, a² first.
  /// @param inputs  features × n    @param out  neuronCount × n, resized
  void activations(Parameters theta, const RowMatrix<Scalar>& inputs, RowMatrix<Scalar>& out);

  // ---- one tile: load, forward, (write errors of the outputs), backward ----

  /// Takes samples in: a¹.
  /// @param inputs  row k of the features at inputs + k·stride    @param count  1 … tileSamples
  void load(const Scalar* inputs, Index stride, Index count);
  /// z and a of every layer.  @pre load()
  void forward(Parameters theta);
  /// ∂/∂θ of what the errors of the outputs stand for, summed over the tile's samples.
  /// @param gradient  parameterCount() values; replaced, or added to
  /// @pre forward() with the same θ; errors(last) = δ^𝕃, with zeros in the spare lanes
  void backward(Parameters theta, std::span<Scalar> gradient, Placing);

  /// Samples of the present tile, without the spare lanes.
  Index sampleCount() const { return count_; }
  Index layerCount() const { return Index(tiles_.size()); }
  /// z, a and δ = ∂E/∂z of one layer on the present tile; layer as in architecture().layers().
  TileRows<Scalar> preActivations(Index layer) { return rows(layer, tiles_[std::size_t(layer)].z); }
  TileRows<Scalar> activations(Index layer) { return rows(layer, tiles_[std::size_t(layer)].a); }
  TileRows<Scalar> errors(Index layer) { return rows(layer, tiles_[std::size_t(layer)].error); }
  /// δ ← δ ⊙ f′(z), where δ held ∂E/∂a: the step from a to z within one layer, for softmax too.
  void throughActivation(Index layer);

 private:
  struct LayerTile {
    Scalar* z;
    Scalar* a;
    Scalar* error;
    Index neurons;
  };
  TileRows<Scalar> rows(Index layer, Scalar* first) {
    return {first, tiles_[std::size_t(layer)].neurons, packs_ * Pack<Scalar>::width};
  }

  Architecture architecture_;
  std::vector<Scalar> memory_;    ///< inputs first, then z, a, δ of each layer
  std::vector<LayerTile> tiles_;  ///< into memory_
  Index packs_ = 0;               ///< of the present tile
  Index count_ = 0;
};

extern template class Network<float>;
extern template class Network<double>;

}  // namespace backprop
