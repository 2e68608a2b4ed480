#pragma once
/// The data sets that one begins with: shapes in the plane, two functions to fit, and Fisher's Iris.
///
/// Shapes fill about [−3, 3]², so that sin(x1) goes through one period. Row i belongs to class
/// i mod classes. A row depends on the seed and its own place alone: a larger count adds rows to the
/// same picture, and more noise moves the same points further.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "data/table.hpp"

namespace backprop {

enum class Source { Linear, Moons, Circles, Xor, Gaussians, Spirals, Blobs, Pinwheel, Iris, Plane, Bumps };

/// What a source is called in a spec, and which fields of the recipe it heeds.
struct SourceInfo {
  Source source;
  std::string_view name;
  TargetKind kind;
  bool anyClasses;  ///< Recipe::classes says how many; the other shapes have two, Iris three
  bool generated;   ///< false for Iris, which is as it is: count, noise and seed mean nothing to it
};

inline constexpr std::array<SourceInfo, 11> sources{{
    {Source::Linear, "linear", TargetKind::Classes, false, true},
    {Source::Moons, "moons", TargetKind::Classes, false, true},
    {Source::Circles, "circles", TargetKind::Classes, false, true},
    {Source::Xor, "xor", TargetKind::Classes, false, true},
    {Source::Gaussians, "gaussians", TargetKind::Classes, true, true},
    {Source::Spirals, "spirals", TargetKind::Classes, false, true},
    {Source::Blobs, "blobs", TargetKind::Classes, true, true},
    {Source::Pinwheel, "pinwheel", TargetKind::Classes, true, true},
    {Source::Iris, "iris", TargetKind::Classes, false, false},
    {Source::Plane, "plane", TargetKind::Numbers, false, true},
    {Source::Bumps, "bumps", TargetKind::Numbers, false, true},
}};

/// The source of that name, e.g. "moons".
std::optional<Source> sourceNamed(std::string_view name);

inline constexpr Index minGeneratedClasses = 2;
inline constexpr Index maxGeneratedClasses = 6;

struct Recipe {
  Source source = Source::Moons;
  Index count = 200;    ///< rows, all classes together, [0, maxInputValues / 2]
  double noise = 0.15;  ///< [0, 1]: 0 is the clean shape, 1 hopeless; on moons scikit-learn's `noise`
  Index classes = 2;    ///< [minGeneratedClasses, maxGeneratedClasses], where the source has a choice
  std::uint64_t seed = 1;
};

/// Makes the table: columns "x1", "x2" and classes "A", "B", … (Iris: its own names); no row held out.
///   linear     two discs on either side of a line        moons   two interleaved half circles
///   circles    a ring around a ring                      xor     four squares, diagonal ones alike
///   gaussians  two stretched clusters a class, placed by the seed
///   blobs      one round cluster a class, on a circle    spirals, pinwheel   two arms; an arm a class
///   plane      target = 0.2·x1 + 0.1·x2 + 0.1            bumps   target = Σ ± exp(−‖x − c‖²/2s²)
///   iris       150 flowers, 4 measurements in cm (Fisher 1936, scikit-learn's copy)
/// Noise is normal: added to x for classes, to the target (with deviation `noise`) for numbers.
/// @pre  the recipe's fields lie in their ranges
Table generate(const Recipe& recipe);

}  // namespace backprop
