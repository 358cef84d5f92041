// SPDX-License-Identifier: MIT
#pragma once
/// Clock times that say where in a recording something was said: "[00:12:30]", "(1:05)", "00:12".

#include <cstddef>
#include <string_view>

namespace assay {

/// The bytes of the time stamp that `text` starts with, brackets included; 0 when there is none.
/// Hours and fractions of a second are optional, and "00:01,000 --> 00:04,000" is one stamp.
[[nodiscard]] std::size_t time_stamp_length(std::string_view text);

}  // namespace assay
