// SPDX-License-Identifier: MIT
#pragma once
/// The documents that a command works on: those of the fact base and those of the paths together.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checks/finding.h"
#include "cli/changed_files.h"
#include "cli/options.h"
#include "facts/fact.h"
#include "facts/fact_index.h"
#include "facts/knowledge.h"
#include "reports/format.h"
#include "reports/source_texts.h"

namespace assay {

struct Collection {
  std::vector<ReadDocument> documents;                ///< by id
  SourceTexts sources;                                ///< raw texts of the documents of the paths
  std::map<std::string, std::string> path_of;         ///< document id -> the file it was read from
  std::map<std::string, std::size_t> record_line_of;  ///< records only: id -> line in that file
  std::size_t facts_left_out = 0;  ///< of documents of the base that come without their facts
  std::optional<WordCounts> word_counts;  ///< then: see CheckOptions
  std::vector<UnreadInput> unread;        ///< what no document came from
  /// With --staged: which files the next commit changes. The documents are those that it would hold.
  std::optional<StagedFiles> staged;
  bool complete = true;  ///< false: something could not be read, and that has been said
};

/// How much of the fact base is read.
enum class BasePart : std::uint8_t {
  All,
  Touched,  ///< facts only of what the documents of the paths have to do with (checks/touched.h)
};

/// Reads `paths` and, where the options name one, the fact base. A document of a path takes the
/// place of the base's document of the same id. `staged`: as for Inputs.
[[nodiscard]] Collection collect(const std::vector<std::string>& paths, const Options& options,
                                 const Knowledge& knowledge, BasePart part = BasePart::All,
                                 std::optional<StagedFiles> staged = {});

/// Opens the files that documents of the base came from, as far as they are still there and a
/// finding rests on them, so that their lines can be shown.
void add_sources_of(const std::vector<Finding>& findings, SourceTexts& sources);

}  // namespace assay
