// SPDX-License-Identifier: MIT
#pragma once
/// Sentences and clauses of a scanned text. A clause is what stands between commas, colons,
/// brackets or pauses; an enumeration comma (、) does not end one.

#include <vector>

#include "facts/scan.h"

namespace assay {

/// Tokens [first, last) of a Scan, without the break that ends them.
struct Clause {
  std::size_t first = 0;
  std::size_t last = 0;
  Span span;                 ///< Bytes: folded text
  std::size_t sentence = 0;  ///< which sentence it is part of
  bool bracketed = false;    ///< stands in brackets
};

struct SentenceSpan {
  Span span;
  std::size_t first_clause = 0;
  std::size_t last_clause = 0;  ///< one past
};

struct Clauses {
  std::vector<Clause> clauses;
  std::vector<SentenceSpan> sentences;
};

/// Whether a clause ends at this token.
[[nodiscard]] bool ends_clause(const Token& token);

[[nodiscard]] Clauses split_clauses(const Scan& scan, std::size_t text_size);

}  // namespace assay
