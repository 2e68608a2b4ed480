/// Training passes of a network whose hidden layers have eight neurons each: a tile is samples × 8, two packs a sample,
/// and the compiler knows it. No lane is idle, and nothing but a layer's kind is asked on the way.
#include "models/activation_rows.hpp"
#include "models/network.hpp"
#include "numerics/products.hpp"

namespace backprop {
namespace {

using P = Pack<float>;
template <Index value>
using Fixed = std::integral_constant<Index, value>;
constexpr Index eight = Network<float>::eight;

/// Rows × 8 results, Σ_k matrix[row·rowStep + k·innerStep] · in[k] + start(pack), kept in registers meanwhile.
/// @param in  up to end, by rows of eight; at least one
template <int Rows, typename RowStep, typename InnerStep, typename Start>
[[gnu::always_inline]] inline void blockOfEights(const float* matrix, RowStep rowStep, InnerStep innerStep, Start start,
                                                 const float* in, const float* end, float* out) {
  P block[Rows][2];
  const auto products = [&](auto put) {
    const P column[] = {P::load(in), P::load(in + P::width)};
    unrolled<Rows>([&](auto row) {
      const P weight = matrix[row * rowStep];
      unrolled<2>([&](auto pack) { put(block[row][pack], weight * column[pack], pack); });
    });
    in += eight;
    matrix += innerStep;
  };
  products([&](P& sum, P product, auto pack) { sum = start(product, pack); });
#pragma clang loop unroll(disable)
  while (in != end) products([](P& sum, P product, auto) { sum += product; });
  unrolled<Rows>(
      [&](auto row) { unrolled<2>([&](auto pack) { block[row][pack].store(out + row * eight + pack * P::width); }); });
}

constexpr auto fromZero = [](P product, auto) { return product; };

/// The same for every sample, five at once: ten sums, and what they are made of, just fit into sixteen registers.
template <typename RowStep, typename InnerStep, typename Start>
[[gnu::always_inline]] inline void forEverySample(Index samples, const float* matrix, RowStep rowStep,
                                                  InnerStep innerStep, Start start, const float* in, const float* end,
                                                  float* out) {
  const auto block = [&]<int Rows>() {
    blockOfEights<Rows>(matrix, rowStep, innerStep, start, in, end, out);
    matrix += Rows * rowStep;
    out += Rows * eight;
    samples -= Rows;
  };
#pragma clang loop unroll(disable)
  while (samples >= 5) block.template operator()<5>();
#pragma clang loop unroll(disable)
  while (samples > 0) block.template operator()<1>();
}

auto fromBiases(const float* biases) {
  return [biases](P product, auto pack) { return P::load(biases + pack * P::width) + product; };
}

/// The weights of the first layer by inputs.
void turnFirst(const float* weights, Index inputs, float* turned) {
  if (inputs != 2) return transpose(weights, turned, eight, inputs);
  unrolled<2>([&](auto half) {  // the plane's two
    const float* const pairs = weights + half * eight;
    const P::Lanes low = P::load(pairs).lanes, high = P::load(pairs + P::width).lanes;
    float* const to = turned + half * P::width;
    P(__builtin_shufflevector(low, high, 0, 2, 4, 6)).store(to);
    P(__builtin_shufflevector(low, high, 1, 3, 5, 7)).store(to + eight);
  });
}

/// z of a hidden layer after another.
void forwardHidden(const float* a, const float* weights, const float* biases, float* z, Index samples) {
  float turned[eight * eight];
  unrolled<4>([&](auto quarter) {
    constexpr Index row = quarter / 2 * P::width, column = quarter % 2 * P::width;
    transposeFour(weights + row * eight + column, eight, turned + column * eight + row, eight);
  });
  forEverySample(samples, a, Fixed<eight>(), Fixed<1>(), fromBiases(biases), turned, turned + eight * eight, z);
}

/// z of one output, which has samples in its lanes. The spare ones come of whatever stands behind the last sample.
void forwardOutput(const float* a, const float* weights, float bias, float* z, Index stride) {
  const P low = P::load(weights), high = P::load(weights + P::width), start = bias;
  for (float* const end = z + stride; z != end; z += P::width, a += P::width * eight) {
    P dots[P::width];
    unrolled<P::width>(
        [&](auto lane) { dots[lane] = low * P::load(a + lane * eight) + high * P::load(a + lane * eight + P::width); });
    (sums(dots) + start).store(z);
  }
}

/// The gradient of one output's weights, then of its bias elsewhere; and its part in the errors of the layer before.
template <bool first>
void backwardOutput(const float* error, const float* weights, const float* a, Index samples, float* gradient,
                    float& biasGradient, float* before) {
  const P low = P::load(weights), high = P::load(weights + P::width);
  P lowSum(0), highSum(0);
  float sum = 0;
  for (const float* const end = error + samples; error != end; ++error, a += eight, before += eight) {
    const P spread = *error;
    sum += *error;
    lowSum += spread * P::load(a);
    highSum += spread * P::load(a + P::width);
    (first ? spread * low : P::load(before) + spread * low).store(before);
    (first ? spread * high : P::load(before + P::width) + spread * high).store(before + P::width);
  }
  lowSum.store(gradient);
  highSum.store(gradient + P::width);
  biasGradient = sum;
}

/// The gradient of a hidden layer's weights, and the errors of the hidden layer before it.
void backwardHidden(const float* error, const float* weights, const float* a, Index samples, float* gradient,
                    float* before) {
  const float* const end = a + samples * eight;
  unrolled<2>([&](auto half) {
    constexpr Index first = half * 4;
    blockOfEights<4>(error + first, Fixed<1>(), Fixed<eight>(), fromZero, a, end, gradient + first * eight);
  });
  forEverySample(samples, error, Fixed<eight>(), Fixed<1>(), fromZero, weights, weights + eight * eight, before);
}

/// The gradient of the weights of `count` inputs.
template <int count>
void backwardInputs(const float* error, const float* x, Index stride, Index samples, float* gradient, Index inputs) {
  float sums[count * eight];
  blockOfEights<count>(x, stride, Fixed<1>(), fromZero, error, error + samples * eight, sums);
  unrolled<eight>([&](auto neuron) {
    unrolled<count>([&](auto input) { gradient[input] = sums[input * eight + neuron]; });
    gradient += inputs;
  });
}

}  // namespace

template <>
void Network<float>::forwardOfEights(const float* theta) {
  const Layer* layer = architecture_.layers().data();
  const LayerTile *tile = tiles_.data(), *const last = tile + layerCount() - 1;
  float* const turned = transposed_.data();
  turnFirst(theta + layer->weights, layer->inputs, turned);
  forEverySample(count_, inputs_, Fixed<1>(), inputStride_, fromBiases(theta + layer->biases), turned,
                 turned + layer->inputs * eight, tile->z);
  for (;;) {
    activateRow(layer->activation, tile->z, tile->a, count_ * eight);
    ++layer;
    if (++tile == last) break;
    forwardHidden(tile[-1].a, theta + layer->weights, theta + layer->biases, tile->z, count_);
  }
  const Index stride = packs_ * P::width;
  for (Index i = 0; i < tile->neurons; ++i) {
    forwardOutput(tile[-1].a, theta + layer->weights + i * eight, theta[layer->biases + i], tile->z + i * stride,
                  stride);
  }
  activate(layerCount() - 1);
}

template <>
void Network<float>::backwardOfEights(const float* theta, float* gradient, Placing placing) {
  if (placing == Placing::Add) {
    backwardOfEights(theta, sum_.data(), Placing::Replace);
    for (const float part : sum_) *gradient++ += part;
    return;
  }
  const Layer* layer = &architecture_.layers().back();
  const LayerTile* tile = &tiles_.back();
  const Index stride = packs_ * P::width;
  const auto output = [&]<bool first>(Index i) {
    backwardOutput<first>(tile->error + i * stride, theta + layer->weights + i * eight, tile[-1].a, count_,
                          gradient + layer->weights + i * eight, gradient[layer->biases + i], tile[-1].error);
  };
  output.operator()<true>(0);
  for (Index i = 1; i < tile->neurons; ++i) output.operator()<false>(i);
  for (;;) {
    --layer;
    --tile;
    multiplyByDerivativeOfEights(layer->activation, tile->z, tile->a, tile->error, count_, gradient + layer->biases);
    if (tile == tiles_.data()) break;
    backwardHidden(tile->error, theta + layer->weights, tile[-1].a, count_, gradient + layer->weights, tile[-1].error);
  }
  const Index inputs = layer->inputs;
  Index k = 0;
  for (; k + 2 <= inputs; k += 2) {
    backwardInputs<2>(tile->error, inputs_ + k * inputStride_, inputStride_, count_, gradient + k, inputs);
  }
  if (k < inputs) backwardInputs<1>(tile->error, inputs_ + k * inputStride_, 0, count_, gradient + k, inputs);
}

}  // namespace backprop
