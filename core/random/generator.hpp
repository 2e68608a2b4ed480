#pragma once
/// The one source of randomness: SplitMix64 (Steele, Lea, Flood 2014), which ten lines of Python
/// reproduce. The standard library's distributions differ between platforms, so it brings its own.
///
/// A (seed, stream) pair names an independent sequence: "weights", "split", "epoch 17's order" each
/// have a stream, so none depends on how many numbers another one drew.

#include <cstdint>
#include <span>

#include "foundation/matrix.hpp"

namespace backprop {

class Generator {
 public:
  explicit Generator(std::uint64_t seed, std::uint64_t stream = 0);

  /// The next 64 bits.
  std::uint64_t next();
  /// Uniform in [0, 1), a multiple of 2⁻⁵³.
  double uniform();
  /// Uniform in [low, high).
  double uniform(double low, double high);
  /// Standard normal, by Box and Muller (1958); draws two uniforms each time and keeps none.
  double normal();
  /// Uniform integer in [0, n), unbiased (Lemire 2019).  @pre 0 < n < 2³²
  std::uint32_t below(std::uint32_t n);
  /// Fisher and Yates' shuffle, in place.
  void shuffle(std::span<Index> items);

 private:
  std::uint64_t state_;
};

}  // namespace backprop
