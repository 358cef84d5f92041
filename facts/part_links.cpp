// SPDX-License-Identifier: MIT
#include "facts/part_links.h"

#include <array>
#include <cmath>
#include <set>
#include <string>

#include "core/utf8.h"
#include "facts/sentence_members.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

class PartLinkFinder {
 public:
  PartLinkFinder(std::string_view text, const Scan& scan, const Clauses& clauses,
                 const std::vector<Fact>& facts, const Lexicon& lexicon)
      : text_(text), scan_(scan), clauses_(clauses), facts_(facts), lexicon_(lexicon) {}

  std::vector<Link> find() {
    std::vector<Member> before;
    for (const SentenceSpan& sentence : clauses_.sentences) {
      std::vector<Member> members = members_of(scan_, clauses_, sentence);
      for (std::size_t i = 0; i < members.size(); ++i) {
        find_total(members, i);
        find_included(members, i);
        find_composed(members, i);
        find_share_of_named(members, i);
      }
      find_total_of_sentence(before, sentence, members);
      before = std::move(members);
    }
    return std::move(links_);
  }

 private:
  /// A 3亿、B 4亿，合计 8亿: all levels in the same unit before the total are its parts.
  void find_total(const std::vector<Member>& members, std::size_t i) {
    if (i < 2) return;
    const Fact& total = facts_[members[i].fact];
    if (total.role != Role::Level || total.quantity.unit.dimension == Dimension::Ratio) return;
    if (!word_between(scan_, members[i - 1].token, members[i].token, WordClass::Total)) return;
    if (has_parts_of_its_own(members[i]) || names_more(members[i - 1], members[i])) return;
    std::vector<std::uint32_t> parts;
    for (std::size_t k = 0; k < i; ++k) {
      const Fact& part = facts_[members[k].fact];
      // 云收入31亿、游戏42亿，利润共计8亿: a total of something else.
      const bool same_metric = part.metric.value == total.metric.value || total.metric.empty() ||
                               !total.metric.known || is_looser_name(total.metric, part.metric);
      if (part.role == Role::Level && same_measure(part, total) && same_metric &&
          part.quantity.stated.is_point())
        parts.push_back(members[k].fact);
    }
    if (parts.size() < 2) return;
    for (const std::uint32_t part : parts)
      links_.push_back({LinkKind::PartOfTotal, part, members[i].fact, kNoFact});
  }

  /// "700 kg of panels + 500 kg of batteries + structure, totalling 3 tons": an item without a number.
  [[nodiscard]] bool names_more(const Member& part, const Member& total) const {
    const std::size_t end = scan_.tokens[part.token].span.end;
    return text_.substr(end, scan_.tokens[total.token].span.begin - end).find('+') !=
           std::string_view::npos;
  }

  /// "Amazon spends 125bn, Alphabet 92bn, Meta 71bn. Put together that makes 288bn": a sentence that opens
  /// with its total adds up what the one before it lists.
  void find_total_of_sentence(const std::vector<Member>& listed, const SentenceSpan& sentence,
                              const std::vector<Member>& members) {
    constexpr std::size_t kFewestParts = 3;
    if (listed.size() < kFewestParts || members.empty()) return;
    const std::size_t opening = clauses_.clauses[sentence.first_clause].first;
    const std::size_t counted = counts(members.front(), listed.size()) ? 1 : 0;
    if (counted == members.size()) return;
    const Member& member = members[counted];
    const Fact& total = facts_[member.fact];
    const bool says_total = word_between(scan_, opening, member.token, WordClass::Total) ||
                            scan_.tokens[opening].says(WordClass::Total);
    const Token& first = scan_.tokens[opening];
    const bool of_others =
        names_between(scan_, opening, member.token) ||
        (first.kind == TokenKind::Word && (first.lexeme->entity >= 0 || first.lexeme->metric >= 0));
    if (!says_total || total.role != Role::Level || of_others) return;
    std::set<std::string> owners;
    for (const Member& part : listed) {
      const Fact& fact = facts_[part.fact];
      // "Together they plan to spend $320bn in 2025": of another year, or not yet done.
      const bool other_time = total.period_stated && total.period != fact.period;
      const bool yet_to_come =
          total.modality != Modality::Actual && total.modality != fact.modality;
      if (!is_part_like(fact, total) || !fact.quantity.stated.is_point() || other_time ||
          yet_to_come || metrics_differ(fact, total) ||
          metrics_differ(fact, facts_[listed.front().fact]) ||
          !owners.insert(fact.subject.value).second)
        return;
    }
    for (const Member& part : listed)
      links_.push_back({LinkKind::ComposedOf, part.fact, member.fact, kNoFact});
  }

  /// 四家合计: the number of the parts.
  [[nodiscard]] bool counts(const Member& member, std::size_t parts) const {
    const Quantity& quantity = facts_[member.fact].quantity;
    return quantity.unit.dimension == Dimension::Count &&
           quantity.stated == Interval::point(static_cast<double>(parts));
  }

  /// 境内专利907项，境外专利17项，正在申请的专利合计1440项: unknown words before 的 make it the total of
  /// something else; 两项业务的收入合计 is that of what was listed.
  [[nodiscard]] bool has_parts_of_its_own(const Member& total) const {
    const Clause& clause = clauses_.clauses[total.clause];
    const std::size_t begin = clause.span.begin;
    const std::size_t of = text_.find("的", begin);
    if (of == std::string_view::npos) return false;
    std::size_t unknown = of - begin;
    for (std::size_t i = clause.first; i < total.token; ++i) {
      const Token& token = scan_.tokens[i];
      if (token.says(WordClass::Total)) return of < token.span.begin && unknown >= 2 * kHanLength;
      if (token.span.end > of) continue;
      if (token.kind == TokenKind::Quantity) return false;
      unknown -= token.span.size();
    }
    return false;
  }

  /// 30,000 in all, 其中 18,000 … and 16,000 …: parts that need not be all, and cannot be more.
  void find_included(const std::vector<Member>& members, std::size_t i) {
    const Fact& total = facts_[members[i].fact];
    const Dimension dimension = total.quantity.unit.dimension;
    const bool share = dimension == Dimension::Ratio && is_total_of_shares(members[i]);
    if (total.role != Role::Level || (dimension == Dimension::Ratio && !share) ||
        dimension == Dimension::Duration || i + 1 >= members.size())
      return;
    if (total.quantity.vague || is_measured_without_unit(total.quantity) ||
        !leads_to_part(members[i].token, members[i + 1]))
      return;
    std::vector<std::uint32_t> parts;
    for (std::size_t k = i + 1; k < members.size(); ++k) {
      const Fact& part = facts_[members[k].fact];
      const bool near = members[k].clause <= members[k - 1].clause + 2;
      if (!near || word_between(scan_, members[k - 1].token, members[k].token, WordClass::Total))
        break;
      if (clauses_.clauses[members[k].clause].bracketed || is_growth(part)) continue;
      // "of which 1.4bn is current, against 3.2bn of cash flow"
      const bool compared =
          k > i + 1 && members[k].clause != members[k - 1].clause &&
          scan_.tokens[clauses_.clauses[members[k].clause].first].says(WordClass::Than);
      if (compared || !is_part_like(part, total) || part.quantity.vague) break;
      // 其中收入17亿元，净利润7亿元: amounts of two kinds are no parts of one.
      if (!parts.empty() && metrics_differ(facts_[parts.front()], part)) return;
      parts.push_back(members[k].fact);
    }
    // 员工1236人，其中研发人员312人，占比25%: a count has a share whatever its metric is called.
    const bool of_another = parts.size() == 1 && metrics_differ(facts_[parts.front()], total);
    if (of_another && dimension != Dimension::Count) return;
    if (!of_another)
      for (const std::uint32_t part : parts)
        links_.push_back({LinkKind::IncludedIn, part, members[i].fact, kNoFact});
    if (!parts.empty() && parts.front() == members[i + 1].fact) find_share(members, i);
  }

  /// 三家合计占80%，其中…: of other shares the parts are mostly shares of the part.
  [[nodiscard]] bool is_total_of_shares(const Member& total) const {
    const Metric* metric = lexicon_.find_metric(facts_[total.fact].metric.value);
    return metric != nullptr && metric->share &&
           word_between(scan_, clauses_.clauses[total.clause].first, total.token, WordClass::Total);
  }

  /// 其中 in the clause of the first part, or at the end of the one before: of 其中有甲、乙，后来又加了10个 nothing is said
  /// with a number.
  [[nodiscard]] bool leads_to_part(std::size_t total, const Member& part) const {
    for (std::size_t i = total + 1; i < part.token; ++i) {
      if (!scan_.tokens[i].says(WordClass::Among)) continue;
      const Clause& clause = clauses_.clauses[part.clause];
      const std::size_t end = scan_.tokens[i].span.end;
      if (stands_behind_noun(i, total)) continue;
      if (i >= clause.first || text_.substr(end, clause.span.begin - end).size() <= kHanLength)
        return true;
    }
    return false;
  }

  /// 在我们直播当中: of something else than the total, which stands in a clause before.
  [[nodiscard]] bool stands_behind_noun(std::size_t among, std::size_t total) const {
    std::size_t begin = scan_.tokens[total].span.end;
    for (std::size_t i = total + 1; i < among; ++i)
      if (ends_clause(scan_.tokens[i])) begin = scan_.tokens[i].span.end;
    return begin > scan_.tokens[total].span.end &&
           scan_.tokens[among].span.begin > begin + 2 * kHanLength;
  }

  /// 512亿，由两块组成：计算430亿，网络182亿: all parts of a total, whatever they are called.
  void find_composed(const std::vector<Member>& members, std::size_t i) {
    const Fact& total = facts_[members[i].fact];
    const Dimension dimension = total.quantity.unit.dimension;
    if (total.role != Role::Level || dimension == Dimension::Ratio ||
        dimension == Dimension::Duration)
      return;
    std::size_t first = i + 1;
    while (first < members.size() && !is_part_like(facts_[members[first].fact], total)) ++first;
    if (first >= members.size() || members[first].clause > members[i].clause + 2) return;
    if (!says_composed(members[i].token, members[first])) return;
    std::vector<std::uint32_t> parts;
    for (std::size_t k = first; k < members.size(); ++k) {
      const Fact& part = facts_[members[k].fact];
      if (k > first && members[k].clause > members[k - 1].clause + 1) break;
      if (clauses_.clauses[members[k].clause].bracketed || is_growth(part)) continue;
      if (!is_part_like(part, total)) break;
      if (!parts.empty() && metrics_differ(facts_[parts.front()], part)) return;
      parts.push_back(members[k].fact);
    }
    if (parts.size() < 2) return;
    for (const std::uint32_t part : parts)
      links_.push_back({LinkKind::ComposedOf, part, members[i].fact, kNoFact});
  }

  /// Whether between a total and its first part stands a word for what it is made of. 四个人组成一支乐队，八个人不行:
  /// with an object of its own the word says what the four make up.
  [[nodiscard]] bool says_composed(std::size_t total, const Member& part) const {
    constexpr std::array<std::string_view, 4> kRest = {"如下", "为", "是", " "};
    for (std::size_t i = total + 1; i < part.token; ++i) {
      if (!scan_.tokens[i].says(WordClass::Composed)) continue;
      const Clause& clause = clauses_.clauses[part.clause];
      if (i >= clause.first) return true;
      std::size_t end = i + 1;
      while (!ends_clause(scan_.tokens[end])) ++end;
      const Span pause = scan_.tokens[end].span;
      const std::size_t behind = scan_.tokens[i].span.end;
      const std::string_view rest = text_.substr(behind, pause.begin - behind);
      return rest.empty() || is_one_of(kRest, rest) || pause.of(text_).starts_with(':');
    }
    return false;
  }

  /// 研发投入20亿元，占营收100亿元的15%: the share names its whole with the amount.
  void find_share_of_named(const std::vector<Member>& members, std::size_t i) {
    if (i + 2 >= members.size()) return;
    const Member& total = members[i + 1];
    const Member& share = members[i + 2];
    const Fact& part = facts_[members[i].fact];
    const Fact& ratio = facts_[share.fact];
    const Clause& clause = clauses_.clauses[total.clause];
    constexpr std::string_view kOf = "的";
    constexpr std::size_t kLongestNoun = 5 * kHanLength;  // 占100亿元营收的15%
    const std::size_t end = scan_.quantities[scan_.tokens[total.token].index].with_hedge.end;
    const std::size_t begin = scan_.quantities[scan_.tokens[share.token].index].with_hedge.begin;
    const bool named = share.clause == total.clause && total.clause == members[i].clause + 1 &&
                       says_share(scan_.tokens[clause.first]) && begin >= end &&
                       begin - end <= kLongestNoun && text_.substr(end, begin - end).ends_with(kOf);
    if (!named || part.role != Role::Level || ratio.role != Role::Level ||
        ratio.quantity.unit.dimension != Dimension::Ratio ||
        !same_measure(part, facts_[total.fact]))
      return;
    links_.push_back({LinkKind::ShareOfTotal, members[i].fact, total.fact, share.fact});
  }

  /// 收入100亿元，其中海外30亿元，占比25%: the share right behind the first part.
  void find_share(const std::vector<Member>& members, std::size_t total) {
    const std::size_t part = total + 1;
    const std::size_t share = total + 2;
    if (share >= members.size() || members[share].clause > members[part].clause + 1) return;
    const Fact& fact = facts_[members[share].fact];
    if (fact.role != Role::Level || fact.quantity.unit.dimension != Dimension::Ratio) return;
    if (is_all_of_brackets(members[part], members[share]) ||
        says_the_same(members[part], members[share])) {
      links_.push_back(
          {LinkKind::ShareOfTotal, members[part].fact, members[total].fact, members[share].fact});
      return;
    }
    // 占海外市场的25% is a share of something else.
    const std::size_t word = members[share].token - 1;
    const Token& before = scan_.tokens[word];
    const std::size_t begin =
        scan_.quantities[scan_.tokens[members[share].token].index].with_hedge.begin;
    const bool said = before.says(WordClass::ShareOf) || before.span.begin >= begin;
    if (!said || names_between(scan_, members[part].token, word)) return;
    if (!word_between(scan_, members[part].token, members[share].token, WordClass::ShareOf)) return;
    links_.push_back(
        {LinkKind::ShareOfTotal, members[part].fact, members[total].fact, members[share].fact});
  }

  /// "of which cloud $20bn, or 40%", 其中海外30亿元，即三成: the part again, as a share.
  [[nodiscard]] bool says_the_same(const Member& part, const Member& share) const {
    constexpr std::array<std::string_view, 4> kOr = {", or ", ",即", ",也就是", " or "};
    const std::size_t end = scan_.quantities[scan_.tokens[part.token].index].with_hedge.end;
    const std::size_t begin = scan_.quantities[scan_.tokens[share.token].index].with_hedge.begin;
    return begin > end && is_one_of(kOr, text_.substr(end, begin - end));
  }

  /// 占, 占营收
  [[nodiscard]] bool says_share(const Token& token) const {
    if (token.kind != TokenKind::Word) return false;
    const std::int32_t metric = token.lexeme->metric;
    return token.says(WordClass::ShareOf) ||
           (metric >= 0 && lexicon_.metrics()[static_cast<std::size_t>(metric)].share);
  }

  /// 其中研发人员512人（30%）: nothing but the share stands in the brackets right behind the part.
  [[nodiscard]] bool is_all_of_brackets(const Member& part, const Member& share) const {
    const Clause& clause = clauses_.clauses[share.clause];
    const Span before = scan_.quantities[scan_.tokens[part.token].index].with_hedge;
    const Span number = scan_.quantities[scan_.tokens[share.token].index].with_hedge;
    return clause.bracketed && clause.span.begin <= before.end + 2 &&
           number.begin == clause.span.begin && number.end == clause.span.end;
  }

  /// 比例为0.53至0.97: a bare number that is none of things has no parts.
  static bool is_measured_without_unit(const Quantity& quantity) {
    return quantity.unit.dimension == Dimension::Count && quantity.written_unit.empty() &&
           std::floor(quantity.stated.low) != quantity.stated.low;
  }

  static bool is_part_like(const Fact& part, const Fact& total) {
    return part.role == Role::Level && same_measure(part, total) &&
           part.quantity.written_unit == total.quantity.written_unit;
  }

  /// 净利润18.7亿、21.0亿、23.1亿，合计盈利62.8亿: profit is said of net profit too.
  [[nodiscard]] bool is_looser_name(const Slot& name, const Slot& metric) const {
    const Metric* known = lexicon_.find_metric(metric.value);
    return known != nullptr && known->kind_of == name.value;
  }

  std::string_view text_;
  const Scan& scan_;
  const Clauses& clauses_;
  const std::vector<Fact>& facts_;
  const Lexicon& lexicon_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> find_part_links(std::string_view text, const Scan& scan, const Clauses& clauses,
                                  const std::vector<Fact>& facts, const Lexicon& lexicon) {
  return PartLinkFinder(text, scan, clauses, facts, lexicon).find();
}

}  // namespace assay
