// SPDX-License-Identifier: MIT
#include "checks/verify.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "checks/claim_conditions.h"
#include "checks/claim_values.h"
#include "checks/compare.h"
#include "checks/comparison_claim.h"
#include "checks/conversion.h"
#include "checks/dated_events.h"
#include "checks/derive.h"
#include "checks/match.h"
#include "checks/superlative_claim.h"
#include "checks/two_sides.h"
#include "checks/wording.h"
#include "facts/extract.h"
#include "facts/reader.h"
#include "facts/terms.h"

namespace assay {
namespace {

class Verifier {
 public:
  Verifier(const std::vector<ReadDocument>& documents, const Knowledge& knowledge)
      : knowledge_(knowledge) {
    for (const ReadDocument& document : documents) {
      dates_.emplace(document.id, document.date);
      for (const Fact& fact : document.facts) {
        const bool new_sentence =
            &fact == &document.facts.front() || fact.sentence != (&fact - 1)->sentence;
        evidence_.sentences.push_back(new_sentence ? words_of(fact.sentence)
                                                   : evidence_.sentences.back());
        evidence_.facts.push_back(&fact);
        TextTerms& text = evidence_.text;
        text.insert(text.end(), fact.terms.begin(), fact.terms.end());
        text.push_back(fact.subject.value);
        // A name that no number stands beside is still spoken of.
        if (new_sentence)
          text.insert(text.end(), evidence_.sentences.back().begin(),
                      evidence_.sentences.back().end());
      }
    }
    std::sort(evidence_.text.begin(), evidence_.text.end());
    evidence_.text.erase(std::unique(evidence_.text.begin(), evidence_.text.end()),
                         evidence_.text.end());
  }

  [[nodiscard]] Verification verify(const ReadDocument& claim, std::string_view claim_text) const {
    const Fact* main = main_fact(claim);
    if (main == nullptr || counts_what_is_listed(*main)) {
      if (auto ranked = verify_superlative(claim_text, evidence_.facts, knowledge_)) return *ranked;
    }
    if (main == nullptr) {
      if (auto compared = verify_comparison(claim_text, evidence_.facts, knowledge_.lexicon()))
        return *compared;
      if (auto dated = verify_date(claim_text, claim.date, events(), knowledge_)) return *dated;
      return unverifiable({"陈述中没有数字", "the claim states no quantity"});
    }
    Verification verification = judge(*main, conditions_of(claim.facts, *main),
                                      asked_by(claim_text, *main, knowledge_.lexicon()));
    if (main->modality == Modality::Negated) flip(verification);
    return verification;
  }

 private:
  /// What the sentences that have numbers say happened when.
  [[nodiscard]] const std::vector<DatedEvent>& events() const {
    if (events_) return *events_;
    events_.emplace();
    const Fact* before = nullptr;
    for (const Fact* fact : evidence_.facts) {
      const bool new_sentence = before == nullptr || fact->sentence != before->sentence;
      if (new_sentence && fact->table_row == 0)
        add_events(*fact, dates_.at(fact->document), knowledge_, *events_);
      before = fact;
    }
    return *events_;
  }

  [[nodiscard]] TextTerms words_of(const std::string& sentence) const {
    const Scan scanned = scan(sentence, {knowledge_, {}, false, false, nullptr});
    return terms_of(sentence, {0, sentence.size()}, scanned, knowledge_.lexicon());
  }

  /// What the claim is about: of several numbers the last that is neither a point in time nor a
  /// mere description.
  [[nodiscard]] const Fact* main_fact(const ReadDocument& claim) const {
    const Fact* main = nullptr;
    for (const Fact& fact : claim.facts) {
      const bool better = main == nullptr || tells(fact) || !tells(*main);
      if (better && fact.role != Role::Before) main = &fact;
    }
    return main != nullptr || claim.facts.empty() ? main : &claim.facts.back();
  }

  /// 表中四家银行, "of the four ports": how many there are to choose from.
  static bool counts_what_is_listed(const Fact& fact) {
    constexpr double kMost = 30;
    return fact.quantity.unit.dimension == Dimension::Count && fact.role == Role::Level &&
           !fact.metric.known && fact.quantity.stated.is_point() &&
           fact.quantity.stated.low <= kMost;
  }

  /// Whether a number has a metric, and not one that only says which of several things is meant
  /// ("a year behind at 2 nanometres").
  [[nodiscard]] bool tells(const Fact& fact) const {
    if (fact.metric.empty() || fact.metric.source == SlotSource::Presumed) return false;
    const Metric* metric = knowledge_.lexicon().find_metric(fact.metric.value);
    return metric == nullptr || !metric->several;
  }

  static Verification unverifiable(Message why) {
    return {Verdict::Unverifiable, std::move(why), {}};
  }

  static void flip(Verification& verification) {
    if (verification.verdict == Verdict::Supported) {
      verification.verdict = Verdict::Contradicted;
    } else if (verification.verdict == Verdict::Contradicted) {
      verification.verdict = Verdict::Supported;
    }
  }

  [[nodiscard]] Verification judge(const Fact& claim, const std::vector<const Fact*>& conditions,
                                   Asked asked) const {
    std::vector<Match> matches = find_matches(claim, conditions, evidence_, knowledge_);
    if (asked != Asked::Nothing) {
      // A rest or a sum that the text states itself comes before what can be worked out.
      std::vector<Match> said;
      std::copy_if(matches.begin(), matches.end(), std::back_inserter(said),
                   [&](const Match& match) {
                     return says_asked(asked, match.fact->sentence, knowledge_.lexicon());
                   });
      if (!said.empty()) {
        Verification direct = judge_by(claim, said);
        if (direct.verdict == Verdict::Supported) return direct;
      }
      Fact in_full = claim;
      in_full.terms = words_of(claim.sentence);
      if (const auto derived = derive_asked(asked, in_full, evidence_.facts, knowledge_.lexicon()))
        return judge_derived(claim, *derived);
      if (asked == Asked::Rest) matches = std::move(said);  // the whole says nothing of the rest
    }
    Verification direct;
    if (!matches.empty()) direct = judge_by(claim, matches);
    if (direct.verdict == Verdict::Supported) return direct;
    const auto words = [this](const std::string& text) { return words_of(text); };
    if (const auto derived = derive_from_sides(claim, evidence_.facts, words, knowledge_.lexicon()))
      return judge_derived(claim, *derived);
    if (claim.quantity.unit.dimension == Dimension::Duration)
      if (auto elapsed = verify_elapsed(claim, words_of(claim.sentence), events())) return *elapsed;
    if (const auto derived = derive_rest_of_time(claim, evidence_.facts, knowledge_.lexicon()))
      return judge_derived(claim, *derived);
    if (direct.verdict != Verdict::Unverifiable) return direct;
    if (const auto derived = derive_from_two(claim, evidence_.facts, knowledge_.lexicon()))
      return judge_derived(claim, *derived);
    return unverifiable({"对照文本没有给出同一对象、指标、时间的数值",
                         "the text gives no value for the same subject, metric and period"});
  }

  /// The best match decides.
  [[nodiscard]] Verification judge_by(const Fact& claim, const std::vector<Match>& matches) const {
    constexpr double kAsGood = 0.35;
    const double best = matches.front().score;
    Verification verification;
    // What the best leaves open, its equals may confirm, not deny.
    const bool open = relation_to(claim, *matches.front().fact) == Relation::Open;
    for (const Match& match : matches) {
      if (match.score < best - kAsGood) break;
      const Relation relation = relation_to(claim, *match.fact);
      if (relation == Relation::Open || (open && relation == Relation::Disagrees)) continue;
      const Verdict verdict =
          relation == Relation::Agrees ? Verdict::Supported : Verdict::Contradicted;
      // A statement that agrees outweighs neighbours that speak of something close by.
      if (verification.verdict == Verdict::Unverifiable || verdict == Verdict::Supported) {
        verification.verdict = verdict;
        verification.evidence = {*match.fact};
        verification.explanation = explain(claim, *match.fact, verdict);
      }
      if (verdict == Verdict::Supported) break;
    }
    return verification;
  }

  /// What an amount comes to in the currency of the claim. A claim without a time is of the same.
  [[nodiscard]] std::optional<Conversion> conversion_of(const Fact& fact, const Fact& claim) const {
    if (knowledge_.rates().empty() || same_measure(fact, claim)) return std::nullopt;
    std::optional<Period> time = fact.period;
    if (const std::optional<Day> date = dates_.at(fact.document); date && !fact.partial_time)
      time = time.value_or(Period{*date, *date});
    return convert(fact, time, claim, claim.period ? claim.period : time, knowledge_.rates());
  }

  [[nodiscard]] Relation relation_to(const Fact& claim, const Fact& fact) const {
    const Quantity& theirs = fact.quantity;
    if (const auto conversion = conversion_of(fact, claim)) {
      const bool agrees = values_agree(conversion->quantity, claim.quantity);
      if (fact.modality == Modality::Negated) return agrees ? Relation::Disagrees : Relation::Open;
      return agrees ? Relation::Agrees : Relation::Disagrees;
    }
    if (claim.quantity.unit.canonical != theirs.unit.canonical) {
      const bool inferred = claim.quantity.currency_inferred || theirs.currency_inferred;
      return inferred ? relate(claim.quantity, theirs.stated, theirs.tolerance)
                      : Relation::Disagrees;
    }
    const Relation relation = relate(claim.quantity, theirs.stated, theirs.tolerance);
    if (fact.modality != Modality::Negated) return relation;
    // "not 800" contradicts 800 and says nothing of other values.
    return relation == Relation::Agrees ? Relation::Disagrees : Relation::Open;
  }

  [[nodiscard]] Message explain(const Fact& claim, const Fact& fact, Verdict verdict) const {
    const bool supported = verdict == Verdict::Supported;
    const std::optional<Conversion> conversion = conversion_of(fact, claim);
    const auto said = [&](Language language) {
      return conversion ? conversion_words(fact, *conversion, language)
                        : stated_words(fact, language);
    };
    return {place_words(fact) + " 写的是 " + said(Language::Chinese) +
                (supported ? "，与 " : "，不是 ") + stated_words(claim, Language::Chinese) +
                (supported ? " 相符" : ""),
            place_words(fact) + " says " + said(Language::English) +
                (supported ? ", which fits " : ", not ") + stated_words(claim, Language::English)};
  }

  // ---- several statements together

  [[nodiscard]] static Verification judge_derived(const Fact& claim, const Derived& derived) {
    const Interval middle = Interval::point(derived.value.midpoint());
    const Relation relation = relate(claim.quantity, middle, derived.value);
    if (relation == Relation::Open)
      return unverifiable({"推算不出确定的结论", "the arithmetic leaves it open"});
    Verification verification;
    verification.verdict =
        relation == Relation::Agrees ? Verdict::Supported : Verdict::Contradicted;
    std::string terms;
    for (const Fact* fact : derived.from) {
      verification.evidence.push_back(*fact);
      terms += (terms.empty() ? std::string() : std::string(derived.operation)) + fact->text;
    }
    if (derived.from.size() == 1) terms = "100% - " + terms;
    const auto words = [&](Language language) {
      return terms + " → " + interval_words(derived.value, claim.quantity.unit, language);
    };
    verification.explanation = {words(Language::Chinese), words(Language::English)};
    return verification;
  }

  const Knowledge& knowledge_;
  Evidence evidence_;
  mutable std::optional<std::vector<DatedEvent>> events_;  ///< made for the first who asks
  std::map<std::string, std::optional<Day>> dates_;        ///< by document
};

}  // namespace

std::string_view to_string(Verdict verdict) {
  constexpr std::array<std::string_view, 3> kNames = {"supported", "contradicted", "unverifiable"};
  return kNames[static_cast<std::size_t>(verdict)];
}

Verification verify(std::string_view claim, const std::vector<ReadDocument>& documents,
                    const Knowledge& knowledge) {
  auto document = read_text("claim.txt", std::string(claim));
  if (!document) {
    return {Verdict::Unverifiable, {document.error().message, document.error().message}, {}};
  }
  // A claim shares the day of what it is held against: "last year" means the same in both.
  if (!documents.empty() && !document->date) document->date = documents.front().date;
  return Verifier(documents, knowledge).verify(extract(*document, knowledge), claim);
}

}  // namespace assay
