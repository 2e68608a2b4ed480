#pragma once
/// What the values of a choice are called in a spec.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/spec.hpp"

namespace backprop {

template <typename E>
struct Choice {
  E value;
  std::string_view name;
};

inline constexpr std::array<Choice<Activation>, 8> hiddenActivations{{
    {Activation::Linear, "linear"},
    {Activation::Sigmoid, "sigmoid"},
    {Activation::Tanh, "tanh"},
    {Activation::Relu, "relu"},
    {Activation::LeakyRelu, "leakyRelu"},
    {Activation::Elu, "elu"},
    {Activation::Softplus, "softplus"},
    {Activation::Sine, "sine"},
}};

inline constexpr std::array<Choice<Activation>, 4> outputActivations{{
    {Activation::Sigmoid, "sigmoid"},
    {Activation::Softmax, "softmax"},
    {Activation::Tanh, "tanh"},
    {Activation::Linear, "linear"},
}};

inline constexpr std::array<Choice<Initialization>, 5> initializations{{
    {Initialization::Zeros, "zeros"},
    {Initialization::Uniform, "uniform"},
    {Initialization::Normal, "normal"},
    {Initialization::Glorot, "glorot"},
    {Initialization::He, "he"},
}};

inline constexpr std::array<Choice<ModelSpec::Precision>, 2> precisions{{
    {ModelSpec::Precision::Double, "double"},
    {ModelSpec::Precision::Single, "single"},
}};

inline constexpr std::array<Choice<LossKind>, 3> lossKinds{{
    {LossKind::CrossEntropy, "crossEntropy"},
    {LossKind::SquaredError, "squaredError"},
    {LossKind::Huber, "huber"},
}};

inline constexpr std::array<Choice<LearnerSpec::Rule>, 6> rules{{
    {LearnerSpec::Rule::GradientDescent, "gradientDescent"},
    {LearnerSpec::Rule::Momentum, "momentum"},
    {LearnerSpec::Rule::Nesterov, "nesterov"},
    {LearnerSpec::Rule::AdaGrad, "adagrad"},
    {LearnerSpec::Rule::RmsProp, "rmsprop"},
    {LearnerSpec::Rule::Adam, "adam"},
}};

inline constexpr std::array<Choice<Schedule::Kind>, 4> schedules{{
    {Schedule::Kind::Constant, "constant"},
    {Schedule::Kind::Step, "step"},
    {Schedule::Kind::Exponential, "exponential"},
    {Schedule::Kind::Cosine, "cosine"},
}};

/// Of all that can stand in a table of choices, the name; empty where it stands in none.
template <typename Choices, typename E>
std::string_view nameIn(const Choices& choices, E value) {
  for (const auto& choice : choices) {
    if (choice.value == value) return choice.name;
  }
  return {};
}

template <typename E, std::size_t n>
std::optional<E> namedIn(const std::array<Choice<E>, n>& choices, std::string_view name) {
  for (const Choice<E>& choice : choices) {
    if (choice.name == name) return choice.value;
  }
  return std::nullopt;
}

template <typename Choices>
std::vector<std::string> namesOf(const Choices& choices) {
  std::vector<std::string> names;
  for (const auto& choice : choices) names.emplace_back(choice.name);
  return names;
}

/// "sigmoid, softmax, tanh, linear": what an error says is allowed.
std::string joined(const std::vector<std::string>& names);

}  // namespace backprop
