#pragma once
/// Small tables that tests of this room share.

#include <gtest/gtest.h>

#include "data/table.hpp"

namespace backprop {

/// Four rows in the plane, two classes, the last row held out.
inline Table fourPoints() {
  Table table;
  table.columnNames = {"x1", "x2"};
  table.values.resize(2, 4);
  table.values << 1, 2, 3, 4,  //
      10, 20, 30, 40;
  table.classNames = {"A", "B"};
  table.targets = {0, 1, 0, 1};
  table.test = {0, 0, 0, 1};
  return table;
}

inline void expectEqual(const Table& a, const Table& b) {
  EXPECT_EQ(a.columnNames, b.columnNames);
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.classNames, b.classNames);
  EXPECT_EQ(a.targets, b.targets);
  EXPECT_EQ(a.test, b.test);
  ASSERT_EQ(a.columns(), b.columns());
  ASSERT_EQ(a.rows(), b.rows());
  EXPECT_TRUE((a.values.array() == b.values.array()).all());
}

inline void expectError(const std::optional<Error>& error, const char* code, const std::string& field,
                        const std::string& value, const std::string& allowed) {
  ASSERT_TRUE(error) << "expected " << code << " of " << field;
  EXPECT_EQ(error->code, code);
  EXPECT_EQ(error->field, field);
  EXPECT_EQ(error->value, value);
  EXPECT_EQ(error->allowed, allowed);
}

template <typename T>
std::optional<Error> errorOf(const Outcome<T>& outcome) {
  return outcome ? std::nullopt : std::optional<Error>(outcome.error());
}

}  // namespace backprop
