// SPDX-License-Identifier: MIT
#pragma once
/// Links that a page may carry. Addresses come from documents, and a document may hold anything:
/// only http, https and paths become links, never `javascript:` or the like.

#include <string>
#include <string_view>

namespace assay {

/// Is this an http or https address?
[[nodiscard]] bool is_web_address(std::string_view text);

/// A relative or absolute path as a link: bytes that have a meaning in addresses are escaped, and a
/// relative path stands behind `prefix`. No path can turn into an address with a scheme or a host.
[[nodiscard]] std::string path_link(std::string_view path, std::string_view prefix);

}  // namespace assay
