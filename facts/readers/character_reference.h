// SPDX-License-Identifier: MIT
#pragma once
/// Character references of HTML and Markdown: &amp; &#65285; &#xFF05;

#include <string>
#include <string_view>

namespace assay {

/// A reference that was found: what it stands for, and how many bytes it takes.
struct CharacterReference {
  std::u32string characters;
  std::size_t length = 0;  ///< 0: there is no reference here
};

/// The reference that `text` starts with. Only complete ones count, with their semicolon.
/// Precondition: text starts with '&'.
[[nodiscard]] CharacterReference decode_reference(std::string_view text);

}  // namespace assay
