// SPDX-License-Identifier: MIT
#pragma once
/// Where other programs find what a finding rests on: files and positions in them, not documents.

#include <cstddef>
#include <string>
#include <string_view>

#include "facts/fact.h"
#include "reports/format.h"
#include "reports/source_texts.h"

namespace assay {

/// A number in a file. The texts are valid as long as the sources and the fact are.
struct Place {
  std::string path;              ///< as in DocumentFile; empty: no file is known
  bool below_folder = false;     ///< whether `path` is relative to the working directory
  std::size_t line = 0;          ///< 1-based; 0: not known
  bool whole_line = true;        ///< the number's place on that line is not known
  std::string_view before = {};  ///< Bytes: of the line, up to the number; no byte order mark
  std::string_view number = {};  ///< the number, as far as it stands on that line
};

/// The place of a fact. Of a record only its line in its file is known; of a document whose raw
/// text is not at hand, or has changed, the line that it once had.
[[nodiscard]] Place place_of(const Fact& fact, const SourceTexts& sources,
                             const DocumentFiles& files);

/// For people: "notes/a.md:12:34", by the document's own name, as one_line().
[[nodiscard]] std::string show_place(const Fact& fact);

/// "notes/a.md:12:34: …the words around the number…", on one line.
[[nodiscard]] std::string show_statement(const Fact& fact, const SourceTexts& sources);

}  // namespace assay
