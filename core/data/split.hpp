#pragma once
/// Which rows are held out for testing.

#include <cstdint>

#include "data/table.hpp"

namespace backprop {

/// Holds out exactly round(n · fraction) rows, chosen by the seed, but always leaves one to train on.
/// Classes keep their shares as nearly as whole rows allow (largest remainders). Overwrites
/// `table.test`.
/// @param fraction  [0, 1]
void splitForTesting(Table& table, double fraction, std::uint64_t seed);

}  // namespace backprop
