// SPDX-License-Identifier: MIT
#include "cli/eval_relations.h"

#include <algorithm>
#include <map>
#include <set>

namespace assay {
namespace {

using Evidence = std::vector<const Fact*>;

bool meets(const Fact& fact, const GoldMember& member) {
  return fact.mention.overlaps(member.span) && file_name(fact.document) == member.document;
}

bool is_touched(const GoldMember& member, const Evidence& evidence) {
  return std::ranges::any_of(evidence, [&](const Fact* fact) { return meets(*fact, member); });
}

bool touches(const Evidence& evidence, const GoldRelation& relation) {
  return std::ranges::any_of(
      relation.members, [&](const GoldMember& member) { return is_touched(member, evidence); });
}

bool hits(const Evidence& evidence, const GoldRelation& relation) {
  std::set<std::string> sides;
  std::set<std::string> touched_sides;
  std::size_t touched = 0;
  for (const GoldMember& member : relation.members) {
    sides.insert(member.side);
    if (!is_touched(member, evidence)) continue;
    ++touched;
    touched_sides.insert(member.side);
  }
  if (touched < std::min<std::size_t>(2, relation.members.size())) return false;
  return sides.size() < 2 || touched_sides.size() >= 2;
}

/// The facts that neither a member nor the context of the relation accounts for.
Evidence without(const Evidence& evidence, const GoldRelation& relation) {
  Evidence rest;
  for (const Fact* fact : evidence) {
    const auto accounts = [&](const GoldMember& member) { return meets(*fact, member); };
    if (std::ranges::any_of(relation.members, accounts)) continue;
    if (std::ranges::any_of(relation.context, accounts)) continue;
    rest.push_back(fact);
  }
  return rest;
}

/// The severest finding that hits each relation, and what each finding hits.
struct Hits {
  std::map<const GoldRelation*, Severity> severest;
  std::vector<bool> contradictions;  ///< for each finding: does it hit one?

  void note(const GoldRelation& relation, Severity severity) {
    const auto [at, is_new] = severest.emplace(&relation, severity);
    if (!is_new) at->second = std::max(at->second, severity);
  }
  [[nodiscard]] bool reaches(const GoldRelation& relation, Severity severity) const {
    const auto found = severest.find(&relation);
    return found != severest.end() && found->second >= severity;
  }
};

void add_finding(const std::vector<GoldRelation>& relations, const Finding& finding, Hits& result) {
  Evidence evidence;
  for (const Fact& fact : finding.evidence) evidence.push_back(&fact);
  Evidence bystanders = evidence;
  bool contradiction = false;
  for (const GoldRelation& relation : relations) {
    if (relation.group != RelationGroup::Contradiction || !hits(evidence, relation)) continue;
    contradiction = true;
    result.note(relation, finding.severity);
    bystanders = without(bystanders, relation);
  }
  for (const GoldRelation& relation : relations) {
    if (relation.group == RelationGroup::Contradiction) continue;
    if (touches(bystanders, relation) && hits(evidence, relation)) {
      result.note(relation, finding.severity);
    }
  }
  result.contradictions.push_back(contradiction);
}

std::string show(const Finding& finding) {
  std::string text =
      std::string(to_string(finding.severity)) + " " + finding.rule + ": " + finding.message.en;
  for (const Fact& fact : finding.evidence) {
    text += "; " + file_name(fact.document) + ":" + std::to_string(fact.mention.begin) + " \"" +
            fact.text + "\"";
  }
  return text;
}

std::string show(const GoldRelation& relation) {
  std::string text = relation.id + " " + relation.kind + ": " + relation.what;
  for (const GoldMember& member : relation.members) {
    text += "; " + member.document + ":" + std::to_string(member.span.begin) + " \"" +
            member.quote + "\"";
  }
  return text;
}

/// Adds the share of some relations that findings of at least this severity hit.
class RelationFigures {
 public:
  RelationFigures(const std::string& prefix, const std::vector<GoldRelation>& relations,
                  const Hits& hits_of, Evaluation& evaluation)
      : prefix_(prefix), relations_(relations), hits_(hits_of), evaluation_(evaluation) {}

  void add(const std::string& name, RelationGroup group, bool hard, Severity severity) {
    std::size_t part = 0;
    std::size_t whole = 0;
    for (const GoldRelation& relation : relations_) {
      if (relation.group != group || relation.hard != hard) continue;
      ++whole;
      part += hits_.reaches(relation, severity) ? 1 : 0;
    }
    const bool wanted = group == RelationGroup::Contradiction;
    evaluation_.add(prefix_ + "." + name, part, whole,
                    wanted ? FigureKind::MoreIsBetter : FigureKind::LessIsBetter);
  }

 private:
  const std::string& prefix_;
  const std::vector<GoldRelation>& relations_;
  const Hits& hits_;
  Evaluation& evaluation_;
};

void add_precision(const std::string& prefix, const std::vector<Finding>& findings,
                   const Hits& hits_of, Severity severity, Evaluation& evaluation) {
  std::size_t part = 0;
  std::size_t whole = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].severity != severity) continue;
    ++whole;
    part += hits_of.contradictions[i] ? 1 : 0;
  }
  evaluation.add(prefix + "." + std::string(to_string(severity)) + "_precision", part, whole);
}

void add_misses(const std::vector<GoldRelation>& relations, const std::vector<Finding>& findings,
                const Hits& hits_of, Evaluation& evaluation) {
  for (const GoldRelation& relation : relations) {
    const bool contradiction = relation.group == RelationGroup::Contradiction;
    if (contradiction && !hits_of.reaches(relation, Severity::Warning)) {
      evaluation.misses.push_back((relation.hard ? "not found " : "not found (soft) ") +
                                  show(relation));
    }
    const bool alarm = hits_of.reaches(
        relation, relation.group == RelationGroup::Agreement ? Severity::Note : Severity::Warning);
    if (!contradiction && alarm) evaluation.misses.push_back("false alarm " + show(relation));
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (hits_of.contradictions[i] || findings[i].severity < Severity::Warning) continue;
    evaluation.misses.push_back("no label: " + show(findings[i]));
  }
}

std::vector<GoldMember> members_of(const JsonValue& record, std::string_view name) {
  std::vector<GoldMember> members;
  const JsonValue* list = record.find(name);
  if (list == nullptr) return members;
  for (const JsonValue& item : list->items) {
    members.push_back({.document = file_name(text_field(item, "doc")),
                       .span = span_field(item),
                       .quote = text_field(item, "quote"),
                       .side = text_field(item, "side")});
  }
  return members;
}

}  // namespace

std::optional<GoldRelation> to_relation(const JsonValue& record) {
  static const std::map<std::string, RelationGroup> kClasses = {
      {"contradiction", RelationGroup::Contradiction},
      {"A", RelationGroup::Contradiction},
      {"C", RelationGroup::Contradiction},
      {"agreement", RelationGroup::Agreement},
      {"B", RelationGroup::Agreement},
      {"E", RelationGroup::Agreement},
      {"near", RelationGroup::Near},
      {"D", RelationGroup::Near}};
  const auto group = kClasses.find(text_field(record, "class"));
  if (group == kClasses.end()) return std::nullopt;
  GoldRelation relation{.id = text_field(record, "id"),
                        .group = group->second,
                        .hard = text_field(record, "strength") != "soft",
                        .kind = text_field(record, "kind"),
                        .what = text_field(record, "what"),
                        .members = members_of(record, "members"),
                        .context = members_of(record, "context")};
  if (relation.kind.empty()) relation.kind = "class " + group->first;
  return relation;
}

Evaluation score_relations(const std::string& prefix, const std::vector<GoldRelation>& relations,
                           const std::vector<Finding>& findings) {
  Hits result;
  for (const Finding& finding : findings) add_finding(relations, finding, result);
  Evaluation evaluation;
  RelationFigures figures(prefix, relations, result, evaluation);
  figures.add("hard_error", RelationGroup::Contradiction, true, Severity::Error);
  figures.add("hard_found", RelationGroup::Contradiction, true, Severity::Warning);
  figures.add("soft_found", RelationGroup::Contradiction, false, Severity::Warning);
  figures.add("near_error", RelationGroup::Near, true, Severity::Error);
  figures.add("near_flagged", RelationGroup::Near, true, Severity::Warning);
  figures.add("agreement_flagged", RelationGroup::Agreement, true, Severity::Note);
  add_precision(prefix, findings, result, Severity::Error, evaluation);
  add_precision(prefix, findings, result, Severity::Warning, evaluation);
  add_misses(relations, findings, result, evaluation);
  return evaluation;
}

}  // namespace assay
