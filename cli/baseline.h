// SPDX-License-Identifier: MIT
#pragma once
/// The findings that a project knows of, so that only new ones count. Kept in a file that people
/// review: each finding with its statements, and no line numbers, so that it holds when text moves.

#include <compare>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checks/finding.h"
#include "core/result.h"

namespace assay {

/// A number as it stands in a sentence of a document.
struct KnownStatement {
  std::string document;
  std::string text;
  std::string sentence;
  auto operator<=>(const KnownStatement&) const = default;
};

struct KnownFinding {
  std::string rule;
  std::string message;  ///< for people only
  /// What each side says, sorted; a finding that rests on all of its statements at once has one side.
  std::vector<std::vector<KnownStatement>> sides;
};

/// The name under which a document is known, by its id.
using DocumentName = std::function<std::string(const std::string& id)>;

[[nodiscard]] KnownFinding known_finding(const Finding& finding, Language language,
                                         const DocumentName& name);

class Baseline {
 public:
  Baseline() = default;
  explicit Baseline(std::vector<KnownFinding> findings);
  /// Reads the text of a file. Errors: BadUsage with file and line for anything that is no baseline.
  [[nodiscard]] static Result<Baseline> parse(std::string_view text, const std::string& file);

  [[nodiscard]] const std::vector<KnownFinding>& findings() const { return findings_; }
  /// The text of a file: one that stays the same when the same findings come in another order.
  [[nodiscard]] std::string to_json() const;

  /// Whether a finding is known: the baseline has one with the same statements, which nothing else
  /// has claimed before, or one that has them among others on the same sides. Nor is it news that two
  /// statements differ both of which are known to contradict a third: a check of all documents tells
  /// of those only. The three rules that hold two statements against each other count as one: which
  /// of them reports a pair depends on what else is checked. Remembers what was claimed.
  [[nodiscard]] bool claim(const KnownFinding& finding);
  /// The indexes of what nothing has claimed.
  [[nodiscard]] std::vector<std::size_t> unclaimed() const;

 private:
  [[nodiscard]] std::vector<std::size_t> places_of(const KnownStatement& statement) const;
  [[nodiscard]] std::set<KnownStatement> opponents_of(const KnownStatement& statement) const;
  [[nodiscard]] bool agree(const KnownStatement& a, const KnownStatement& b) const;
  [[nodiscard]] bool contradict_a_third(const KnownFinding& finding) const;

  std::vector<KnownFinding> findings_;
  std::map<KnownStatement, std::vector<std::size_t>> by_statement_;
  std::vector<bool> taken_;    ///< by a finding with just the same statements
  std::vector<bool> claimed_;  ///< by any
};

/// Whether all that `part` says stands in `whole`, on the same sides.
[[nodiscard]] bool is_part_of(const KnownFinding& part, const KnownFinding& whole);

}  // namespace assay
