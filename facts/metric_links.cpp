// SPDX-License-Identifier: MIT
#include "facts/metric_links.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "facts/sentence_members.h"

namespace assay {
namespace {

/// So many clauses may lie between numbers that belong together; the sentence of a talk has no end.
constexpr std::size_t kClausesApart = 4;

/// What narrows a capacity that is not told by the month or the day: 年产能.
constexpr std::string_view kOfAYear = "annual";

class MetricLinkFinder {
 public:
  MetricLinkFinder(const Scan& scan, const Clauses& clauses, const std::vector<Fact>& facts,
                   const Lexicon& lexicon)
      : scan_(scan), clauses_(clauses), facts_(facts), lexicon_(lexicon) {}

  std::vector<Link> find() {
    for (const SentenceSpan& sentence : clauses_.sentences) {
      members_ = members_of(scan_, clauses_, sentence);
      for (const Member& member : members_) {
        if (const auto link = margin_of(member)) links_.push_back(*link);
        if (const auto link = identity_of(member)) links_.push_back(*link);
        if (const auto link = comparison_of(member)) links_.push_back(*link);
      }
      for (std::size_t i = 1; i < members_.size(); ++i)
        for (const auto& link : {share_of_whole(members_[i - 1], members_[i]),
                                 share_of_market(members_[i - 1], members_[i])})
          if (link) links_.push_back(*link);
    }
    return std::move(links_);
  }

 private:
  /// 营收103亿元，净利润21亿元，净利率15%
  [[nodiscard]] std::optional<Link> margin_of(const Member& margin) const {
    const Metric* metric = metric_of(margin);
    if (metric == nullptr || metric->part_of_revenue.empty()) return std::nullopt;
    const Member* revenue = only_level("revenue", margin);
    const Member* profit = only_level(metric->part_of_revenue, margin);
    if (revenue == nullptr || profit == nullptr || only_level(metric->name, margin) != &margin ||
        !same_measure(facts_[revenue->fact], facts_[profit->fact]) ||
        !told_together({&margin, revenue, profit}))
      return std::nullopt;
    return Link{LinkKind::Margin, revenue->fact, margin.fact, profit->fact};
  }

  /// 产能103万辆，利用率85%，产量97万辆
  [[nodiscard]] std::optional<Link> identity_of(const Member& result) const {
    const Metric* metric = metric_of(result);
    if (metric == nullptr || metric->product_of.size() != 2) return std::nullopt;
    const Member* first = only_level(metric->product_of.front(), result);
    const Member* second = only_level(metric->product_of.back(), result);
    if (first == nullptr || second == nullptr || only_level(metric->name, result) != &result ||
        !told_together({&result, first, second}))
      return std::nullopt;
    const bool one_measure = same_measure(facts_[result.fact], facts_[first->fact]) ||
                             same_measure(facts_[result.fact], facts_[second->fact]);
    if (!one_measure) return std::nullopt;
    return Link{LinkKind::Identity, first->fact, second->fact, result.fact};
  }

  /// A100售价1.5万美元，H100售价3万美元，后者的价格是前者的两倍: what is said of two, and what both have.
  [[nodiscard]] std::optional<Link> comparison_of(const Member& ratio) const {
    const Fact& times = facts_[ratio.fact];
    if (times.comparand.empty() || times.subject.empty() || !times.metric.known ||
        (times.role != Role::Level && times.role != Role::Multiple) ||
        times.quantity.unit.dimension != Dimension::Ratio)
      return std::nullopt;
    const auto level_of = [&](const std::string& subject) -> const Member* {
      const Member* only = nullptr;
      for (const Member& member : members_) {
        const Fact& fact = facts_[member.fact];
        if (fact.subject.value != subject || fact.metric.value != times.metric.value ||
            fact.quantity.unit.dimension == Dimension::Ratio)
          continue;
        if (only != nullptr || fact.role != Role::Level || fact.period != times.period)
          return nullptr;
        only = &member;
      }
      return only;
    };
    const Member* base = level_of(times.comparand.value);
    const Member* result = level_of(times.subject.value);
    if (base == nullptr || result == nullptr ||
        !same_measure(facts_[base->fact], facts_[result->fact]))
      return std::nullopt;
    return Link{LinkKind::Identity, base->fact, ratio.fact, result->fact};
  }

  /// 研发投入31.2亿元，占营收的12.3%，营收204亿元: the share opens its clause, and is that of the amount before it.
  [[nodiscard]] std::optional<Link> share_of_whole(const Member& part, const Member& share) const {
    const Fact& amount = facts_[part.fact];
    const Fact& ratio = facts_[share.fact];
    if (!opens_clause_behind(part, share) || ratio.role != Role::Level || !ratio.scope.empty() ||
        amount.role != Role::Level || !amount.quantity.stated.is_point() ||
        amount.quantity.stated.low <= 0)
      return std::nullopt;
    for (const Member& member : members_) {
      const Fact& fact = facts_[member.fact];
      if (!fact.metric.known || fact.metric.value == amount.metric.value ||
          lexicon_.share_of(fact.metric.value) != ratio.metric.value)
        continue;
      if (only_level(fact.metric.value, share) == &member && same_measure(fact, amount) &&
          told_together({&part, &share, &member}))
        return Link{LinkKind::ShareOfTotal, part.fact, member.fact, share.fact};
    }
    return std::nullopt;
  }

  /// 全国手机出货3亿部，华为出货4600万部，份额15%: what a company has of the amount that the market has.
  [[nodiscard]] std::optional<Link> share_of_market(const Member& part, const Member& share) const {
    constexpr std::string_view kMarketShare = "market share";
    const Fact& amount = facts_[part.fact];
    const Fact& ratio = facts_[share.fact];
    if (ratio.metric.value != kMarketShare || ratio.role != Role::Level ||
        amount.role != Role::Level || share.clause > part.clause + 1 || !is_of_company(amount) ||
        amount.subject.value != ratio.subject.value || !amount.metric.known)
      return std::nullopt;
    const Member* market = nullptr;
    for (const Member& member : members_) {
      const Fact& fact = facts_[member.fact];
      if (fact.metric.value != amount.metric.value || !same_measure(fact, amount) ||
          &member == &part)
        continue;
      if (market != nullptr || is_of_company(fact) || fact.role != Role::Level ||
          fact.period != amount.period || fact.quantity.stated.low <= amount.quantity.stated.low)
        return std::nullopt;
      market = &member;
    }
    if (market == nullptr || !told_together({&part, &share, market})) return std::nullopt;
    return Link{LinkKind::ShareOfTotal, part.fact, market->fact, share.fact};
  }

  [[nodiscard]] bool is_of_company(const Fact& fact) const {
    const Entity* entity = lexicon_.find_entity(fact.subject.value);
    return !fact.subject.empty() && (entity == nullptr || entity->kind <= EntityKind::Product);
  }

  /// 占营收的12.3%: whether the clause right behind that of `part` begins with what says that it is a share.
  [[nodiscard]] bool opens_clause_behind(const Member& part, const Member& share) const {
    const Clause& clause = clauses_.clauses[share.clause];
    const Token& first = scan_.tokens[clause.first];
    return share.clause == part.clause + 1 && first.span.begin <= clause.span.begin + 1 &&
           (first.says(WordClass::ShareOf) || says_metric(first, facts_[share.fact].metric.value));
  }

  [[nodiscard]] bool says_metric(const Token& token, const std::string& name) const {
    return token.kind == TokenKind::Word && token.lexeme->metric >= 0 &&
           lexicon_.metrics()[static_cast<std::size_t>(token.lexeme->metric)].name == name;
  }

  [[nodiscard]] const Metric* metric_of(const Member& member) const {
    return lexicon_.find_metric(facts_[member.fact].metric.value);
  }

  /// Whether few clauses lie between the first and the last of these, and no time.
  [[nodiscard]] bool told_together(std::initializer_list<const Member*> all) const {
    const auto by_token = [](const Member* a, const Member* b) { return a->token < b->token; };
    const auto [first, last] = std::minmax_element(all.begin(), all.end(), by_token);
    if ((*last)->clause > (*first)->clause + kClausesApart) return false;
    for (std::size_t i = (*first)->token; i < (*last)->token; ++i)
      if (scan_.tokens[i].kind == TokenKind::Time) return false;
    return true;
  }

  /// The only number of `metric` in the sentence, if it is a plain level of the same thing and time as
  /// `other`; else nullptr.
  [[nodiscard]] const Member* only_level(std::string_view metric, const Member& other) const {
    const Fact& like = facts_[other.fact];
    const Member* only = nullptr;
    for (const Member& member : members_) {
      const Fact& fact = facts_[member.fact];
      if (fact.metric.value != metric) continue;
      const bool whole = fact.qualifier.empty() || fact.qualifier == kOfAYear;
      const bool plain = fact.role == Role::Level && fact.modality == Modality::Actual && whole &&
                         fact.quantity.stated.is_point() && fact.quantity.stated.low > 0;
      const bool alike = fact.subject.value == like.subject.value && fact.period == like.period &&
                         fact.scope == like.scope;
      if (only != nullptr || !plain || !alike) return nullptr;
      only = &member;
    }
    return only;
  }

  const Scan& scan_;
  const Clauses& clauses_;
  const std::vector<Fact>& facts_;
  const Lexicon& lexicon_;
  std::vector<Member> members_;  ///< of the sentence that is looked at
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> find_metric_links(const Scan& scan, const Clauses& clauses,
                                    const std::vector<Fact>& facts, const Lexicon& lexicon) {
  return MetricLinkFinder(scan, clauses, facts, lexicon).find();
}

}  // namespace assay
