// SPDX-License-Identifier: MIT
#include "facts/list_joint.h"

#include <algorithm>

namespace assay {
namespace {

enum class Item : std::uint8_t { None, Name, Number };

Item item_of(const Token& token) {
  if (token.kind == TokenKind::Quantity) return Item::Number;
  const bool name =
      token.kind == TokenKind::Name || (token.kind == TokenKind::Word && token.lexeme->entity >= 0);
  return name ? Item::Name : Item::None;
}

/// The item behind the one at `token` when only a comma, or an "and", stands between them.
struct NextItem {
  std::size_t token = 0;  ///< 0: there is none
  std::size_t comma = 0;  ///< 0: it is joined by a word
};

NextItem next_item(std::string_view text, const std::vector<Token>& tokens, std::size_t token) {
  constexpr std::size_t kCommaAndWord = 3;
  NextItem next;
  for (std::size_t i = token + 1; i < tokens.size() && i <= token + kCommaAndWord; ++i) {
    if (tokens[i].kind == TokenKind::Clause && next.comma == 0) next.comma = i;
    if (item_of(tokens[i]) == Item::None) continue;
    const std::string_view between =
        text.substr(tokens[token].span.end, tokens[i].span.begin - tokens[token].span.end);
    const bool alike = item_of(tokens[i]) == item_of(tokens[token]);
    if (alike && (joins_items(between) || between == ",")) next.token = i;
    return next;
  }
  return next;
}

}  // namespace

void mark_list_commas(std::string_view text, std::vector<Token>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (item_of(tokens[i]) == Item::None) continue;
    std::vector<std::size_t> commas;
    std::size_t last = i;
    bool closed = false;
    for (NextItem next = next_item(text, tokens, i); next.token != 0 && !closed;
         next = next_item(text, tokens, last)) {
      if (next.comma != 0) commas.push_back(next.comma);
      const Span between{tokens[last].span.end, tokens[next.token].span.begin};
      closed = between.of(text) != "," && between.of(text) != ", ";
      last = next.token;
    }
    if (closed)
      for (const std::size_t comma : commas) tokens[comma].enumeration = true;
    i = std::max(i, last);
  }
}

bool joins_items(std::string_view between) {
  return std::find(kEarlierJoints.begin(), kEarlierJoints.end(), between) != kEarlierJoints.end() ||
         std::find(kLastJoints.begin(), kLastJoints.end(), between) != kLastJoints.end();
}

}  // namespace assay
