// SPDX-License-Identifier: MIT
#pragma once
/// Speaker turns: who says a line of a conversation, and when.
///
///     [00:12:30] Anna: We shipped 5,000.      stamp, name, words
///     Speaker 2  00:13:10                     name, stamp; the words follow on the next line

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "facts/readers/lines.h"

namespace assay {

/// A line taken apart. Bytes: the raw document.
struct Turn {
  std::size_t after_stamp = 0;  ///< where the line goes on after a stamp at its start
  Span name;                    ///< what may be a name; empty when nothing looks like one
  Span words;                   ///< what comes after name and colon; empty when they fill the line
  bool certain = false;         ///< a time stamp vouches for the name
};

/// Takes one line apart. Bytes: `line` is a slice of `raw` without white space at its ends.
[[nodiscard]] Turn parse_turn(std::string_view raw, Span line);

/// The labels of a conversation that are names of speakers.
class SpeakerNames {
 public:
  SpeakerNames(std::string_view raw, const std::vector<Line>& lines);
  [[nodiscard]] bool contains(std::string_view name) const {
    return names_.contains(std::string(name));
  }
  /// How many lines start with such a name.
  [[nodiscard]] std::size_t turns() const { return turns_; }

 private:
  std::set<std::string> names_;
  std::size_t turns_ = 0;
};

}  // namespace assay
