#include "numerics/inner_product.hpp"

#include <algorithm>
#include <limits>

namespace backprop {

double normOfLarge(std::span<const double> a) {
  double largest = 0, squares = 0;
  for (const double x : a) largest = std::max(largest, std::abs(x));
  if (!std::isfinite(largest)) return largest;
  for (const double x : a) squares += (x / largest) * (x / largest);
  return std::min(largest * std::sqrt(squares), std::numeric_limits<double>::max());
}

}  // namespace backprop
