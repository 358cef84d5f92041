// SPDX-License-Identifier: MIT
#include "facts/number_marks.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

constexpr std::size_t kMostDigits = 2;  // of one step of a number that counts headings

bool starts_line(std::string_view text, std::size_t at) { return at == 0 || text[at - 1] == '\n'; }

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (is_digit_at(text, at)) ++at;
  return at;
}

/// Whether what stands at `at` makes an amount of the number before it. A measure word of one
/// character, with a space before it, rather begins the heading: "1.3 核心优势".
bool continues_amount(std::string_view text, std::size_t at, const Knowledge& knowledge) {
  if (is_letter_at(text, at)) {
    const auto hit = knowledge.unit_surfaces().find(text, at);
    if (hit.unit != nullptr && hit.unit->dimension != Dimension::Count) return true;
    // "4.2 million", "2.5 times as fast"; "2.1 moneyflow" is the name of a section.
    return knowledge.numerals().sign_at(text, at).kind != SignKind::None;
  }
  if (!is_han_at(text, at)) return true;
  const Sign sign = knowledge.numerals().sign_at(text, at);
  if (sign.kind == SignKind::Scale) return true;
  if (sign.kind == SignKind::Power && sign.value > 1) return true;  // nobody writes 1.3 十
  const auto hit = knowledge.unit_surfaces().find(text, at);
  return hit.unit != nullptr && hit.unit->dimension != Dimension::Count;
}

/// §2.1, § 3
bool is_behind_section_sign(std::string_view text, std::size_t at) {
  constexpr std::string_view kSign = "§";
  std::string_view before = text.substr(0, at);
  if (before.ends_with(' ')) before.remove_suffix(1);
  return before.ends_with(kSign);
}

}  // namespace

bool is_comparison_sign(std::string_view text, std::size_t at) {
  if (text[at] != '<' && text[at] != '>') return false;
  // "> 5%" at the start quotes somebody, and ">5%", in a cell of a table, compares.
  if (at == 0) return text[at] == '<' || !text.substr(at + 1).starts_with(' ');
  return text[at - 1] != '-' && text[at - 1] != '=' && text[at - 1] != '\n';
}

std::size_t identifier_end(std::string_view text, std::size_t at) {
  const auto in_word = [&](std::size_t offset) {
    const auto c = static_cast<unsigned char>(offset < text.size() ? text[offset] : ' ');
    return is_ascii_letter(c) || is_ascii_digit(c);
  };
  constexpr std::string_view kJoints = "-._+";
  while (at < text.size()) {
    const bool joint = kJoints.find(text[at]) != std::string_view::npos && in_word(at + 1);
    if (!in_word(at) && !joint) break;
    ++at;
  }
  return at;
}

std::size_t url_length(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 4> kStarts = {"http://", "https://", "www.", "ftp://"};
  const bool url = std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view start) {
    return starts_with_lowered(text.substr(at), start);
  });
  if (!url) return 0;
  std::size_t end = at;
  while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' &&
         static_cast<unsigned char>(text[end]) < 0x80)
    ++end;
  return end - at;
}

std::size_t formula_length(std::string_view text, std::size_t at) {
  constexpr std::string_view kMark = "$$";
  const std::size_t begin = at + kMark.size();
  if (text.substr(at, kMark.size()) != kMark) return 0;
  const std::size_t close = text.find(kMark, begin);
  return close == std::string_view::npos ? 0 : close + kMark.size() - at;
}

bool is_capitalised_in_name(std::string_view text, std::size_t at, const Knowledge& knowledge) {
  const auto is_capital = [&](std::size_t i) {
    return i < text.size() && text[i] >= 'A' && text[i] <= 'Z';
  };
  const auto end_of_word = [&](std::size_t i) {
    while (i < text.size() && is_ascii_letter(static_cast<unsigned char>(text[i]))) ++i;
    return i;
  };
  if (!is_capital(at)) return false;
  const std::size_t space = end_of_word(at);
  if (space >= text.size() || text[space] != ' ' || !is_capital(space + 1)) return false;
  const std::size_t next = space + 1;
  if (knowledge.numerals().sign_at(text, next).kind != SignKind::None ||
      knowledge.unit_surfaces().find(text, next).unit != nullptr)
    return false;
  const std::size_t end = end_of_word(next);
  const bool in_link = text.substr(end).starts_with('|') || text.substr(end).starts_with(']');
  const std::size_t behind = text.find_first_not_of(' ', end);
  if (in_link || (behind < text.size() && is_han(decode(text, behind).value))) return true;
  const std::size_t before = text.substr(0, at).find_last_not_of(" [(\"");
  constexpr std::string_view kEnds = ".!?:\n";
  return before != std::string_view::npos && kEnds.find(text[before]) == std::string_view::npos;
}

bool is_list_number(std::string_view text, std::size_t at) {
  const std::size_t begin = at > 0 && text[at - 1] == '(' ? at - 1 : at;
  const std::size_t end = skip_digits(text, at);
  if (!starts_line(text, begin) || end >= text.size() || end - at > kMostDigits) return false;
  const CodePoint mark = decode(text, end);
  constexpr char32_t kListComma = 0x3001;
  if (mark.value == kListComma || mark.value == ')') return true;
  return mark.value == '.' && (end + 1 >= text.size() || text[end + 1] == ' ');
}

std::size_t section_number_length(std::string_view text, std::size_t at,
                                  const Knowledge& knowledge) {
  const bool referred_to = is_behind_section_sign(text, at);
  if (!referred_to && !starts_line(text, at)) return 0;
  std::size_t end = at;
  int steps = 0;
  for (;; ++end) {
    const std::size_t step = skip_digits(text, end);
    if (step == end || step - end > kMostDigits) return 0;
    ++steps;
    end = step;
    if (end >= text.size() || text[end] != '.') break;
    if (referred_to && skip_digits(text, end + 1) == end + 1) break;
  }
  if (referred_to) return end - at;
  const std::size_t title = skip_spaces(text, end);
  if (steps < 2 || title == end || title >= text.size()) return 0;
  return continues_amount(text, title, knowledge) ? 0 : end - at;
}

}  // namespace assay
