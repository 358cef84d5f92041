// SPDX-License-Identifier: MIT
#include "facts/readers/turns.h"

#include <map>

#include "core/utf8.h"
#include "facts/readers/time_stamp.h"

namespace assay {
namespace {

constexpr std::size_t kMaxNameBytes = 48;

// "Speaker 1", "说话人2", "Anna", "王老师": few words, no marks, digits only behind a word.
bool looks_like_name(std::string_view text) {
  if (text.empty() || text.size() > kMaxNameBytes) return false;
  std::size_t spaces = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const char32_t c = point.value;
    if (c == ' ') ++spaces;
    const bool digit_in_front = is_ascii_digit(c) && at == 0;
    const bool of_a_name = is_han(c) || is_ascii_letter(c) || is_ascii_digit(c) || c == ' ' ||
                           c == '.' || c == '-' || c == '_' || c == U'·' ||
                           (c >= 0xC0 && c < 0x2000);
    if (digit_in_front || !of_a_name) return false;
    at += point.length;
  }
  return spaces <= 3;
}

std::size_t skip_spaces(std::string_view raw, std::size_t at, std::size_t end) {
  return trim(raw, {at, end}).begin;
}

// The bytes of a colon at `at`, half or full width, or 0.
std::size_t colon_length(std::string_view raw, std::size_t at) {
  const std::string_view rest = raw.substr(at);
  if (rest.starts_with(':')) return 1;
  return rest.starts_with("：") ? std::string_view("：").size() : 0;
}

// Where a colon or a time stamp ends what may be a name; npos when neither comes soon.
std::size_t end_of_name(std::string_view raw, Span line) {
  for (std::size_t at = line.begin; at < line.end && at - line.begin <= kMaxNameBytes;) {
    if (colon_length(raw, at) > 0) return at;
    const bool after_space = at > line.begin && raw[at - 1] == ' ';
    const bool bracket = raw[at] == '[' || raw[at] == '(';
    if ((after_space || bracket) && time_stamp_length(raw.substr(at)) > 0) return at;
    at += decode(raw, at).length;
  }
  return std::string_view::npos;
}

}  // namespace

Turn parse_turn(std::string_view raw, Span line) {
  raw = raw.substr(0, line.end);
  Turn turn;
  const std::size_t stamp = time_stamp_length(raw.substr(line.begin));
  turn.after_stamp = skip_spaces(raw, line.begin + stamp, line.end);
  turn.words = {turn.after_stamp, line.end};
  std::size_t at = end_of_name(raw, turn.words);
  if (at == std::string_view::npos) {
    if (stamp == 0 || !looks_like_name(turn.words.of(raw))) return turn;
    at = line.end;  // a stamp and a name fill the line
  }
  const Span name = trim(raw, {turn.after_stamp, at});
  if (!looks_like_name(name.of(raw))) return turn;
  turn.name = name;
  bool stamp_behind = false;
  if (at < line.end && colon_length(raw, at) == 0) {
    at += time_stamp_length(raw.substr(at));
    stamp_behind = true;
    at = skip_spaces(raw, at, line.end);
  }
  const std::size_t colon = at < line.end ? colon_length(raw, at) : 0;
  turn.words = {skip_spaces(raw, at + colon, line.end), line.end};
  turn.certain = (stamp > 0 && colon > 0) || (stamp_behind && (colon > 0 || turn.words.empty()));
  return turn;
}

SpeakerNames::SpeakerNames(std::string_view raw, const std::vector<Line>& lines) {
  std::map<std::string, std::size_t> turns;
  std::set<std::string> certain;
  for (const Line& line : lines) {
    if (line.blank()) continue;
    const Turn turn = parse_turn(raw, line.text);
    if (turn.name.empty()) continue;
    const std::string name(turn.name.of(raw));
    ++turns[name];
    if (turn.certain) certain.insert(name);
  }
  for (const auto& [name, count] : turns) {
    if (count < 2 && !certain.contains(name)) continue;
    names_.insert(name);
    turns_ += count;
  }
}

}  // namespace assay
