// SPDX-License-Identifier: MIT
#pragma once
/// Data files that are part of the program. The build turns them into code (cmake/Embed.cmake), so
/// that assay is one file without a search path. Both functions are in alphabetical order of name.

#include <span>
#include <string_view>

namespace assay {

struct EmbeddedFile {
  std::string_view name;     ///< path from the root of the sources: "core/units/length.json"
  std::string_view content;  ///< the file, byte for byte
};

/// core/units/*.json
[[nodiscard]] std::span<const EmbeddedFile> embedded_units();
/// core/data/*
[[nodiscard]] std::span<const EmbeddedFile> embedded_core_data();

/// The file of this name, or nullptr.
[[nodiscard]] constexpr const EmbeddedFile* find_embedded(std::span<const EmbeddedFile> files,
                                                          std::string_view name) {
  for (const EmbeddedFile& file : files) {
    if (file.name == name) return &file;
  }
  return nullptr;
}

}  // namespace assay
