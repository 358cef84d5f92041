// SPDX-License-Identifier: MIT
#pragma once
/// A question such as "NVIDIA China market share 2025", read with the lexicon that documents are
/// read with, and the facts that answer it.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "facts/knowledge.h"

namespace assay {

/// What is asked for. The order of the words matters only where two things are compared.
struct Query {
  std::vector<std::string> subjects;    ///< canonical names of whom or what it is about
  std::vector<std::string> comparands;  ///< of what that is compared with
  std::vector<std::string> scope;       ///< of places, segments and conditions that limit it
  std::set<std::string> metrics;        ///< canonical names; a fact must have one of them
  std::vector<Period> periods;          ///< a fact's period must touch one of them
  std::vector<YearPart> parts;          ///< parts of whatever year: 三季度, Q3
  std::set<std::string> words;          ///< lower case; what the lexicon does not know
  bool any_subject = false;  ///< a fact of one of the subjects answers; else it must name all
  bool compares = false;     ///< a word says that two things are compared

  /// Whether there is nothing to look for.
  [[nodiscard]] bool empty() const;
  [[nodiscard]] bool asks_when() const { return !periods.empty() || !parts.empty(); }
};

/// Reads a question. `today` is the day on which it is asked, which 去年 counts from.
[[nodiscard]] Query parse_query(std::string_view text, const Knowledge& knowledge,
                                std::optional<Day> today = {});

/// Of two things that merely stand side by side: the question about either of them, for where no
/// fact compares them. Absent when the question is another.
[[nodiscard]] std::optional<Query> as_list(const Query& query);

/// A fact that answers, and the day by which it is new or old: the end of its period, else the date
/// of its document.
struct Answer {
  const Fact* fact = nullptr;
  std::optional<Day> day;
};

/// The facts that answer the question: each name must be a fact's subject, the other side of its
/// comparison, or part of its scope. Of those that fit the names, only the ones that share most of
/// its other words; a question that names no subject needs one of them at least, if it has any.
/// Order: by subject, metric, comparand and scope; then newest first; unknown days last.
[[nodiscard]] std::vector<Answer> find_answers(const Query& query,
                                               const std::vector<ReadDocument>& documents);

/// Whether two facts are of the same subject, metric, comparand and scope.
[[nodiscard]] bool same_question(const Fact& a, const Fact& b);

/// Whether a word of a question stands in a slot of the fact or among the words around its number.
[[nodiscard]] bool has_word(const Fact& fact, std::string_view word);

}  // namespace assay
