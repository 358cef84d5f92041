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

/// Records of one kind, by the file they stand in: its name without ".jsonl" begins their figures.
template <class Record>
using ByFile = std::map<std::string, std::vector<Record>>;

struct GoldSuite {
  std::map<std::string, GoldText> texts;  ///< by the document they label
  ByFile<GoldText> sentences;
  ByFile<GoldRelation> relations;
  ByFile<GoldPair> pairs;
};

/// Reads gold files. What a file holds is told by the start of its name: gold_quantities, gold_traps,
/// sentences, relations, pairs. Of a folder, files of other names are left alone. Files of one name
/// in several folders are taken together.
/// Errors: BadUsage for a named file of another name; Io; BadInput with file and line.
[[nodiscard]] Result<GoldSuite> load_gold(const std::vector<std::string>& paths);

/// Scores everything that the suite holds: the labels of documents together, as "quantities", the
/// rest file by file. `collection` holds the documents that the suite labels; what a relation or a
/// label says of a document that is not there is left out, and said. A finding whose documents only
/// other files of relations speak of says nothing about this one.
[[nodiscard]] Evaluation evaluate(const GoldSuite& suite, const Collection& collection,
                                  const Knowledge& knowledge);

}  // namespace assay
