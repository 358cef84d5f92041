// SPDX-License-Identifier: MIT
#include "facts/readers/block_builder.h"

#include <algorithm>
#include <array>

#include "core/folding.h"
#include "core/utf8.h"
#include "facts/readers/page_words.h"
#include "facts/suppression.h"

namespace assay {
namespace {

constexpr std::size_t kMaxHeadingCharacters = 120;
constexpr std::size_t kMaxFootnoteLabelBytes = 32;

bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// A set of bytes.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view members) {
    for (const char member : members) has_[static_cast<unsigned char>(member)] = true;
  }
  [[nodiscard]] constexpr bool contains(char byte) const {
    return has_[static_cast<unsigned char>(byte)];
  }

 private:
  std::array<bool, 256> has_{};
};

// The bytes that white space and invisible characters start with.
constexpr ByteSet kBlankStarts(" \t\n\v\f\r\xC2\xE2\xE3\xEF");
// The bytes that addresses, footnote markers and marks for the checks start with.
constexpr ByteSet kUnreadStarts("[<hwf");

enum class Blank { None, Space, Nothing };

// How a character takes part in white space, and how many bytes it has.
struct BlankCharacter {
  Blank blank = Blank::None;
  std::size_t length = 1;
};

BlankCharacter blank_at(std::string_view raw, std::size_t at) {
  if (!kBlankStarts.contains(raw[at])) return {};
  if (is_ascii_space(raw[at])) return {Blank::Space, 1};
  const CodePoint point = decode(raw, at);
  const bool invisible = point.value == 0x200B || point.value == 0xFEFF || point.value == 0xAD;
  if (invisible) return {Blank::Nothing, point.length};
  return {is_space(point.value) ? Blank::Space : Blank::None, point.length};
}

bool is_marker_start(char c) { return c == '[' || c == '<'; }

bool is_address_byte(char c) {
  return c > ' ' && c < 0x7F &&
         std::string_view("<>\"`{}|\\^()[]").find(c) == std::string_view::npos;
}

bool starts_address(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://", "ftp://", "www."}) {
    if (text.starts_with(scheme)) return true;
  }
  return false;
}

std::size_t address_end(std::string_view raw, std::size_t begin) {
  std::size_t end = begin;
  while (end < raw.size() && is_address_byte(raw[end])) ++end;
  // What closes a sentence or a phrase is not part of the address in it.
  while (end > begin &&
         std::string_view(".,;:!?'*_").find(raw[end - 1]) != std::string_view::npos) {
    --end;
  }
  return end;
}

// The end of a footnote marker ("[^1]") or a mark for the checks that starts at `begin`, or `begin`
// when there is none.
std::size_t marker_end(std::string_view raw, std::size_t begin) {
  if (!raw.substr(begin).starts_with("[^")) return suppression_mark_end(raw, begin);
  for (std::size_t at = begin + 2; at < raw.size() && at - begin < kMaxFootnoteLabelBytes; ++at) {
    if (is_ascii_space(raw[at]) || raw[at] == '[') return begin;
    if (raw[at] != ']') continue;
    if (at == begin + 2) return begin;
    const bool definition = raw.substr(at + 1).starts_with(':');
    return at + (definition ? 2 : 1);
  }
  return begin;
}

}  // namespace

std::vector<Span> find_markers(std::string_view raw) {
  std::vector<Span> markers;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t end = is_marker_start(raw[at]) ? marker_end(raw, at) : at;
    if (end > at) markers.push_back({at, end});
    at = std::max(end, at + 1);
  }
  return markers;
}

std::vector<Span> find_unread_spans(std::string_view raw) {
  std::vector<Span> spans;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (!kUnreadStarts.contains(raw[at])) continue;
    std::size_t end = at;
    if (is_marker_start(raw[at])) {
      end = marker_end(raw, at);
    } else {
      const bool inside_word = at > 0 && is_ascii_letter(static_cast<unsigned char>(raw[at - 1]));
      if (!inside_word && starts_address(raw.substr(at, 8))) end = address_end(raw, at);
    }
    if (end == at) continue;
    spans.push_back({at, end});
    at = end - 1;
  }
  return spans;
}

BlockBuilder::BlockBuilder(Document& document)
    : document_(document), unread_(find_unread_spans(document.raw)) {}

void BlockBuilder::add(std::size_t begin, std::size_t end) {
  if (next_unread_ > 0 && unread_[next_unread_ - 1].end > begin) next_unread_ = 0;  // went back
  while (next_unread_ < unread_.size() && unread_[next_unread_].end <= begin) ++next_unread_;
  while (next_unread_ < unread_.size() && unread_[next_unread_].begin < end) {
    const Span unread = unread_[next_unread_];
    if (unread.begin > begin) add_visible(begin, unread.begin);
    // An address stands where a word would; a marker takes no room.
    if (!is_marker_start(document_.raw[unread.begin])) add_space(unread.begin, unread.end);
    begin = std::min(unread.end, end);
    if (unread.end > end) break;
    ++next_unread_;
  }
  if (begin < end) add_visible(begin, end);
}

void BlockBuilder::add_visible(std::size_t begin, std::size_t end) {
  const std::string_view raw = std::string_view(document_.raw).substr(0, end);
  std::size_t visible = begin;
  for (std::size_t at = begin; at < end;) {
    if (!kBlankStarts.contains(raw[at])) {
      ++at;
      continue;
    }
    const BlankCharacter character = blank_at(raw, at);
    // Most white space is one blank between two words and needs no attention.
    const bool ordinary = raw[at] == ' ' && at > visible && at + 1 < end &&
                          blank_at(raw, at + 1).blank == Blank::None;
    if (character.blank == Blank::None || ordinary) {
      at += character.length;
      continue;
    }
    append(visible, at);
    const std::size_t blank_begin = at;
    at += character.length;
    if (character.blank == Blank::Space) add_space(blank_begin, at);
    visible = at;
  }
  append(visible, end);
}

void BlockBuilder::append(std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  place_space();
  text_.append_folded(document_.raw, begin, end);
}

void BlockBuilder::place_space() {
  if (space_pending_ && !text_.empty()) text_.append_literal(" ", space_.begin, space_.end);
  space_pending_ = false;
}

void BlockBuilder::add_character(char32_t character, std::size_t begin, std::size_t end) {
  if (is_space(character)) {
    add_space(begin, end);
    return;
  }
  place_space();
  std::string folded;
  append_utf8(folded, fold(character));
  text_.append_literal(folded, begin, end);
}

void BlockBuilder::add_space(std::size_t begin, std::size_t end) {
  space_ = space_pending_ ? cover(space_, {begin, end}) : Span{begin, end};
  space_pending_ = true;
}

Block& BlockBuilder::push(BlockKind kind) {
  Block& block = document_.blocks.emplace_back();
  block.kind = kind;
  block.text = std::move(text_);
  block.speaker = speaker_;
  block.headings.reserve(headings_.size());
  for (const OpenHeading& heading : headings_) block.headings.push_back(heading.block);
  drop();
  return block;
}

void BlockBuilder::drop() {
  text_ = MappedText();
  space_pending_ = false;
}

void BlockBuilder::skip(SkipReason reason) {
  if (!text_.empty()) document_.skipped.add(reason);
  drop();
}

void BlockBuilder::finish(BlockKind kind) {
  if (text_.empty() || is_boilerplate_line(text_.text())) {
    skip(SkipReason::PageChrome);
  } else {
    push(kind);
  }
}

void BlockBuilder::finish_heading(int level) {
  if (text_.empty() || count_code_points(text_.text()) > kMaxHeadingCharacters) {
    finish(BlockKind::Paragraph);
    return;
  }
  while (!headings_.empty() && headings_.back().level >= level) headings_.pop_back();
  const auto index = static_cast<std::uint32_t>(document_.blocks.size());
  push(BlockKind::Heading);
  headings_.push_back({level, index});
}

void BlockBuilder::begin_table() {
  place_ = {};
  place_.table = tables_++;
  rows_ = 0;
  column_heads_.clear();
  taken_until_row_.clear();
}

void BlockBuilder::begin_row() {
  place_.row = rows_++;
  place_.column = 0;
  place_.row_head = static_cast<std::uint32_t>(document_.blocks.size());
}

void BlockBuilder::finish_cell(std::size_t columns, std::size_t rows) {
  while (place_.column < taken_until_row_.size() && taken_until_row_[place_.column] > place_.row) {
    ++place_.column;
  }
  const auto index = static_cast<std::uint32_t>(document_.blocks.size());
  const auto end = place_.column + static_cast<std::uint32_t>(columns);
  if (taken_until_row_.size() < end) taken_until_row_.resize(end, 0);
  if (column_heads_.size() < end) column_heads_.resize(end, index);
  place_.column_head = column_heads_[place_.column];
  push(BlockKind::TableCell).table = place_;
  for (; place_.column < end; ++place_.column) {
    taken_until_row_[place_.column] = place_.row + rows;
  }
}

}  // namespace assay
