#include "data/generators.hpp"

#include <cmath>
#include <fstream>
#include <sstream>

#include "data/csv.hpp"
#include "data/tables.hpp"

namespace backprop {
namespace {

std::vector<Source> generatedSources() {
  std::vector<Source> all;
  for (const SourceInfo& info : sources) {
    if (info.generated) all.push_back(info.source);
  }
  return all;
}

std::string nameOf(Source source) {
  for (const SourceInfo& info : sources) {
    if (info.source == source) return std::string(info.name);
  }
  return "";
}

/// Share of rows whose nearest other row is of another class: 0 for a shape whose classes are apart.
double confusionOfNeighbours(const Table& table) {
  int confused = 0;
  for (Index i = 0; i < table.rows(); ++i) {
    Index nearest = -1;
    double least = 1e300;
    for (Index j = 0; j < table.rows(); ++j) {
      const double distance = (table.values.col(i) - table.values.col(j)).squaredNorm();
      if (j == i || distance >= least) continue;
      least = distance;
      nearest = j;
    }
    confused += table.targets[static_cast<std::size_t>(i)] != table.targets[static_cast<std::size_t>(nearest)];
  }
  return confused / static_cast<double>(table.rows());
}

class Generators : public testing::TestWithParam<Source> {};
INSTANTIATE_TEST_SUITE_P(All, Generators, testing::ValuesIn(generatedSources()),
                         [](const auto& info) { return nameOf(info.param); });

TEST_P(Generators, MakesAValidTableOfTheCount) {
  for (const Index count : {0, 1, 7, 1000}) {
    const Table table = generate({GetParam(), count, 0.15, 3, 1});
    EXPECT_FALSE(validate(table));
    EXPECT_EQ(table.rows(), count);
    EXPECT_EQ(table.columnNames, (std::vector<std::string>{"x1", "x2"}));
  }
}

TEST_P(Generators, GivesTheSameBitsForTheSameSeed) {
  const Recipe recipe{GetParam(), 300, 0.3, 4, 9};
  expectEqual(generate(recipe), generate(recipe));
  Recipe other = recipe;
  other.seed = 10;
  EXPECT_NE(generate(recipe).values, generate(other).values);
}

TEST_P(Generators, AddsRowsToTheSamePictureAsTheCountGrows) {
  const Table few = generate({GetParam(), 50, 0.15, 3, 2});
  const Table many = generate({GetParam(), 500, 0.15, 3, 2});
  EXPECT_EQ(many.values.leftCols(50), few.values);
}

TEST_P(Generators, FillsThePlane) {
  const Table table = generate({GetParam(), 2000, 0, 3, 1});
  EXPECT_LE(table.values.cwiseAbs().maxCoeff(), 4);
  EXPECT_GE(table.values.row(0).maxCoeff() - table.values.row(0).minCoeff(), 3);
  EXPECT_GE(table.values.row(1).maxCoeff() - table.values.row(1).minCoeff(), 2.5);
}

TEST_P(Generators, BalancesItsClasses) {
  const Table table = generate({GetParam(), 101, 0.15, 4, 1});
  if (table.kind == TargetKind::Numbers) return;
  std::vector<int> counts(table.classNames.size());
  for (const double target : table.targets) ++counts[static_cast<std::size_t>(target)];
  const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
  EXPECT_LE(*most - *least, 1);
}

TEST_P(Generators, IsCleanWithoutNoiseAndHopelessWithAllOfIt) {
  const Table clean = generate({GetParam(), 400, 0, 2, 1});
  if (clean.kind == TargetKind::Numbers) return;
  EXPECT_LE(confusionOfNeighbours(clean), 0.02);
  EXPECT_LE(confusionOfNeighbours(generate({GetParam(), 400, 0.15, 2, 1})), 0.15);
  EXPECT_GE(confusionOfNeighbours(generate({GetParam(), 400, 1, 2, 1})), 0.25);
}

TEST(Generators, MakeAsManyClassesAsAskedWhereTheyCan) {
  for (const SourceInfo& info : sources) {
    if (!info.anyClasses) continue;
    for (Index classes = minGeneratedClasses; classes <= maxGeneratedClasses; ++classes) {
      const Table table = generate({info.source, 600, 0, classes, 3});
      EXPECT_EQ(static_cast<Index>(table.classNames.size()), classes);
      EXPECT_EQ(table.classNames.back(), std::string(1, static_cast<char>('A' + classes - 1)));
      EXPECT_LE(confusionOfNeighbours(table), 0.1) << info.name << " " << classes;
    }
  }
}

// scikit-learn's moons have radius 1 about (0, 0) and (1, 0.5); here 1.8 about (−0.9, −0.45) and (0.9, 0.45).
TEST(Moons, LieOnTheirHalfCircles) {
  const Table table = generate({Source::Moons, 200, 0, 2, 1});
  for (Index i = 0; i < 200; ++i) {
    const double sign = i % 2 == 0 ? 1 : -1;  // A, B, A, …
    const double x = table.values(0, i) + sign * 0.9, y = table.values(1, i) + sign * 0.45;
    EXPECT_NEAR(std::hypot(x, y), 1.8, 1e-12);
    EXPECT_GE(sign * y, -1e-12);
  }
}

TEST(Moons, MoveByTheNoiseOfScikitLearn) {
  const Table clean = generate({Source::Moons, 10'000, 0, 2, 1});
  const Table noisy = generate({Source::Moons, 10'000, 0.15, 2, 1});
  const double square = (noisy.values - clean.values).squaredNorm() / (2 * 10'000);
  EXPECT_NEAR(std::sqrt(square) / 1.8, 0.15, 0.003);
}

TEST(Linear, IsPartedByTheDiagonalWithoutNoise) {
  const Table table = generate({Source::Linear, 500, 0, 2, 1});
  for (Index i = 0; i < 500; ++i) EXPECT_EQ(table.values.col(i).sum() > 0, i % 2 == 1);
}

TEST(Xor, HasClassAWhereTheSignsAgree) {
  const Table table = generate({Source::Xor, 500, 0, 2, 1});
  for (Index i = 0; i < 500; ++i) EXPECT_EQ(table.values(0, i) * table.values(1, i) > 0, i % 2 == 0);
}

TEST(Plane, IsThePlaneThatItSays) {
  const Table table = generate({Source::Plane, 500, 0, 2, 1});
  EXPECT_EQ(table.kind, TargetKind::Numbers);
  for (Index i = 0; i < 500; ++i) {
    EXPECT_NEAR(table.targets[static_cast<std::size_t>(i)], 0.2 * table.values(0, i) + 0.1 * table.values(1, i) + 0.1,
                1e-15);
  }
}

TEST(Plane, ScattersItsTargetsByTheNoise) {
  const Table clean = generate({Source::Plane, 10'000, 0, 2, 1});
  const Table noisy = generate({Source::Plane, 10'000, 0.4, 2, 1});
  EXPECT_EQ(clean.values, noisy.values);
  double squares = 0;
  for (std::size_t i = 0; i < 10'000; ++i) squares += std::pow(noisy.targets[i] - clean.targets[i], 2);
  EXPECT_NEAR(std::sqrt(squares / 10'000), 0.4, 0.01);
}

TEST(Bumps, RiseAndFallAboutOne) {
  const Table table = generate({Source::Bumps, 5000, 0, 2, 1});
  const auto [least, most] = std::minmax_element(table.targets.begin(), table.targets.end());
  EXPECT_NEAR(*most, 1, 0.05);
  EXPECT_NEAR(*least, -1, 0.05);
}

TEST(Iris, IsScikitLearnsCopy) {
  std::ifstream file(GOLDEN_DIR "/iris.csv");
  std::ostringstream text;
  text << file.rdbuf();
  const Outcome<Table> golden = parseCsv(text.str());
  ASSERT_TRUE(golden);
  Table expected = golden.value();
  ASSERT_EQ(expected.classNames, (std::vector<std::string>{"0", "1", "2"}));
  expected.classNames = {"setosa", "versicolor", "virginica"};
  expectEqual(generate({Source::Iris, 7, 1, 6, 123}), expected);
}

TEST(Sources, AreFoundByTheirNames) {
  for (const SourceInfo& info : sources) EXPECT_EQ(sourceNamed(info.name), info.source);
  EXPECT_FALSE(sourceNamed("Moons"));
  EXPECT_FALSE(sourceNamed(""));
}

}  // namespace
}  // namespace backprop
