// SPDX-License-Identifier: MIT
#include "checks/verify.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "checks/compare.h"
#include "checks/match.h"
#include "checks/wording.h"
#include "facts/extract.h"
#include "facts/reader.h"

namespace assay {
namespace {

/// What one value says of another that should be the same.
enum class Relation : std::uint8_t { Agrees, Disagrees, Open };

/// Does evidence with these values make a claim of those values true? A claim is true when all that
/// the evidence allows lies within what the claim allows.
Relation relate(const Quantity& claim, const Interval& evidence,
                const Interval& evidence_tolerance) {
  constexpr double kTruncation = 0.015;  // 12 is said of 12.16
  if (!intersects(claim.tolerance, evidence_tolerance)) {
    const double size = std::max(std::abs(claim.stated.midpoint()), std::abs(evidence.midpoint()));
    const bool close = size > 0 && gap(claim.tolerance, evidence_tolerance) / size < kTruncation;
    return close && claim.stated.is_point() ? Relation::Agrees : Relation::Disagrees;
  }
  if (claim.tolerance.covers(evidence) || evidence.is_point()) {
    return claim.tolerance.covers(evidence) || claim.stated.is_point() ? Relation::Agrees
                                                                       : Relation::Disagrees;
  }
  // Two ranges or bounds that meet: the same figures agree, others leave it open.
  return claim.stated == evidence ? Relation::Agrees : Relation::Open;
}

/// A value worked out from two statements: the growth from one to the other, the share of one in
/// the other.
struct Derived {
  Interval value;
  const Fact* first = nullptr;
  const Fact* second = nullptr;
};

class Verifier {
 public:
  Verifier(const std::vector<ReadDocument>& documents, const Knowledge& knowledge)
      : knowledge_(knowledge) {
    for (const ReadDocument& document : documents)
      for (const Fact& fact : document.facts) {
        facts_.push_back(&fact);
        terms_.insert(terms_.end(), fact.terms.begin(), fact.terms.end());
        terms_.push_back(fact.subject.value);
      }
    std::sort(terms_.begin(), terms_.end());
    terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
  }

  [[nodiscard]] Verification verify(const ReadDocument& claim) const {
    const Fact* main = main_fact(claim);
    if (main == nullptr) return unverifiable({"陈述中没有数字", "the claim states no quantity"});
    Verification verification = judge(*main);
    if (main->modality == Modality::Negated) flip(verification);
    return verification;
  }

 private:
  /// What the claim is about: of several numbers the last that is neither a point in time nor a
  /// mere description.
  static const Fact* main_fact(const ReadDocument& claim) {
    const Fact* main = nullptr;
    for (const Fact& fact : claim.facts) {
      const bool better = main == nullptr || !fact.metric.empty() || main->metric.empty();
      if (better && fact.role != Role::Before) main = &fact;
    }
    return main != nullptr || claim.facts.empty() ? main : &claim.facts.back();
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

  [[nodiscard]] Verification judge(const Fact& claim) const {
    const std::vector<Match> matches = find_matches(claim, facts_, terms_, knowledge_);
    if (!matches.empty()) {
      Verification direct = judge_by(claim, matches);
      if (direct.verdict != Verdict::Unverifiable) return direct;
    }
    if (const auto derived = derive(claim)) return judge_derived(claim, *derived);
    return unverifiable({"对照文本没有给出同一对象、指标、时间的数值",
                         "the text gives no value for the same subject, metric and period"});
  }

  /// The best match decides; its equals may confirm what it leaves open.
  [[nodiscard]] Verification judge_by(const Fact& claim, const std::vector<Match>& matches) const {
    constexpr double kAsGood = 0.35;
    const double best = matches.front().score;
    Verification verification;
    for (const Match& match : matches) {
      if (match.score < best - kAsGood) break;
      const Relation relation = relation_to(claim, *match.fact);
      if (relation == Relation::Open) continue;
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

  [[nodiscard]] static Relation relation_to(const Fact& claim, const Fact& fact) {
    const Quantity& theirs = fact.quantity;
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

  static Message explain(const Fact& claim, const Fact& fact, Verdict verdict) {
    const bool supported = verdict == Verdict::Supported;
    return {place_words(fact) + " 写的是 " + stated_words(fact, Language::Chinese) +
                (supported ? "，与 " : "，不是 ") + stated_words(claim, Language::Chinese) +
                (supported ? " 相符" : ""),
            place_words(fact) + " says " + stated_words(fact, Language::English) +
                (supported ? ", which fits " : ", not ") + stated_words(claim, Language::English)};
  }

  // ---- two statements together

  [[nodiscard]] std::optional<Derived> derive(const Fact& claim) const {
    if (claim.quantity.unit.dimension != Dimension::Ratio) return std::nullopt;
    const bool change = claim.role == Role::Increase || claim.role == Role::Decrease ||
                        claim.role == Role::Multiple;
    for (std::size_t i = 0; i + 1 < facts_.size(); ++i) {
      const Fact& first = *facts_[i];
      const Fact& second = *facts_[i + 1];
      if (!may_pair(claim, first, second)) continue;
      const Interval& a = first.quantity.tolerance;
      const Interval& b = second.quantity.tolerance;
      if (change) {
        // The later of two levels is stated first: "1.36 billion, compared with 584 million".
        const bool second_is_before = second.role == Role::Before || !second.period ||
                                      !first.period || second.period->from < first.period->from;
        const Interval factor = second_is_before ? a / b : b / a;
        return Derived{change_of(claim.role, factor), &first, &second};
      }
      if (claims_share(claim)) {
        const bool first_is_part = a.midpoint() < b.midpoint();
        return Derived{first_is_part ? a / b : b / a, &first, &second};
      }
    }
    return std::nullopt;
  }

  static Interval change_of(Role role, const Interval& factor) {
    if (role == Role::Multiple) return factor;
    return role == Role::Decrease ? Interval::point(1) - factor : factor - Interval::point(1);
  }

  static bool claims_share(const Fact& claim) {
    return claim.metric.value.find("share") != std::string::npos ||
           claim.metric.value == "proportion";
  }

  [[nodiscard]] static bool may_pair(const Fact& claim, const Fact& first, const Fact& second) {
    const Quantity& a = first.quantity;
    const Quantity& b = second.quantity;
    if (a.unit.dimension == Dimension::Ratio || a.unit.dimension == Dimension::Duration)
      return false;
    if (a.unit.canonical != b.unit.canonical || a.unit.dimension != b.unit.dimension) return false;
    if (!a.stated.is_point() || !b.stated.is_point() || b.stated.low <= 0) return false;
    const auto future = [](const Fact& fact) {
      return fact.modality != Modality::Actual && fact.modality != Modality::Opinion;
    };
    if (future(first) || future(second)) return false;
    if (a.unit.dimension == Dimension::Count && a.written_unit != b.written_unit) return false;
    constexpr double kSomeWords = 0.2;
    double shared = 0;
    for (const std::string& term : claim.terms)
      if (std::binary_search(first.terms.begin(), first.terms.end(), term)) ++shared;
    return shared >= kSomeWords * static_cast<double>(claim.terms.size());
  }

  [[nodiscard]] static Verification judge_derived(const Fact& claim, const Derived& derived) {
    const Interval middle = Interval::point(derived.value.midpoint());
    const Relation relation = relate(claim.quantity, middle, derived.value);
    if (relation == Relation::Open)
      return unverifiable({"推算不出确定的结论", "the arithmetic leaves it open"});
    Verification verification;
    verification.verdict =
        relation == Relation::Agrees ? Verdict::Supported : Verdict::Contradicted;
    verification.evidence = {*derived.first, *derived.second};
    const auto words = [&](Language language) {
      return derived.first->text + " / " + derived.second->text + " → " +
             interval_words(derived.value, claim.quantity.unit, language);
    };
    verification.explanation = {words(Language::Chinese), words(Language::English)};
    return verification;
  }

  const Knowledge& knowledge_;
  std::vector<const Fact*> facts_;
  TextTerms terms_;
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
  return Verifier(documents, knowledge).verify(extract(*document, knowledge));
}

}  // namespace assay
