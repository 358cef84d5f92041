// SPDX-License-Identifier: MIT
#include "facts/numeral_words.h"

#include <array>
#include <nlohmann/json.hpp>

#include "core/utf8.h"

namespace assay {
namespace {

using Json = nlohmann::json;

/// The field of a record that says its kind.
constexpr std::array<std::pair<std::string_view, SignKind>, 18> kFields = {{
    {"digit", SignKind::Digit},
    {"power", SignKind::Power},
    {"tens", SignKind::Tens},
    {"scale", SignKind::Scale},
    {"vague", SignKind::Vague},
    {"point", SignKind::Point},
    {"more", SignKind::More},
    {"half", SignKind::Half},
    {"fraction_of", SignKind::FractionOf},
    {"over", SignKind::Over},
    {"at_least", SignKind::AtLeast},
    {"english", SignKind::English},
    {"english_power", SignKind::EnglishPower},
    {"english_dozen", SignKind::EnglishDozen},
    {"english_scale", SignKind::EnglishScale},
    {"letter_scale", SignKind::LetterScale},
    {"coin", SignKind::Coin},
    {"part", SignKind::Part},
}};

Sign to_sign(const Json& record) {
  Sign sign;
  for (const auto& [field, kind] : kFields) {
    const auto at = record.find(field);
    if (at == record.end()) continue;
    sign.kind = kind;
    if (at->is_number_integer()) sign.value = at->get<int>();
    if (at->is_array() && at->size() == 2) {
      sign.value = (*at)[0].get<int>();
      sign.high = (*at)[1].get<int>();
    }
  }
  sign.before_power = record.value("before_power", false);
  sign.after_number = record.value("after_number", false);
  sign.about = record.value("about", false);
  return sign;
}

}  // namespace

Result<NumeralWords> NumeralWords::load(const std::string& file, const std::string& json) {
  NumeralWords words;
  try {
    for (const Json& record : Json::parse(json)) {
      const auto word = record.at("word").get<std::string>();
      Sign sign = to_sign(record);
      if (sign.kind == SignKind::None)
        return Error{ErrorCode::BadData, "no kind of numeral for \"" + word + "\"", file};
      sign.length = word.size();
      const auto fresh = static_cast<std::uint32_t>(words.signs_.size());
      if (words.trie_.insert(word, fresh) == fresh) words.signs_.push_back(sign);
    }
  } catch (const Json::exception& exception) {
    return Error{ErrorCode::BadData, exception.what(), file};
  }
  words.trie_.freeze();
  return words;
}

Sign NumeralWords::sign_at(std::string_view text, std::size_t offset) const {
  if (offset >= text.size()) return {};
  // Letters that follow digits directly ("500k") start no word, so the trie would not see them.
  const Trie::Match match = trie_.longest(text, offset);
  if (match.length == 0) return {};
  return signs_[match.value];
}

}  // namespace assay
