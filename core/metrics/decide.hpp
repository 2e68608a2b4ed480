#pragma once
/// From outputs to a decided class; the counterpart of objective/targets.hpp.

#include <vector>

#include "foundation/matrix.hpp"
#include "objective/targets.hpp"

namespace backprop {

/// An output of one neuron decides for class 1 from here on: ½ for sigmoid, 0 for tanh and linear. A
/// value on the boundary is class 1, as φ(0) = +1, unless it is said otherwise.
double decisionThreshold(Activation output);

/// The class of a value on the threshold: the second, class 1; or the first, as scikit-learn has it.
enum class OnThreshold { Second, First };

/// The class decided for one sample.
/// @param outputs  expression of one column: one output, compared with the threshold, or one per class,
///                 of which the greatest wins and the first of equals
/// @return         class index. NaN never wins: a run that diverges stops before it is asked.
template <typename Column>
Index decideOne(const Eigen::MatrixBase<Column>& outputs, Activation output, OnThreshold on = OnThreshold::Second) {
  if (outputs.rows() == 1) {
    const double threshold = decisionThreshold(output);
    return on == OnThreshold::Second ? outputs(0) >= threshold : outputs(0) > threshold;
  }
  Index best = 0;
  for (Index c = 1; c < outputs.rows(); ++c) {
    if (outputs(c) > outputs(best) || outputs(best) != outputs(best)) best = c;
  }
  return best;
}

/// The classes decided for a batch.
/// @param outputs  outputs × samples, float or double, a matrix or a map
/// @return         one class index per sample
template <typename Batch>
std::vector<Index> decide(const Eigen::MatrixBase<Batch>& outputs, Activation output,
                          OnThreshold on = OnThreshold::Second) {
  std::vector<Index> classes(static_cast<std::size_t>(outputs.cols()));
  for (Index i = 0; i < outputs.cols(); ++i)
    classes[static_cast<std::size_t>(i)] = decideOne(outputs.col(i), output, on);
  return classes;
}

}  // namespace backprop
