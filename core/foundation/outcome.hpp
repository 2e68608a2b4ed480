#pragma once
/// Errors as values. User input is validated once, in the core; what is wrong leaves it as an
/// `Error`, never as an exception (a C++ throw costs a WebAssembly module its stack). The page
/// turns the error into a sentence in the reader's language.

#include <optional>
#include <string>
#include <utility>

namespace backprop {

/// What is wrong with one field of the input.
struct Error {
  /// What kind of thing is wrong; the page has one sentence for each:
  ///   "notANumber"   value is no finite number        allowed: an interval, "(0, 10]"
  ///   "notAnInteger" value has a fraction             allowed: an interval of integers
  ///   "outOfRange"   value lies outside               allowed: an interval
  ///   "unknown"      value is none of the choices     allowed: the choices, "tanh, sigmoid"
  ///   "wrongType"    e.g. a text where a list belongs allowed: "text", "number", "list", "object", "boolean"
  ///   "wrongLength"  a list of the wrong length       allowed: an interval or a number
  ///   "missing"      a required field is absent       allowed: its type
  ///   "unexpected"   a field that does not exist      allowed: the fields that do
  ///   "incompatible" value does not go with another   allowed: what would go with it
  ///   "tooLarge"     more than a stated limit         allowed: the limit
  ///   "newerVersion" written by a newer version       allowed: the versions that can be read
  ///   "malformed"    text that cannot be read         allowed: the form expected
  ///   "duplicate"    the same thing twice             allowed: ""
  std::string code;
  std::string field;    ///< path of the field, as in the spec: "learner.rate", "model.hidden[2].neurons"
  std::string value;    ///< what was given, as text, cut to 80 characters
  std::string allowed;  ///< what is allowed, in intervals and identifiers, without prose

  // Out of line, as is every special member of what is made in many places: a third of the download was copies
  // of them.
  Error(const char* code, std::string field, std::string value, std::string allowed);
  Error(const Error&);
  Error(Error&&) noexcept;
  Error& operator=(const Error&);
  Error& operator=(Error&&) noexcept;
  ~Error();
};

/// A value, or what is wrong. @tparam T  any type but Error
template <typename T>
class [[nodiscard]] Outcome {
 public:
  Outcome(T value) : value_(std::move(value)) {}
  Outcome(Error error) : error_(std::move(error)) {}

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  /// @pre ok()
  T& value() & { return *value_; }
  const T& value() const& { return *value_; }
  T&& value() && { return *std::move(value_); }
  /// @pre !ok()
  const Error& error() const { return *error_; }

 private:
  std::optional<T> value_;
  std::optional<Error> error_;
};

/// Success without a value.
struct Done {};

}  // namespace backprop
