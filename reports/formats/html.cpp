// SPDX-License-Identifier: MIT
#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <array>
#include <cassert>

#include "reports/embedded.h"
#include "reports/format.h"
#include "reports/page/view.h"
#include "reports/strings.h"

namespace assay {
namespace {

using page::Data;

std::string file(const std::string& name) {
  const EmbeddedFile* found = find_embedded(embedded_report_files(), "reports/html/" + name);
  assert(found != nullptr);
  return std::string(found->content);
}

/// What a Content-Security-Policy calls this text: a page may run only the script whose hash it
/// names, whatever a document smuggles into it.
std::string policy_hash(const std::string& text) {
  sha256_ctx hash;
  sha256_init(&hash);
  sha256_update(&hash, text.size(), reinterpret_cast<const uint8_t*>(text.data()));
  std::array<uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&hash, digest.size(), digest.data());
  std::array<char, BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE)> encoded;
  base64_encode_raw(encoded.data(), digest.size(), digest.data());
  return "sha256-" + std::string(encoded.data(), encoded.size());
}

Data ui_texts(const Strings& strings) {
  Data texts;
  for (const auto& [key, text] : strings.all()) texts[key] = text;
  return texts;
}

void set_counts(const CheckResult& result, const Strings& strings, Data& data) {
  std::array<std::size_t, 3> severities{};
  for (const Finding& finding : result.findings) {
    ++severities[static_cast<std::size_t>(finding.severity)];
  }
  data["note_count"] = std::to_string(severities[0]);
  data["warning_count"] = std::to_string(severities[1]);
  data["error_count"] = std::to_string(severities[2]);
  data["finding_count"] = std::to_string(result.findings.size());
  data["document_count"] = std::to_string(result.documents.size());
  data["fact_count"] = std::to_string(result.fact_count());
  const std::size_t findings = result.findings.size();
  const std::string key = findings == 0   ? "lede_none"
                          : findings == 1 ? "lede_findings_one"
                                          : "lede_findings_other";
  data["lede"] =
      strings.fill(key, {{"n", std::to_string(findings)},
                         {"documents", strings.count("documents", result.documents.size())},
                         {"facts", strings.count("facts", result.fact_count())}});
}

Data page_data(const CheckResult& result, const ReportOptions& options, const Strings& strings) {
  constexpr std::size_t kFewGroups = 12;
  const page::Context context(result, options, strings);
  Data data;
  data["t"] = ui_texts(strings);
  data["lang"] = options.language == Language::Chinese ? "zh-CN" : "en";
  data["version"] = options.version;
  data["title"] = options.title.empty() ? strings["default_title"] : options.title;
  set_counts(result, strings, data);
  Data groups = page::group_view(context);
  data["has_groups"] = !result.findings.empty();
  data["few_groups"] = groups.list_value().size() <= kFewGroups;
  data["groups"] = std::move(groups);
  page::set_matrix(context, data);
  page::set_charts(context, data);
  data["documents"] = page::document_view(context);
  data["facts"] = page::fact_view(context);
  return data;
}

}  // namespace

void write_html(const CheckResult& result, const ReportOptions& options, std::ostream& out) {
  Data data = page_data(result, options, Strings(options.language));
  const std::string style = file("report.css");
  const std::string script = file("report.js");
  data["style"] = style;
  data["style_hash"] = policy_hash(style);
  data["script"] = script;
  data["script_hash"] = policy_hash(script);
  for (const std::string name : {"finding", "number_line", "time_chart"}) {
    data[name] = Data(kainjow::mustache::partial([name] { return file(name + ".mustache"); }));
  }
  kainjow::mustache::mustache page(file("report.mustache"));
  assert(page.is_valid());
  page.render(data, out);
}

}  // namespace assay
