// SPDX-License-Identifier: MIT
#include "core/json_file.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

#include "core/suggestion.h"

namespace assay {
namespace {

constexpr std::size_t kMaxDepth = 64;

/// Tells lines by how far the parser has read.
class LineCounter {
 public:
  LineCounter(std::string_view text, const rapidjson::MemoryStream& stream)
      : text_(text), stream_(stream) {}

  std::size_t line() {
    const std::size_t now = std::min(stream_.Tell(), text_.size());
    const auto from = text_.begin() + static_cast<std::ptrdiff_t>(counted_);
    const auto to = text_.begin() + static_cast<std::ptrdiff_t>(now);
    line_ += static_cast<std::size_t>(std::count(from, to, '\n'));
    counted_ = now;
    return line_;
  }

 private:
  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  std::size_t counted_ = 0;
  std::size_t line_ = 1;
};

/// Builds a JsonValue from the parser's events. A handler returns false to stop.
class Builder {
 public:
  explicit Builder(LineCounter& lines) : lines_(lines) {}

  JsonValue root;
  std::string complaint;

  // NOLINTBEGIN(readability-identifier-naming): the names are those that RapidJSON calls.
  bool Null() { return add({}); }
  bool Bool(bool value) { return add({.kind = JsonValue::Kind::Boolean, .boolean = value}); }
  bool Int(int value) { return Double(value); }
  bool Uint(unsigned value) { return Double(value); }
  bool Int64(std::int64_t value) { return Double(static_cast<double>(value)); }
  bool Uint64(std::uint64_t value) { return Double(static_cast<double>(value)); }
  bool Double(double value) { return add({.kind = JsonValue::Kind::Number, .number = value}); }
  static bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }  // not asked for
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return add({.kind = JsonValue::Kind::Text, .text = std::string(text, size)});
  }
  bool StartObject() { return open(JsonValue::Kind::Record); }
  bool StartArray() { return open(JsonValue::Kind::List); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }

  bool Key(const char* text, rapidjson::SizeType size, bool) {
    std::string name(text, size);
    JsonValue& record = open_.back();
    if (record.find(name)) return stop("field \"" + name + "\" stands twice in one record");
    record.names.push_back(std::move(name));
    return true;
  }
  // NOLINTEND(readability-identifier-naming)

 private:
  bool add(JsonValue value) {
    if (value.line == 0) value.line = lines_.line();
    if (open_.empty()) {
      root = std::move(value);
    } else {
      open_.back().items.push_back(std::move(value));
    }
    return true;
  }

  bool open(JsonValue::Kind kind) {
    if (open_.size() == kMaxDepth) return stop("is nested deeper than 64");
    open_.push_back({.kind = kind, .line = lines_.line()});
    return true;
  }

  bool close() {
    JsonValue value = std::move(open_.back());
    open_.pop_back();
    return add(std::move(value));
  }

  bool stop(std::string message) {
    complaint = std::move(message);
    return false;
  }

  LineCounter& lines_;
  std::vector<JsonValue> open_;
};

/// What stands where the parser stopped.
std::string near(std::string_view text, std::size_t at) {
  constexpr std::size_t kBefore = 12;
  const auto is_inside = [&](std::size_t place) {
    return place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0) == 0x80;
  };
  std::size_t begin = at > kBefore ? at - kBefore : 0;
  while (is_inside(begin)) ++begin;
  std::size_t end = std::min(at + 1, text.size());
  while (is_inside(end)) ++end;
  return begin < end ? " near \"" + std::string(text.substr(begin, end - begin)) + "\"" : "";
}

std::string_view describe(JsonValue::Kind kind) {
  switch (kind) {
    case JsonValue::Kind::Null:
      return "null";
    case JsonValue::Kind::Boolean:
      return "true or false";
    case JsonValue::Kind::Number:
      return "a number";
    case JsonValue::Kind::Text:
      return "text";
    case JsonValue::Kind::List:
      return "a list";
    case JsonValue::Kind::Record:
      return "a record";
  }
  return "";
}

std::string in_quotes(std::string_view name) { return "\"" + std::string(name) + "\""; }

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  // While a record is being built its newest name has no value yet.
  const auto index = static_cast<std::size_t>(found - names.begin());
  return index < items.size() ? &items[index] : nullptr;
}

Result<JsonValue> parse_json(std::string_view text, const std::string& file) {
  constexpr unsigned kFlags =
      rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::MemoryStream stream(text.data(), text.size());
  LineCounter lines(text, stream);
  Builder builder(lines);
  rapidjson::Reader reader;
  if (reader.Parse<kFlags>(stream, builder)) return std::move(builder.root);
  if (builder.complaint.empty())
    builder.complaint = "is not valid JSON" + near(text, reader.GetErrorOffset());
  return Error{ErrorCode::BadData, builder.complaint, file, lines.line()};
}

JsonRecord::JsonRecord(const JsonValue& value, std::string file)
    : value_(value), file_(std::move(file)) {
  if (value.kind != JsonValue::Kind::Record)
    complain(value.line, "expected a record, found " + std::string(describe(value.kind)));
}

std::string JsonRecord::text(std::string_view name) {
  const JsonValue* field = take_required(name);
  if (!field || !expect(*field, JsonValue::Kind::Text, name)) return {};
  if (field->text.empty()) complain(field->line, "field " + in_quotes(name) + " is empty");
  return field->text;
}

std::string JsonRecord::optional_text(std::string_view name) {
  return take(name) ? text(name) : std::string();
}

std::vector<std::string> JsonRecord::texts(std::string_view name) {
  std::vector<std::string> texts;
  const JsonValue* field = take(name);
  if (!field || !expect(*field, JsonValue::Kind::List, name)) return texts;
  for (const JsonValue& item : field->items) {
    if (!expect(item, JsonValue::Kind::Text, name)) continue;
    if (item.text.empty()) complain(item.line, "a text in " + in_quotes(name) + " is empty");
    texts.push_back(item.text);
  }
  return texts;
}

double JsonRecord::number(std::string_view name) {
  const JsonValue* field = take_required(name);
  return field && expect(*field, JsonValue::Kind::Number, name) ? field->number : 0;
}

std::optional<double> JsonRecord::optional_number(std::string_view name) {
  const JsonValue* field = take(name);
  if (!field || field->kind == JsonValue::Kind::Null) return std::nullopt;
  return number(name);
}

bool JsonRecord::flag(std::string_view name) {
  const JsonValue* field = take(name);
  return field && expect(*field, JsonValue::Kind::Boolean, name) && field->boolean;
}

const std::vector<JsonValue>& JsonRecord::list(std::string_view name) {
  static const std::vector<JsonValue> kNone;
  const JsonValue* field = take_required(name);
  return field && expect(*field, JsonValue::Kind::List, name) ? field->items : kNone;
}

const JsonValue* JsonRecord::any(std::string_view name) { return take(name); }

void JsonRecord::refuse(std::string_view name, std::string message) {
  const JsonValue* field = value_.find(name);
  complain(field ? field->line : value_.line, std::move(message));
}

Result<Done> JsonRecord::finish() {
  for (std::size_t i = 0; i < value_.names.size(); ++i) {
    const std::string& name = value_.names[i];
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
    // Goes first: a misspelt field explains why another one is missing.
    return Error{ErrorCode::BadData,
                 "unknown field " + in_quotes(name) + did_you_mean(name, known_), file_,
                 value_.items[i].line};
  }
  if (complaint_) return *complaint_;
  return Done{};
}

const JsonValue* JsonRecord::take(std::string_view name) {
  if (std::find(known_.begin(), known_.end(), name) == known_.end()) known_.emplace_back(name);
  return value_.find(name);
}

const JsonValue* JsonRecord::take_required(std::string_view name) {
  const JsonValue* field = take(name);
  if (!field) complain(value_.line, "field " + in_quotes(name) + " is missing");
  return field;
}

bool JsonRecord::expect(const JsonValue& value, JsonValue::Kind kind, std::string_view name) {
  if (value.kind == kind) return true;
  complain(value.line, "expected " + std::string(describe(kind)) + " in " + in_quotes(name) +
                           ", found " + std::string(describe(value.kind)));
  return false;
}

void JsonRecord::complain(std::size_t line, std::string message) {
  if (complaint_) return;
  complaint_ = Error{ErrorCode::BadData, std::move(message), file_, line};
}

}  // namespace assay
