#include "data/csv.hpp"

#include "data/tables.hpp"

namespace backprop {
namespace {

using Names = std::vector<std::string>;
using Numbers = std::vector<double>;

Table tableOf(std::string_view text, const CsvOptions& options = {}) {
  Outcome<Table> table = parseCsv(text, options);
  EXPECT_TRUE(table) << (table ? "" : table.error().code + " of " + table.error().field + ": " + table.error().value);
  return table ? std::move(table).value() : Table{};
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::optional<Error> refusal(std::string_view text, const CsvOptions& options = {}) {
  return errorOf(parseCsv(text, options));
}

void expectTwoPoints(const Table& table) {
  Table expected;
  expected.columnNames = {"x1", "x2"};
  expected.values.resize(2, 2);
  expected.values << 1.5, 3, -2, 0.25;
  expected.classNames = {"A", "B"};
  expected.targets = {0, 1};
  expected.test = {0, 0};
  expectEqual(table, expected);
}

TEST(Csv, ReadsTheSameTableInManyForms) {
  expectTwoPoints(tableOf("x1,x2,class\n1.5,-2,A\n3,0.25,B\n"));
  expectTwoPoints(tableOf("\xEF\xBB\xBFx1,x2,class\r\n1.5,-2,A\r\n3,0.25,B"));
  expectTwoPoints(tableOf("x1;x2;class\n1,5;-2;A\n3;0,25;B\n"));
  expectTwoPoints(tableOf("x1\tx2\tclass\r1,5\t-2\tA\r3\t0.25\tB\r"));
  expectTwoPoints(tableOf("\"x1\",\"x2\",\"class\"\n\"1.5\",\"-2\",\"A\"\n\"3\",\"0.25\",\"B\"\n"));
  expectTwoPoints(tableOf("\n x1 , x2 , class \n\n1.5, -2, A\n,,\n3, 25e-2, B\n\n"));
  expectTwoPoints(tableOf("1.5,-2,A\n3,0.25,B\n"));
  expectTwoPoints(tableOf(",,\n,,class\n1.5,-2,A\n3,0.25,B\n"));
}

TEST(Csv, FindsTheTargetByName) {
  EXPECT_EQ(tableOf("Class,a,b\nA,1,2\n").columnNames, (Names{"a", "b"}));
  EXPECT_EQ(tableOf("a,Species,b\n1,A,2\n").columnNames, (Names{"a", "b"}));
  EXPECT_EQ(tableOf("class,a,y\n1,2,3\n").columnNames, (Names{"class", "a"}));  // the last so named
  EXPECT_EQ(tableOf("a,b,kind\n1,2,A\n").columnNames, (Names{"a", "b"}));
}

TEST(Csv, TakesTheTargetOfTheOptions) {
  CsvOptions options;
  options.targetName = "KIND";
  EXPECT_EQ(tableOf("kind,b,class\n1,2,3\n", options).columnNames, (Names{"b", "class"}));
  options.targetColumn = 1;
  EXPECT_EQ(tableOf("kind,b,class\n1,2,3\n", options).columnNames, (Names{"kind", "class"}));
  options.targetColumn = 3;
  expectError(refusal("kind,b,class\n1,2,3\n", options), "outOfRange", "target", "3", "[0, 2]");
  options.targetColumn.reset();
  options.targetName = "sort";
  expectError(refusal("kind,b,class\n1,2,3\n", options), "unknown", "target", "sort", "kind, b, class");
  expectError(refusal("1,2,3\n4,5,6\n", options), "incompatible", "target", "sort", "header");
}

TEST(Csv, OrdersClassesAsScikitLearn) {
  const Table words = tableOf("1,b\n2,a\n3,b\n");
  EXPECT_EQ(words.classNames, (Names{"a", "b"}));
  EXPECT_EQ(words.targets, (Numbers{1, 0, 1}));
  const Table numbers = tableOf("x,class\n1,10\n2,9\n3,-1\n");
  EXPECT_EQ(numbers.classNames, (Names{"-1", "9", "10"}));
  EXPECT_EQ(numbers.targets, (Numbers{2, 1, 0}));
}

TEST(Csv, KeepsTheOrderOfKnownClasses) {
  CsvOptions options;
  options.classNames = {"c", "b", "absent"};
  const Table table = tableOf("1,a\n2,b\n3,c\n", options);
  EXPECT_EQ(table.classNames, (Names{"c", "b", "absent", "a"}));
  EXPECT_EQ(table.targets, (Numbers{3, 1, 0}));
}

TEST(Csv, TakesFewWholeNumbersForClasses) {
  EXPECT_EQ(tableOf("1,0\n2,1\n3,5\n4,2\n5,3\n6,4\n").kind, TargetKind::Classes);
  EXPECT_EQ(tableOf("1,0\n2,1\n3,5\n4,2\n5,3\n6,4\n7,6\n").kind, TargetKind::Numbers);
  EXPECT_EQ(tableOf("1,0\n2,1.5\n").kind, TargetKind::Numbers);
  EXPECT_EQ(tableOf("a,digit\n1,0\n2,1\n3,2\n4,3\n5,4\n6,5\n7,6\n").kind, TargetKind::Numbers);
  EXPECT_EQ(tableOf("a,label\n1,0\n2,1\n3,2\n4,3\n5,4\n6,5\n7,6\n").kind, TargetKind::Classes);
}

TEST(Csv, ObeysTheOptionsAboutTargets) {
  CsvOptions options;
  options.targets = CsvOptions::Targets::Numbers;
  const Table numbers = tableOf("1,0\n2,1\n", options);
  EXPECT_EQ(numbers.kind, TargetKind::Numbers);
  EXPECT_EQ(numbers.targets, (Numbers{0, 1}));
  expectError(refusal("1,0\n2,A\n", options), "notANumber", "line 2, column 2", "A", "[-1e9, 1e9]");
  expectError(refusal("1,0\n2,1e10\n", options), "outOfRange", "line 2, column 2", "1e10", "[-1e9, 1e9]");
  options.targets = CsvOptions::Targets::Classes;
  EXPECT_EQ(tableOf("1,0.5\n2,1.5\n", options).classNames, (Names{"0.5", "1.5"}));
}

TEST(Csv, TakesASlipAmongNumbersForAnError) {
  expectError(refusal("1,0.5\n2,n/a\n"), "notANumber", "line 2, column 2", "n/a", "[-1e9, 1e9]");
}

TEST(Csv, ObeysTheOptionsAboutTheHeader) {
  CsvOptions options;
  options.header = CsvOptions::Header::Present;
  EXPECT_EQ(tableOf("1,2\n3,4\n", options).columnNames, Names{"1"});
  options.header = CsvOptions::Header::Absent;
  expectError(refusal("a,b\n3,4\n", options), "notANumber", "line 1, column 1", "a", "[-1e9, 1e9]");
}

TEST(Csv, DoesNotLoseAFirstRowWithASlip) {
  expectError(refusal("1,oops,A\n2,3,B\n"), "notANumber", "line 1, column 2", "oops", "[-1e9, 1e9]");
}

TEST(Csv, ReadsAHeaderAloneAsATableOfNoRows) {
  const Table table = tableOf("x1,x2,class\n");
  EXPECT_EQ(table.rows(), 0);
  EXPECT_EQ(table.columnNames, (Names{"x1", "x2"}));
  EXPECT_EQ(tableOf("1,2,A\n").rows(), 1);
}

TEST(Csv, ReadsOneClassOnlyAndDuplicates) {
  const Table table = tableOf("1,2,A\n1,2,A\n1,2,A\n");
  EXPECT_EQ(table.rows(), 3);
  EXPECT_EQ(table.classNames, Names{"A"});
}

TEST(Csv, ReadsWhichRowsAreHeldOut) {
  const Table table = tableOf("x,class,Test\n1,A,0\n2,B,1\n");
  EXPECT_EQ(table.columnNames, Names{"x"});
  EXPECT_EQ(table.test, (std::vector<std::uint8_t>{0, 1}));
}

TEST(Csv, TakesAnotherColumnCalledTestForAnInput) {
  EXPECT_EQ(tableOf("x,class,test\n1,A,0\n2,B,70\n").columnNames, (Names{"x", "test"}));
  EXPECT_EQ(tableOf("test,x,class\n1,2,A\n0,2,B\n").columnNames, (Names{"test", "x"}));
  EXPECT_EQ(tableOf("x,z,test\n1,2,0\n2,3,1\n").columnNames, (Names{"x", "z"}));  // it is the target
}

TEST(Csv, NamesLineAndColumnOfWhatIsWrong) {
  const std::string head = "x1,x2,class\n1,2,A\n\n";
  expectError(refusal(head + "3,abc,B\n"), "notANumber", "line 4, column 2", "abc", "[-1e9, 1e9]");
  expectError(refusal(head + "3,1e400,B\n"), "notANumber", "line 4, column 2", "1e400", "[-1e9, 1e9]");
  expectError(refusal(head + "3,NaN,B\n"), "notANumber", "line 4, column 2", "NaN", "[-1e9, 1e9]");
  expectError(refusal(head + "3,-2e9,B\n"), "outOfRange", "line 4, column 2", "-2e9", "[-1e9, 1e9]");
  expectError(refusal(head + "3,,B\n"), "missing", "line 4, column 2", "", "number");
  expectError(refusal(head + "3,4,\n"), "missing", "line 4, column 3", "", "number, text");
  expectError(refusal(head + "3,4\n"), "wrongLength", "line 4", "2", "3");
  expectError(refusal(head + "3,4,B,5\n"), "wrongLength", "line 4", "4", "3");
  expectError(refusal(head + "3,4,\"B\n"), "malformed", "line 4, column 3", "\"B\n", "\"…\"");
  expectError(refusal(head + "3,4,\"\"\n"), "wrongLength", "line 4, column 3", "", "[1, 200]");
  expectError(refusal(head + "3,4," + std::string(201, 'B')), "wrongLength", "line 4, column 3",
              std::string(79, 'B') + "…", "[1, 200]");
}

TEST(Csv, CountsTheCharactersOfNamesAndNotTheirBytes) {
  const std::string longest = repeated("字", 200);
  EXPECT_EQ(tableOf(longest + ",class\n1," + longest + "\n").columnNames, Names{longest});
  EXPECT_EQ(tableOf("x,class\n1," + longest + "\n").classNames, Names{longest});
  expectError(refusal(longest + "字,class\n1,A\n"), "wrongLength", "line 1, column 1", repeated("字", 79) + "…",
              "[1, 200]");
  expectError(refusal("x,class\n1," + longest + "字\n"), "wrongLength", "line 2, column 2", repeated("字", 79) + "…",
              "[1, 200]");
}

TEST(Csv, RefusesCommasForDecimalsWhereTheyPart) {
  expectError(refusal("x,class\n\"1,5\",A\n"), "notANumber", "line 1, column 1", "x", "[-1e9, 1e9]");
  expectError(refusal("x;class\n1;B\n1.234,5;A\n"), "notANumber", "line 3, column 1", "1.234,5", "[-1e9, 1e9]");
}

TEST(Csv, RefusesWhatIsNoTable) {
  expectError(refusal(""), "missing", "text", "", "line 1");
  expectError(refusal("\n \n"), "missing", "text", "", "line 1");
  expectError(refusal("1\n2\n"), "wrongLength", "line 1", "1", "[2, 65]");
  expectError(refusal("<html>\n<body>\n"), "wrongLength", "line 1", "1", "[2, 65]");
  CsvOptions options;
  options.delimiter = 'x';
  expectError(refusal("1,2\n", options), "unknown", "delimiter", "x", ", ; \\t");
}

std::string columnsOfOnes(int count) {
  std::string text = "1";
  for (int i = 1; i < count; ++i) text += ",1";
  return text + "\n";
}

TEST(Csv, ReadsSixtyFourColumnsAndRefusesMore) {
  EXPECT_EQ(tableOf(columnsOfOnes(65)).columns(), 64);
  expectError(refusal(columnsOfOnes(66)), "wrongLength", "line 1", "66", "[2, 65]");
  expectError(refusal(columnsOfOnes(100'000)), "wrongLength", "line 1", "100000", "[2, 65]");
}

TEST(Csv, RefusesMoreThanSixtyFourClasses) {
  std::string text = "x,class\n";
  for (int i = 0; i < 64; ++i) text += "1,c" + std::to_string(i) + "\n";
  EXPECT_EQ(tableOf(text).classNames.size(), 64u);
  expectError(refusal(text + "1,c64\n1,c65\n"), "tooLarge", "line 66, column 2", "c64", "64");
}

TEST(Csv, ReadsAMillionRows) {
  std::string text = "x1,x2,class\n";
  for (int i = 0; i < 1'000'000; ++i) text += i % 2 == 0 ? "0.25,-1.5,A\n" : "1e-3,2.75,B\n";
  const Table table = tableOf(text);
  EXPECT_EQ(table.rows(), 1'000'000);
  EXPECT_EQ(table.values.col(999'999), (Vector<double>(2) << 0.001, 2.75).finished());
}

TEST(Csv, RefusesMoreRowsThanATableTakes) {
  std::string text;
  for (int i = 0; i <= 500'000; ++i) text += "1,2,3,4,5,6,7,8,0\n";
  expectError(refusal(text), "tooLarge", "line 500001", "500001", "500000");
}

TEST(Csv, RefusesTooLongATextUnread) {
  const std::string text(maxCsvLength + 1, '\n');
  expectError(refusal(text), "tooLarge", "text", "67108865", "67108864");
}

}  // namespace
}  // namespace backprop
