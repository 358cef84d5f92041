// SPDX-License-Identifier: MIT
// A transcript is either one long run of words, or turns: lines that start with a name and a colon,
// a time stamp, or both. A label counts as a name only when it comes up more than once or stands
// beside a time stamp, since "Revenue: 5 billion" looks like a turn, too.

#include <string>

#include "facts/reader.h"
#include "facts/readers/front_matter.h"
#include "facts/readers/lines.h"
#include "facts/readers/speech.h"
#include "facts/readers/turns.h"

namespace assay {
namespace {

// Subtitle files number their captions.
bool is_caption_number(std::string_view text) {
  return text.size() <= 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

void read_transcript(Document& document) {
  document.kind = DocumentKind::Transcript;
  BlockBuilder builder(document);
  const Head head = read_head(document, builder);
  const std::string_view raw = document.raw;
  for (const Section& section : head.sections) {
    const std::vector<Line> lines = split_lines(raw, section.span);
    const SpeakerNames names(raw, lines);
    builder.set_speaker(head.speaker);
    for (const Line& line : lines) {
      const std::string_view text = line.text.of(raw);
      if (line.blank() || is_caption_number(text) || text == "WEBVTT") continue;
      const Turn turn = parse_turn(raw, line.text);
      const bool named = !turn.name.empty() && names.contains(turn.name.of(raw));
      if (named) builder.set_speaker(std::string(turn.name.of(raw)));
      const std::size_t begin = named ? turn.words.begin : turn.after_stamp;
      add_speech(document, builder, {begin, line.text.end});
    }
  }
}

}  // namespace assay
