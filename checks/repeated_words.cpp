// SPDX-License-Identifier: MIT
#include "checks/repeated_words.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "checks/copied_text.h"
#include "core/utf8.h"
#include "facts/fact_keys.h"

namespace assay {
namespace {

bool is_boundary(char32_t c) {
  constexpr std::u32string_view kMarks = U",;:.!?()[]\"，。；：！？、（）“”「」| ";
  return kMarks.find(c) != std::u32string_view::npos;
}

std::string_view text_before(const Fact& fact) {
  return std::string_view(fact.sentence).substr(0, fact.in_sentence.begin);
}

std::string_view text_behind(const Fact& fact) {
  return std::string_view(fact.sentence).substr(fact.in_sentence.end);
}

std::string_view common_end(std::string_view a, std::string_view b) {
  std::size_t length = 0;
  while (length < std::min(a.size(), b.size()) &&
         a[a.size() - 1 - length] == b[b.size() - 1 - length])
    ++length;
  std::size_t begin = a.size() - length;
  while (begin < a.size() && (static_cast<unsigned char>(a[begin]) & 0xC0) == 0x80) ++begin;
  return a.substr(begin);
}

std::string_view common_start(std::string_view a, std::string_view b) {
  std::size_t length = 0;
  while (length < std::min(a.size(), b.size()) && a[length] == b[length]) ++length;
  while (length < a.size() && length > 0 && (static_cast<unsigned char>(a[length]) & 0xC0) == 0x80)
    --length;
  return a.substr(0, length);
}

/// Cuts words that only began alike off the front of what two texts have in common.
std::string_view from_boundary(std::string_view common, std::string_view a, std::string_view b) {
  const auto opens = [&](std::string_view text) {
    const std::size_t begin = text.size() - common.size();
    return begin == 0 || is_boundary(decode(text, previous(text, begin)).value);
  };
  if (opens(a) || opens(b)) return common;
  for (std::size_t at = 0; at < common.size();) {
    const CodePoint point = decode(common, at);
    at += point.length;
    if (is_boundary(point.value)) return common.substr(at);
  }
  return {};
}

/// Likewise off the end.
std::string_view up_to_boundary(std::string_view common, std::string_view a, std::string_view b) {
  const auto ends = [&](std::string_view text) {
    return text.size() == common.size() || is_boundary(decode(text, common.size()).value);
  };
  if (ends(a) || ends(b)) return common;
  for (std::size_t at = common.size(); at > 0;) {
    at = previous(common, at);
    if (is_boundary(decode(common, at).value)) return common.substr(0, at);
  }
  return {};
}

/// 同比+43%, 同比+39%: the words that go on alike lead to another number in each, so they are a form that
/// was filled in anew.
bool leads_to_other_numbers(std::string_view common, std::string_view a, std::string_view b) {
  const auto digit_follows = [&](std::string_view text) {
    return common.size() < text.size() &&
           is_ascii_digit(static_cast<unsigned char>(text[common.size()]));
  };
  return digit_follows(a) && digit_follows(b);
}

struct Letters {
  std::size_t count = 0;
  bool digits = false;
};

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    letters.count += is_han(point.value) ? kHanLength : is_ascii_letter(point.value) ? 1 : 0;
    letters.digits = letters.digits || is_ascii_digit(point.value);
    at += point.length;
  }
  return letters;
}

bool ends_clause(std::string_view text, std::size_t at) {
  return at >= text.size() || (is_boundary(decode(text, at).value) && text[at] != ' ');
}

bool may_be_pair(const Fact& a, const Fact& b) {
  const bool one_sentence = a.document == b.document && a.sentence_span.overlaps(b.sentence_span);
  return !one_sentence && same_measure(a, b) && a.role == b.role && a.modality == b.modality &&
         a.comparand.value == b.comparand.value && is_altered(a.quantity, b.quantity);
}

/// "Stage three: ...", "Stage four: ...": what stands before the same words differs in a numeral or
/// so, as the items of a list do.
bool are_items(std::string_view before_a, std::string_view before_b, std::size_t common) {
  const std::string_view a = before_a.substr(0, before_a.size() - common);
  const std::string_view b = before_b.substr(0, before_b.size() - common);
  return a != b && !a.empty() && a.size() == b.size();
}

RepeatedWords pair_of(const Fact& a, const Fact& b) {
  const std::string_view left =
      from_boundary(common_end(text_before(a), text_before(b)), text_before(a), text_before(b));
  const std::string_view alike = common_start(text_behind(a), text_behind(b));
  if (leads_to_other_numbers(alike, text_behind(a), text_behind(b))) return {.a = &a, .b = &b};
  const std::string_view right = up_to_boundary(alike, text_behind(a), text_behind(b));
  if (are_items(text_before(a), text_before(b), left.size())) return {.a = &a, .b = &b};
  const Letters before = letters_of(left);
  const Letters behind = letters_of(right);
  return {.a = &a,
          .b = &b,
          .letters = before.count + behind.count,
          .whole_clause = before.count > 0 && ends_clause(text_behind(a), right.size()) &&
                          ends_clause(text_behind(b), right.size()),
          .more_figures = before.digits || behind.digits};
}

/// How many different numbers stand in these words.
std::size_t count_different(const std::vector<const Fact*>& facts) {
  std::vector<const Fact*> different;
  for (const Fact* fact : facts)
    if (std::all_of(different.begin(), different.end(),
                    [&](const Fact* other) { return is_altered(fact->quantity, other->quantity); }))
      different.push_back(fact);
  return different.size();
}

/// How many facts have this text before them, also where some of them are not there.
std::size_t count_of(const std::vector<const Fact*>& facts, const FactIndex& index) {
  if (index.word_counts() == nullptr) return facts.size();
  const auto found = index.word_counts()->find(count_name_of(*facts.front()));
  return found == index.word_counts()->end() ? facts.size() : found->second;
}

}  // namespace

std::string count_name_of(const Fact& fact) {
  return "before " + std::to_string(words_before_key(fact));
}

std::vector<RepeatedWords> find_repeated_words(const FactIndex& index) {
  std::map<std::tuple<std::string_view, std::string_view, Dimension>, std::vector<const Fact*>>
      keys;
  for (const Fact* fact : index.facts()) {
    const std::string_view before = words_before(*fact);
    if (before.empty()) continue;
    keys[{before, fact->quantity.unit.canonical, fact->quantity.unit.dimension}].push_back(fact);
  }
  constexpr std::size_t kForm = 3;
  std::vector<RepeatedWords> pairs;
  for (const auto& [key, facts] : keys) {
    if (facts.size() < 2 || count_of(facts, index) > kMostInSameWords ||
        count_different(facts) >= kForm)
      continue;
    for (std::size_t i = 0; i < facts.size(); ++i)
      for (std::size_t k = i + 1; k < facts.size(); ++k)
        if (index.concerns(*facts[i], *facts[k]) && may_be_pair(*facts[i], *facts[k]))
          pairs.push_back(pair_of(*facts[i], *facts[k]));
  }
  std::sort(pairs.begin(), pairs.end(), [&](const RepeatedWords& x, const RepeatedWords& y) {
    return std::pair(index.position_of(*x.a), index.position_of(*x.b)) <
           std::pair(index.position_of(*y.a), index.position_of(*y.b));
  });
  return pairs;
}

}  // namespace assay
