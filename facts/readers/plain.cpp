// SPDX-License-Identifier: MIT
// Plain text comes in two shapes. Text that somebody wrote is taken whole. A web page that somebody
// saved as text has an article in the middle of menus, headlines and notices; it is known by such
// lines, and then only what reads like the article is kept.

#include <algorithm>
#include <string>
#include <vector>

#include "core/folding.h"
#include "core/utf8.h"
#include "facts/reader.h"
#include "facts/readers/block_builder.h"
#include "facts/readers/front_matter.h"
#include "facts/readers/lines.h"
#include "facts/readers/markup_text.h"
#include "facts/readers/page_words.h"
#include "facts/readers/speech.h"

namespace assay {
namespace {

constexpr std::size_t kMaxWrappedColumns = 100;
constexpr std::size_t kMinWrappedColumns = 50;
constexpr std::size_t kMaxLineBytes = 4000;
// Short lines in a row that make a menu of them.
constexpr std::size_t kMinMenuLines = 4;
constexpr std::size_t kMinTitleColumns = 12;

enum class LineRole { Blank, Sentence, Short, Chrome, EndOfArticle };

struct PlainLine {
  Line line;
  std::string text;  ///< folded, without tags
  LineRole role = LineRole::Blank;
  std::size_t columns = 0;
};

// What stands on a line beside its tags.
std::string text_beside_tags(std::string_view line) {
  if (line.find('<') == std::string_view::npos) return std::string(line);
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = line[at] == '<' ? end_of_tag(line, at) : at;
    if (end == at) text += line[at++];
    at = std::max(at, end);
  }
  return std::string(trim(text, {0, text.size()}).of(text));
}

LineRole role_of(const PlainLine& line) {
  if (line.line.blank()) return LineRole::Blank;
  if (line.text.empty()) return LineRole::Chrome;  // nothing but tags
  if (is_end_of_article(line.text)) return LineRole::EndOfArticle;
  const bool chrome = is_boilerplate_line(line.text) || is_bare_timestamp(line.text) ||
                      is_breadcrumb(line.text) || is_keyword_spam(line.text);
  if (chrome) return LineRole::Chrome;
  return is_sentence_line(line.text) ? LineRole::Sentence : LineRole::Short;
}

std::vector<PlainLine> judge_lines(std::string_view raw, Span section) {
  std::vector<PlainLine> result;
  for (const Line& line : split_lines(raw, section)) {
    PlainLine& judged = result.emplace_back();
    judged.line = line;
    judged.text = fold_text(text_beside_tags(line.text.of(raw)));
    judged.columns = columns_of(judged.text);
    judged.role = role_of(judged);
  }
  return result;
}

std::size_t count_role(const std::vector<PlainLine>& lines, std::size_t from, LineRole role) {
  return static_cast<std::size_t>(
      std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end(),
                    [role](const PlainLine& line) { return line.role == role; }));
}

// The first line that ends the article: what follows it are lists and not prose.
std::size_t end_of_article(const std::vector<PlainLine>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role != LineRole::EndOfArticle) continue;
    const std::size_t sentences = count_role(lines, i, LineRole::Sentence);
    const std::size_t others =
        count_role(lines, i + 1, LineRole::Short) + count_role(lines, i + 1, LineRole::Chrome);
    if (2 * sentences <= others) return i;
  }
  return lines.size();
}

// Whether this is a web page saved as text: enough of its lines can be nothing else.
bool is_scraped(const std::vector<PlainLine>& lines, std::size_t end) {
  constexpr std::size_t kEnoughChrome = 3;
  return end < lines.size() || count_role(lines, 0, LineRole::Chrome) >= kEnoughChrome;
}

// The first and last line that hold sentences; the article is between them.
Span prose_of(const std::vector<PlainLine>& lines, std::size_t end) {
  Span prose{end, 0};
  for (std::size_t i = 0; i < end; ++i) {
    if (lines[i].role != LineRole::Sentence) continue;
    prose.begin = std::min(prose.begin, i);
    prose.end = i + 1;
  }
  return prose;
}

// The line above the article that looks most like its title.
std::size_t title_line(const std::vector<PlainLine>& lines, std::size_t prose_begin) {
  std::size_t best = lines.size();
  for (std::size_t i = 0; i < prose_begin; ++i) {
    const bool candidate = lines[i].role == LineRole::Short && lines[i].columns >= kMinTitleColumns;
    if (candidate && (best == lines.size() || lines[i].columns > lines[best].columns)) best = i;
  }
  return best;
}

// Lines that were broken for lack of room: about equally long, and none longer.
bool is_hard_wrapped(const std::vector<PlainLine>& lines) {
  std::size_t widest = 0;
  for (const PlainLine& line : lines) widest = std::max(widest, line.columns);
  if (widest < kMinWrappedColumns || widest > kMaxWrappedColumns) return false;
  std::size_t followed = 0;
  std::size_t full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].line.blank() || lines[i + 1].line.blank()) continue;
    ++followed;
    if (4 * lines[i].columns >= 3 * widest) ++full;
  }
  return followed >= 2 && 10 * full >= 7 * followed;
}

class PlainWriter {
 public:
  PlainWriter(Document& document, BlockBuilder& builder) : document_(document), builder_(builder) {}

  void write(std::vector<PlainLine> lines) {
    const std::size_t end = end_of_article(lines);
    if (is_scraped(lines, end)) {
      keep_article(lines, end);
    } else if (is_hard_wrapped(lines)) {
      write_wrapped(lines);
      return;
    }
    count_skipped(lines, end);
    for (std::size_t i = 0; i < lines.size(); ++i) write_line(lines, i);
  }

 private:
  /// Lines with text that are not written; from `end` on they follow the article.
  void count_skipped(const std::vector<PlainLine>& lines, std::size_t end) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool chrome =
          lines[i].role == LineRole::Chrome || lines[i].role == LineRole::EndOfArticle;
      if (!chrome || lines[i].line.blank() || lines[i].text.empty()) continue;
      document_.skipped.add(i < end ? SkipReason::PageChrome : SkipReason::AfterArticle);
    }
  }

  // Everything around the article, and every menu in it, becomes chrome.
  void keep_article(std::vector<PlainLine>& lines, std::size_t end) {
    const Span prose = prose_of(lines, end);
    const std::size_t title = title_line(lines, prose.begin);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!prose.contains(i) && i != title) lines[i].role = LineRole::Chrome;
    }
    std::size_t run_begin = prose.begin;
    std::size_t run = 0;
    for (std::size_t i = prose.begin; i < prose.end; ++i) {
      if (lines[i].role == LineRole::Blank) continue;
      if (lines[i].role == LineRole::Sentence) {
        if (run >= kMinMenuLines) hide(lines, run_begin, i);
        run = 0;
        run_begin = i + 1;
      } else {
        ++run;
      }
    }
    if (title < lines.size()) document_.title = lines[title].line.text.of(document_.raw);
    document_.kind = DocumentKind::Page;
  }

  static void hide(std::vector<PlainLine>& lines, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) lines[i].role = LineRole::Chrome;
  }

  void write_line(const std::vector<PlainLine>& lines, std::size_t i) {
    const PlainLine& line = lines[i];
    if (line.role != LineRole::Sentence && line.role != LineRole::Short) return;
    if (line.line.text.size() > kMaxLineBytes) {
      add_speech(document_, builder_, line.line.text);
      return;
    }
    add_markup_text(builder_, document_.raw, line.line.text);
    if (is_heading(lines, i)) {
      builder_.finish_heading(1);
    } else {
      builder_.finish(BlockKind::Paragraph);
    }
  }

  // A title right above a sentence says what that is about.
  static bool is_heading(const std::vector<PlainLine>& lines, std::size_t i) {
    if (lines[i].role != LineRole::Short || !is_title_line(lines[i].text)) return false;
    std::size_t next = i + 1;
    while (next < lines.size() &&
           (lines[next].role == LineRole::Blank || lines[next].role == LineRole::Chrome)) {
      ++next;
    }
    return next < lines.size() && lines[next].role == LineRole::Sentence;
  }

  void write_wrapped(const std::vector<PlainLine>& lines) {
    for (const PlainLine& line : lines) {
      if (line.line.blank()) {
        builder_.finish(BlockKind::Paragraph);
        continue;
      }
      const Span text = line.line.text;
      const bool row = is_table_row(text.of(document_.raw));
      if (row) builder_.finish(BlockKind::Paragraph);
      // Between two Chinese characters a line break is nothing.
      if (!ends_wide(builder_.text()) || !is_wide_at(text.begin)) {
        builder_.add_space(text.begin, text.begin);
      }
      add_markup_text(builder_, document_.raw, text);
      if (row) builder_.finish(BlockKind::Paragraph);
    }
    builder_.finish(BlockKind::Paragraph);
  }

  static bool ends_wide(const std::string& text) {
    return !text.empty() && last_character(text) >= 0x2E80;
  }
  [[nodiscard]] bool is_wide_at(std::size_t at) const {
    return decode(document_.raw, at).value >= 0x2E80;
  }

  Document& document_;
  BlockBuilder& builder_;
};

}  // namespace

void read_plain(Document& document) {
  document.kind = DocumentKind::Plain;
  BlockBuilder builder(document);
  const Head head = read_head(document, builder);
  builder.set_speaker(head.speaker);
  for (const Section& section : head.sections) {
    if (section.kind == SectionKind::Speech) {
      add_speech(document, builder, section.span);
    } else {
      PlainWriter(document, builder).write(judge_lines(document.raw, section.span));
    }
  }
}

}  // namespace assay
