// SPDX-License-Identifier: MIT
#include "cli/suppressing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checks/rule.h"
#include "checks/sides.h"
#include "cli/checking.h"
#include "cli/diagnostics.h"
#include "facts/suppression.h"

namespace assay {
namespace {

/// A mark and the rules of it that have accepted anything.
struct Mark {
  Suppression suppression;
  std::set<std::string> used;

  [[nodiscard]] bool is_for(const Fact& fact, const std::string& rule) const {
    return suppression.first_line <= fact.line && fact.line <= suppression.last_line &&
           std::ranges::count(suppression.rules, rule) > 0;
  }
};

void warn(const std::string& document, std::size_t line, const std::string& message) {
  say_warning(Error{ErrorCode::BadInput, message, document, line}.to_string());
}

/// The marks of all documents whose text is at hand.
class Marks {
 public:
  Marks(const CheckResult& result, const SourceTexts& sources) : sources_(sources) {
    for (const ReadDocument& document : result.documents) {
      const std::string* raw = sources.find(document.id);
      if (raw == nullptr) continue;
      Suppressions found = find_suppressions(*raw);
      for (const SuppressionMistake& mistake : found.mistakes)
        warn(document.id, mistake.line, mistake.message);
      for (Suppression& suppression : found.accepted) add(document.id, std::move(suppression));
    }
  }

  /// Why a finding is accepted, if it is. Marks that take part in that count as used.
  std::optional<std::string> reason_for(const Finding& finding) {
    if (marks_.empty()) return std::nullopt;
    const Sides sides = sides_of(finding);
    const auto first = reason_for(sides.first, finding);
    const auto second = reason_for(sides.second, finding);
    return first ? first : second;
  }

  void report_unused(const CheckExtent& extent) const {
    for (const auto& [document, marks] : marks_)
      for (const Mark& mark : marks)
        for (const std::string& rule : mark.suppression.rules)
          if (!mark.used.contains(rule) && extent.runs(rule) && extent.looks_at(document))
            warn(document, mark.suppression.line,
                 "assay-ignore accepts nothing: there is no finding of " + rule);
  }

 private:
  void add(const std::string& document, Suppression suppression) {
    std::erase_if(suppression.rules, [&](const std::string& rule) {
      const Result<std::set<std::string>> known = rule_names({rule});
      if (!known) warn(document, suppression.line, known.error().message);
      return !known;
    });
    if (!suppression.rules.empty())
      marks_[document].push_back({.suppression = std::move(suppression), .used = {}});
  }

  /// A side of two is accepted when all of it is, an only side when any statement of it is.
  std::optional<std::string> reason_for(const std::vector<const Fact*>& side,
                                        const Finding& finding) {
    std::optional<std::string> reason;
    std::size_t accepted = 0;
    for (const Fact* fact : side) {
      Mark* mark = mark_of(*fact, finding.rule);
      if (mark == nullptr) continue;
      mark->used.insert(finding.rule);
      ++accepted;
      if (!reason) reason = mark->suppression.reason;
    }
    const bool enough = is_two_sided(finding) ? accepted == side.size() : accepted > 0;
    return enough ? reason : std::nullopt;
  }

  Mark* mark_of(const Fact& fact, const std::string& rule) {
    const auto marks = marks_.find(fact.document);
    if (marks == marks_.end() || !sources_.line_of(fact).verbatim) return nullptr;
    const auto mark = std::ranges::find_if(
        marks->second, [&](const Mark& each) { return each.is_for(fact, rule); });
    return mark == marks->second.end() ? nullptr : &*mark;
  }

  const SourceTexts& sources_;
  std::map<std::string, std::vector<Mark>> marks_;  ///< by document
};

}  // namespace

void set_aside_suppressed(CheckResult& result, Collection& collection, const CheckExtent& extent) {
  add_sources_of(result.findings, collection.sources);
  Marks marks(result, collection.sources);
  std::vector<Finding> reported;
  for (Finding& finding : result.findings) {
    if (std::optional<std::string> reason = marks.reason_for(finding)) {
      result.set_aside.push_back({.finding = std::move(finding),
                                  .by = SetAsideBy::Suppression,
                                  .reason = std::move(*reason)});
    } else {
      reported.push_back(std::move(finding));
    }
  }
  result.findings = std::move(reported);
  if (extent.many_documents) marks.report_unused(extent);
}

}  // namespace assay
