// SPDX-License-Identifier: MIT
#pragma once
/// What limits a fact: the market, the segment, the condition for which it is stated.

#include <string>
#include <vector>

#include "facts/clause_view.h"

namespace assay {

/// The limits that clauses of a sentence set for those behind them: one of each kind of entity.
class SentenceScope {
 public:
  /// Forgets all, for a new sentence.
  void clear() {
    items_.clear();
    age_group_.clear();
  }
  /// Takes what the names of the clause limit. A condition (FP16, by revenue) holds for its own
  /// clause only, unless that clause is `bare`: it has no quantity of its own.
  void note(const ClauseView& view, bool bare);
  [[nodiscard]] const std::vector<std::string>& items() const { return items_; }
  /// The last group of ages (60岁及以上), as it is written; empty when there is none.
  [[nodiscard]] const std::string& age_group() const { return age_group_; }

 private:
  void note_item(const std::string& item, const Lexicon& lexicon, bool bare);

  std::vector<std::string> items_;
  std::string age_group_;
};

/// Whether something that limits a fact is a group of ages, as `scope_of` writes it: 60岁及以上.
[[nodiscard]] bool is_age_group(std::string_view scope);

/// Where the limits of a fact may come from beside its own clause.
struct ScopeSources {
  const SentenceScope& sentence;
  const std::vector<std::string>& heading;
  bool table = false;  ///< the heading is that of a table's row and column: it always holds
};

/// The scope of the quantity at `token`, whose subject, metric and comparand `fact` already has.
/// Order: sorted, no item twice.
[[nodiscard]] std::vector<std::string> scope_of(const ClauseView& view, std::size_t token,
                                                const Fact& fact, const ScopeSources& sources);

/// Appends `item` unless the list has it.
void add_unique(std::vector<std::string>& list, const std::string& item);

/// 英伟达营收570亿美元，中国收入43亿美元: a place has no revenue, the company that is spoken of has it there.
/// Makes that company the subject of `fact`, whose metric has been read, and returns the place;
/// empty when the fact stays as it is.
std::string give_to_company(Fact& fact, const Carried& carried, const Lexicon& lexicon);

}  // namespace assay
