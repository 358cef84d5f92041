// SPDX-License-Identifier: MIT
#include "facts/roles.h"

#include <algorithm>

#include "core/utf8.h"
#include "facts/basis.h"

namespace assay {
namespace {

constexpr std::string_view kTimesUnit = "倍";

/// How far a verb may stand before its number (bytes): 上涨了近3%.
constexpr std::size_t kVerbGap = 7;
/// How far a noun of change may stand before its number (bytes): 增速维持在5%.
constexpr std::size_t kRateGap = 15;

bool says_basis(const Token& token) { return basis_said_by(token) != Basis::Unsaid; }

class RoleReader {
 public:
  RoleReader(std::string_view text, const Scan& scan, const Clause& clause, std::size_t quantity,
             const Lexicon& lexicon)
      : text_(text), scan_(scan), clause_(clause), quantity_(quantity), lexicon_(lexicon) {}

  Role read(const std::optional<FrameMatch>& frame) const {
    const ScannedQuantity& scanned = scan_.quantities[scan_.tokens[quantity_].index];
    if (scanned.role) return *scanned.role;
    if (starts_change() || is_compared_with()) return Role::Before;
    if (const auto role = compared_with_time()) return *role;
    if (frame && frame->role) return *frame->role;
    if (const auto role = verb_before()) return *role;
    if (const auto role = noun_behind()) return *role;
    if (is_signed_change()) return Role::Increase;
    if (is_multiple_of_then()) return Role::Multiple;
    if (const auto role = role_of_neighbour()) return *role;
    return said_before() ? Role::Before : Role::Level;
  }

 private:
  /// 净利润862亿元(+15.4%), 同比-15%: the sign is part of the value, so a fall is a negative rise.
  [[nodiscard]] bool is_signed_change() const {
    const std::size_t begin = scan_.tokens[quantity_].span.begin;
    if (!is_relative() || (text_[begin] != '+' && !has_minus())) return false;
    if (clause_.bracketed) return true;
    if (quantity_ == clause_.first) return false;
    const Token& before = scan_.tokens[quantity_ - 1];
    if (begin - before.span.end > 1) return false;
    return says_basis(before) || (text_[begin] == '+' && is_amount(before));
  }

  [[nodiscard]] bool has_minus() const {
    constexpr std::string_view kMinus = "\u2212";
    const std::string_view number = scan_.tokens[quantity_].span.of(text_);
    return number.starts_with('-') || number.starts_with(kMinus);
  }

  /// 营收+28%: of what is measured in money or pieces a share with a sign is a rise.
  [[nodiscard]] bool is_amount(const Token& token) const {
    if (token.kind != TokenKind::Word || token.lexeme->metric < 0) return false;
    return !lexicon_.metrics()[static_cast<std::size_t>(token.lexeme->metric)].fits(
        Dimension::Ratio);
  }

  /// 3倍, 一半, 三分之一: a ratio by a word that may be one of anything.
  [[nodiscard]] bool is_multiple_or_fraction() const {
    constexpr std::string_view kHalf = "半";
    constexpr std::string_view kParts = "分之";
    const std::string_view said = scan_.tokens[quantity_].span.of(text_);
    const Quantity& quantity = scan_.quantities[scan_.tokens[quantity_].index].quantity;
    return quantity.written_unit == kTimesUnit ||
           (is_relative() &&
            (said.ends_with(kHalf) || said.find(kParts) != std::string_view::npos));
  }

  /// 是上年同期的四十多倍, 降至预期的一半
  [[nodiscard]] bool is_multiple_of_then() const {
    if (!is_multiple_or_fraction() || quantity_ < clause_.first + 2) return false;
    constexpr std::string_view kOf = "的";
    const Token& of = scan_.tokens[quantity_ - 1];
    const Token& then = scan_.tokens[quantity_ - 2];
    const std::size_t hedge = scan_.quantities[scan_.tokens[quantity_].index].with_hedge.begin;
    if (of.span.of(text_) != kOf || then.span.end != of.span.begin || of.span.end < hedge)
      return false;
    return then.kind == TokenKind::Time || says_basis(then) || then.says(WordClass::Forecast);
  }

  /// "up 56% on the year and 5% on the quarter": a neighbour in an enumeration does what the one
  /// before it does.
  [[nodiscard]] std::optional<Role> role_of_neighbour() const {
    if (!is_relative()) return std::nullopt;
    for (std::size_t i = quantity_; i-- > clause_.first;) {
      if (scan_.tokens[i].kind == TokenKind::Quantity) {
        const RoleReader neighbour(text_, scan_, clause_, i, lexicon_);
        if (!neighbour.is_relative() || !says_and_behind(i)) return std::nullopt;
        return neighbour.verb_before();
      }
      if (!says_basis(scan_.tokens[i]) && !is(i, WordClass::NoNoun)) return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool says_and_behind(std::size_t index) const {
    const std::string_view between =
        text_.substr(scan_.tokens[index].span.end,
                     scan_.tokens[quantity_].span.begin - scan_.tokens[index].span.end);
    constexpr std::size_t kLongestJoint = 24;
    if (between.size() > kLongestJoint) return false;
    return between.find(" and ") != std::string_view::npos || between == "和" || between == "、";
  }

  [[nodiscard]] bool is_relative() const {
    const Dimension dimension =
        scan_.quantities[scan_.tokens[quantity_].index].quantity.unit.dimension;
    return dimension == Dimension::Ratio || dimension == Dimension::PercentagePoint;
  }

  [[nodiscard]] bool is(std::size_t index, WordClass word_class) const {
    return index < scan_.tokens.size() && scan_.tokens[index].says(word_class);
  }

  /// The quantity before this one in the clause, passing over "三年前"; clause.first when none.
  [[nodiscard]] std::size_t start_of_reach() const {
    for (std::size_t i = quantity_; i-- > clause_.first;) {
      if (scan_.tokens[i].kind != TokenKind::Quantity) continue;
      if (!is_ago(i)) return i + 1;
    }
    return clause_.first;
  }

  [[nodiscard]] bool is_ago(std::size_t index) const {
    return is_point_in_time(text_, scan_.quantities[scan_.tokens[index].index], lexicon_);
  }

  [[nodiscard]] bool arrives_behind() const {
    for (std::size_t i = quantity_ + 1; i < scan_.tokens.size(); ++i) {
      const TokenKind kind = scan_.tokens[i].kind;
      if (kind == TokenKind::Sentence) return false;
      if (kind == TokenKind::Quantity) return true;
      if (i > quantity_ + 12) return false;
    }
    return false;
  }

  [[nodiscard]] bool change_word_behind() const {
    for (std::size_t i = quantity_ + 1; i < std::min(scan_.tokens.size(), quantity_ + 8); ++i) {
      if (scan_.tokens[i].kind == TokenKind::Quantity ||
          scan_.tokens[i].kind == TokenKind::Sentence)
        return false;
      if (is(i, WordClass::Arrive) || is(i, WordClass::Rise) || is(i, WordClass::Fall)) return true;
    }
    return false;
  }

  /// 从 Q 降至 …, "from Q to …", "to …, up from Q"
  [[nodiscard]] bool starts_change() const {
    for (std::size_t i = start_of_reach(); i < quantity_; ++i) {
      if (!is(i, WordClass::From)) continue;
      const std::size_t gap = scan_.tokens[quantity_].span.begin - scan_.tokens[i].span.end;
      const bool english = static_cast<unsigned char>(text_[scan_.tokens[i].span.begin]) < 0x80;
      if (english && gap <= 2 && (arrives_behind() || i > clause_.first)) return true;
      if (!english && arrives_behind() && change_word_behind()) return true;
    }
    return false;
  }

  /// 较2025年的178亿美元增长30%, 较上年的178亿元下降: what a change is measured from.
  [[nodiscard]] bool is_compared_with() const {
    constexpr std::string_view kOf = "的";
    // 较一季度的23.2%提升, and not 较一季度提升23.2%.
    if (is_relative() && !is_said_of(kOf)) return false;
    if (!change_word_behind()) return false;
    std::size_t begin = scan_.tokens[quantity_].span.begin;
    bool time = false;
    for (std::size_t i = quantity_; i-- > clause_.first;) {
      const Token& token = scan_.tokens[i];
      if (begin - token.span.end > kOf.size()) return false;
      if (is(i, WordClass::Than))
        return static_cast<unsigned char>(text_[token.span.begin]) >= 0x80;
      if (says_basis(token)) return text_.substr(token.span.end).starts_with(kOf);
      if (token.kind == TokenKind::Time && !time) {
        time = true;
      } else if (token.span.of(text_) != kOf) {
        return false;
      }
      begin = token.span.begin;
    }
    return false;
  }

  [[nodiscard]] bool is_said_of(std::string_view of) const {
    return text_.substr(0, scan_.tokens[quantity_].span.begin).ends_with(of);
  }

  /// 比2023年多30%, 比上年低两成, 比一年前低两成: higher than at another time is a rise.
  [[nodiscard]] std::optional<Role> compared_with_time() const {
    if (!is_relative() || quantity_ == clause_.first) return std::nullopt;
    const std::size_t begin = scan_.quantities[scan_.tokens[quantity_].index].with_hedge.begin;
    std::size_t word = quantity_ - 1;
    while (word > clause_.first && scan_.tokens[word].span.begin >= begin) --word;  // 约
    const bool higher = is(word, WordClass::Higher);
    if (!higher && !is(word, WordClass::Lower)) return std::nullopt;
    if (begin - std::min(begin, scan_.tokens[word].span.end) > kVerbGap) return std::nullopt;
    for (std::size_t i = word; i-- > clause_.first;) {
      const bool than_time = is(i, WordClass::Than) && is_time(i + 1);
      if (scan_.tokens[i].kind == TokenKind::Quantity && !is_ago(i)) return std::nullopt;
      if (than_time || says_basis(scan_.tokens[i])) return higher ? Role::Increase : Role::Decrease;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Role> verb_before() const {
    std::size_t right = scan_.tokens[quantity_].span.begin;
    const std::size_t hedge = scan_.quantities[scan_.tokens[quantity_].index].with_hedge.begin;
    right = std::min(right, hedge);
    for (std::size_t i = quantity_; i-- > clause_.first;) {
      const Token& token = scan_.tokens[i];
      if (token.span.begin >= right) continue;
      if (token.kind != TokenKind::Word) break;
      const bool noun = token.lexeme->is(WordClass::RateOfChange);
      if (right - token.span.end > (noun ? kRateGap : kVerbGap)) break;
      if (token.lexeme->is(WordClass::Arrive) && !is_rate_before(i)) return std::nullopt;
      if (token.lexeme->is(WordClass::Exceeds) && is_relative()) return Role::Difference;
      if (token.lexeme->is(WordClass::Rise)) return Role::Increase;
      if (says_its_metric(token)) return std::nullopt;
      if (token.lexeme->is(WordClass::Fall)) return Role::Decrease;
      // 翻一倍 is growth by as much as there was, 翻一番 twice as much.
      if (token.lexeme->is(WordClass::Multiple))
        return scan_.quantities[scan_.tokens[quantity_].index].quantity.written_unit == kTimesUnit
                   ? Role::Increase
                   : Role::Multiple;
      const bool filler = token.lexeme->is(WordClass::Emphatic) ||
                          token.lexeme->is(WordClass::Arrive) ||
                          token.lexeme->is(WordClass::Between) ||
                          token.lexeme->is(WordClass::Link) || says_basis(token);
      if (!filler) break;
      right = token.span.begin;
    }
    return verb_with_by();
  }

  /// "lost $3 billion" is a loss, "lost $3 billion in market value" a fall.
  [[nodiscard]] bool says_its_metric(const Token& verb) const {
    if (verb.lexeme->verb_of < 0) return false;
    for (std::size_t i = quantity_ + 1; i < clause_.last; ++i)
      if (scan_.tokens[i].kind == TokenKind::Word && scan_.tokens[i].lexeme->metric >= 0)
        return false;
    const Metric& metric = lexicon_.metrics()[static_cast<std::size_t>(verb.lexeme->verb_of)];
    return metric.fits(scan_.quantities[scan_.tokens[quantity_].index].quantity.unit.dimension);
  }

  /// 增速达到5%: the noun of a change right before the verb at `index`.
  [[nodiscard]] bool is_rate_before(std::size_t index) const {
    return index > clause_.first && is(index - 1, WordClass::RateOfChange) &&
           scan_.tokens[index].span.begin - scan_.tokens[index - 1].span.end <= kRateGap;
  }

  /// "cut its costs by 60%"
  [[nodiscard]] std::optional<Role> verb_with_by() const {
    const std::size_t begin = scan_.quantities[scan_.tokens[quantity_].index].with_hedge.begin;
    constexpr std::string_view kBy = "by ";
    if (begin < kBy.size() || text_.substr(begin - kBy.size(), kBy.size()) != kBy)
      return std::nullopt;
    for (std::size_t i = quantity_; i-- > clause_.first;) {
      if (is(i, WordClass::Rise)) return Role::Increase;
      if (is(i, WordClass::Fall)) return Role::Decrease;
      // "exceeding expectations by $1.6 billion"
      if (is(i, WordClass::MoreThanBefore) || is(i, WordClass::Higher) || is(i, WordClass::Lower))
        return Role::Difference;
    }
    return std::nullopt;
  }

  /// A time, or a stretch of time ago: 2023年, 一年前.
  [[nodiscard]] bool is_time(std::size_t index) const {
    return index < clause_.last &&
           (scan_.tokens[index].kind == TokenKind::Time ||
            (scan_.tokens[index].kind == TokenKind::Quantity && is_ago(index)));
  }

  /// "30% less than", "30% less power than": up to the next number. "5% less than a year ago" is a
  /// change and compares with nothing else.
  [[nodiscard]] bool is_compared_behind(std::size_t index) const {
    for (std::size_t i = index + 1; i < clause_.last; ++i) {
      if (scan_.tokens[i].kind == TokenKind::Quantity) return false;
      if (is(i, WordClass::Than)) return !is_time(i + 1);
    }
    return false;
  }

  /// 298亿同比涨了26%: the verb at `index` says how much further on.
  [[nodiscard]] bool has_number_behind(std::size_t index) const {
    const std::size_t next = index + 1;
    return next < clause_.last && scan_.tokens[next].kind == TokenKind::Quantity &&
           static_cast<unsigned char>(text_[scan_.tokens[index].span.begin]) >= 0x80 &&
           scan_.tokens[next].span.begin - scan_.tokens[index].span.end <= kVerbGap;
  }

  /// 350%的涨幅, "30% growth", "a 5% drop"
  [[nodiscard]] std::optional<Role> noun_behind() const {
    std::size_t left = scan_.quantities[scan_.tokens[quantity_].index].with_hedge.end;
    // "half of the decline" is a part of it.
    if (scan_.tokens[quantity_].span.of(text_).ends_with(" of")) return std::nullopt;
    for (std::size_t i = quantity_ + 1; i < clause_.last; ++i) {
      const Token& token = scan_.tokens[i];
      if (token.kind != TokenKind::Word || token.span.begin - left > 1) return std::nullopt;
      if (has_number_behind(i)) return std::nullopt;
      // "5% lower than a year earlier"
      if (is_relative() && is_time(is(i + 1, WordClass::ScopePrefix) ? i + 2 : i + 1)) {
        if (token.lexeme->is(WordClass::MoreThanBefore)) return Role::Increase;
        if (token.lexeme->is(WordClass::LessThanBefore)) return Role::Decrease;
      }
      if (token.lexeme->is(WordClass::Rise)) return Role::Increase;
      // "a -3.5% decline": its sign says so already, as in (-3.5%).
      if (token.lexeme->is(WordClass::Fall)) return has_minus() ? Role::Increase : Role::Decrease;
      // "20 percentage points more"
      const bool compared = is_compared_behind(i);
      if (token.lexeme->is(WordClass::Higher) && is_relative() && !compared) return Role::Increase;
      if (token.lexeme->is(WordClass::Lower) && is_relative() && !compared) return Role::Decrease;
      // "a 29% year-over-year shipment increase"
      if (!token.lexeme->is(WordClass::Link) && !says_basis(token) && token.lexeme->metric < 0)
        return std::nullopt;
      left = token.span.end;
    }
    return std::nullopt;
  }

  /// 华为与小米前三季营收分别为…: "and", unless a time follows at once (与去年同期的8亿元).
  [[nodiscard]] bool joins_names(std::size_t index) const {
    constexpr std::string_view kAnd = "与";
    const Token& token = scan_.tokens[index];
    const Token& next = scan_.tokens[index + 1];
    return token.span.of(text_) == kAnd &&
           !(next.kind == TokenKind::Time && next.span.begin == token.span.end);
  }

  /// 曾占95%, 三年前的2-3代, 此前为
  [[nodiscard]] bool said_before() const {
    bool than = false;
    for (std::size_t i = start_of_reach(); i < quantity_; ++i) {
      if (is(i, WordClass::Before)) return true;
      // 比去年同期的8.04亿元
      than = than || (is(i, WordClass::Than) && !joins_names(i));
      const bool time = scan_.tokens[i].kind == TokenKind::Time;
      // 高于上一季度的15亿元
      const bool above =
          time && i > clause_.first &&
          (is(i - 1, WordClass::Higher) || is(i - 1, WordClass::Lower) ||
           is(i - 1, WordClass::MoreThanBefore) || is(i - 1, WordClass::LessThanBefore)) &&
          scan_.tokens[i - 1].span.end == scan_.tokens[i].span.begin;
      if (above || (time && (than || scan_.times[scan_.tokens[i].index].ago))) return true;
      if (scan_.tokens[i].kind == TokenKind::Quantity && is_ago(i)) return true;
      // 比去年同期的8.04亿元, 高于上一季度的15亿元
      const bool of_then = says_basis(scan_.tokens[i]) && i + 2 == quantity_ &&
                           is(i + 1, WordClass::Of) && !is_relative();
      if (of_then) return true;
    }
    // "compared with a loss of $793m a year ago"
    if (quantity_ + 1 >= clause_.last) return false;
    const Token& behind = scan_.tokens[quantity_ + 1];
    return behind.kind == TokenKind::Time && scan_.times[behind.index].ago &&
           behind.span.begin - scan_.tokens[quantity_].span.end <= 1;
  }

  std::string_view text_;
  const Scan& scan_;
  const Clause& clause_;
  std::size_t quantity_;
  const Lexicon& lexicon_;
};

}  // namespace

bool is_point_in_time(std::string_view text, const ScannedQuantity& quantity,
                      const Lexicon& lexicon) {
  if (quantity.quantity.unit.dimension != Dimension::Duration) return false;
  std::size_t at = quantity.with_hedge.end;
  while (at < text.size() && text[at] == ' ') ++at;
  return lexicon.find_class(text, at, WordClass::Ago) > 0;
}

Role role_of(std::string_view text, const Scan& scan, const Clause& clause, std::size_t quantity,
             const std::optional<FrameMatch>& frame, const Lexicon& lexicon) {
  return RoleReader(text, scan, clause, quantity, lexicon).read(frame);
}

}  // namespace assay
