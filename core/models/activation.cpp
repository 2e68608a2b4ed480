#include "models/activation.hpp"

#include <array>

namespace backprop {
namespace {

struct Named {
  Activation activation;
  std::string_view name;
};

constexpr std::array<Named, 10> names{{{Activation::Linear, "linear"},
                                       {Activation::Sigmoid, "sigmoid"},
                                       {Activation::Tanh, "tanh"},
                                       {Activation::Relu, "relu"},
                                       {Activation::LeakyRelu, "leakyRelu"},
                                       {Activation::Elu, "elu"},
                                       {Activation::Softplus, "softplus"},
                                       {Activation::Sine, "sine"},
                                       {Activation::Softmax, "softmax"},
                                       {Activation::Step, "step"}}};

constexpr auto activationList = [] {
  std::array<Activation, names.size()> list{};
  for (std::size_t i = 0; i < names.size(); ++i) list[i] = names[i].activation;
  return list;
}();

}  // namespace

std::string_view nameOf(Activation activation) { return names[std::size_t(activation)].name; }

std::optional<Activation> activationNamed(std::string_view name) {
  for (const Named& entry : names) {
    if (entry.name == name) return entry.activation;
  }
  return std::nullopt;
}

std::span<const Activation> allActivations() { return activationList; }

}  // namespace backprop
