#include "data/generators.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "data/iris.hpp"
#include "numerics/elementary.hpp"
#include "random/generator.hpp"

namespace backprop {

namespace {

constexpr double pi = std::numbers::pi;
constexpr std::uint64_t pointStream = 0x706f696e7473;      // "points"
constexpr std::uint64_t clusterStream = 0x636c7573746572;  // "cluster"

struct Point {
  double x1 = 0;
  double x2 = 0;
};

Point polar(double radius, double angle) { return {radius * backprop::cos(angle), radius * backprop::sin(angle)}; }

/// All that a row is made of. Every source draws the same numbers in the same order, so that neither
/// count nor noise changes what the other rows are.
struct Draw {
  Index group;   ///< class
  Index member;  ///< which of its class, from 0
  double along;  ///< [0, 1): a place along a curve, evenly spread over the members of a class
  double u, v;   ///< [0, 1), uniform
  Point jitter;  ///< standard normal
};

class Rows {
 public:
  Rows(std::uint64_t seed, Index classes)
      : generator_(seed, pointStream), classes_(classes), start_(generator_.uniform()) {}

  Draw next() {
    Draw draw;
    draw.group = row_ % classes_;
    draw.member = row_ / classes_;
    // Multiples of the golden ratio, modulo 1, are evenly spread however many there are.
    const double turns = start_ + static_cast<double>(draw.member) * (std::numbers::phi - 1);
    draw.along = turns - std::floor(turns);
    draw.u = generator_.uniform();
    draw.v = generator_.uniform();
    draw.jitter.x1 = generator_.normal();
    draw.jitter.x2 = generator_.normal();
    ++row_;
    return draw;
  }

 private:
  Generator generator_;
  Index classes_;
  double start_;
  Index row_ = 0;
};

Point jittered(Point clean, const Draw& draw, double deviation) {
  return {clean.x1 + deviation * draw.jitter.x1, clean.x2 + deviation * draw.jitter.x2};
}

// The shapes. The number beside `noise` turns it into a standard deviation in the plane: at 1 the
// noise is about as wide as what parts the classes.

Point linear(const Draw& draw, double noise) {
  const double centre = draw.group == 0 ? -1.4 : 1.4;
  const Point disc = polar(1.3 * std::sqrt(draw.u), 2 * pi * draw.v);
  return jittered({centre + disc.x1, centre + disc.x2}, draw, 3 * noise);
}

/// scikit-learn's make_moons, moved to the middle and 1.8 times as large, its noise too.
Point moons(const Draw& draw, double noise) {
  const double angle = pi * draw.along;
  const Point moon = draw.group == 0 ? Point{backprop::cos(angle), backprop::sin(angle)}
                                     : Point{1 - backprop::cos(angle), 0.5 - backprop::sin(angle)};
  return jittered({1.8 * (moon.x1 - 0.5), 1.8 * (moon.x2 - 0.25)}, draw, 1.8 * noise);
}

Point circles(const Draw& draw, double noise) {
  return jittered(polar(draw.group == 0 ? 2.6 : 1.2, 2 * pi * draw.along), draw, 1.8 * noise);
}

/// A where x1 and x2 have the same sign.
Point squares(const Draw& draw, double noise) {
  const double sign1 = draw.member % 2 == 0 ? 1 : -1;
  const double sign2 = draw.group == 0 ? sign1 : -sign1;
  return jittered({sign1 * (0.35 + 2.4 * draw.u), sign2 * (0.35 + 2.4 * draw.v)}, draw, 2 * noise);
}

Point spirals(const Draw& draw, double noise) {
  const double angle = 3.5 * pi * draw.along + pi * static_cast<double>(draw.group);
  return jittered(polar(0.2 + 2.6 * draw.along, angle), draw, 0.7 * noise);
}

/// Neighbours on a circle of `classes` are 2·sin(π/classes) radii apart; as a multiple of that for three.
double room(Index classes) { return backprop::sin(pi / static_cast<double>(classes)) / backprop::sin(pi / 3); }

double direction(const Draw& draw, Index classes) {
  return 2 * pi * static_cast<double>(draw.group) / static_cast<double>(classes);
}

Point blobs(const Draw& draw, double noise, Index classes) {
  return jittered(polar(1.9, pi / 2 + direction(draw, classes)), draw, room(classes) * (0.25 + 2 * noise));
}

Point pinwheel(const Draw& draw, double noise, Index classes) {
  const double angle = direction(draw, classes) + 1.5 * draw.along;
  return jittered(polar(0.5 + 2.3 * draw.along, angle), draw, room(classes) * (0.08 + 1.5 * noise));
}

struct Cluster {
  Point centre;
  double angle;  ///< of its long axis
};

/// Centres far from each other: each is the best of some random candidates (Mitchell 1991).
std::vector<Cluster> placeClusters(std::size_t count, std::uint64_t seed) {
  constexpr int candidates = 24;
  Generator generator(seed, clusterStream);
  std::vector<Cluster> clusters;
  while (clusters.size() < count) {
    Cluster best{};
    double farthest = -1;
    for (int i = 0; i < candidates; ++i) {
      const Point centre{generator.uniform(-2.2, 2.2), generator.uniform(-2.2, 2.2)};
      double nearest = std::numeric_limits<double>::infinity();
      for (const Cluster& other : clusters) {
        nearest = std::min(nearest, std::hypot(centre.x1 - other.centre.x1, centre.x2 - other.centre.x2));
      }
      if (nearest > farthest) {
        farthest = nearest;
        best.centre = centre;
      }
    }
    best.angle = generator.uniform(0, pi);
    clusters.push_back(best);
  }
  return clusters;
}

Point gaussians(const Draw& draw, double noise, Index classes, const std::vector<Cluster>& clusters) {
  const Cluster& cluster = clusters[static_cast<std::size_t>(draw.group + classes * (draw.member % 2))];
  const double minor = (0.2 + 1.4 * noise) * std::sqrt(2 / static_cast<double>(classes));
  const Point along{2 * minor * draw.jitter.x1, minor * draw.jitter.x2};
  const double c = backprop::cos(cluster.angle), s = backprop::sin(cluster.angle);
  return {cluster.centre.x1 + c * along.x1 - s * along.x2, cluster.centre.x2 + s * along.x1 + c * along.x2};
}

double plane(Point x) { return 0.2 * x.x1 + 0.1 * x.x2 + 0.1; }

double bumps(Point x) {
  struct Bump {
    Point centre;
    double height;
  };
  constexpr Bump bumps[] = {{{-1.6, 1.4}, 1}, {{1.7, -1.2}, 1}, {{1.4, 1.6}, -1}, {{-1.4, -1.6}, -1}};
  constexpr double width = 0.9;
  double sum = 0;
  for (const Bump& bump : bumps) {
    const double d1 = x.x1 - bump.centre.x1, d2 = x.x2 - bump.centre.x2;
    sum += bump.height * exp(-(d1 * d1 + d2 * d2) / (2 * width * width));
  }
  return sum;
}

Table emptyTable(Index count, TargetKind kind, Index classes) {
  Table table;
  table.columnNames = {"x1", "x2"};
  table.values.resize(2, count);
  table.kind = kind;
  table.targets.resize(static_cast<std::size_t>(count));
  table.test.assign(static_cast<std::size_t>(count), 0);
  for (Index i = 0; kind == TargetKind::Classes && i < classes; ++i) {
    table.classNames.emplace_back(1, static_cast<char>('A' + i));
  }
  return table;
}

Table generateNumbers(const Recipe& recipe) {
  Table table = emptyTable(recipe.count, TargetKind::Numbers, 0);
  Rows rows(recipe.seed, 1);
  for (Index i = 0; i < recipe.count; ++i) {
    const Draw draw = rows.next();
    const Point x{6 * draw.u - 3, 6 * draw.v - 3};
    table.values.col(i) << x.x1, x.x2;
    const double clean = recipe.source == Source::Plane ? plane(x) : bumps(x);
    table.targets[static_cast<std::size_t>(i)] = clean + recipe.noise * draw.jitter.x1;
  }
  return table;
}

const SourceInfo& infoOf(Source source) {
  return *std::find_if(sources.begin(), sources.end(), [source](const auto& info) { return info.source == source; });
}

Table generateClasses(const Recipe& recipe) {
  const Index classes = infoOf(recipe.source).anyClasses ? recipe.classes : 2;
  const double noise = recipe.noise;
  Table table = emptyTable(recipe.count, TargetKind::Classes, classes);
  const std::vector<Cluster> clusters = placeClusters(static_cast<std::size_t>(2 * classes), recipe.seed);
  const auto place = [&](const Draw& draw) {
    switch (recipe.source) {
      case Source::Linear: return linear(draw, noise);
      case Source::Moons: return moons(draw, noise);
      case Source::Circles: return circles(draw, noise);
      case Source::Xor: return squares(draw, noise);
      case Source::Gaussians: return gaussians(draw, noise, classes, clusters);
      case Source::Spirals: return spirals(draw, noise);
      case Source::Blobs: return blobs(draw, noise, classes);
      case Source::Pinwheel: return pinwheel(draw, noise, classes);
      case Source::Iris:
      case Source::Plane:
      case Source::Bumps: break;
    }
    assert(!"not a source of classes in the plane");
    return Point{};
  };
  Rows rows(recipe.seed, classes);
  for (Index i = 0; i < recipe.count; ++i) {
    const Draw draw = rows.next();
    const Point point = place(draw);
    table.values.col(i) << point.x1, point.x2;
    table.targets[static_cast<std::size_t>(i)] = static_cast<double>(draw.group);
  }
  return table;
}

}  // namespace

std::optional<Source> sourceNamed(std::string_view name) {
  for (const SourceInfo& info : sources) {
    if (info.name == name) return info.source;
  }
  return std::nullopt;
}

Table generate(const Recipe& recipe) {
  assert(recipe.count >= 0 && recipe.count <= maxInputValues / 2);
  assert(recipe.noise >= 0 && recipe.noise <= 1);
  assert(recipe.classes >= minGeneratedClasses && recipe.classes <= maxGeneratedClasses);
  if (recipe.source == Source::Iris) return iris();
  return infoOf(recipe.source).kind == TargetKind::Numbers ? generateNumbers(recipe) : generateClasses(recipe);
}

}  // namespace backprop
