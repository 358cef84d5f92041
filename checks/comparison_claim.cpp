// SPDX-License-Identifier: MIT
#include "checks/comparison_claim.h"

#include <algorithm>
#include <set>
#include <string>

#include "checks/claim_words.h"
#include "checks/time_relation.h"
#include "checks/wording.h"
#include "core/folding.h"
#include "core/utf8.h"

namespace assay {
namespace {

/// What one side of a comparison speaks of.
struct Side {
  std::string text;  ///< folded, lower case
  std::set<std::string, std::less<>> names;
  std::set<std::string, std::less<>> metrics;

  [[nodiscard]] bool speaks_of(const Slot& subject) const {
    if (subject.empty()) return false;
    return subject.known ? names.contains(subject.value)
                         : text.find(to_ascii_lower(subject.value)) != std::string::npos;
  }
};

struct ComparisonClaim {
  Side left;
  Side right;
  bool more = true;  ///< the left side is said to be the larger
};

Side side_of(std::string_view text, const Lexicon& lexicon) {
  Side side{to_ascii_lower(text), {}, {}};
  for (std::size_t at = 0; at < text.size();) {
    const Lexicon::Hit hit =
        may_start_word(text, at) ? lexicon.find(text, at) : Lexicon::Hit{0, nullptr};
    if (hit.lexeme != nullptr && hit.lexeme->entity >= 0)
      side.names.insert(lexicon.entities()[static_cast<std::size_t>(hit.lexeme->entity)].name);
    if (hit.lexeme != nullptr && hit.lexeme->metric >= 0)
      side.metrics.insert(lexicon.metrics()[static_cast<std::size_t>(hit.lexeme->metric)].name);
    at += std::max(hit.length, decode(text, at).length);
  }
  return side;
}

std::optional<ComparisonClaim> read_comparison(std::string_view claim_text,
                                               const Lexicon& lexicon) {
  const std::string text = fold_text(std::string(claim_text));
  const ClaimWord more = find_word(text, lexicon, {WordClass::Higher, WordClass::MoreThanBefore});
  const ClaimWord less = find_word(
      text, lexicon, {WordClass::Lower, WordClass::LessThanBefore, WordClass::AtMostBefore});
  if (more.length == 0 && less.length == 0) return std::nullopt;
  // 不高于 is one word, and longer than the 高于 within it.
  const bool says_more = less.length == 0 || (more.length > 0 && more.at < less.at);
  const ClaimWord word = says_more ? more : less;
  std::string_view left = std::string_view(text).substr(0, word.at);
  std::string_view right = std::string_view(text).substr(word.at + word.length);
  const bool denied = find_word(left, lexicon, {WordClass::Negation}).length > 0;
  // A比B高: both stand before the word.
  if (const ClaimWord than = find_word(left, lexicon, {WordClass::Than}); than.length > 0) {
    right = left.substr(than.at + than.length);
    left = left.substr(0, than.at);
  }
  return ComparisonClaim{side_of(left, lexicon), side_of(right, lexicon), says_more != denied};
}

bool is_level(const Fact& fact) {
  return fact.role == Role::Level && !fact.metric.empty() &&
         (fact.modality == Modality::Actual || fact.modality == Modality::Opinion);
}

bool may_be_sides(const Fact& a, const Fact& b) {
  return same_measure(a, b) && relate_times(a, b) != TimeRelation::Apart;
}

/// Whether the two facts are the two sides: two subjects in one metric, or two metrics of one.
bool are_sides(const ComparisonClaim& claim, const Fact& ours, const Fact& theirs,
               const Lexicon& lexicon) {
  const bool subjects_differ = claim.left.speaks_of(ours.subject) &&
                               claim.right.speaks_of(theirs.subject) &&
                               ours.subject.value != theirs.subject.value;
  const auto names = [&](const std::string& metric) {
    return claim.left.metrics.contains(metric) || claim.right.metrics.contains(metric);
  };
  // 获利不如富邦金: what goes by the name is as good.
  const auto speaks_of = [&](const std::string& metric) {
    const Metric* known = lexicon.find_metric(metric);
    return names(metric) || (known != nullptr && std::ranges::any_of(known->nearly, names));
  };
  if (subjects_differ) {
    const bool any = claim.left.metrics.empty() && claim.right.metrics.empty();
    const bool named = any || speaks_of(ours.metric.value) || speaks_of(theirs.metric.value);
    return named && (ours.metric.value == theirs.metric.value || any);
  }
  return ours.subject.value == theirs.subject.value &&
         claim.left.metrics.contains(ours.metric.value) &&
         claim.right.metrics.contains(theirs.metric.value) &&
         ours.metric.value != theirs.metric.value;
}

Verification judge(const ComparisonClaim& claim, const Fact& ours, const Fact& theirs) {
  const Interval& a = ours.quantity.tolerance;
  const Interval& b = theirs.quantity.tolerance;
  Verification verification;
  if (!intersects(a, b)) {
    const bool more = a.midpoint() > b.midpoint();
    verification.verdict = more == claim.more ? Verdict::Supported : Verdict::Contradicted;
  }
  verification.evidence = {ours, theirs};
  const auto words = [&](Language language) {
    return stated_words(ours, language) + (a.midpoint() > b.midpoint() ? " > " : " < ") +
           stated_words(theirs, language);
  };
  verification.explanation = {words(Language::Chinese), words(Language::English)};
  return verification;
}

}  // namespace

std::optional<Verification> verify_comparison(std::string_view claim_text,
                                              const std::vector<const Fact*>& facts,
                                              const Lexicon& lexicon) {
  const auto claim = read_comparison(claim_text, lexicon);
  if (!claim) return std::nullopt;
  for (const Fact* ours : facts) {
    if (!is_level(*ours)) continue;
    for (const Fact* theirs : facts)
      if (theirs != ours && is_level(*theirs) && may_be_sides(*ours, *theirs) &&
          are_sides(*claim, *ours, *theirs, lexicon))
        return judge(*claim, *ours, *theirs);
  }
  return std::nullopt;
}

}  // namespace assay
