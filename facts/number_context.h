// SPDX-License-Identifier: MIT
#pragma once
/// What stands before a number and decides how it is read: hedges, ranks, names, 从, 仅, 这.

#include <string_view>
#include <vector>

#include "facts/quantity_reader.h"
#include "facts/scan.h"

namespace assay {

/// What the words and characters before `offset` say of the number that starts there. `tokens` are
/// those scanned so far. Whatever does not stand in the text (table heads, rates) is left unset.
[[nodiscard]] QuantityContext number_context(std::string_view text, std::size_t offset,
                                             const std::vector<Token>& tokens,
                                             const Knowledge& knowledge);

/// Whether the + or - at `at` is the sign of a number: directly before it, behind a space or a
/// bracket; or with a space between, behind a word that wants a change (同比 - 15%). Elsewhere it is
/// a dash. `tokens` are those before it.
[[nodiscard]] bool sign_starts_number(std::string_view text, std::size_t at,
                                      const std::vector<Token>& tokens);

/// 5亿度: so many are no degrees, but what electricity is sold by, as in a price per 度; 温度达到1亿度 is said of
/// a plasma. The unit at `at`, none where it is not one of energy or a word for a temperature stands shortly before
/// `number`, where the number starts.
[[nodiscard]] UnitSurfaces::Hit electricity_at(std::string_view text, std::size_t at,
                                               std::size_t number, const Knowledge& knowledge);

}  // namespace assay
