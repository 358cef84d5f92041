// SPDX-License-Identifier: MIT
#include "facts/compound_links.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "facts/sentence_members.h"

namespace assay {
namespace {

/// Clauses between a yearly growth and the value beside it.
constexpr std::size_t kClausesBeside = 3;

class CompoundFinder {
 public:
  CompoundFinder(const Scan& scan, const Clauses& clauses, const std::vector<Fact>& facts)
      : scan_(scan), clauses_(clauses), facts_(facts) {}

  std::vector<Link> find() {
    std::vector<Member> before;
    for (const SentenceSpan& sentence : clauses_.sentences) {
      std::vector<Member> members = members_of(scan_, clauses_, sentence);
      for (std::size_t i = 0; i < members.size(); ++i)
        if (is_yearly(fact_of(members[i]))) link(before, members, i);
      before = std::move(members);
    }
    return std::move(links_);
  }

 private:
  using Ends = std::pair<std::uint32_t, std::uint32_t>;

  [[nodiscard]] const Fact& fact_of(const Member& member) const { return facts_[member.fact]; }

  static bool is_yearly(const Fact& fact) {
    const Dimension dimension = fact.quantity.unit.dimension;
    return fact.basis == Basis::Annualised && is_growth(fact) && fact.role != Role::Multiple &&
           (dimension == Dimension::Ratio || dimension == Dimension::PercentagePoint);
  }

  void link(const std::vector<Member>& before, const std::vector<Member>& members,
            std::size_t rate) {
    std::optional<Ends> ends = ends_before(before, members, rate);
    if (!ends) ends = ends_behind(members, rate);
    if (!ends) return;
    const auto [one, other] = *ends;
    if (is_earlier(facts_[other], facts_[one])) ends = {other, one};
    links_.push_back({LinkKind::CompoundGrowth, ends->first, ends->second, members[rate].fact});
  }

  [[nodiscard]] std::optional<Ends> ends_before(const std::vector<Member>& before,
                                                const std::vector<Member>& members,
                                                std::size_t rate) const {
    const auto end = value_before(members, rate, members[rate]);
    if (!end || members[*end].clause + kClausesBeside < members[rate].clause) return std::nullopt;
    if (entities_between(scan_, members[*end].token, members[rate].token)) return std::nullopt;
    if (const auto start = value_before(members, *end, members[rate]))
      return pair_of(members[*start], members[*end]);
    const bool another_growth =
        std::any_of(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(*end),
                    [&](const Member& member) { return is_yearly(fact_of(member)); });
    if (another_growth) return std::nullopt;
    const auto start = value_before(before, before.size(), members[rate]);
    return start ? pair_of(before[*start], members[*end]) : std::nullopt;
  }

  /// 未来五年将以35%的年复合增长率，从2023年的10亿元增长到2028年的45亿元
  [[nodiscard]] std::optional<Ends> ends_behind(const std::vector<Member>& members,
                                                std::size_t rate) const {
    std::vector<Member> values;
    for (std::size_t i = rate + 1; i < members.size() && values.size() < 2; ++i)
      if (may_grow_by(fact_of(members[i]), fact_of(members[rate]))) values.push_back(members[i]);
    if (values.size() < 2 || fact_of(values[0]).role != Role::Before) return std::nullopt;
    if (values[1].clause > members[rate].clause + 2) return std::nullopt;
    return pair_of(values[0], values[1]);
  }

  /// The nearest value before member `end` that may have grown so; none where another growth is nearer.
  [[nodiscard]] std::optional<std::size_t> value_before(const std::vector<Member>& members,
                                                        std::size_t end, const Member& rate) const {
    for (std::size_t i = end; i-- > 0;) {
      if (may_grow_by(fact_of(members[i]), fact_of(rate))) return i;
      if (is_yearly(fact_of(members[i]))) return std::nullopt;
    }
    return std::nullopt;
  }

  static bool may_grow_by(const Fact& value, const Fact& rate) {
    const bool points = rate.quantity.unit.dimension == Dimension::PercentagePoint;
    const Dimension dimension = value.quantity.unit.dimension;
    return value.role <= Role::Before && dimension != Dimension::Duration &&
           (dimension == Dimension::Ratio) == points && value.quantity.stated.has_low() &&
           value.quantity.stated.low > 0 && !metrics_differ(value, rate);
  }

  /// Both of one thing and place, as far as the later one says of which at all. Precondition: `one` stands first.
  [[nodiscard]] std::optional<Ends> pair_of(const Member& one, const Member& other) const {
    const Fact& a = fact_of(one);
    const Fact& b = fact_of(other);
    const bool alike = same_measure(a, b) && !metrics_differ(a, b) &&
                       (b.subject.empty() || a.subject.value == b.subject.value) &&
                       (b.scope.empty() || a.scope == b.scope) &&
                       (b.qualifier.empty() || a.qualifier == b.qualifier);
    return alike ? std::optional<Ends>({one.fact, other.fact}) : std::nullopt;
  }

  static bool is_earlier(const Fact& a, const Fact& b) {
    if (a.period && b.period) return a.period->from < b.period->from;
    return a.role == Role::Before && b.role != Role::Before;
  }

  const Scan& scan_;
  const Clauses& clauses_;
  const std::vector<Fact>& facts_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> find_compound_links(const Scan& scan, const Clauses& clauses,
                                      const std::vector<Fact>& facts) {
  return CompoundFinder(scan, clauses, facts).find();
}

}  // namespace assay
