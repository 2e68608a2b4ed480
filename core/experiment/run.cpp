#include "experiment/run.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <optional>

#include "experiment/learners.hpp"
#include "landscape/surface.hpp"
#include "metrics/decide.hpp"
#include "metrics/separability.hpp"
#include "models/initialization.hpp"
#include "models/network.hpp"
#include "numerics/finite.hpp"
#include "objective/network_cost.hpp"

namespace backprop {

namespace {

/// Streams of the generator: so that no draw depends on another's count.
constexpr std::uint64_t weightsStream = 1;

Index countRight(const RowMatrix<double>& outputs, Activation output, OnThreshold on, const Table& table,
                 const Samples& samples) {
  Index right = 0;
  for (Index i = 0; i < outputs.cols(); ++i) {
    const double truth = table.targets[static_cast<std::size_t>(samples.rows[static_cast<std::size_t>(i)])];
    right += decideOne(outputs.col(i), output, on) == static_cast<Index>(truth);
  }
  return right;
}

enum class Separated { Unasked, Unknown, No, Yes };

Separated askSeparated(const Samples& training) {
  constexpr Index mostRows = 100, mostNumbers = 2'000'000;  // a linear program of so many takes a blink
  const Index others = std::max<Index>(1, training.targets.rows() - 1), points = training.features.cols() * others;
  const Index rows = (training.features.rows() + 1) * others;
  if (points == 0 || rows > mostRows || rows * points > mostNumbers) return Separated::Unknown;
  return isWeaklySeparable(contrasts(training.features, training.targets)) ? Separated::Yes : Separated::No;
}

template <typename Scalar>
class RunIn final : public Run {
 public:
  explicit RunIn(std::shared_ptr<const Setting> setting)
      : network_(setting->architecture),
        scoring_(setting->architecture.scoring()),
        theta_(static_cast<std::size_t>(setting->architecture.parameterCount())),
        learners_(setting->architecture.parameterCount()) {
    const Spec& spec = setting->spec();
    Generator generator(spec.model.seed, weightsStream);
    initialize<Scalar>(spec.model.initialization, setting->architecture, generator, theta_);
    adopt(std::move(setting), true);
  }

  void adopt(std::shared_ptr<const Setting> setting, bool newSamples) override {
    setting_ = std::move(setting);
    const CostSpec& cost = setting_->spec().cost;
    if (newSamples || training_->loss().kind != cost.error) {
      training_.emplace(costOf(*setting_, setting_->training));
      test_.emplace(costOf(*setting_, setting_->test));
      if (!order_.empty() && training_->sampleCount() == static_cast<Index>(order_.size())) training_->arrange(order_);
    }
    for (NetworkCost<Scalar>* objective : {&*training_, &*test_}) {
      objective->setPenalty({cost.l1, cost.l2});
      objective->setHuberDelta(cost.huberDelta);
    }
    if (newSamples) separated_ = Separated::Unasked;
    learners_.follow(setting_->spec());
    if (setting_->spec().learner.rule == LearnerSpec::Rule::Newton) learners_.setSeparated(unbounded().value_or(false));
    if (newSamples) learner().disturbed();
  }

  void arrange(std::span<const Index> order) override {
    order_.assign(order.begin(), order.end());
    training_->arrange(order);
  }

  Stretch walk(SampleRange range, Index batch, double rate) override {
    assert(training_->capabilities().include(learner().needs()));
    return learner().walk(*training_, theta_, range, batch, rate);
  }

  Standing standing() override { return learner().standing(); }

  std::vector<double> preview(SampleRange batch, double rate) override {
    const std::vector<double> theta = parameters(), state = learnerState();
    learner().step(*training_, theta_, batch, rate);
    std::vector<double> after = parameters();
    restore(setting_->spec(), theta, state);
    return after;
  }

  std::vector<double> parameters() const override { return {theta_.begin(), theta_.end()}; }

  std::vector<double> learnerState() const override {
    const std::span<const Scalar> state = learner().state();
    return {state.begin(), state.end()};
  }

  void restore(const Spec& spec, std::span<const double> theta, std::span<const double> learnerState) override {
    learners_.follow(spec);
    const auto narrow = [](double value) { return static_cast<Scalar>(value); };
    std::transform(theta.begin(), theta.end(), theta_.begin(), narrow);
    std::transform(learnerState.begin(), learnerState.end(), learner().state().begin(), narrow);
  }

  std::vector<double> answer() const override {
    const std::span<const Scalar> answer = learner().answer(theta_);
    return {answer.begin(), answer.end()};
  }

  void setParameter(Index index, double value) override {
    theta_[static_cast<std::size_t>(index)] = static_cast<Scalar>(value);
    learner().disturbed();
  }

  Index firstNotFinite() const override {
    if (allFinite<Scalar>(theta_)) return -1;
    const auto first = std::find_if(theta_.begin(), theta_.end(), [](Scalar w) { return !std::isfinite(w); });
    return first - theta_.begin();
  }

  Evaluation evaluate(bool test) override {
    const Samples& samples = test ? setting_->test : setting_->training;
    NetworkCost<Scalar>& cost = test ? *test_ : *training_;
    const std::span<const Scalar> deciding = learner().answer(theta_);
    Evaluation evaluation;
    evaluation.count = static_cast<Index>(samples.rows.size());
    const CostParts parts = cost.errorAndPenalty(deciding, &outputs_);
    evaluation.penalty = parts.penalty;
    if (evaluation.count == 0) return evaluation;
    evaluation.error = parts.error;
    evaluation.learningCost = deciding.data() == theta_.data() ? parts.total() : cost.value(theta_);
    const Activation output = setting_->spec().model.output;
    if (setting_->table().kind == TargetKind::Classes) {
      if (output == Activation::Step) outputs_ = answers(scoring_, deciding, samples.features);
      evaluation.right = countRight(outputs_, output, setting_->onThreshold(), setting_->table(), samples);
      evaluation.accuracy = static_cast<double>(evaluation.right) / static_cast<double>(evaluation.count);
    }
    if (output == Activation::Step) {
      const auto sum = [&](LossKind kind) {
        return kind == cost.loss().kind ? parts.error : cost.errorBy(kind, deciding);
      };
      evaluation.soft = sum(LossKind::Perceptron);
      evaluation.hard = sum(LossKind::Mistakes);
    }
    return evaluation;
  }

  double cost(std::span<const double> theta) override {
    if (training_->sampleCount() == 0) return std::numeric_limits<double>::quiet_NaN();
    return training_->value(std::vector<Scalar>(theta.begin(), theta.end()));
  }

  std::vector<double> gradient() override {
    std::vector<Scalar> gradient(theta_.size());
    training_->gradient(std::span<const Scalar>(theta_), gradient);
    return {gradient.begin(), gradient.end()};
  }

  RowMatrix<double> outputs(const RowMatrix<double>& features) override {
    return answers(network_, learner().answer(theta_), features);
  }
  RowMatrix<double> scores(const RowMatrix<double>& features) override {
    return answers(scoring_, learner().answer(theta_), features);
  }

  std::optional<bool> unbounded() override {
    const CostSpec& cost = setting_->spec().cost;
    if (!setting_->architecture.linear() || cost.error != LossKind::CrossEntropy) return std::nullopt;
    if (cost.l1 > 0 || cost.l2 > 0) return false;
    if (separated_ == Separated::Unasked) separated_ = askSeparated(setting_->training);
    if (separated_ == Separated::Unknown) return std::nullopt;
    return separated_ == Separated::Yes;
  }

  bool singular() const override { return learners_.singular(); }

  PerceptronCounts perceptronCounts() const override { return learners_.perceptronCounts(); }

  void surface(Index across, Index up, const Window& window, Index size, std::span<double> costs) override {
    const Plane plane = Plane::ofParameters(std::span<const Scalar>(theta_), across, up);
    backprop::surface(static_cast<Objective<Scalar>&>(*training_), plane, window, size, costs);
  }

 private:
  static NetworkCost<Scalar> costOf(const Setting& setting, const Samples& samples) {
    const CostSpec& cost = setting.spec().cost;
    return {setting.architecture, {cost.error, cost.huberDelta}, {cost.l1, cost.l2}, samples.features, samples.targets};
  }

  Learner<Scalar>& learner() const { return learners_.inForce(); }

  static RowMatrix<double> answers(Network<Scalar>& network, std::span<const Scalar> theta,
                                   const RowMatrix<double>& features) {
    RowMatrix<Scalar> out;
    network.outputs(theta, features.template cast<Scalar>(), out);
    return out.template cast<double>();
  }

  std::shared_ptr<const Setting> setting_;
  Network<Scalar> network_;  ///< for outputs; the costs have their own
  Network<Scalar> scoring_;  ///< the same up to z^𝕃
  std::vector<Scalar> theta_;
  mutable Learners<Scalar> learners_;  ///< state() and answer() are not const
  std::optional<NetworkCost<Scalar>> training_;
  std::optional<NetworkCost<Scalar>> test_;
  RowMatrix<double> outputs_;  ///< of what was last evaluated
  std::vector<Index> order_;
  Separated separated_ = Separated::Unasked;
};

}  // namespace

std::unique_ptr<Run> Run::create(std::shared_ptr<const Setting> setting) {
  const bool single = setting->spec().model.precision == ModelSpec::Precision::Single;
  if (single) return std::make_unique<RunIn<float>>(std::move(setting));
  return std::make_unique<RunIn<double>>(std::move(setting));
}

}  // namespace backprop
