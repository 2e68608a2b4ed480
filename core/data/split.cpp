#include "data/split.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "random/generator.hpp"

namespace backprop {

namespace {

constexpr std::uint64_t splitStream = 0x73706c6974;  // "split": no other use of a seed draws from it

/// The stratum of a row: its class; numbers to fit have one for all.
std::size_t stratumOf(const Table& table, std::size_t row) {
  return table.kind == TargetKind::Classes ? static_cast<std::size_t>(table.targets[row]) : 0;
}

/// Shares out `held` rows in proportion to the strata's sizes: floors, then largest remainders.
std::vector<std::int64_t> shares(const std::vector<std::int64_t>& sizes, std::int64_t held, std::int64_t n) {
  std::vector<std::int64_t> share(sizes.size()), remainder(sizes.size());
  std::int64_t left = held;
  for (std::size_t s = 0; s < sizes.size(); ++s) {
    share[s] = held * sizes[s] / n;
    remainder[s] = held * sizes[s] % n;
    left -= share[s];
  }
  for (; left > 0; --left) {
    const auto largest = std::max_element(remainder.begin(), remainder.end());  // the first of equals
    ++share[static_cast<std::size_t>(largest - remainder.begin())];
    *largest = -1;
  }
  return share;
}

}  // namespace

void splitForTesting(Table& table, double fraction, std::uint64_t seed) {
  assert(fraction >= 0 && fraction <= 1);
  const Index n = table.rows();
  table.test.assign(static_cast<std::size_t>(n), 0);
  if (n == 0) return;

  const std::int64_t held = std::min<std::int64_t>(std::llround(static_cast<double>(n) * fraction), n - 1);
  std::vector<std::int64_t> sizes(std::max<std::size_t>(table.classNames.size(), 1));
  for (std::size_t row = 0; row < table.test.size(); ++row) ++sizes[stratumOf(table, row)];
  std::vector<std::int64_t> left = shares(sizes, held, n);

  std::vector<Index> order(static_cast<std::size_t>(n));
  std::iota(order.begin(), order.end(), Index{0});
  Generator(seed, splitStream).shuffle(order);
  for (const Index i : order) {
    const auto row = static_cast<std::size_t>(i);
    std::int64_t& quota = left[stratumOf(table, row)];
    if (quota == 0) continue;
    --quota;
    table.test[row] = 1;
  }
}

}  // namespace backprop
