#pragma once
/// What can be seen of an experiment as it stands: fields, curves, scores and surfaces. Looking changes
/// nothing (but scratch memory, hence the references).

#include <optional>
#include <vector>

#include "experiment/experiment.hpp"
#include "landscape/path.hpp"
#include "metrics/classification.hpp"
#include "metrics/regression.hpp"
#include "models/field.hpp"
#include "models/network.hpp"

namespace backprop {

/// Most columns or rows of a picture, and of a surface.
inline constexpr Index maxPictureSide = 2048;
inline constexpr Index maxSurfaceSize = 512;

/// What the model says of some points.
struct Answers {
  RowMatrix<double> outputs;    ///< a^𝕃, outputs × points
  RowMatrix<double> scores;     ///< z^𝕃, outputs × points: scikit-learn's decision_function
  std::vector<double> decided;  ///< for each point: the class, or the number given
};

/// @param columns  columns of the table × points
Answers answersAt(const Experiment&, const RowMatrix<double>& columns);

/// Decisions for each row of the table.
std::vector<double> predictions(const Experiment&);

/// z^𝕃 of each row of the table: outputs × rows.
RowMatrix<double> scores(const Experiment&);

/// @pre  targets are classes
ConfusionMatrix confusion(const Experiment&, bool test);

/// By the deciding parameters.
/// @pre  targets are numbers
RegressionScores regression(const Experiment&, bool test);

/// One point of a run's curves.
struct Moment {
  Step step;
  double epoch;         ///< Experiment::epoch(); grows from moment to moment
  Evaluation training;  ///< at that step, by the parameters that decided, the cost and the points in force then
  Evaluation test;
};

/// The checkpoints, and the present step in its place among them, by growing step.
std::vector<Moment> curveOf(const Experiment&);

/// Pictures of a network over a plane, in single precision: what answersAt() says, but for rounding. Keeps the features
/// of the grid from frame to frame while window and inputs stay.
class Picture {
 public:
  /// What the network answers over the plane; for a step output z, whose sign the step is.
  /// @return  outputs × pixels, pixel 0 at the top left
  const RowMatrix<float>& outputs(const Experiment&, const PlaneWindow&, const PlaneSlice&);
  /// Every neuron's activation over the plane, features first.
  /// @return  (features + neurons of layers 2 … 𝕃) × pixels
  const RowMatrix<float>& activations(const Experiment&, const PlaneWindow&, const PlaneSlice&);

 private:
  struct Key {
    std::vector<double> numbers;
    bool operator==(const Key&) const = default;
  };
  enum class Asked { Outputs, Activations };
  void prepare(const Experiment&, const PlaneWindow&, const PlaneSlice&, Asked);

  Key key_;
  RowMatrix<float> features_;
  std::optional<AxisFeatures> axes_;  ///< of features_, where it can be and helps
  RowMatrix<float> picture_;
  std::vector<float> theta_;
  std::optional<Network<float>> network_;
};

/// The training cost over two parameters, the others held at their present values, and the path walked.
struct SurfaceView {
  Window window;
  std::vector<double> costs;  ///< size × size, row 0 at the lowest y
  PlanePoint here;            ///< present values of the two parameters
  double cost;                ///< present training cost
  PlanePoint descent;         ///< −∂J/∂(across, up)
  /// Of the checkpoints up to the present step, and the present point; costs by the J of the surface, in force now; of
  /// very many points fewer, where that has changed.
  std::vector<PathPoint> path;
  std::vector<double> steps;  ///< of each point of the path
};

/// @param window  absent: one that holds the path and the present point
/// @pre  across ≠ up, both indices into θ; 2 ≤ size ≤ maxSurfaceSize
SurfaceView surfaceOver(const Experiment&, Index across, Index up, std::optional<Window> window, Index size);

}  // namespace backprop
