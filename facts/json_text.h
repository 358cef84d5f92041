// SPDX-License-Identifier: MIT
#pragma once
/// JSON written by hand, for the output that must keep pace with the scan. Building a tree of nodes
/// first costs more than reading the document did. What is not written a million times goes through
/// nlohmann/json instead.

#include <concepts>
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

/// The name of a member, quoted when the program is compiled. It is made of a literal that needs no
/// escapes, and appended in one piece.
class JsonKey {
 public:
  template <std::size_t N>
  consteval JsonKey(const char (&name)[N]) : size_(N + 3) {  // NOLINT: literals shall convert
    static_assert(N + 3 <= kCapacity);
    text_[0] = ',';
    text_[1] = '"';
    for (std::size_t i = 0; i + 1 < N; ++i) text_[i + 2] = name[i];
    text_[N + 1] = '"';
    text_[N + 2] = ':';
  }
  /// `"name":`
  [[nodiscard]] constexpr std::string_view quoted() const { return {text_ + 1, size_ - 1}; }
  /// `,"name":`
  [[nodiscard]] constexpr std::string_view after_comma() const { return {text_, size_}; }
  [[nodiscard]] constexpr std::string_view name() const { return {text_ + 2, size_ - 4}; }

 private:
  static constexpr std::size_t kCapacity = 40;
  char text_[kCapacity] = {};
  std::size_t size_;
};

/// Appends {"key":value,…} member by member; the braces are written by construction and destruction.
/// `out` must outlive the writer. An empty object is fine.
class JsonObjectWriter {
 public:
  explicit JsonObjectWriter(std::string& out) : out_(out) { out_ += '{'; }
  ~JsonObjectWriter() { out_ += '}'; }
  JsonObjectWriter(const JsonObjectWriter&) = delete;
  JsonObjectWriter& operator=(const JsonObjectWriter&) = delete;

  /// Appends `"name":`; the caller appends the value.
  void key(const JsonKey& name) {
    out_ += first_ ? name.quoted() : name.after_comma();
    first_ = false;
  }
  /// The same for a name that is known only when the program runs; it may need escapes.
  void key(const std::same_as<std::string> auto& name) {
    if (!first_) out_ += ',';
    first_ = false;
    append_json_string(out_, name);
    out_ += ':';
  }
  void text(const JsonKey& name, std::string_view value) {
    key(name);
    append_json_string(out_, value);
  }
  /// null when `value` is empty.
  void text_or_null(const JsonKey& name, std::string_view value) {
    if (value.empty()) {
      key(name);
      out_ += "null";
    } else {
      text(name, value);
    }
  }
  void number(const JsonKey& name, double value) {
    key(name);
    append_json_number(out_, value);
  }
  void count(const JsonKey& name, std::size_t value) {
    key(name);
    append_json_number(out_, value);
  }
  void flag(const JsonKey& name, bool value) {
    key(name);
    out_ += value ? "true" : "false";
  }
  /// An array of strings; `texts` is any range of them.
  template <class Texts>
  void texts(const JsonKey& name, const Texts& texts) {
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
