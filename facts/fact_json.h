// SPDX-License-Identifier: MIT
#pragma once
/// A fact as JSON: one object, the same in `assay extract`, in the evidence of a finding and in the
/// fact base. The keys that docs call the contract come first and in their order; behind them
/// stands what is needed to restore the Fact in full ("role", "skeleton", "slot_sources" …), where
/// a key that is left out means "none" or "false".
///
/// There is one writer, so that the forms cannot drift apart: the tree is made from the text.

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/result.h"
#include "facts/fact.h"

namespace assay {

class JsonParser;

/// Appends the object on one line, without a line break. This is the fast path of `extract`.
void append_fact_json(const Fact& fact, std::string& out);

/// The same object as a tree, keys in the same order.
[[nodiscard]] nlohmann::ordered_json fact_to_json(const Fact& fact);

/// Restores facts, one after the other in the same memory.
class FactParser {
 public:
  FactParser();
  FactParser(FactParser&& other) noexcept;
  FactParser& operator=(FactParser&& other) noexcept;
  ~FactParser();

  /// The fact of the text of an object. Errors: BadInput for text that is no JSON, and when a key of
  /// the contract is missing or has another type, or a name (dimension, modality, role …) is not one
  /// of ours.
  [[nodiscard]] Result<Fact> parse(std::string_view text);

 private:
  std::unique_ptr<JsonParser> parser_;
};

}  // namespace assay
