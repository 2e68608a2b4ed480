#include "numerics/pack.hpp"

namespace backprop::detail {

#ifdef __wasm_simd128__
const Zeros zeros = {};
#endif

constinit const Pack<float>::Lanes onesInFloat = {1, 1, 1, 1};
constinit const Pack<double>::Lanes onesInDouble = {1, 1};

}  // namespace backprop::detail
