// SPDX-License-Identifier: MIT
#include "checks/comparison_claim.h"

#include <algorithm>
#include <set>
#include <string>

#include "checks/time_relation.h"
#include "checks/wording.h"
#include "core/folding.h"
#include "core/utf8.h"
#include "facts/trie.h"

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

struct Comparison {
  Side left;
  Side right;
  bool more = true;  ///< the left side is said to be the larger
};

bool may_start_word(std::string_view text, std::size_t at) {
  return !is_ascii_letter(static_cast<unsigned char>(text[at])) || is_word_start(text, at);
}

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

/// The word that compares, as the place where it stands; its length is 0 when there is none.
struct Comparative {
  std::size_t at = 0;
  std::size_t length = 0;
  bool more = true;
};

Comparative find_comparative(std::string_view text, const Lexicon& lexicon) {
  std::size_t step = 0;
  for (std::size_t at = 0; at < text.size(); at += step) {
    step = decode(text, at).length;
    if (!may_start_word(text, at)) continue;
    // 小米 is a company, though 小 is "small".
    const Lexicon::Hit hit = lexicon.find(text, at);
    if (hit.lexeme != nullptr && (hit.lexeme->entity >= 0 || hit.lexeme->metric >= 0)) {
      step = hit.length;
      continue;
    }
    const std::size_t more = std::max(lexicon.find_class(text, at, WordClass::Higher),
                                      lexicon.find_class(text, at, WordClass::MoreThanBefore));
    const std::size_t less = std::max({lexicon.find_class(text, at, WordClass::Lower),
                                       lexicon.find_class(text, at, WordClass::LessThanBefore),
                                       lexicon.find_class(text, at, WordClass::AtMostBefore)});
    if (more > 0 || less > 0) return {at, std::max(more, less), more >= less};
  }
  return {};
}

/// 没有高于: the denial turns the comparison round.
bool is_denied(std::string_view before, const Lexicon& lexicon) {
  for (std::size_t at = 0; at < before.size(); at += decode(before, at).length)
    if (may_start_word(before, at) && lexicon.find_class(before, at, WordClass::Negation) > 0)
      return true;
  return false;
}

std::optional<Comparison> read_comparison(std::string_view claim_text, const Lexicon& lexicon) {
  const std::string text = fold_text(std::string(claim_text));
  const Comparative word = find_comparative(text, lexicon);
  if (word.length == 0) return std::nullopt;
  std::string_view left = std::string_view(text).substr(0, word.at);
  std::string_view right = std::string_view(text).substr(word.at + word.length);
  const bool denied = is_denied(left, lexicon);
  // A比B高: both stand before the word.
  constexpr std::string_view kThan = "比";
  if (const std::size_t than = left.find(kThan); than != std::string_view::npos) {
    right = left.substr(than + kThan.size());
    left = left.substr(0, than);
  }
  return Comparison{side_of(left, lexicon), side_of(right, lexicon), word.more != denied};
}

bool is_level(const Fact& fact) {
  return fact.role == Role::Level && !fact.metric.empty() &&
         (fact.modality == Modality::Actual || fact.modality == Modality::Opinion);
}

bool same_measure(const Fact& a, const Fact& b) {
  return a.quantity.unit.dimension == b.quantity.unit.dimension &&
         a.quantity.unit.canonical == b.quantity.unit.canonical &&
         relate_times(a, b) != TimeRelation::Apart;
}

/// Whether the two facts are the two sides: two subjects in one metric, or two metrics of one.
bool are_sides(const Comparison& claim, const Fact& ours, const Fact& theirs) {
  const bool subjects_differ = claim.left.speaks_of(ours.subject) &&
                               claim.right.speaks_of(theirs.subject) &&
                               ours.subject.value != theirs.subject.value;
  const auto speaks_of = [&](const std::string& metric) {
    return claim.left.metrics.contains(metric) || claim.right.metrics.contains(metric);
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

Verification judge(const Comparison& claim, const Fact& ours, const Fact& theirs) {
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
      if (theirs != ours && is_level(*theirs) && same_measure(*ours, *theirs) &&
          are_sides(*claim, *ours, *theirs))
        return judge(*claim, *ours, *theirs);
  }
  return std::nullopt;
}

}  // namespace assay
