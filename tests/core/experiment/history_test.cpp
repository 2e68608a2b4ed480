#include "experiment/history.hpp"

#include <gtest/gtest.h>

namespace backprop {
namespace {

Checkpoint at(Index step) {
  return {
      .cursor = {.step = step}, .theta = {static_cast<double>(step)}, .learnerState = {}, .training = {}, .test = {}};
}

History recordedUpTo(Index last) {
  History history(1);
  for (Index step = 0; step <= last; ++step) {
    if (history.wants(step)) history.record(at(step));
  }
  return history;
}

TEST(History, KeepsEveryStepWhileThereIsRoom) {
  const History history = recordedUpTo(1000);
  EXPECT_EQ(history.checkpoints().size(), 1001u);
}

TEST(History, ThinsEvenlyAndKeepsTheFirst) {
  const History history = recordedUpTo(1'000'000);
  EXPECT_LE(history.checkpoints().size(), History::maxCheckpoints);
  EXPECT_GT(history.checkpoints().size(), History::maxCheckpoints / 4);
  EXPECT_EQ(history.checkpoints().front().cursor.step, 0);
  const Index stride = history.checkpoints()[1].cursor.step;
  for (std::size_t i = 0; i < history.checkpoints().size(); ++i) {
    EXPECT_EQ(history.checkpoints()[i].cursor.step, static_cast<Index>(i) * stride);
  }
}

TEST(History, StaysWithinItsBytes) {
  const std::size_t numbers = 1'000'000;
  History history(numbers);
  Index kept = 0;
  for (Index step = 0; step < 100; ++step) kept += history.wants(step);
  EXPECT_GT(kept, 0);
  for (Index step = 0; step < 100; ++step) {
    if (history.wants(step)) history.record(at(step));
  }
  EXPECT_LE(history.checkpoints().size() * numbers * sizeof(double), History::maxBytes);
}

TEST(History, FindsTheLatestAtOrBefore) {
  const History history = recordedUpTo(10'000);
  for (const Index step : {0, 1, 17, 5000, 9999, 20'000}) {
    const Index found = history.before(step).cursor.step;
    EXPECT_LE(found, step);
    for (const Checkpoint& other : history.checkpoints()) {
      EXPECT_FALSE(other.cursor.step > found && other.cursor.step <= step);
    }
  }
}

TEST(History, RecordsDenselyAgainAfterACut) {
  History history = recordedUpTo(1'000'000);
  history.cutAfter(10);
  EXPECT_EQ(history.checkpoints().back().cursor.step, 0);
  EXPECT_TRUE(history.wants(11));
}

}  // namespace
}  // namespace backprop
