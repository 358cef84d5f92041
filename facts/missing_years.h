// SPDX-License-Identifier: MIT
#pragma once
/// Which year a time of a text means that names none, once all of the text around it is read.
///
/// A month or a quarter that would still lie ahead is the last one before, unless its sentence
/// speaks of the future: 12月 in a note of January. And a year of which something is only
/// expected (到2028年要到一千亿) is not the one that a later 二季度 belongs to.

#include "facts/scan.h"

namespace assay {

/// Settles the years of `scan.times` and marks the times that lie ahead. `scan` is that of `text`.
void settle_years(std::string_view text, const ScanContext& context, Scan& scan);

}  // namespace assay
