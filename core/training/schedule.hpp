#pragma once
/// How the learning rate changes with the epochs.

namespace backprop {

/// The rate in force at a point of the training, e in epochs (a fraction inside an epoch):
///   Constant      α
///   Step          α · f^⌊e/E⌋
///   Exponential   α · f^(e/E)
///   Cosine        α · ½ (1 + cos(π · min(e/E, 1)))     from α to 0; Loshchilov, Hutter 2017, no restart
/// A function of e alone: nothing to checkpoint, and it may change at any time.
struct Schedule {
  enum class Kind { Constant, Step, Exponential, Cosine };

  Kind kind = Kind::Constant;
  double factor = 0.5;  ///< f > 0, of Step and Exponential
  double epochs = 100;  ///< E > 0

  /// @param initialRate  α    @param epoch  e ≥ 0    @return  rate in force
  double rate(double initialRate, double epoch) const;
};

}  // namespace backprop
