// SPDX-License-Identifier: MIT
#include "facts/document.h"
#include "reports/page/links.h"
#include "reports/page/time_mark.h"
#include "reports/page/view.h"

namespace assay::page {

Context::Context(const CheckResult& result, const SourceTexts& sources,
                 const ReportOptions& options, const Strings& strings)
    : result_(result), sources_(sources), options_(options), strings_(strings) {
  for (const ReadDocument& document : result.documents) documents_[document.id] = &document;
  for (std::size_t index = 0; index < result.findings.size(); ++index) {
    const Finding& finding = result.findings[index];
    for (const Fact& fact : finding.evidence) {
      FactUse& use = uses_[{fact.document, fact.mention.begin}];
      if (use.findings.empty() || use.findings.back() != index) use.findings.push_back(index);
      use.severity = std::max(use.severity, finding.severity);
    }
  }
}

std::string Context::title_of(const std::string& document) const {
  const auto found = documents_.find(document);
  return found == documents_.end() ? std::string() : found->second->title;
}

std::string Context::href(const Fact& fact) const {
  std::string address = href(fact.document);
  if (address.empty()) return address;
  if (!is_web_address(address)) return address + "#L" + std::to_string(fact.line);
  const bool spoken = documents_.at(fact.document)->kind == to_string(DocumentKind::Transcript);
  const std::string* raw = spoken ? sources_.find(fact.document) : nullptr;
  if (raw == nullptr) return address;
  const auto second = time_mark_before(*raw, fact.mention.begin);
  return second ? address_at(std::move(address), *second) : address;
}

std::string Context::href(const std::string& document) const {
  const auto found = documents_.find(document);
  if (found != documents_.end()) {
    if (is_web_address(found->second->source)) return found->second->source;
    // A record of a JSON Lines file has an id, which is no path.
    if (found->second->kind == "record") return {};
  }
  return document == "-" ? std::string() : path_link(document, options_.link_prefix);
}

const FactUse* Context::use_of(const Fact& fact) const {
  const auto found = uses_.find({fact.document, fact.mention.begin});
  return found == uses_.end() ? nullptr : &found->second;
}

Data optional_text(const std::string& text) { return text.empty() ? Data(false) : Data(text); }

void set_place(const Context& context, const Fact& fact, Data& data) {
  data["place"] = fact.document + ":" + std::to_string(fact.line);
  data["href"] = optional_text(context.href(fact));
}

void set_modality(const Context& context, const Fact& fact, Data& data) {
  const std::string key = "modality_" + std::string(to_string(fact.modality));
  data["modality"] = fact.modality == Modality::Actual ? Data(false) : Data(context.strings()[key]);
}

std::string finding_anchor(std::size_t index) { return "finding-" + std::to_string(index + 1); }

std::string evidence_letter(std::size_t index) {
  if (index < 26) return std::string(1, static_cast<char>('A' + index));
  return std::to_string(index + 1);
}

}  // namespace assay::page
