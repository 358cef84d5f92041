// SPDX-License-Identifier: MIT
#include "facts/display_names.h"

#include <algorithm>

#include "core/utf8.h"
#include "facts/lexicon.h"

namespace assay {
namespace {

bool holds_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto character = decode(text, at);
    if (is_han(character.value)) return true;
    at += character.length;
  }
  return false;
}

/// The name of a record; the canonical one where it has none of its own.
template <typename Record>
std::string shown(const Record* record, const std::string& canonical, Language language) {
  if (record == nullptr || record->shown.in(language).empty()) return canonical;
  return record->shown.in(language);
}

}  // namespace

std::string chinese_name(std::string_view canonical, const std::vector<std::string>& aliases) {
  if (holds_han(canonical)) return {};
  const auto first = std::ranges::find_if(aliases, holds_han);
  if (first == aliases.end()) return {};
  const bool writes_canonical =
      to_ascii_lower(*first).find(to_ascii_lower(canonical)) != std::string::npos;
  return writes_canonical ? std::string() : *first;
}

std::string DisplayNames::entity(const std::string& name) const {
  return lexicon_ == nullptr ? name : shown(lexicon_->find_entity(name), name, language_);
}

std::string DisplayNames::metric(const std::string& name) const {
  if (lexicon_ == nullptr) return name;
  // "A third of the staff" is a share of whatever stands behind, and no metric of the vocabulary.
  if (name == "share" && language_ == Language::Chinese) return "占比";
  const Metric* known = lexicon_->find_metric(name);
  const std::string_view whole = lexicon_->whole_of(name);
  if (known != nullptr || whole.empty() || language_ != Language::Chinese)
    return shown(known, name, language_);
  return metric(std::string(whole)) + "占比";
}

std::vector<std::string> DisplayNames::entities(const std::vector<std::string>& names) const {
  std::vector<std::string> shown_names;
  shown_names.reserve(names.size());
  const auto is_entity = [&](const std::string& name) {
    return lexicon_ != nullptr && lexicon_->find_entity(name) != nullptr;
  };
  // A column's head may limit a share by a metric: that of shipments.
  for (const std::string& name : names)
    shown_names.push_back(is_entity(name) ? entity(name) : metric(name));
  return shown_names;
}

}  // namespace assay
