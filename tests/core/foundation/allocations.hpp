#pragma once

namespace backprop {

/// How often this program has taken memory so far: by new, by Eigen, or otherwise by malloc.
long allocations();

}  // namespace backprop
