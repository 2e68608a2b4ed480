#include "experiment/change.hpp"

#include <gtest/gtest.h>

namespace backprop {
namespace {

const std::vector<Change> all = {
    SetField{"learner.rate", 0.25}, SetParameter{4, -1.5},       AddPoints{{1, 2, 3, 4}, {0, 1}},
    RemovePoints{{3, 1}},           MovePoints{{2}, {0.5, 0.5}}, Retarget{{0, 5}, 1},
};

TEST(Change, EveryKindSurvivesWritingAndReading) {
  for (const Change& change : all) {
    const Outcome<Change> read = readChange(writeChange(change));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value(), change);
  }
}

TEST(Change, SaysWhatIsWrong) {
  using Members = Tree::Members;
  const auto codeAndField = [](const Tree& tree) {
    const Outcome<Change> read = readChange(tree);
    return read ? std::string("none") : read.error().code + " " + read.error().field;
  };
  EXPECT_EQ(codeAndField("set"), "wrongType change");
  EXPECT_EQ(codeAndField(Members{}), "missing kind");
  EXPECT_EQ(codeAndField(Members{{"kind", "explode"}}), "unknown kind");
  EXPECT_EQ(codeAndField(Members{{"kind", "parameter"}, {"index", 1.5}, {"value", 0}}), "notAnInteger index");
  EXPECT_EQ(codeAndField(Members{{"kind", "parameter"}, {"index", 1}}), "missing value");
  EXPECT_EQ(codeAndField(Members{{"kind", "removePoints"}, {"rows", Tree::Numbers{-1}}}), "outOfRange rows[0]");
  EXPECT_EQ(codeAndField(Members{{"kind", "addPoints"}, {"values", "many"}}), "wrongType values");
}

TEST(Journal, ASliderHeldAtOneStepLeavesOneLine) {
  Journal journal;
  append(journal, {5, SetField{"learner.rate", 0.1}});
  append(journal, {5, SetField{"learner.rate", 0.2}});
  append(journal, {5, SetField{"cost.l2", 0.2}});
  append(journal, {6, SetField{"cost.l2", 0.3}});
  ASSERT_EQ(journal.size(), 3u);
  EXPECT_EQ(journal[0].change, Change(SetField{"learner.rate", 0.2}));
}

TEST(Journal, ABrushStrokeAtOneStepLeavesOneLine) {
  Journal journal;
  append(journal, {0, AddPoints{{1, 2}, {0}}});
  append(journal, {0, AddPoints{{3, 4}, {1}}});
  ASSERT_EQ(journal.size(), 1u);
  EXPECT_EQ(journal[0].change, Change(AddPoints{{1, 2, 3, 4}, {0, 1}}));
}

TEST(Journal, MustBeInOrder) {
  const Tree backwards = writeJournal({{5, SetParameter{0, 1}}, {4, SetParameter{0, 1}}});
  const Outcome<Journal> read = readJournal(backwards);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().field, "journal[1].step");
}

}  // namespace
}  // namespace backprop
