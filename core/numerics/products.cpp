#include "numerics/products.hpp"

namespace backprop {
namespace {

/// A block of Rows × Packs results in registers; the inner index runs through memory once.
template <Reading reading, int Rows, int Packs, typename Scalar>
inline void productBlock(const Scalar* matrix, const Scalar* start, const Scalar* in, Scalar* out, Index allRows,
                         Index inner, Index stride) {
  constexpr Index width = Pack<Scalar>::width;
  Pack<Scalar> block[Rows][Packs];
  for (int i = 0; i < Rows; ++i) {
    for (int p = 0; p < Packs; ++p) block[i][p] = start ? start[i] : Scalar(0);
  }
  for (Index k = 0; k < inner; ++k) {
    Pack<Scalar> column[Packs];
    for (int p = 0; p < Packs; ++p) column[p] = Pack<Scalar>::load(in + k * stride + p * width);
    for (int i = 0; i < Rows; ++i) {
      const Pack<Scalar> weight = reading == Reading::AsWritten ? matrix[i * inner + k] : matrix[k * allRows + i];
      for (int p = 0; p < Packs; ++p) block[i][p] += weight * column[p];
    }
  }
  for (int i = 0; i < Rows; ++i) {
    for (int p = 0; p < Packs; ++p) block[i][p].store(out + i * stride + p * width);
  }
}

/// All rows for one panel of Packs packs.
template <Reading reading, int Packs, typename Scalar>
void productPanel(const Scalar* matrix, const Scalar* start, const Scalar* in, Scalar* out, Index rows, Index inner,
                  Index stride) {
  constexpr Index tall = 4;
  const Index rowStep = reading == Reading::AsWritten ? inner : 1;
  Index i = 0;
  const auto block = [&]<int Rows>() {
    productBlock<reading, Rows, Packs>(matrix + i * rowStep, start ? start + i : nullptr, in, out + i * stride, rows,
                                       inner, stride);
  };
  for (; i + tall <= rows; i += tall) block.template operator()<tall>();
  switch (rows - i) {
    case 3: return block.template operator()<3>();
    case 2: return block.template operator()<2>();
    case 1: return block.template operator()<1>();
  }
}

/// Rows × Columns sums over the samples, reduced a pack at a time and added to their places.
template <int Rows, int Columns, typename Scalar>
inline void outerBlock(const Scalar* errors, const Scalar* in, Scalar* sumsOut, Index columns, Index stride) {
  constexpr int width = Pack<Scalar>::width;
  constexpr int count = Rows * Columns;
  constexpr int groups = (count + width - 1) / width;
  Pack<Scalar> block[groups * width];
  for (Pack<Scalar>& entry : block) entry = Scalar(0);
  for (Index s = 0; s < stride; s += width) {
    Pack<Scalar> error[Rows];
    for (int i = 0; i < Rows; ++i) error[i] = Pack<Scalar>::load(errors + i * stride + s);
    for (int k = 0; k < Columns; ++k) {
      const Pack<Scalar> value = Pack<Scalar>::load(in + k * stride + s);
      for (int i = 0; i < Rows; ++i) block[i * Columns + k] += error[i] * value;
    }
  }
  for (int g = 0; g < groups; ++g) {
    Pack<Scalar> group[width];
    for (int lane = 0; lane < width; ++lane) group[lane] = block[g * width + lane];
    const Pack<Scalar> total = sums(group);
    if (Columns % width == 0) {
      Scalar* place = sumsOut + (g * width / Columns) * columns + g * width % Columns;
      (Pack<Scalar>::load(place) + total).store(place);
    } else {
      for (int entry = g * width; entry < count && entry < (g + 1) * width; ++entry) {
        sumsOut[(entry / Columns) * columns + entry % Columns] += total[entry - g * width];
      }
    }
  }
}

/// All rows for Columns columns.
template <int Columns, typename Scalar>
void outerPanel(const Scalar* errors, const Scalar* in, Scalar* sumsOut, Index rows, Index columns, Index stride) {
  constexpr int tall = Columns == 1 ? 4 : 2;
  Index i = 0;
  for (; i + tall <= rows; i += tall) {
    outerBlock<tall, Columns>(errors + i * stride, in, sumsOut + i * columns, columns, stride);
  }
  for (; i < rows; ++i) outerBlock<1, Columns>(errors + i * stride, in, sumsOut + i * columns, columns, stride);
}

}  // namespace

template <Reading reading, typename Scalar>
void product(const Scalar* matrix, const Scalar* start, const Scalar* in, Scalar* out, Index rows, Index inner,
             Index packs) {
  constexpr Index width = Pack<Scalar>::width;
  const Index stride = packs * width;
  Index p = 0;
  for (; p + 3 <= packs; p += 3) {
    productPanel<reading, 3>(matrix, start, in + p * width, out + p * width, rows, inner, stride);
  }
  if (packs - p == 2) productPanel<reading, 2>(matrix, start, in + p * width, out + p * width, rows, inner, stride);
  if (packs - p == 1) productPanel<reading, 1>(matrix, start, in + p * width, out + p * width, rows, inner, stride);
}

template <typename Scalar>
void outerSums(const Scalar* errors, const Scalar* in, Scalar* sumsOut, Index rows, Index columns, Index packs) {
  const Index stride = packs * Pack<Scalar>::width;
  Index k = 0;
  for (; k + 4 <= columns; k += 4) outerPanel<4>(errors, in + k * stride, sumsOut + k, rows, columns, stride);
  if (k + 2 <= columns) {
    outerPanel<2>(errors, in + k * stride, sumsOut + k, rows, columns, stride);
    k += 2;
  }
  if (k < columns) outerPanel<1>(errors, in + k * stride, sumsOut + k, rows, columns, stride);
}

template <typename Scalar>
void rowSums(const Scalar* errors, Scalar* sumsOut, Index rows, Index packs) {
  constexpr Index width = Pack<Scalar>::width;
  for (Index i = 0; i < rows; ++i) {
    Pack<Scalar> total(0);
    for (Index p = 0; p < packs; ++p) total += Pack<Scalar>::load(errors + (i * packs + p) * width);
    sumsOut[i] += sum(total);
  }
}

template void product<Reading::AsWritten>(const float*, const float*, const float*, float*, Index, Index, Index);
template void product<Reading::Transposed>(const float*, const float*, const float*, float*, Index, Index, Index);
template void product<Reading::AsWritten>(const double*, const double*, const double*, double*, Index, Index, Index);
template void product<Reading::Transposed>(const double*, const double*, const double*, double*, Index, Index, Index);
template void outerSums(const float*, const float*, float*, Index, Index, Index);
template void outerSums(const double*, const double*, double*, Index, Index, Index);
template void rowSums(const float*, float*, Index, Index);
template void rowSums(const double*, double*, Index, Index);

}  // namespace backprop
