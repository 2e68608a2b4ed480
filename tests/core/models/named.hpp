#pragma once
/// All activations and initialisations, and the names that a spec has for activations.

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/choices.hpp"

namespace backprop {

template <typename E, std::size_t count>
std::vector<E> valuesOf(const std::array<Choice, count>& choices) {
  std::vector<E> values;
  for (const Choice& choice : choices) values.push_back(E(choice.value));
  return values;
}

inline std::vector<Activation> allActivations() {
  std::vector<Activation> all = valuesOf<Activation>(hiddenActivations);
  for (const Activation output : valuesOf<Activation>(outputActivations)) {
    if (std::find(all.begin(), all.end(), output) == all.end()) all.push_back(output);
  }
  return all;
}

inline std::vector<Initialization> allInitializations() { return valuesOf<Initialization>(initializations); }

inline std::string nameOf(Activation activation) {
  const std::string_view hidden = nameIn(hiddenActivations, int(activation));
  return std::string(hidden.empty() ? nameIn(outputActivations, int(activation)) : hidden);
}

inline Activation activationNamed(std::string_view name) {
  for (const Activation activation : allActivations()) {
    if (nameOf(activation) == name) return activation;
  }
  throw std::invalid_argument("no activation: " + std::string(name));
}

}  // namespace backprop
