// SPDX-License-Identifier: MIT
#pragma once
/// From the program's own types to those of the library, which stay as they are when the former change.

#include <assay/assay.h>

#include <vector>

#include "checks/finding.h"
#include "core/result.h"
#include "facts/fact.h"

namespace assay::api {

[[nodiscard]] Error to_api(const assay::Error& error);
[[nodiscard]] Fact to_api(const assay::Fact& fact);
[[nodiscard]] std::vector<Fact> to_api(const std::vector<assay::Fact>& facts);
/// The finding with its sentences in one language.
[[nodiscard]] Finding to_api(const assay::Finding& finding, Language language);
/// The sentence in one language.
[[nodiscard]] const std::string& in_language(const Message& message, Language language);

}  // namespace assay::api
