// SPDX-License-Identifier: MIT
#include "facts/readers/speech.h"

#include <algorithm>
#include <optional>

#include "core/folding.h"
#include "core/utf8.h"
#include "facts/readers/lines.h"
#include "facts/readers/time_stamp.h"

namespace assay {
namespace {

constexpr std::size_t kMaxBlockBytes = 2000;
constexpr std::size_t kMinBlockBytes = 1000;

bool belongs_to_number(char32_t c) {
  constexpr std::u32string_view kNumerals = U"零〇一二三四五六七八九十百千万亿兆两几多半点分之.,%-";
  return is_ascii_digit(c) || kNumerals.find(c) != std::u32string_view::npos;
}

bool belongs_to_word(char32_t c) { return is_ascii_letter(c) || is_ascii_digit(c); }

// How good a place between two characters is to end a block: 0 not at all, 4 best.
int rank_of_break(char32_t before, char32_t after, char32_t after_space) {
  if (before == U'。' || before == U'!' || before == U'?') return 4;
  // "7 纳米" has a space in it and is one quantity.
  const bool number_near = belongs_to_number(before) || belongs_to_number(after);
  if (is_space(before)) return 0;
  if (is_space(after)) return number_near || belongs_to_number(after_space) ? 0 : 3;
  if (before == U',' || before == U'、' || before == U';') return belongs_to_number(after) ? 0 : 3;
  if (number_near || (belongs_to_word(before) && belongs_to_word(after))) return 0;
  constexpr std::u32string_view kFinalParticles = U"吗吧呢嘛啊呀";
  return kFinalParticles.find(before) != std::u32string_view::npos ? 2 : 1;
}

char32_t folded_at(std::string_view raw, std::size_t at) {
  return at < raw.size() ? fold(decode(raw, at).value) : U' ';
}

// The best place to end a block that starts at span.begin; span.end when all of it fits.
std::size_t find_break(std::string_view raw, Span span) {
  if (span.size() <= kMaxBlockBytes) return span.end;
  std::size_t best = span.end;
  int best_rank = 0;
  std::size_t at = span.begin + kMinBlockBytes;
  while (at < span.end && (static_cast<unsigned char>(raw[at]) & 0xC0) == 0x80) ++at;
  char32_t before = U' ';
  for (; at < span.end; at += decode(raw, at).length) {
    // Past the limit the first place that is any good is taken.
    if (best_rank > 0 && at > span.begin + kMaxBlockBytes) break;
    const char32_t after = folded_at(raw, at);
    const std::size_t next = at + decode(raw, at).length;
    const int rank = rank_of_break(before, after, is_space(after) ? folded_at(raw, next) : after);
    if (rank >= best_rank && rank > 0) {
      best_rank = rank;
      best = at;
    }
    before = after;
  }
  return best;
}

// Adds [begin, end) without the time stamps in brackets that stand in it.
void add_without_stamps(std::string_view raw, BlockBuilder& builder, Span span) {
  raw = raw.substr(0, span.end);
  std::size_t visible = span.begin;
  for (std::size_t at = raw.find('[', span.begin); at < span.end; at = raw.find('[', at + 1)) {
    const std::size_t length = time_stamp_length(raw.substr(at, span.end - at));
    if (length == 0) continue;
    builder.add(visible, at);
    builder.add_space(at, at + length);
    visible = at + length;
  }
  builder.add(visible, span.end);
}

}  // namespace

void add_speech(const Document& document, BlockBuilder& builder, Span span) {
  const std::string_view raw = std::string_view(document.raw).substr(0, span.end);
  for (const Line& line : split_lines(raw, span)) {
    Span rest = line.text;
    while (!rest.empty()) {
      const std::size_t end = find_break(raw, rest);
      add_without_stamps(raw, builder, {rest.begin, end});
      builder.finish(BlockKind::Paragraph);
      rest.begin = end;
    }
  }
}

}  // namespace assay
