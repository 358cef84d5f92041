// SPDX-License-Identifier: MIT
#pragma once
/// Failure by value. A function that may fail on input returns `Result<T>`; what may merely be
/// absent is `std::optional`. Libraries neither print nor exit: only cli/ turns an Error into text.
///
///     Result<Document> document = read_document(path);
///     if (!document) return document.error();

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace assay {

/// What went wrong, as far as a caller may want to act on it.
enum class ErrorCode {
  BadInput,  ///< a document, a claim or a gold file cannot be understood
  BadData,   ///< a vocabulary file (ours or the user's) is wrong
  BadUsage,  ///< arguments or configuration are wrong
  Io,        ///< a file, folder or fact base cannot be opened, read or written
};

/// An error with the file and, where known, the 1-based line at which it was met.
struct Error {
  ErrorCode code = ErrorCode::BadInput;
  std::string message;  ///< lower case, no full stop: what was found and what was expected
  std::string file = {};
  std::size_t line = 0;  ///< 0: no line is known

  /// The usual form `file:line: message`, leaving out what is unknown.
  [[nodiscard]] std::string to_string() const {
    if (file.empty()) return message;
    return file + (line ? ":" + std::to_string(line) : std::string()) + ": " + message;
  }
};

/// Either a value or an Error; spelt like std::expected, which C++20 does not have.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// The value. Precondition: has_value().
  T& value() {
    assert(has_value());
    return std::get<0>(state_);
  }
  const T& value() const {
    assert(has_value());
    return std::get<0>(state_);
  }
  /// The error. Precondition: !has_value().
  [[nodiscard]] const Error& error() const {
    assert(!has_value());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

/// Success without a value.
struct Done {};

}  // namespace assay
