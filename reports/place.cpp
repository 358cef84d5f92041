// SPDX-License-Identifier: MIT
#include "reports/place.h"

#include "reports/plain_text.h"

namespace assay {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

Place place_of(const Fact& fact, const SourceTexts& sources, const DocumentFiles& files) {
  Place place;
  const auto file = files.find(fact.document);
  if (file == files.end()) return place;
  place.path = file->second.path;
  place.below_folder = !place.path.starts_with('/');
  place.line = fact.line;
  if (file->second.record_line > 0) {
    // Inside a record, line breaks and quotes are written otherwise: columns would be off.
    place.line = file->second.record_line;
    return place;
  }
  const SourceLine line = sources.line_of(fact);
  if (!line.verbatim) return place;
  place.whole_line = false;
  place.before = line.text.substr(0, line.mark.begin);
  place.number = line.mark.of(line.text);
  // No editor counts it.
  if (fact.line == 1 && place.before.starts_with(kByteOrderMark)) {
    place.before.remove_prefix(kByteOrderMark.size());
  }
  return place;
}

std::string show_place(const Fact& fact) {
  return one_line(fact.document) + ":" + std::to_string(fact.line) + ":" +
         std::to_string(fact.column);
}

std::string show_statement(const Fact& fact, const SourceTexts& sources) {
  return show_place(fact) + ": " + quote(fact, sources);
}

}  // namespace assay
