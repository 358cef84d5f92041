// SPDX-License-Identifier: MIT
#include "reports/page/links.h"

#include "core/utf8.h"
#include "reports/percent.h"

namespace assay {
namespace {

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_ascii_digit(byte) || is_ascii_letter(byte) ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

bool is_web_address(std::string_view text) {
  const std::string start = to_ascii_lower(text.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://");
}

std::string path_link(std::string_view path, std::string_view prefix) {
  std::string link;
  // "//host/…" would name another machine.
  while (path.starts_with("//")) path.remove_prefix(1);
  if (!path.starts_with('/')) link = prefix;
  for (const char c : path) {
    if (is_plain(c)) {
      link += c;
    } else {
      append_percent_encoded(link, c);
    }
  }
  return link;
}

}  // namespace assay
