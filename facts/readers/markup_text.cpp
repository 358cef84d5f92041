// SPDX-License-Identifier: MIT
#include "facts/readers/markup_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "facts/readers/character_reference.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

constexpr std::size_t kMaxDepth = 250;
constexpr std::size_t kMaxAttributes = 2000;

// Elements that need no end tag, or whose end tag people leave out.
constexpr auto kNeverNested = std::to_array<std::string_view>({
    "area",  "base",  "br",   "col",   "dd",     "dt",    "embed", "hr",     "img",
    "input", "li",    "link", "meta",  "option", "p",     "param", "source", "tbody",
    "td",    "tfoot", "th",   "thead", "tr",     "track", "wbr",
});

// Parts of drawings, which come by the thousand and close themselves.
constexpr auto kShapes = std::to_array<std::string_view>(
    {"path", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "stop", "image"});

// End tags do not reach out of these.
constexpr auto kBarriers = std::to_array<std::string_view>(
    {"table", "caption", "template", "object", "marquee", "applet", "svg", "math"});

constexpr auto kFormatting = std::to_array<std::string_view>(
    {"a", "abbr", "b", "bdi", "big", "del", "em", "font", "i", "ins", "mark", "small", "span",
     "strong", "sub", "sup", "u", "wbr"});

// The name of a tag without '<' and '/', in lower case.
std::string name_of_tag(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return to_ascii_lower(tag.substr(0, std::min(tag.find_first_of("> \t\r\n/"), tag.size())));
}

// About how many attributes a tag has: its white space outside of quotes.
std::size_t count_attributes(std::string_view tag) {
  std::size_t count = 0;
  char quote = 0;
  for (const char c : tag) {
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == ' ' || c == '\n' || c == '\t' || c == '/')) {
      ++count;
    }
  }
  return count;
}

// The elements that are open, as far as an estimate of the depth needs to know: never fewer than
// half of those that a parser would keep open.
class OpenElements {
 public:
  void add(const std::string& name) { names_.push_back(name); }

  void close(const std::string& name) {
    const bool formatting = is_one_of(kFormatting, name);
    for (std::size_t i = names_.size(); i > 0; --i) {
      if (names_[i - 1] == name) {
        // Formatting that ends across other elements leaves them open.
        const auto place = names_.begin() + static_cast<std::ptrdiff_t>(i - 1);
        names_.erase(place, formatting ? place + 1 : names_.end());
        return;
      }
      if (is_one_of(kBarriers, names_[i - 1])) return;
    }
  }

  [[nodiscard]] std::size_t depth() const { return names_.size(); }

 private:
  std::vector<std::string> names_;
};

}  // namespace

std::size_t end_of_tag(std::string_view raw, std::size_t begin) {
  const std::string_view rest = raw.substr(begin);
  if (rest.starts_with("<!--")) {
    const std::size_t end = raw.find("-->", begin + 4);
    return end == std::string_view::npos ? raw.size() : end + 3;
  }
  const std::size_t name = rest.starts_with("</") ? 2 : 1;
  const bool tag = rest.size() > name && (is_ascii_letter(static_cast<unsigned char>(rest[name])) ||
                                          (name == 1 && rest[name] == '!'));
  if (!tag) return begin;
  // A second '<' before the end says that the first one was only a sign.
  const std::size_t end = rest.find_first_of("<>", name);
  return end == std::string_view::npos || rest[end] == '<' ? begin : begin + end + 1;
}

void add_markup_text(BlockBuilder& builder, std::string_view raw, Span span, TagEffect effect) {
  raw = raw.substr(0, span.end);
  std::size_t visible = span.begin;
  for (std::size_t at = raw.find_first_of("<&", span.begin); at < span.end;
       at = raw.find_first_of("<&", at)) {
    const CharacterReference reference =
        raw[at] == '&' ? decode_reference(raw.substr(at)) : CharacterReference{};
    const std::size_t end = raw[at] == '<' ? end_of_tag(raw, at) : at + reference.length;
    if (end == at) {
      ++at;
      continue;
    }
    builder.add(visible, at);
    for (const char32_t c : reference.characters) builder.add_character(c, at, end);
    if (effect == TagEffect::Separate && raw[at] == '<' &&
        !is_one_of(kFormatting, name_of_tag(raw.substr(at, end - at)))) {
      builder.add_space(at, end);
    }
    visible = at = end;
  }
  builder.add(visible, span.end);
}

bool is_too_complex(std::string_view raw) {
  OpenElements open;
  for (std::size_t at = raw.find('<'); at != std::string_view::npos; at = raw.find('<', at)) {
    const std::size_t end = end_of_tag(raw, at);
    const std::string_view tag = raw.substr(at, end - at);
    const bool element = end > at && tag[1] != '!';
    at = std::max(end, at + 1);
    if (!element) continue;
    if (count_attributes(tag) > kMaxAttributes) return true;
    const std::string name = name_of_tag(tag);
    if (is_one_of(kNeverNested, name)) continue;
    if (tag.starts_with("</")) {
      open.close(name);
    } else if (!(tag.ends_with("/>") && is_one_of(kShapes, name))) {
      open.add(name);
    }
    if (open.depth() > kMaxDepth) return true;
  }
  return false;
}

}  // namespace assay
