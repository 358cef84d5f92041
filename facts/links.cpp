// SPDX-License-Identifier: MIT
#include "facts/links.h"

#include <algorithm>
#include <optional>

#include "core/utf8.h"
#include "facts/complement_links.h"
#include "facts/compound_links.h"
#include "facts/equivalent_links.h"
#include "facts/metric_links.h"
#include "facts/part_links.h"
#include "facts/partition_links.h"
#include "facts/product_links.h"
#include "facts/sentence_members.h"

namespace assay {
namespace {

/// A share or a rate changes by percent or by points; 利率从6%跌到4%，最多跌0.25 says neither.
bool may_be_size_of(const Fact& size, const Fact& level) {
  const Dimension dimension = size.quantity.unit.dimension;
  return level.quantity.unit.dimension != Dimension::Ratio || dimension == Dimension::Ratio ||
         dimension == Dimension::PercentagePoint;
}

class LinkFinder {
 public:
  LinkFinder(std::string_view text, const Scan& scan, const Clauses& clauses,
             const std::vector<Fact>& facts)
      : text_(text), scan_(scan), clauses_(clauses), facts_(facts) {}

  std::vector<Link> find() {
    for (const SentenceSpan& sentence : clauses_.sentences) {
      const std::size_t before = links_.size();
      const std::vector<Member> members = members_of(scan_, clauses_, sentence);
      for (std::size_t i = 0; i < members.size(); ++i) {
        find_change(members, i);
        find_compared(members, i);
        find_from_base(members, i);
        find_fall_between(members, i);
        find_growth(members, i);
        find_parallel(members, i);
      }
      leave_out_sizes_of_chains(members, before);
    }
    return std::move(links_);
  }

 private:
  /// 8.14% → 6.39% → 4.85%, "down 329 points over two years": behind a third value the size of the last step may be
  /// that of both, unless it says from when.
  void leave_out_sizes_of_chains(const std::vector<Member>& members, std::size_t begin) {
    for (std::size_t i = begin; i < links_.size(); ++i) {
      Link& link = links_[i];
      if (link.kind != LinkKind::Change || link.third == kNoFact) continue;
      if (facts_[link.third].basis == Basis::Unsaid && goes_on_from_other(members, link))
        link.third = kNoFact;
    }
  }

  /// Whether right before the start of a change stands another value of the same, without a change of its own.
  [[nodiscard]] bool goes_on_from_other(const std::vector<Member>& members,
                                        const Link& link) const {
    for (std::size_t i = 1; i < members.size(); ++i) {
      if (members[i].fact != link.first) continue;
      if (members[i - 1].fact == link.second) return false;
      const Fact& before = facts_[members[i - 1].fact];
      const Fact& start = facts_[link.first];
      return before.role <= Role::Before && same_measure(before, start) &&
             !metrics_differ(before, start) && before.subject.value == start.subject.value &&
             members[i].clause <= members[i - 1].clause + 2 &&
             !(before.period && before.period == start.period);
    }
    return false;
  }

  /// A word of change from the start of the clause of `a` up to `b`: 从 Q1 降至 Q2, "climbed from Q1
  /// to Q2".
  [[nodiscard]] bool change_up_to(const Member& a, const Member& b) const {
    const std::size_t begin = clauses_.clauses[a.clause].first;
    for (std::size_t i = begin; i < b.token; ++i) {
      const Token& token = scan_.tokens[i];
      if (token.kind != TokenKind::Word) continue;
      if (token.lexeme->is(WordClass::Arrive) || token.lexeme->is(WordClass::Rise) ||
          token.lexeme->is(WordClass::Fall))
        return true;
    }
    return false;
  }

  /// The next member behind `i` in the measure of member `i`; times in between do not count.
  [[nodiscard]] std::optional<std::size_t> next_alike(const std::vector<Member>& members,
                                                      std::size_t i) const {
    for (std::size_t k = i + 1; k < members.size(); ++k) {
      const Fact& fact = facts_[members[k].fact];
      if (same_measure(facts_[members[i].fact], fact)) return k;
      if (fact.quantity.unit.dimension != Dimension::Duration) return std::nullopt;
    }
    return std::nullopt;
  }

  /// 从 Q1 降至 Q2[, 降幅 Q3]
  void find_change(const std::vector<Member>& members, std::size_t i) {
    const Fact& first = facts_[members[i].fact];
    if (first.role != Role::Before) return;
    const auto between = size_between(members, i);
    const auto next = between ? std::optional(*between + 1) : next_alike(members, i);
    if (!next) return;
    const Member& end = members[*next];
    const Fact& second = facts_[end.fact];
    if (second.role != Role::Level || end.clause > members[i].clause + 1) return;
    // 占比升至65%(去年为40%),毛利率至58%: the old value of one thing, the new one of another.
    if (metrics_differ(first, second)) return;
    if (clauses_.clauses[members[i].clause].bracketed && members[i].clause != end.clause) return;
    if (!change_up_to(members[i], end)) return;
    Link link{LinkKind::Change, members[i].fact, end.fact, kNoFact};
    const bool bracketed = clauses_.clauses[members[i].clause].bracketed;
    // 营收增长45%、份额从8%升到13%: the growth of another thing.
    const bool follows_size =
        i > 0 && is_growth(facts_[members[i - 1].fact]) &&
        !metrics_differ(facts_[members[i - 1].fact], second) &&
        may_be_size_of(facts_[members[i - 1].fact], second) &&
        members[i - 1].clause + 1 >= members[i].clause &&
        (bracketed == (members[i - 1].clause != members[i].clause) || opens_clause(members[i]));
    // 月涨21%(从227元涨至275元),半年涨49%: what brackets explain stands before them.
    const auto size = between                     ? between
                      : bracketed && follows_size ? std::nullopt
                                                  : size_of_change(members, *next);
    if (size) {
      link.third = members[*size].fact;
    } else if (follows_size) {
      link.third = members[i - 1].fact;
    }
    links_.push_back(link);
  }

  /// 从3.45%下调30个基点至3.15%: the size of a change, between its start and its end.
  [[nodiscard]] std::optional<std::size_t> size_between(const std::vector<Member>& members,
                                                        std::size_t start) const {
    if (start + 2 >= members.size()) return std::nullopt;
    const Member& size = members[start + 1];
    const Member& end = members[start + 2];
    const Fact& from = facts_[members[start].fact];
    const bool one_clause = size.clause == members[start].clause && end.clause == size.clause;
    return one_clause && is_growth(facts_[size.fact]) && may_be_size_of(facts_[size.fact], from) &&
                   same_measure(from, facts_[end.fact]) && facts_[end.fact].role == Role::Level &&
                   word_between(scan_, size.token, end.token, WordClass::Arrive)
               ? std::optional(start + 1)
               : std::nullopt;
  }

  /// 销量翻番，从51万辆增至102万辆: nothing but 从 before the number.
  [[nodiscard]] bool opens_clause(const Member& member) const {
    const ScannedQuantity& number = scan_.quantities[scan_.tokens[member.token].index];
    return number.from &&
           number.with_hedge.begin <= clauses_.clauses[member.clause].span.begin + 2 * kHanLength;
  }

  /// 营收62.4亿元，去年同期50.7亿元，同比增长23.1%; the growth may stand between the two.
  void find_compared(const std::vector<Member>& members, std::size_t i) {
    constexpr std::size_t kClausesBehind = 2;
    const Fact& level = facts_[members[i].fact];
    if (level.role != Role::Level || i + 1 >= members.size()) return;
    std::size_t earlier = i + 1;
    std::optional<std::size_t> size;
    if (is_growth(facts_[members[earlier].fact]) && earlier + 1 < members.size()) size = earlier++;
    const Fact& before = facts_[members[earlier].fact];
    const bool earlier_level = before.role == Role::Level && is_a_year_before(before, level);
    // 2023年收入10.6亿，2024年做到13.1亿，一年涨了两成多: the order in which it happened.
    const bool later_level = before.role == Role::Level && is_a_year_before(level, before);
    const bool compared = before.role == Role::Before || earlier_level || later_level;
    if (!compared || !same_measure(level, before)) return;
    if (members[earlier].clause > members[i].clause + kClausesBehind) return;
    // 2024年出口汽车641万辆，2023年出口汽车491万辆 names the same twice.
    const bool of_same_thing = earlier_level || later_level;
    if (metrics_differ(level, before) ||
        (!of_same_thing && names_between(scan_, members[i].token, members[earlier].token)))
      return;
    if (!size) size = size_of_change(members, earlier);
    if (!size && earlier == i + 1) size = size_before(members, i);
    if (!size || is_start_of_change(members, earlier)) return;
    if (metrics_differ(level, facts_[members[*size].fact])) return;
    const std::uint32_t from = members[later_level ? i : earlier].fact;
    const std::uint32_t to = members[later_level ? earlier : i].fact;
    links_.push_back({LinkKind::Change, from, to, members[*size].fact});
  }

  /// "fell 33% to $80 million from $120 million": the size that the word for the end follows.
  [[nodiscard]] std::optional<std::size_t> size_before(const std::vector<Member>& members,
                                                       std::size_t level) const {
    if (level == 0) return std::nullopt;
    const Member& size = members[level - 1];
    const bool leads = size.clause == members[level].clause &&
                       size.clause == members[level + 1].clause && is_growth(facts_[size.fact]) &&
                       may_be_size_of(facts_[size.fact], facts_[members[level].fact]) &&
                       word_between(scan_, size.token, members[level].token, WordClass::Arrive);
    return leads ? std::optional(level - 1) : std::nullopt;
  }

  /// 2024年收入298亿元，2023年是221亿元，同比增长35%: the same part of the year before, of the same thing.
  static bool is_a_year_before(const Fact& before, const Fact& level) {
    return before.period && level.period && !level.metric.empty() &&
           before.metric.value == level.metric.value && before.scope == level.scope &&
           before.subject.value == level.subject.value && before.modality == level.modality &&
           part_of(*before.period) == part_of(*level.period) &&
           year_of(before.period->from) + 1 == year_of(level.period->from);
  }

  /// 相较2024年的297.6亿美元，以410亿美元计算，增幅约38%: what is compared with stands first.
  void find_from_base(const std::vector<Member>& members, std::size_t i) {
    const Fact& base = facts_[members[i].fact];
    if (base.role != Role::Before || !says_than(members[i])) return;
    const auto next = next_alike(members, i);
    if (!next || is_start_of_change(members, i)) return;
    const Fact& level = facts_[members[*next].fact];
    if (level.role != Role::Level || members[*next].clause > members[i].clause + 1) return;
    if (metrics_differ(base, level) ||
        entities_between(scan_, members[i].token, members[*next].token))
      return;
    const auto size = size_of_change(members, *next);
    if (!size || metrics_differ(level, facts_[members[*size].fact])) return;
    links_.push_back({LinkKind::Change, members[i].fact, members[*next].fact, members[*size].fact});
  }

  /// Whether the clause of a number says that something is compared with it.
  [[nodiscard]] bool says_than(const Member& base) const {
    for (std::size_t i = clauses_.clauses[base.clause].first; i < base.token; ++i)
      if (scan_.tokens[i].says(WordClass::Than)) return true;
    return false;
  }

  /// 从 Q1 降至 Q2: the start of a change of its own.
  [[nodiscard]] bool is_start_of_change(const std::vector<Member>& members, std::size_t i) const {
    const auto next = next_alike(members, i);
    return next && facts_[members[*next].fact].role == Role::Level &&
           members[*next].clause <= members[i].clause + 1 &&
           change_up_to(members[i], members[*next]);
  }

  /// 集采前每盒85元，中选价每盒34元，降幅四成: the size of a change is said right behind two amounts of one
  /// thing, and they change in its direction.
  void find_fall_between(const std::vector<Member>& members, std::size_t i) {
    if (i + 2 >= members.size() || i > 0) return;
    const Fact& start = facts_[members[i].fact];
    const Fact& end = facts_[members[i + 1].fact];
    const Fact& size = facts_[members[i + 2].fact];
    if (start.role != Role::Level || end.role != Role::Level || !same_measure(start, end)) return;
    if (start.quantity.unit.dimension == Dimension::Ratio || !is_growth(size)) return;
    if (start.quantity.written_unit != end.quantity.written_unit) return;
    if (size.basis != Basis::Unsaid || !opens_with_rate(members[i + 2])) return;
    if (members[i + 2].clause != members[i + 1].clause + 1) return;
    if (metrics_differ(start, end) || start.subject.value != end.subject.value) return;
    if (entities_between(scan_, members[i].token, members[i + 2].token)) return;
    const double change = end.quantity.stated.midpoint() - start.quantity.stated.midpoint();
    if (size.role == Role::Decrease ? change >= 0 : change <= 0) return;
    links_.push_back({LinkKind::Change, members[i].fact, members[i + 1].fact, members[i + 2].fact});
  }

  /// 降幅四成: the noun of a change opens the clause.
  [[nodiscard]] bool opens_with_rate(const Member& size) const {
    const Clause& clause = clauses_.clauses[size.clause];
    const Token& first = scan_.tokens[clause.first];
    return first.says(WordClass::RateOfChange) && first.span.begin <= clause.span.begin + 2;
  }

  /// The growth that is said of the change which ends at member `end`, if any.
  [[nodiscard]] std::optional<std::size_t> size_of_change(const std::vector<Member>& members,
                                                          std::size_t end) const {
    constexpr std::size_t kClausesBehind = 2;
    for (std::size_t k = end + 1; k < members.size(); ++k) {
      const Fact& size = facts_[members[k].fact];
      if (members[k].clause > members[end].clause + kClausesBehind) return std::nullopt;
      if (size.quantity.unit.dimension == Dimension::Duration) continue;
      if (!is_growth(size) || entities_between(scan_, members[end].token, members[k].token))
        return std::nullopt;
      const Fact& level = facts_[members[end].fact];
      if (!may_be_size_of(size, level)) return std::nullopt;
      // 2024年13.1亿元，预计2025年增长50%: the growth that follows, not the one that led there.
      const bool of_later =
          size.period_stated && size.period && level.period && size.period->from > level.period->to;
      if (of_later) return std::nullopt;
      if (arrives_elsewhere(members, end, k)) return std::nullopt;
      const bool same_metric = size.metric.empty() || size.metric.source >= SlotSource::Carried ||
                               size.metric.value == facts_[members[end].fact].metric.value ||
                               !metric_between(members[end].token, members[k].token);
      return same_metric ? std::optional(k) : std::nullopt;
    }
    return std::nullopt;
  }

  /// 甲从182降至149美元，乙下降10%至79美元: a growth in a clause of its own that has its own end.
  [[nodiscard]] bool arrives_elsewhere(const std::vector<Member>& members, std::size_t end,
                                       std::size_t growth) const {
    const std::size_t next = growth + 1;
    return members[growth].clause != members[end].clause && next < members.size() &&
           members[next].clause == members[growth].clause &&
           same_measure(facts_[members[end].fact], facts_[members[next].fact]);
  }

  [[nodiscard]] bool metric_between(std::size_t from, std::size_t to) const {
    for (std::size_t i = from + 1; i < to; ++i) {
      const Token& token = scan_.tokens[i];
      if (token.kind == TokenKind::Word && token.lexeme->metric >= 0) return true;
    }
    return false;
  }

  /// 276-317.8亿元(同比增长 25%-43.93%)
  void find_growth(const std::vector<Member>& members, std::size_t i) {
    if (i + 1 >= members.size()) return;
    const Fact& level = facts_[members[i].fact];
    const Fact& growth = facts_[members[i + 1].fact];
    if (level.role != Role::Level || level.quantity.unit.dimension == Dimension::Ratio) return;
    if (growth.quantity.unit.dimension != Dimension::Ratio || !is_growth(growth)) return;
    if (members[i + 1].clause > members[i].clause + 1) return;
    if (names_between(scan_, members[i].token, members[i + 1].token)) return;
    links_.push_back({LinkKind::GrowthOf, members[i].fact, members[i + 1].fact, kNoFact});
  }

  /// A占62%、B占23%、其他占15%: neighbours of one enumeration.
  void find_parallel(const std::vector<Member>& members, std::size_t i) {
    if (i == 0) return;
    const Fact& a = facts_[members[i - 1].fact];
    const Fact& b = facts_[members[i].fact];
    if (a.role != Role::Level || b.role != Role::Level || !same_measure(a, b)) return;
    if (a.quantity.unit.dimension != Dimension::Ratio ||
        members[i].clause > members[i - 1].clause + 1)
      return;
    if (a.metric.value != b.metric.value || a.subject.value == b.subject.value) return;
    links_.push_back({LinkKind::ParallelPart, members[i - 1].fact, members[i].fact, kNoFact});
  }

  std::string_view text_;
  const Scan& scan_;
  const Clauses& clauses_;
  const std::vector<Fact>& facts_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> find_links(std::string_view text, const Scan& scan, const Clauses& clauses,
                             const std::vector<Fact>& facts, const Knowledge& knowledge) {
  std::vector<Link> links = LinkFinder(text, scan, clauses, facts).find();
  for (const std::vector<Link>& more :
       {find_part_links(text, scan, clauses, facts, knowledge.lexicon()),
        find_product_links(text, scan, clauses, facts, knowledge),
        find_equivalent_links(text, scan, clauses, facts),
        find_complement_links(text, scan, clauses, facts),
        find_compound_links(scan, clauses, facts),
        find_metric_links(scan, clauses, facts, knowledge.lexicon()),
        find_partition_links(text, scan, clauses, facts, knowledge)})
    links.insert(links.end(), more.begin(), more.end());
  return links;
}

}  // namespace assay
