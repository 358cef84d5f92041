// SPDX-License-Identifier: MIT
#include "reports/source_texts.h"

#include <algorithm>

namespace assay {
namespace {

/// The line around `mention`, and the mention on it.
SourceLine line_around(std::string_view raw, Span mention) {
  const std::size_t before =
      mention.begin == 0 ? std::string_view::npos : raw.rfind('\n', mention.begin - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = std::min(raw.find('\n', mention.begin), raw.size());
  if (end > begin && raw[end - 1] == '\r') --end;
  const std::size_t mark_end = std::clamp(mention.end, mention.begin, end);
  return {.text = raw.substr(begin, end - begin),
          .mark = {mention.begin - begin, mark_end - begin},
          .verbatim = true};
}

}  // namespace

void SourceTexts::add(std::string document, std::string raw) {
  texts_.insert_or_assign(std::move(document), std::move(raw));
}

const std::string* SourceTexts::find(std::string_view document) const {
  const auto found = texts_.find(document);
  return found == texts_.end() ? nullptr : &found->second;
}

SourceLine SourceTexts::line_of(const Fact& fact) const {
  const std::string* raw = find(fact.document);
  const bool current = raw != nullptr && fact.mention.begin < fact.mention.end &&
                       fact.mention.end <= raw->size() && fact.mention.of(*raw) == fact.text;
  if (current) return line_around(*raw, fact.mention);
  return {.text = fact.sentence, .mark = mention_in_sentence(fact)};
}

Span mention_in_sentence(const Fact& fact) {
  if (!fact.in_sentence.empty() && fact.in_sentence.end <= fact.sentence.size()) {
    return fact.in_sentence;
  }
  const std::size_t found = fact.text.empty() ? std::string::npos : fact.sentence.find(fact.text);
  if (found == std::string::npos) return {};
  return {found, found + fact.text.size()};
}

}  // namespace assay
