#include "objective/network_cost.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "objective/layer_hessian.hpp"

namespace backprop {
namespace {

/// What the outputs of one tile are compared with, and what is wanted of it.
template <typename Scalar>
struct OutputTile {
  TileRows<Scalar> z, a, error;
  const Scalar* targets;  ///< row i at targets + i·targetStride
  Index targetStride;
  bool wanted;            ///< whether to write the errors
  Scalar scale;           ///< what the errors are multiplied with: 1 / size of the batch
  PackMask<Scalar> last;  ///< which lanes of the last pack are samples
};

template <typename Scalar>
PackMask<Scalar> everyLane() {
  return {~typename Pack<Scalar>::Bits{}};
}

/// Adds up value(i, pack) and stores derivative(i, pack), both masked to the samples.
template <typename Scalar, typename Value, typename Derivative>
double sweep(const OutputTile<Scalar>& tile, Value value, Derivative derivative) {
  using P = Pack<Scalar>;
  P total(0);
  const P scale(tile.scale);
  for (Index i = 0; i < tile.z.rows; ++i) {
    const Scalar *z = tile.z.row(i), *a = tile.a.row(i), *y = tile.targets + i * tile.targetStride;
    Scalar *error = tile.error.row(i), *const lastPack = error + tile.z.stride - P::width;
    for (; error <= lastPack; z += P::width, a += P::width, y += P::width, error += P::width) {
      const PackMask<Scalar> mask = error == lastPack ? tile.last : everyLane<Scalar>();
      const P output = P::load(a), target = P::load(y);
      total += keepWhere(mask, value(P::load(z), output, target));
      if (tile.wanted) keepWhere(mask, derivative(output, target) * scale).store(error);
    }
  }
  return sum(total);
}

/// −Σ y ln a of softmax. An a may round to 0, the greatest does not: with m the greatest z and Σ y = 1 it is
/// ln Σ e^{z_j − m} − Σ y_i (z_i − m), and the first term is −ln of the greatest a.
template <typename Scalar>
double softmaxCrossEntropy(const OutputTile<Scalar>& tile) {
  using P = Pack<Scalar>;
  P total(0);
  for (Index s = 0; s < tile.z.stride; s += P::width) {
    P greatestZ = P::load(tile.z.row(0) + s), greatestA = P::load(tile.a.row(0) + s);
    for (Index i = 1; i < tile.z.rows; ++i) {
      greatestZ = max(greatestZ, P::load(tile.z.row(i) + s));
      greatestA = max(greatestA, P::load(tile.a.row(i) + s));
    }
    P chosen(0);
    for (Index i = 0; i < tile.z.rows; ++i) {
      chosen += P::load(tile.targets + i * tile.targetStride + s) * (P::load(tile.z.row(i) + s) - greatestZ);
    }
    const bool isLast = s + P::width == tile.z.stride;
    total += keepWhere(isLast ? tile.last : everyLane<Scalar>(), -(log(greatestA) + chosen));
  }
  return sum(total);
}

}  // namespace

template <typename Scalar>
NetworkCost<Scalar>::NetworkCost(const Architecture& architecture, Loss loss, Penalty penalty,
                                 const RowMatrix<double>& inputs, const RowMatrix<double>& targets)
    : network_(architecture), loss_(loss), penalty_(penalty), count_(inputs.cols()) {
  assert(goesTogether(loss.kind, architecture.layers().back().activation));
  assert(inputs.rows() == architecture.features() || count_ == 0);
  assert((targets.rows() == architecture.outputs() && targets.cols() == count_) || count_ == 0);
  // One pack beyond the end, so that the last row may be read in whole packs.
  const Index rows = architecture.features() + architecture.outputs();
  original_.resize(std::size_t(rows * count_ + Pack<Scalar>::width));
  std::transform(inputs.data(), inputs.data() + inputs.size(), original_.begin(), [](double v) { return Scalar(v); });
  std::transform(targets.data(), targets.data() + targets.size(), original_.begin() + inputs.size(),
                 [](double v) { return Scalar(v); });
  arranged_ = original_;
}

template <typename Scalar>
void NetworkCost<Scalar>::arrange(std::span<const Index> order) {
  assert(Index(order.size()) == count_);
  const Index rows = architecture().features() + architecture().outputs();
  for (Index row = 0; row < rows; ++row) {
    const Scalar* from = original_.data() + row * count_;
    Scalar* to = arranged_.data() + row * count_;
    for (const Index sample : order) *to++ = from[sample];
  }
}

template <typename Scalar>
double NetworkCost<Scalar>::outputErrors(const Scalar* targets, Index stride, bool wanted, Scalar scale) {
  using P = Pack<Scalar>;
  const Index last = network_.layerCount() - 1;
  const OutputTile<Scalar> tile{network_.preActivations(last),
                                network_.activations(last),
                                network_.errors(last),
                                targets,
                                stride,
                                wanted,
                                scale,
                                firstLanes<Scalar>((network_.sampleCount() - 1) % P::width + 1)};
  if (loss_.kind == LossKind::CrossEntropy) {
    const auto difference = [](P a, P y) { return a - y; };
    if (architecture().layers().back().activation == Activation::Softmax) {
      if (wanted)
        sweep(
            tile, [](P, P, P) { return P(0); }, difference);
      return softmaxCrossEntropy(tile);
    }
    return sweep(
        tile, [](P z, P, P y) { return losses::SigmoidCrossEntropy{}.value(z, y); }, difference);
  }
  if (loss_.kind == LossKind::Perceptron) {  // the derivative of losses::Perceptron, with φ(z) = a
    return sweep(
        tile, [](P z, P, P y) { return losses::Perceptron{}.value(z, y); }, [](P a, P y) { return P(0.5) * (a - y); });
  }
  if (loss_.kind == LossKind::Mistakes) {
    return sweep(
        tile, [](P, P a, P y) { return max(-a * y, P(0)); }, [](P, P) { return P(0); });
  }
  const auto byActivation = [&](auto loss) {
    return sweep(
        tile, [=](P, P a, P y) { return loss.value(a, y); }, [=](P a, P y) { return loss.derivative(a, y); });
  };
  const double error = loss_.kind == LossKind::Huber ? byActivation(losses::Huber{loss_.huberDelta})
                                                     : byActivation(losses::SquaredError{});
  if (wanted) network_.throughActivation(last);
  return error;
}

template <typename Scalar>
double NetworkCost<Scalar>::sumOver(const std::vector<Scalar>& samples, SampleRange range, Parameters theta,
                                    Wanted wanted) {
  const Scalar* targets = samples.data() + architecture().features() * count_;
  const Scalar scale = isSum(loss_.kind) ? Scalar(1) : Scalar(1) / Scalar(range.size());
  double error = 0;
  for (Index begin = range.begin; begin < range.end; begin += Network<Scalar>::tileSamples) {
    network_.load(samples.data() + begin, count_, std::min(Network<Scalar>::tileSamples, range.end - begin),
                  wanted.gradient ? network_.lanes() : Lanes::Samples);
    network_.forward(theta);
    error += outputErrors(targets + begin, count_, wanted.gradient != nullptr, scale);
    if (wanted.gradient) {
      network_.backward(theta, *wanted.gradient, begin == range.begin ? Placing::Replace : Placing::Add);
    }
    if (wanted.outputs) {
      const TileRows<Scalar> a = network_.activations(network_.layerCount() - 1);
      for (Index i = 0; i < a.rows; ++i) {
        std::copy_n(a.row(i), network_.sampleCount(), wanted.outputs->data() + i * count_ + begin);
      }
    }
  }
  return error;
}

template <typename Scalar>
double NetworkCost<Scalar>::gradient(Parameters theta, SampleRange range, Gradient out) {
  assert(range.begin >= 0 && range.end <= count_ && range.begin <= range.end);
  if (range.size() == 0) std::fill(out.begin(), out.end(), Scalar(0));
  const double error =
      range.size() == 0 ? 0 : sumOver(arranged_, range, theta, {.gradient = &out}) / divisor(range.size());
  if (penalty_.none()) return error;
  addPenaltyGradient(penalty_, architecture(), theta, out);
  return error + penaltyValue(penalty_, architecture(), theta);
}

template <typename Scalar>
CostParts NetworkCost<Scalar>::errorAndPenalty(Parameters theta, RowMatrix<double>* outputs) {
  if (outputs) outputs->resize(architecture().outputs(), count_);
  const double sum = count_ == 0 ? 0 : sumOver(original_, {0, count_}, theta, {.outputs = outputs});
  const double error = sum / divisor(std::max<Index>(1, count_));
  return {error, penaltyValue(penalty_, architecture(), theta)};
}

template <typename Scalar>
double NetworkCost<Scalar>::errorBy(LossKind kind, Parameters theta) {
  const LossKind own = std::exchange(loss_.kind, kind);
  const double error = errorAndPenalty(theta).error;
  loss_.kind = own;
  return error;
}

template <typename Scalar>
LinearSamples<Scalar> NetworkCost<Scalar>::linearSamples() const {
  assert(architecture().linear());
  const Scalar* targets = arranged_.data() + architecture().features() * count_;
  return {arranged_.data(), targets, count_, architecture().features(), architecture().outputs()};
}

template <typename Scalar>
bool NetworkCost<Scalar>::curved() const {
  const Activation output = architecture().layers().back().activation;
  return architecture().linear() && (loss_.kind == LossKind::CrossEntropy ||
                                     (loss_.kind == LossKind::SquaredError && output == Activation::Linear));
}

template <typename Scalar>
void NetworkCost<Scalar>::hessian(Parameters theta, RowMatrix<double>& out) {
  assert(curved());
  const Layer& layer = architecture().layers().front();
  out = layerHessian(linearSamples(), layer.activation, theta);
  for (Index w = layer.weights; w < layer.biases; ++w) out(w, w) += penalty_.l2;
}

template <typename Scalar>
PatternPass NetworkCost<Scalar>::pass(Parameters theta, Index sample) {
  assert(sample >= 0 && sample < count_);
  PatternPass result;
  std::vector<Scalar> gradient(theta.size());
  network_.load(original_.data() + sample, count_, 1);
  network_.forward(theta);
  result.error = outputErrors(original_.data() + architecture().features() * count_ + sample, count_, true, Scalar(1));
  network_.backward(theta, gradient, Placing::Replace);
  for (Index l = 0; l < network_.layerCount(); ++l) {
    const TileRows<Scalar> z = network_.preActivations(l), a = network_.activations(l), error = network_.errors(l);
    for (Index j = 0; j < z.rows; ++j) {
      result.preActivations.push_back(double(z(j, 0)));
      result.activations.push_back(double(a(j, 0)));
      result.errors.push_back(double(error(j, 0)));
    }
  }
  return result;
}

template class NetworkCost<float>;
template class NetworkCost<double>;

}  // namespace backprop
