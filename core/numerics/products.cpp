#include "numerics/products.hpp"

#include <algorithm>
#include <concepts>
#include <type_traits>

namespace backprop {
namespace {

/// Packs of a small tile: ten samples, the batch with which an experiment begins. Its kernels know the length of a row,
/// so that less goes into addresses: in float a step of 2-8-8-1 takes a fifteenth fewer instructions.
template <typename Scalar>
constexpr Index smallPacks = (10 + Pack<Scalar>::width - 1) / Pack<Scalar>::width;
template <typename Scalar>
using SmallStride = std::integral_constant<Index, smallPacks<Scalar> * Pack<Scalar>::width>;

/// A block of Rows × Packs results in registers; the inner index runs through memory once.
///
/// Unrolling that loop would be a loss: WebAssembly's compiler then computes each result to its end
/// before the next, keeps every input of the unrolled steps alive for that, and spills.
/// @param start  of a result: start(row, pack)
template <int Rows, int Packs, typename Scalar, typename Start, typename Stride>
[[gnu::always_inline]] inline void productBlock(const Scalar* matrix, Index rowStep, Index innerStep, Start start,
                                                const Scalar* in, const Scalar* end, Scalar* out, Stride stride) {
  using P = Pack<Scalar>;
  P block[Rows][Packs];
  for (int i = 0; i < Rows; ++i) {
    for (int p = 0; p < Packs; ++p) block[i][p] = start(i, p);
  }
#pragma clang loop unroll(disable)
  for (; in != end; in += stride, matrix += innerStep) {
    P column[Packs];
    for (int p = 0; p < Packs; ++p) column[p] = P::load(in + p * P::width);
    for (int i = 0; i < Rows; ++i) {
      const P weight = matrix[i * rowStep];
      for (int p = 0; p < Packs; ++p) block[i][p] += weight * column[p];
    }
  }
  for (int i = 0; i < Rows; ++i) {
    for (int p = 0; p < Packs; ++p) block[i][p].store(out + i * stride + p * P::width);
  }
}

/// A matrix inside θ, as it stands there or read by columns.
enum class Reading { AsWritten, Transposed };

/// All rows for one panel of Packs packs. Not inlined by the compiler, which then keeps more alive than V8 has
/// registers for; the linker may inline what is finished, which saves calls.
template <Reading reading, int Packs, typename Scalar, typename Stride>
[[gnu::noinline]] void productPanel(const Scalar* matrix, const Scalar* start, const Scalar* in, Scalar* out,
                                    Index rows, Index inner, Stride stride) {
  constexpr bool asWritten = reading == Reading::AsWritten;
  const Index rowStep = asWritten ? inner : 1;
  Index i = 0;
  const auto block = [&]<int Rows>() {
    const auto from = [start = start + (asWritten ? i : 0)](int row, int) {
      return asWritten ? start[row] : Scalar(0);
    };
    productBlock<Rows, Packs>(matrix + i * rowStep, rowStep, asWritten ? 1 : rows, from, in, in + inner * stride,
                              out + i * stride, stride);
    i += Rows;
  };
  if constexpr (Packs <= 2) {
    while (i + 4 <= rows) block.template operator()<4>();
  }
  while (i + 2 <= rows) block.template operator()<2>();
  if (i < rows) block.template operator()<1>();
}

/// All panels.  @param start  null where the matrix is read by columns
template <Reading reading, typename Scalar>
[[gnu::always_inline]] inline void productPanels(const Scalar* matrix, const Scalar* start, const Scalar* in,
                                                 Scalar* out, Index rows, Index inner, Index packs) {
  constexpr Index width = Pack<Scalar>::width;
  Index p = 0;
  const auto panelOf = [&]<int Packs>(auto stride) {
    productPanel<reading, Packs>(matrix, start, in + p * width, out + p * width, rows, inner, stride);
    p += Packs;
  };
  if (packs == smallPacks<Scalar>) {
    constexpr int first = std::min<int>(smallPacks<Scalar>, 4), rest = smallPacks<Scalar> - first;
    panelOf.template operator()<first>(SmallStride<Scalar>());
    if constexpr (rest > 0) panelOf.template operator()<rest>(SmallStride<Scalar>());
    return;
  }
  const auto panel = [&]<int Packs>() { panelOf.template operator()<Packs>(packs * width); };
  while (p + 4 <= packs) panel.template operator()<4>();
  if (p + 2 <= packs) panel.template operator()<2>();
  if (p < packs) panel.template operator()<1>();
}

/// Puts Rows × Columns sums, reduced a pack at a time, to their places in a matrix of `columns` columns.
template <int Rows, int Columns, typename Scalar>
[[gnu::always_inline]] inline void placeSums(const Pack<Scalar> (&block)[Rows * Columns], Scalar* to, Index columns,
                                             Placing placing) {
  constexpr int width = Pack<Scalar>::width;
  for (int first = 0; first < Rows * Columns; first += width) {
    Pack<Scalar> group[width];
    for (int lane = 0; lane < width; ++lane) {
      group[lane] = first + lane < Rows * Columns ? block[first + lane] : block[first];
    }
    const Pack<Scalar> total = sums(group);
    const bool neighbours = Columns % width == 0 || (Columns == columns && first + width <= Rows * Columns);
    if (neighbours) {
      Scalar* place = to + first / Columns * columns + first % Columns;
      (placing == Placing::Add ? Pack<Scalar>::load(place) + total : total).store(place);
    } else {
      for (int entry = first; entry < Rows * Columns && entry < first + width; ++entry) {
        Scalar& place = to[entry / Columns * columns + entry % Columns];
        place = placing == Placing::Add ? place + total[entry - first] : total[entry - first];
      }
    }
  }
}

/// Rows × Columns sums of errors · in over the samples.
template <int Rows, int Columns, typename Scalar, typename Stride>
[[gnu::always_inline]] inline void outerBlock(const Scalar* errors, const Scalar* in, Scalar* to, Index columns,
                                              Stride stride, Placing placing) {
  using P = Pack<Scalar>;
  P block[Rows * Columns];
  const auto products = [&](Index sample, auto add) {
    P error[Rows];
    for (int i = 0; i < Rows; ++i) error[i] = P::load(errors + i * stride + sample);
    for (int k = 0; k < Columns; ++k) {
      const P value = P::load(in + k * stride + sample);
      for (int i = 0; i < Rows; ++i) add(block[i * Columns + k], error[i] * value);
    }
  };
  products(0, [](P& sum, P term) { sum = term; });
#pragma clang loop unroll(disable)
  for (Index sample = P::width; sample < stride; sample += P::width) {
    products(sample, [](P& sum, P term) { sum += term; });
  }
  placeSums<Rows, Columns>(block, to, columns, placing);
}

/// All rows for Columns columns.
template <int Columns, typename Scalar, typename Stride>
[[gnu::always_inline]] inline void outerPanel(const Scalar* errors, const Scalar* in, Scalar* to, Index rows,
                                              Index columns, Stride stride, Placing placing) {
  constexpr int tall = Columns == 4 ? 2 : 4;
  Index i = 0;
  for (; i + tall <= rows; i += tall) {
    outerBlock<tall, Columns>(errors + i * stride, in, to + i * columns, columns, stride, placing);
  }
  for (; i < rows; ++i) outerBlock<1, Columns>(errors + i * stride, in, to + i * columns, columns, stride, placing);
}

template <typename Scalar, typename Stride>
[[gnu::always_inline]] inline void outerPanels(const Scalar* errors, const Scalar* in, Scalar* to, Index rows,
                                               Index columns, Stride stride, Placing placing) {
  Index k = 0;
  for (; k + 4 <= columns; k += 4) outerPanel<4>(errors, in + k * stride, to + k, rows, columns, stride, placing);
  if (k + 2 <= columns) {
    outerPanel<2>(errors, in + k * stride, to + k, rows, columns, stride, placing);
    k += 2;
  }
  if (k < columns) outerPanel<1>(errors, in + k * stride, to + k, rows, columns, stride, placing);
}

}  // namespace

template <typename Scalar>
void product(const Scalar* matrix, const Scalar* start, const Scalar* in, Scalar* out, Index rows, Index inner,
             Index packs) {
  productPanels<Reading::AsWritten>(matrix, start, in, out, rows, inner, packs);
}

template <typename Scalar>
void transposedProduct(const Scalar* matrix, const Scalar* in, Scalar* out, Index rows, Index inner, Index packs) {
  productPanels<Reading::Transposed>(matrix, static_cast<const Scalar*>(nullptr), in, out, rows, inner, packs);
}

template <typename Scalar>
void outerSums(const Scalar* errors, const Scalar* in, Scalar* to, Index rows, Index columns, Index packs,
               Placing placing) {
  // In double, rows of known length would take longer here: V8 then keeps too much alive.
  if (std::same_as<Scalar, float> && packs == smallPacks<Scalar>)
    outerPanels(errors, in, to, rows, columns, SmallStride<Scalar>(), placing);
  else
    outerPanels(errors, in, to, rows, columns, packs * Pack<Scalar>::width, placing);
}

template <typename Scalar>
void rowSums(const Scalar* errors, Scalar* to, Index rows, Index packs, Placing placing) {
  using P = Pack<Scalar>;
  const Index stride = packs * P::width;
  Index i = 0;
  for (; i + P::width <= rows; i += P::width) {
    P group[P::width];
    for (Index lane = 0; lane < P::width; ++lane) group[lane] = P::load(errors + (i + lane) * stride);
    for (Index s = P::width; s < stride; s += P::width) {
      for (Index lane = 0; lane < P::width; ++lane) group[lane] += P::load(errors + (i + lane) * stride + s);
    }
    (placing == Placing::Add ? P::load(to + i) + sums(group) : sums(group)).store(to + i);
  }
  for (; i < rows; ++i) {
    P total = P::load(errors + i * stride);
    for (Index s = P::width; s < stride; s += P::width) total += P::load(errors + i * stride + s);
    to[i] = placing == Placing::Add ? to[i] + sum(total) : sum(total);
  }
}

void stridedProduct(Strided matrix, const float* start, Index startStep, const float* in, float* out, Index rows,
                    Index inner, Index packs) {
  using P = Pack<float>;
  static constexpr float zeros[panelPacks * P::width] = {};
  const Index stride = packs * P::width;
  for (Index lane = 0; lane < stride; lane += panelPacks * P::width) {
    const float* from = start ? start + lane : zeros;
    const Index step = start ? startStep : 0;
    const float* left = matrix.data;
    float* to = out + lane;
    Index rest = rows;
    const auto block = [&]<int Rows>() {
      const auto begin = [from, step](int row, int pack) { return P::load(from + row * step + pack * P::width); };
      productBlock<Rows, panelPacks>(left, matrix.rowStep, matrix.innerStep, begin, in + lane,
                                     in + lane + inner * stride, to, stride);
      left += Rows * matrix.rowStep;
      from += Rows * step;
      to += Rows * stride;
      rest -= Rows;
    };
    while (rest >= 2) block.operator()<2>();
    if (rest > 0) block.operator()<1>();
  }
}

void transpose(const float* from, float* to, Index rows, Index columns) {
  using P = Pack<float>;
  Index k = 0;
  for (; k + 4 <= columns; k += 4, to += 3 * rows) {
    const float* four = from + k;  // rows
    for (const float* const end = to + rows; to != end; four += 4 * columns, to += P::width) {
      transposeFour(four, columns, to, rows);
    }
  }
  for (; k < columns; ++k) {
    const float* one = from + k;
#pragma clang loop vectorize(disable) unroll(disable)
    for (const float* const end = to + rows; to != end; one += columns) *to++ = *one;
  }
}

template void product(const float*, const float*, const float*, float*, Index, Index, Index);
template void product(const double*, const double*, const double*, double*, Index, Index, Index);
template void transposedProduct(const float*, const float*, float*, Index, Index, Index);
template void transposedProduct(const double*, const double*, double*, Index, Index, Index);
template void outerSums(const float*, const float*, float*, Index, Index, Index, Placing);
template void outerSums(const double*, const double*, double*, Index, Index, Index, Placing);
template void rowSums(const float*, float*, Index, Index, Placing);
template void rowSums(const double*, double*, Index, Index, Placing);

}  // namespace backprop
