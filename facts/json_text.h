// SPDX-License-Identifier: MIT
#pragma once
/// JSON written by hand, for the output that must keep pace with the scan. Building a tree of nodes
/// first costs more than reading the document did. What is not written a million times goes through
/// nlohmann/json instead.

#include <string>
#include <string_view>

namespace assay {

/// Appends `text` as a JSON string with its quotes. Control characters become escapes; a byte that
/// is not UTF-8 becomes U+FFFD, so that the result is JSON whatever the text is.
void append_json_string(std::string& out, std::string_view text);

/// Appends the shortest number that reads back as `value`; null when it is infinite or no number.
void append_json_number(std::string& out, double value);

/// Appends an integer.
void append_json_number(std::string& out, std::size_t value);

/// Appends {"key":value,…} member by member; the braces are written by construction and
/// destruction. `out` must outlive the writer. An empty object is fine.
class JsonObjectWriter {
 public:
  explicit JsonObjectWriter(std::string& out) : out_(out) { out_ += '{'; }
  ~JsonObjectWriter() { out_ += '}'; }
  JsonObjectWriter(const JsonObjectWriter&) = delete;
  JsonObjectWriter& operator=(const JsonObjectWriter&) = delete;

  /// Appends `"name":`; the caller appends the value. `name` needs no escapes.
  void key(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += '"';
    out_ += name;
    out_ += "\":";
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    append_json_string(out_, value);
  }
  /// null when `value` is empty.
  void text_or_null(std::string_view name, std::string_view value) {
    if (value.empty()) {
      key(name);
      out_ += "null";
    } else {
      text(name, value);
    }
  }
  void number(std::string_view name, double value) {
    key(name);
    append_json_number(out_, value);
  }
  void count(std::string_view name, std::size_t value) {
    key(name);
    append_json_number(out_, value);
  }
  void flag(std::string_view name, bool value) {
    key(name);
    out_ += value ? "true" : "false";
  }
  /// An array of strings; `texts` is any range of them.
  template <class Texts>
  void texts(std::string_view name, const Texts& texts) {
    key(name);
    out_ += '[';
    bool first = true;
    for (const auto& text : texts) {
      if (!first) out_ += ',';
      first = false;
      append_json_string(out_, text);
    }
    out_ += ']';
  }

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace assay
