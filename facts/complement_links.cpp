// SPDX-License-Identifier: MIT
#include "facts/complement_links.h"

#include "core/utf8.h"
#include "facts/sentence_members.h"

namespace assay {
namespace {

/// Bytes between an English word for the rest and its number: "others, such as makers of toys, have 12%".
constexpr std::size_t kFewWords = 24;

class ComplementFinder {
 public:
  ComplementFinder(std::string_view text, const Scan& scan, const Clauses& clauses,
                   const std::vector<Fact>& facts)
      : text_(text), scan_(scan), clauses_(clauses), facts_(facts) {}

  std::vector<Link> find() {
    for (const SentenceSpan& sentence : clauses_.sentences) {
      const std::vector<Member> members = members_of(scan_, clauses_, sentence);
      for (std::size_t i = 1; i < members.size(); ++i) find_complement(members, i);
    }
    return std::move(links_);
  }

 private:
  /// 92% …, 剩下的 8%
  void find_complement(const std::vector<Member>& members, std::size_t i) {
    const Fact& rest = facts_[members[i].fact];
    const Fact& part = facts_[members[i - 1].fact];
    if (rest.quantity.unit.dimension != Dimension::Ratio || !same_measure(rest, part)) return;
    if (part.role > Role::Before || rest.role != Role::Level) return;
    if (!word_between(scan_, members[i - 1].token, members[i].token, WordClass::Remainder)) return;
    if (is_rest_of_other(members[i - 1].token, members[i].token) || has_complement(members, i))
      return;
    links_.push_back({LinkKind::Complement, members[i - 1].fact, members[i].fact, kNoFact});
  }

  /// "a 70% share, while others put NVIDIA at 90%", "remaining at 71%": the word is that of another clause, or a
  /// verb.
  [[nodiscard]] bool is_rest_of_other(std::size_t part, std::size_t rest) const {
    constexpr std::string_view kStaysAt = " at ";
    for (std::size_t i = part + 1; i < rest; ++i) {
      const Token& token = scan_.tokens[i];
      if (!token.says(WordClass::Remainder) || !is_ascii_letter(first_byte(token))) continue;
      const std::string_view between =
          text_.substr(token.span.end, scan_.tokens[rest].span.begin - token.span.end);
      if (between.starts_with(kStaysAt) || between.size() > kFewWords) return true;
      for (std::size_t k = i + 1; k < rest; ++k)
        if (scan_.tokens[k].kind == TokenKind::Word && scan_.tokens[k].lexeme->entity >= 0)
          return true;
    }
    return false;
  }

  [[nodiscard]] unsigned char first_byte(const Token& token) const {
    return static_cast<unsigned char>(text_[token.span.begin]);
  }

  /// "One third expect 58%, the other two thirds 65%": it is what an earlier number leaves.
  [[nodiscard]] bool has_complement(const std::vector<Member>& members, std::size_t rest) const {
    const Interval& ours = facts_[members[rest].fact].quantity.tolerance;
    for (std::size_t i = 0; i + 1 < rest; ++i) {
      const Fact& fact = facts_[members[i].fact];
      if (fact.quantity.unit.dimension == Dimension::Ratio &&
          intersects(fact.quantity.tolerance + ours, Interval::point(1)))
        return true;
    }
    return false;
  }

  std::string_view text_;
  const Scan& scan_;
  const Clauses& clauses_;
  const std::vector<Fact>& facts_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> find_complement_links(std::string_view text, const Scan& scan,
                                        const Clauses& clauses, const std::vector<Fact>& facts) {
  return ComplementFinder(text, scan, clauses, facts).find();
}

}  // namespace assay
