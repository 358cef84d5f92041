// SPDX-License-Identifier: MIT
#include "facts/fact_keys.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "facts/fact_index.h"

namespace assay {
namespace {

/// So much text before a number leads to the others that may stand in the same words.
constexpr std::size_t kBytesBefore = 12;

/// The bytes of a number as a part of a key; what compares equal has the same.
class NumberPart {
 public:
  template <class Number>
  explicit NumberPart(Number number) {
    static_assert(sizeof number == sizeof bytes_);
    const Number one_zero = number == 0 ? Number{0} : number;
    std::memcpy(bytes_, &one_zero, sizeof bytes_);
  }
  operator std::string_view() const { return {bytes_, sizeof bytes_}; }  // NOLINT: it is a part

 private:
  char bytes_[8];
};

}  // namespace

FactKey make_key(KeyKind kind, std::initializer_list<std::string_view> parts) {
  XXH64_hash_t hash = static_cast<XXH64_hash_t>(kind);
  for (const std::string_view part : parts)
    hash = XXH3_64bits_withSeed(part.data(), part.size(), hash);
  return static_cast<FactKey>(hash);
}

std::vector<std::string_view> own_words(const Fact& fact) {
  std::vector<std::string_view> words;
  if (fact.table_row != 0) return words;
  for (const std::string& term : fact.terms) {
    const auto taken_over = [&](const Slot& slot) {
      return slot.source >= SlotSource::TableHead && slot.value == term;
    };
    if (!taken_over(fact.subject) && !taken_over(fact.metric)) words.push_back(term);
  }
  return words;
}

std::string_view words_before(const Fact& fact) {
  const std::string_view before = std::string_view(fact.sentence).substr(0, fact.in_sentence.begin);
  if (fact.table_row > 0 || before.size() < kBytesBefore) return {};
  return before.substr(before.size() - kBytesBefore);
}

double figure_of(const Fact& fact) {
  constexpr double kPerMille = 1000;
  const Quantity& quantity = fact.quantity;
  // 四成五 and 45%; another unit than the writer's may have been heard.
  return quantity.unit.dimension == Dimension::Ratio ? std::round(quantity.stated.low * kPerMille)
                                                     : quantity.written_low;
}

FactKey figure_key(const Fact& fact) {
  return make_key(KeyKind::Figure, {NumberPart(figure_of(fact))});
}

FactKey skeleton_key(const Fact& fact) {
  return make_key(KeyKind::Skeleton, {NumberPart(fact.skeleton)});
}

FactKey wording_key(const Fact& fact) {
  return make_key(KeyKind::Wording, {NumberPart(wording_hash(fact))});
}

FactKey words_before_key(const Fact& fact) {
  const MeasuredIn& unit = fact.quantity.unit;
  return make_key(KeyKind::WordsBefore,
                  {words_before(fact), unit.canonical, to_string(unit.dimension)});
}

FactKey dated_figure_key(const Fact& fact) {
  const Interval& stated = fact.quantity.stated;
  return make_key(KeyKind::DatedFigure, {fact.subject.value, fact.metric.value,
                                         NumberPart(stated.low), NumberPart(stated.high)});
}

bool may_be_gap(const Fact& fact) {
  return fact.metric.value.ends_with(" gap") ||
         (fact.role == Role::Difference && fact.metric.empty());
}

FactKey gap_key(const Fact& fact, std::string_view name) {
  const Quantity& quantity = fact.quantity;
  return make_key(KeyKind::Gap, {name, quantity.unit.canonical, quantity.written_unit});
}

std::vector<FactKey> keys_of(const Fact& fact) {
  std::vector<FactKey> keys = {wording_key(fact), figure_key(fact)};
  const std::string& subject = fact.subject.value;
  const std::string& metric = fact.metric.value;
  const std::string& comparand = fact.comparand.value;
  if (!subject.empty() && !metric.empty()) {
    keys.push_back(make_key(KeyKind::Slots, {subject, metric}));
    if (fact.period) keys.push_back(dated_figure_key(fact));
  }
  if (!comparand.empty()) {
    keys.push_back(make_key(KeyKind::Side, {metric, subject}));
    keys.push_back(make_key(KeyKind::Side, {metric, comparand}));
    keys.push_back(make_key(KeyKind::Pair, {subject, comparand}));
  }
  if (may_be_gap(fact)) {
    if (!subject.empty()) keys.push_back(gap_key(fact, subject));
    if (!comparand.empty()) keys.push_back(gap_key(fact, comparand));
    for (const std::string& item : fact.scope) keys.push_back(gap_key(fact, item));
  }
  if (fact.skeleton != 0) keys.push_back(skeleton_key(fact));
  if (!words_before(fact).empty()) keys.push_back(words_before_key(fact));
  const std::vector<std::string_view> words = own_words(fact);
  if (words.size() >= kFewestOwnWords)
    for (const std::string_view word : words) keys.push_back(make_key(KeyKind::Word, {word}));
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace assay
