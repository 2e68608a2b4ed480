/// Any text is read or refused; what is read is a valid table, and is read again from what is written of it.

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "data/csv.hpp"

namespace backprop {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void requireRoundTrip(const Table& table) {
  CsvOptions options;
  options.classNames = table.classNames;
  const Outcome<Table> outcome = parseCsv(formatCsv(table), options);
  require(outcome.ok());
  const Table& again = outcome.value();
  require(again.columnNames == table.columnNames && again.kind == table.kind && again.classNames == table.classNames);
  require(again.targets == table.targets && again.test == table.test);
  require(again.values.rows() == table.values.rows() && again.values.cols() == table.values.cols());
  require((again.values.array() == table.values.array()).all());
}

/// The first byte chooses the options, so that the fuzzer reaches them all.
CsvOptions optionsOf(std::uint8_t byte) {
  CsvOptions options;
  options.header = static_cast<CsvOptions::Header>(byte % 3);
  options.targets = static_cast<CsvOptions::Targets>(byte / 3 % 3);
  if (byte / 9 % 4 == 1) options.targetColumn = 1;
  if (byte / 9 % 4 == 2) options.targetName = "x1";
  if (byte / 9 % 4 == 3) options.classNames = {"B", "A"};
  return options;
}

}  // namespace
}  // namespace backprop

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backprop;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto& [input, options] : {std::pair(text, CsvOptions{}), std::pair(text.substr(1), optionsOf(data[0]))}) {
    const Outcome<Table> table = parseCsv(input, options);
    if (!table) {
      require(!table.error().code.empty() && !table.error().field.empty());
      continue;
    }
    require(!validate(table.value()));
    requireRoundTrip(table.value());
  }
  return 0;
}
