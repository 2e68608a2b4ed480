#pragma once
/// J(θ) of a network on points: the mean over the samples of the pattern's error (the sum where isSum(loss)), plus
/// the penalty.

#include <span>
#include <vector>

#include "models/network.hpp"
#include "objective/loss.hpp"
#include "objective/objective.hpp"
#include "objective/penalty.hpp"

namespace backprop {

/// The cost in its two parts; J is their sum.
struct CostParts {
  double error = 0;  ///< mean (or sum) of the patterns' errors; 0 where there are none
  double penalty = 0;
  double total() const { return error + penalty; }
};

/// One pattern's pass, every number of it, in θ's order of layers and neurons.
struct PatternPass {
  std::vector<double> preActivations;  ///< z, neuronCount values
  std::vector<double> activations;     ///< a, neuronCount values
  std::vector<double> errors;          ///< δ = ∂E/∂z of this pattern's own error, neuronCount values
  double error = 0;                    ///< E of this pattern
};

template <typename Scalar>
class NetworkCost final : public Objective<Scalar> {
 public:
  using typename Objective<Scalar>::Parameters;
  using typename Objective<Scalar>::Gradient;

  /// @param inputs   features × n; n may be 0
  /// @param targets  outputs × n: 0 or 1 for sigmoid and softmax with cross-entropy (softmax: one-hot)
  /// @pre goesTogether(loss.kind, output activation)
  NetworkCost(const Architecture&, Loss, Penalty, const RowMatrix<double>& inputs, const RowMatrix<double>& targets);

  const Architecture& architecture() const { return network_.architecture(); }
  const Loss& loss() const { return loss_; }
  const Penalty& penalty() const { return penalty_; }
  /// May change while it trains.
  void setPenalty(Penalty penalty) { penalty_ = penalty; }
  /// δ of Huber's loss, > 0; may change while it trains.
  void setHuberDelta(double delta) { loss_.huberDelta = delta; }

  Index parameterCount() const override { return architecture().parameterCount(); }
  Capabilities capabilities() const override {
    return {.gradient = true,
            .hessianVector = false,
            .hessian = curved(),
            .samples = true,
            .linear = architecture().linear()};
  }
  Index sampleCount() const override { return count_; }

  double value(Parameters theta) override { return errorAndPenalty(theta).total(); }
  double gradient(Parameters theta, Gradient out) override { return gradient(theta, {0, count_}, out); }
  double gradient(Parameters theta, SampleRange, Gradient) override;
  /// Permutes a packed copy, so that a range is contiguous. Allocates nothing.
  void arrange(std::span<const Index> order) override;
  LinearSamples<Scalar> linearSamples() const override;
  void hessian(Parameters theta, RowMatrix<double>& out) override;

  /// Both parts of J(θ), summed in the data's order, whatever the present one.
  /// @param outputs  receives a^𝕃 of every sample, outputs × n, if it is asked for
  CostParts errorAndPenalty(Parameters theta, RowMatrix<double>* outputs = nullptr);
  /// The error by another loss.  @pre goesTogether(kind, output activation)
  double errorBy(LossKind kind, Parameters theta);
  /// The whole pass of one pattern.  @param sample  its number in the data, whatever the present order
  PatternPass pass(Parameters theta, Index sample);

 private:
  /// Whether ∂²J/∂θ² is known: one layer, and a loss that goes with its output so that ∂E/∂z = a − y.
  bool curved() const;
  /// Sum of the errors of the network's tile, whose targets these are; with errors wanted also writes δ^𝕃 = scale ·
  /// ∂E/∂z into the network's tile.
  [[gnu::noinline]] double outputErrors(const Scalar* targets, Index stride, bool wanted, Scalar scale);
  /// What the sum of the patterns' errors is divided by: the samples, or 1 where the cost is the sum.
  double divisor(Index samples) const { return isSum(loss_.kind) ? 1 : double(samples); }
  /// What sumOver() is asked for besides the sum of the errors.
  struct Wanted {
    Gradient* gradient = nullptr;
    RowMatrix<double>* outputs = nullptr;
  };
  [[gnu::noinline]] double sumOver(const std::vector<Scalar>& samples, SampleRange, Parameters theta, Wanted);

  Network<Scalar> network_;
  Loss loss_;
  Penalty penalty_;
  Index count_;
  std::vector<Scalar> original_;  ///< features, then targets, each row n samples, in the data's order
  std::vector<Scalar> arranged_;  ///< the same in the present order
};

extern template class NetworkCost<float>;
extern template class NetworkCost<double>;

}  // namespace backprop
