// SPDX-License-Identifier: MIT
#pragma once
/// What a rule reports.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"
#include "facts/fact.h"

namespace assay {

enum class Severity : std::uint8_t {
  Note,     ///< worth knowing
  Warning,  ///< likely wrong, or the two may measure different things
  Error,    ///< a careful reader of both sentences would call it a contradiction
};
[[nodiscard]] std::string_view to_string(Severity severity);
[[nodiscard]] std::optional<Severity> parse_severity(std::string_view name);

/// One sentence in both languages; which is shown is the reader's choice.
struct Message {
  std::string zh;
  std::string en;
  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::Chinese ? zh : en;
  }
  bool operator==(const Message&) const = default;
};

/// The statement of a finding that is most likely wrong.
struct Culprit {
  std::size_t evidence = 0;  ///< index into Finding::evidence
  Message reason;            ///< what speaks for the others, or against this one
};

struct Finding {
  std::string id;  ///< stable hash of rule and evidence texts, never of lines or counts
  std::string rule;
  Severity severity = Severity::Warning;
  Message message;      ///< what is wrong, in one sentence with the figures in it
  Message explanation;  ///< the arithmetic, and why the severity is no higher
  double confidence = 0;
  /// The facts in conflict, at least the smallest set that is. The first stands in the changed (or
  /// later) document: there a gate anchors the finding.
  std::vector<Fact> evidence;
  /// Further statements that it was made from, which mostly repeat those; reports need not show them.
  std::vector<Fact> repeats;
  /// Absent unless the program has a reason: most contradictions do not tell who is wrong.
  std::optional<Culprit> culprit = std::nullopt;
};

/// What keeps a finding from being reported.
enum class SetAsideBy : std::uint8_t {
  Suppression,  ///< a comment in one of its documents
  Baseline,     ///< it was known when the baseline was written
};

/// A finding that does not count.
struct SetAside {
  Finding finding;
  SetAsideBy by = SetAsideBy::Baseline;
  std::string reason;  ///< of a suppression
};

/// Two statements of one subject and metric that no finding joins, and why.
struct ToldApart {
  Fact a;
  Fact b;
  Message reason;
};

/// Everything a report may show.
struct CheckResult {
  std::vector<ReadDocument> documents;
  std::vector<Finding>
      findings;  ///< errors first; then by document and place of the first evidence
  std::vector<SetAside> set_aside;    ///< in the order of findings
  std::vector<ToldApart> told_apart;  ///< on demand only (CheckOptions::tell_apart)
  /// Facts of the documents that were left out, since nothing that has changed touches them.
  std::size_t facts_left_out = 0;

  [[nodiscard]] std::size_t fact_count() const;
};

}  // namespace assay
