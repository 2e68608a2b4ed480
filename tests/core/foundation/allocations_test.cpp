#include "foundation/allocations.hpp"

#include <gtest/gtest.h>

#include <new>

#include "foundation/matrix.hpp"

namespace backprop {
namespace {

TEST(Allocations, CountNewAndWhatEigenTakes) {
  const long before = allocations();
  ::operator delete(::operator new(8));
  EXPECT_EQ(allocations(), before + 1);
  const Vector<double> vector(8);
  [[maybe_unused]] const double* const volatile seen = vector.data();  // else a compiler may leave the vector out
  EXPECT_EQ(allocations(), before + 2);
}

}  // namespace
}  // namespace backprop
