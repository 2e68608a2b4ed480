#pragma once
/// The gradient-descent family: how a gradient g = ∂J/∂θ becomes a change of θ.
///
/// Each rule is a small value of its hyperparameters, with two members:
///   stateSize(n)                                  how many numbers it carries for n parameters
///   update(theta, gradient, state, rate)          one step, in place; `state` starts as zeros
/// The state is flat and holds everything: θ and it make a checkpoint. Hyperparameters may change
/// between any two steps.
///
/// The rules are PyTorch's (torch.optim, defaults but for what is named here): SGD with dampening 0,
/// Adagrad without rate decay, RMSprop not centred and without momentum, Adam without AMSGrad.
///
/// State nearer to zero than `negligible` is stored as zero: it would soon be subnormal, and subnormal
/// numbers cost some 80 times a normal one in WebAssembly. No ε above 1e-14 can notice.
/// What is not finite stays so: divergence is seen, not hidden.

#include <cassert>
#include <cmath>
#include <span>
#include <type_traits>
#include <variant>

#include "foundation/matrix.hpp"
#include "numerics/pack.hpp"

namespace backprop {

/// State values smaller in magnitude than this are stored as 0.
template <typename Scalar>
inline constexpr Scalar negligible = std::is_same_v<Scalar, float> ? Scalar(1e-30) : Scalar(1e-300);

/// x, or 0 where |x| < negligible.
template <typename Scalar>
inline Scalar flushed(Scalar x) {
  return std::abs(x) < negligible<Scalar> ? Scalar(0) : x;
}

/// g², or 0 where it would be less than negligible: decided before multiplying, so nothing subnormal arises.
template <typename Scalar>
inline Scalar squared(Scalar g) {
  constexpr Scalar root = std::is_same_v<Scalar, float> ? Scalar(1e-15) : Scalar(1e-150);
  const Scalar kept = std::abs(g) < root ? Scalar(0) : g;
  return kept * kept;
}

/// θ ← θ − α g                                      Cauchy 1847; the lecture's (56)
struct GradientDescent {
  Index stateSize(Index) const { return 0; }

  template <typename Scalar>
  void update(std::span<Scalar> theta, std::span<const std::type_identity_t<Scalar>> gradient,
              std::span<std::type_identity_t<Scalar>>, double rate) const {
    using P = Pack<Scalar>;
    const Scalar alpha = static_cast<Scalar>(rate);
    Scalar* to = theta.data();
    const Scalar* g = gradient.data();
    const auto step = [&](Index i) { (P::load(to + i) - P(alpha) * P::load(g + i)).store(to + i); };
    const Scalar* const end = to + theta.size();
    for (constexpr Index four = 4 * P::width; end - to >= four; to += four, g += four) {
      unrolled<4>([&](auto pack) { step(pack * P::width); });
    }
    for (; end - to >= P::width; to += P::width, g += P::width) step(0);
#pragma clang loop vectorize(disable) unroll(disable)
    for (; to != end; ++to, ++g) *to -= alpha * *g;
  }
};

/// Heavy ball: v ← μ v + g,  θ ← θ − α v            Polyak 1964
/// State: v.
struct Momentum {
  double momentum = 0.9;  ///< μ ∈ [0, 1)

  Index stateSize(Index n) const { return n; }

  template <typename Scalar>
  void update(std::span<Scalar> theta, std::span<const std::type_identity_t<Scalar>> gradient,
              std::span<std::type_identity_t<Scalar>> state, double rate) const {
    const Scalar alpha = static_cast<Scalar>(rate), mu = static_cast<Scalar>(momentum);
    for (std::size_t i = 0; i < theta.size(); ++i) {
      const Scalar v = flushed(mu * state[i] + gradient[i]);
      state[i] = v;
      theta[i] -= alpha * v;
    }
  }
};

/// v ← μ v + g,  θ ← θ − α (g + μ v)                Nesterov 1983, in the form of Sutskever et al. 2013:
/// θ is the point that looks ahead, which is where the gradient is taken.
/// State: v.
struct Nesterov {
  double momentum = 0.9;  ///< μ ∈ [0, 1)

  Index stateSize(Index n) const { return n; }

  template <typename Scalar>
  void update(std::span<Scalar> theta, std::span<const std::type_identity_t<Scalar>> gradient,
              std::span<std::type_identity_t<Scalar>> state, double rate) const {
    const Scalar alpha = static_cast<Scalar>(rate), mu = static_cast<Scalar>(momentum);
    for (std::size_t i = 0; i < theta.size(); ++i) {
      const Scalar v = flushed(mu * state[i] + gradient[i]);
      state[i] = v;
      theta[i] -= alpha * (gradient[i] + mu * v);
    }
  }
};

/// s ← s + g²,  θ ← θ − α g / (√s + ε)              Duchi, Hazan, Singer 2011
/// State: s.
struct AdaGrad {
  double epsilon = 1e-10;  ///< ε > 0

  Index stateSize(Index n) const { return n; }

  template <typename Scalar>
  void update(std::span<Scalar> theta, std::span<const std::type_identity_t<Scalar>> gradient,
              std::span<std::type_identity_t<Scalar>> state, double rate) const {
    const Scalar alpha = static_cast<Scalar>(rate), eps = static_cast<Scalar>(epsilon);
    for (std::size_t i = 0; i < theta.size(); ++i) {
      const Scalar s = state[i] + squared(gradient[i]);
      state[i] = s;
      theta[i] -= alpha * gradient[i] / (std::sqrt(s) + eps);
    }
  }
};

/// s ← ρ s + (1 − ρ) g²,  θ ← θ − α g / (√s + ε)    Tieleman, Hinton 2012 (Coursera, lecture 6.5)
/// State: s.
struct RmsProp {
  double decay = 0.99;    ///< ρ ∈ [0, 1)
  double epsilon = 1e-8;  ///< ε > 0

  Index stateSize(Index n) const { return n; }

  template <typename Scalar>
  void update(std::span<Scalar> theta, std::span<const std::type_identity_t<Scalar>> gradient,
              std::span<std::type_identity_t<Scalar>> state, double rate) const {
    const Scalar alpha = static_cast<Scalar>(rate), eps = static_cast<Scalar>(epsilon);
    const Scalar rho = static_cast<Scalar>(decay), rest = static_cast<Scalar>(1 - decay);
    for (std::size_t i = 0; i < theta.size(); ++i) {
      const Scalar s = flushed(rho * state[i] + rest * squared(gradient[i]));
      state[i] = s;
      theta[i] -= alpha * gradient[i] / (std::sqrt(s) + eps);
    }
  }
};

/// m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²
/// θ ← θ − α (m/c₁) / (√(v/c₂) + ε)                 Kingma, Ba 2015
///
/// c corrects the bias of starting at zero; it is what the same average makes of a constant 1:
/// c ← β c + (1 − β), and so c = 1 − βᵗ after t steps, as in the paper, and stays right when β is
/// changed on the way, where a counted t would not.
/// State: m, v, then c₁ and c₂, each as the sum of two Scalars (48 bits in single precision, so that
/// c neither stalls nor drifts). They are kept once, not per layer or parameter.
struct Adam {
  double beta1 = 0.9;     ///< β₁ ∈ [0, 1)
  double beta2 = 0.999;   ///< β₂ ∈ [0, 1)
  double epsilon = 1e-8;  ///< ε > 0

  Index stateSize(Index n) const { return 2 * n + 4; }

  template <typename Scalar>
  void update(std::span<Scalar> theta, std::span<const std::type_identity_t<Scalar>> gradient,
              std::span<std::type_identity_t<Scalar>> state, double rate) const {
    const std::size_t n = theta.size();
    const double correction1 = average1(state.subspan(2 * n, 2), beta1);
    const double correction2 = average1(state.subspan(2 * n + 2, 2), beta2);
    const Scalar alpha = static_cast<Scalar>(rate / correction1), eps = static_cast<Scalar>(epsilon);
    const Scalar scale = static_cast<Scalar>(1 / std::sqrt(correction2));
    const Scalar b1 = static_cast<Scalar>(beta1), rest1 = static_cast<Scalar>(1 - beta1);
    const Scalar b2 = static_cast<Scalar>(beta2), rest2 = static_cast<Scalar>(1 - beta2);
    const std::span<Scalar> first = state.first(n), second = state.subspan(n, n);
    for (std::size_t i = 0; i < n; ++i) {
      const Scalar m = flushed(b1 * first[i] + rest1 * gradient[i]);
      const Scalar v = flushed(b2 * second[i] + rest2 * squared(gradient[i]));
      first[i] = m;
      second[i] = v;
      theta[i] -= alpha * m / (std::sqrt(v) * scale + eps);
    }
  }

 private:
  /// c ← β c + (1 − β), kept in two Scalars; returns the new c.
  template <typename Scalar>
  static double average1(std::span<Scalar> kept, double beta) {
    const double c = beta * (static_cast<double>(kept[0]) + static_cast<double>(kept[1])) + (1 - beta);
    kept[0] = static_cast<Scalar>(c);
    kept[1] = static_cast<Scalar>(c - static_cast<double>(kept[0]));
    return c;
  }
};

/// Any one of them.
using UpdateRule = std::variant<GradientDescent, Momentum, Nesterov, AdaGrad, RmsProp, Adam>;

}  // namespace backprop
