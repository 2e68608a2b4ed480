#pragma once
/// The part of an experiment that computes in the spec's precision: θ, its cost on the training and on
/// the test patterns, and the learner. What it gives out is double; single precision shows in the values.

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "experiment/history.hpp"
#include "experiment/setting.hpp"
#include "landscape/plane.hpp"
#include "training/learner.hpp"
#include "training/perceptron.hpp"

namespace backprop {

class Run {
 public:
  /// With initial weights, and a learner that has not begun.
  static std::unique_ptr<Run> create(std::shared_ptr<const Setting>);
  virtual ~Run() = default;

  /// Goes on under other conditions for the same architecture and precision: θ and the learner's state stay.
  /// @param newSamples  whether patterns or targets may differ, not only cost and learner
  virtual void adopt(std::shared_ptr<const Setting>, bool newSamples) = 0;

  virtual void arrange(std::span<const Index> order) = 0;
  /// Steps of `batch` samples each over a range; the first after which something is not finite is the last.
  virtual Stretch walk(SampleRange, Index batch, double rate) = 0;
  /// What the learner says of itself at the end of an epoch.
  virtual Standing standing() = 0;
  /// θ after a step that is not made.
  virtual std::vector<double> preview(SampleRange batch, double rate) = 0;

  /// θ, and the learner's state, as they are; restore() takes both back.
  virtual std::vector<double> parameters() const = 0;
  virtual std::vector<double> learnerState() const = 0;
  /// The parameters to decide with: θ, or what the learner has kept (pocket, average).
  virtual std::vector<double> answer() const = 0;
  /// @param spec  whose learner the state is of
  virtual void restore(const Spec& spec, std::span<const double> theta, std::span<const double> learnerState) = 0;
  virtual void setParameter(Index index, double value) = 0;
  /// @return  the first index whose parameter is not finite, or −1
  virtual Index firstNotFinite() const = 0;

  /// What the deciding parameters are worth: cost, accuracy, sums.
  virtual Evaluation evaluate(bool test) = 0;
  /// J of any θ over all training patterns; NaN without.
  virtual double cost(std::span<const double> theta) = 0;
  /// Whether J has no minimum, so that the weights run away: cross-entropy of one layer, without penalty, on training
  /// points that a line separates, if only weakly. None for other models, and where it would take too long to tell.
  virtual std::optional<bool> unbounded() = 0;
  /// Whether Fisher's formula is in force and found S singular: it then gave the shortest of the best weights.
  virtual bool singular() const = 0;
  /// ∂J/∂θ over all training patterns; zeros but for the penalty's without patterns.
  virtual std::vector<double> gradient() = 0;
  /// a^𝕃 by the deciding parameters.  @param features  features × n    @return  outputs × n
  virtual RowMatrix<double> outputs(const RowMatrix<double>& features) = 0;
  /// z^𝕃 by the deciding parameters: scikit-learn's decision_function.  @return  outputs × n
  virtual RowMatrix<double> scores(const RowMatrix<double>& features) = 0;
  /// What a step on one pattern after the other counts; zeros where the rule is not the perceptron's.
  virtual PerceptronCounts perceptronCounts() const = 0;
  /// The training cost over a window of two parameters: landscape/surface.hpp.
  /// @param costs  size × size
  virtual void surface(Index across, Index up, const Window&, Index size, std::span<double> costs) = 0;
};

}  // namespace backprop
