#pragma once

namespace backprop {

/// How often this program has taken memory so far, by new or malloc; Eigen takes it by malloc. What asks for more
/// alignment than usual, or for a block to grow, is not counted.
long allocations();

}  // namespace backprop
