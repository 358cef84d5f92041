// SPDX-License-Identifier: MIT
#include "facts/product_links.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/utf8.h"
#include "facts/sentence_members.h"
#include "facts/spoken_amount.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

/// The result stands at most so many clauses behind the second factor.
constexpr std::size_t kClausesBehind = 2;

/// What stands between a price and the unit that it is of: "$53 a unit".
constexpr auto kOfEach = std::to_array<std::string_view>({" a ", " an ", " per ", "/"});

/// A price of one, a share, a power: how the factors have to be measured for their product to be
/// measured like the result.
bool units_fit(const Fact& factor, const Fact& other, const Fact& result) {
  const MeasuredIn& a = factor.quantity.unit;
  const MeasuredIn& b = other.quantity.unit;
  const MeasuredIn& c = result.quantity.unit;
  const bool scales = b.dimension == Dimension::Count || b.dimension == Dimension::Ratio;
  if (scales) return same_measure(factor, result) && a.dimension != Dimension::Ratio;
  if (a.dimension == Dimension::Power && b.dimension == Dimension::Duration)
    return c.dimension == Dimension::Energy;
  return a.dimension == Dimension::Compound && a.canonical == c.canonical + "/" + b.canonical;
}

class ProductFinder {
 public:
  ProductFinder(std::string_view text, const Scan& scan, const Clauses& clauses,
                const std::vector<Fact>& facts, const Knowledge& knowledge)
      : text_(text), scan_(scan), clauses_(clauses), facts_(facts), knowledge_(knowledge) {}

  std::vector<Link> find() const {
    std::vector<Link> links;
    for (const SentenceSpan& sentence : clauses_.sentences) {
      std::vector<Member> members = members_of(scan_, clauses_, sentence);
      std::erase_if(members, [&](const Member& member) { return is_one_period(member.fact); });
      for (std::size_t i = 2; i < members.size(); ++i)
        if (const auto link = product_of(members, i)) links.push_back(*link);
      for (std::size_t i = 0; i < members.size(); ++i)
        if (const auto link = share_of_whole(members, i)) links.push_back(*link);
      for (std::size_t i = 2; i < members.size(); ++i)
        if (const auto link = times_of(members, i)) links.push_back(*link);
    }
    return links;
  }

 private:
  /// 一年, 一天: of so many a year nothing is multiplied.
  [[nodiscard]] bool is_one_period(std::uint32_t fact) const {
    const Quantity& quantity = facts_[fact].quantity;
    return quantity.unit.dimension == Dimension::Duration && quantity.written_low == 1;
  }

  /// The two numbers before member `i`, if it is their product.
  [[nodiscard]] std::optional<Link> product_of(const std::vector<Member>& members,
                                               std::size_t i) const {
    const Fact& result = facts_[members[i].fact];
    const Fact& first = facts_[members[i - 2].fact];
    const Fact& second = facts_[members[i - 1].fact];
    for (const Fact* fact : {&first, &second, &result})
      if (fact->role != Role::Level || fact->modality != result.modality ||
          !fact->quantity.stated.is_point() || fact->quantity.stated.low <= 0)
        return std::nullopt;
    if (members[i].clause > members[i - 1].clause + kClausesBehind ||
        members[i - 1].clause > members[i - 2].clause + kClausesBehind)
      return std::nullopt;
    if (!is_worked_out(members[i - 1], members[i]) &&
        !is_revenue_of(members[i - 2], members[i - 1], result) &&
        !is_cost_of(members[i - 2], members[i - 1], members[i]))
      return std::nullopt;
    const bool amounts = first.quantity.unit.dimension == Dimension::Money &&
                         second.quantity.unit.dimension == Dimension::Money;
    if (amounts || names_other(second, result)) return std::nullopt;
    const bool forth = fits(members[i - 2], members[i - 1], result);
    const bool back = fits(members[i - 1], members[i - 2], result);
    if (!forth && !back) return std::nullopt;
    return Link{LinkKind::Product, members[i - 2].fact, members[i - 1].fact, members[i].fact};
  }

  /// 427万辆，是2023年302万辆的1.41倍: what member `i` multiplies stands right before it.
  [[nodiscard]] std::optional<Link> times_of(const std::vector<Member>& members,
                                             std::size_t i) const {
    constexpr std::string_view kTimesWord = "倍";
    constexpr std::string_view kOf = "的";
    constexpr auto kIs = std::to_array<std::string_view>({"是", "为", "相当于"});
    const Fact& result = facts_[members[i - 2].fact];
    const Fact& base = facts_[members[i - 1].fact];
    const Quantity& times = facts_[members[i].fact].quantity;
    if (times.written_unit != kTimesWord || !same_measure(result, base) ||
        result.modality != base.modality || members[i].clause != members[i - 1].clause ||
        members[i - 1].clause > members[i - 2].clause + 1)
      return std::nullopt;
    for (const Quantity* quantity : {&result.quantity, &base.quantity, &times})
      if (!quantity->stated.is_point() || quantity->stated.low <= 0) return std::nullopt;
    const auto between = [&](const Member& a, const Member& b) {
      const std::size_t end = number_of(a).with_hedge.end;
      return text_.substr(end, number_of(b).with_hedge.begin - end);
    };
    const std::string_view is = between(members[i - 2], members[i - 1]);
    const bool says_is = std::ranges::any_of(
        kIs, [&](std::string_view word) { return is.find(word) != std::string_view::npos; });
    if (!says_is || between(members[i - 1], members[i]) != kOf) return std::nullopt;
    return Link{LinkKind::Product, members[i - 1].fact, members[i].fact, members[i - 2].fact};
  }

  [[nodiscard]] const ScannedQuantity& number_of(const Member& member) const {
    return scan_.quantities[scan_.tokens[member.token].index];
  }

  /// Whether `factor` is what one has, and `other` how many there are or what part is meant.
  [[nodiscard]] bool fits(const Member& factor, const Member& other, const Fact& result) const {
    const Fact& a = facts_[factor.fact];
    const Fact& b = facts_[other.fact];
    if (is_each_of(factor, other)) return same_measure(a, result);
    if (!units_fit(a, b, result)) return false;
    // What it is a share of stands before it.
    if (b.quantity.unit.dimension == Dimension::Ratio)
      return is_share_of_whole(b) && factor.token < other.token;
    if (b.quantity.unit.dimension != Dimension::Count) return true;
    // Things make things of their kind: 10 racks of 72 cards are 720 cards.
    const bool kind = a.quantity.unit.dimension != Dimension::Count ||
                      (!a.quantity.written_unit.empty() &&
                       a.quantity.written_unit == result.quantity.written_unit);
    // Without a measure word it may be an amount of money.
    return kind && !b.quantity.written_unit.empty() && is_of_each(factor, other);
  }

  /// 一辆车60度, 每台3万元, 单价370美元: a number of each. It must not have its own count beside it.
  [[nodiscard]] bool is_of_each(const Member& factor, const Member& other) const {
    const Fact& fact = facts_[factor.fact];
    if (fact.metric.known && fact.metric.value == "price") return true;
    const Clause& clause = clauses_.clauses[factor.clause];
    std::size_t begin = clause.first;
    if (other.token < factor.token && other.clause == factor.clause) begin = other.token + 1;
    for (std::size_t i = begin; i < factor.token; ++i)
      if (scan_.tokens[i].says(WordClass::Per)) return true;
    // Behind it: 60度一辆, "at 370 dollars each".
    const std::size_t next = factor.token + 1;
    if (next < scan_.tokens.size() && scan_.tokens[next].says(WordClass::Per)) return true;
    return names_one_thing({clause.span.begin, scan_.tokens[factor.token].span.begin});
  }

  /// 一辆车, 一颗: one, and a measure word.
  [[nodiscard]] bool names_one_thing(Span span) const {
    for (std::size_t at = span.begin; at < span.end; at += decode(text_, at).length)
      if (per_one_at(text_, at, knowledge_).unit != nullptr) return true;
    return false;
  }

  /// 就是, 合计, "that makes": the result is said to follow from what stands before it.
  [[nodiscard]] bool is_worked_out(const Member& factor, const Member& result) const {
    return word_between(scan_, factor.token, result.token, WordClass::WorkedOut);
  }

  /// A share of a whole; an interest or a yield is one of something for a time.
  [[nodiscard]] bool is_share_of_whole(const Fact& fact) const {
    return fact.quantity.stated.high <= 1 && knowledge_.lexicon().is_share(fact.metric.value);
  }

  /// 出货4330万台，平均单价1063元，收入460亿元: by what they are, the first two make the third.
  [[nodiscard]] bool is_revenue_of(const Member& first, const Member& second,
                                   const Fact& result) const {
    const auto sold = [&](const Member& member) {
      constexpr std::array<std::string_view, 3> kSold = {"shipments", "sales volume", "deliveries"};
      return std::find(kSold.begin(), kSold.end(), facts_[member.fact].metric.value) != kSold.end();
    };
    const auto average_price = [&](const Member& member, const Member& other) {
      const Fact& fact = facts_[member.fact];
      return fact.quantity.unit.dimension == Dimension::Money && is_of_each(member, other) &&
             is_average(member);
    };
    const bool factors = (sold(first) && average_price(second, first)) ||
                         (average_price(first, second) && sold(second));
    return factors && result.metric.value == "revenue" &&
           facts_[first.fact].period == result.period;
  }

  /// 每度电0.4元，一年用490万度，电费196万元; 每台均价2.3亿欧元，9台合计21亿: a price of each, how many of
  /// them, and what they cost or bring in.
  [[nodiscard]] bool is_cost_of(const Member& first, const Member& second,
                                const Member& result) const {
    const Fact& fact = facts_[result.fact];
    if (!is_each_of(first, second) && !is_each_of(second, first)) return false;
    if (word_between(scan_, second.token, result.token, WordClass::Total)) return true;
    const Metric* metric = knowledge_.lexicon().find_metric(fact.metric.value);
    const bool paid = metric != nullptr && (metric->name == "cost" || metric->kind_of == "cost" ||
                                            metric->name == "revenue");
    return paid && fact.metric.source <= SlotSource::Clause && is_at_one_time(first, result);
  }

  /// 日均卖出300杯，年营收270万元: how many a day make no revenue of a year. One time may be said for all three.
  [[nodiscard]] bool is_at_one_time(const Member& first, const Member& result) const {
    std::size_t times = 0;
    for (std::size_t i = clauses_.clauses[first.clause].first; i < result.token; ++i) {
      const Token& token = scan_.tokens[i];
      if (token.says(WordClass::Per) && i > first.token) return false;
      const bool stretch =
          token.kind == TokenKind::Quantity &&
          scan_.quantities[token.index].quantity.unit.dimension == Dimension::Duration;
      if (token.kind == TokenKind::Time || stretch) ++times;
    }
    return times <= 1;
  }

  /// Whether `price` is said to be that of each of what `amount` counts or measures: 每度, and 490万度; "$53 a
  /// unit", and "2.1 million units".
  [[nodiscard]] bool is_each_of(const Member& price, const Member& amount) const {
    const Quantity& money = facts_[price.fact].quantity;
    const Quantity& counted = facts_[amount.fact].quantity;
    if (money.unit.dimension != Dimension::Money || counted.written_unit.empty() ||
        counted.unit.dimension == Dimension::Compound)
      return false;
    const Clause& clause = clauses_.clauses[price.clause];
    for (std::size_t i = clause.first; i < price.token; ++i)
      if (scan_.tokens[i].says(WordClass::Per) && is_unit_of(counted, scan_.tokens[i].span.end))
        return true;
    return std::ranges::any_of(kOfEach, [&](std::string_view each) {
      const std::size_t end = scan_.tokens[price.token].span.end;
      return text_.substr(end).starts_with(each) && is_unit_of(counted, end + each.size());
    });
  }

  /// Whether the text at `at` names one of what `amount` counts, or the unit that it is measured in.
  [[nodiscard]] bool is_unit_of(const Quantity& amount, std::size_t at) const {
    const std::string_view text = text_.substr(at);
    std::string_view noun = amount.written_unit;
    if (text.starts_with(noun)) return true;
    if (noun.ends_with('s')) noun.remove_suffix(1);
    const bool latin = is_ascii_letter(static_cast<unsigned char>(noun.front()));
    if (latin && text.starts_with(noun) &&
        (text.size() == noun.size() || !is_letter_at(text, noun.size())))
      return true;
    const Unit* unit = knowledge_.unit_surfaces().find_denominator(text_, at).unit;
    return unit != nullptr && unit->dimension == amount.unit.dimension &&
           unit->dimension != Dimension::Count &&
           unit->scale.to_double() == amount.unit.scale.to_double();
  }

  /// 平均单价, 平均每辆
  [[nodiscard]] bool is_average(const Member& member) const {
    constexpr std::string_view kAverage = "平均";
    const Fact& fact = facts_[member.fact];
    if (std::find(fact.scope.begin(), fact.scope.end(), "average") != fact.scope.end()) return true;
    for (std::size_t i = clauses_.clauses[member.clause].first; i < member.token; ++i)
      if (scan_.tokens[i].says(WordClass::Per) &&
          scan_.tokens[i].span.of(text_).starts_with(kAverage))
        return true;
    return false;
  }

  /// 营收435亿元，储能占40.9%，储能收入128亿元: the whole, the share of a part and the part, by what they are.
  [[nodiscard]] std::optional<Link> share_of_whole(const std::vector<Member>& members,
                                                   std::size_t share) const {
    constexpr std::size_t kBeside = 4;  // numbers: the sentence of a talk has no end
    const Fact& fact = facts_[members[share].fact];
    if (!is_share_of_whole(fact) || fact.scope.empty()) return std::nullopt;
    const Member* whole = nullptr;
    const Member* part = nullptr;
    const std::size_t last = std::min(share + kBeside + 1, members.size());
    for (std::size_t i = share - std::min(share, kBeside); i < last; ++i) {
      const Member& member = members[i];
      const Fact& other = facts_[member.fact];
      if (!is_told_with(other, fact)) continue;
      const Member*& place = other.scope == fact.scope ? part : whole;
      if (&place == &whole && !is_wider(other, fact)) continue;
      if (place != nullptr) return std::nullopt;  // which of the two is meant?
      place = &member;
    }
    if (whole == nullptr || part == nullptr) return std::nullopt;
    if (!same_measure(facts_[whole->fact], facts_[part->fact])) return std::nullopt;
    return Link{LinkKind::ShareOfTotal, part->fact, whole->fact, members[share].fact};
  }

  /// An amount of which `share` may be a share: of one subject, at one time.
  [[nodiscard]] bool is_told_with(const Fact& amount, const Fact& share) const {
    return amount.metric.known && amount.role == Role::Level && share.role == Role::Level &&
           knowledge_.lexicon().share_of(amount.metric.value) == share.metric.value &&
           amount.subject.value == share.subject.value && !amount.subject.empty() &&
           amount.period == share.period && amount.modality == share.modality &&
           amount.quantity.stated.is_point() && amount.quantity.stated.low > 0;
  }

  static bool is_wider(const Fact& whole, const Fact& share) {
    return whole.scope.size() < share.scope.size() &&
           std::includes(share.scope.begin(), share.scope.end(), whole.scope.begin(),
                         whole.scope.end());
  }

  static bool names_other(const Fact& factor, const Fact& result) {
    const bool said = result.subject.source <= SlotSource::Clause && result.subject.known;
    return said && factor.subject.known && factor.subject.value != result.subject.value;
  }

  std::string_view text_;
  const Scan& scan_;
  const Clauses& clauses_;
  const std::vector<Fact>& facts_;
  const Knowledge& knowledge_;
};

}  // namespace

std::vector<Link> find_product_links(std::string_view text, const Scan& scan,
                                     const Clauses& clauses, const std::vector<Fact>& facts,
                                     const Knowledge& knowledge) {
  return ProductFinder(text, scan, clauses, facts, knowledge).find();
}

}  // namespace assay
