// SPDX-License-Identifier: MIT
#include "facts/suppression.h"

#include <algorithm>
#include <optional>

#include "core/suggestion.h"
#include "core/utf8.h"

namespace assay {
namespace {

constexpr std::string_view kMark = "assay-ignore";
constexpr std::string_view kComment = "<!--";
constexpr std::string_view kCommentEnd = "-->";
/// A mark that is longer is none: whoever leaves many unclosed costs no more than one.
constexpr std::size_t kMaxMarkBytes = 2000;
constexpr std::string_view kWhite = " \t\r\n";

bool is_white(char c) { return kWhite.find(c) != std::string_view::npos; }

std::string_view without_white(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(kWhite), text.size());
  return text.substr(begin, text.find_last_not_of(kWhite) + 1 - begin);
}

/// Whether a line starts or ends a block of code.
bool is_fence(std::string_view line) {
  if (line.starts_with("~~~")) return true;
  return line.starts_with("```") && line.find('`', std::min(line.find_first_not_of('`'),
                                                            line.size())) == std::string_view::npos;
}

/// A mark as it stands in a text.
struct WrittenMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view words;  ///< from "assay-ignore" on, without what closes the mark
};

std::optional<WrittenMark> mark_at(std::string_view raw, std::size_t begin) {
  const std::string_view rest = raw.substr(begin, kMaxMarkBytes);
  const bool comment = rest.starts_with(kComment);
  if (!comment && !rest.starts_with('[')) return std::nullopt;
  const std::size_t opening = comment ? kComment.size() : 1;
  const std::size_t words = std::min(rest.find_first_not_of(kWhite, opening), rest.size());
  if (!rest.substr(words).starts_with(kMark)) return std::nullopt;
  const std::size_t behind = words + kMark.size();
  const bool goes_on =
      behind < rest.size() && (is_ascii_letter(static_cast<unsigned char>(rest[behind])) ||
                               is_ascii_digit(static_cast<unsigned char>(rest[behind])));
  if (goes_on) return std::nullopt;
  const std::size_t end =
      comment ? rest.find(kCommentEnd, behind) : rest.find_first_of("]\n", behind);
  if (end == std::string_view::npos || rest[end] == '\n') return std::nullopt;
  return WrittenMark{.begin = begin,
                     .end = begin + end + (comment ? kCommentEnd.size() : 1),
                     .words = without_white(rest.substr(words, end - words))};
}

/// What a mark says, taken apart.
struct ParsedMark {
  std::string kind;  ///< "", "begin", "end", "file"
  std::vector<std::string> rules;
  std::string reason;
};

/// Where the first colon of a text stands, of either width, and how long it is.
std::pair<std::size_t, std::size_t> find_colon(std::string_view text) {
  constexpr std::string_view kWide = "：";
  const std::size_t narrow = text.find(':');
  const std::size_t wide = text.find(kWide);
  return wide < narrow ? std::pair(wide, kWide.size()) : std::pair(narrow, std::size_t{1});
}

std::vector<std::string> split_rules(std::string_view text) {
  constexpr std::string_view kWideComma = "，";
  std::vector<std::string> rules(1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool wide = text.substr(at).starts_with(kWideComma);
    if (wide || text[at] == ',' || is_white(text[at])) {
      if (!rules.back().empty()) rules.emplace_back();
      if (wide) at += kWideComma.size() - 1;
    } else {
      rules.back() += text[at];
    }
  }
  if (rules.back().empty()) rules.pop_back();
  return rules;
}

ParsedMark parse_mark(std::string_view words) {
  words.remove_prefix(kMark.size());
  ParsedMark mark;
  if (words.starts_with('-')) {
    const std::size_t end = std::min(words.find_first_of(" \t\r\n:,"), words.size());
    mark.kind = words.substr(1, end - 1);
    words.remove_prefix(end);
  }
  const auto [colon, length] = find_colon(words);
  mark.rules = split_rules(words.substr(0, colon));
  if (colon != std::string_view::npos) mark.reason = without_white(words.substr(colon + length));
  return mark;
}

class SuppressionFinder {
 public:
  explicit SuppressionFinder(std::string_view raw) : raw_(raw) {}

  Suppressions find() {
    if (raw_.find(kMark) == std::string_view::npos) return {};
    bool fenced = false;
    for (std::size_t begin = 0; begin < raw_.size();) {
      ++line_;
      const std::size_t end = std::min(raw_.find('\n', begin), raw_.size());
      const std::string_view text = without_white(raw_.substr(begin, end - begin));
      const bool fence = is_fence(text);
      fenced = fenced != fence;
      const std::size_t read = fenced || fence ? end : read_line(begin, end);
      // A comment may reach over several lines.
      line_ += static_cast<std::size_t>(
          std::count(raw_.begin() + static_cast<std::ptrdiff_t>(end),
                     raw_.begin() + static_cast<std::ptrdiff_t>(std::max(read, end)), '\n'));
      begin = std::min(raw_.find('\n', std::max(read, end)), raw_.size()) + 1;
    }
    for (const Suppression& open : open_)
      complain(open.line,
               "assay-ignore-begin is never ended, and accepts nothing: add assay-ignore-end");
    return std::move(result_);
  }

 private:
  /// Takes the marks of a line; returns where the last of them ends, or `begin`.
  std::size_t read_line(std::size_t begin, std::size_t end) {
    std::vector<WrittenMark> marks;
    bool other_text = false;
    std::size_t at = begin;
    while (at < end) {
      const bool example = at > begin && raw_[at - 1] == '`';
      const auto mark = example ? std::nullopt : mark_at(raw_, at);
      other_text = other_text || (!mark && !is_white(raw_[at]));
      if (mark) marks.push_back(*mark);
      at = mark ? mark->end : at + 1;
    }
    if (marks.empty()) {
      if (other_text) settle_waiting(line_);
      return begin;
    }
    const std::size_t last_line =
        line_ +
        static_cast<std::size_t>(std::count(raw_.begin() + static_cast<std::ptrdiff_t>(begin),
                                            raw_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    const std::size_t rest = std::min(raw_.find('\n', at), raw_.size());
    other_text = other_text || !without_white(raw_.substr(at, rest - at)).empty();
    if (other_text) settle_waiting(line_);
    for (const WrittenMark& mark : marks) take(mark, other_text, last_line);
    return at;
  }

  void take(const WrittenMark& written, bool other_text, std::size_t last_line) {
    ParsedMark mark = parse_mark(written.words);
    if (mark.kind == "end") return end_range();
    if (!is_understood(mark)) return;
    Suppression suppression{.rules = std::move(mark.rules),
                            .reason = std::move(mark.reason),
                            .line = line_,
                            .first_line = line_,
                            .last_line = last_line};
    if (mark.kind == "begin") {
      open_.push_back(std::move(suppression));
    } else if (mark.kind == "file") {
      suppression.first_line = 1;
      suppression.last_line = static_cast<std::size_t>(-1);
      result_.accepted.push_back(std::move(suppression));
    } else if (other_text) {
      result_.accepted.push_back(std::move(suppression));
    } else {
      waiting_.push_back(std::move(suppression));
    }
  }

  bool is_understood(const ParsedMark& mark) {
    static const std::vector<std::string> kinds = {"begin", "end", "file"};
    if (!mark.kind.empty() && std::ranges::count(kinds, mark.kind) == 0) {
      complain(line_,
               "unknown mark \"assay-ignore-" + mark.kind + "\"" + did_you_mean(mark.kind, kinds));
    } else if (mark.rules.empty()) {
      complain(line_, "assay-ignore names no rule, and accepts nothing: write RULE: reason");
    } else if (mark.reason.empty()) {
      complain(line_, "assay-ignore gives no reason, and accepts nothing: write \": \" and why");
    } else {
      return true;
    }
    return false;
  }

  void end_range() {
    if (open_.empty()) return complain(line_, "assay-ignore-end ends nothing");
    open_.back().last_line = line_;
    result_.accepted.push_back(std::move(open_.back()));
    open_.pop_back();
  }

  /// Marks that stood alone on their lines are for the next line that has text.
  void settle_waiting(std::size_t line) {
    for (Suppression& suppression : waiting_) {
      suppression.first_line = suppression.last_line = line;
      result_.accepted.push_back(std::move(suppression));
    }
    waiting_.clear();
  }

  void complain(std::size_t line, std::string message) {
    result_.mistakes.push_back({line, std::move(message)});
  }

  std::string_view raw_;
  std::size_t line_ = 0;
  std::vector<Suppression> waiting_;
  std::vector<Suppression> open_;
  Suppressions result_;
};

}  // namespace

Suppressions find_suppressions(std::string_view raw) { return SuppressionFinder(raw).find(); }

std::size_t suppression_mark_end(std::string_view raw, std::size_t begin) {
  const std::optional<WrittenMark> mark = mark_at(raw, begin);
  return mark ? mark->end : begin;
}

}  // namespace assay
