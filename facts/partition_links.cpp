// SPDX-License-Identifier: MIT
#include "facts/partition_links.h"

#include <algorithm>
#include <cstdint>

#include "facts/list_joint.h"
#include "facts/sentence_members.h"

namespace assay {
namespace {

/// Which way a number or a word leaves something open: 30岁以上, "over 40".
enum class OpenEnd : std::uint8_t { None, Above, Below };

OpenEnd open_end_of(Hedge hedge) {
  if (hedge == Hedge::AtLeast || hedge == Hedge::MoreThan) return OpenEnd::Above;
  if (hedge == Hedge::AtMost || hedge == Hedge::LessThan) return OpenEnd::Below;
  return OpenEnd::None;
}

OpenEnd open_end_of(const Token& token) {
  if (token.says(WordClass::AtLeastBefore) || token.says(WordClass::AtLeastAfter) ||
      token.says(WordClass::MoreThanBefore))
    return OpenEnd::Above;
  if (token.says(WordClass::AtMostBefore) || token.says(WordClass::AtMostAfter) ||
      token.says(WordClass::LessThanBefore))
    return OpenEnd::Below;
  return OpenEnd::None;
}

class PartitionFinder {
 public:
  PartitionFinder(std::string_view text, const Scan& scan, const Clauses& clauses,
                  const std::vector<Fact>& facts, const Knowledge& knowledge)
      : text_(text), scan_(scan), clauses_(clauses), facts_(facts), knowledge_(knowledge) {}

  std::vector<Link> find() {
    for (const SentenceSpan& sentence : clauses_.sentences) {
      const std::vector<Member> members = members_of(scan_, clauses_, sentence);
      if (members.size() < 2) continue;
      link_announced(sentence, members);
      link_halves(members);
    }
    return std::move(links_);
  }

 private:
  /// 分地区看，…: what words of a partition announce.
  void link_announced(const SentenceSpan& sentence, const std::vector<Member>& members) {
    const auto is_part = [this](const Member& member) { return is_share(facts_[member.fact]); };
    if (std::ranges::count_if(members, is_part) < 2) return;
    // Since the last break; 分动力看 holds no token at all.
    Span words{sentence.span.begin, 0};
    const auto first = std::ranges::lower_bound(scan_.tokens, words.begin, {},
                                                [](const Token& at) { return at.span.begin; });
    for (auto i = static_cast<std::size_t>(first - scan_.tokens.begin()); i < members.back().token;
         ++i) {
      const Token& token = scan_.tokens[i];
      if (!ends_clause(token)) continue;
      words.end = token.span.begin;
      if (knowledge_.plain_words().open_partition(words.of(text_))) link(parts_behind(i, members));
      words.begin = token.span.end;
    }
  }

  void link(const std::vector<Member>& parts) {
    for (std::size_t i = 1; i < parts.size(); ++i)
      links_.push_back({LinkKind::Partition, parts[i - 1].fact, parts[i].fact, kNoFact});
  }

  /// 男性占62%，女性占48%: what two opposite words divide.
  void link_halves(const std::vector<Member>& members) {
    for (std::size_t i = 1; i < members.size(); ++i) {
      const Member& half = members[i - 1];
      const Member& other = members[i];
      if (other.clause > half.clause + 1 || !is_said_share(half) || !is_said_share(other) ||
          may_count_twice(half) || may_count_twice(other) || !goes_on({half}, other) ||
          !knowledge_.plain_words().are_complements(words_before(half), words_before(other)))
        continue;
      link({half, other});
    }
  }

  /// A share by a word for one, and of one whole: the market shares overseas and at home are of two.
  [[nodiscard]] bool is_said_share(const Member& member) const {
    constexpr std::string_view kOfMarket = "market share";
    const Fact& fact = facts_[member.fact];
    const Metric* metric = knowledge_.lexicon().find_metric(fact.metric.value);
    if (!is_share(fact) || fact.metric.value == kOfMarket ||
        clauses_.clauses[member.clause].bracketed)
      return false;
    for (std::size_t i = clauses_.clauses[member.clause].first; i < member.token; ++i)
      if (scan_.tokens[i].says(WordClass::ShareOf)) return true;
    return metric != nullptr && metric->share;
  }

  /// The words of its clause before a number, behind the number before it.
  [[nodiscard]] std::string_view words_before(const Member& member) const {
    std::size_t begin = clauses_.clauses[member.clause].span.begin;
    for (std::size_t i = clauses_.clauses[member.clause].first; i < member.token; ++i)
      if (scan_.tokens[i].kind == TokenKind::Quantity) begin = scan_.tokens[i].span.end;
    const std::size_t end = scan_.tokens[member.token].span.begin;
    return text_.substr(begin, end - begin);
  }

  /// The parts behind the token at which the words of the partition end.
  [[nodiscard]] std::vector<Member> parts_behind(std::size_t token,
                                                 const std::vector<Member>& members) const {
    std::vector<Member> parts;
    for (const Member& member : members) {
      if (member.token <= token || clauses_.clauses[member.clause].bracketed ||
          !is_share(facts_[member.fact]))
        continue;
      if (may_count_twice(member) || (!parts.empty() && !goes_on(parts, member))) break;
      parts.push_back(member);
    }
    return parts;
  }

  /// A share and no other ratio: no growth, no margin.
  [[nodiscard]] bool is_share(const Fact& fact) const {
    const Quantity& quantity = fact.quantity;
    if (quantity.unit.dimension != Dimension::Ratio || fact.role != Role::Level) return false;
    if (quantity.stated.low < 0 || quantity.stated.low >= 1 || !fact.comparand.empty())
      return false;
    const Metric* metric = knowledge_.lexicon().find_metric(fact.metric.value);
    return metric == nullptr || metric->share || fact.metric.source >= SlotSource::Carried;
  }

  /// 前五大客户占40%, 其中欧洲占20%, 合计占80%: what holds other parts, or is held by one.
  [[nodiscard]] bool may_count_twice(const Member& member) const {
    for (std::size_t i = clauses_.clauses[member.clause].first; i < member.token; ++i) {
      const Token& token = scan_.tokens[i];
      if (token.says(WordClass::Among) || token.says(WordClass::Total) ||
          token.says(WordClass::Rank))
        return true;
    }
    return false;
  }

  /// Whether a share is another one of the same list.
  [[nodiscard]] bool goes_on(const std::vector<Member>& parts, const Member& next) const {
    const Fact& last = facts_[parts.back().fact];
    const Fact& fact = facts_[next.fact];
    if (!same_measure(last, fact) || last.modality != fact.modality) return false;
    const auto overlaps = [&](const Member& part) {
      const Fact& other = facts_[part.fact];
      const bool same = fact.subject.known && other.subject.value == fact.subject.value &&
                        other.scope == fact.scope;
      return same || (open_end_of(next) != OpenEnd::None && open_end_of(part) == open_end_of(next));
    };
    if (std::ranges::any_of(parts, overlaps)) return false;
    return parts.back().clause != next.clause || joined(parts.back().token, next.token);
  }

  /// A占40%、B占35%和C占25%: what stands in one clause is joined.
  [[nodiscard]] bool joined(std::size_t from, std::size_t to) const {
    for (std::size_t i = from + 1; i < to; ++i)
      if (scan_.tokens[i].enumeration) return true;
    const std::size_t begin = scan_.tokens[from].span.end;
    const std::string_view between = text_.substr(begin, scan_.tokens[to].span.begin - begin);
    return std::ranges::any_of(kLastJoints, [&](std::string_view joint) {
      return between.find(joint) != std::string_view::npos;
    });
  }

  /// Of two that are open at one end (30岁以上占七成, 40岁以上占四成) one holds the other.
  [[nodiscard]] OpenEnd open_end_of(const Member& part) const {
    for (std::size_t i = clauses_.clauses[part.clause].first; i < part.token; ++i) {
      const Token& token = scan_.tokens[i];
      const OpenEnd end = token.kind == TokenKind::Quantity
                              ? assay::open_end_of(scan_.quantities[token.index].quantity.hedge)
                              : assay::open_end_of(token);
      if (end != OpenEnd::None) return end;
    }
    return OpenEnd::None;
  }

  std::string_view text_;
  const Scan& scan_;
  const Clauses& clauses_;
  const std::vector<Fact>& facts_;
  const Knowledge& knowledge_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> find_partition_links(std::string_view text, const Scan& scan,
                                       const Clauses& clauses, const std::vector<Fact>& facts,
                                       const Knowledge& knowledge) {
  return PartitionFinder(text, scan, clauses, facts, knowledge).find();
}

}  // namespace assay
