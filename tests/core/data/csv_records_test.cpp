#include "data/csv_records.hpp"

#include "data/tables.hpp"

namespace backprop {
namespace {

using Texts = std::vector<std::string>;

/// Every record's fields; an error, if there is one, is the last "record".
std::vector<Texts> read(std::string_view text, char delimiter = ',') {
  CsvRecords records(text, delimiter);
  CsvRecord record;
  std::vector<Texts> all;
  while (records.next(record)) {
    all.emplace_back();
    for (const CsvField& field : record.fields) all.back().push_back(field.text);
  }
  if (records.error()) all.push_back({records.error()->code, records.error()->field, records.error()->value});
  return all;
}

std::vector<Index> linesOf(std::string_view text) {
  CsvRecords records(text, ',');
  CsvRecord record;
  std::vector<Index> lines;
  while (records.next(record)) lines.push_back(record.line);
  return lines;
}

TEST(CsvRecords, EndLinesInAnyWay) {
  const std::vector<Texts> expected{{"a", "b"}, {"c", "d"}};
  for (const char* text : {"a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d",
                           "\xEF\xBB\xBF"
                           "a,b\nc,d"}) {
    EXPECT_EQ(read(text), expected) << text;
  }
}

TEST(CsvRecords, SkipLinesThatHoldNothing) {
  EXPECT_EQ(read("\n\na,b\n \n,\n\t,  \nc,d\n\n"), (std::vector<Texts>{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(read("\"\",\n"), (std::vector<Texts>{{"", ""}}));  // a quoted nothing is something
  EXPECT_TRUE(read("").empty());
  EXPECT_TRUE(read("\xEF\xBB\xBF").empty());
}

TEST(CsvRecords, ReadQuotedFields) {
  EXPECT_EQ(read("\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\"\n"),
            (std::vector<Texts>{{"a,b", "say \"yes\"", "two\nlines"}}));
  EXPECT_EQ(read(" \"a\" , \" b \"\n"), (std::vector<Texts>{{"a", " b "}}));
}

TEST(CsvRecords, KeepQuotesInsideBareFields) { EXPECT_EQ(read("5\" long,b"), (std::vector<Texts>{{"5\" long", "b"}})); }

TEST(CsvRecords, KeepAnEmptyLastField) { EXPECT_EQ(read("a,\nb,"), (std::vector<Texts>{{"a", ""}, {"b", ""}})); }

TEST(CsvRecords, TrimBareFieldsButNotTheirTabs) {
  EXPECT_EQ(read("  a b \t,c"), (std::vector<Texts>{{"a b", "c"}}));
  EXPECT_EQ(read("a\t\tb", '\t'), (std::vector<Texts>{{"a", "", "b"}}));
}

TEST(CsvRecords, KnowTheirLines) {
  EXPECT_EQ(linesOf("a\n\nb\r\nc\rd"), (std::vector<Index>{1, 3, 4, 5}));
  EXPECT_EQ(linesOf("\"1\n2\r\n3\r4\"\nb"), (std::vector<Index>{1, 5}));
}

TEST(CsvRecords, RefuseQuotesWithoutAnEnd) {
  EXPECT_EQ(read("a,b\nc,\"d\n"), (std::vector<Texts>{{"a", "b"}, {"malformed", "line 2, column 2", "\"d\n"}}));
  EXPECT_EQ(read("\"a\"b,c"), (std::vector<Texts>{{"malformed", "line 1, column 1", "\"a\"b,c"}}));
}

TEST(CsvRecords, RefuseNulBytes) {
  const std::string utf16(
      "1\0,\0"
      "2\0\n\0",
      8);
  EXPECT_EQ(read(utf16).back()[0], "malformed");
}

TEST(CsvRecords, KeepFewFieldsOfALineOfCommas) {
  const std::string commas(1'000'000, ',');
  const std::string text = "a" + commas;
  CsvRecords line(text, ',');
  CsvRecord record;
  ASSERT_TRUE(line.next(record));
  EXPECT_EQ(record.width, 1'000'001);
  EXPECT_EQ(static_cast<Index>(record.fields.size()), maxCsvFields);
}

TEST(CsvDelimiter, IsTheOneThatPartsAllLinesAlike) {
  EXPECT_EQ(detectDelimiter("a,b\n1,2"), ',');
  EXPECT_EQ(detectDelimiter("a;b\n1,5;2,5"), ';');
  EXPECT_EQ(detectDelimiter("a\tb\n1,5\t2,5"), '\t');
  EXPECT_EQ(detectDelimiter("a,b\n1,\"x;y\"\n2,\"x;z\""), ',');
  EXPECT_EQ(detectDelimiter("a;b,c\n1;2,5\n3;4"), ';');
  EXPECT_EQ(detectDelimiter("a,\"1;2\",b"), ',');  // parted by ';' the quotes would stand inside
}

TEST(CsvDelimiter, IsAGuessForLinesThatDiffer) {
  EXPECT_EQ(detectDelimiter("a;b;c\n1;2"), ';');
  EXPECT_EQ(detectDelimiter(""), ',');
  EXPECT_EQ(detectDelimiter("alone"), ',');
}

}  // namespace
}  // namespace backprop
