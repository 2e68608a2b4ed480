#include "random/generator.hpp"

#include <cassert>
#include <cmath>
#include <numbers>
#include <utility>

#include "numerics/elementary.hpp"

namespace backprop {

namespace {

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;

std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

}  // namespace

// The start is hashed twice so that neighbouring seeds and streams land far apart on the one cycle.
Generator::Generator(std::uint64_t seed, std::uint64_t stream) : state_(mix(mix(seed + golden) + stream * golden)) {}

std::uint64_t Generator::next() { return mix(state_ += golden); }

double Generator::uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

double Generator::uniform(double low, double high) { return low + (high - low) * uniform(); }

double Generator::normal() {
  const double radius = std::sqrt(-2 * log(1 - uniform()));  // 1 − u lies in (0, 1]
  return radius * cos(2 * std::numbers::pi * uniform());
}

std::uint32_t Generator::below(std::uint32_t n) {
  assert(n > 0);
  std::uint64_t product = (next() >> 32) * n;
  if (static_cast<std::uint32_t>(product) < n) {
    const std::uint32_t unfair = (0u - n) % n;
    while (static_cast<std::uint32_t>(product) < unfair) product = (next() >> 32) * n;
  }
  return static_cast<std::uint32_t>(product >> 32);
}

void Generator::shuffle(std::span<Index> items) {
  for (std::size_t i = items.size(); i > 1; --i) {
    std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
  }
}

}  // namespace backprop
