// SPDX-License-Identifier: MIT
#pragma once
/// When in a recording something was said, by the time marks of its transcript.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// Seconds of the last time mark that starts a line, or its words, at or before byte `offset` of a
/// transcript: "[00:12:30] …", "00:12:30,000 --> 00:12:34,000". Absent when none does.
[[nodiscard]] std::optional<std::size_t> time_mark_before(std::string_view raw, std::size_t offset);

/// The address of a recording at that second: "#t=750", which browsers know, and the parameter "t"
/// for the sites that want that.
[[nodiscard]] std::string address_at(std::string address, std::size_t seconds);

}  // namespace assay
