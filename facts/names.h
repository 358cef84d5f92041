// SPDX-License-Identifier: MIT
#pragma once
/// The names in a clause and what they do there. Names that stand side by side form a chain
/// (华为昇腾910B; 中国AI芯片): its most specific member is what the clause speaks of, the others
/// limit it.

#include <optional>
#include <string>
#include <vector>

#include "facts/clauses.h"
#include "facts/lexicon.h"

namespace assay {

enum class NameUse : std::uint8_t {
  Subject,    ///< may be what a number is about
  Scope,      ///< limits it: 在中国市场, AI芯片, FP16
  Comparand,  ///< what it is measured against: 比 H100 …
  Speaker,    ///< who says it: 黄仁勋称
  Means,      ///< what is used, or who made it: 采用台积电工艺
};

struct NameChain {
  std::size_t first_token = 0;
  std::size_t last_token = 0;
  Span span;  ///< Bytes: folded text
  NameUse use = NameUse::Subject;
  std::string subject;             ///< the most specific member that may be a subject
  std::string maker;               ///< 优必选的Walker S2: the company before the product
  bool known = false;              ///< the lexicon knows it
  std::string heard;               ///< how it is spelt, where it was known by its sound
  bool place_only = false;         ///< only a country stands there
  std::string topic;               ///< a segment, technology or region that the clause opens with
  std::vector<std::string> scope;  ///< members that limit: countries beside a company, segments
};

/// The chains of a clause in order.
[[nodiscard]] std::vector<NameChain> find_names(std::string_view text, const Scan& scan,
                                                const Clause& clause, const Lexicon& lexicon);

}  // namespace assay
