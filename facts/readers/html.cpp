// SPDX-License-Identifier: MIT
// gumbo keeps, for each text node, the slice of the source that it was made from. That slice is
// read here once more, so that every character knows its bytes, whatever gumbo decoded or merged.

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"
#include "facts/reader.h"
#include "facts/readers/block_builder.h"
#include "facts/readers/character_reference.h"
#include "facts/readers/html_fragment.h"
#include "facts/readers/html_tree.h"
#include "facts/readers/lines.h"
#include "facts/readers/markup_text.h"
#include "facts/readers/page_words.h"

namespace assay {
namespace {

constexpr std::size_t kMaxSpannedCells = 1000;
constexpr std::size_t kMaxDateCharacters = 60;

// A parsed page, freed at the end of its life.
class Page {
 public:
  explicit Page(std::string_view source)
      : output_(gumbo_parse_with_options(&kGumboDefaultOptions, source.data(), source.size())) {}
  ~Page() { gumbo_destroy_output(&kGumboDefaultOptions, output_); }
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;
  [[nodiscard]] GumboNode* root() const { return output_->root; }

 private:
  GumboOutput* output_;
};

int heading_level(GumboTag tag) {
  static constexpr auto kTags = std::to_array<GumboTag>(
      {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});
  const auto found = std::find(kTags.begin(), kTags.end(), tag);
  return found == kTags.end() ? 0 : static_cast<int>(found - kTags.begin()) + 1;
}

std::size_t cells_spanned(const GumboNode* cell, const char* name) {
  std::size_t number = 0;
  for (const char c : attribute(cell, name)) {
    if (!is_ascii_digit(static_cast<unsigned char>(c)) || number > kMaxSpannedCells) break;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return std::clamp<std::size_t>(number, 1, kMaxSpannedCells);
}

// Writes the text below a node into blocks.
class HtmlWalker {
 public:
  /// `measures` may be absent: then nothing is taken for chrome.
  HtmlWalker(Document& document, BlockBuilder& builder, const PageMeasures* measures)
      : document_(document), builder_(builder), measures_(measures) {}

  void walk(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      add_text(node->v.text.original_text);
    } else if (!is_unseen(node)) {
      walk_element(node);
    }
  }

  void finish() {
    if (is_bare_timestamp(builder_.text())) builder_.skip(SkipReason::PageChrome);
    builder_.finish(kind_);
  }

 private:
  void walk_element(const GumboNode* node) {
    const GumboTag tag = tag_of(node);
    if (measures_ && is_left_out(node)) {
      skip(node, SkipReason::PageChrome);
      return;
    }
    if (tag == GUMBO_TAG_BR) {
      if (in_cell_)
        add_space();
      else
        finish();
    } else if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_CODE || tag == GUMBO_TAG_SAMP) {
      if (!text_of(node).empty()) document_.skipped.add(SkipReason::Code);
      add_space();
    } else if (tag == GUMBO_TAG_IMG) {
      document_.skipped.add(SkipReason::Picture);
    } else if (tag == GUMBO_TAG_SUP && is_reference_mark(node)) {
      return;
    } else if (const int level = heading_level(tag); level > 0 && !in_cell_) {
      finish();
      walk_children(node);
      builder_.finish_heading(level);
    } else if (tag == GUMBO_TAG_TABLE && !in_cell_ && is_data_table(node)) {
      finish();
      walk_table(node);
    } else if (is_block_element(tag)) {
      walk_block(node, tag);
    } else {
      walk_children(node);
    }
  }

  void walk_block(const GumboNode* node, GumboTag tag) {
    if (in_cell_) {
      add_space();
      walk_children(node);
      add_space();
      return;
    }
    finish();
    const BlockKind outer = kind_;
    if (tag == GUMBO_TAG_LI) kind_ = BlockKind::ListItem;
    if (tag == GUMBO_TAG_BLOCKQUOTE) kind_ = BlockKind::Quote;
    walk_children(node);
    finish();
    kind_ = outer;
  }

  void walk_children(const GumboNode* node) {
    // After "Related articles" nothing of the same element is content.
    bool ended = false;
    for (const GumboNode* child : children_of(node)) {
      ended = ended || (measures_ && ends_article(child));
      if (ended) {
        skip(child, SkipReason::AfterArticle);
      } else {
        walk(child);
      }
    }
  }

  /// Counts an element that is not read, if there is something to read in it.
  void skip(const GumboNode* node, SkipReason reason) {
    if (measures_->of(node).characters > 0) document_.skipped.add(reason);
  }

  bool ends_article(const GumboNode* node) const {
    if (node->type != GUMBO_NODE_ELEMENT || measures_->of(node).characters > 20) return false;
    return is_end_of_article(text_of(node));
  }

  bool is_left_out(const GumboNode* node) const {
    // A head inside of the content has the title in it; outside of it there is the page's own head.
    if (tag_of(node) == GUMBO_TAG_HEADER && find_element(node, GUMBO_TAG_H1)) return false;
    return measures_->is_chrome(node) || measures_->is_link_list(node);
  }

  static bool is_reference_mark(const GumboNode* node) { return text_of(node).starts_with('['); }

  // Tables also serve to lay a page out; those hold tables or whole paragraphs.
  static bool is_data_table(const GumboNode* table) {
    for (const GumboNode* child : children_of(table)) {
      if (find_element(child, GUMBO_TAG_TABLE)) return false;
    }
    return find_element(table, GUMBO_TAG_TR) != nullptr;
  }

  void walk_table(const GumboNode* table) {
    builder_.begin_table();
    walk_rows(table);
  }

  void walk_rows(const GumboNode* node) {
    for (const GumboNode* child : children_of(node)) {
      if (is_unseen(child)) continue;
      if (tag_of(child) == GUMBO_TAG_CAPTION) {
        walk_children(child);
        finish();
      } else if (tag_of(child) == GUMBO_TAG_TR) {
        walk_row(child);
      } else {
        walk_rows(child);
      }
    }
  }

  void walk_row(const GumboNode* row) {
    builder_.begin_row();
    in_cell_ = true;
    for (const GumboNode* cell : children_of(row)) {
      if (tag_of(cell) != GUMBO_TAG_TD && tag_of(cell) != GUMBO_TAG_TH) continue;
      walk_children(cell);
      builder_.finish_cell(cells_spanned(cell, "colspan"), cells_spanned(cell, "rowspan"));
    }
    in_cell_ = false;
  }

  void add_space() { builder_.add_space(position_, position_); }

  void add_text(GumboStringPiece source) {
    const std::string& raw = document_.raw;
    const bool of_raw =
        source.data >= raw.data() && source.data + source.length <= raw.data() + raw.size();
    if (!of_raw) return;
    const auto begin = static_cast<std::size_t>(source.data - raw.data());
    add_markup_text(builder_, raw, {begin, begin + source.length}, TagEffect::None);
    position_ = begin + source.length;
  }

  Document& document_;
  BlockBuilder& builder_;
  const PageMeasures* measures_;
  BlockKind kind_ = BlockKind::Paragraph;
  bool in_cell_ = false;
  std::size_t position_ = 0;  ///< raw byte behind the last text
};

// --- What a page says about itself

// The first short text below `node` that has a date in it: a byline, not a sentence.
std::optional<Day> find_visible_day(const GumboNode* node) {
  if (node->type == GUMBO_NODE_TEXT &&
      std::string_view(node->v.text.text).size() <= kMaxDateCharacters) {
    return find_day(node->v.text.text);
  }
  if (is_unseen(node)) return std::nullopt;
  for (const GumboNode* child : children_of(node)) {
    if (const std::optional<Day> day = find_visible_day(child)) return day;
  }
  return std::nullopt;
}

void read_meta(Document& document, const GumboNode* node) {
  std::string name = to_ascii_lower(attribute(node, "property"));
  if (name.empty()) name = to_ascii_lower(attribute(node, "name"));
  if (name.empty()) name = to_ascii_lower(attribute(node, "itemprop"));
  const std::string_view content = attribute(node, "content");
  if (name == "og:title" && !content.empty()) document.title = content;
  static constexpr auto kDates = std::to_array<std::string_view>(
      {"article:published_time", "og:release_date", "datepublished", "date", "pubdate",
       "publishdate", "publish_date", "dc.date", "weibo: article:create_at"});
  const bool date = std::find(kDates.begin(), kDates.end(), name) != kDates.end();
  if (date && !document.date) document.date = find_day(content);
  if (name == "og:url" && document.source.empty()) document.source = content;
}

void read_head_elements(Document& document, const GumboNode* node) {
  const GumboTag tag = tag_of(node);
  if (tag == GUMBO_TAG_META) read_meta(document, node);
  if (tag == GUMBO_TAG_TITLE && document.title.empty()) document.title = text_of(node);
  if (tag == GUMBO_TAG_LINK && attribute(node, "rel") == "canonical") {
    document.source = attribute(node, "href");
  }
  if (tag == GUMBO_TAG_TIME && !document.date)
    document.date = find_day(attribute(node, "datetime"));
  for (const GumboNode* child : children_of(node)) read_head_elements(document, child);
}

/// How many elements with text stand outside of the content, each as large as can be.
std::size_t count_outside(const GumboNode* content, const PageMeasures& measures,
                          const GumboNode* title) {
  std::size_t outside = 0;
  for (const GumboNode* inner = content; inner->parent != nullptr; inner = inner->parent)
    for (const GumboNode* sibling : children_of(inner->parent)) {
      const bool read = sibling == inner || sibling == title;
      if (!read && measures.of(sibling).characters > 0) ++outside;
    }
  return outside;
}

bool is_below(const GumboNode* node, const GumboNode* above) {
  for (; node; node = node->parent) {
    if (node == above) return true;
  }
  return false;
}

}  // namespace

void read_html(Document& document) {
  document.kind = DocumentKind::Page;
  BlockBuilder builder(document);
  if (is_too_complex(document.raw)) {
    document.notes.push_back("markup nests too deeply; read without its structure");
    add_markup_text(builder, document.raw, {0, document.raw.size()});
    builder.finish(BlockKind::Paragraph);
    return;
  }
  const Page page(document.raw);
  read_head_elements(document, page.root());
  if (!document.date) document.date = find_visible_day(page.root());
  const PageMeasures measures(page.root());
  const GumboNode* content = measures.find_content();
  HtmlWalker walker(document, builder, &measures);
  const GumboNode* title = find_element(page.root(), GUMBO_TAG_H1);
  if (title && !is_below(title, content)) walker.walk(title);
  walker.walk(content);
  walker.finish();
  document.skipped.add(SkipReason::PageChrome, count_outside(content, measures, title));
  if (document.title.empty() && title) document.title = text_of(title);
}

void add_html_fragment(Document& document, BlockBuilder& builder, Span span) {
  const std::string_view source = span.of(document.raw);
  if (is_too_complex(source)) {
    add_markup_text(builder, document.raw, span);
    builder.finish(BlockKind::Paragraph);
    return;
  }
  const Page page(source);
  HtmlWalker walker(document, builder, nullptr);
  walker.walk(page.root());
  walker.finish();
}

}  // namespace assay
