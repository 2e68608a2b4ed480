#include "metrics/decide.hpp"

namespace backprop {

double decisionThreshold(Activation output) {
  const auto [off, on] = targetLevels(output);
  return (off + on) / 2;
}

}  // namespace backprop
