#include "objective/layer_hessian.hpp"

#include "numerics/elementary.hpp"

namespace backprop {
namespace {

/// ∂a/∂z of one sample's outputs: 1, a(1 − a), or diag(a) − a aᵀ.
RowMatrix<double> outputSlopes(Activation output, Vector<double> z) {
  const Index outputs = z.size();
  RowMatrix<double> slopes = RowMatrix<double>::Zero(outputs, outputs);
  const double greatest = z.maxCoeff();
  double total = 0;
  for (Index i = 0; i < outputs; ++i) total += exp(z[i] - greatest);
  for (Index i = 0; i < outputs; ++i) {
    const double a = output == Activation::Softmax ? exp(z[i] - greatest) / total : sigmoid(z[i]);
    slopes(i, i) = output == Activation::Linear ? 1 : a * (1 - a);
    z[i] = a;
  }
  for (Index i = 0; output == Activation::Softmax && i < outputs; ++i) {
    for (Index j = 0; j < outputs; ++j) slopes(i, j) -= i == j ? 0 : z[i] * z[j];
  }
  return slopes;
}

}  // namespace

template <typename Scalar>
RowMatrix<double> layerHessian(const LinearSamples<Scalar>& samples, Activation output, std::span<const Scalar> theta) {
  const Index p = samples.inputs, outputs = samples.outputs;
  const auto place = [&](Index neuron, Index k) { return k < p ? neuron * p + k : outputs * p + neuron; };
  const Index n = outputs * (p + 1);
  RowMatrix<double> hessian = RowMatrix<double>::Zero(n, n);
  Vector<double> x(p + 1), z(outputs);
  for (Index s = 0; s < samples.count; ++s) {
    for (Index k = 0; k < p; ++k) x[k] = double(samples.features[k * samples.count + s]);
    x[p] = 1;
    for (Index i = 0; i < outputs; ++i) {
      z[i] = 0;
      for (Index k = 0; k <= p; ++k) z[i] += double(theta[std::size_t(place(i, k))]) * x[k];
    }
    const RowMatrix<double> slopes = outputSlopes(output, z);
    for (Index row = 0; row < n; ++row) {
      const Index i = row / (p + 1), k = row % (p + 1);
      for (Index j = 0; j < outputs; ++j) {
        const double factor = slopes(i, j) * x[k];
        for (Index m = 0; factor != 0 && m <= p; ++m) hessian(place(i, k), place(j, m)) += factor * x[m];
      }
    }
  }
  return samples.count == 0 ? hessian : RowMatrix<double>(hessian / double(samples.count));
}

template RowMatrix<double> layerHessian(const LinearSamples<float>&, Activation, std::span<const float>);
template RowMatrix<double> layerHessian(const LinearSamples<double>&, Activation, std::span<const double>);

}  // namespace backprop
