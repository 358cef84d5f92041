// SPDX-License-Identifier: MIT
#include "facts/partition_links.h"

#include <algorithm>
#include <array>

#include "facts/sentence_members.h"

namespace assay {
namespace {

bool holds_any_of(std::string_view text, const auto& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

class PartitionFinder {
 public:
  PartitionFinder(std::string_view text, const Scan& scan, const Clauses& clauses,
                  const std::vector<Fact>& facts, const Knowledge& knowledge)
      : text_(text), scan_(scan), clauses_(clauses), facts_(facts), knowledge_(knowledge) {}

  std::vector<Link> find() {
    std::size_t sentence = 0;
    Span words{0, 0};  // since the last break; 分动力看 holds no token at all
    for (std::size_t i = 0; i < scan_.tokens.size(); ++i) {
      const Token& token = scan_.tokens[i];
      if (!ends_clause(token)) continue;
      words.end = token.span.begin;
      if (knowledge_.plain_words().open_partition(words.of(text_)))
        link(parts_behind(i, members_of(scan_, clauses_, clauses_.sentences[sentence])));
      words.begin = token.span.end;
      if (token.kind == TokenKind::Sentence) ++sentence;
    }
    return std::move(links_);
  }

 private:
  void link(const std::vector<Member>& parts) {
    for (std::size_t i = 1; i < parts.size(); ++i)
      links_.push_back({LinkKind::Partition, parts[i - 1].fact, parts[i].fact, kNoFact});
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
    constexpr auto kOfSeveral = std::to_array<std::string_view>({"前", "top ", "Top "});
    const Clause& clause = clauses_.clauses[member.clause];
    for (std::size_t i = clause.first; i < member.token; ++i) {
      const Token& token = scan_.tokens[i];
      if (token.says(WordClass::Among) || token.says(WordClass::Total)) return true;
    }
    return holds_any_of(clause.span.of(text_), kOfSeveral);
  }

  /// Whether a share is another one of the same list.
  [[nodiscard]] bool goes_on(const std::vector<Member>& parts, const Member& next) const {
    const Fact& last = facts_[parts.back().fact];
    const Fact& fact = facts_[next.fact];
    if (!same_measure(last, fact) || last.modality != fact.modality) return false;
    const auto repeats = [&](const Member& part) {
      const Fact& other = facts_[part.fact];
      return (fact.subject.known && other.subject.value == fact.subject.value &&
              other.scope == fact.scope) ||
             (!bound_of(part).empty() && bound_of(part) == bound_of(next));
    };
    if (std::ranges::any_of(parts, repeats)) return false;
    if (parts.back().clause != next.clause) return true;
    constexpr auto kJoints = std::to_array<std::string_view>({"、", "和", "与", " and "});
    const std::size_t begin = scan_.tokens[parts.back().token].span.end;
    return holds_any_of(text_.substr(begin, scan_.tokens[next.token].span.begin - begin), kJoints);
  }

  /// The word that leaves a part open at one end, or nothing: 30岁以上占七成, 40岁以上占四成 overlap.
  [[nodiscard]] std::string_view bound_of(const Member& part) const {
    constexpr auto kBounds = std::to_array<std::string_view>(
        {"以上", "以下", "以内", "超过", "or more", "or older", "over ", "under ", "above "});
    const std::string_view words = clauses_.clauses[part.clause].span.of(text_);
    const auto* const found = std::ranges::find_if(kBounds, [&](std::string_view bound) {
      return words.find(bound) != std::string_view::npos;
    });
    return found == kBounds.end() ? std::string_view() : *found;
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
