#pragma once
/// The products of a network's pass, for a tile of samples: many small matrices.
///
/// A tile is rows × lanes, row-major and contiguous, each row a whole number of packs. One factor is
/// spread over the lanes, so no lane ever depends on another; a block of results stays in registers
/// while the inner index runs. Only outerSums() and rowSums() add across lanes, at the very end.
///
/// The lanes are samples, but neurons in stridedProduct().

#include "numerics/pack.hpp"

namespace backprop {

/// out = M·in + start, for every sample.
/// @param matrix  rows × inner by rows    @param start  one number for each row of out
/// @param in      inner × packs           @param out    rows × packs, overwritten; must not overlap in
template <typename Scalar>
void product(const Scalar* matrix, const Scalar* start, const Scalar* in, Scalar* out, Index rows, Index inner,
             Index packs);
/// out = Mᵀ·in, likewise.
/// @param matrix  inner × rows by rows
template <typename Scalar>
void transposedProduct(const Scalar* matrix, const Scalar* in, Scalar* out, Index rows, Index inner, Index packs);

/// Whether a sum replaces what stands at its place, or is added to it.
enum class Placing { Replace, Add };

/// to[i][k] = or += Σ_samples errors[i] · in[k]: the gradient of a layer's weights.
/// @param errors  rows × packs    @param in  columns × packs    @param to  rows × columns by rows
template <typename Scalar>
void outerSums(const Scalar* errors, const Scalar* in, Scalar* to, Index rows, Index columns, Index packs, Placing);

/// to[i] = or += Σ_samples errors[i]: the gradient of a layer's biases.
/// @param errors  rows × packs    @param to  rows
template <typename Scalar>
void rowSums(const Scalar* errors, Scalar* to, Index rows, Index packs, Placing);

// ---- with neurons in the lanes, in float ----

/// A matrix as it stands in memory: entry (i, k) at data[i·rowStep + k·innerStep].
struct Strided {
  const float* data;
  Index rowStep, innerStep;
};

/// So many packs of a row at once.
inline constexpr Index panelPacks = 4;

/// out = M·in + start
/// @param matrix  rows × inner
/// @param start   row i at start + i·startStep, as long as a row of out; or null for 0
/// @param in      inner × packs, inner ≥ 1
/// @param out     rows × packs, overwritten; may be start where startStep is the length of a row, or there is one row;
///                must not overlap in
/// @param packs   a multiple of panelPacks
void stridedProduct(Strided matrix, const float* start, Index startStep, const float* in, float* out, Index rows,
                    Index inner, Index packs);

/// 4 × 4 numbers of a matrix to their places in its transpose.
/// @param fromStep, toStep  the length of a row of each
[[gnu::always_inline]] inline void transposeFour(const float* from, Index fromStep, float* to, Index toStep) {
  using P = Pack<float>;
  P::Lanes row[4];
  unrolled<4>([&](auto i) { row[i] = P::load(from + i * fromStep).lanes; });
  const auto low01 = __builtin_shufflevector(row[0], row[1], 0, 4, 1, 5);
  const auto low23 = __builtin_shufflevector(row[2], row[3], 0, 4, 1, 5);
  const auto high01 = __builtin_shufflevector(row[0], row[1], 2, 6, 3, 7);
  const auto high23 = __builtin_shufflevector(row[2], row[3], 2, 6, 3, 7);
  P(__builtin_shufflevector(low01, low23, 0, 1, 4, 5)).store(to);
  P(__builtin_shufflevector(low01, low23, 2, 3, 6, 7)).store(to + toStep);
  P(__builtin_shufflevector(high01, high23, 0, 1, 4, 5)).store(to + 2 * toStep);
  P(__builtin_shufflevector(high01, high23, 2, 3, 6, 7)).store(to + 3 * toStep);
}

/// to = fromᵀ
/// @param from  rows × columns by rows, rows a multiple of 4    @param to  columns × rows by rows
void transpose(const float* from, float* to, Index rows, Index columns);

}  // namespace backprop
