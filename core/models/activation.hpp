#pragma once
/// Activation functions: f, f′ and f″ side by side, each written once for numbers and packs.
///
/// f′ and f″ take z and a = f(z) and use whichever is cheaper. At the kink of ReLU, leaky ReLU and
/// ELU, z = 0, the left derivative is taken: ReLU′(0) = 0. Softmax is no function of one
/// number; it stands in models/network.hpp.

#include <cassert>

#include "models/architecture.hpp"
#include "numerics/elementary.hpp"

namespace backprop {

namespace activations {

// A table, one function a line.
// clang-format off

struct Linear {  // f = z
  template <typename T> static T value(T z) { return z; }
  template <typename T> static T derivative(T, T) { return T(1); }
  template <typename T> static T secondDerivative(T, T) { return T(0); }
};

struct Sigmoid {  // f = 1/(1 + e⁻ᶻ), f′ = a(1 − a)
  template <typename T> static T value(T z) { return sigmoid(z); }
  template <typename T> static T derivative(T, T a) { return a * (one<T>() - a); }
  template <typename T> static T secondDerivative(T, T a) { return a * (T(1) - a) * (T(1) - (a + a)); }
};

struct Tanh {  // f′ = 1 − a²
  template <typename T> static T value(T z) { return tanh(z); }
  template <typename T> static T derivative(T, T a) { return one<T>() - a * a; }
  template <typename T> static T secondDerivative(T, T a) { return -(a + a) * (T(1) - a * a); }
};

struct Relu {  // f = max(z, 0)
  template <typename T> static T value(T z) { return max(z, T(0)); }
  template <typename T> static T derivative(T z, T) { return select(z > T(0), one<T>(), T(0)); }
  template <typename T> static T secondDerivative(T, T) { return T(0); }
};

struct LeakyRelu {  // f = z, or 0.01 z where z ≤ 0
  static constexpr double slope = 0.01;
  template <typename T> static T value(T z) { return select(z > T(0), z, held<T>(slope) * z); }
  template <typename T> static T derivative(T z, T) { return select(z > T(0), one<T>(), held<T>(slope)); }
  template <typename T> static T secondDerivative(T, T) { return T(0); }
};

struct Elu {  // f = z, or eᶻ − 1 where z ≤ 0; there f′ = f″ = eᶻ = a + 1
  template <typename T> static T value(T z) {
    const T t = tanh(held<T>(0.5) * min(z, T(0)));
    return select(z > T(0), z, (t + t) / (one<T>() - t));  // eᶻ − 1 = 2t/(1 − t), t = tanh(z/2): no cancellation
  }
  template <typename T> static T derivative(T z, T a) { return select(z > T(0), one<T>(), a + one<T>()); }
  template <typename T> static T secondDerivative(T z, T a) { return select(z > T(0), T(0), a + T(1)); }
};

struct Softplus {  // f = ln(1 + eᶻ), f′ = sigmoid(z)
  template <typename T> static T value(T z) { return softplus(z); }
  template <typename T> static T derivative(T z, T) { return sigmoid(z); }
  template <typename T> static T secondDerivative(T z, T) { const T s = sigmoid(z); return s * (T(1) - s); }
};

struct Step {  // Rosenblatt's φ: +1 from z = 0 on, else −1; flat everywhere
  template <typename T> static T value(T z) { return select(z < T(0), held<T>(-1), select(z == z, one<T>(), z)); }
  template <typename T> static T derivative(T, T) { return T(0); }
  template <typename T> static T secondDerivative(T, T) { return T(0); }
};

struct Sine {  // f = sin z
  template <typename T> static T value(T z) { return sin(z); }
  template <typename T> static T derivative(T z, T) { return cos(z); }
  template <typename T> static T secondDerivative(T, T a) { return -a; }
};

// clang-format on

}  // namespace activations

/// Calls use(f) with the activation's functions as a type, so that they inline.
/// @pre activation is not Softmax
template <typename Use>
void withActivation(Activation activation, Use&& use) {
  switch (activation) {
    case Activation::Linear: return use(activations::Linear{});
    case Activation::Sigmoid: return use(activations::Sigmoid{});
    case Activation::Tanh: return use(activations::Tanh{});
    case Activation::Relu: return use(activations::Relu{});
    case Activation::LeakyRelu: return use(activations::LeakyRelu{});
    case Activation::Elu: return use(activations::Elu{});
    case Activation::Softplus: return use(activations::Softplus{});
    case Activation::Sine: return use(activations::Sine{});
    case Activation::Step: return use(activations::Step{});
    case Activation::Softmax: break;
  }
  assert(!"softmax is no function of one number");
}

}  // namespace backprop
