#include "models/activation_rows.hpp"

#include "numerics/elementary_rows.hpp"

namespace backprop {

template <typename Scalar>
void activateRow(Activation activation, const Scalar* z, Scalar* a, Index count) {
  if constexpr (std::same_as<Scalar, double>) {
    if (activation == Activation::Tanh) return tanhRow(z, a, count);
    if (activation == Activation::Sigmoid) return sigmoidRow(z, a, count);
  }
  withActivation(activation, [=](auto f) {
    constexpr Index width = Pack<Scalar>::width;
    const Scalar* from = z;
    for (Scalar *to = a, *const end = a + count; to != end; from += width, to += width) {
      f.value(Pack<Scalar>::load(from)).store(to);
    }
  });
}

namespace {

/// error *= f′(z) for one pack.
template <typename Scalar, typename Function>
Pack<Scalar> multiplied(Function f, const Scalar* z, const Scalar* a, Scalar* error) {
  using P = Pack<Scalar>;
  const P product = withoutTraces(P::load(error) * f.derivative(P::load(z), P::load(a)));
  product.store(error);
  return product;
}

}  // namespace

template <typename Scalar>
void multiplyByDerivative(Activation activation, const Scalar* z, const Scalar* a, Scalar* error, Index count) {
  withActivation(activation, [=](auto f) {
    constexpr Index width = Pack<Scalar>::width, two = 2 * width;
    const Scalar *fromZ = z, *fromA = a;
    Scalar *to = error, *const end = error + count;
    for (; end - to >= two; fromZ += two, fromA += two, to += two) {
      multiplied(f, fromZ, fromA, to);
      multiplied(f, fromZ + width, fromA + width, to + width);
    }
    if (to != end) multiplied(f, fromZ, fromA, to);
  });
}

void multiplyByDerivativeOfEights(Activation activation, const float* z, const float* a, float* error, Index samples,
                                  float* sums) {
  withActivation(activation, [=](auto f) {
    constexpr Index width = Pack<float>::width, two = 2 * width;
    const float *fromZ = z, *fromA = a;
    Pack<float> low(0), high(0);
    for (float *to = error, *const end = error + two * samples; to != end; fromZ += two, fromA += two, to += two) {
      low += multiplied(f, fromZ, fromA, to);
      high += multiplied(f, fromZ + width, fromA + width, to + width);
    }
    low.store(sums);
    high.store(sums + width);
  });
}

template void activateRow(Activation, const float*, float*, Index);
template void activateRow(Activation, const double*, double*, Index);
template void multiplyByDerivative(Activation, const float*, const float*, float*, Index);
template void multiplyByDerivative(Activation, const double*, const double*, double*, Index);

}  // namespace backprop
