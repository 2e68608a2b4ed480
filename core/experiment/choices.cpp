#include "experiment/choices.hpp"

namespace backprop {

std::string_view nameIn(Choices choices, int value) {
  for (const Choice& choice : choices) {
    if (choice.value == value) return choice.name;
  }
  return {};
}

std::optional<int> valueIn(Choices choices, std::string_view name) {
  for (const Choice& choice : choices) {
    if (choice.name == name) return choice.value;
  }
  return std::nullopt;
}

std::vector<std::string> namesOf(Choices choices) {
  std::vector<std::string> names;
  for (const Choice& choice : choices) names.emplace_back(choice.name);
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace backprop
