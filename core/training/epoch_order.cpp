#include "training/epoch_order.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "random/generator.hpp"

namespace backprop {

namespace {

// Epoch e draws from stream "epoch" + e: the text's bytes above, so that no stream of another purpose is met.
constexpr std::uint64_t firstStream = 0x65706F6368000000;

}  // namespace

void epochOrder(std::uint64_t seed, Step epoch, std::span<Index> order) {
  std::iota(order.begin(), order.end(), Index(0));
  Generator(seed, firstStream + static_cast<std::uint64_t>(epoch)).shuffle(order);
}

SampleRange batchAt(Index position, Index batch, Index n) {
  assert(0 <= position && position < n && batch >= 0);
  return {position, batch == 0 || batch > n - position ? n : position + batch};
}

Index stepsPerEpoch(Index batch, Index n) {
  assert(n >= 1 && batch >= 0);
  return batch == 0 ? 1 : (n - 1) / batch + 1;
}

}  // namespace backprop
