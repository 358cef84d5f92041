// SPDX-License-Identifier: MIT
/// Writes facts/pinyin.h's tables: what each Han character sounds like, by ICU. Done while
/// building, as ICU takes some tenths of a second to read its rules.
///
///   pinyin_table <output>

#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr char32_t kFirst = 0x4E00;
constexpr char32_t kLast = 0x9FFF;

/// Characters of names that are read otherwise than where they stand alone: 长江, 重庆, 银行.
const std::map<char32_t, std::string> kReadInNames = {
    {U'长', "chang"}, {U'重', "chong"}, {U'行', "hang"}, {U'曾', "zeng"}, {U'厦', "xia"}};

/// The syllable without its tone; empty when ICU knows none.
std::string syllable_of(char32_t character, const icu::Transliterator& to_pinyin) {
  if (const auto found = kReadInNames.find(character); found != kReadInNames.end())
    return found->second;
  icu::UnicodeString text(static_cast<UChar32>(character));
  to_pinyin.transliterate(text);
  std::string syllable;
  text.toUTF8String(syllable);
  return syllable.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos ? syllable
                                                                                       : "";
}

/// Whether the character is none of the common ones: the first level of GB 2312, rows 16 to 55.
bool is_rare(char32_t character, UConverter* gb2312) {
  const icu::UnicodeString text(static_cast<UChar32>(character));
  char bytes[8] = {};
  UErrorCode failure = U_ZERO_ERROR;
  const std::int32_t length =
      ucnv_fromUChars(gb2312, bytes, sizeof bytes, text.getBuffer(), text.length(), &failure);
  const auto row = static_cast<unsigned char>(bytes[0]);
  return U_FAILURE(failure) != 0 || length != 2 || row < 0xB0 || row > 0xD7;
}

}  // namespace

int main(int count, char** arguments) {
  UErrorCode failure = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_pinyin(icu::Transliterator::createInstance(
      "Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, failure));
  const icu::LocalUConverterPointer gb2312(ucnv_open("gb2312", &failure));
  if (count != 2 || U_FAILURE(failure) != 0) {
    std::cerr << "pinyin_table: " << (count != 2 ? "expected a file" : u_errorName(failure))
              << "\n";
    return 2;
  }
  std::map<std::string, std::size_t> numbers = {{"", 0}};
  std::vector<std::string> syllables = {""};
  std::vector<std::size_t> table;
  for (char32_t character = kFirst; character <= kLast; ++character) {
    const std::string syllable = syllable_of(character, *to_pinyin);
    const auto [known, fresh] = numbers.try_emplace(syllable, syllables.size());
    if (fresh) syllables.push_back(syllable);
    table.push_back(known->second | (is_rare(character, gb2312.getAlias()) ? 0x8000 : 0));
  }
  std::ofstream out(arguments[1], std::ios::binary);
  out << "// Written by cmake/pinyin_table.cpp.\n#include \"facts/pinyin.h\"\n\nnamespace assay "
         "{\n\n"
         "std::span<const std::string_view> pinyin_syllables() {\n"
         "  static constexpr std::string_view kSyllables[] = {\n";
  for (const std::string& syllable : syllables) out << "      \"" << syllable << "\",\n";
  out << "  };\n  return kSyllables;\n}\n\n"
         "std::span<const std::uint16_t> pinyin_of_characters() {\n"
         "  static constexpr std::uint16_t kNumbers[] = {";
  for (std::size_t i = 0; i < table.size(); ++i)
    out << (i % 20 == 0 ? "\n      " : " ") << table[i] << ',';
  out << "\n  };\n  return kNumbers;\n}\n\n}  // namespace assay\n";
  out.close();
  return out.good() ? 0 : 2;
}
