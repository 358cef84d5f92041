// SPDX-License-Identifier: MIT
#include "facts/modality.h"

#include <algorithm>
#include <array>
#include <optional>

namespace assay {
namespace {

/// How far a negation may stand before the number that it denies.
constexpr std::size_t kNegationGap = 13;

/// Whether a negation denies the verb that begins at `verb`: "did not|raise prices by 10%",
/// 未将价格|上调10%.
bool denies_verb(std::string_view text, const Token& negation, std::size_t verb) {
  if (verb < negation.span.end) return false;
  const std::string_view between = text.substr(negation.span.end, verb - negation.span.end);
  return between.empty() || between == " " || between.starts_with("将") ||
         between.starts_with("把");
}

/// Whether the number itself is denied: 不是50%, "not 500", 否认今年裁员8000人. A negation further off
/// denies something else (不仅, 没有透露), but for one of the change that the number is the size of.
bool is_negated(std::string_view text, const Scan& scan, const Clause& clause,
                std::size_t quantity) {
  // 非税收入5.47万亿元: alone it denies what follows at once, the number or a word.
  constexpr std::string_view kNon = "非";
  const std::size_t right = scan.quantities[scan.tokens[quantity].index].with_hedge.begin;
  std::size_t verb = 0;  // where that of the change begins
  bool goes_on =
      false;  // whether something else is said before the number: 否认造假但承认营收下降5%
  for (std::size_t i = quantity; i-- > clause.first;) {
    const Token& token = scan.tokens[i];
    if (token.kind == TokenKind::Quantity) return false;
    if (token.span.begin >= right) continue;
    if (token.says(WordClass::Denies)) {
      const std::string_view between = text.substr(token.span.end, right - token.span.end);
      return !goes_on && between.find("并") == std::string_view::npos &&
             between.find(" and ") == std::string_view::npos;
    }
    goes_on = goes_on || token.says(WordClass::Contrast) || token.says(WordClass::Says) ||
              token.says(WordClass::Conjunction);
    const bool near = right - token.span.end <= kNegationGap;
    const bool prefix = token.span.of(text) == kNon && token.span.end < right;
    if (token.says(WordClass::Negation) && !prefix &&
        (near || (verb > 0 && denies_verb(text, token, verb))))
      return true;
    if (verb == 0 && (token.says(WordClass::Rise) || token.says(WordClass::Fall)))
      verb = token.span.begin;
  }
  return false;
}

/// "versus 36% expected": what was expected, said right behind the number.
bool is_expectation(const Scan& scan, const Clause& clause, std::size_t quantity) {
  if (quantity + 1 >= clause.last) return false;
  const Token& behind = scan.tokens[quantity + 1];
  return behind.says(WordClass::Forecast) &&
         behind.span.begin <= scan.tokens[quantity].span.end + 1;
}

/// 翻番的目标已完成, and not 的目标没有完成.
bool is_fulfilled(const Scan& scan, const Clause& clause, std::size_t from) {
  for (std::size_t i = from; i < clause.last; ++i) {
    if (scan.tokens[i].says(WordClass::Negation)) return false;
    if (scan.tokens[i].says(WordClass::Fulfilled)) return true;
  }
  return false;
}

/// 交付10万辆的目标: what the number is, named right behind it.
std::optional<Modality> named_behind(const Scan& scan, const Clause& clause, std::size_t quantity) {
  const std::size_t of = quantity + 1;
  const std::size_t name = quantity + 2;
  if (name >= clause.last || !scan.tokens[of].says(WordClass::Of)) return std::nullopt;
  const bool adjacent = scan.tokens[of].span.begin == scan.tokens[quantity].span.end &&
                        scan.tokens[name].span.begin == scan.tokens[of].span.end;
  if (!adjacent || is_fulfilled(scan, clause, name + 1)) return std::nullopt;
  if (scan.tokens[name].says(WordClass::Plan)) return Modality::Plan;
  if (scan.tokens[name].says(WordClass::Forecast)) return Modality::Forecast;
  return std::nullopt;
}

bool asks(const Scan& scan, const Clause& clause) {
  for (std::size_t i = clause.first; i < clause.last; ++i)
    if (scan.tokens[i].says(WordClass::Question)) return true;
  return false;
}

/// 能否盈利仍是未知数，2024年亏损了5亿元。 asks nothing of what follows.
bool ends_as_question(std::string_view text, const Scan& scan, const Clause& clause) {
  constexpr std::size_t kLongestQuestion = 100;  // tokens: speech has no full stops
  const std::size_t last = std::min(clause.last + kLongestQuestion, scan.tokens.size());
  for (std::size_t i = clause.last; i < last; ++i)
    if (scan.tokens[i].kind == TokenKind::Sentence)
      return scan.tokens[i].span.of(text).starts_with('?');
  return false;
}

}  // namespace

Modality modality_of(std::string_view text, const Scan& scan, const Clause& clause,
                     std::size_t quantity, Modality so_far) {
  if (is_negated(text, scan, clause, quantity)) return Modality::Negated;
  if (asks(scan, clause)) return Modality::Hypothetical;
  if (const auto named = named_behind(scan, clause, quantity)) return *named;
  Modality modality = so_far;
  constexpr std::array<std::pair<WordClass, Modality>, 5> kCues = {{
      {WordClass::Contrast, Modality::Actual},
      {WordClass::Opinion, Modality::Opinion},
      {WordClass::Forecast, Modality::Forecast},
      {WordClass::Plan, Modality::Plan},
      {WordClass::Hypothetical, Modality::Hypothetical},
  }};
  for (std::size_t i = clause.first; i < quantity; ++i)
    for (const auto& [word_class, said] : kCues)
      if (scan.tokens[i].says(word_class)) modality = said;
  return is_expectation(scan, clause, quantity) ? Modality::Forecast : modality;
}

Modality modality_after(std::string_view text, const Scan& scan, const Clause& clause, bool bare,
                        Modality so_far) {
  if (bare && asks(scan, clause) && ends_as_question(text, scan, clause))
    return Modality::Hypothetical;
  // 如果订单减少5%，利润下降2%: the clause behind has said what follows from it.
  if (!bare && so_far == Modality::Hypothetical) so_far = Modality::Actual;
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    const Token& token = scan.tokens[i];
    if (token.says(WordClass::Contrast)) so_far = Modality::Actual;
    if (token.says(WordClass::Condition)) so_far = Modality::Hypothetical;
    if (!bare) continue;
    if (token.says(WordClass::Forecast)) so_far = Modality::Forecast;
    // 按照规划，…: what opens the sentence holds for it.
    if (token.says(WordClass::Plan) && token.span.begin == clause.span.begin)
      so_far = Modality::Plan;
  }
  return so_far;
}

bool speaks_of_future(const Scan& scan, const Clause& clause) {
  for (std::size_t i = clause.first; i < clause.last; ++i)
    for (const WordClass said : {WordClass::Forecast, WordClass::Plan, WordClass::Hypothetical})
      if (scan.tokens[i].says(said)) return true;
  return false;
}

}  // namespace assay
