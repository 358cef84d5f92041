// SPDX-License-Identifier: MIT
#include "facts/scan.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "facts/borrowed_unit.h"
#include "facts/heard_names.h"
#include "facts/list_joint.h"
#include "facts/missing_years.h"
#include "facts/number_context.h"
#include "facts/number_marks.h"
#include "facts/open_names.h"
#include "facts/quantity_reader.h"
#include "facts/text_probe.h"
#include "facts/vague_quantity.h"

namespace assay {
namespace {

/// How far behind 每年 an amount may stand and still be a yearly one (bytes).
constexpr std::size_t kRateReach = 24;
/// How many bytes of text there are to a token, for making room.
constexpr std::size_t kBytesOfToken = 8;

/// What a mark of punctuation is; a full stop may be a decimal point, and takes a closer look.
std::optional<TokenKind> kind_of_mark(char32_t mark) {
  const auto among = [&](std::u32string_view marks) {
    return marks.find(mark) != std::u32string_view::npos;
  };
  if (among(U"。!?;\n…")) return TokenKind::Sentence;
  if (among(U",:—、")) return TokenKind::Clause;
  if (among(U"([【")) return TokenKind::Open;
  if (among(U")]】")) return TokenKind::Close;
  return std::nullopt;
}

class Scanner {
 public:
  Scanner(std::string_view text, const ScanContext& context)
      : text_(text), context_(context), knowledge_(context.knowledge) {}

  Scan run() {
    scan_.tokens.reserve(text_.size() / kBytesOfToken);
    while (at_ < text_.size()) step();
    return std::move(scan_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (static_cast<unsigned char>(c) < 0x80) {
      step_ascii(c);
    } else {
      step_wide();
    }
  }

  void step_ascii(char c) {
    if (c == ' ' || c == '\t' || c == '\r') return step_space();
    if (is_letter(c)) return step_latin_word();
    if (is_digit(c) || ((c == '-' || c == '+') && sign_starts_number(text_, at_, scan_.tokens)))
      return step_number();
    if (const std::size_t length = formula_length(text_, at_)) return skip_identifier(length);
    if (is_number_prefix()) return step_number();
    step_punctuation(decode(text_, at_));
  }

  void step_space() {
    // In speech a space between Han characters is a pause.
    const bool pause = context_.speech && at_ > 0 && at_ + 1 < text_.size() &&
                       (static_cast<unsigned char>(text_[at_ - 1]) >= 0x80 ||
                        static_cast<unsigned char>(text_[at_ + 1]) >= 0x80);
    if (pause) push(TokenKind::Clause, at_ + 1);
    ++at_;
  }

  [[nodiscard]] bool is_number_prefix() const {
    const auto hit = knowledge_.unit_surfaces().find_before_number(text_, at_);
    // "won 3-1" is a score: a currency before its number is a sign, a code or a Chinese name.
    const bool lower_case = text_[at_] >= 'a' && text_[at_] <= 'z';
    if (hit.unit == nullptr || !hit.unit->prefix || lower_case) return false;
    std::size_t next = at_ + hit.length;
    while (next < text_.size() && text_[next] == ' ') ++next;
    return next < text_.size() && is_digit(text_[next]);
  }

  void step_latin_word() {
    if (is_word_start(text_, at_)) {
      if (const std::size_t length = url_length(text_, at_)) return skip_identifier(length);
      if (is_number_prefix()) return step_number();
      const Lexicon::Hit hit = lexeme_here();
      if (hit.lexeme != nullptr && (hit.lexeme->vague >= 0 || hit.lexeme->not_quantity)) {
        if (try_time(hit.length)) return;
        return take_lexeme(hit);
      }
      if (try_time(hit.length)) return;
      const SignKind sign = knowledge_.numerals().sign_at(text_, at_).kind;
      const bool article = (text_[at_] == 'a' || text_[at_] == 'A') && hit.length <= 1;
      if (sign == SignKind::English || sign == SignKind::Part || article) {
        if (try_quantity(hit.length)) return;
      }
      if (hit.length > 0) return take_lexeme(hit);
    }
    step_identifier();
  }

  /// What is no number and no word, whatever digits are in it.
  void skip_identifier(std::size_t length) {
    push(TokenKind::Identifier, at_ + length);
    at_ += length;
  }

  /// A word that the lexicon does not know; with a digit in it, it is a name (GPT-5.2, H20).
  void step_identifier() {
    if (take_name_glued_to_number()) return;
    const std::size_t end = identifier_end(text_, at_);
    const std::string_view word = text_.substr(at_, end - at_);
    if (std::any_of(word.begin(), word.end(), [](char c) { return is_digit(c); }))
      push(TokenKind::Identifier, end);
    at_ = end;
  }

  /// "ASML14纳米": a known name whose mark-up stood between it and the number.
  bool take_name_glued_to_number() {
    std::size_t name_end = at_;
    while (name_end < text_.size() && is_letter(text_[name_end])) ++name_end;
    std::size_t digits_end = name_end;
    while (digits_end < text_.size() && is_digit(text_[digits_end])) ++digits_end;
    if (digits_end == name_end || digits_end >= text_.size() || !is_word_start(text_, at_))
      return false;
    if (static_cast<unsigned char>(text_[digits_end]) < 0x80) return false;
    if (knowledge_.unit_surfaces().find(text_, digits_end).unit == nullptr) return false;
    const Lexicon::Hit hit = knowledge_.lexicon().find(text_.substr(0, name_end), at_);
    if (hit.lexeme == nullptr || hit.lexeme->entity < 0 || at_ + hit.length != name_end)
      return false;
    take_lexeme(hit);
    unglued_ = at_;
    return true;
  }

  void step_number() {
    const Lexicon::Hit hit = lexeme_here();  // 910B, 360公司, 24/7
    refused_end_ = 0;
    if (const std::size_t length = section_number_length(text_, at_, knowledge_);
        length > 0 && !context_.table_cell) {
      refused_end_ = at_ + length;
    } else if (!glued_to_word() && !is_list_number(text_, at_)) {
      if (try_time(hit.length) || try_quantity(hit.length)) return;
    }
    if (hit.length > 0) return take_lexeme(hit);
    skip_refused_number();
  }

  /// "13%11": a footnote mark; "A100-80": part of a name.
  [[nodiscard]] bool glued_to_word() const {
    if (at_ == 0) return false;
    if (at_ == unglued_) return false;
    const char before = text_[at_ - 1];
    return is_letter(before) || before == '%' || before == '_' ||
           (is_digit(before) && !scan_.tokens.empty() && scan_.tokens.back().span.end == at_) ||
           (before == '.' && at_ > 1 && is_digit(text_[at_ - 2]));
  }

  void skip_refused_number() {
    std::size_t end = std::max(refused_end_, at_ + 1);
    while (end < text_.size() && (is_digit(text_[end]) || is_letter(text_[end]))) ++end;
    push(TokenKind::Identifier, end);
    at_ = end;
  }

  void step_wide() {
    const CodePoint point = decode(text_, at_);
    if (!is_han(point.value)) {
      constexpr char32_t kMinus = 0x2212;
      const bool minus = point.value == kMinus && (at_ == 0 || !is_digit(text_[at_ - 1]));
      if (minus && is_digit_at(text_, at_ + point.length)) return step_number();
      if (is_number_prefix()) return step_number();
      const Lexicon::Hit hit = lexeme_here();
      if (hit.length > 0) return take_lexeme(hit);
      return step_punctuation(point);
    }
    step_han(point);
  }

  /// Most characters start no word of most dictionaries, so each is asked only where one may start.
  void step_han(CodePoint point) {
    const Sign sign = knowledge_.numerals().may_start(point.value)
                          ? knowledge_.numerals().sign_at(text_, at_)
                          : Sign{};
    const Lexicon::Hit hit = lexeme_here();
    if (may_start_time(point, sign) && try_time(hit.length)) return;
    refused_end_ = 0;
    if (may_start_number(sign) ||
        (knowledge_.unit_surfaces().may_start(point.value) && is_number_prefix())) {
      if (try_quantity(hit.length)) return;
    }
    if (hit.length > 0) return take_lexeme(hit);
    // 第十五届: what was read and refused is not read again from its middle.
    at_ = std::max(refused_end_, at_ + point.length);
  }

  [[nodiscard]] bool may_start_time(CodePoint point, const Sign& sign) const {
    if (may_start_count(sign)) return true;
    const TimeWord* word =
        knowledge_.times().may_start(point.value) ? knowledge_.times().find(text_, at_) : nullptr;
    return word != nullptr && word->starts_a_time();
  }

  [[nodiscard]] Lexicon::Hit lexeme_here() const {
    Lexicon::Hit hit = knowledge_.lexicon().find(text_, at_);
    if (hit.lexeme != nullptr && hit.lexeme->heard && !context_.speech) return {};
    if (hit.lexeme != nullptr && hit.lexeme->vague >= 0) return without_half_of_scale(hit);
    return hit;
  }

  /// "more than half a billion": the half belongs to the billion.
  [[nodiscard]] Lexicon::Hit without_half_of_scale(const Lexicon::Hit& hit) const {
    constexpr std::string_view kHalf = "half";
    const std::size_t end = at_ + hit.length;
    if (hit.length < kHalf.size() || to_ascii_lower(text_.substr(end - kHalf.size(), 4)) != kHalf ||
        to_ascii_lower(text_.substr(end, 3)) != " a ")
      return hit;
    const NumeralGrammar grammar{knowledge_.numerals(), knowledge_.unit_surfaces()};
    const std::size_t half = end - kHalf.size();
    if (!read_english(grammar, text_, half)) return hit;
    return half > at_ ? knowledge_.lexicon().find(text_.substr(0, half - 1), at_) : Lexicon::Hit{};
  }

  /// Takes the time that starts here if it is longer than the lexeme of `word_length` bytes.
  bool try_time(std::size_t word_length) {
    const auto time = read_time(
        text_, at_, {knowledge_, context_.date, year_, last_time_ ? &*last_time_ : nullptr});
    if (!time || time->span.size() < word_length) return false;
    Token token{TokenKind::Time, time->span, nullptr,
                static_cast<std::uint32_t>(scan_.times.size()), false};
    scan_.tokens.push_back(token);
    scan_.times.push_back(*time);
    remember(*time);
    at_ = time->span.end;
    return true;
  }

  /// What later times without a year speak of: no day of a report, nothing compared with (较2024年).
  void remember(const TimeMention& time) {
    const Token* before =
        scan_.tokens.size() > 1 ? &scan_.tokens[scan_.tokens.size() - 2] : nullptr;
    const bool compared = time.ago || (before != nullptr && before->kind == TokenKind::Word &&
                                       before->lexeme->is(WordClass::Than));
    if (compared || starts_a_span(text_, time.span.begin)) return;
    if (time.period && !time.year_missing) year_ = year_of(time.period->to);
    const bool day = time.part && time.part->day > 0;
    if (!day && (time.period || time.part)) last_time_ = time;
  }

  /// Takes the quantity that starts here if it is longer than the lexeme of `word_length` bytes.
  bool try_quantity(std::size_t word_length) {
    if (is_capitalised_in_name(text_, at_, knowledge_)) return false;
    const QuantityContext context = quantity_context();
    const auto quantity = read_quantity(text_, at_, context, refused_end_);
    if (!quantity || quantity->span.end <= at_ + word_length) return false;
    scan_.tokens.push_back({TokenKind::Quantity, quantity->span, nullptr,
                            static_cast<std::uint32_t>(scan_.quantities.size()), false});
    scan_.quantities.push_back(*quantity);
    if (quantity->unitless) borrow_unit(text_, scan_);
    complete_unit(scan_);
    at_ = quantity->with_hedge.end;
    rate_ = nullptr;
    return true;
  }

  void take_lexeme(const Lexicon::Hit& hit) {
    if (hit.lexeme->vague >= 0 && try_vague(hit)) return;
    // 每年 is part of the unit of an amount, and of a growth it says the base.
    const bool base =
        hit.lexeme->is(WordClass::EachYear) || hit.lexeme->is(WordClass::EachPartOfYear);
    const std::size_t rate = base || hit.lexeme->is(WordClass::Per) ? remember_rate() : 0;
    if (rate > 0 && !base) {
      at_ += rate;
      return;
    }
    scan_.tokens.push_back({TokenKind::Word, {at_, at_ + hit.length}, hit.lexeme, 0, false});
    at_ += hit.length;
  }

  bool try_vague(const Lexicon::Hit& hit) {
    const VagueAmount& amount =
        knowledge_.lexicon().vague_amounts()[static_cast<std::size_t>(hit.lexeme->vague)];
    constexpr std::string_view kUnitNote = "(in ";  // (in millions of dollars)
    if (amount.adverb || text_.substr(0, at_).ends_with(kUnitNote)) return false;
    const std::size_t end = at_ + hit.length;
    // 近半年 is a duration, no share.
    if (knowledge_.unit_surfaces().find(text_, end).unit != nullptr) return false;
    // 腰斩至50%: the figure behind says it.
    if (amount.role && knowledge_.lexicon().find_class(text_, end, WordClass::Arrive) > 0)
      return false;
    if (word_begins_within(hit.length)) return false;
    const QuantityContext context = number_context(text_, at_, scan_.tokens, knowledge_);
    const ScannedQuantity scanned = vague_quantity(amount, {at_, end}, context);
    scan_.tokens.push_back({TokenKind::Quantity, scanned.span, nullptr,
                            static_cast<std::uint32_t>(scan_.quantities.size()), false});
    scan_.quantities.push_back(scanned);
    at_ = end;
    return true;
  }

  /// 最大半导体市场: a word that begins within the vague one and goes on behind it.
  [[nodiscard]] bool word_begins_within(std::size_t length) const {
    const std::size_t end = at_ + length;
    if (static_cast<unsigned char>(text_[at_]) < 0x80) return false;
    for (std::size_t at = at_ + decode(text_, at_).length; at < end;
         at += decode(text_, at).length) {
      const Lexicon::Hit inner = knowledge_.lexicon().find(text_, at);
      if (inner.lexeme != nullptr && inner.lexeme->vague < 0 && at + inner.length > end)
        return true;
    }
    return false;
  }

  /// 每年, 每月: remembers the duration that a following amount is per; how many bytes say so.
  std::size_t remember_rate() {
    const std::size_t per = knowledge_.lexicon().find_class(text_, at_, WordClass::Per);
    if (per == 0 || static_cast<unsigned char>(text_[at_]) < 0x80) return 0;
    const auto hit = knowledge_.unit_surfaces().find_denominator(text_, at_ + per);
    if (hit.unit == nullptr || hit.unit->dimension != Dimension::Duration) return 0;
    rate_ = hit.unit;
    rate_end_ = at_ + per + hit.length;
    return per + hit.length;
  }

  void step_punctuation(CodePoint point) {
    const bool compares = is_comparison_sign(text_, at_);
    if (compares && lexeme_here().length > 0) return take_lexeme(lexeme_here());
    const std::size_t end = at_ + point.length;
    if (const auto kind = kind_of_mark(point.value)) {
      push(*kind, end);
      scan_.tokens.back().enumeration = point.value == U'、';
      if (*kind == TokenKind::Clause && point.value != U'、') rate_ = nullptr;
    } else if (point.value == '.' && (end >= text_.size() || text_[end] == ' ' ||
                                      text_[end] == '\n' || text_[end] == '"')) {
      push(TokenKind::Sentence, end);
    }
    at_ = end;
  }

  void push(TokenKind kind, std::size_t end) {
    scan_.tokens.push_back({kind, {at_, end}, nullptr, 0, false});
  }

  [[nodiscard]] QuantityContext quantity_context() const {
    QuantityContext context = number_context(text_, at_, scan_.tokens, knowledge_);
    context.table_cell = context_.table_cell;
    context.head_unit = context_.head_unit;
    context.currency = context_.currency;
    if (rate_ != nullptr && at_ - rate_end_ <= kRateReach) context.rate_before = rate_;
    return context;
  }

  std::string_view text_;
  const ScanContext& context_;
  const Knowledge& knowledge_;
  Scan scan_;
  std::size_t at_ = 0;
  std::size_t refused_end_ = 0;
  std::size_t unglued_ = static_cast<std::size_t>(-1);  ///< number right behind a known name
  std::optional<int> year_;
  std::optional<TimeMention> last_time_;
  const Unit* rate_ = nullptr;
  std::size_t rate_end_ = 0;
};

}  // namespace

Scan scan(std::string_view text, const ScanContext& context) {
  Scan scanned = Scanner(text, context).run();
  if (context.speech) {
    SpokenText alone({text}, context.knowledge);
    mark_heard_names(text, context.knowledge, context.spoken ? *context.spoken : alone, scanned);
  }
  if (!scanned.quantities.empty() && !context.table_cell)
    mark_open_names(text, context.knowledge.name_words(), context.knowledge.lexicon(), scanned);
  mark_list_commas(text, scanned.tokens);
  settle_years(text, context, scanned);
  return scanned;
}

bool word_between(const Scan& scan, std::size_t from, std::size_t to, WordClass word_class) {
  for (std::size_t i = from + 1; i < to; ++i)
    if (scan.tokens[i].says(word_class)) return true;
  return false;
}

std::size_t end_with_hedge(const Scan& scan, std::size_t token) {
  const Token& at = scan.tokens[token];
  if (at.kind != TokenKind::Quantity) return at.span.end;
  return std::max(at.span.end, scan.quantities[at.index].with_hedge.end);
}

}  // namespace assay
