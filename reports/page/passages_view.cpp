// SPDX-License-Identifier: MIT
// Statements as their readers find them: by the sentence in which they stand, which is shown once with all
// of their numbers marked, and with the speaker and the document that they share.
#include <algorithm>

#include "core/utf8.h"
#include "reports/page/view.h"
#include "reports/reading.h"
#include "reports/source_texts.h"

namespace assay::page {
namespace {

constexpr const char* kEllipsis = "\xE2\x80\xA6";
/// Bytes: a sentence that is longer is a text without an end, and only its surroundings are shown.
constexpr std::size_t kLongestSentence = 4000;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_ascii_letter(byte) || is_ascii_digit(byte);
}

/// The end of `text`, at most so many code points long; an English word is left out, not cut.
std::string_view last_part(std::string_view text, std::size_t most) {
  std::size_t begin = text.size();
  for (std::size_t n = 0; n < most && begin > 0; ++n) begin = previous(text, begin);
  if (begin > 0 && is_word_byte(text[begin - 1])) {
    while (begin < text.size() && is_word_byte(text[begin])) ++begin;
  }
  return text.substr(begin);
}

/// The start of `text`, likewise.
std::string_view first_part(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t n = 0; n < most && end < text.size(); ++n) {
    end += decode(text, end).length;
  }
  if (end < text.size() && is_word_byte(text[end])) {
    while (end > 0 && is_word_byte(text[end - 1])) --end;
  }
  return text.substr(0, end);
}

/// The text between two numbers that are both marked: as much of it as stands near either.
std::string between(std::string_view text, std::size_t most) {
  const std::string_view near_first = first_part(text, most);
  if (near_first.size() == text.size()) return std::string(text);
  const std::string_view near_second = last_part(text.substr(near_first.size()), most);
  const bool whole = near_first.size() + near_second.size() == text.size();
  return std::string(near_first) + (whole ? "" : kEllipsis) + std::string(near_second);
}

bool in_one_sentence(const Fact& a, const Fact& b) {
  return a.document == b.document && a.sentence_span == b.sentence_span && a.sentence == b.sentence;
}

/// Whether a statement may join a passage: its number is another than those that are marked there.
bool joins(const Finding& finding, const Passage& passage, std::size_t index) {
  const Fact& fact = finding.evidence[index];
  const Span mark = mention_in_sentence(fact);
  return !mark.empty() && std::ranges::all_of(passage, [&](std::size_t other) {
    const Fact& told = finding.evidence[other];
    const Span marked = mention_in_sentence(told);
    return in_one_sentence(fact, told) && !marked.empty() && !mark.overlaps(marked);
  });
}

/// Whether one line says what limits all statements of the passage.
bool share_limits(const Finding& finding, const Passage& passage, const Strings& strings) {
  const std::string first = limits_of(finding.evidence[passage.front()], strings);
  return std::ranges::all_of(passage, [&](std::size_t index) {
    return limits_of(finding.evidence[index], strings) == first;
  });
}

}  // namespace

std::string limits_of(const Fact& fact, const Strings& strings) {
  std::vector<std::string> parts;
  if (fact.period) parts.push_back(show_period(*fact.period));
  for (std::string& item : strings.names().entities(fact.scope)) parts.push_back(std::move(item));
  if (!fact.comparand.empty()) parts.push_back(versus(fact, strings));
  return join(parts, strings["label_separator"]);
}

std::vector<Passage> passages_of(const Finding& finding,
                                 const std::vector<std::size_t>& statements) {
  std::vector<Passage> passages;
  for (const std::size_t index : statements) {
    const auto same = std::ranges::find_if(
        passages, [&](const Passage& passage) { return joins(finding, passage, index); });
    if (same == passages.end()) {
      passages.push_back({index});
    } else {
      same->push_back(index);
    }
  }
  return passages;
}

void set_sentence(const Finding& finding, const Passage& passage, std::size_t most, Data& data) {
  const std::string& text = finding.evidence[passage.front()].sentence;
  const std::string_view sentence = text;
  std::vector<Span> marks;
  for (const std::size_t index : passage)
    marks.push_back(mention_in_sentence(finding.evidence[index]));
  std::ranges::sort(marks, {}, &Span::begin);
  const std::string_view before = last_part(sentence.substr(0, marks.front().begin), most);
  const std::string_view behind = sentence.substr(marks.back().end);
  const std::string_view after = first_part(behind, most);
  bool cut = before.size() < marks.front().begin;
  Data pieces(Data::type::list);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : marks[i - 1].end;
    const std::string_view gap = sentence.substr(begin, marks[i].begin - begin);
    const std::string shown =
        i == 0 ? (cut ? kEllipsis : "") + std::string(before) : between(gap, most);
    cut = cut || (i > 0 && shown != gap);
    Data piece;
    piece["before"] = shown;
    piece["marked"] = std::string(marks[i].of(sentence));
    pieces.push_back(piece);
  }
  cut = cut || after.size() < behind.size();
  data["pieces"] = std::move(pieces);
  data["after"] = std::string(after) + (after.size() < behind.size() ? kEllipsis : "");
  data["whole"] = cut && sentence.size() <= kLongestSentence ? Data(text) : Data(false);
}

void set_passage(const Context& context, const Finding& finding, const Passage& passage,
                 Data& data) {
  const Strings& strings = context.strings();
  const Fact& first = finding.evidence[passage.front()];
  data["title"] = optional_text(context.title_of(first.document));
  data["speaker"] = optional_text(strings.names().entity(first.speaker));
  data["limits"] =
      optional_text(share_limits(finding, passage, strings) ? limits_of(first, strings) : "");
  data["wrong"] = finding.culprit && std::ranges::count(passage, finding.culprit->evidence) > 0;
  set_place(context, first, data);
}

void set_own_limits(const Context& context, const Finding& finding, const Passage& passage,
                    std::size_t index, Data& data) {
  const Strings& strings = context.strings();
  data["limits"] = optional_text(
      share_limits(finding, passage, strings) ? "" : limits_of(finding.evidence[index], strings));
}

}  // namespace assay::page
