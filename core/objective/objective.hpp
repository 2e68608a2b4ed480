#pragma once
/// The one idea that carries the house: J : Rⁿ → R. Its value is required; everything else is a
/// capability that it may have. Whatever descends, draws a surface, measures a slope or evolves a
/// population is written once, on this.

#include <cassert>
#include <span>

#include "foundation/matrix.hpp"

namespace backprop {

/// What an objective can give besides its value.
struct Capabilities {
  bool gradient = false;       ///< gradient(θ, out)
  bool hessianVector = false;  ///< hessianTimes(θ, v, out)
  bool hessian = false;        ///< hessian(θ, out)
  bool samples = false;        ///< a mean or sum over samples: sampleCount, arrange, and a gradient over a range
  bool linear = false;         ///< of a model of one layer, z = W x + b: linearSamples()

  bool include(const Capabilities& others) const {
    return gradient >= others.gradient && hessianVector >= others.hessianVector && hessian >= others.hessian &&
           samples >= others.samples && linear >= others.linear;
  }
};

/// Samples of a model of one layer, as they lie in memory, in the present order: what learners by formula and
/// rules that look at single samples read. θ is W (outputs × inputs, by rows), then b.
template <typename Scalar>
struct LinearSamples {
  const Scalar* features;  ///< x_k of sample i at features[k·count + i]
  const Scalar* targets;   ///< y_j of sample i at targets[j·count + i]
  Index count;
  Index inputs;
  Index outputs;
};

/// A function of n parameters. Calls may use scratch memory of the objective (so they are not const)
/// but two calls with the same arguments give the same bits.
/// @tparam Scalar  float or double: the precision of θ. Costs are always returned as double.
template <typename Scalar>
class Objective {
 public:
  using Parameters = std::span<const Scalar>;  ///< θ, n values
  using Gradient = std::span<Scalar>;          ///< ∂J/∂θ, n values, overwritten

  virtual ~Objective() = default;

  virtual Index parameterCount() const = 0;
  virtual Capabilities capabilities() const = 0;

  /// J(θ). For a model's cost: mean (or sum) over all samples of the sample's error, plus the penalty.
  virtual double value(Parameters theta) = 0;

  /// J(θ), as value() but for rounding, and writes ∂J/∂θ.     @pre capabilities().gradient
  virtual double gradient(Parameters, Gradient) { return unavailable(); }

  /// Writes (∂²J/∂θ²)·v.                                      @pre capabilities().hessianVector
  virtual void hessianTimes(Parameters, Parameters /*v*/, Gradient) { unavailable(); }

  /// Writes ∂²J/∂θ², n × n.                                   @pre capabilities().hessian
  virtual void hessian(Parameters, RowMatrix<double>&) { unavailable(); }

  /// How many samples J is a mean over.                       @pre capabilities().samples
  virtual Index sampleCount() const { return 0; }

  /// Puts the samples in an order: the i-th sample of a range is then sample order[i] of the data.
  /// J itself does not depend on it, but for the rounding of its sum.
  /// @param order  a permutation of 0 … sampleCount−1         @pre capabilities().samples
  virtual void arrange(std::span<const Index>) { unavailable(); }

  /// Valid until the next arrange().                          @pre capabilities().linear
  virtual LinearSamples<Scalar> linearSamples() const {
    unavailable();
    return {};
  }

  /// Mean error over a range of the present order, plus the penalty, and its gradient: what one
  /// step on a mini-batch uses. Without samples, gradient(θ, out), whatever the range.
  ///                                                          @pre capabilities().gradient
  virtual double gradient(Parameters theta, SampleRange, Gradient out) {
    assert(!capabilities().samples);
    return gradient(theta, out);
  }

 private:
  static double unavailable() {
    assert(!"this objective lacks the capability that was asked of it");
    return 0;
  }
};

}  // namespace backprop
