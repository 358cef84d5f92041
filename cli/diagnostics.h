// SPDX-License-Identifier: MIT
#pragma once
/// What the program says about its own work, on standard error. Results go to standard output.
///
/// Texts may quote file names and documents: what would steer a terminal is made visible first.

#include <string_view>

#include "cli/options.h"
#include "core/result.h"

namespace assay {

/// Chooses what is said, and in which colours; to be called once, before anything is said.
void set_up_diagnostics(const Options& options);

/// Something could not be done. Said even when quiet.
void say_error(std::string_view message);
void say_error(const Error& error);
/// Something is odd, and the work goes on.
void say_warning(std::string_view message);
/// A result that is no output, such as a count of what was added. Not said when quiet.
void say_status(std::string_view message);
/// What only --verbose shows.
void say_detail(std::string_view message);

/// Whether colours suit this stream: as chosen, else on a terminal unless NO_COLOR forbids them.
[[nodiscard]] bool wants_color(ColorChoice choice, int file_descriptor);
/// Whether this stream is a terminal that is known to make links of OSC 8. Others would show the
/// addresses, or nothing at all.
[[nodiscard]] bool has_links(int file_descriptor);

}  // namespace assay
