// SPDX-License-Identifier: MIT
#include "reports/page/time_mark.h"

#include <array>

#include "core/utf8.h"
#include "facts/readers/time_stamp.h"

namespace assay {
namespace {

/// The seconds that a time mark such as "[1:02:30.500 --> …" begins with.
std::size_t seconds_of(std::string_view stamp) {
  std::size_t seconds = 0;
  std::size_t part = 0;
  for (const char c : stamp) {
    if (is_ascii_digit(static_cast<unsigned char>(c))) {
      part = part * 10 + static_cast<std::size_t>(c - '0');
    } else if (c == ':') {
      seconds = (seconds + part) * 60;
      part = 0;
    } else if (c != '[' && c != '(') {
      break;
    }
  }
  return seconds + part;
}

/// Sites that count from the parameter "t" and do not look at the fragment.
bool wants_parameter(std::string_view address) {
  constexpr std::array<std::string_view, 3> kSites = {"bilibili.com/", "youtube.com/", "youtu.be/"};
  for (const std::string_view site : kSites)
    if (address.find(site) != std::string_view::npos) return true;
  return false;
}

}  // namespace

std::optional<std::size_t> time_mark_before(std::string_view raw, std::size_t offset) {
  constexpr std::size_t kFarthest = 20'000;  // of a transcript that has marks nobody speaks so long
  const std::size_t end = std::min(offset, raw.size());
  const std::size_t first = end > kFarthest ? end - kFarthest : 0;
  for (std::size_t at = end + 1; at-- > first;) {
    const char c = at < raw.size() ? raw[at] : '\0';
    const bool opens = c == '[' || c == '(';
    const bool digit = is_ascii_digit(static_cast<unsigned char>(c)) &&
                       (at == 0 || raw[at - 1] == '\n' || raw[at - 1] == ' ');
    if (!opens && !digit) continue;
    // What follows an arrow is the end of a stretch.
    if (raw.substr(0, at).ends_with("--> ")) continue;
    const std::size_t length = time_stamp_length(raw.substr(at, 48));
    // A clock time within a sentence is no mark: marks stand in brackets or on a line's ends.
    if (length == 0) continue;
    const std::size_t behind = at + length;
    const bool starts_line = at == 0 || raw[at - 1] == '\n';
    const bool ends_line = behind >= raw.size() || raw[behind] == '\n' || raw[behind] == '\r';
    if (opens || starts_line || ends_line) return seconds_of(raw.substr(at, length));
  }
  return std::nullopt;
}

std::string address_at(std::string address, std::size_t seconds) {
  const std::string time = std::to_string(seconds);
  address.resize(std::min(address.size(), address.find('#')));
  if (wants_parameter(address))
    address += (address.find('?') == std::string::npos ? "?t=" : "&t=") + time;
  return address + "#t=" + time;
}

}  // namespace assay
