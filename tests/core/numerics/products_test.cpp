#include "numerics/products.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace backprop {
namespace {

/// Small integers, so that every order of summation gives the same exact result.
template <typename Scalar>
std::vector<Scalar> integers(Index count, int seed) {
  std::vector<Scalar> numbers;
  for (Index i = 0; i < count; ++i) numbers.push_back(Scalar((i * 7 + seed * 5) % 11 - 5));
  return numbers;
}

template <typename Scalar>
class Products : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(Products, Scalars);

TYPED_TEST(Products, MultiplyForEveryShape) {
  for (Index rows = 1; rows <= 9; ++rows) {
    for (Index inner = 1; inner <= 6; ++inner) {
      for (Index packs = 1; packs <= 9; ++packs) {
        const Index stride = packs * Pack<TypeParam>::width;
        const std::vector<TypeParam> matrix = integers<TypeParam>(rows * inner, 1);
        const std::vector<TypeParam> start = integers<TypeParam>(rows, 2), in = integers<TypeParam>(inner * stride, 3);
        std::vector<TypeParam> out(std::size_t(rows * stride), -99), turned = out;
        product(matrix.data(), start.data(), in.data(), out.data(), rows, inner, packs);
        transposedProduct(matrix.data(), in.data(), turned.data(), rows, inner, packs);
        for (Index i = 0; i < rows; ++i) {
          for (Index s = 0; s < stride; ++s) {
            TypeParam expected = start[std::size_t(i)], expectedTurned = 0;
            for (Index k = 0; k < inner; ++k) {
              expected += matrix[std::size_t(i * inner + k)] * in[std::size_t(k * stride + s)];
              expectedTurned += matrix[std::size_t(k * rows + i)] * in[std::size_t(k * stride + s)];
            }
            ASSERT_EQ(out[std::size_t(i * stride + s)], expected) << rows << " " << inner << " " << packs;
            ASSERT_EQ(turned[std::size_t(i * stride + s)], expectedTurned) << rows << " " << inner << " " << packs;
          }
        }
      }
    }
  }
}

TEST(StridedProduct, MultipliesForEveryShapeAndStep) {
  for (Index rows = 1; rows <= 9; ++rows) {
    for (Index inner = 1; inner <= 6; ++inner) {
      for (Index packs = panelPacks; packs <= 3 * panelPacks; packs += panelPacks) {
        const Index stride = packs * Pack<float>::width;
        const std::vector<float> matrix = integers<float>(rows * inner, 1), start = integers<float>(rows * stride, 2);
        const std::vector<float> in = integers<float>(inner * stride, 3);
        std::vector<float> fromRow(std::size_t(rows * stride), -99), fromNothing = fromRow, added = start;
        const Strided asWritten{matrix.data(), inner, 1}, turned{matrix.data(), 1, rows};
        stridedProduct(asWritten, start.data(), 0, in.data(), fromRow.data(), rows, inner, packs);
        stridedProduct(turned, nullptr, 0, in.data(), fromNothing.data(), rows, inner, packs);
        stridedProduct(asWritten, added.data(), stride, in.data(), added.data(), rows, inner, packs);
        for (Index i = 0; i < rows; ++i) {
          for (Index s = 0; s < stride; ++s) {
            float expected = 0, expectedTurned = 0;
            for (Index k = 0; k < inner; ++k) {
              expected += matrix[std::size_t(i * inner + k)] * in[std::size_t(k * stride + s)];
              expectedTurned += matrix[std::size_t(k * rows + i)] * in[std::size_t(k * stride + s)];
            }
            const std::size_t at = std::size_t(i * stride + s);
            ASSERT_EQ(fromRow[at], start[std::size_t(s)] + expected) << rows << " " << inner << " " << packs;
            ASSERT_EQ(fromNothing[at], expectedTurned) << rows << " " << inner << " " << packs;
            ASSERT_EQ(added[at], start[at] + expected) << rows << " " << inner << " " << packs;
          }
        }
      }
    }
  }
}

TEST(Transpose, TurnsEveryShape) {
  for (Index rows = 4; rows <= 12; rows += 4) {
    for (Index columns = 1; columns <= 9; ++columns) {
      const std::vector<float> from = integers<float>(rows * columns, 6);
      std::vector<float> to(from.size() + 1, 1000);
      transpose(from.data(), to.data(), rows, columns);
      for (Index i = 0; i < rows; ++i) {
        for (Index k = 0; k < columns; ++k)
          ASSERT_EQ(to[std::size_t(k * rows + i)], from[std::size_t(i * columns + k)]);
      }
      ASSERT_EQ(to.back(), 1000);
    }
  }
}

TYPED_TEST(Products, SumOverTheSamplesForEveryShape) {
  for (Index rows = 1; rows <= 9; ++rows) {
    for (Index columns = 1; columns <= 9; ++columns) {
      for (Index packs = 1; packs <= 4; ++packs) {
        const Index stride = packs * Pack<TypeParam>::width;
        const std::vector<TypeParam> errors = integers<TypeParam>(rows * stride, 4);
        const std::vector<TypeParam> in = integers<TypeParam>(columns * stride, 5);
        // One more number than needed: it must stay as it was.
        std::vector<TypeParam> outer(std::size_t(rows * columns + 1), 1000), biases(std::size_t(rows + 1), 1000);
        outerSums(errors.data(), in.data(), outer.data(), rows, columns, packs, Placing::Replace);
        outerSums(errors.data(), in.data(), outer.data(), rows, columns, packs, Placing::Add);
        rowSums(errors.data(), biases.data(), rows, packs, Placing::Replace);
        rowSums(errors.data(), biases.data(), rows, packs, Placing::Add);
        for (Index i = 0; i < rows; ++i) {
          TypeParam total = 0;
          for (Index s = 0; s < stride; ++s) total += errors[std::size_t(i * stride + s)];
          ASSERT_EQ(biases[std::size_t(i)], 2 * total);
          for (Index k = 0; k < columns; ++k) {
            TypeParam expected = 0;
            for (Index s = 0; s < stride; ++s) {
              expected += errors[std::size_t(i * stride + s)] * in[std::size_t(k * stride + s)];
            }
            ASSERT_EQ(outer[std::size_t(i * columns + k)], 2 * expected) << rows << " " << columns << " " << packs;
          }
        }
        ASSERT_EQ(outer.back(), 1000);
        ASSERT_EQ(biases.back(), 1000);
      }
    }
  }
}

}  // namespace
}  // namespace backprop
