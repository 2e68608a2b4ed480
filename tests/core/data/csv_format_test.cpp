#include <limits>

#include "data/csv.hpp"
#include "data/generators.hpp"
#include "data/split.hpp"
#include "data/tables.hpp"

namespace backprop {
namespace {

/// Written and read again, the class order given, a table is what it was.
void expectRoundTrip(const Table& table) {
  CsvOptions options;
  options.classNames = table.classNames;
  const std::string text = formatCsv(table);
  const Outcome<Table> again = parseCsv(text, options);
  ASSERT_TRUE(again) << again.error().code << " of " << again.error().field << "\n" << text.substr(0, 500);
  expectEqual(again.value(), table);
}

TEST(CsvFormat, WritesColumnsTargetAndTest) {
  EXPECT_EQ(formatCsv(fourPoints()), "x1,x2,class,test\n1,10,A,0\n2,20,B,0\n3,30,A,0\n4,40,B,1\n");
  Table numbers = fourPoints();
  numbers.kind = TargetKind::Numbers;
  numbers.classNames.clear();
  numbers.test = {0, 0, 0, 0};
  EXPECT_EQ(formatCsv(numbers), "x1,x2,target (number)\n1,10,0\n2,20,1\n3,30,0\n4,40,1\n");
}

TEST(CsvFormat, IsReadBackToTheBitForEverySource) {
  for (const SourceInfo& info : sources) {
    Table table = generate({info.source, 200, 0.2, 3, 1});
    expectRoundTrip(table);
    splitForTesting(table, 0.3, 1);
    expectRoundTrip(table);
    const Outcome<Table> unaided = parseCsv(formatCsv(table));  // the classes' order found, not given
    ASSERT_TRUE(unaided);
    expectEqual(unaided.value(), table);
  }
}

TEST(CsvFormat, KeepsNumbersOfEverySize) {
  Table table = fourPoints();
  table.values << 0.1, -0.0, 1e9, std::numeric_limits<double>::denorm_min(), 1.0 / 3, -1e-300, 123456789.123, 2;
  expectRoundTrip(table);
  EXPECT_TRUE(std::signbit(parseCsv(formatCsv(table)).value().values(0, 1)));
}

TEST(CsvFormat, KeepsNamesWhateverTheyHold) {
  Table table = fourPoints();
  for (const char* name : {"a,b", "say \"yes\"", "two\nlines", "cr\rlf\r\n", " blank ", "1", "-2.5e3", "class", "test",
                           "target (number)", "=1+1", "a;b", "1;class;2", "a\tb", "1,5",
                           "\xEF\xBB\xBF"
                           "bom",
                           "größe", "\"", "y"}) {
    table.columnNames = {name, "x2"};
    table.classNames = {"other", name};
    expectRoundTrip(table);
    table.columnNames = {name, name};
    table.classNames = {name, "2"};
    expectRoundTrip(table);
    table.test = {0, 0, 0, 0};
    expectRoundTrip(table);
  }
}

TEST(CsvFormat, KeepsTheKindOfTargets) {
  Table table = fourPoints();
  table.kind = TargetKind::Numbers;  // 0 and 1, which might be classes
  table.classNames.clear();
  expectRoundTrip(table);
  table = fourPoints();
  table.classNames = {"1.5", "2.5"};  // which might be numbers
  expectRoundTrip(table);
}

TEST(CsvFormat, KeepsATableOfNoRows) {
  Table table = fourPoints();
  table.values.resize(2, 0);
  table.targets.clear();
  table.test.clear();
  expectRoundTrip(table);
  table.columnNames = {"1", "2"};
  expectRoundTrip(table);
  table.kind = TargetKind::Numbers;
  table.classNames.clear();
  expectRoundTrip(table);
}

TEST(CsvFormat, KeepsAHundredThousandPoints) { expectRoundTrip(generate({Source::Spirals, 100'000, 0.1, 2, 1})); }

}  // namespace
}  // namespace backprop
