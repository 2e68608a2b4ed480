#pragma once
/// Delimited text as a sequence of records, read one at a time, so that memory does not grow with the
/// text. Numbers and headers are none of its business.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/table.hpp"

namespace backprop {

struct CsvField {
  std::string text;     ///< without quotes; blanks around a bare field are gone
  bool quoted = false;  ///< "1" and 1 are told apart: where numbers stand bare, a quoted one is a name
};

struct CsvRecord {
  Index line = 0;                ///< where it begins, from 1
  Index width = 0;               ///< how many fields it has
  std::vector<CsvField> fields;  ///< the first of them, at most maxCsvFields
};

/// More than any table needs (columns, target, test), so that one line of commas fills no memory.
inline constexpr Index maxCsvFields = maxColumns + 3;

class CsvRecords {
 public:
  /// @param text       must outlive this; a byte order mark at its beginning is skipped
  /// @param delimiter  ',', ';' or '\t'
  CsvRecords(std::string_view text, char delimiter);

  /// Reads the next record that holds anything. Blank lines, and lines of delimiters alone, are skipped.
  /// @return  false at the end, or at an error
  bool next(CsvRecord& record);

  /// "malformed": a quoted field that does not end, or goes on after its closing quote; a NUL byte.
  const std::optional<Error>& error() const { return error_; }

 private:
  bool readRecord(CsvRecord& record);
  bool readField(std::string& text, bool& quoted);
  bool readQuoted(std::string& text);
  void readBare(std::string& text);
  void skipBlanks();
  bool atFieldEnd() const;
  void endLine();
  void fail(const CsvRecord& record, std::string_view from, const char* allowed);

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  Index line_ = 1;
  std::optional<Error> error_;
};

/// What errors call a place: "line 7", "line 7, column 3", both from 1.
std::string csvLine(Index line);
std::string csvPlace(Index line, Index column);

/// The delimiter that parts the first records into equally many fields, more than one, without quotes
/// inside bare fields if that can be; of several tab before ';' before ',' (commas may be decimal
/// commas). If none parts them alike, the one that finds most fields in the first.
char detectDelimiter(std::string_view text);

}  // namespace backprop
