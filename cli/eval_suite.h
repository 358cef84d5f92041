// SPDX-License-Identifier: MIT
#pragma once
/// All gold files of an evaluation together.

#include <map>
#include <string>
#include <vector>

#include "cli/collection.h"
#include "cli/eval_figures.h"
#include "cli/eval_gold.h"
#include "cli/eval_pairs.h"
#include "cli/eval_relations.h"

namespace assay {

struct GoldSuite {
  std::map<std::string, GoldText> texts;  ///< by the document they label
  std::vector<GoldText> sentences;
  std::vector<GoldRelation> relations;
  std::vector<GoldPair> pairs;
};

/// Reads gold files. What a file holds is told by the start of its name: gold_quantities, gold_traps,
/// sentences, relations, pairs. Of a folder, files of other names are left alone.
/// Errors: BadUsage for a named file of another name; Io; BadInput with file and line.
[[nodiscard]] Result<GoldSuite> load_gold(const std::vector<std::string>& paths);

/// Scores everything that the suite holds. `collection` holds the documents that it labels; what a
/// relation or a label says of a document that is not there is left out, and said.
[[nodiscard]] Evaluation evaluate(const GoldSuite& suite, const Collection& collection,
                                  const Knowledge& knowledge);

}  // namespace assay
