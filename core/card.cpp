// SPDX-License-Identifier: MIT
#include "core/card.h"

#include <array>
#include <optional>
#include <utility>

#include "core/suggestion.h"

namespace assay {
namespace {

constexpr std::string_view kFence = "```";
constexpr std::string_view kEvidenceRule = "----";
constexpr std::string_view kDocumentRule = "----doc----";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool is_section(std::string_view line) { return line.starts_with("## "); }
bool is_fence(std::string_view line) { return line.starts_with(kFence); }

/// Appends a line and its end.
void append_line(std::string& text, std::string_view line) {
  text += line;
  text += '\n';
}

class CardParser {
 public:
  CardParser(std::string_view text, const std::string& file) : rest_(text), file_(file) {}

  Result<Card> parse() {
    if (!read_head()) return *error_;
    while (!error_ && next_line()) {
      if (is_section(line_)) {
        card_.sections.push_back({std::string(trimmed(line_.substr(3))), {}});
        continue;
      }
      if (is_fence(line_)) {
        read_fence();
        continue;
      }
      keep_line();
    }
    if (error_) return *error_;
    return std::move(card_);
  }

 private:
  /// Steps to the next line; false at the end.
  bool next_line() {
    if (rest_.empty()) return false;
    const std::size_t end = rest_.find('\n');
    line_ = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    ++number_;
    return true;
  }

  void fail(std::string message, std::size_t line) {
    if (!error_) error_ = Error{ErrorCode::BadData, std::move(message), file_, line};
  }

  /// Puts the line into the section that is open; text before the first section is no one's.
  void keep_line() {
    if (!card_.sections.empty()) append_line(card_.sections.back().text, line_);
  }

  /// The title, and the paragraph below it.
  bool read_head() {
    if (!next_line() || !line_.starts_with("# ")) {
      fail("a card starts with \"# \" and its name", 1);
      return false;
    }
    card_.title = trimmed(line_.substr(2));
    while (!is_section(rest_) && !is_fence(rest_) && next_line()) {
      const std::string_view words = trimmed(line_);
      if (words.empty() && !card_.summary.empty()) break;
      if (words.empty()) continue;
      if (!card_.summary.empty()) card_.summary += ' ';
      card_.summary += words;
    }
    if (card_.summary.empty()) fail("one sentence has to stand below the title", number_);
    return !error_;
  }

  void read_fence() {
    const std::size_t start = number_;
    const std::string_view name = trimmed(line_.substr(kFence.size()));
    keep_line();
    std::vector<std::string_view> body;
    bool closed = false;
    while (!closed && next_line()) {
      keep_line();
      closed = is_fence(line_);
      if (!closed) body.push_back(line_);
    }
    if (!closed) return fail("this fence is never closed", start);
    if (!name.empty()) add_example(name, start, body);
  }

  void add_example(std::string_view name, std::size_t start,
                   const std::vector<std::string_view>& body) {
    constexpr std::array kKinds = {CardExample::Kind::Flags, CardExample::Kind::Silent,
                                   CardExample::Kind::Gap};
    for (const CardExample::Kind kind : kKinds) {
      if (to_string(kind) != name) continue;
      CardExample example{.kind = kind, .name = {}, .line = start, .documents = {}, .findings = {}};
      example.name =
          std::string(name) + "_" + std::to_string(++counts_[static_cast<std::size_t>(kind)]);
      read_body(body, example);
      check_example(example);
      card_.examples.push_back(std::move(example));
      return;
    }
    const std::array<std::string, 3> known = {"flags", "silent", "gap"};
    fail("unknown fence \"" + std::string(name) + "\"" + did_you_mean(name, known), start);
  }

  static void read_body(const std::vector<std::string_view>& body, CardExample& example) {
    example.documents.emplace_back();
    for (const std::string_view line : body) {
      if (trimmed(line) == kEvidenceRule) {
        example.findings.emplace_back();
      } else if (!example.findings.empty()) {
        if (!trimmed(line).empty()) example.findings.back().emplace_back(trimmed(line));
      } else if (trimmed(line) == kDocumentRule) {
        example.documents.emplace_back();
      } else {
        append_line(example.documents.back(), line);
      }
    }
  }

  void check_example(const CardExample& example) {
    for (const std::string& document : example.documents)
      if (trimmed(document).empty()) fail("a document of this example is empty", example.line);
    for (const auto& evidence : example.findings)
      if (evidence.empty()) fail("\"----\" without evidence below it", example.line);
    if (example.kind == CardExample::Kind::Flags && example.findings.empty())
      fail("a flags example needs \"----\" and the evidence that it expects", example.line);
    if (example.kind == CardExample::Kind::Silent && !example.findings.empty())
      fail("a silent example expects no evidence", example.line);
  }

  std::string_view rest_;
  std::string file_;
  std::string_view line_;
  std::size_t number_ = 0;
  std::array<int, 3> counts_{};
  Card card_;
  std::optional<Error> error_;
};

}  // namespace

const CardSection* Card::find_section(std::string_view name) const {
  for (const CardSection& section : sections) {
    if (section.title == name) return &section;
  }
  return nullptr;
}

Result<Card> parse_card(std::string_view text, const std::string& file) {
  return CardParser(text, file).parse();
}

std::string_view to_string(CardExample::Kind kind) {
  switch (kind) {
    case CardExample::Kind::Flags:
      return "flags";
    case CardExample::Kind::Silent:
      return "silent";
    case CardExample::Kind::Gap:
      return "gap";
  }
  return "";
}

}  // namespace assay
