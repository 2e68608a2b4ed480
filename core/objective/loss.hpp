#pragma once
/// What one pattern's outputs cost against its targets. A pattern's error is the sum over its
/// outputs; the cost is the mean of the patterns' errors, but for the perceptron's, which are sums. Each loss comes as
/// value, derivative and second derivative, written once for numbers, packs and whatever else brings their functions.

#include "models/architecture.hpp"
#include "numerics/elementary.hpp"

namespace backprop {

enum class LossKind {
  CrossEntropy,  ///< −Σ [y ln a + (1 − y) ln(1 − a)] with sigmoid; −Σ y ln a with softmax; with no other output
  SquaredError,  ///< ½‖a − y‖²
  Huber,         ///< Σ h(a − y), see losses::Huber
  Perceptron,    ///< max(−y z, 0): Rosenblatt's soft cost, lecture (3); of a step output
  Mistakes,      ///< max(−y ŷ, 0): the hard cost, lecture (2); of a step output
};

/// A loss as an experiment states it.
struct Loss {
  LossKind kind = LossKind::SquaredError;
  double huberDelta = 1;  ///< δ > 0: where Huber's loss turns from square to straight
};

/// Whether the cost is the sum of the patterns' errors, as the lecture has its perceptron costs; else it is
/// their mean.
inline bool isSum(LossKind loss) { return loss == LossKind::Perceptron || loss == LossKind::Mistakes; }

/// Cross-entropy goes with sigmoid and softmax alone, the perceptron's costs and a step output only with each
/// other; the rest with every other output.
inline bool goesTogether(LossKind loss, Activation output) {
  if (loss == LossKind::CrossEntropy) return output == Activation::Sigmoid || output == Activation::Softmax;
  return isSum(loss) == (output == Activation::Step);
}

namespace losses {

/// ½(a − y)²
struct SquaredError {
  template <typename T>
  T value(T a, T y) const {
    return T(0.5) * (a - y) * (a - y);
  }
  template <typename T>
  T derivative(T a, T y) const {
    return a - y;
  }
  template <typename T>
  T secondDerivative(T, T) const {
    return T(1);
  }
};

/// ½d² where |d| ≤ δ, δ(|d| − ½δ) beyond, d = a − y (Huber 1964). At |d| = δ the second derivative is 1.
struct Huber {
  double delta;
  template <typename T>
  T value(T a, T y) const {
    const T d = absolute(a - y), bend = min(d, T(delta));
    return bend * (d - T(0.5) * bend);
  }
  template <typename T>
  T derivative(T a, T y) const {
    return max(min(a - y, T(delta)), T(-delta));
  }
  template <typename T>
  T secondDerivative(T a, T y) const {
    return select(absolute(a - y) > T(delta), T(0), T(1));
  }
};

/// The perceptron's soft cost from z, y = ±1: how far z lies on the wrong side, 0 on the right one. At its kink,
/// z = 0, the derivative is φ's opinion: 0 where φ(0) = +1 is right, else −y. So everywhere it is (ŷ − y)/2, and
/// descent on it at rate 2η is the perceptron's rule, lecture (4), (6).
struct Perceptron {
  template <typename T>
  T value(T z, T y) const {
    return max(-y * z, T(0));
  }
  template <typename T>
  T derivative(T z, T y) const {
    return T(0.5) * (select(z < T(0), T(-1), T(1)) - y);
  }
  template <typename T>
  T secondDerivative(T, T) const {
    return T(0);
  }
};

/// The perceptron's hard cost from z, y = ±1: 1 for a mistake, else 0. Flat wherever it has a slope.
struct Mistakes {
  template <typename T>
  T value(T z, T y) const {
    return max(-y * select(z < T(0), T(-1), T(1)), T(0));
  }
  template <typename T>
  T derivative(T, T) const {
    return T(0);
  }
  template <typename T>
  T secondDerivative(T, T) const {
    return T(0);
  }
};

/// Cross-entropy of a sigmoid output, from z, y ∈ [0, 1]: ln(1 + eᶻ) − y z. Derivatives by z.
struct SigmoidCrossEntropy {
  template <typename T>
  T value(T z, T y) const {
    return (max(z, T(0)) - y * z) + log1p(exp(-absolute(z)));
  }
  template <typename T>
  T derivative(T z, T y) const {
    return sigmoid(z) - y;
  }
  template <typename T>
  T secondDerivative(T z, T) const {
    const T a = sigmoid(z);
    return a * (T(1) - a);
  }
};

/// The same by a = sigmoid(z), 0 < a < 1: −[y ln a + (1 − y) ln(1 − a)]. Derivatives by a.
struct BinaryCrossEntropy {
  template <typename T>
  T value(T a, T y) const {
    return -(y * log(a) + (T(1) - y) * log1p(-a));
  }
  template <typename T>
  T derivative(T a, T y) const {
    return (a - y) / (a * (T(1) - a));
  }
  template <typename T>
  T secondDerivative(T a, T y) const {
    return y / (a * a) + (T(1) - y) / ((T(1) - a) * (T(1) - a));
  }
};

}  // namespace losses
}  // namespace backprop
