#include "data/csv_records.hpp"

#include <algorithm>
#include <compare>

#include "foundation/excerpt.hpp"

namespace backprop {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t quotedOfError = 400;  // bytes, of which excerpt() keeps what it wants

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isLineEnd(char c) { return c == '\n' || c == '\r'; }

bool isEmpty(const CsvRecord& record) {
  return std::all_of(record.fields.begin(), record.fields.end(),
                     [](const CsvField& field) { return field.text.empty() && !field.quoted; });
}

}  // namespace

CsvRecords::CsvRecords(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {
  if (text_.substr(0, byteOrderMark.size()) == byteOrderMark) at_ = byteOrderMark.size();
}

bool CsvRecords::next(CsvRecord& record) {
  while (!error_ && at_ < text_.size()) {
    if (!readRecord(record)) return false;
    const bool more = record.width > static_cast<Index>(record.fields.size());
    if (more || !isEmpty(record)) return true;
  }
  return false;
}

bool CsvRecords::readRecord(CsvRecord& record) {
  record.line = line_;
  record.width = 0;
  CsvField ignored;
  while (true) {
    const std::size_t begin = at_;
    const bool keep = record.width < maxCsvFields;
    if (keep && static_cast<Index>(record.fields.size()) == record.width) record.fields.emplace_back();
    CsvField& field = keep ? record.fields[static_cast<std::size_t>(record.width)] : ignored;
    ++record.width;
    if (!readField(field.text, field.quoted)) {
      fail(record, text_.substr(begin, quotedOfError), "\"…\"");
      return false;
    }
    if (field.text.find('\0') != std::string::npos) {
      fail(record, field.text, "UTF-8");
      return false;
    }
    if (at_ == text_.size() || isLineEnd(text_[at_])) break;
    ++at_;  // the delimiter
  }
  record.fields.resize(static_cast<std::size_t>(std::min(record.width, maxCsvFields)));
  endLine();
  return true;
}

/// @return  false if quotes are where none may be
bool CsvRecords::readField(std::string& text, bool& quoted) {
  skipBlanks();
  quoted = at_ < text_.size() && text_[at_] == '"';
  if (quoted) return readQuoted(text);
  readBare(text);
  return true;
}

/// From the opening quote to the delimiter or line end behind the closing one.
bool CsvRecords::readQuoted(std::string& text) {
  text.clear();
  ++at_;
  while (true) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) return false;
    text.append(text_, at_, quote - at_);
    at_ = quote + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    text += '"';  // two quotes are one
    ++at_;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool afterReturn = i > 0 && text[i - 1] == '\r';  // CR LF is one line end
    if (text[i] == '\r' || (text[i] == '\n' && !afterReturn)) ++line_;
  }
  skipBlanks();
  return atFieldEnd();
}

void CsvRecords::readBare(std::string& text) {
  const std::size_t begin = at_;
  while (!atFieldEnd()) ++at_;
  std::size_t end = at_;
  while (end > begin && isBlank(text_[end - 1])) --end;
  text.assign(text_, begin, end - begin);
}

void CsvRecords::skipBlanks() {
  while (!atFieldEnd() && isBlank(text_[at_])) ++at_;
}

bool CsvRecords::atFieldEnd() const { return at_ == text_.size() || text_[at_] == delimiter_ || isLineEnd(text_[at_]); }

void CsvRecords::endLine() {
  if (at_ == text_.size()) return;
  const bool pair = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
  at_ += pair ? 2 : 1;
  ++line_;
}

void CsvRecords::fail(const CsvRecord& record, std::string_view from, const char* allowed) {
  error_ = Error{"malformed", csvPlace(record.line, record.width), excerpt(from), allowed};
}

std::string csvLine(Index line) { return "line " + std::to_string(line); }

std::string csvPlace(Index line, Index column) { return csvLine(line) + ", column " + std::to_string(column); }

namespace {

/// How well a delimiter parts a text; compared member by member, more is better.
struct Parting {
  bool alike = false;  ///< all records have equally many fields, more than one
  bool clean = false;  ///< no quote stands inside a bare field, as it would if another delimiter wrote them
  Index fields = 0;    ///< of the first record, where they are not alike
  auto operator<=>(const Parting&) const = default;
};

Parting partingBy(char delimiter, std::string_view text) {
  constexpr int sample = 20;  // records
  CsvRecords records(text, delimiter);
  CsvRecord record;
  Index fields = 0;
  Parting parting{true, true, 0};
  for (int i = 0; i < sample && records.next(record); ++i) {
    if (i == 0) fields = record.width;
    parting.alike = parting.alike && record.width == fields && fields > 1;
    for (const CsvField& field : record.fields) {
      parting.clean = parting.clean && (field.quoted || field.text.find('"') == std::string::npos);
    }
  }
  if (records.error() || fields < 2) return {};
  if (!parting.alike) parting.fields = fields;
  return parting;
}

}  // namespace

char detectDelimiter(std::string_view text) {
  char best = ',';
  Parting most;
  for (const char delimiter : {'\t', ';', ','}) {
    const Parting parting = partingBy(delimiter, text);
    if (parting <= most) continue;
    most = parting;
    best = delimiter;
  }
  return best;
}

}  // namespace backprop
