#include "numerics/elementary.hpp"

namespace backprop::detail {
namespace {

constexpr Pack<float>::Lanes each(float value) { return {value, value, value, value}; }

}  // namespace

constinit const Pack<float>::Lanes tanhBound = each(7.9f);
constinit const Pack<float>::Lanes tanhAbove[] = {each(86716.3516f), each(11216.2578f), each(256.721558f)};
constinit const Pack<float>::Lanes tanhBelow[] = {each(86716.3672f), each(40121.6211f), each(2068.53979f),
                                                  each(20.8129864f), each(0.0216144957f)};

}  // namespace backprop::detail
