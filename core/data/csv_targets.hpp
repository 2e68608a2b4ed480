#pragma once
/// A CSV's target column: gathered row by row, and only at its end known to hold classes or numbers.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "data/csv.hpp"
#include "data/csv_records.hpp"

namespace backprop {

class CsvTargets {
 public:
  /// @param column       where it stands, from 0, for errors
  /// @param kind         known beforehand, or to be detected
  /// @param mostNumeric  most distinct whole numbers that count as classes
  CsvTargets(Index column, CsvOptions::Targets kind, Index mostNumeric);

  /// Takes the next row's target.
  /// @param number  what the field says, if it is a number
  /// @param asText  a name even if it is a number
  std::optional<Error> add(const CsvField& field, std::optional<double> number, bool asText, Index line);

  /// Writes kind, targets and class names of the table.
  /// @param known  names of classes that come first, in this order
  std::optional<Error> finish(Table& table, const std::vector<std::string>& known) const;

 private:
  struct Place {
    Index line;
    std::string text;
  };
  struct Class {
    std::int32_t id;  ///< in order of appearance
    Index line;       ///< where it first appeared
    double number;    ///< NaN where its name is none
  };

  Outcome<TargetKind> detectKind() const;
  std::optional<Error> checkNames() const;
  std::vector<std::string> orderedNames(const std::vector<std::string>& known) const;
  Error error(const char* code, const Place& place, std::string allowed) const;

  Index column_;
  CsvOptions::Targets kind_;
  Index mostNumeric_;
  std::vector<double> numbers_;            ///< NaN where a row has none
  std::vector<std::int32_t> classes_;      ///< ids; −1 for those beyond maxClasses
  std::map<std::string, Class> distinct_;  ///< at most maxClasses, in the order of their bytes
  std::optional<Place> firstText_;         ///< the first that is a name
  std::optional<Place> firstNotANumber_;
  std::optional<Place> firstTooLarge_;  ///< the first number beyond maxMagnitude
  std::optional<Place> oneTooMany_;     ///< the first class beyond maxClasses
  bool fractions_ = false;              ///< some bare number is not whole
};

}  // namespace backprop
