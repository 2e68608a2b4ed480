#include "landscape/surface.hpp"

#include <cassert>

namespace backprop {

template <typename Scalar>
void surfaceRows(Objective<Scalar>& objective, const Plane& plane, const Window& window, Index size, Index firstRow,
                 Index lastRow, std::span<double> costs) {
  assert(size >= 2 && 0 <= firstRow && firstRow <= lastRow && lastRow <= size);
  assert(static_cast<Index>(costs.size()) == (lastRow - firstRow) * size);
  std::vector<Scalar> theta(static_cast<std::size_t>(plane.parameterCount()));
  std::size_t next = 0;
  for (Index row = firstRow; row < lastRow; ++row) {
    for (Index column = 0; column < size; ++column) {
      plane.at({gridValue(window.xLow, window.xHigh, column, size), gridValue(window.yLow, window.yHigh, row, size)},
               std::span<Scalar>(theta));
      costs[next++] = objective.value(theta);
    }
  }
}

template void surfaceRows(Objective<float>&, const Plane&, const Window&, Index, Index, Index, std::span<double>);
template void surfaceRows(Objective<double>&, const Plane&, const Window&, Index, Index, Index, std::span<double>);

}  // namespace backprop
