#include "metrics/classification.hpp"

#include <cassert>
#include <limits>
#include <numeric>

namespace backprop {

namespace {

double share(Index part, Index whole) {
  return whole == 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

ConfusionMatrix::ConfusionMatrix(Index classes)
    : classes_(classes), counts_(static_cast<std::size_t>(classes * classes), 0) {}

ConfusionMatrix::ConfusionMatrix(Index classes, std::span<const Index> truth, std::span<const Index> decided)
    : ConfusionMatrix(classes) {
  assert(truth.size() == decided.size());
  for (std::size_t i = 0; i < truth.size(); ++i) count(truth[i], decided[i]);
}

void ConfusionMatrix::count(Index truth, Index decided) {
  assert(0 <= truth && truth < classes_ && 0 <= decided && decided < classes_);
  ++counts_[static_cast<std::size_t>(truth * classes_ + decided)];
}

Index ConfusionMatrix::at(Index truth, Index decided) const {
  assert(0 <= truth && truth < classes_ && 0 <= decided && decided < classes_);
  return counts_[static_cast<std::size_t>(truth * classes_ + decided)];
}

Index ConfusionMatrix::total() const { return std::accumulate(counts_.begin(), counts_.end(), Index(0)); }

Index ConfusionMatrix::right() const {
  Index sum = 0;
  for (Index c = 0; c < classes_; ++c) sum += at(c, c);
  return sum;
}

double ConfusionMatrix::accuracy() const { return share(right(), total()); }

double ConfusionMatrix::precision(Index c) const {
  Index decided = 0;
  for (Index truth = 0; truth < classes_; ++truth) decided += at(truth, c);
  return share(at(c, c), decided);
}

double ConfusionMatrix::recall(Index c) const {
  Index present = 0;
  for (Index decided = 0; decided < classes_; ++decided) present += at(c, decided);
  return share(at(c, c), present);
}

}  // namespace backprop
