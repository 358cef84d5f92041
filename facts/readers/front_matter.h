// SPDX-License-Identifier: MIT
#pragma once
/// The head of a note: what stands before its text and says what it is. Two forms are known, YAML
/// between `---` lines, and the clipped note, which starts with lines such as `Title: ...` and
/// `URL: ...` and may go on with sections named `Description:` and `Content:`.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "facts/document.h"
#include "facts/readers/block_builder.h"

namespace assay {

enum class SectionKind { Text, Speech };

/// A stretch of a document's body. Bytes: raw document.
struct Section {
  SectionKind kind = SectionKind::Text;
  Span span;
};

/// What the head says beside what goes into Document, and where the body is.
struct Head {
  bool found = false;
  std::string speaker;
  std::vector<Section> sections;  ///< without a head: one, all of the document
};

/// Reads the head: title, date and source go into `document`, title and summary become blocks of
/// kind FrontMatter. A head that cannot be read is skipped, and a note says so.
[[nodiscard]] Head read_head(Document& document, BlockBuilder& builder);

/// Whether `raw` starts with a YAML head that is closed, or with the lines of a clipped note.
[[nodiscard]] bool has_head(std::string_view raw);

}  // namespace assay
