#include "models/network.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>
#include <vector>

#include "random/generator.hpp"

namespace backprop {
namespace {

template <typename Scalar>
RowMatrix<Scalar> randomInputs(Index rows, Index columns) {
  Generator generator(4);
  RowMatrix<Scalar> matrix(rows, columns);
  for (Index i = 0; i < matrix.size(); ++i) matrix.data()[i] = Scalar(generator.uniform(-2, 2));
  return matrix;
}

template <typename Scalar>
std::vector<Scalar> randomParameters(const Architecture& architecture) {
  Generator generator(8);
  std::vector<Scalar> theta(std::size_t(architecture.parameterCount()));
  for (Scalar& value : theta) value = Scalar(generator.uniform(-1, 1));
  return theta;
}

TEST(Network, ComputesByHand) {
  // a² = ReLU(W² x + b²), a³ = W³ a² + b³; W² = (1 2; −1 1), b² = (0.5, 1), W³ = (3 −2), b³ = 0.25.
  Network<double> network(Architecture(2, {{2, Activation::Relu}, {1, Activation::Linear}}));
  const std::vector<double> theta{1, 2, -1, 1, 0.5, 1, 3, -2, 0.25};
  RowMatrix<double> inputs(2, 2), out, all;
  inputs << 1, -2, 1, 0.5;
  network.outputs(theta, inputs, out);
  EXPECT_EQ(out(0, 0), 3 * 3.5 - 2 * 1 + 0.25);  // z² = (3.5, 1)
  EXPECT_EQ(out(0, 1), 3 * 0 - 2 * 3.5 + 0.25);  // z² = (−0.5, 3.5)
  network.activations(theta, inputs, all);
  ASSERT_EQ(all.rows(), 3);
  EXPECT_EQ(all(0, 0), 3.5);
  EXPECT_EQ(all(0, 1), 0);
  EXPECT_EQ(all(1, 1), 3.5);
  EXPECT_EQ(all(2, 0), out(0, 0));
}

TEST(Network, SoftmaxSharesOut) {
  // z = (0, ln 2, ln 5): a = (1, 2, 5) / 8, whatever is added to all of z.
  Network<double> network(Architecture(1, {{3, Activation::Softmax}}));
  for (const double shift : {0.0, 800.0, -800.0}) {
    const std::vector<double> theta{0, std::log(2.0), std::log(5.0), shift, shift, shift};
    RowMatrix<double> out;
    network.outputs(theta, RowMatrix<double>::Ones(1, 1), out);
    EXPECT_NEAR(out(0, 0), 1.0 / 8, 1e-13);
    EXPECT_NEAR(out(1, 0), 2.0 / 8, 1e-13);
    EXPECT_NEAR(out(2, 0), 5.0 / 8, 1e-13);
  }
}

template <typename Scalar>
class NetworkOf : public testing::Test {};
using Scalars = testing::Types<float, double>;
TYPED_TEST_SUITE(NetworkOf, Scalars);

TYPED_TEST(NetworkOf, GivesASampleTheSameBitsInEveryCompany) {
  const Architecture architecture(3, {{5, Activation::Tanh}, {7, Activation::Sigmoid}, {2, Activation::Softmax}});
  Network<TypeParam> network(architecture);
  const std::vector<TypeParam> theta = randomParameters<TypeParam>(architecture);
  const Index n = 2 * Network<TypeParam>::tileSamples + 5;
  const RowMatrix<TypeParam> inputs = randomInputs<TypeParam>(3, n);
  RowMatrix<TypeParam> together, alone, rows;
  network.outputs(theta, inputs, together);
  network.activations(theta, inputs, rows);
  for (Index i = 0; i < n; ++i) {
    const RowMatrix<TypeParam> one = inputs.col(i);
    network.outputs(theta, one, alone);
    ASSERT_EQ(alone(0, 0), together(0, i));
    ASSERT_EQ(alone(1, 0), together(1, i));
    ASSERT_EQ(rows(13, i), together(1, i));
  }
}

TYPED_TEST(NetworkOf, TakesNoSamplesAtAll) {
  const Architecture architecture(2, {{3, Activation::Tanh}, {1, Activation::Linear}});
  Network<TypeParam> network(architecture);
  RowMatrix<TypeParam> out;
  network.outputs(randomParameters<TypeParam>(architecture), RowMatrix<TypeParam>(2, 0), out);
  EXPECT_EQ(out.rows(), 1);
  EXPECT_EQ(out.cols(), 0);
}

TYPED_TEST(NetworkOf, RepeatsTheLastSampleInSpareLanes) {
  // So what stands after a batch, be it no number at all, can spoil nothing.
  const Architecture architecture(2, {{3, Activation::Tanh}, {1, Activation::Linear}});
  Network<TypeParam> network(architecture);
  const std::vector<TypeParam> theta = randomParameters<TypeParam>(architecture);
  for (Index samples = 1; samples <= 13; ++samples) {
    RowMatrix<TypeParam> inputs = randomInputs<TypeParam>(2, samples + 4);
    inputs.rightCols(4).setConstant(std::numeric_limits<TypeParam>::quiet_NaN());
    network.load(inputs.data(), inputs.cols(), samples);
    network.forward(theta);
    const TileRows<TypeParam> z = network.preActivations(0);
    for (Index i = 0; i < z.rows; ++i) {
      for (Index s = samples; s < z.stride; ++s) ASSERT_EQ(z(i, s), z(i, samples - 1)) << samples;
    }
  }
}

TEST(Network, LetsVanishingErrorsVanishInFloat) {
  // Three saturated layers: δ shrinks below what float can hold as a normal number; it must become 0, not subnormal.
  const Architecture architecture(1, {{1, Activation::Sigmoid}, {1, Activation::Sigmoid}, {1, Activation::Linear}});
  Network<float> network(architecture);
  const std::vector<float> theta{60, 0, 1e-5f, -45, 1, 0};
  const float input = -1;
  network.load(&input, 1, 1);
  network.forward(theta);
  const TileRows<float> error = network.errors(2);
  for (Index s = 0; s < error.stride; ++s) error(0, s) = s == 0 ? 1e-12f : 0;
  std::vector<float> gradient(theta.size());
  network.backward(theta, gradient, Placing::Replace);
  for (const float value : gradient) EXPECT_NE(std::fpclassify(value), FP_SUBNORMAL);
  EXPECT_EQ(network.errors(0)(0, 0), 0);
}

TEST(Network, HasNeuronsInItsLanesWhereTheyFillThem) {
  const auto lanes = []<typename Scalar>(Scalar, std::vector<Architecture::LayerSize> layers) {
    return Network<Scalar>(Architecture(2, std::move(layers))).lanes();
  };
  const Architecture::LayerSize wide{16, Activation::Tanh}, wider{48, Activation::Relu}, uneven{24, Activation::Tanh};
  const Architecture::LayerSize narrow{12, Activation::Tanh}, eight{8, Activation::Tanh}, output{1, Activation::Tanh};
  EXPECT_EQ(lanes(1.0f, {wide, wider, output}), Lanes::Neurons);
  EXPECT_EQ(lanes(1.0f, {eight, output}), Lanes::Neurons);
  EXPECT_EQ(lanes(1.0f, {eight, eight, output}), Lanes::Neurons);
  EXPECT_EQ(lanes(1.0f, {eight, wide, output}), Lanes::Samples);
  EXPECT_EQ(lanes(1.0f, {wide, narrow, output}), Lanes::Samples);
  EXPECT_EQ(lanes(1.0f, {uneven, wide, output}), Lanes::Samples);
  EXPECT_EQ(lanes(1.0f, {wide}), Lanes::Samples);  // an output layer alone
  EXPECT_EQ(lanes(1.0, {wide, wider, output}), Lanes::Samples);
  EXPECT_EQ(lanes(1.0, {eight, output}), Lanes::Samples);
}

/// The features of a grid over [−6, 6]²: x, y, x²/12.
RowMatrix<float> gridFeatures(Index columns, Index rows) {
  RowMatrix<float> features(3, columns * rows);
  for (Index i = 0; i < features.cols(); ++i) {
    const float x = float(i % columns) / float(columns) * 12 - 6, y = 6 - float(i / columns) / float(rows) * 12;
    features.col(i) << x, y, x * x / 12;
  }
  return features;
}

TEST(Network, AnswersOverAGridAsItDoesForEachPixel) {
  const Index columns = 2 * Network<float>::tileSamples + 7, rows = 9;
  const RowMatrix<float> features = gridFeatures(columns, rows);
  const std::optional<AxisFeatures> parts = byAxis(features, columns);
  for (const Activation first : {Activation::Tanh, Activation::Sigmoid}) {
    const Architecture architecture(3, {{5, first}, {4, Activation::Softplus}, {2, Activation::Tanh}});
    Network<float> network(architecture);
    for (const float scale : {0.1f, 1.0f, 4.0f}) {  // up to weights that saturate nearly everywhere
      std::vector<float> theta = randomParameters<float>(architecture);
      for (Index i = 0; i < architecture.layers()[1].weights; ++i) theta[std::size_t(i)] *= scale;
      RowMatrix<float> expected, actual;
      network.outputs(theta, features, expected);
      ASSERT_TRUE(network.outputsOver(*parts, theta, actual));
      EXPECT_LT((actual - expected).cwiseAbs().maxCoeff(), 4e-6f) << scale;
    }
  }
}

TEST(Network, LeavesAGridToThePixelsWhereExponentialsAreOfNoUse) {
  const RowMatrix<float> features = gridFeatures(20, 5);
  const std::optional<AxisFeatures> parts = byAxis(features, 20);
  RowMatrix<float> out;
  const auto over = [&](Activation first, float scale) {
    const Architecture architecture(3, {{5, first}, {1, Activation::Tanh}});
    std::vector<float> theta = randomParameters<float>(architecture);
    for (float& value : theta) value *= scale;
    return Network<float>(architecture).outputsOver(*parts, theta, out);
  };
  EXPECT_TRUE(over(Activation::Tanh, 1));
  EXPECT_FALSE(over(Activation::Relu, 1));
  EXPECT_FALSE(over(Activation::Tanh, 1000));
  EXPECT_FALSE(over(Activation::Tanh, std::numeric_limits<float>::infinity()));
  EXPECT_FALSE(over(Activation::Tanh, std::numeric_limits<float>::quiet_NaN()));
  const Architecture linear(3, {{1, Activation::Tanh}});  // the outputs' layer alone
  EXPECT_FALSE(Network<float>(linear).outputsOver(*parts, randomParameters<float>(linear), out));
}

TEST(Network, HidesNothingOverAGridThatIsNotFinite) {
  const RowMatrix<float> features = gridFeatures(20, 5);
  const AxisFeatures parts = *byAxis(features, 20);
  const Architecture architecture(3, {{4, Activation::Tanh}, {1, Activation::Linear}});
  Network<float> network(architecture);
  constexpr float infinity = std::numeric_limits<float>::infinity();
  for (const float bias : {infinity, -infinity, std::numeric_limits<float>::quiet_NaN()}) {
    std::vector<float> theta = randomParameters<float>(architecture);
    theta[std::size_t(architecture.layers()[0].bias(1))] = bias;
    RowMatrix<float> expected, actual;
    network.outputs(theta, features, expected);
    ASSERT_TRUE(network.outputsOver(parts, theta, actual));
    if (std::isnan(bias))
      EXPECT_TRUE(actual.array().isNaN().all());
    else
      EXPECT_LT((actual - expected).cwiseAbs().maxCoeff(), 4e-6f);
  }
}

double plainActivation(Activation activation, double z) {
  switch (activation) {
    case Activation::Sigmoid: return 1 / (1 + std::exp(-z));
    case Activation::Tanh: return std::tanh(z);
    case Activation::Relu: return std::max(z, 0.0);
    case Activation::Softplus: return std::log1p(std::exp(z));
    case Activation::Sine: return std::sin(z);
    default: return z;
  }
}

/// Every neuron's activation for one sample, neuron by neuron: a_j = f(Σ_k w_jk a_k + b_j).
template <typename Scalar>
std::vector<double> plainPass(const Architecture& architecture, const std::vector<Scalar>& theta,
                              std::vector<double> inputs) {
  std::vector<double> all;
  for (const Layer& layer : architecture.layers()) {
    std::vector<double> a;
    for (Index j = 0; j < layer.neurons; ++j) {
      double z = double(theta[std::size_t(layer.bias(j))]);
      for (Index k = 0; k < layer.inputs; ++k) {
        z += double(theta[std::size_t(layer.weight(j, k))]) * inputs[std::size_t(k)];
      }
      a.push_back(plainActivation(layer.activation, z));
    }
    all.insert(all.end(), a.begin(), a.end());
    inputs = a;
  }
  return all;
}

/// The activations of a whole batch against one plain pass for each sample.
template <typename Scalar>
void expectPlainPasses(const Architecture& architecture, Index samples) {
  const double tolerance = std::is_same_v<Scalar, float> ? 2e-5 : 2e-14;
  const RowMatrix<Scalar> inputs = randomInputs<Scalar>(architecture.features(), samples);
  const std::vector<Scalar> theta = randomParameters<Scalar>(architecture);
  Network<Scalar> network(architecture);
  RowMatrix<Scalar> all, outputs;
  network.activations(theta, inputs, all);
  network.outputs(theta, inputs, outputs);
  ASSERT_EQ(all.rows(), architecture.neuronCount());
  ASSERT_EQ(all.cols(), samples);
  EXPECT_EQ(outputs, all.bottomRows(architecture.outputs()));
  for (Index sample = 0; sample < samples; ++sample) {
    std::vector<double> features;
    for (Index k = 0; k < inputs.rows(); ++k) features.push_back(double(inputs(k, sample)));
    const std::vector<double> expected = plainPass(architecture, theta, features);
    for (Index row = 0; row < all.rows(); ++row) {
      ASSERT_NEAR(double(all(row, sample)), expected[std::size_t(row)], tolerance) << row << " of sample " << sample;
    }
  }
}

TYPED_TEST(NetworkOf, ComputesEveryNeuronOfEverySize) {
  for (Index neurons = 1; neurons <= 17; ++neurons) {
    SCOPED_TRACE(neurons);
    const Architecture architecture(1 + neurons % 5, {{neurons, Activation::Tanh},
                                                      {1 + neurons * 5 % 17, Activation::Sine},
                                                      {1 + neurons % 4, Activation::Sigmoid}});
    for (const Index samples : {1, 2, 3, 6, 17, 61}) expectPlainPasses<TypeParam>(architecture, samples);
  }
}

TYPED_TEST(NetworkOf, ComputesEveryNumberOfSamples) {
  const Architecture architecture(3, {{5, Activation::Softplus}, {2, Activation::Relu}, {3, Activation::Linear}});
  for (Index samples = 1; samples <= 70; ++samples) expectPlainPasses<TypeParam>(architecture, samples);
  for (const Index tiles : {1, 2, 3}) {
    for (const Index more : {-1, 0, 1}) {
      expectPlainPasses<TypeParam>(architecture, tiles * Network<TypeParam>::tileSamples + more);
    }
  }
}

/// Softmax of given z: weights 0, the biases are z.
template <typename Scalar>
std::vector<Scalar> softmaxOf(const std::vector<Scalar>& z) {
  const Index count = Index(z.size());
  Network<Scalar> network(Architecture(1, {{count, Activation::Softmax}}));
  std::vector<Scalar> theta(z.size(), Scalar(0));
  theta.insert(theta.end(), z.begin(), z.end());
  RowMatrix<Scalar> out;
  network.outputs(theta, RowMatrix<Scalar>::Ones(1, 1), out);
  return {out.data(), out.data() + count};
}

TYPED_TEST(NetworkOf, SoftmaxIsStableForHugeScores) {
  EXPECT_EQ(softmaxOf<TypeParam>({1000, -1000, 0}), (std::vector<TypeParam>{1, 0, 0}));
  EXPECT_EQ(softmaxOf<TypeParam>({-1000, -1000}), (std::vector<TypeParam>{0.5, 0.5}));
  EXPECT_EQ(softmaxOf<TypeParam>({1000, 1000, 1000, 1000}), std::vector<TypeParam>(4, 0.25));
}

TYPED_TEST(NetworkOf, SoftmaxSumsToOne) {
  const Architecture architecture(2, {{7, Activation::Softmax}});
  const std::vector<TypeParam> theta = randomParameters<TypeParam>(architecture);
  Network<TypeParam> network(architecture);
  RowMatrix<TypeParam> out;
  network.outputs(theta, randomInputs<TypeParam>(2, 50), out);
  for (Index sample = 0; sample < 50; ++sample) {
    EXPECT_NEAR(double(out.col(sample).sum()), 1, 8 * double(std::numeric_limits<TypeParam>::epsilon()));
    EXPECT_GT(out.col(sample).minCoeff(), 0);
  }
}

}  // namespace
}  // namespace backprop
