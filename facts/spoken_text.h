// SPDX-License-Identifier: MIT
#pragma once
/// What the whole of a transcript says of a name that it spells by ear.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "facts/knowledge.h"

namespace assay {

/// Whether a text is speech, whatever its document is: it has next to no punctuation.
[[nodiscard]] bool is_speech(std::string_view text);

class SpokenText {
 public:
  /// `blocks` are the folded texts of the document, which outlive this as `knowledge` does.
  SpokenText(std::vector<std::string_view> blocks, const Knowledge& knowledge)
      : blocks_(std::move(blocks)), knowledge_(knowledge) {}

  /// Whether `run`, two characters that sound like a name of the entity, is likely to be it: it stands
  /// in the text more than once where the dictionary makes no word of it, or the text also names the
  /// entity as the lexicon spells it.
  [[nodiscard]] bool vouches_for(std::string_view run, std::int32_t entity);

 private:
  [[nodiscard]] bool is_said_twice(std::string_view run);
  [[nodiscard]] bool names(std::int32_t entity);

  std::vector<std::string_view> blocks_;
  const Knowledge& knowledge_;
  std::unordered_map<std::string, bool> said_twice_;
  std::optional<std::vector<bool>> named_;  ///< by entity
};

}  // namespace assay
