// SPDX-License-Identifier: MIT
#include "facts/metric_choice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "core/utf8.h"
#include "facts/roles.h"
#include "facts/spoken_amount.h"

namespace assay {
namespace {

constexpr std::string_view kMultiple = "倍";
/// A length of at most this many metres is that of a transistor.
constexpr double kLargestNode = 300e-9;
/// Seconds: nobody lags another's technology by hours (两次相差不到十个小时).
constexpr double kShortestTechnologyGap = 28 * 86400.0;

bool is_of_transistors(const Quantity& quantity) {
  return quantity.unit.dimension == Dimension::Length && quantity.stated.high <= kLargestNode;
}

/// What the unit alone says: nanometres of the size of transistors are a process node, and a gap in
/// generations is a generation gap.
MetricRead metric_of_unit(const Quantity& quantity, Role role) {
  const char* name = nullptr;
  if (is_of_transistors(quantity)) name = "process node";
  if (role == Role::Difference && quantity.written_unit == "代") name = "generation gap";
  if (role == Role::Difference && quantity.unit.dimension == Dimension::Duration &&
      quantity.stated.high >= kShortestTechnologyGap)
    name = "technology gap";
  if (name == nullptr) return {};
  return {{name, SlotSource::Clause, true}, {quantity.unit.dimension}};
}

/// "设备需求达 1280 亿美元，中国占比近 40%": the share is one of the amount that was just stated.
/// Of a process node there are no shares, nor of anything else that a subject has several of.
bool is_share_of_carried(const Carried& carried, const Lexicon& lexicon) {
  const auto& dimensions = carried.metric_dimensions;
  const Metric* metric = lexicon.find_metric(carried.metric.value);
  if (metric != nullptr && metric->several) return false;
  // "Installations were 494 GWh. LFP had 81.5%": of the sentence before it may be one, too.
  constexpr std::size_t kSentenceBefore = 1;
  return std::min(carried.age, carried.metric_age) <= kSentenceBefore && !carried.metric.empty() &&
         (carried.metric.source == SlotSource::Clause ||
          // 中国区营收171亿美元，全公司1305亿美元，占比13%
          (carried.metric.source == SlotSource::Carried && metric != nullptr &&
           metric->of_company)) &&
         std::find(dimensions.begin(), dimensions.end(), Dimension::Ratio) == dimensions.end();
}

/// What such a unit measures where nothing says of what: 450 °C are a temperature. A stretch of time
/// is nothing but how long it is.
MetricRead presumed(Dimension dimension, const Lexicon& lexicon) {
  const Metric* known = lexicon.presumed_metric(dimension);
  if (known == nullptr) return {};
  const SlotSource source =
      dimension == Dimension::Duration ? SlotSource::Clause : SlotSource::Presumed;
  return {{known->name, source, true}, known->dimensions};
}

/// "A third of the staff", 约三成的门店: a share, of whatever stands behind.
MetricRead share_of_what_follows(const ClauseView& view, const QuantityPlace& place,
                                 const Fact& fact) {
  if (fact.quantity.unit.dimension != Dimension::Ratio || fact.role > Role::Before ||
      !fact.comparand.empty() || fact.quantity.written_unit == kMultiple)
    return {};
  const std::string_view behind = view.text.substr(view.scan.tokens[place.token].span.end);
  constexpr auto kOf = std::to_array<std::string_view>({" of ", "的"});
  const bool of =
      std::ranges::any_of(kOf, [&](std::string_view word) { return behind.starts_with(word); });
  if (!of) return {};
  return {{"share", SlotSource::Clause, false}, {Dimension::Ratio}};
}

/// Whether what stands before the number says that it is a part of what was just stated.
bool is_among(const ClauseView& view, std::size_t from, std::size_t number) {
  for (std::size_t i = from; i < number; ++i)
    if (view.scan.tokens[i].says(WordClass::Among)) return true;
  return false;
}

/// "收入3050万美元，其中七成来自海外": a part of the amount that was just stated, and no word says "share".
bool is_part_of_carried(const ClauseView& view, const QuantityPlace& place, const Fact& fact) {
  if (fact.quantity.unit.dimension != Dimension::Ratio || fact.role != Role::Level ||
      !fact.comparand.empty() || fact.quantity.written_unit == kMultiple ||
      !is_share_of_carried(view.carried, view.lexicon))
    return false;
  return is_among(view, place.previous.value_or(view.clause.first), place.token);
}

/// Companies, rounds and people are counted for many reasons and have no price; cars and chips do.
bool counts_many_things(std::string_view unit) {
  constexpr auto kOfManyThings =
      std::to_array<std::string_view>({"个", "项", "种", "类", "家", "人", "名", "位", "次", "件",
                                       "条", "层", "代", "笔", "轮", "场", "年", "期", "届"});
  return std::ranges::count(kOfManyThings, unit) > 0;
}

/// Whether one thing of a kind stands right before the number: 机器一台约3.5亿欧元.
bool is_of_one_thing(const ClauseView& view, std::size_t number, const Knowledge& knowledge) {
  std::size_t end = view.scan.quantities[view.scan.tokens[number].index].with_hedge.begin;
  // 一台要3万元, 一颗卖10美元
  if (number > view.clause.first) {
    const Token& verb = view.scan.tokens[number - 1];
    const bool function_word =
        verb.kind == TokenKind::Word && verb.lexeme->entity < 0 && verb.lexeme->metric < 0;
    if (function_word && verb.span.end == end) end = verb.span.begin;
  }
  for (std::size_t at = end; at > view.clause.span.begin && end - at <= 3 * kHanLength;) {
    at = previous(view.text, at);
    const PerOne one = per_one_at(view.text, at, knowledge);
    if (one.unit != nullptr && one.end == end)
      return one.unit->dimension == Dimension::Count && !counts_many_things(one.unit->id);
  }
  return false;
}

/// Whether a measure of what is sold by it stands right before the number: 每公斤35元.
bool is_of_one_measure(const ClauseView& view, std::size_t number, const Knowledge& knowledge) {
  constexpr std::size_t kLongest = 5 * kHanLength;
  constexpr auto kSoldBy = std::to_array<Dimension>(
      {Dimension::Mass, Dimension::Energy, Dimension::Power, Dimension::Volume});
  const std::size_t end = view.scan.quantities[view.scan.tokens[number].index].with_hedge.begin;
  for (std::size_t at = end; at > view.clause.span.begin && end - at <= kLongest;) {
    at = previous(view.text, at);
    const std::size_t per = view.lexicon.find_class(view.text, at, WordClass::Per);
    if (per == 0) continue;
    const auto hit = knowledge.unit_surfaces().find_denominator(view.text, at + per);
    return hit.unit != nullptr && at + per + hit.length == end &&
           std::ranges::count(kSoldBy, hit.unit->dimension) > 0;
  }
  return false;
}

MetricRead price(const Fact& fact, const Lexicon& lexicon) {
  const Metric* price = lexicon.find_metric("price");
  if (price == nullptr || fact.quantity.unit.dimension != Dimension::Money ||
      fact.role > Role::Before)
    return {};
  return {{price->name, SlotSource::Clause, true}, price->dimensions};
}

/// 机器一台约3.5亿欧元: money for one thing is its price.
MetricRead price_of_one(const ClauseView& view, const QuantityPlace& place, const Fact& fact,
                        const Knowledge& knowledge) {
  return is_of_one_thing(view, place.token, knowledge) ? price(fact, view.lexicon) : MetricRead{};
}

/// 硅料每公斤35元: so is money for as much of it.
MetricRead price_of_measure(const ClauseView& view, const QuantityPlace& place, const Fact& fact,
                            const Knowledge& knowledge) {
  return is_of_one_measure(view, place.token, knowledge) ? price(fact, view.lexicon) : MetricRead{};
}

/// 约300行代码 in a text on investments: who leaves out the currency of money says 万 or 亿.
bool is_too_small_for_money(const Carried& carried, const Quantity& quantity) {
  constexpr double kLeast = 10'000;
  return std::ranges::count(carried.metric_dimensions, Dimension::Count) == 0 &&
         std::abs(quantity.stated.low) < kLeast;
}

MetricRead taken_over(const Carried& carried) {
  MetricRead read{carried.metric, carried.metric_dimensions};
  SlotSource& source = read.slot.source;
  if (source < SlotSource::TableHead || source == SlotSource::Carried)
    source = carried.metric_age == 0 ? SlotSource::Carried : SlotSource::Earlier;
  return read;
}

/// 苹果出货2.48亿支，市占19.7%；三星2.41亿支: of several numbers each has its metric, and the next of the same
/// unit is of the same.
MetricRead metric_of_like_unit(const ClauseView& view, const QuantityPlace& place,
                               const Fact& fact) {
  const Quantity& quantity = view.scan.quantities[view.scan.tokens[place.token].index].quantity;
  if (quantity.unit.dimension != Dimension::Count || fact.role > Role::Before) return {};
  if (counts_many_things(quantity.written_unit)) return {};
  const auto found = view.carried.metric_by_unit.find(quantity.written_unit);
  if (found == view.carried.metric_by_unit.end()) return {};
  const Metric* metric = view.lexicon.find_metric(found->second.metric);
  if (metric == nullptr) return {};
  return {{metric->name, SlotSource::Earlier, true}, metric->dimensions};
}

/// 谷歌云同比增长三成: a company that is said to grow, and no more, grows in revenue.
MetricRead growth_of_company(const Fact& fact, const Lexicon& lexicon) {
  const Entity* entity = lexicon.find_entity(fact.subject.value);
  const bool grows = fact.basis == Basis::YearOnYear && fact.role != Role::Multiple &&
                     fact.quantity.unit.dimension == Dimension::Ratio;
  if (!grows || entity == nullptr || entity->kind != EntityKind::Company) return {};
  const Metric* revenue = lexicon.find_metric("revenue");
  if (revenue == nullptr) return {};
  return {{revenue->name, SlotSource::Presumed, true}, revenue->dimensions};
}

bool is_kind_of(const Slot& metric, const Slot& wider, const Lexicon& lexicon) {
  const Metric* known = lexicon.find_metric(metric.value);
  return known != nullptr && known->kind_of == wider.value;
}

/// 六个核心改进: whatever is counted so, the words behind it say.
bool counts_anything(const Quantity& quantity) {
  constexpr auto kOfAnything = std::to_array<std::string_view>({"个", "项", "种", "类"});
  return std::ranges::count(kOfAnything, quantity.written_unit) > 0;
}

/// Nobody employs 1000次, nor drives 3900万头.
bool counts_in_unit_of(const Slot& metric, const Quantity& quantity, const Lexicon& lexicon) {
  const Metric* known = lexicon.find_metric(metric.value);
  return known == nullptr || quantity.unit.dimension != Dimension::Count ||
         known->counts_in(quantity.written_unit);
}

/// "125 inspections": the unit is a noun. 125家 and 125台 only say what kind of thing it is, and 两个阶段
/// leaves that to the noun behind it.
bool names_what_it_counts(const Quantity& quantity) {
  if (quantity.unit.dimension != Dimension::Count || quantity.written_unit.empty()) return false;
  return is_ascii_letter(static_cast<unsigned char>(quantity.written_unit.front())) ||
         counts_anything(quantity);
}

/// Where an open phrase may start: behind the previous quantity and the names before this one.
std::size_t phrase_begin(const ClauseView& view, const QuantityPlace& place) {
  std::size_t begin = view.clause.span.begin;
  if (place.previous) begin = std::max(begin, end_with_hedge(view.scan, *place.previous));
  for (const NameChain& chain : view.names)
    if (chain.last_token < place.token && chain.use != NameUse::Scope)
      begin = std::max(begin, chain.span.end);
  return begin;
}

/// 过去三年, "the last 3 months": says when something was so, and how long nothing but that time is.
bool is_time_of_something(const ClauseView& view, std::size_t token) {
  const ScannedQuantity& scanned = view.scan.quantities[view.scan.tokens[token].index];
  if (scanned.quantity.unit.dimension != Dimension::Duration) return false;
  for (std::size_t i = token; i-- > view.clause.first;) {
    const Token& before = view.scan.tokens[i];
    if (before.span.begin >= scanned.with_hedge.begin) continue;
    return before.says(WordClass::Stretch) && scanned.with_hedge.begin <= before.span.end + 1;
  }
  return false;
}

/// 每个团队由3名工程师组成, "each team has 3 engineers": what an amount is of each of; empty where the clause
/// says no such thing before it. 每年 and 每公斤 are part of the unit.
std::string each_before(const ClauseView& view, std::size_t token) {
  const Dimension dimension =
      view.scan.quantities[view.scan.tokens[token].index].quantity.unit.dimension;
  if (dimension == Dimension::Ratio || dimension == Dimension::Duration) return {};
  for (std::size_t i = token; i-- > view.clause.first;) {
    const Token& word = view.scan.tokens[i];
    if (word.kind == TokenKind::Quantity) break;
    if (!word.says(WordClass::Per)) continue;
    const Span next = view.scan.tokens[i + 1].span;
    const std::size_t end = next.begin <= word.span.end + 1 ? next.end : next.begin;
    const std::string_view each = view.text.substr(word.span.begin, end - word.span.begin);
    return std::string(each.substr(0, each.find_last_not_of(' ') + 1));
  }
  return {};
}

/// The metric without what an amount is of each of.
MetricRead metric_at(const ClauseView& view, const QuantityPlace& place, const Fact& fact,
                     const Knowledge& knowledge) {
  const Carried& carried = view.carried;
  MetricQuestion question{view.text,
                          view.scan,
                          view.clause,
                          view.lexicon,
                          place.token,
                          fact.role,
                          !fact.comparand.empty(),
                          0};
  MetricRead read = find_metric(question);
  // 生产7纳米芯片: nobody makes nanometres.
  if (read.slot.empty() && is_of_transistors(fact.quantity))
    read = metric_of_unit(fact.quantity, fact.role);
  if (read.slot.empty()) {
    read = metric_of_verb(question);
    // "Capital expenditure rose. This year it plans to spend $80 billion": on the same. And so is
    // "operating income was $19 billion, of which AWS generated $10 billion".
    const bool part = carried.metric_age == 0 && carried.metric.known &&
                      is_among(view, view.clause.first, place.token) &&
                      can_measure(carried.metric_dimensions, fact.quantity, false, fact.role);
    if (!read.slot.empty() && (part || is_kind_of(carried.metric, read.slot, view.lexicon)))
      read = taken_over(carried);
  }
  if (read.slot.empty()) read = metric_of_unit(fact.quantity, fact.role);
  if (read.slot.empty()) read = price_of_one(view, place, fact, knowledge);
  const bool vague_share = is_vague_share(read.slot);
  if (vague_share && is_share_of_carried(carried, view.lexicon))
    return {{view.lexicon.share_of(carried.metric.value), SlotSource::Carried, true},
            {Dimension::Ratio}};
  if (read.slot.empty() && is_part_of_carried(view, place, fact))
    return {{view.lexicon.share_of(carried.metric.value), SlotSource::Carried, true},
            {Dimension::Ratio}};
  const bool unitless = view.scan.quantities[view.scan.tokens[place.token].index].unitless;
  // 引发了近15年来最严重的短缺: a stretch of time in another sentence is that of something else.
  const bool of_this_sentence =
      fact.quantity.unit.dimension != Dimension::Duration ||
      (carried.metric_age == 0 && carried.metric.source < SlotSource::Heading);
  const bool carried_fits =
      !carried.metric.empty() && of_this_sentence &&
      can_measure(carried.metric_dimensions, fact.quantity, unitless, fact.role) &&
      !(unitless && is_too_small_for_money(carried, fact.quantity)) &&
      !(counts_anything(fact.quantity) && carried.metric.source >= SlotSource::Heading) &&
      counts_in_unit_of(carried.metric, fact.quantity, view.lexicon);
  // "125 inspections" in a text on engineers: the noun says it, whatever was spoken of before.
  if (read.slot.empty() && names_what_it_counts(fact.quantity)) read = counted_thing(question);
  if ((read.slot.empty() || vague_share) && carried_fits) read = taken_over(carried);
  if (read.slot.empty()) read = counted_thing(question);
  if (read.slot.empty()) read = metric_of_like_unit(view, place, fact);
  if (!read.slot.empty()) return read;
  const Dimension dimension = fact.quantity.unit.dimension;
  if (dimension == Dimension::Duration) return presumed(dimension, view.lexicon);
  if (read = share_of_what_follows(view, place, fact); !read.slot.empty()) return read;
  if (read = price_of_measure(view, place, fact, knowledge); !read.slot.empty()) return read;
  question.phrase_begin = phrase_begin(view, place);
  if (read = open_metric(question, knowledge.plain_words()); !read.slot.empty()) return read;
  if (read = presumed(dimension, view.lexicon); !read.slot.empty()) return read;
  return growth_of_company(fact, view.lexicon);
}

}  // namespace

MetricRead choose_metric(const ClauseView& view, const QuantityPlace& place, const Fact& fact,
                         const Knowledge& knowledge) {
  const ScannedQuantity& scanned = view.scan.quantities[view.scan.tokens[place.token].index];
  if (is_point_in_time(view.text, scanned, view.lexicon)) return {};
  if (is_time_of_something(view, place.token)) return presumed(Dimension::Duration, view.lexicon);
  MetricRead read = metric_at(view, place, fact, knowledge);
  if (read.qualifier.empty()) read.qualifier = each_before(view, place.token);
  return read;
}

const Metric* market_that_share_is_of(const Fact& fact, const Lexicon& lexicon) {
  const Entity* subject = lexicon.find_entity(fact.subject.value);
  const bool owner = subject != nullptr && subject->kind <= EntityKind::Product;
  // The head of a table says "proportion" of whatever its table is about.
  const bool said = fact.metric.source <= SlotSource::Clause;
  if (!owner || !said || !is_vague_share(fact.metric)) return nullptr;
  const bool in_segment =
      std::any_of(fact.scope.begin(), fact.scope.end(), [&](const std::string& item) {
        const Entity* entity = lexicon.find_entity(item);
        return entity != nullptr && entity->kind == EntityKind::Segment;
      });
  return in_segment ? lexicon.find_metric("market share") : nullptr;
}

}  // namespace assay
