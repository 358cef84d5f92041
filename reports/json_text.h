// SPDX-License-Identifier: MIT
#pragma once
/// JSON as it is written to a report.

#include <nlohmann/json.hpp>
#include <string>

namespace assay {

/// The text of a JSON value; `indent` as in nlohmann's dump(), -1: on one line. A message may quote
/// a document; should that not be UTF-8, the output still is.
[[nodiscard]] inline std::string json_text(const nlohmann::ordered_json& json, int indent) {
  return json.dump(indent, ' ', /*ensure_ascii=*/false,
                   nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace assay
