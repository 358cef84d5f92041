// SPDX-License-Identifier: MIT
#pragma once
/// Patterns of paths, as .gitignore has them but for negation.

#include <string_view>

namespace assay {

/// Whether `pattern` names `path` or a folder that it stands in. `*` stands for any characters but a
/// slash, `?` for one of them, `**` for any folders. A pattern without a slash (or with just one at
/// its end) is looked for in every folder; any other is told from the folder that `path`, which is
/// relative and has slashes, is told from. Bytes, not characters.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace assay
