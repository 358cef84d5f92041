// SPDX-License-Identifier: MIT
#pragma once
/// Data files in JSON, read strictly: every complaint names the file and the line, a field that
/// nobody asked for is an error, and so is a key that stands twice (most parsers keep the last one
/// without a word).
///
///     Result<JsonValue> root = parse_json(text, "core/units/length.json");
///     JsonRecord record(*root, "core/units/length.json");
///     Unit unit{.id = record.text("id"), .symbols = record.texts("symbols")};
///     if (Result<Done> done = record.finish(); !done) return done.error();
///
/// This is for vocabulary that ships with the program or that a user adds to it. Streams of
/// documents and reports do not come through here.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace assay {

/// One JSON value that knows its line. Which members hold anything depends on `kind`.
struct JsonValue {
  enum class Kind : std::uint8_t { Null, Boolean, Number, Text, List, Record };

  Kind kind = Kind::Null;
  std::size_t line = 0;  ///< 1-based line at which the value starts
  bool boolean = false;
  double number = 0;
  std::string text = {};
  std::vector<JsonValue> items = {};    ///< elements of a list, or values of a record's fields
  std::vector<std::string> names = {};  ///< of a record: names[i] is the name of items[i]

  /// The value of a record's field, or nullptr.
  [[nodiscard]] const JsonValue* find(std::string_view name) const;
};

/// Parses the whole of `text`, which came from `file` (named in errors).
/// Errors: BadData, with the line, for anything but one JSON value, for two equal keys in one
/// record, and for nesting deeper than 64.
[[nodiscard]] Result<JsonValue> parse_json(std::string_view text, const std::string& file);

/// Takes the fields of one record. The first complaint is kept until finish(), so that a loader
/// reads as a list of fields; until then a getter that fails returns an empty value.
/// `value` must outlive the record.
class JsonRecord {
 public:
  JsonRecord(const JsonValue& value, std::string file);

  /// A field that must be there and hold text that is not empty.
  [[nodiscard]] std::string text(std::string_view name);
  /// The same, but empty when the field is absent.
  [[nodiscard]] std::string optional_text(std::string_view name);
  /// A list of texts, none of them empty; an absent field is an empty list.
  [[nodiscard]] std::vector<std::string> texts(std::string_view name);
  /// A field that must be there and hold a number.
  [[nodiscard]] double number(std::string_view name);
  /// The same, but absent when the field is absent or null.
  [[nodiscard]] std::optional<double> optional_number(std::string_view name);
  /// true or false; an absent field is false.
  [[nodiscard]] bool flag(std::string_view name);
  /// A field that must be there and hold a list; its elements.
  [[nodiscard]] const std::vector<JsonValue>& list(std::string_view name);
  /// Any value, or nullptr when the field is absent.
  [[nodiscard]] const JsonValue* any(std::string_view name);

  /// Adds a complaint of the caller's about the field `name` (or about the whole record when it has
  /// no such field), such as "unknown dimension".
  void refuse(std::string_view name, std::string message);

  /// The first complaint, if there is one. Fields that were not asked for are complained about
  /// here, with the closest name that was. Errors: BadData with file and line.
  [[nodiscard]] Result<Done> finish();

 private:
  const JsonValue* take(std::string_view name);
  const JsonValue* take_required(std::string_view name);
  bool expect(const JsonValue& value, JsonValue::Kind kind, std::string_view name);
  void complain(std::size_t line, std::string message);

  const JsonValue& value_;
  std::string file_;
  std::vector<std::string> known_;
  std::optional<Error> complaint_;
};

}  // namespace assay
