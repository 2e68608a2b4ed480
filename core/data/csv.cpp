#include "data/csv.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "data/csv_records.hpp"
#include "data/csv_targets.hpp"
#include "foundation/decimal.hpp"
#include "foundation/excerpt.hpp"

namespace backprop {

namespace {

constexpr std::string_view classesName = "class";
constexpr std::string_view numbersName = "target (number)";
constexpr std::string_view testName = "test";
constexpr std::array<std::string_view, 6> targetNames{classesName, "label", "species", "target", "y", numbersName};
constexpr std::array<std::string_view, 3> namesOfClasses{classesName, "label", "species"};

std::size_t at(Index index) { return static_cast<std::size_t>(index); }
Index sizeOf(const auto& list) { return static_cast<Index>(list.size()); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool sameName(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool isOneOf(std::string_view name, const auto& names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view other) { return sameName(name, other); });
}

/// How the text is laid out, as far as its first two records tell.
struct Layout {
  char delimiter = ',';
  Index line = 1;  ///< where the first record begins
  bool header = false;
  Index width = 0;                 ///< fields of each record
  std::vector<std::string> names;  ///< of the header; none without
  Index target = 0;                ///< which field
  bool targetNamed = false;        ///< by the options or the header, not merely the last
  bool quotesAreNames = true;      ///< numbers stand bare, so that a quoted one is a name

  /// Whether the last field may be the column that formatCsv writes of the rows held out.
  bool mayHoldTest() const {
    return header && targetNamed && target != width - 1 && width > 2 && sameName(names.back(), testName);
  }
};

std::optional<double> readNumber(const std::string& text, char delimiter) {
  const std::optional<double> number = parseDecimal(text);
  if (number || delimiter == ',') return number;
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos || text.find('.') != std::string::npos) return std::nullopt;
  std::string pointed = text;
  pointed[comma] = '.';
  return parseDecimal(pointed);  // refuses a second comma
}

/// A first row is a header if the next has numbers and it has none in their columns.
bool looksLikeHeader(const CsvRecord& first, const CsvRecord* second, char delimiter) {
  if (!second) {  // alone: all but a target would have to be numbers
    return std::none_of(first.fields.begin(), first.fields.end() - 1, [delimiter](const CsvField& field) {
      return !field.quoted && readNumber(field.text, delimiter);
    });
  }
  bool numbersBelow = false;
  for (std::size_t i = 0; i < std::min(first.fields.size(), second->fields.size()); ++i) {
    const CsvField &above = first.fields[i], &below = second->fields[i];
    if (!readNumber(below.text, delimiter)) continue;
    numbersBelow = true;
    const bool quotedName = above.quoted && !below.quoted;
    if (!quotedName && readNumber(above.text, delimiter)) return false;
  }
  return numbersBelow;
}

/// Chooses the target's column.
std::optional<Error> chooseTarget(Layout& layout, const CsvOptions& options) {
  layout.targetNamed = true;
  if (options.targetColumn) {
    layout.target = *options.targetColumn;
    if (layout.target >= 0 && layout.target < layout.width) return std::nullopt;
    return Error{"outOfRange", "target", std::to_string(layout.target), interval(0, layout.width - 1)};
  }
  const auto lastNamed = [&](const auto& matches) {
    const auto found = std::find_if(layout.names.rbegin(), layout.names.rend(), matches);
    layout.target = static_cast<Index>(layout.names.rend() - found) - 1;
    return found != layout.names.rend();
  };
  if (!options.targetName.empty()) {
    if (lastNamed([&](const std::string& name) { return sameName(name, options.targetName); })) return std::nullopt;
    if (!layout.header) return Error{"incompatible", "target", excerpt(options.targetName), "header"};
    std::string known;
    for (const std::string& name : layout.names) known += (known.empty() ? "" : ", ") + name;
    return Error{"unknown", "target", excerpt(options.targetName), excerpt(known)};
  }
  if (lastNamed([](const std::string& name) { return isOneOf(name, targetNames); })) return std::nullopt;
  layout.target = layout.width - 1;
  layout.targetNamed = false;
  return std::nullopt;
}

Outcome<Layout> detectLayout(std::string_view text, char delimiter, const CsvOptions& options) {
  CsvRecords records(text, delimiter);
  CsvRecord first, second;
  if (!records.next(first)) return records.error().value_or(Error{"missing", "text", "", "line 1"});
  const bool alone = !records.next(second);
  if (first.width < 2 || first.width > maxColumns + 2) {
    return Error{"wrongLength", csvLine(first.line), std::to_string(first.width), interval(2, maxColumns + 1)};
  }
  Layout layout;
  layout.delimiter = delimiter;
  layout.line = first.line;
  layout.width = first.width;
  layout.header =
      options.header == CsvOptions::Header::Present ||
      (options.header == CsvOptions::Header::Detect && looksLikeHeader(first, alone ? nullptr : &second, delimiter));
  if (layout.header) {
    for (const CsvField& field : first.fields) layout.names.push_back(field.text);
  }
  if (auto error = chooseTarget(layout, options)) return *error;
  const CsvRecord& data = layout.header ? second : first;
  for (Index i = 0; i < sizeOf(data.fields); ++i) {
    const CsvField& field = data.fields[at(i)];
    if (i != layout.target && field.quoted && readNumber(field.text, delimiter)) layout.quotesAreNames = false;
  }
  return layout;
}

/// Reads the rows of a text whose layout is known.
class TableReader {
 public:
  TableReader(const Layout& layout, const CsvOptions& options)
      : layout_(layout), known_(options.classNames), targets_(layout.target, kindOf(layout, options), mostOf(layout)) {}

  Outcome<Table> read(std::string_view text) {
    CsvRecords records(text, layout_.delimiter);
    CsvRecord record;
    if (layout_.header) records.next(record);
    while (records.next(record)) {
      if (auto error = readRow(record)) return *error;
    }
    if (records.error()) return *records.error();
    return finish();
  }

 private:
  static CsvOptions::Targets kindOf(const Layout& layout, const CsvOptions& options) {
    const bool numbers = layout.header && sameName(layout.names[at(layout.target)], numbersName);
    const bool detect = options.targets == CsvOptions::Targets::Detect;
    return detect && numbers ? CsvOptions::Targets::Numbers : options.targets;
  }

  static Index mostOf(const Layout& layout) {
    const bool classes = layout.header && isOneOf(layout.names[at(layout.target)], namesOfClasses);
    return classes ? maxClasses : maxNumericClasses;
  }

  std::optional<Error> readRow(const CsvRecord& record) {
    if (record.width != layout_.width) {
      return Error{"wrongLength", csvLine(record.line), std::to_string(record.width), std::to_string(layout_.width)};
    }
    const Index most = maxInputValues / (layout_.width - 1 - (layout_.mayHoldTest() ? 1 : 0));
    if (++rows_ > most) return Error{"tooLarge", csvLine(record.line), std::to_string(rows_), std::to_string(most)};
    for (Index i = 0; i < layout_.width; ++i) {
      const CsvField& field = record.fields[at(i)];
      const std::optional<double> number = readNumber(field.text, layout_.delimiter);
      if (i == layout_.target) {
        const bool asText = field.quoted && layout_.quotesAreNames;
        if (auto error = targets_.add(field, number, asText, record.line)) return error;
        continue;
      }
      if (!number || !isTableNumber(*number)) return numberError(field.text, number, csvPlace(record.line, i + 1));
      values_.push_back(*number);
    }
    return std::nullopt;
  }

  static Error numberError(const std::string& text, std::optional<double> number, std::string place) {
    if (text.empty()) return {"missing", std::move(place), "", "number"};
    return {number ? "outOfRange" : "notANumber", std::move(place), excerpt(text), "[-1e9, 1e9]"};
  }

  /// Whether the last column says which rows are held out: it may, and holds nothing but 0 and 1.
  bool holdsTest() const {
    if (!layout_.mayHoldTest()) return false;
    const Index stride = layout_.width - 1;
    for (Index i = stride - 1; i < sizeOf(values_); i += stride) {
      if (values_[at(i)] != 0 && values_[at(i)] != 1) return false;
    }
    return true;
  }

  Outcome<Table> finish() {
    const Index stride = layout_.width - 1;
    const bool test = holdsTest();
    const Index d = test ? stride - 1 : stride;
    if (d > maxColumns)
      return Error{"wrongLength", csvLine(layout_.line), std::to_string(d + 1), interval(2, maxColumns + 1)};
    if (rows_ > maxInputValues / d) {
      return Error{"tooLarge", "text", std::to_string(rows_), std::to_string(maxInputValues / d)};
    }
    Table table;
    if (auto error = targets_.finish(table, known_)) return *error;
    if (auto error = nameColumns(table, d)) return *error;
    table.values.resize(d, rows_);
    table.test.assign(at(rows_), 0);
    for (Index row = 0; row < rows_; ++row) {
      for (Index i = 0; i < d; ++i) table.values(i, row) = values_[at(row * stride + i)];
      if (test) table.test[at(row)] = values_[at(row * stride + d)] == 1 ? 1 : 0;
    }
    assert(!validate(table));
    return table;
  }

  std::optional<Error> nameColumns(Table& table, Index d) const {
    for (Index i = 0; sizeOf(table.columnNames) < d; ++i) {
      if (i == layout_.target) continue;
      std::string name = layout_.header ? layout_.names[at(i)] : "";
      if (characters(name) > maxNameLength) {
        return Error{"wrongLength", csvPlace(layout_.line, i + 1), excerpt(name), interval(1, maxNameLength)};
      }
      if (name.empty()) name = "x" + std::to_string(table.columnNames.size() + 1);
      table.columnNames.push_back(std::move(name));
    }
    return std::nullopt;
  }

  const Layout& layout_;
  const std::vector<std::string>& known_;
  CsvTargets targets_;
  std::vector<double> values_;  ///< row after row, without the target
  Index rows_ = 0;
};

}  // namespace

Outcome<Table> parseCsv(std::string_view text, const CsvOptions& options) {
  if (text.size() > maxCsvLength) {
    return Error{"tooLarge", "text", std::to_string(text.size()), std::to_string(maxCsvLength)};
  }
  constexpr std::string_view delimiters = ",;\t";
  if (options.delimiter && delimiters.find(*options.delimiter) == std::string_view::npos) {
    return Error{"unknown", "delimiter", std::string(1, *options.delimiter), ", ; \\t"};
  }
  const char delimiter = options.delimiter ? *options.delimiter : detectDelimiter(text);
  const Outcome<Layout> layout = detectLayout(text, delimiter, options);
  if (!layout) return layout.error();
  return TableReader(layout.value(), options).read(text);
}

}  // namespace backprop
