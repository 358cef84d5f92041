// SPDX-License-Identifier: MIT
#include "core/json_file.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/suggestion.h"

namespace assay {
namespace {

constexpr std::size_t kMaxDepth = 64;

/// How far the parser has read: the only way to learn the line of a value, since nlohmann reports
/// none but that of a syntax error.
struct Progress {
  std::size_t line = 1;
  bool at_line_break = false;
};

/// Feeds the parser and counts lines on the way.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, Progress* progress) : at_(at), progress_(progress) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    progress_->at_line_break = *at_ == '\n';
    if (progress_->at_line_break) ++progress_->line;
    ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  Progress* progress_;
};

/// Builds a JsonValue from the parser's events. A handler returns false to stop.
class Builder {
 public:
  explicit Builder(const Progress& progress) : progress_(progress) {}

  JsonValue root;
  std::string complaint;
  std::size_t complaint_line = 0;

  bool null() { return add({}); }
  bool boolean(bool value) { return add({.kind = JsonValue::Kind::Boolean, .boolean = value}); }
  bool number_integer(std::int64_t value) { return add_number(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return add_number(static_cast<double>(value)); }
  bool number_float(double value, const std::string&) { return add_number(value); }
  bool string(std::string& value) {
    return add({.kind = JsonValue::Kind::Text, .text = std::move(value)});
  }
  bool binary(std::vector<std::uint8_t>&) { return stop("binary values are not JSON"); }
  bool start_object(std::size_t) { return open(JsonValue::Kind::Record); }
  bool start_array(std::size_t) { return open(JsonValue::Kind::List); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    JsonValue& record = open_.back();
    if (record.find(name)) return stop("field \"" + name + "\" stands twice in one record");
    record.names.push_back(std::move(name));
    return true;
  }

  bool parse_error(std::size_t, const std::string& last_token, const std::exception&) {
    return stop("is not valid JSON" +
                (last_token.empty() ? std::string() : " near \"" + last_token + "\""));
  }

 private:
  bool add_number(double value) {
    // The end of a number is seen only in the character after it.
    const std::size_t line = progress_.line - (progress_.at_line_break ? 1 : 0);
    return add({.kind = JsonValue::Kind::Number, .line = line, .number = value});
  }

  bool add(JsonValue value) {
    if (value.line == 0) value.line = progress_.line;
    if (open_.empty()) {
      root = std::move(value);
    } else {
      open_.back().items.push_back(std::move(value));
    }
    return true;
  }

  bool open(JsonValue::Kind kind) {
    if (open_.size() == kMaxDepth) return stop("is nested deeper than 64");
    open_.push_back({.kind = kind, .line = progress_.line});
    return true;
  }

  bool close() {
    JsonValue value = std::move(open_.back());
    open_.pop_back();
    return add(std::move(value));
  }

  bool stop(std::string message) {
    complaint = std::move(message);
    complaint_line = progress_.line;
    return false;
  }

  const Progress& progress_;
  std::vector<JsonValue> open_;
};

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
  Progress progress;
  Builder builder(progress);
  const CountingIterator begin(text.data(), &progress);
  const CountingIterator end(text.data() + text.size(), &progress);
  try {
    if (nlohmann::json::sax_parse(begin, end, &builder)) return std::move(builder.root);
  } catch (const nlohmann::json::exception& exception) {
    builder.complaint = exception.what();  // no event handler of ours should let it come to this
  }
  return Error{ErrorCode::BadData, builder.complaint, file, builder.complaint_line};
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
