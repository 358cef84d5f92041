// SPDX-License-Identifier: MIT
#include "checks/match.h"

#include <algorithm>

#include "checks/claim_conditions.h"
#include "checks/fact_kind.h"
#include "checks/time_relation.h"
#include "core/folding.h"
#include "core/utf8.h"
#include "facts/scopes.h"
#include "facts/terms.h"
#include "facts/trie.h"

namespace assay {
namespace {

// Weights of what two facts share. A slot that both fill differently keeps them apart.
constexpr double kSameSubject = 2;
constexpr double kSameMetric = 2;
constexpr double kSameComparand = 1;
constexpr double kSamePeriod = 1.5;
constexpr double kSameScope = 0.5;
constexpr double kSameRole = 0.5;
constexpr double kSayNow = 1;
constexpr double kWords = 4;
/// Terms of another clause of the sentence count this much.
constexpr double kInSentence = 0.8;
/// Terms that stand elsewhere in the text count this much.
constexpr double kElsewhere = 0.55;
/// Terms of a fact's own clause of which the claim says nothing count so much against it.
constexpr double kForeign = 2;
/// A single character is no name.
constexpr std::size_t kShortestHanName = 2;
/// Less than this share of the claim's words found in the text: it speaks of something else.
constexpr double kLeastCoverage = 0.36;

bool is_han_term(const std::string& term) { return !term.empty() && is_han(decode(term, 0).value); }

/// By its characters: the terms of a sentence full of known names are English in both languages.
bool is_chinese(std::string_view sentence) {
  for (std::size_t at = 0; at < sentence.size();) {
    const CodePoint point = decode(sentence, at);
    if (is_han(point.value)) return true;
    at += point.length;
  }
  return false;
}

bool is_mostly_chinese(const std::vector<const Fact*>& facts) {
  const auto chinese =
      std::ranges::count_if(facts, [](const Fact* fact) { return is_chinese(fact->sentence); });
  return 2 * static_cast<std::size_t>(chinese) > facts.size();
}

class Matcher {
 public:
  Matcher(const Fact& claim, const Evidence& evidence, const Knowledge& knowledge)
      : claim_(claim), text_terms_(evidence.text), lexicon_(knowledge.lexicon()) {
    // Across languages only names can be found again.
    claim_han_ = is_chinese(claim.sentence);
    cross_language_ = claim_han_ != is_mostly_chinese(evidence.facts);
    claim_says_now_ =
        says_now(claim.sentence, {claim.sentence.size(), claim.sentence.size()}, lexicon_);
    subject_is_name_ =
        claim.subject.known || has_name(text_terms_, claim.subject.value) ||
        std::any_of(evidence.facts.begin(), evidence.facts.end(), [&](const Fact* fact) {
          return is_longer_name(claim.subject.value, fact->subject.value);
        });
    for (const std::string& term : text_terms_) {
      const Entity* entity = lexicon_.find_entity(term);
      if (entity != nullptr && entity->is_place()) places_.push_back(term);
    }
  }

  [[nodiscard]] std::optional<Match> match(const Fact& fact, const TextTerms& sentence) const {
    Match match{&fact, 0, coverage(fact, sentence)};
    if (!same_kind_of_value(fact) || !same_modality(fact) || counts_another_thing(fact) ||
        narrowed_otherwise(fact))
      return std::nullopt;
    if (!add_names(fact, match.score) || !add_scope(fact, match.score) ||
        !add_period(fact, match.score))
      return std::nullopt;
    if (match.coverage < kLeastCoverage && !denies_claim(fact)) return std::nullopt;
    match.score += kWords * match.coverage;
    match.score -= kForeign * foreign(fact);
    if (claim_says_now_ && says_now(fact.sentence, fact.in_sentence, lexicon_))
      match.score += kSayNow;
    if (claim_.role == fact.role) match.score += kSameRole;
    if (fact.role == Role::Before && claim_.role != Role::Before && !fact.period_stated)
      match.score -= kSamePeriod;
    if (claim_.quantity.unit.dimension == Dimension::Count &&
        claim_.quantity.written_unit == fact.quantity.written_unit)
      match.score += 1;
    return match;
  }

 private:
  [[nodiscard]] bool is_name(const std::string& term) const {
    return lexicon_.find_entity(term) != nullptr || lexicon_.find_metric(term) != nullptr;
  }

  [[nodiscard]] double coverage(const Fact& fact, const TextTerms& sentence) const {
    double total = 0;
    double found = 0;
    for (const std::string& term : claim_.terms) {
      const bool name = is_name(term);
      // A Latin word of a Chinese claim is a name that no lexicon has.
      if (cross_language_ && !name && (!claim_han_ || is_han_term(term))) continue;
      const double weight = name ? 2 : 1;
      total += weight;
      const bool metric = fact.metric.value == term || (claim_.metric.value == term && akin(fact));
      if (has_term(fact.terms, term) || fact.subject.value == term || metric) {
        found += weight;
      } else if (has_term(sentence, term)) {
        found += weight * kInSentence;
      } else if (has_term(text_terms_, term)) {
        found += weight * kElsewhere;
      }
    }
    return total == 0 ? 0.5 : found / total;
  }

  /// What share of the words beside a number the claim does not have: 核心本地商业收入 is not 总收入, though
  /// all of the claim may be found around it.
  [[nodiscard]] double foreign(const Fact& fact) const {
    if (cross_language_ || fact.terms.empty()) return 0;
    const auto is_foreign = [&](const std::string& term) {
      return !has_term(claim_.terms, term) && term != claim_.subject.value &&
             term != claim_.metric.value && term != fact.metric.value;
    };
    return static_cast<double>(std::ranges::count_if(fact.terms, is_foreign)) /
           static_cast<double>(fact.terms.size());
  }

  [[nodiscard]] bool same_kind_of_value(const Fact& fact) const {
    const MeasuredIn& ours = claim_.quantity.unit;
    const MeasuredIn& theirs = fact.quantity.unit;
    if (ours.dimension != theirs.dimension) return false;
    // The currency may be what the claim got wrong.
    if (ours.dimension != Dimension::Money && ours.canonical != theirs.canonical) return false;
    const auto change = [](Role role) {
      return role == Role::Increase || role == Role::Decrease || role == Role::Multiple ||
             role == Role::Difference;
    };
    if (ours.dimension != Dimension::Ratio &&
        (claim_.role == Role::Difference || fact.role == Role::Difference))
      return true;
    return change(claim_.role) == change(fact.role);
  }

  /// 没有降到3.2万元: who denies the very figure of the same subject speaks of the claim.
  [[nodiscard]] bool denies_claim(const Fact& fact) const {
    return fact.modality == Modality::Negated && !claim_.subject.empty() &&
           claim_.subject.value == fact.subject.value &&
           claim_.quantity.stated == fact.quantity.stated;
  }

  /// 400,000 GPUs and eight buildings: what is counted is the metric, and no word of it is shared.
  [[nodiscard]] bool counts_another_thing(const Fact& fact) const {
    if (claim_.quantity.unit.dimension != Dimension::Count || cross_language_) return false;
    const auto open = [](const Slot& metric) { return !metric.empty() && !metric.known; };
    return open(claim_.metric) && open(fact.metric) &&
           claim_.quantity.written_unit != fact.quantity.written_unit &&
           claim_.metric.value.find(fact.metric.value) == std::string::npos &&
           fact.metric.value.find(claim_.metric.value) == std::string::npos;
  }

  /// The power of a card and that of a server, prices on the spot and by contract.
  [[nodiscard]] bool narrowed_otherwise(const Fact& fact) const {
    // Unknown text before a metric (首日成交额) may be anything, and is Chinese.
    const auto known = [](const Fact& of) {
      return !of.qualifier.empty() && !is_han_term(of.qualifier);
    };
    return known(claim_) && known(fact) && claim_.metric.value == fact.metric.value &&
           claim_.qualifier != fact.qualifier;
  }

  [[nodiscard]] bool same_modality(const Fact& fact) const {
    const auto future = [](Modality modality) {
      return modality == Modality::Forecast || modality == Modality::Plan;
    };
    if (fact.modality == Modality::Hypothetical) return false;
    return future(claim_.modality) || !future(fact.modality);
  }

  bool add_names(const Fact& fact, double& score) const {
    const bool named = subject_is_name_ && !spoken_of(fact);
    // Nobody is named there, or somebody that the lexicon does not know, but the claim's subject is
    // spoken of elsewhere: the value is not its own.
    if (named && (fact.subject.empty() ? is_elsewhere(claim_.subject.value) : true)) return false;
    if (!claim_.subject.empty() && claim_.subject.value == fact.subject.value)
      score += kSameSubject;
    if (!claim_.metric.empty() && !fact.metric.empty()) {
      if (claim_.metric.value == fact.metric.value) {
        score += kSameMetric;
      } else if (claim_.metric.known && fact.metric.known && !akin(fact)) {
        return false;
      }
    }
    if (claim_.comparand.value == fact.comparand.value) {
      if (!claim_.comparand.empty()) score += kSameComparand;
    } else if (!claim_.comparand.empty() && !fact.comparand.empty()) {
      return false;
    }
    return true;
  }

  /// "EUV" and "EUV lithography machine": of products and technologies, which have no subsidiaries; and
  /// of names that no lexicon has.
  [[nodiscard]] bool is_longer_name(const std::string& longer, const std::string& shorter) const {
    if (shorter.empty() || !longer.starts_with(shorter)) return false;
    const Entity* entity = lexicon_.find_entity(shorter);
    // 阳明 is what a table calls 阳明海运.
    const bool open = entity == nullptr && lexicon_.find_entity(longer) == nullptr;
    if (open && is_han_term(shorter)) return count_code_points(shorter) >= kShortestHanName;
    return longer[shorter.size()] == ' ' && entity != nullptr &&
           (entity->kind == EntityKind::Product || entity->kind == EntityKind::Technology);
  }

  /// Whether the text speaks of `name`, and so of something else where it does not say it. The one
  /// place that it names is that of all of it.
  [[nodiscard]] bool is_elsewhere(const std::string& name) const {
    if (!has_name(text_terms_, name)) return false;
    const Entity* entity = lexicon_.find_entity(name);
    return entity == nullptr || !entity->is_place() || places_.size() > 1;
  }

  [[nodiscard]] bool tells_other_places_apart(const std::string& place) const {
    return !places_.empty() && !has_term(text_terms_, place);
  }

  /// Whether the fact is, or may be, one of the claim's subject: it names it, the subject is who
  /// says so, or the subject is a place that the whole text takes for granted (去年国内销量…).
  [[nodiscard]] bool spoken_of(const Fact& fact) const {
    const std::string& name = claim_.subject.value;
    if (is_longer_name(fact.subject.value, name) || is_longer_name(name, fact.subject.value))
      return true;
    if (fact.subject.value == name || has_name(fact.terms, name) || fact.speaker == name ||
        has_term(fact.scope, name))
      return true;
    const Entity* entity = lexicon_.find_entity(name);
    const bool place = entity != nullptr && entity->is_place();
    return place && !has_term(text_terms_, name) && !names_another_place(fact, name) &&
           (fact.subject.empty() || has_term(claim_.terms, fact.subject.value));
  }

  [[nodiscard]] bool names_another_place(const Fact& fact, const std::string& name) const {
    return std::any_of(fact.scope.begin(), fact.scope.end(), [&](const std::string& item) {
      const Entity* entity = lexicon_.find_entity(item);
      return entity != nullptr && entity->is_place() && item != name;
    });
  }

  /// Metrics that go by each other's names (sold, delivered), and shares that are called by a looser name
  /// in one of the texts. Of metrics that are only mixed up, one says nothing of the other.
  [[nodiscard]] bool akin(const Fact& fact) const {
    const auto goes_by = [&](const std::string& a, const std::string& b) {
      const Metric* metric = lexicon_.find_metric(a);
      return metric != nullptr && std::ranges::find(metric->nearly, b) != metric->nearly.end();
    };
    const auto loose = [](const std::string& name) { return name == "proportion"; };
    const std::string& ours = claim_.metric.value;
    const std::string& theirs = fact.metric.value;
    const bool both_shares = lexicon_.is_share(ours) && lexicon_.is_share(theirs);
    return goes_by(ours, theirs) || goes_by(theirs, ours) ||
           (both_shares && (loose(ours) || loose(theirs)));
  }

  static bool same_sort(const Entity& a, const Entity& b) {
    return a.kind == b.kind || (a.is_place() && b.is_place());
  }

  /// 60岁及以上 and 65岁及以上 are two groups; so is everybody and either of them.
  [[nodiscard]] bool same_group_of_ages(const Fact& fact) const {
    const auto group_of = [](const Fact& of) {
      const auto found = std::find_if(of.scope.begin(), of.scope.end(), is_age_group);
      return found == of.scope.end() ? std::string() : *found;
    };
    return cross_language_ || group_of(claim_) == group_of(fact);
  }

  bool add_scope(const Fact& fact, double& score) const {
    if (!same_group_of_ages(fact)) return false;
    for (const std::string& item : claim_.scope) {
      const Entity* ours = lexicon_.find_entity(item);
      if (ours == nullptr) continue;
      bool same = false;
      bool other = false;
      for (const std::string& name : fact.scope) {
        const Entity* theirs = lexicon_.find_entity(name);
        if (theirs == nullptr || !same_sort(*theirs, *ours)) continue;
        same = same || name == item;
        const bool shared =
            std::find(claim_.scope.begin(), claim_.scope.end(), name) != claim_.scope.end();
        other = other || (name != item && !shared && !theirs->broad && !ours->broad);
      }
      if (other && !same) return false;
      // The text speaks of that place, and not here; or it tells places apart, and not that one.
      const bool elsewhere = ours->is_place() && !ours->broad && !same &&
                             fact.subject.value != item && !has_term(fact.terms, item) &&
                             (is_elsewhere(item) || tells_other_places_apart(item));
      if (elsewhere) return false;
      if (same) score += kSameScope;
    }
    const Entity* subject = lexicon_.find_entity(claim_.subject.value);
    const bool of_a_place = subject != nullptr && subject->is_place();
    return !of_a_place || spoken_of(fact) || !names_another_place(fact, claim_.subject.value);
  }

  /// A quarter says nothing of the year, nor the year of a quarter, where both are written.
  bool add_period(const Fact& fact, double& score) const {
    if (is_end_of_other(fact)) {
      score += kSamePeriod;
      return true;
    }
    const TimeRelation relation = relate_times(claim_, fact);
    if (relation == TimeRelation::Same) score += kSamePeriod;
    if (relation == TimeRelation::Nested) return !fact.period_stated;
    return relation != TimeRelation::Apart;
  }

  /// 三季度末 and 9月末, "by the end of 2026" and "by December 2026", July and July 9: one time is the end
  /// of the other, or a day of it, and what is said is no sum over either.
  [[nodiscard]] bool is_end_of_other(const Fact& fact) const {
    if (is_over_period(claim_) || is_over_period(fact)) return false;
    const auto ours = part_of_time(claim_);
    const auto theirs = part_of_time(fact);
    if (!ours || !theirs || ours == theirs) return false;
    const bool one_month = ours->last_month == theirs->last_month;
    const bool two_days = ours->day > 0 && theirs->day > 0;
    constexpr int kQuarter = 3;
    const auto short_enough = [](const YearPart& part) {
      return part.last_month - part.first_month < kQuarter;
    };
    const bool same_year =
        !claim_.period || !fact.period || year_of(claim_.period->to) == year_of(fact.period->to);
    return one_month && same_year && !two_days && short_enough(*ours) && short_enough(*theirs);
  }

  /// A change, or what comes together in a month: shipments, revenue.
  [[nodiscard]] bool is_over_period(const Fact& fact) const {
    const Metric* metric = lexicon_.find_metric(fact.metric.value);
    const bool at_a_time =
        metric == nullptr || !metric->varies || metric->at_a_time || metric->fits(Dimension::Ratio);
    return !at_a_time || is_change(fact);
  }

  static std::optional<YearPart> part_of_time(const Fact& fact) {
    if (fact.period) {
      if (fact.period->from == fact.period->to)
        return YearPart{month_of(fact.period->to), month_of(fact.period->to), 1};
      return part_of(*fact.period);
    }
    return fact.partial_time ? fact.partial_time->part : std::nullopt;
  }

  const Fact& claim_;
  const TextTerms& text_terms_;
  const Lexicon& lexicon_;
  /// Of the names that no lexicon has, only one that the text has too is known to be a name.
  bool subject_is_name_ = false;
  bool claim_han_ = false;
  bool claim_says_now_ = false;
  bool cross_language_ = false;
  std::vector<std::string> places_;  ///< that the text names
};

}  // namespace

std::vector<Match> find_matches(const Fact& claim, const std::vector<const Fact*>& conditions,
                                const Evidence& evidence, const Knowledge& knowledge) {
  const Matcher matcher(claim, evidence, knowledge);
  std::vector<Match> matches;
  for (std::size_t i = 0; i < evidence.facts.size(); ++i)
    if (auto match = matcher.match(*evidence.facts[i], evidence.sentences[i])) {
      match->score += fit_of_conditions(conditions, evidence.facts, i);
      matches.push_back(*match);
    }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.score > b.score; });
  return matches;
}

}  // namespace assay
