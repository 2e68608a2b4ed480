#include "training/schedule.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace backprop {
namespace {

TEST(Schedule, ConstantStays) {
  const Schedule schedule{Schedule::Kind::Constant, 0.5, 10};
  EXPECT_EQ(schedule.rate(0.3, 0), 0.3);
  EXPECT_EQ(schedule.rate(0.3, 1234.5), 0.3);
}

TEST(Schedule, StepFallsAtEachWholePeriodOnly) {
  const Schedule schedule{Schedule::Kind::Step, 0.1, 10};
  EXPECT_DOUBLE_EQ(schedule.rate(0.3, 0), 0.3);
  EXPECT_DOUBLE_EQ(schedule.rate(0.3, 9.99), 0.3);
  EXPECT_DOUBLE_EQ(schedule.rate(0.3, 10), 0.03);
  EXPECT_DOUBLE_EQ(schedule.rate(0.3, 29.5), 0.003);
}

TEST(Schedule, ExponentialFallsWithinAnEpochToo) {
  const Schedule schedule{Schedule::Kind::Exponential, 0.25, 10};
  EXPECT_DOUBLE_EQ(schedule.rate(0.8, 0), 0.8);
  EXPECT_DOUBLE_EQ(schedule.rate(0.8, 5), 0.4);
  EXPECT_DOUBLE_EQ(schedule.rate(0.8, 2.5), 0.8 / std::sqrt(2));
  EXPECT_DOUBLE_EQ(schedule.rate(0.8, 20), 0.05);
}

TEST(Schedule, CosineFallsToZeroAndStaysThere) {
  const Schedule schedule{Schedule::Kind::Cosine, 0.5, 12};
  EXPECT_DOUBLE_EQ(schedule.rate(0.4, 0), 0.4);
  EXPECT_DOUBLE_EQ(schedule.rate(0.4, 4), 0.3);  // cos 60° = ½
  EXPECT_DOUBLE_EQ(schedule.rate(0.4, 6), 0.2);
  EXPECT_EQ(schedule.rate(0.4, 12), 0);
  EXPECT_EQ(schedule.rate(0.4, 100), 0);
}

}  // namespace
}  // namespace backprop
