// SPDX-License-Identifier: MIT
#include "reports/page/number_line.h"

#include <algorithm>
#include <cmath>

#include "reports/display_width.h"

namespace assay {
namespace {

constexpr std::size_t kMostTicks = 5;
constexpr std::size_t kWidestFile = 32;  ///< cells of a file's name beside its statement

bool is_level(const Fact& fact) { return fact.role == Role::Level || fact.role == Role::Before; }

/// How large a value is, of a bound how large its end.
double size_of(const Interval& value) {
  if (value.has_low() && value.has_high()) return std::abs(value.midpoint());
  if (value.has_low()) return std::abs(value.low);
  return value.has_high() ? std::abs(value.high) : 0;
}

/// 万 for 亿 is a slip that a line shows; what one car takes is no value beside what all of them take.
bool is_near(const Fact& a, const Fact& b) {
  constexpr double kFarthest = 1e5;
  const double one = size_of(a.quantity.stated);
  const double other = size_of(b.quantity.stated);
  return !(one > 0 && other > 0) || std::max(one, other) <= kFarthest * std::min(one, other);
}

bool share_axis(const Fact& a, const Fact& b) {
  return a.quantity.unit.dimension == b.quantity.unit.dimension &&
         a.quantity.unit.canonical == b.quantity.unit.canonical && is_level(a) == is_level(b) &&
         is_near(a, b);
}

bool same_thing(const Fact& a, const Fact& b) {
  return a.subject.value == b.subject.value && a.metric.value == b.metric.value && a.role == b.role;
}

/// The values between the lowest upper end and the highest lower end, when these leave any out.
std::optional<Interval> find_hole(const std::vector<const Fact*>& facts) {
  double highest_low = -kInfinity;
  double lowest_high = kInfinity;
  for (const Fact* fact : facts) {
    if (!same_thing(*fact, *facts.front())) return std::nullopt;
    highest_low = std::max(highest_low, fact->quantity.tolerance.low);
    lowest_high = std::min(lowest_high, fact->quantity.tolerance.high);
  }
  if (highest_low <= lowest_high) return std::nullopt;
  return Interval::open(lowest_high, highest_low);
}

/// The speaker of a statement, else the file and line in which it stands.
std::string who_says(const Fact& fact, const Strings& strings) {
  if (!fact.speaker.empty()) return strings.names().entity(fact.speaker);
  const std::string_view document = fact.document;
  const std::string_view file = document.substr(document.rfind('/') + 1);
  std::size_t end = 0;
  for (std::size_t width = 0; end < file.size();) {
    const Cluster next = next_cluster(file, end);
    width += next.width;
    if (width > kWidestFile) break;
    end = next.end;
  }
  return std::string(file.substr(0, end)) + (end < file.size() ? "…" : "") + ":" +
         std::to_string(fact.line);
}

NumberLineRow make_row(const Fact& fact, std::size_t index, const Axis& axis,
                       const DisplayUnit& unit, const Strings& strings) {
  const Interval& stated = fact.quantity.stated;
  const Interval& tolerance = fact.quantity.tolerance;
  return {.evidence = index,
          .label = show_in_role(fact, unit, strings),
          .who = who_says(fact, strings),
          .stated = {axis.position(stated.low), axis.position(stated.high)},
          .tolerance = {axis.position(tolerance.low), axis.position(tolerance.high)},
          .is_point = stated.is_point(),
          .goes_on_left = !stated.has_low(),
          .goes_on_right = !stated.has_high()};
}

NumberLine make_line(const Finding& finding, const std::vector<std::size_t>& members,
                     const Strings& strings) {
  std::vector<const Fact*> facts;
  std::vector<const Quantity*> quantities;
  std::vector<Interval> intervals;
  for (const std::size_t index : members) {
    const Fact& fact = finding.evidence[index];
    facts.push_back(&fact);
    quantities.push_back(&fact.quantity);
    intervals.push_back(fact.quantity.stated);
    // A lower tolerance of 0 or less would rule out a logarithmic axis for the sake of a pale edge.
    if (fact.quantity.tolerance.low > 0) intervals.push_back(fact.quantity.tolerance);
  }
  const DisplayUnit unit = choose_display_unit(quantities, strings);
  const Axis axis = Axis::fit(intervals, unit);
  NumberLine line{.scale = axis.scale(),
                  .unit = unit.on_both_ends ? "" : unit.suffix,
                  .rows = {},
                  .ticks = axis.ticks(kMostTicks),
                  .hole = std::nullopt};
  for (std::size_t i = 0; i < members.size(); ++i) {
    line.rows.push_back(make_row(*facts[i], members[i], axis, unit, strings));
  }
  if (const auto hole = find_hole(facts)) {
    line.hole = Stretch{axis.position(hole->low), axis.position(hole->high)};
  }
  return line;
}

}  // namespace

std::vector<NumberLine> make_number_lines(const Finding& finding, const Strings& strings) {
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
    const auto group = std::ranges::find_if(groups, [&](const std::vector<std::size_t>& members) {
      return share_axis(finding.evidence[members.front()], finding.evidence[i]);
    });
    if (group == groups.end()) {
      groups.push_back({i});
    } else {
      group->push_back(i);
    }
  }
  std::vector<NumberLine> lines;
  for (const std::vector<std::size_t>& members : groups) {
    if (members.size() >= 2) lines.push_back(make_line(finding, members, strings));
  }
  return lines;
}

}  // namespace assay
