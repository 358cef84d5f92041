// SPDX-License-Identifier: MIT
#include "checks/two_sides.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "checks/claim_words.h"
#include "checks/operands.h"
#include "checks/time_relation.h"
#include "core/utf8.h"

namespace assay {
namespace {

/// Of the words that only one side of a claim has, the level of that side must have so many more than of
/// those of the other; and both together so many.
constexpr double kLeastOfSide = 0.1;
constexpr double kLeastFit = 0.3;
/// Two pairs of levels that fit equally well but for so much are told apart by nothing.
constexpr double kSameFit = 0.05;

/// What is compared, and with what.
struct Sides {
  std::string one;
  std::string other;
};

std::optional<Sides> sides(std::string_view one, std::string_view other) {
  constexpr std::string_view kBlank = " ,";
  const std::size_t end = other.find_first_of(",;");
  other = other.substr(0, end);
  if (one.find_first_not_of(kBlank) == std::string_view::npos ||
      other.find_first_not_of(kBlank) == std::string_view::npos)
    return std::nullopt;
  return Sides{std::string(one), std::string(other)};
}

/// A比B便宜两成; A只有B的四分之一, A只要B三分之一的时间; "40% cheaper than B", "half the price of B".
std::optional<Sides> sides_of(const Fact& claim, const Lexicon& lexicon) {
  constexpr std::string_view kOf = "的";
  const std::string_view text = claim.sentence;
  std::string_view before = text.substr(0, claim.in_sentence.begin);
  const std::string_view behind = text.substr(claim.in_sentence.end);
  const ClaimWord than = find_last_word(before, lexicon, {WordClass::Than});
  if (than.length > 0)
    return sides(before.substr(0, than.at), before.substr(than.at + than.length));
  constexpr std::string_view kAs = " as ";
  if (behind.starts_with(kAs)) {  // twice as dear as B, half as much|as B
    const std::size_t as = behind.find(kAs, kAs.size() - 1);
    return sides(before, behind.substr((as == std::string_view::npos ? 0 : as) + kAs.size()));
  }
  const ClaimWord word = find_word(behind, lexicon, {WordClass::Than, WordClass::Of});
  const bool of = behind.substr(word.at).starts_with(kOf);
  if (word.length > 0 && !of) return sides(before, behind.substr(word.at + word.length));
  if (!before.ends_with(kOf) && !(of && word.at == 0)) return std::nullopt;
  if (before.ends_with(kOf)) before.remove_suffix(kOf.size());
  constexpr std::array<std::string_view, 6> kSays = {"只有", "只要", "只需", "相当于", "为", "是"};
  for (const std::string_view says : kSays)
    if (const std::size_t at = before.rfind(says); at != std::string_view::npos)
      return sides(before.substr(0, at), before.substr(at + says.size()));
  return std::nullopt;
}

using Words = std::set<std::string>;

/// The words of a text, and all else that may tell two things apart: 新版 and 旧版, "larger" and "smaller",
/// which the terms of facts leave out.
Words all_words(const std::string& text, const WordsOf& words_of) {
  const std::vector<std::string> terms = words_of(text);
  Words words(terms.begin(), terms.end());
  std::string latin;
  std::string last;  // the Han character before
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const std::string character = text.substr(at, point.length);
    at += point.length;
    const bool han = is_han(point.value);
    if (han && !last.empty()) words.insert(last + character);
    last = han ? character : std::string();
    if (is_ascii_letter(point.value) || is_ascii_digit(point.value)) {
      latin += to_ascii_lower(character);
    } else if (!latin.empty()) {
      words.insert(std::exchange(latin, {}));
    }
  }
  if (!latin.empty()) words.insert(latin);
  // The new plant and the old one.
  for (const char* pronoun : {"one", "ones", "that", "those"}) words.erase(pronoun);
  return words;
}

Words without(const Words& words, const Words& others) {
  Words own;
  std::ranges::set_difference(words, others, std::inserter(own, own.end()));
  return own;
}

double share_in(const Words& words, const Words& found) {
  const auto has = [&](const std::string& word) { return found.contains(word); };
  return words.empty() ? 0
                       : static_cast<double>(std::ranges::count_if(words, has)) /
                             static_cast<double>(words.size());
}

/// The words that only one side of the claim has.
struct OwnWords {
  Words one;
  Words other;
};

/// Where the words behind a number end that say what it is of: "$80 for combined-cycle gas and"; the end of
/// the number where none do. Bytes: its sentence.
std::size_t end_of_phrase_behind(const Fact& fact, const Lexicon& lexicon) {
  const std::string_view text = fact.sentence;
  const std::size_t end = fact.in_sentence.end;
  const std::size_t word = std::min(text.find_first_not_of(' ', end), text.size());
  if (lexicon.find_class(text, word, WordClass::ForName) == 0) return end;
  constexpr std::array<std::string_view, 4> kEnds = {",", ";", ".", " and "};
  std::size_t phrase_end = text.size();
  for (const std::string_view mark : kEnds) phrase_end = std::min(phrase_end, text.find(mark, end));
  return phrase_end;
}

/// The words that tell what the number is of: those since the number before it, and a phrase behind it.
Words words_beside(const Fact* before, const Fact& fact, const WordsOf& words_of,
                   const Lexicon& lexicon) {
  const std::string_view text = fact.sentence;
  const std::size_t begin = fact.in_sentence.begin;
  std::size_t from = 0;
  if (before != nullptr && before->sentence == fact.sentence && before->in_sentence.end <= begin)
    from = std::min(begin, end_of_phrase_behind(*before, lexicon));
  const std::size_t end = fact.in_sentence.end;
  const std::size_t to = end_of_phrase_behind(fact, lexicon);
  std::string beside(text.substr(from, begin - from));
  beside += " ";
  beside += text.substr(end, to - end);
  return all_words(beside, words_of);
}

bool is_level_of(const Fact& claim, const Fact& fact) {
  const bool other_metric =
      claim.metric.known && fact.metric.known && claim.metric.value != fact.metric.value;
  return fact.role == Role::Level && is_settled(fact) && fact.comparand.empty() &&
         !is_ratio(fact) && fact.quantity.stated.is_point() && fact.quantity.stated.low > 0 &&
         !other_metric;
}

bool may_compare(const Fact& one, const Fact& other) {
  const bool two_metrics =
      one.metric.known && other.metric.known && one.metric.value != other.metric.value;
  return !two_metrics && counts_alike(one, other) &&
         relate_times(one, other) != TimeRelation::Apart;
}

/// The ratio of two levels in the claim's words.
Interval as_claimed(const Fact& claim, const Interval& ratio, const Lexicon& lexicon) {
  if (claim.role == Role::Level || claim.role == Role::Multiple) return ratio;
  const bool less = claim.role == Role::Decrease ||
                    find_word(claim.sentence, lexicon, {WordClass::Lower}).length > 0;
  return less ? Interval::point(1) - ratio : ratio - Interval::point(1);
}

/// A level, and the words beside it.
struct Level {
  const Fact* fact = nullptr;
  Words words;
};

std::vector<Level> levels_of(const Fact& claim, const std::vector<const Fact*>& facts,
                             const OwnWords& own, const WordsOf& words_of, const Lexicon& lexicon) {
  std::vector<Level> levels;
  const Fact* before = nullptr;
  for (const Fact* fact : facts) {
    if (is_level_of(claim, *fact)) {
      Words words = words_beside(before, *fact, words_of, lexicon);
      // Where nothing beside it tells the sides apart, the rest of the clause may.
      if (share_in(own.one, words) == 0 && share_in(own.other, words) == 0)
        words.insert(fact->terms.begin(), fact->terms.end());
      levels.push_back({fact, std::move(words)});
    }
    before = fact;
  }
  return levels;
}

/// Two levels, and how well they fit the sides.
struct Pair {
  const Fact* one = nullptr;
  const Fact* other = nullptr;
  double fit = 0;

  [[nodiscard]] Interval ratio() const {
    return one->quantity.tolerance / other->quantity.tolerance;
  }
};

/// All pairs of which each fits its side by words that the other has not, the best first. They need not
/// be comparable: a level gives way to one that fits better, "$52" to "$48 per MWh".
std::vector<Pair> pairs_of(const std::vector<Level>& levels, const OwnWords& sides) {
  const auto fit = [](const Words& own, const Words& side, const Words& opposite) {
    return share_in(side, own) - share_in(opposite, own);
  };
  std::vector<Pair> pairs;
  for (const Level& one : levels)
    for (const Level& other : levels) {
      const double of_one = fit(without(one.words, other.words), sides.one, sides.other);
      const double of_other = fit(without(other.words, one.words), sides.other, sides.one);
      if (std::min(of_one, of_other) >= kLeastOfSide && of_one + of_other >= kLeastFit)
        pairs.push_back({one.fact, other.fact, of_one + of_other});
    }
  std::ranges::stable_sort(pairs, std::ranges::greater{}, &Pair::fit);
  return pairs;
}

}  // namespace

std::optional<Derived> derive_from_sides(const Fact& claim, const std::vector<const Fact*>& facts,
                                         const WordsOf& words_of, const Lexicon& lexicon) {
  if (!is_ratio(claim)) return std::nullopt;
  const std::optional<Sides> sides = sides_of(claim, lexicon);
  if (!sides) return std::nullopt;
  const Words one = all_words(sides->one, words_of);
  const Words other = all_words(sides->other, words_of);
  const OwnWords own{without(one, other), without(other, one)};
  const std::vector<Pair> pairs = pairs_of(levels_of(claim, facts, own, words_of, lexicon), own);
  if (pairs.empty() || !may_compare(*pairs.front().one, *pairs.front().other)) return std::nullopt;
  const Pair& best = pairs.front();
  const auto rivals = [&](const Pair& pair) {
    return pair.fit > best.fit - kSameFit && may_compare(*pair.one, *pair.other) &&
           !intersects(pair.ratio(), best.ratio());
  };
  if (std::ranges::any_of(pairs, rivals)) return std::nullopt;
  return Derived{as_claimed(claim, best.ratio(), lexicon), {best.one, best.other}, " / "};
}

}  // namespace assay
