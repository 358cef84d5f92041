// SPDX-License-Identifier: MIT
#pragma once
/// Attribution: which subject, metric, comparand, scope, period, modality and speaker does a
/// quantity belong to?
///
/// A clause is read from left to right. Frames say what they can (facts/frames); the rest follows
/// from where words stand: the subject is the first chain of names before the quantity, the metric
/// the nearest one that can be measured in its dimension. What a clause leaves out comes from the
/// clause before it, the heading, the table's heads, the document. Every slot records where from.

#include <string>
#include <vector>

#include "facts/clause_view.h"
#include "facts/clauses.h"
#include "facts/fact.h"
#include "facts/scan.h"

namespace assay {

/// What the surroundings of a block hand to all of it.
struct BlockContext {
  Carried heading;      ///< from the headings above, or the document's title
  std::string speaker;  ///< of a speaker turn
  bool speech = false;
  bool table = false;  ///< the heading is that of a table's row and column
  bool names_above =
      false;  ///< whom a table is about stands in none of its heads, but in a heading above
};

/// The facts of one scanned block. Spans are still those of the block's text; extract.cpp maps them
/// to the raw document.
struct AttributedBlock {
  std::vector<Fact> facts;  ///< in the order of Scan::quantities; `mention` in block text
  std::vector<Link> links;  ///< indexes into `facts`
  Carried last;             ///< what the block would hand on
};

[[nodiscard]] AttributedBlock attribute(std::string_view text, const Scan& scan,
                                        const Clauses& clauses, const Knowledge& knowledge,
                                        const BlockContext& context);

}  // namespace assay
