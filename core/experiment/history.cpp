#include "experiment/history.hpp"

#include <algorithm>
#include <cassert>

namespace backprop {

History::History(std::size_t numbers, Step stride)
    : capacity_(std::clamp<std::size_t>(maxBytes / (numbers * sizeof(double) + sizeof(Checkpoint)), 4, maxCheckpoints)),
      first_(stride),
      stride_(stride) {}

void History::record(Checkpoint checkpoint) {
  assert(checkpoints_.empty() || checkpoint.cursor.step > last());
  if (checkpoints_.size() == capacity_) thin();
  checkpoints_.push_back(std::move(checkpoint));
}

const Checkpoint& History::before(Step step) const {
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), step,
                                      [](Step s, const Checkpoint& c) { return s < c.cursor.step; });
  assert(after != checkpoints_.begin());
  return *std::prev(after);
}

void History::reassess(const Evaluation& training, const Evaluation& test) {
  checkpoints_.back().training = training;
  checkpoints_.back().test = test;
}

void History::cutAfter(Step step) {
  std::erase_if(checkpoints_, [step](const Checkpoint& c) { return c.cursor.step > std::max<Step>(step, 0); });
  for (std::size_t room = capacity_ / 2; stride_ > first_ && checkpoints_.size() <= room; room /= 2) stride_ /= 2;
}

void History::thin() {
  stride_ *= 2;
  std::erase_if(checkpoints_, [this](const Checkpoint& c) { return c.cursor.step % stride_ != 0; });
}

}  // namespace backprop
