#pragma once
/// The three products of a network's pass, for a tile of samples: many small matrices with the
/// samples in the lanes.
///
/// A tile is rows × samples, row-major and contiguous, each row a whole number of packs. Weights are
/// spread over the lanes, so no lane ever depends on another; a block of results stays in registers
/// while the inner index runs. Only outerSums() adds across lanes, at the very end.

#include "numerics/pack.hpp"

namespace backprop {

/// A matrix inside θ, as it stands there or read by columns.
enum class Reading { AsWritten, Transposed };

/// out = M·in + start, for every sample.
/// @param matrix  rows × inner by rows; Transposed: inner × rows by rows
/// @param start   one number for each row of out, or null for 0
/// @param in      inner × packs    @param out  rows × packs, overwritten; must not overlap in
template <Reading reading, typename Scalar>
void product(const Scalar* matrix, const Scalar* start, const Scalar* in, Scalar* out, Index rows, Index inner,
             Index packs);

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

}  // namespace backprop
