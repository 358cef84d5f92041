// SPDX-License-Identifier: MIT
#pragma once
/// The formats by name. A format is added by one file in formats/ and one row in formats.cpp.

#include <ostream>
#include <span>
#include <string_view>

#include "reports/format.h"
#include "reports/source_texts.h"

namespace assay {

/// A format as `--format` names it.
struct ReportFormat {
  std::string_view name;
  void (*write)(const CheckResult& result, const SourceTexts& sources, const ReportOptions& options,
                std::ostream& out) = nullptr;
  bool reads_sources = false;  ///< whether it shows or counts on the lines that findings stand on
};

/// Every format; the first is the default.
[[nodiscard]] std::span<const ReportFormat> all_formats();
/// The format of this name, or nullptr.
[[nodiscard]] const ReportFormat* find_format(std::string_view name);

}  // namespace assay
