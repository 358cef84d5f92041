// SPDX-License-Identifier: MIT
#include "facts/readers/character_reference.h"

#include <gumbo.h>

#include <array>
#include <utility>

#include "core/utf8.h"

namespace assay {
namespace {

constexpr std::size_t kMaxReferenceBytes = 40;

// The few that make up nearly all references, so that the parser is seldom asked.
constexpr auto kCommon = std::to_array<std::pair<std::string_view, char32_t>>({
    {"&amp;", U'&'},
    {"&lt;", U'<'},
    {"&gt;", U'>'},
    {"&quot;", U'"'},
    {"&apos;", U'\''},
    {"&#39;", U'\''},
    {"&nbsp;", 0xA0},
});

// The bytes of the reference that `text` looks to start with, or 0.
std::size_t reference_length(std::string_view text) {
  std::size_t at = 1;
  if (at < text.size() && text[at] == '#') ++at;
  const std::size_t name = at;
  while (at < text.size() && at < kMaxReferenceBytes) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (!is_ascii_digit(byte) && !is_ascii_letter(byte)) break;
    ++at;
  }
  return at > name && at < text.size() && text[at] == ';' ? at + 1 : 0;
}

// The text of the first text node below `node`.
std::string first_text(const GumboNode* node) {
  while (node->type == GUMBO_NODE_ELEMENT) {
    const GumboVector& children = node->v.element.children;
    if (children.length == 0) return {};
    node = static_cast<const GumboNode*>(children.data[children.length - 1]);
  }
  const bool text = node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE;
  return text ? std::string(node->v.text.text) : std::string();
}

}  // namespace

CharacterReference decode_reference(std::string_view text) {
  const std::size_t length = reference_length(text);
  if (length == 0) return {};
  const std::string_view written = text.substr(0, length);
  for (const auto& [name, character] : kCommon) {
    if (written == name) return {{character}, length};
  }
  GumboOutput* page = gumbo_parse_with_options(&kGumboDefaultOptions, written.data(), length);
  const std::string decoded = first_text(page->root);
  gumbo_destroy_output(&kGumboDefaultOptions, page);
  if (decoded == written || decoded.empty()) return {};
  CharacterReference reference{{}, length};
  for (std::size_t at = 0; at < decoded.size();) {
    const CodePoint point = decode(decoded, at);
    reference.characters += point.value;
    at += point.length;
  }
  return reference;
}

}  // namespace assay
