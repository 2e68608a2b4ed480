#pragma once
/// What the values of a choice are called in a spec.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/spec.hpp"

namespace backprop {

/// An enumerator's value and its name. Of no particular enumeration, so that one function reads them all.
struct Choice {
  int value;
  std::string_view name;

  template <typename E>
  constexpr Choice(E enumerator, std::string_view itsName) : value(static_cast<int>(enumerator)), name(itsName) {}
};

using Choices = std::span<const Choice>;

inline constexpr std::array hiddenActivations{
    Choice{Activation::Linear, "linear"},       Choice{Activation::Sigmoid, "sigmoid"},
    Choice{Activation::Tanh, "tanh"},           Choice{Activation::Relu, "relu"},
    Choice{Activation::LeakyRelu, "leakyRelu"}, Choice{Activation::Elu, "elu"},
    Choice{Activation::Softplus, "softplus"},   Choice{Activation::Sine, "sine"},
};

inline constexpr std::array outputActivations{
    Choice{Activation::Sigmoid, "sigmoid"}, Choice{Activation::Softmax, "softmax"}, Choice{Activation::Tanh, "tanh"},
    Choice{Activation::Linear, "linear"},   Choice{Activation::Step, "step"},
};

inline constexpr std::array initializations{
    Choice{Initialization::Zeros, "zeros"},   Choice{Initialization::Uniform, "uniform"},
    Choice{Initialization::Normal, "normal"}, Choice{Initialization::Glorot, "glorot"},
    Choice{Initialization::He, "he"},
};

inline constexpr std::array precisions{
    Choice{ModelSpec::Precision::Double, "double"},
    Choice{ModelSpec::Precision::Single, "single"},
};

inline constexpr std::array lossKinds{
    Choice{LossKind::CrossEntropy, "crossEntropy"},
    Choice{LossKind::SquaredError, "squaredError"},
    Choice{LossKind::Huber, "huber"},
    Choice{LossKind::Perceptron, "perceptron"},
    Choice{LossKind::Mistakes, "mistakes"},
};

inline constexpr std::array rules{
    Choice{LearnerSpec::Rule::GradientDescent, "gradientDescent"},
    Choice{LearnerSpec::Rule::Momentum, "momentum"},
    Choice{LearnerSpec::Rule::Nesterov, "nesterov"},
    Choice{LearnerSpec::Rule::AdaGrad, "adagrad"},
    Choice{LearnerSpec::Rule::RmsProp, "rmsprop"},
    Choice{LearnerSpec::Rule::Adam, "adam"},
    Choice{LearnerSpec::Rule::Perceptron, "perceptron"},
    Choice{LearnerSpec::Rule::Newton, "newton"},
    Choice{LearnerSpec::Rule::Fisher, "fisher"},
};

inline constexpr std::array conventions{
    Choice{PerceptronOptions::Convention::Lecture, "lecture"},
    Choice{PerceptronOptions::Convention::ScikitLearn, "scikitLearn"},
};

inline constexpr std::array answers{
    Choice{PerceptronOptions::Answer::Last, "last"},
    Choice{PerceptronOptions::Answer::Pocket, "pocket"},
    Choice{PerceptronOptions::Answer::Average, "average"},
};

inline constexpr std::array thresholds{
    Choice{FisherOptions::Threshold::Priors, "priors"},
    Choice{FisherOptions::Threshold::Midpoint, "midpoint"},
};

inline constexpr std::array schedules{
    Choice{Schedule::Kind::Constant, "constant"},
    Choice{Schedule::Kind::Step, "step"},
    Choice{Schedule::Kind::Exponential, "exponential"},
    Choice{Schedule::Kind::Cosine, "cosine"},
};

/// The name of an enumerator's value; empty where it is none of these.
std::string_view nameIn(Choices choices, int value);

/// The enumerator's value of that name.
std::optional<int> valueIn(Choices choices, std::string_view name);

std::vector<std::string> namesOf(Choices choices);

/// "sigmoid, softmax, tanh, linear": what an error says is allowed.
std::string joined(const std::vector<std::string>& names);

}  // namespace backprop
