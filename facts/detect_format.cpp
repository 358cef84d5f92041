// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string>

#include "core/folding.h"
#include "core/utf8.h"
#include "facts/reader.h"
#include "facts/readers/front_matter.h"
#include "facts/readers/lines.h"
#include "facts/readers/markdown_source.h"
#include "facts/readers/turns.h"

namespace assay {
namespace {

// A judgement needs to see this much and no more.
constexpr std::size_t kLookedAtBytes = 64 * 1024;

struct Extension {
  std::string_view name;
  Format format;
};

constexpr auto kExtensions = std::to_array<Extension>({
    {"md", Format::Markdown},
    {"markdown", Format::Markdown},
    {"htm", Format::Html},
    {"html", Format::Html},
    {"xhtml", Format::Html},
    {"jsonl", Format::JsonLines},
    {"ndjson", Format::JsonLines},
    {"srt", Format::Transcript},
    {"vtt", Format::Transcript},
});

bool starts_like_html(std::string_view text) {
  const std::string start = to_ascii_lower(text.substr(0, 1024));
  for (const std::string_view tag : {"<!doctype html", "<html", "<head>", "<body"}) {
    if (start.find(tag) != std::string::npos) return true;
  }
  return false;
}

bool starts_like_records(std::string_view text, const std::vector<Line>& lines) {
  const auto first =
      std::find_if(lines.begin(), lines.end(), [](const Line& line) { return !line.blank(); });
  if (first == lines.end()) return false;
  const std::string_view line = first->text.of(text);
  return line.starts_with('{') && line.find("\"text\"") != std::string_view::npos;
}

// How much of a text stands in lines that go on and on without a mark.
struct RunOnLines {
  std::size_t bytes = 0;
  std::size_t characters = 0;
  std::size_t marks = 0;
};

bool is_mostly_han(std::string_view text) {
  std::size_t han = 0;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const CodePoint point = decode(text, at);
    han += is_han(point.value) ? 1 : 0;
    at += point.length;
  }
  return 2 * han > characters;
}

// Chinese prose has a mark every fifteen characters; English goes on for longer.
bool is_long_line(std::string_view line) {
  constexpr std::size_t kLongLineBytes = 2000;
  constexpr std::size_t kLongHanBytes = 240;
  return line.size() >= kLongLineBytes || (line.size() >= kLongHanBytes && is_mostly_han(line));
}

RunOnLines measure_long_lines(std::string_view text, const std::vector<Line>& lines) {
  constexpr std::u32string_view kMarks = U"，。！？；、,.!?;：:";
  RunOnLines found;
  for (const Line& line : lines) {
    if (!is_long_line(line.text.of(text))) continue;
    found.bytes += line.text.size();
    for (std::size_t at = line.text.begin; at < line.text.end; ++found.characters) {
      const CodePoint point = decode(text, at);
      found.marks += kMarks.find(point.value) != std::u32string_view::npos ? 1 : 0;
      at += point.length;
    }
  }
  return found;
}

// Long lines with few marks between words, or turns of speakers.
bool looks_like_speech(std::string_view text, const std::vector<Line>& lines) {
  std::size_t filled = 0;
  std::size_t all_bytes = 0;
  for (const Line& line : lines) {
    filled += line.blank() ? 0 : 1;
    all_bytes += line.text.size();
  }
  const RunOnLines run_on = measure_long_lines(text, lines);
  if (2 * run_on.bytes > all_bytes && 50 * run_on.marks < run_on.characters) return true;
  const std::size_t turns = SpeakerNames(text, lines).turns();
  return turns >= 3 && 3 * turns >= filled;
}

}  // namespace

Format detect_format(std::string_view name, std::string_view raw) {
  const std::size_t dot = name.rfind('.');
  const std::string extension =
      dot == std::string_view::npos ? std::string() : to_ascii_lower(name.substr(dot + 1));
  for (const Extension& known : kExtensions) {
    if (known.name == extension) return known.format;
  }
  const std::string_view text = raw.substr(0, kLookedAtBytes);
  const std::vector<Line> lines = split_lines(text, {0, text.size()});
  if (starts_like_html(text)) return Format::Html;
  if (has_head(raw)) return Format::Markdown;
  if (starts_like_records(text, lines)) return Format::JsonLines;
  if (looks_like_markdown(text)) return Format::Markdown;
  if (looks_like_speech(text, lines)) return Format::Transcript;
  return Format::Plain;
}

}  // namespace assay
