// SPDX-License-Identifier: MIT
#pragma once
/// Looking at the tree of a web page: what an element is, and which part of the page is content.
/// Internal to the HTML reader; gumbo's types are used as they are.

#include <gumbo.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace assay {

/// How much there is below an element. Characters: without white space.
struct TextMeasure {
  std::size_t characters = 0;
  std::size_t link_characters = 0;  ///< of those, inside of links
  std::size_t links = 0;
  std::size_t marks = 0;  ///< commas and full stops: prose has many, menus have none
};

/// The children of an element; none for any other node.
[[nodiscard]] std::vector<const GumboNode*> children_of(const GumboNode* node);
/// The tag of an element; GUMBO_TAG_UNKNOWN for any other node.
[[nodiscard]] GumboTag tag_of(const GumboNode* node);
/// The value of an attribute; empty when it is missing or has none.
[[nodiscard]] std::string_view attribute(const GumboNode* node, const char* name);
/// Whether the attribute is there, with or without a value.
[[nodiscard]] bool has_attribute(const GumboNode* node, const char* name);
/// The first element with this tag below `node` or at it, in document order; or nullptr.
[[nodiscard]] const GumboNode* find_element(const GumboNode* node, GumboTag tag);
/// All text below a node, as gumbo decoded it, with white space at its ends removed.
[[nodiscard]] std::string text_of(const GumboNode* node);

/// An element that a page breaks the line before and after.
[[nodiscard]] bool is_block_element(GumboTag tag);
/// An element that nobody reads: scripts, forms, hidden parts.
[[nodiscard]] bool is_unseen(const GumboNode* node);

/// What each element of a page holds, measured once.
class PageMeasures {
 public:
  /// Measures everything below `root`. The tree must outlive the measures.
  explicit PageMeasures(const GumboNode* root);
  [[nodiscard]] const TextMeasure& of(const GumboNode* node) const;
  /// Navigation, a foot, an advertisement: not content, by its tag, its role or its class.
  [[nodiscard]] bool is_chrome(const GumboNode* node) const;
  /// A block that is mostly links.
  [[nodiscard]] bool is_link_list(const GumboNode* node) const;
  /// The element that holds the page's main text, judged by its tag or by where the prose is.
  [[nodiscard]] const GumboNode* find_content() const;

 private:
  TextMeasure measure(const GumboNode* node);

  const GumboNode* root_;
  std::map<const GumboNode*, TextMeasure> measures_;
  std::vector<const GumboNode*> elements_;  ///< in document order
};

}  // namespace assay
