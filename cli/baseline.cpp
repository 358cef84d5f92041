// SPDX-License-Identifier: MIT
#include "cli/baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "checks/sides.h"
#include "core/json_file.h"
#include "reports/json_text.h"

namespace assay {
namespace {

using BaselineJson = nlohmann::ordered_json;

constexpr std::string_view kFindings = "findings";

bool includes(const std::vector<KnownStatement>& whole, const std::vector<KnownStatement>& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

/// Whether two findings could be of the same statements as far as their rules go.
bool alike(const KnownFinding& a, const KnownFinding& b) {
  return a.sides.size() == b.sides.size() && (a.rule == b.rule || a.sides.size() == 2);
}

bool same_statements(const KnownFinding& a, const KnownFinding& b) {
  if (!alike(a, b)) return false;
  return a.sides == b.sides ||
         (a.sides.size() == 2 && a.sides[0] == b.sides[1] && a.sides[1] == b.sides[0]);
}

std::vector<KnownStatement> read_side(const JsonValue& value, const std::string& file,
                                      std::optional<Error>& error) {
  std::vector<KnownStatement> side;
  for (const JsonValue& item : value.items) {
    JsonRecord record(item, file);
    side.push_back({.document = record.text("document"),
                    .text = record.text("text"),
                    .sentence = record.optional_text("sentence")});
    if (const Result<Done> done = record.finish(); !done && !error) error = done.error();
  }
  std::ranges::sort(side);
  return side;
}

Result<KnownFinding> read_finding(const JsonValue& value, const std::string& file) {
  JsonRecord record(value, file);
  KnownFinding finding{.rule = record.text("rule"), .message = record.optional_text("message")};
  std::optional<Error> error;
  for (const JsonValue& side : record.list("sides"))
    finding.sides.push_back(read_side(side, file, error));
  const auto is_empty = [](const auto& side) { return side.empty(); };
  if (finding.sides.empty() || finding.sides.size() > 2 ||
      std::ranges::any_of(finding.sides, is_empty))
    record.refuse("sides", "\"sides\" has to hold one or two lists of statements");
  if (const Result<Done> done = record.finish(); !done) return done.error();
  if (error) return *error;
  return finding;
}

BaselineJson finding_to_json(const KnownFinding& finding) {
  BaselineJson object = {{"rule", finding.rule}};
  if (!finding.message.empty()) object["message"] = finding.message;
  object["sides"] = BaselineJson::array();
  for (const std::vector<KnownStatement>& side : finding.sides) {
    BaselineJson statements = BaselineJson::array();
    for (const KnownStatement& statement : side) {
      BaselineJson each = {{"document", statement.document}, {"text", statement.text}};
      if (!statement.sentence.empty()) each["sentence"] = statement.sentence;
      statements.push_back(std::move(each));
    }
    object["sides"].push_back(std::move(statements));
  }
  return object;
}

}  // namespace

KnownFinding known_finding(const Finding& finding, Language language, const DocumentName& name) {
  KnownFinding known{.rule = finding.rule, .message = finding.message.in(language), .sides = {}};
  const Sides sides = sides_of(finding);
  for (const auto* side : {&sides.first, &sides.second}) {
    if (side->empty()) continue;
    std::vector<KnownStatement>& statements = known.sides.emplace_back();
    for (const Fact* fact : *side)
      statements.push_back({name(fact->document), fact->text, fact->sentence});
    std::ranges::sort(statements);
  }
  std::ranges::sort(known.sides);
  return known;
}

Baseline::Baseline(std::vector<KnownFinding> findings)
    : findings_(std::move(findings)),
      taken_(findings_.size(), false),
      claimed_(findings_.size(), false) {
  std::ranges::sort(findings_, {}, [](const KnownFinding& finding) {
    return std::tie(finding.sides, finding.rule, finding.message);
  });
  for (std::size_t i = 0; i < findings_.size(); ++i)
    for (const auto& side : findings_[i].sides)
      for (const KnownStatement& statement : side) {
        std::vector<std::size_t>& places = by_statement_[statement];
        if (places.empty() || places.back() != i) places.push_back(i);
      }
}

Result<Baseline> Baseline::parse(std::string_view text, const std::string& file) {
  const auto usage = [](Error error) {
    error.code = ErrorCode::BadUsage;
    return error;
  };
  const Result<JsonValue> root = parse_json(text, file);
  if (!root) return usage(root.error());
  JsonRecord record(*root, file);
  std::vector<KnownFinding> findings;
  for (const JsonValue& value : record.list(kFindings)) {
    Result<KnownFinding> finding = read_finding(value, file);
    if (!finding) return usage(finding.error());
    findings.push_back(std::move(*finding));
  }
  if (const Result<Done> done = record.finish(); !done) return usage(done.error());
  return Baseline(std::move(findings));
}

std::string Baseline::to_json() const {
  BaselineJson root;
  root[kFindings] = BaselineJson::array();
  for (const KnownFinding& finding : findings_) root[kFindings].push_back(finding_to_json(finding));
  return json_text(root, 1) + "\n";
}

std::vector<std::size_t> Baseline::places_of(const KnownStatement& statement) const {
  const auto found = by_statement_.find(statement);
  return found == by_statement_.end() ? std::vector<std::size_t>() : found->second;
}

/// What the known findings hold against a statement.
std::set<KnownStatement> Baseline::opponents_of(const KnownStatement& statement) const {
  std::set<KnownStatement> opponents;
  for (const std::size_t i : places_of(statement)) {
    const auto& sides = findings_[i].sides;
    if (sides.size() < 2) continue;
    const std::size_t own = std::ranges::count(sides[0], statement) > 0 ? 0 : 1;
    opponents.insert(sides[1 - own].begin(), sides[1 - own].end());
  }
  return opponents;
}

/// Whether a known finding has both statements on one side.
bool Baseline::agree(const KnownStatement& a, const KnownStatement& b) const {
  return std::ranges::any_of(places_of(a), [&](std::size_t i) {
    return std::ranges::any_of(findings_[i].sides, [&](const auto& side) {
      return std::ranges::count(side, a) > 0 && std::ranges::count(side, b) > 0;
    });
  });
}

bool Baseline::contradict_a_third(const KnownFinding& finding) const {
  if (finding.sides.size() < 2) return false;
  for (const KnownStatement& a : finding.sides[0])
    for (const KnownStatement& b : finding.sides[1])
      if (agree(a, b)) return false;
  std::set<KnownStatement> shared = opponents_of(finding.sides[0].front());
  for (const auto& side : finding.sides)
    for (const KnownStatement& statement : side) {
      const std::set<KnownStatement> opponents = opponents_of(statement);
      std::erase_if(shared, [&](const auto& other) { return !opponents.contains(other); });
    }
  return !shared.empty();
}

bool Baseline::claim(const KnownFinding& finding) {
  const std::vector<std::size_t> places = places_of(finding.sides.front().front());
  for (const std::size_t i : places) {
    if (taken_[i] || !same_statements(findings_[i], finding)) continue;
    taken_[i] = claimed_[i] = true;
    return true;
  }
  for (const std::size_t i : places) {
    if (same_statements(findings_[i], finding) || !is_part_of(finding, findings_[i])) continue;
    claimed_[i] = true;
    return true;
  }
  return contradict_a_third(finding);
}

std::vector<std::size_t> Baseline::unclaimed() const {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < claimed_.size(); ++i)
    if (!claimed_[i]) places.push_back(i);
  return places;
}

bool is_part_of(const KnownFinding& part, const KnownFinding& whole) {
  if (!alike(part, whole)) return false;
  // Parts of a sum are no smaller sum.
  if (part.sides.size() == 1) return part.sides == whole.sides;
  const auto fits = [&](std::size_t first, std::size_t second) {
    return includes(whole.sides[0], part.sides[first]) &&
           includes(whole.sides[1], part.sides[second]);
  };
  return fits(0, 1) || fits(1, 0);
}

}  // namespace assay
