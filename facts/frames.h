// SPDX-License-Identifier: MIT
#pragma once
/// Frames: the shapes of a clause that say what a number is of (facts/frames/*.json). A frame is a
/// row of token classes around the quantity Q:
///
///     entity>comparand metric? link Q        910B reaches [A100][的][80%]
///
/// `x?` may be missing, `~x` may stand anywhere further on in the clause, `x|y` is either, `>slot`
/// fills that slot. Matching walks outward from Q and never goes back.

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "facts/clauses.h"
#include "facts/lexicon.h"

namespace assay {

/// What a frame says of one quantity.
struct FrameMatch {
  std::string frame;
  std::optional<std::size_t> comparand;  ///< token index
  std::optional<std::size_t> subject;    ///< token index
  std::optional<Role> role;
  int direction = 0;  ///< Difference: +1 higher, -1 lower, 0 unsaid
};

class Frames {
 public:
  /// Errors: BadData naming the frame and its unknown word.
  static Result<Frames> load(const std::string& file, const std::string& json);

  /// The first frame (in the order of the file) that fits the quantity at token `quantity`.
  [[nodiscard]] std::optional<FrameMatch> match(const Scan& scan, const Clause& clause,
                                                std::size_t quantity, const Lexicon& lexicon) const;

  /// One step of a pattern.
  struct Element {
    WordClasses classes;  ///< of words; none for the kinds below
    bool entity = false;
    bool metric = false;
    bool quantity = false;
    bool optional = false;
    bool far = false;
    enum class Slot : std::uint8_t { None, Comparand, Subject } slot = Slot::None;
  };
  struct Frame {
    std::string name;
    std::vector<Element> elements;
    std::size_t anchor = 0;  ///< index of Q
    std::vector<Dimension> dimensions;
    std::vector<EntityKind> only_kinds;
    WordClasses unless;  ///< word classes that must not stand in the clause before Q
    std::optional<Role> role;
    int direction = 0;
  };

 private:
  std::vector<Frame> frames_;
};

}  // namespace assay
