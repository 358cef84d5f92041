// SPDX-License-Identifier: MIT
#include "facts/readers/html_tree.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "facts/readers/lines.h"

namespace assay {

std::vector<const GumboNode*> children_of(const GumboNode* node) {
  const bool inner = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  if (!inner) return {};
  const GumboVector& children = node->v.element.children;
  std::vector<const GumboNode*> result(children.length);
  for (unsigned i = 0; i < children.length; ++i) {
    result[i] = static_cast<const GumboNode*>(children.data[i]);
  }
  return result;
}

GumboTag tag_of(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT ? node->v.element.tag : GUMBO_TAG_UNKNOWN;
}

bool has_attribute(const GumboNode* node, const char* name) {
  return node->type == GUMBO_NODE_ELEMENT &&
         gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (node->type != GUMBO_NODE_ELEMENT) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

const GumboNode* find_element(const GumboNode* node, GumboTag tag) {
  if (tag_of(node) == tag) return node;
  for (const GumboNode* child : children_of(node)) {
    if (const GumboNode* found = find_element(child, tag)) return found;
  }
  return nullptr;
}

namespace {

void collect_text(const GumboNode* node, std::string& text) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
    text += node->v.text.text;
  for (const GumboNode* child : children_of(node)) collect_text(child, text);
}

template <std::size_t n>
bool is_in(const std::array<GumboTag, n>& tags, GumboTag tag) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

}  // namespace

std::string text_of(const GumboNode* node) {
  std::string text;
  collect_text(node, text);
  return std::string(trim(text, {0, text.size()}).of(text));
}

bool is_block_element(GumboTag tag) {
  static constexpr auto kTags = std::to_array<GumboTag>({
      GUMBO_TAG_P,          GUMBO_TAG_DIV,        GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE,
      GUMBO_TAG_MAIN,       GUMBO_TAG_H1,         GUMBO_TAG_H2,      GUMBO_TAG_H3,
      GUMBO_TAG_H4,         GUMBO_TAG_H5,         GUMBO_TAG_H6,      GUMBO_TAG_UL,
      GUMBO_TAG_OL,         GUMBO_TAG_LI,         GUMBO_TAG_DL,      GUMBO_TAG_DT,
      GUMBO_TAG_DD,         GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE,  GUMBO_TAG_TABLE,
      GUMBO_TAG_FIGCAPTION, GUMBO_TAG_HR,         GUMBO_TAG_TBODY,   GUMBO_TAG_THEAD,
      GUMBO_TAG_TFOOT,      GUMBO_TAG_TR,         GUMBO_TAG_TD,      GUMBO_TAG_TH,
      GUMBO_TAG_CAPTION,    GUMBO_TAG_BODY,       GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY,
      GUMBO_TAG_HEADER,     GUMBO_TAG_FOOTER,     GUMBO_TAG_ASIDE,   GUMBO_TAG_NAV,
      GUMBO_TAG_ADDRESS,    GUMBO_TAG_CENTER,     GUMBO_TAG_HTML,
  });
  return is_in(kTags, tag);
}

// Forms are not among these: some pages are one form around everything. What a form shows is.
bool is_unseen(const GumboNode* node) {
  static constexpr auto kTags = std::to_array<GumboTag>({
      GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_SVG,    GUMBO_TAG_LABEL,
      GUMBO_TAG_IFRAME,   GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED,    GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT,
      GUMBO_TAG_TEXTAREA, GUMBO_TAG_CANVAS, GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,  GUMBO_TAG_HEAD,
      GUMBO_TAG_TEMPLATE, GUMBO_TAG_TITLE,  GUMBO_TAG_MATH,     GUMBO_TAG_LEGEND,
  });
  if (node->type == GUMBO_NODE_TEMPLATE || node->type == GUMBO_NODE_COMMENT) return true;
  if (node->type != GUMBO_NODE_ELEMENT) return false;
  if (is_in(kTags, tag_of(node)) || has_attribute(node, "hidden")) return true;
  if (attribute(node, "aria-hidden") == "true") return true;
  std::string style = to_ascii_lower(attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

namespace {

// Words of a class or an id that say: no content here.
constexpr auto kChromeWords = std::to_array<std::string_view>({
    "nav",
    "navbar",
    "navigation",
    "menu",
    "sidebar",
    "breadcrumb",
    "breadcrumbs",
    "footer",
    "foot",
    "comment",
    "comments",
    "share",
    "sharing",
    "social",
    "related",
    "recommend",
    "recommended",
    "recommendation",
    "recommendations",
    "ad",
    "ads",
    "advert",
    "advertisement",
    "banner",
    "cookie",
    "cookies",
    "consent",
    "popup",
    "modal",
    "newsletter",
    "subscribe",
    "pagination",
    "pager",
    "promo",
    "sponsored",
    "copyright",
    "toolbar",
    "hot",
    "trending",
});

bool names_chrome(std::string_view names) {
  const std::string lower = to_ascii_lower(names);
  for (std::size_t begin = 0; begin < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of("-_ \t\n", begin), lower.size());
    const std::string_view word = std::string_view(lower).substr(begin, end - begin);
    if (std::find(kChromeWords.begin(), kChromeWords.end(), word) != kChromeWords.end())
      return true;
    begin = end + 1;
  }
  return false;
}

bool is_chrome_tag(const GumboNode* node) {
  const GumboTag tag = tag_of(node);
  const std::string_view role = attribute(node, "role");
  return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_ASIDE ||
         tag == GUMBO_TAG_HEADER || role == "navigation" || role == "banner" ||
         role == "complementary" || role == "contentinfo" || role == "search" || role == "dialog";
}

void add(TextMeasure& sum, const TextMeasure& part) {
  sum.characters += part.characters;
  sum.link_characters += part.link_characters;
  sum.links += part.links;
  sum.marks += part.marks;
}

TextMeasure measure_text(std::string_view text) {
  constexpr std::u32string_view kMarks = U"，。；！？,.;!?、";
  TextMeasure measure;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!is_space(point.value)) ++measure.characters;
    if (kMarks.find(point.value) != std::u32string_view::npos) ++measure.marks;
    at += point.length;
  }
  return measure;
}

// Whether an element may be all of a page's content. A cell may, where tables lay a page out.
bool can_be_content(const GumboNode* node) {
  static constexpr auto kTags =
      std::to_array<GumboTag>({GUMBO_TAG_BODY, GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION,
                               GUMBO_TAG_DIV, GUMBO_TAG_CENTER, GUMBO_TAG_FORM});
  if (tag_of(node) == GUMBO_TAG_TD) return find_element(node, GUMBO_TAG_P) != nullptr;
  return is_in(kTags, tag_of(node));
}

// Prose outside of links: what an element weighs as content.
std::size_t prose(const TextMeasure& measure) {
  return measure.characters - measure.link_characters;
}

}  // namespace

PageMeasures::PageMeasures(const GumboNode* root) : root_(root) { measure(root); }

TextMeasure PageMeasures::measure(const GumboNode* node) {
  if (node->type == GUMBO_NODE_TEXT) return measure_text(node->v.text.text);
  const bool seen = node == root_ || (node->type == GUMBO_NODE_ELEMENT && !is_unseen(node));
  if (!seen) return {};
  elements_.push_back(node);
  TextMeasure sum;
  for (const GumboNode* child : children_of(node)) add(sum, measure(child));
  if (tag_of(node) == GUMBO_TAG_A) {
    sum.link_characters = sum.characters;
    sum.links = 1;
  }
  measures_[node] = sum;
  return sum;
}

const TextMeasure& PageMeasures::of(const GumboNode* node) const {
  static constexpr TextMeasure kNothing;
  const auto found = measures_.find(node);
  return found == measures_.end() ? kNothing : found->second;
}

bool PageMeasures::is_chrome(const GumboNode* node) const {
  if (node->type != GUMBO_NODE_ELEMENT) return false;
  const GumboTag tag = tag_of(node);
  const bool holds_page = tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY ||
                          tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN;
  if (holds_page) return false;
  const bool chrome = is_chrome_tag(node) || names_chrome(attribute(node, "class")) ||
                      names_chrome(attribute(node, "id"));
  // A class may be named carelessly: what holds most of the page's prose is its content.
  return chrome && 2 * prose(of(node)) <= prose(of(root_));
}

bool PageMeasures::is_link_list(const GumboNode* node) const {
  constexpr std::size_t kMinLinks = 3;
  const TextMeasure& measure = of(node);
  return measure.links >= kMinLinks && 10 * measure.link_characters > 6 * measure.characters &&
         is_block_element(tag_of(node));
}

const GumboNode* PageMeasures::find_content() const {
  const std::size_t all = prose(of(root_));
  const GumboNode* best = nullptr;
  // What a page itself calls its article, if that is a good part of it.
  for (const GumboNode* node : elements_) {
    const GumboTag tag = tag_of(node);
    const bool named = tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN ||
                       attribute(node, "role") == "main" ||
                       attribute(node, "itemprop") == "articleBody";
    if (named && 10 * prose(of(node)) >= 4 * all && (!best || prose(of(node)) < prose(of(best)))) {
      best = node;
    }
  }
  if (best) return best;
  // Otherwise the innermost element that has most of the page's prose.
  best = root_;
  for (const GumboNode* node : elements_) {
    const bool inner = prose(of(node)) <= prose(of(best));
    const bool most = 10 * prose(of(node)) >= 7 * all && 10 * of(node).marks >= 7 * of(root_).marks;
    if (inner && most && can_be_content(node) && !is_chrome(node)) best = node;
  }
  return best;
}

}  // namespace assay
