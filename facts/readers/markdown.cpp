// SPDX-License-Identifier: MIT
// md4c calls back with slices of the source for nearly all text, so that raw offsets are a matter
// of subtraction; the source it reads has the same length as the raw text (markdown_source.h).

#include <md4c.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "facts/reader.h"
#include "facts/readers/block_builder.h"
#include "facts/readers/character_reference.h"
#include "facts/readers/front_matter.h"
#include "facts/readers/html_fragment.h"
#include "facts/readers/lines.h"
#include "facts/readers/markdown_source.h"
#include "facts/readers/page_words.h"
#include "facts/readers/speech.h"

namespace assay {
namespace {

// Lines longer than this are not wrapped by hand: each is a paragraph of its own.
constexpr std::size_t kWidestWrappedLine = 100;
// Chinese lines shorter than this were not broken for lack of room.
constexpr std::size_t kNarrowestWrappedLine = 60;
// The level of a title that is only known by its place: below all headings that are marked.
constexpr int kUnmarkedHeadingLevel = 6;

// Indented text is text: what was pasted or scraped is indented for no reason. Strike-through stays
// off because md4c takes the single ~ of ranges (15%~30%) for it.
constexpr unsigned kParserFlags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;

bool is_wide(char32_t c) { return c >= 0x2E80 || (c >= 0x2018 && c <= 0x2026); }

class MarkdownWalker {
 public:
  MarkdownWalker(Document& document, BlockBuilder& builder, std::string_view source)
      : document_(document), builder_(builder), source_(source) {}

  void walk(Span piece) {
    MD_PARSER parser = {};
    parser.flags = kParserFlags;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<MarkdownWalker*>(self)->enter_block(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<MarkdownWalker*>(self)->leave_block(type, detail);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      static_cast<MarkdownWalker*>(self)->enter_span(type);
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      if (type == MD_SPAN_IMG) --static_cast<MarkdownWalker*>(self)->images_;
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      static_cast<MarkdownWalker*>(self)->text(type, {text, size});
      return 0;
    };
    position_ = piece.begin;
    parsed_ = widen_ruler(source_, piece);
    md_parse(parsed_.text.data(), static_cast<MD_SIZE>(parsed_.text.size()), &parser, this);
    finish_text();
  }

 private:
  void enter_block(MD_BLOCKTYPE type, void*) {
    if (type != MD_BLOCK_TD && type != MD_BLOCK_TH) finish_text();
    switch (type) {
      case MD_BLOCK_LI:
      case MD_BLOCK_QUOTE:
        containers_.push_back(type == MD_BLOCK_LI ? BlockKind::ListItem : BlockKind::Quote);
        break;
      case MD_BLOCK_TABLE:
        builder_.begin_table();
        break;
      case MD_BLOCK_TR:
        builder_.begin_row();
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        in_cell_ = true;
        break;
      case MD_BLOCK_CODE:
        document_.skipped.add(SkipReason::Code);
        break;
      case MD_BLOCK_HTML:
        in_markup_ = true;
        markup_ = {};
        break;
      default:
        break;
    }
  }

  void enter_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) {
      ++images_;
      document_.skipped.add(SkipReason::Picture);
    } else if (type == MD_SPAN_CODE && images_ == 0) {
      document_.skipped.add(SkipReason::Code);
    }
  }

  void leave_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_LI:
      case MD_BLOCK_QUOTE:
        finish_text();
        containers_.pop_back();
        break;
      case MD_BLOCK_H:
        builder_.finish_heading(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        in_cell_ = false;
        builder_.finish_cell();
        break;
      case MD_BLOCK_HTML:
        in_markup_ = false;
        if (!markup_.empty()) add_html_fragment(document_, builder_, markup_);
        break;
      default:
        finish_text();
        break;
    }
    soft_break_ = false;
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    const char* const first = parsed_.text.data();
    const bool of_source =
        text.data() >= first && text.data() + text.size() <= first + parsed_.text.size();
    const auto offset = of_source ? static_cast<std::size_t>(text.data() - first) : 0;
    if (of_source && parsed_.ruler.contains(offset)) return;
    const std::size_t begin = of_source ? parsed_.source_offset(offset) : position_;
    const Span span{begin, of_source ? begin + text.size() : begin};
    if (images_ > 0) type = MD_TEXT_CODE;  // what describes an image is not read with the text
    switch (type) {
      case MD_TEXT_NORMAL:
        if (of_source) add(span);
        break;
      case MD_TEXT_ENTITY:
        if (of_source) add_reference(span);
        break;
      case MD_TEXT_SOFTBR:
        soft_break_ = true;
        break;
      case MD_TEXT_BR:
        break_line();
        break;
      case MD_TEXT_HTML:
        add_markup(span, text);
        break;
      default:
        builder_.add_space(span.begin, span.end);  // code, formulas, zero bytes
        break;
    }
    if (of_source) position_ = span.end;
  }

  // Marks of emphasis that CommonMark does not see as such (**Huawei（华为）**的) are no text either.
  void add(Span span) {
    if (soft_break_) join_lines(span.begin);
    std::size_t visible = span.begin;
    const std::string_view piece = source_.substr(0, span.end);
    for (std::size_t at = piece.find("**", span.begin); at < span.end; at = piece.find("**", at)) {
      builder_.add(visible, at);
      while (at < span.end && source_[at] == '*') ++at;
      visible = at;
    }
    builder_.add(visible, span.end);
  }

  void add_reference(Span span) {
    if (soft_break_) join_lines(span.begin);
    const CharacterReference reference = decode_reference(span.of(source_));
    if (reference.length == 0) builder_.add(span.begin, span.end);
    for (const char32_t c : reference.characters) builder_.add_character(c, span.begin, span.end);
  }

  void add_markup(Span span, std::string_view text) {
    if (in_markup_) {
      if (!span.empty()) markup_ = markup_.empty() ? span : cover(markup_, span);
    } else if (to_ascii_lower(text.substr(0, 3)) == "<br") {
      break_line();
    }
  }

  void break_line() {
    if (in_cell_) {
      builder_.add_space(position_, position_);
    } else {
      finish_text();
    }
  }

  // A line break in the source is a space when the text was wrapped for lack of room, nothing when
  // that happened between two Chinese characters, and otherwise the end of a paragraph: whoever
  // writes a paragraph a line leaves no empty lines between.
  void join_lines(std::size_t next) {
    soft_break_ = false;
    const std::string& text = builder_.text();
    if (text.empty()) return;
    const std::string_view below = line_around(next);
    const char32_t last = last_character(text);
    const bool wide = is_wide(last) && is_wide(decode(source_, next).value);
    const bool sentence = ends_sentence(text);
    const std::string_view above = line_around(position_);
    const bool rows = is_table_row(below) || is_table_row(above) || has_bold_label(below) ||
                      (has_label(above) && has_label(below));
    const bool wrapped = !rows && (wide ? !sentence && is_wrapped(kNarrowestWrappedLine, below)
                                        : !sentence || is_wrapped(0, below));
    if (!wrapped && containers_.empty() && is_title_line(text) && is_sentence_line(below)) {
      builder_.finish_heading(kUnmarkedHeadingLevel);
    } else if (!wrapped) {
      finish_text();
    } else if (!wide) {
      builder_.add_space(position_, next);
    }
  }

  // Whether the line that was read last has at least `least` columns, and neither it nor the line
  // below has more than a text that is wrapped by hand.
  [[nodiscard]] bool is_wrapped(std::size_t least, std::string_view below) const {
    const std::size_t columns = columns_of(line_around(position_));
    return columns >= least && columns <= kWidestWrappedLine &&
           columns_of(below) <= kWidestWrappedLine;
  }

  [[nodiscard]] std::string_view line_around(std::size_t at) const {
    const std::size_t break_above = at == 0 ? std::string_view::npos : source_.rfind('\n', at - 1);
    const std::size_t begin = break_above == std::string_view::npos ? 0 : break_above + 1;
    return line_at(source_, begin).text.of(source_);
  }

  void finish_text() {
    soft_break_ = false;
    builder_.finish(containers_.empty() ? BlockKind::Paragraph : containers_.back());
  }

  Document& document_;
  BlockBuilder& builder_;
  std::string_view source_;
  MarkdownPiece parsed_;
  std::vector<BlockKind> containers_;
  bool in_markup_ = false;    ///< inside a block of HTML
  Span markup_;               ///< that block, as far as it has been seen
  std::size_t position_ = 0;  ///< source byte behind the last text
  int images_ = 0;            ///< images around the current text
  bool in_cell_ = false;
  bool soft_break_ = false;
};

}  // namespace

void read_markdown(Document& document) {
  BlockBuilder builder(document);
  const Head head = read_head(document, builder);
  document.kind = head.found ? DocumentKind::Note : DocumentKind::Article;
  builder.set_speaker(head.speaker);
  const auto [source, skipped] = blank_unread_markdown(document.raw);
  document.skipped.add(skipped);
  MarkdownWalker walker(document, builder, source);
  for (const Section& section : head.sections) {
    // A clipped page has its text where a clipped video has its speech.
    const bool speech =
        section.kind == SectionKind::Speech && !looks_like_markdown(section.span.of(document.raw));
    if (section.kind == SectionKind::Speech) builder.close_headings();
    if (speech) {
      add_speech(document, builder, section.span);
      continue;
    }
    for (const Span piece : cut_source(source, section.span)) walker.walk(piece);
  }
}

}  // namespace assay
