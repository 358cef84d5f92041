// SPDX-License-Identifier: MIT
#include "facts/quantity_list.h"

#include <algorithm>

#include "facts/list_joint.h"
#include "facts/text_probe.h"

namespace assay {
namespace {

constexpr std::size_t kMostItems = 8;

/// What parts two numbers of a list.
struct Joint {
  std::size_t end = 0;  ///< 0: there is none
  bool slash = false;
  bool comma = false;  ///< of English text, which needs an "and" before the last number
};

/// How many bare numbers of a list stand before the one that starts at `begin`.
std::size_t items_before(std::string_view text, std::size_t begin) {
  std::size_t items = 0;
  while (items < kMostItems) {
    const std::string_view before = text.substr(0, begin);
    const auto joint = std::find_if(kEarlierJoints.begin(), kEarlierJoints.end(),
                                    [&](std::string_view end) { return before.ends_with(end); });
    if (joint == kEarlierJoints.end()) break;
    const std::size_t end = begin - joint->size();
    std::size_t start = end;
    while (start > 0 && (is_digit_at(text, start - 1) || text[start - 1] == '.')) --start;
    if (start == end) break;
    begin = start;
    ++items;
  }
  return items;
}

/// The longest joint that starts at `at`.
Joint joint_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  std::string_view longest;
  const auto look_at = [&](std::string_view joint) {
    if (rest.starts_with(joint) && joint.size() > longest.size()) longest = joint;
  };
  std::for_each(kEarlierJoints.begin(), kEarlierJoints.end(), look_at);
  std::for_each(kLastJoints.begin(), kLastJoints.end(), look_at);
  if (longest.empty()) return {};
  return {at + longest.size(), longest == "/", longest == ", "};
}

bool is_bare(const QuantityPart& part) {
  return part.unit == nullptr && part.currency == nullptr && !part.fraction &&
         !part.numeral.scaled && part.numeral.spelling == Spelling::Digits;
}

bool has_point(std::string_view text, const QuantityPart& part) {
  return text.substr(part.begin, part.number_end - part.begin).find('.') != std::string_view::npos;
}

/// The last number of the list, which has a unit or a scale; and how the list is written.
struct List {
  std::optional<QuantityPart> last;
  std::size_t items = 1;
  bool slash = false;
  bool point = false;
  bool neighbours = false;  ///< the first two follow one another: 3、4
};

List read_list(std::string_view text, const Knowledge& knowledge, const QuantityPart& first) {
  List list;
  list.point = has_point(text, first);
  std::size_t at = first.number_end;
  bool comma = false;
  while (list.items < kMostItems) {
    const Joint joint = joint_at(text, at);
    if (joint.end == 0 || !is_digit_at(text, joint.end)) return {};
    std::size_t refused = 0;
    const auto part = read_part(text, joint.end, knowledge, refused);
    if (!part || part->negative) return {};
    if (list.items++ == 1)
      list.neighbours = part->numeral.low.to_double() - first.numeral.low.to_double() == 1;
    list.slash = list.slash || joint.slash;
    list.point = list.point || has_point(text, *part);
    comma = joint.comma;
    if (!is_bare(*part)) {
      // "…, 7 million": the comma may as well end a clause.
      if (comma || part->fraction || part->currency != nullptr) return {};
      list.last = part;
      return list;
    }
    at = part->number_end;
  }
  return {};
}

bool says_in_what(const List& list) {
  const Unit* unit = list.last->unit;
  if (unit != nullptr && unit->dimension == Dimension::Duration) return false;
  // 三、四个 is one vague amount, 60、45亿元 are two.
  constexpr std::size_t kNoPair = 3;
  const bool node = unit != nullptr && unit->dimension == Dimension::Length;
  if (list.slash) return list.point || node || list.items >= kNoPair;
  return list.point || list.items >= kNoPair || !list.neighbours;
}

}  // namespace

bool share_unit_of_list(std::string_view text, const Knowledge& knowledge, QuantityPart& first) {
  if (!is_bare(first) || !is_digit_at(text, first.begin)) return false;
  List list = read_list(text, knowledge, first);
  list.items += items_before(text, first.begin);
  if (!list.last || !says_in_what(list)) return false;
  const Numeral& end = list.last->numeral;
  // 5000、1.2万家: who has so many digits has no scale word to share.
  constexpr double kOwnScale = 100;
  const int power = end.power + end.group_power;
  const double mantissa = end.low.shifted(-power).to_double();
  if (power > 0 && first.numeral.low.to_double() < kOwnScale * mantissa) {
    first.numeral.low = first.numeral.low.shifted(power);
    first.numeral.high = first.numeral.high.shifted(power);
    first.numeral.scaled = true;
  }
  first.unit = list.last->unit;
  first.written_unit = list.last->written_unit;
  first.per = list.last->per;
  return true;
}

}  // namespace assay
