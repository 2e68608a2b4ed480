#pragma once
/// Which patterns a step takes. Both are functions of their arguments alone, so a checkpoint needs no
/// generator: epoch 17's order is the same whether one trained up to it or jumped there.

#include <cstdint>
#include <span>

#include "foundation/matrix.hpp"

namespace backprop {

/// Writes the order of the patterns in an epoch: the identity, shuffled by the generator of (seed, epoch).
/// @param order  overwritten with a permutation of 0 … n−1, n = order.size() < 2³²
void epochOrder(std::uint64_t seed, Step epoch, std::span<Index> order);

/// The samples of one step.
/// @param position  samples of this epoch already used, in [0, n)
/// @param batch     samples of one step; 0: all n
/// @param n         samples of an epoch, ≥ 1
/// @return          [position, position + batch), cut at n: a last smaller batch is a step of its own
SampleRange batchAt(Index position, Index batch, Index n);

/// Steps that one epoch takes: ⌈n / batch⌉, and 1 where batch is 0.
Index stepsPerEpoch(Index batch, Index n);

}  // namespace backprop
