#pragma once
/// What a direction makes of two classes of points: Fisher's question (1936; lecture section 1).

#include <vector>

#include "foundation/matrix.hpp"

namespace backprop {

/// Two classes seen along one direction, z = uᵀx with ‖u‖ = 1.
struct Discriminant {
  Vector<double> direction;  ///< u, turned so that class 1 lies on the side of greater z
  double means[2] = {};      ///< of z, by class
  double threshold = 0;      ///< midway between the means
  double scatterRatio = 0;  ///< (uᵀS_B u) / (uᵀS_W u), S_B = (m₁ − m₀)(m₁ − m₀)ᵀ, S_W = Σ (x − m_k)(x − m_k)ᵀ
  Index right = 0;  ///< points decided rightly by the threshold; on it: class 1
};

/// @param features   p × n
/// @param classes    0 or 1, n values; both occur
/// @param direction  p numbers, not all 0; its length does not matter
/// @return  scatterRatio is 0 where both means coincide; it may be infinite where nothing strays
Discriminant discriminate(const RowMatrix<double>& features, const std::vector<Index>& classes,
                          const Vector<double>& direction);

/// uᵀx of each point.
Vector<double> project(const RowMatrix<double>& features, const Vector<double>& direction);

/// Counts of z, finite, in `bins` equal parts of [low, high], class after class; z = high falls in the last.
std::vector<double> histogram(const Vector<double>& z, const std::vector<Index>& classes, double low, double high,
                              Index bins);

}  // namespace backprop
