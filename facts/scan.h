// SPDX-License-Identifier: MIT
#pragma once
/// One linear pass over a block's folded text: words of the lexicon, quantities, times, breaks.
/// Nothing is looked at twice but for a bounded look-ahead; there is no backtracking.
///
/// What is not a quantity is decided here: names and idioms come from the lexicon, identifiers,
/// dates, ordinals and bare numbers from their shape.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/quantity.h"
#include "core/span.h"
#include "facts/calendar.h"
#include "facts/knowledge.h"
#include "facts/local_currency.h"

namespace assay {

enum class TokenKind : std::uint8_t {
  Word,        ///< a lexeme
  Quantity,    ///< index into Scan::quantities
  Time,        ///< index into Scan::times
  Identifier,  ///< a model name, a version, a number that is no amount
  Name,        ///< a name that no lexicon holds
  Clause,      ///< , ， 、 ： or a pause in speech
  Sentence,    ///< 。 ！ ？ ； . ! ? ;
  Open,        ///< an opening bracket
  Close,       ///< a closing bracket
};

struct Token {
  TokenKind kind = TokenKind::Word;
  Span span;                       ///< Bytes: folded text
  const Lexeme* lexeme = nullptr;  ///< of a Word
  std::uint32_t index = 0;
  bool enumeration = false;  ///< Clause: 、 or a comma within a list

  /// How the text spells a name that a transcript has as it was heard; empty for others.
  [[nodiscard]] std::string heard_as(std::string_view text) const {
    const bool heard = kind == TokenKind::Word && lexeme->heard;
    return heard ? std::string(span.of(text)) : std::string();
  }
  /// Whether this is a word of the class.
  [[nodiscard]] bool says(WordClass word_class) const {
    return kind == TokenKind::Word && lexeme->is(word_class);
  }
};

/// A quantity as scanned, before anything is known of what it is a quantity of.
struct ScannedQuantity {
  Span span;        ///< Bytes: folded text; number, unit and range joiner
  Span with_hedge;  ///< the hedge words around it as well
  Quantity quantity;
  std::optional<Role> role;  ///< vague words that say it themselves: 腰斩
  bool from = false;         ///< stands behind 从/from: the start of a change
  bool unitless = false;     ///< 16亿: an amount of what the metric says
  bool scaled = false;       ///< carries 万, 亿, million: in nothing but its own scale
};

struct Scan {
  std::vector<Token> tokens;  ///< in order, not overlapping
  std::vector<ScannedQuantity> quantities;
  std::vector<TimeMention> times;
};

class SpokenText;

/// What the scan has to know about the place of the text.
struct ScanContext {
  const Knowledge& knowledge;
  std::optional<Day> date;                     ///< of the document: resolves 去年, 三季度
  bool speech = false;                         ///< spaces are pauses
  bool table_cell = false;                     ///< a bare number is a value of its column
  const ScannedQuantity* head_unit = nullptr;  ///< the unit that the table's head states
  LocalCurrency currency;                      ///< what 元 and ¥ mean in this document
  SpokenText* spoken = nullptr;                ///< of speech: all of it; the text itself if absent
};

[[nodiscard]] Scan scan(std::string_view text, const ScanContext& context);

/// Whether a word of the class stands between two tokens.
[[nodiscard]] bool word_between(const Scan& scan, std::size_t from, std::size_t to,
                                WordClass word_class);

/// Where the words end that say the quantity at `token`: 2小时及以上. Of any other token, where that ends.
[[nodiscard]] std::size_t end_with_hedge(const Scan& scan, std::size_t token);

}  // namespace assay
