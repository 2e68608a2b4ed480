#include "numerics/pack.hpp"

#ifdef __wasm_simd128__
namespace backprop::detail {

const Zeros zeros = {};

}  // namespace backprop::detail
#endif
