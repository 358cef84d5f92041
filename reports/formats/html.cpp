// SPDX-License-Identifier: MIT
#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "reports/embedded.h"
#include "reports/format.h"
#include "reports/page/view.h"
#include "reports/plain_text.h"
#include "reports/strings.h"

namespace assay {
namespace {

/// A page with more of any of these lays out what is out of sight only when it comes into view.
constexpr std::size_t kMostLaidOut = 200;  ///< findings, or documents
constexpr std::size_t kMostFactsLaidOut = 3000;

bool is_large(const CheckResult& result) {
  return result.findings.size() > kMostLaidOut || result.documents.size() > kMostLaidOut ||
         result.fact_count() > kMostFactsLaidOut;
}

using page::Data;

constexpr const char* kStyle = "report.css";
constexpr const char* kScript = "report.js";

std::string file(const std::string& name) {
  const EmbeddedFile* found = find_embedded(embedded_report_files(), "reports/html/" + name);
  assert(found != nullptr);
  return std::string(found->content);
}

/// The template of the page with those of its parts in their places: mustache would read a part anew
/// each time that it comes to it, and there are thousands of findings.
std::string page_template() {
  std::string text = file("report.mustache");
  for (std::size_t at = text.find("{{>"); at != std::string::npos; at = text.find("{{>", at)) {
    const std::size_t end = text.find("}}", at);
    text.replace(at, end + 2 - at, file(text.substr(at + 3, end - at - 3) + ".mustache"));
  }
  return text;
}

/// Text as it may stand in a page: escaped, without control characters and marks that turn the
/// direction of writing. Lines stay lines, and tabs tabs; what is between two of them is cut where it
/// has no end.
std::string page_text(const std::string& text) {
  constexpr std::size_t kMostCharactersOfAPart = 4000;
  std::string shown;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", begin), text.size());
    shown += kainjow::mustache::html_escape(
        one_line(std::string_view(text).substr(begin, end - begin), kMostCharactersOfAPart));
    if (end < text.size()) shown += text[end];
    begin = end + 1;
  }
  return shown;
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

Data page_data(const CheckResult& result, const SourceTexts& sources, const ReportOptions& options,
               const Strings& strings) {
  constexpr std::size_t kFewGroups = 12;
  constexpr std::size_t kMostIndexed = 300;  // a list of more is no way to find anything
  const page::Context context(result, sources, options, strings);
  Data data;
  data["t"] = ui_texts(strings);
  data["lang"] = options.language == Language::Chinese ? "zh-CN" : "en";
  data["version"] = options.version;
  data["title"] = options.title.empty() ? strings["default_title"] : options.title;
  set_counts(result, strings, data);
  page::set_worst(context, data);
  page::set_groups(context, data);
  const std::size_t group_count = data.get("groups")->list_value().size();
  data["has_groups"] = !result.findings.empty();
  data["has_index"] = !result.findings.empty() && group_count <= kMostIndexed;
  data["few_groups"] = group_count <= kFewGroups;
  page::set_matrix(context, data);
  page::set_repetitions(context, data);
  page::set_charts(context, data);
  page::set_documents(context, data);
  page::set_facts(context, data);
  data["large"] = is_large(result);
  return data;
}

/// Sets style and script: in the page and named in its policy by their hashes, or beside it.
void set_style_and_script(const ReportOptions& options, Data& data) {
  data["assets"] = options.assets.empty() ? Data(false) : Data(options.assets);
  const std::string style = file(kStyle);
  const std::string script = file(kScript);
  data["style"] = style;
  data["style_hash"] = policy_hash(style);
  data["script"] = script;
  data["script_hash"] = policy_hash(script);
}

}  // namespace

void write_html(const CheckResult& result, const SourceTexts& sources, const ReportOptions& options,
                std::ostream& out) {
  Data data = page_data(result, sources, options, Strings(options.language, options.lexicon));
  set_style_and_script(options, data);
  kainjow::mustache::mustache page(page_template());
  assert(page.is_valid());
  page.set_custom_escape(page_text);
  page.render(data, out);
}

std::vector<PageAsset> html_assets() {
  std::vector<PageAsset> assets;
  for (const char* name : {kStyle, kScript}) {
    const EmbeddedFile* found =
        find_embedded(embedded_report_files(), std::string("reports/html/") + name);
    assert(found != nullptr);
    assets.push_back({name, found->content});
  }
  return assets;
}

}  // namespace assay
