// SPDX-License-Identifier: MIT
#include "reports/formats.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

/// Gives a writer that shows no source lines the form of one that does.
template <void (*write)(const CheckResult&, const ReportOptions&, std::ostream&)>
void without_sources(const CheckResult& result, const SourceTexts&, const ReportOptions& options,
                     std::ostream& out) {
  write(result, options, out);
}

constexpr bool kReadsSources = true;

constexpr auto kFormats = std::to_array<ReportFormat>({
    {"text", write_text, kReadsSources},
    {"json", without_sources<write_json>},
    {"jsonl", without_sources<write_jsonl>},
    {"sarif", write_sarif, kReadsSources},
    {"github", write_github, kReadsSources},
    {"gitlab", write_gitlab, kReadsSources},
    {"junit", write_junit, kReadsSources},
    {"markdown", write_markdown, kReadsSources},
    {"csv", write_csv, kReadsSources},
    {"html", write_html, kReadsSources},
});

}  // namespace

std::span<const ReportFormat> all_formats() { return kFormats; }

const ReportFormat* find_format(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &ReportFormat::name);
  return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace assay
