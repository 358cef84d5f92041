// SPDX-License-Identifier: MIT
#include "facts/number_context.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

constexpr char32_t kNumbering = 0x7B2C;  // 第
/// How many words before a number are looked at.
constexpr std::size_t kWordsBefore = 3;
/// A verb that no lexicon knows, between a bound and its number: 至少投2000亿.
constexpr std::size_t kLongestVerb = 2;   // characters
constexpr std::string_view kWhen = "时";  // 最多时有300人

bool is_word_character(char c) {
  return is_ascii_letter(static_cast<unsigned char>(c)) ||
         is_ascii_digit(static_cast<unsigned char>(c));
}

/// The word token that ends right before `offset` (spaces allowed), or nullptr.
const Token* word_before(std::string_view text, std::size_t offset,
                         const std::vector<Token>& tokens, std::size_t steps_back) {
  if (tokens.size() <= steps_back) return nullptr;
  const Token& token = tokens[tokens.size() - 1 - steps_back];
  if (token.kind != TokenKind::Word) return nullptr;
  std::size_t end = token.span.end;
  while (end < offset && text[end] == ' ') ++end;
  return end == offset ? &token : nullptr;
}

bool is_name(const Lexeme& word, const Lexicon& lexicon) {
  if (word.entity < 0) return false;
  const EntityKind kind = lexicon.entities()[static_cast<std::size_t>(word.entity)].kind;
  return kind == EntityKind::Product || kind == EntityKind::Technology;
}

Hedge hedge_of(const Lexeme& word) {
  constexpr std::array<std::pair<WordClass, Hedge>, 7> kBefore = {{
      {WordClass::AtMostBefore, Hedge::AtMost},
      {WordClass::AtLeastBefore, Hedge::AtLeast},
      {WordClass::LittleOverBefore, Hedge::LittleOver},
      {WordClass::LessThanBefore, Hedge::LessThan},
      {WordClass::MoreThanBefore, Hedge::MoreThan},
      {WordClass::NearlyBefore, Hedge::Nearly},
      {WordClass::AboutBefore, Hedge::About},
  }};
  for (const auto& [word_class, hedge] : kBefore)
    if (word.is(word_class)) return hedge;
  return Hedge::None;
}

/// What a bound comes to behind a negation: 没有超过50% is at most that, "did not reach 50%" less.
Hedge denied(Hedge hedge) {
  if (hedge == Hedge::MoreThan) return Hedge::AtMost;
  return hedge == Hedge::LessThan ? Hedge::AtLeast : hedge;
}

/// The negation right before a bound or 达到: 未|超过, 没有|达到, "not|exceed"; nullptr where there is none,
/// and of 是不是超过.
const Token* negation_before(std::string_view text, const Token& token,
                             const std::vector<Token>& tokens, std::size_t back) {
  const Token* before = word_before(text, token.span.begin, tokens, back + 1);
  if (before == nullptr || !before->says(WordClass::Negation)) return nullptr;
  const std::string_view negation = before->span.of(text);
  const bool may_ask = negation.starts_with("不") || negation.starts_with("没");
  const std::string_view last = negation.substr(previous(negation, negation.size()));
  return may_ask && text.substr(0, before->span.begin).ends_with(last) ? nullptr : before;
}

/// 达到 and "reach", where what is denied is that it came so far: 没有降到50% denies a fall.
bool is_reached(std::string_view word) {
  constexpr std::array<std::string_view, 5> kReached = {"达到", "达", "到", "reach", "reached"};
  return std::ranges::count(kReached, word) > 0;
}

/// Words that may stand between a number and another word that says something of it.
bool is_before_number(const Lexeme& word) {
  return hedge_of(word) != Hedge::None || word.is(WordClass::Emphatic) ||
         word.is(WordClass::From) || word.is(WordClass::Arrive) || word.is(WordClass::Link);
}

/// The bound that stands a verb before the number: 至少投2000亿, 最多只能卖200台. Names, other numbers
/// and marks between the two are in the way.
const Token* bound_before_verb(std::string_view text, std::size_t offset,
                               const std::vector<Token>& tokens) {
  std::size_t end = offset;
  std::size_t unknown = 0;
  for (std::size_t back = 0; back <= kWordsBefore && back < tokens.size(); ++back) {
    const Token& token = tokens[tokens.size() - 1 - back];
    if (token.kind != TokenKind::Word || token.span.end > end) return nullptr;
    for (std::size_t at = token.span.end; at < end; at += decode(text, at).length, ++unknown)
      if (!is_han_at(text, at)) return nullptr;
    if (unknown > kLongestVerb) return nullptr;
    const Hedge hedge = hedge_of(*token.lexeme);
    const bool when = text.substr(token.span.end).starts_with(kWhen);
    if (hedge == Hedge::AtLeast || hedge == Hedge::AtMost) return when ? nullptr : &token;
    const bool verb = token.lexeme->entity < 0 && token.lexeme->metric < 0 &&
                      !token.says(WordClass::Of) && !token.says(WordClass::Than);
    if (!verb || hedge != Hedge::None) return nullptr;
    end = token.span.begin;
  }
  return nullptr;
}

/// 负, "minus": right before the number; English words stand a space apart.
bool is_minus(const Lexeme& word, const Token& token, std::size_t offset) {
  return word.is(WordClass::Minus) && (token.span.end == offset || token.span.size() > 3);
}

/// What only the word directly before the number says.
void add_last_word(QuantityContext& context, const Token& token, std::size_t offset) {
  const Lexeme& word = *token.lexeme;
  context.ordinal_before = word.is(WordClass::Rank);
  context.name_before = word.is(WordClass::Version) || is_name(word, context.knowledge.lexicon());
  context.emphatic_before = word.is(WordClass::Only) || word.is(WordClass::Gap);
  context.minus_before = is_minus(word, token, offset);
  context.level_before = word.is(WordClass::Arrive) || hedge_of(word) == Hedge::Nearly ||
                         (word.is(WordClass::Link) && !word.is(WordClass::Of));
}

void add_words_before(QuantityContext& context, std::string_view text, std::size_t offset,
                      const std::vector<Token>& tokens) {
  std::size_t end = offset;
  bool of = false;
  for (std::size_t back = 0; back < kWordsBefore; ++back) {
    const Token* token = word_before(text, end, tokens, back);
    if (token == nullptr) break;
    const Lexeme& word = *token->lexeme;
    of = of || word.is(WordClass::Of);
    // 人数最多的3家 is no bound.
    if (const Hedge hedge = hedge_of(word); hedge != Hedge::None && !of) {
      const bool first = context.hedge_before == Hedge::None;
      const Token* negation = negation_before(text, *token, tokens, back);
      const bool turned = negation != nullptr && denied(hedge) != hedge;
      if (first) context.hedge_before = turned ? denied(hedge) : hedge;
      context.hedge_begin = (turned ? negation : token)->span.begin;
    } else if (back == 0 && word.is(WordClass::Arrive) && is_reached(token->span.of(text))) {
      if (const Token* negation = negation_before(text, *token, tokens, back)) {
        context.hedge_before = Hedge::LessThan;
        context.hedge_begin = negation->span.begin;
        break;
      }
    }
    if (back == 0) add_last_word(context, *token, offset);
    // 负的122%
    if (back == 1 && end < offset) context.minus_before |= is_minus(word, *token, end);
    context.change_before |= word.is(WordClass::Rise) || word.is(WordClass::Fall);
    context.from_before |= word.is(WordClass::From);
    context.between_before |= word.is(WordClass::Between);
    if (!is_before_number(word)) break;
    end = token->span.begin;
  }
  if (context.hedge_before != Hedge::None || of) return;
  if (const Token* bound = bound_before_verb(text, offset, tokens)) {
    context.hedge_before = hedge_of(*bound->lexeme);
    context.hedge_begin = bound->span.begin;
  }
}

/// Whether a share is written there: 三成, 四分之一, 一半, 35%.
bool is_share_at(std::string_view text, std::size_t offset) {
  constexpr std::size_t kReach = 15;
  constexpr std::array<std::string_view, 5> kSigns = {"成", "分之", "一半", "%", "半数"};
  const std::string_view number = text.substr(offset, kReach);
  return std::ranges::any_of(
      kSigns, [&](std::string_view sign) { return number.find(sign) != std::string_view::npos; });
}

/// 不到总额的一半, 超过营收的三成: the bound stands before the whole of a share. Of 超过美国的30% nobody
/// knows, and of 最多的三成 it is another's.
Hedge bound_of_share(std::string_view text, std::size_t offset, const std::vector<Token>& tokens) {
  constexpr std::size_t kLongestWhole = 5;  // characters
  const Token* of = word_before(text, offset, tokens, 0);
  if (of == nullptr || !of->says(WordClass::Of) || !is_share_at(text, offset)) return Hedge::None;
  bool whole = false;
  std::size_t end = of->span.begin;
  for (std::size_t back = 1; back <= kWordsBefore && back < tokens.size(); ++back) {
    const Token& token = tokens[tokens.size() - 1 - back];
    if (token.kind != TokenKind::Word || token.lexeme->entity >= 0 || token.span.end > end) break;
    const std::string_view between = text.substr(token.span.end, end - token.span.end);
    if (between.size() > kLongestWhole * kHanLength) break;
    whole = whole || between.starts_with("总") || between.starts_with("全") ||
            between.starts_with("整") || token.lexeme->metric >= 0 ||
            token.says(WordClass::TotalHead);
    const Hedge hedge = hedge_of(*token.lexeme);
    if (hedge != Hedge::None) return whole && token.span.end < of->span.begin ? hedge : Hedge::None;
    end = token.span.begin;
  }
  return Hedge::None;
}

/// 这一年, 第三, H100 3: what the characters directly before say.
void add_characters_before(QuantityContext& context, std::string_view text, std::size_t offset) {
  std::size_t before = offset;
  while (before > 0 && text[before - 1] == ' ') --before;
  if (before == 0) return;
  const Lexicon& lexicon = context.knowledge.lexicon();
  const std::size_t start = previous(text, before);
  if (before == offset) {
    const std::size_t length = lexicon.find_class(text, start, WordClass::Determiner);
    context.determiner_before = start + length == offset && length > 0;
    context.numbered_before = decode(text, start).value == kNumbering;
  }
  if (!is_word_character(text[start])) return;
  std::size_t word = start;
  while (word > 0 && is_word_character(text[word - 1])) --word;
  const bool capital = text[word] >= 'A' && text[word] <= 'Z';
  const bool function_word = lexicon.find_class(text, word, WordClass::NoNoun) == before - word;
  if (capital && !function_word && word > 0) context.name_before = true;
}

/// ~$2,000, 成本~3万元: roughly; behind another number or a time it is "to".
void add_tilde(QuantityContext& context, std::string_view text, std::size_t offset,
               const std::vector<Token>& tokens) {
  constexpr char kTilde = '~';
  std::size_t at = offset;
  if (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0 || text[at - 1] != kTilde || context.hedge_before != Hedge::None) return;
  --at;
  const bool behind_word = at > 0 && (is_ascii_letter(static_cast<unsigned char>(text[at - 1])) ||
                                      is_digit_at(text, at - 1) || text[at - 1] == '%');
  const bool joins =
      !tokens.empty() && tokens.back().span.end + 1 >= at &&
      (tokens.back().kind == TokenKind::Quantity || tokens.back().kind == TokenKind::Time);
  if (behind_word || joins) return;
  context.hedge_before = Hedge::About;
  context.hedge_begin = at;
}

/// Whether a word for a temperature stands shortly before `offset`.
bool speaks_of_temperature(std::string_view text, std::size_t offset, const Knowledge& knowledge) {
  constexpr std::size_t kReach = 30;
  const Lexicon& lexicon = knowledge.lexicon();
  for (std::size_t at = offset - std::min(offset, kReach); at < offset; ++at) {
    const Lexicon::Hit word = lexicon.find(text, at);
    if (word.lexeme != nullptr && word.lexeme->metric >= 0 &&
        lexicon.metrics()[static_cast<std::size_t>(word.lexeme->metric)].fits(
            Dimension::Temperature))
      return true;
  }
  return false;
}

}  // namespace

QuantityContext number_context(std::string_view text, std::size_t offset,
                               const std::vector<Token>& tokens, const Knowledge& knowledge) {
  QuantityContext context{knowledge};
  add_words_before(context, text, offset, tokens);
  add_characters_before(context, text, offset);
  add_tilde(context, text, offset, tokens);
  if (context.hedge_before == Hedge::None) {
    context.hedge_before = bound_of_share(text, offset, tokens);
    context.hedge_begin = offset;
  }
  return context;
}

bool sign_starts_number(std::string_view text, std::size_t at, const std::vector<Token>& tokens) {
  const bool beside = !tokens.empty() && at - tokens.back().span.end <= 1;
  // 营收+28%: what is measured, and how it changed.
  const bool metric = beside && text[at] == '+' && tokens.back().kind == TokenKind::Word &&
                      tokens.back().lexeme->metric >= 0;
  const bool wanted = metric || (beside && (tokens.back().says(WordClass::YearOnYear) ||
                                            tokens.back().says(WordClass::PeriodOnPeriod)));
  if (is_digit_at(text, at + 1)) {
    if (at == 0 || wanted) return true;
    const char before = text[at - 1];
    return before == ' ' || before == '(' || before == '|' || before == ':' || before == ',' ||
           (static_cast<unsigned char>(before) >= 0x80 && text[at] == '-');
  }
  return wanted && text.substr(at + 1).starts_with(' ') && is_digit_at(text, at + 2);
}

UnitSurfaces::Hit electricity_at(std::string_view text, std::size_t at, std::size_t number,
                                 const Knowledge& knowledge) {
  if (speaks_of_temperature(text, number, knowledge)) return {};
  const auto hit = knowledge.unit_surfaces().find_denominator(text, at);
  const bool energy = hit.unit != nullptr && hit.unit->dimension == Dimension::Energy;
  return energy && is_han_at(text, at) ? hit : UnitSurfaces::Hit{};
}

}  // namespace assay
