#pragma once
/// f(x; θ): a multi-layer perceptron over an Architecture. Forward (lecture (10), (18)–(23)) and
/// backward (lecture (34), (39)), for a tile of samples at a time.
///
/// A tile lives in memory of the network's own, sized once: nothing is allocated by a pass. Inputs and
/// outputs have a row for each neuron: its samples are contiguous and padded to whole packs; the spare
/// lanes repeat the tile's last sample, so they hold nothing that the tile does not, and the caller
/// zeroes their output errors. The hidden layers between them are laid out as Lanes says.
/// With neurons in the lanes inputs stay where the caller has them; and where the hidden layers have eight
/// neurons each, the outputs' spare lanes hold anything, and nobody reads them.

#include <cassert>
#include <span>
#include <vector>

#include "models/architecture.hpp"
#include "models/field.hpp"
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

/// What a pack of a hidden layer holds: several samples of one neuron, or several neurons of one sample.
/// Neurons leave no lane idle however few the samples are (a batch of ten fills two and a half packs of
/// samples), and the weights' gradient needs no sums across the lanes; but each pass must transpose the weights.
enum class Lanes { Samples, Neurons };

/// @tparam Scalar  float or double
template <typename Scalar>
class Network {
 public:
  using Parameters = std::span<const Scalar>;  ///< θ, parameterCount() values

  /// Most samples of one tile: rows of seven cache lines, measured.
  static constexpr Index tileSamples = 448 / sizeof(Scalar);
  /// Neurons of a hidden layer for which there are kernels that know their number.
  static constexpr Index eight = 8;

  explicit Network(Architecture architecture);
  Network(Network&&) = default;

  const Architecture& architecture() const { return architecture_; }

  // ---- whole batches ----

  /// a^𝕃 of every sample.
  /// @param inputs  features × n    @param out  outputs × n, resized
  void outputs(Parameters theta, const RowMatrix<Scalar>& inputs, RowMatrix<Scalar>& out);
  /// a^𝕃 over a grid, in float: e^(u + v) = eᵘ·eᵛ, and so a first layer of tanh or sigmoid needs an exponential for
  /// each column and each row, not for each pixel. The first activations are those of outputs() to 10⁻⁶, but for the
  /// rounding of z.
  /// @param out  outputs × pixels, resized
  /// @return     whether that is so here; not with other activations, nor where the first layer is too steep
  bool outputsOver(const AxisFeatures&, Parameters theta, RowMatrix<Scalar>& out);
  /// Every neuron's activation: rows in the order of the layers, a² first.
  /// @param inputs  features × n    @param out  neuronCount × n, resized
  void activations(Parameters theta, const RowMatrix<Scalar>& inputs, RowMatrix<Scalar>& out);

  // ---- one tile: load, forward, (write errors of the outputs), backward ----

  /// The quicker lanes for a gradient, measured with few outputs: neurons in float where every hidden layer has eight,
  /// or every one a multiple of sixteen. The results differ by rounding.
  Lanes lanes() const { return quickest_; }
  /// Takes samples in: a¹.
  /// @param inputs  row k of the features at inputs + k·stride; with Lanes::Neurons they must stay there until
  ///                backward()
  /// @param count   1 … tileSamples
  /// @param lanes   of the pass to come; Samples, or what lanes() says
  void load(const Scalar* inputs, Index stride, Index count, Lanes lanes = Lanes::Samples);
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
  /// @pre Lanes::Samples, or the last layer: with neurons in its lanes a hidden layer has no such rows
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
    assert(tileLanes_ == Lanes::Samples || layer + 1 == layerCount());
    return {first, tiles_[std::size_t(layer)].neurons, packs_ * Pack<Scalar>::width};
  }
  /// Sets the size and lanes of a tile whose inputs, if its lanes are samples, are to stand in memory_.
  void begin(Index count, Lanes);
  /// How many numbers z, a and δ of a layer have on the present tile, spare lanes included.
  Index tileSize(Index layer) const;
  /// a of one layer, from z.
  void activate(Index layer);
  /// z and a of this layer, and all after it.
  void forwardFrom(Index layer, const Scalar* in, Parameters theta);
  // With Lanes::Neurons, in float alone.
  void forwardByNeurons(Parameters theta);
  void backwardByNeurons(Parameters theta, std::span<Scalar> gradient, Placing);
  // Where every hidden layer has eight neurons.
  void forwardOfEights(const Scalar* theta);
  void backwardOfEights(const Scalar* theta, Scalar* gradient, Placing);

  Architecture architecture_;
  Lanes quickest_ = Lanes::Samples;
  bool ofEights_ = false;
  std::vector<Scalar> memory_;      ///< inputs first, then z, a, δ of each layer
  std::vector<Scalar> transposed_;  ///< room for one layer's weights
  std::vector<Scalar> sum_;         ///< of eights: room for a tile's gradient that is to be added
  std::vector<LayerTile> tiles_;    ///< into memory_
  const Scalar* inputs_ = nullptr;  ///< of the present tile: row k at inputs_ + k·inputStride_
  Index inputStride_ = 0;
  Index packs_ = 0;  ///< of the present tile
  Index count_ = 0;
  Lanes tileLanes_ = Lanes::Samples;
};

template <>
bool Network<float>::outputsOver(const AxisFeatures&, Parameters theta, RowMatrix<float>& out);
template <>
void Network<float>::forwardByNeurons(Parameters theta);
template <>
void Network<float>::backwardByNeurons(Parameters theta, std::span<float> gradient, Placing);
template <>
void Network<float>::forwardOfEights(const float* theta);
template <>
void Network<float>::backwardOfEights(const float* theta, float* gradient, Placing);

extern template class Network<float>;
extern template class Network<double>;

}  // namespace backprop
