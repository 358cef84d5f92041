// SPDX-License-Identifier: MIT
#pragma once
/// The text of markup without its structure, with exact offsets.

#include <string_view>

#include "core/span.h"
#include "facts/readers/block_builder.h"

namespace assay {

/// What a tag does to the words before and behind it.
enum class TagEffect {
  None,      ///< the tag was found to mean nothing, as a stray end tag does
  Separate,  ///< as a space does, unless it is formatting (<b>)
};

/// Adds the raw bytes of `span` without tags and comments, references decoded.
void add_markup_text(BlockBuilder& builder, std::string_view raw, Span span,
                     TagEffect effect = TagEffect::Separate);

/// Where the tag or comment that starts at `begin` ends; `begin` when what stands there is only a
/// less-than sign. Precondition: raw[begin] == '<'.
[[nodiscard]] std::size_t end_of_tag(std::string_view raw, std::size_t begin);

/// Whether elements nest so deeply, or one has so many attributes, that no honest page looks like it
/// and the tree of it is better not built: a parser takes time and stack for it without bounds.
[[nodiscard]] bool is_too_complex(std::string_view raw);

}  // namespace assay
