// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "core/utf8.h"
#include "reports/page/number_line.h"
#include "reports/page/view.h"
#include "reports/reading.h"
#include "reports/source_texts.h"

namespace assay::page {
namespace {

// Measures of a number line in pixels; widths are in percent.
constexpr std::size_t kRowHeight = 44;
constexpr std::size_t kBarMiddle = 30;  ///< of a row
constexpr std::size_t kTickHeight = 20;
/// Code points that are shown on either side of the number; speech has sentences without end.
constexpr std::size_t kContextLength = 150;

/// A, B … Z, then 27, 28 …
std::string letter(std::size_t index) {
  if (index < 26) return std::string(1, static_cast<char>('A' + index));
  return std::to_string(index + 1);
}

std::string anchor_at(double position) {
  if (position < 22) return "start";
  return position > 78 ? "end" : "middle";
}

Data tick_view(const Tick& tick, std::size_t plot) {
  Data data;
  data["x"] = percent(tick.position);
  data["text"] = tick.label;
  data["tick_y"] = std::to_string(plot + 15);
  data["anchor"] = tick.position < 4 ? "start" : tick.position > 96 ? "end" : "middle";
  return data;
}

Data row_view(const NumberLineRow& row, std::size_t index) {
  const std::size_t top = index * kRowHeight;
  const double middle = (row.stated.from + row.stated.to) / 2;
  const std::string anchor = anchor_at(middle);
  Data data;
  data["letter"] = letter(row.evidence);
  data["text"] = row.label;
  data["tolerance_x"] = percent(row.tolerance.from);
  data["tolerance_width"] = percent(std::max(row.tolerance.to - row.tolerance.from, 0.4));
  data["tolerance_y"] = std::to_string(top + kBarMiddle - 7);
  data["stated_x"] = percent(row.stated.from);
  data["stated_width"] = percent(std::max(row.stated.to - row.stated.from, 0.6));
  data["stated_y"] = std::to_string(top + kBarMiddle - 3);
  data["middle_y"] = std::to_string(top + kBarMiddle);
  data["arrow_y"] = std::to_string(top + kBarMiddle + 5);
  data["range"] = !row.is_point;
  data["point"] = row.is_point;
  data["left"] = row.goes_on_left;
  data["right"] = row.goes_on_right;
  data["anchor"] = anchor;
  const double from = std::min(row.tolerance.from, row.stated.from);
  const double to = std::max(row.tolerance.to, row.stated.to);
  data["label_x"] = percent(anchor == "start" ? from : anchor == "end" ? to : middle);
  data["label_y"] = std::to_string(top + 16);
  return data;
}

/// What the ticks leave unsaid.
std::string caption_of(const NumberLine& line, const Strings& strings) {
  std::vector<std::string> parts;
  const std::size_t name = line.unit.find_first_not_of(' ');
  if (name != std::string::npos) parts.push_back(line.unit.substr(name));
  if (line.scale == AxisScale::Logarithmic) parts.push_back(strings["logarithmic"]);
  return join(parts, strings["label_separator"]);
}

Data line_view(const NumberLine& line, const Strings& strings) {
  const std::size_t plot = line.rows.size() * kRowHeight;
  Data ticks(Data::type::list);
  for (const Tick& tick : line.ticks) ticks.push_back(tick_view(tick, plot));
  Data rows(Data::type::list);
  std::vector<std::string> values;
  for (std::size_t i = 0; i < line.rows.size(); ++i) {
    rows.push_back(row_view(line.rows[i], i));
    values.push_back(letter(line.rows[i].evidence) + " " + line.rows[i].label);
  }
  Data data;
  data["hole"] = false;
  if (line.hole) {
    Data hole;
    hole["x"] = percent(line.hole->from);
    hole["width"] = percent(line.hole->to - line.hole->from);
    data["hole"] = std::move(hole);
  }
  data["ticks"] = std::move(ticks);
  data["rows"] = std::move(rows);
  data["plot"] = std::to_string(plot);
  data["height"] = std::to_string(plot + kTickHeight);
  data["label"] = strings.fill("line_label", {{"values", join(values, strings["list_separator"])}});
  data["caption"] = optional_text(caption_of(line, strings));
  return data;
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_ascii_letter(byte) || is_ascii_digit(byte);
}

/// The end of `text`, at most so many code points long; an English word is left out, not cut.
std::string_view last_part(std::string_view text) {
  std::size_t begin = text.size();
  for (std::size_t n = 0; n < kContextLength && begin > 0; ++n) begin = previous(text, begin);
  if (begin > 0 && is_word_byte(text[begin - 1])) {
    while (begin < text.size() && is_word_byte(text[begin])) ++begin;
  }
  return text.substr(begin);
}

/// The start of `text`, likewise.
std::string_view first_part(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t n = 0; n < kContextLength && end < text.size(); ++n) {
    end += decode(text, end).length;
  }
  if (end < text.size() && is_word_byte(text[end])) {
    while (end > 0 && is_word_byte(text[end - 1])) --end;
  }
  return text.substr(0, end);
}

/// Sets the sentence in three pieces around the number, and the whole one if it was shortened.
void set_sentence(const Fact& fact, Data& data) {
  constexpr const char* kEllipsis = "\xE2\x80\xA6";
  const std::string_view sentence = fact.sentence;
  const Span mark = mention_in_sentence(fact);
  const std::string_view before = sentence.substr(0, mark.begin);
  const std::string_view after = sentence.substr(mark.end);
  const std::string_view near_before = last_part(before);
  const std::string_view near_after = first_part(after);
  const bool cut_before = near_before.size() < before.size();
  const bool cut_after = near_after.size() < after.size();
  data["before"] = (cut_before ? kEllipsis : "") + std::string(near_before);
  data["marked"] = std::string(mark.of(sentence));
  data["after"] = std::string(near_after) + (cut_after ? kEllipsis : "");
  data["whole"] = cut_before || cut_after ? Data(fact.sentence) : Data(false);
}

Data slots_view(const Fact& fact, const Strings& strings) {
  Data slots(Data::type::list);
  const auto add = [&](std::string_view key, const std::string& value) {
    if (value.empty()) return;
    Data slot;
    slot["name"] = strings[key];
    slot["value"] = value;
    slots.push_back(slot);
  };
  const std::array quantities = {&fact.quantity};
  const DisplayUnit unit = choose_display_unit(quantities, strings);
  if (fact.quantity.tolerance != fact.quantity.stated) {
    add("allowing", show_interval(fact.quantity.tolerance, unit, strings));
  }
  add("subject", fact.subject.value);
  add("metric", fact.metric.value);
  add("comparand", fact.comparand.value);
  add("period", fact.period ? show_period(*fact.period) : strings["unknown"]);
  add("scope", join(fact.scope, strings["label_separator"]));
  add("speaker", fact.speaker);
  return slots;
}

Data evidence_view(const Context& context, const Fact& fact, std::size_t index) {
  const Strings& strings = context.strings();
  const std::array quantities = {&fact.quantity};
  Data data;
  data["letter"] = letter(index);
  data["reading"] = show_in_role(fact, choose_display_unit(quantities, strings), strings);
  set_modality(context, fact, data);
  set_sentence(fact, data);
  data["slots"] = slots_view(fact, strings);
  set_place(context, fact, data);
  return data;
}

Data finding_view(const Context& context, std::size_t index) {
  const Finding& finding = context.result().findings[index];
  const Strings& strings = context.strings();
  const std::string severity(to_string(finding.severity));
  Data lines(Data::type::list);
  for (const NumberLine& line : make_number_lines(finding, strings)) {
    lines.push_back(line_view(line, strings));
  }
  Data evidence(Data::type::list);
  for (std::size_t i = 0; i < finding.evidence.size(); ++i) {
    evidence.push_back(evidence_view(context, finding.evidence[i], i));
  }
  Data data;
  data["anchor"] = finding_anchor(index);
  data["severity"] = severity;
  data["severity_name"] = strings["severity_" + severity];
  data["rule"] = finding.rule;
  data["confidence"] = show_number(std::round(finding.confidence * 100)) + "%";
  data["message"] = finding.message.in(strings.language());
  data["explanation"] = optional_text(finding.explanation.in(strings.language()));
  data["lines"] = std::move(lines);
  data["evidence"] = std::move(evidence);
  return data;
}

/// Findings about one subject and metric, as those of their first evidence.
struct Group {
  std::string subject;
  std::string metric;
  std::vector<std::size_t> findings;
};

std::vector<Group> group_findings(const CheckResult& result) {
  std::vector<Group> groups;
  std::map<std::pair<std::string, std::string>, std::size_t> index_of;
  for (std::size_t i = 0; i < result.findings.size(); ++i) {
    const std::vector<Fact>& evidence = result.findings[i].evidence;
    const std::string subject = evidence.empty() ? "" : evidence.front().subject.value;
    const std::string metric = evidence.empty() ? "" : evidence.front().metric.value;
    const auto [place, is_new] = index_of.try_emplace({subject, metric}, groups.size());
    if (is_new) groups.push_back({subject, metric, {}});
    groups[place->second].findings.push_back(i);
  }
  return groups;
}

}  // namespace

Data group_view(const Context& context) {
  const std::vector<Finding>& findings = context.result().findings;
  Data groups(Data::type::list);
  std::size_t number = 0;
  for (const Group& group : group_findings(context.result())) {
    Severity worst = Severity::Note;
    Data members(Data::type::list);
    for (const std::size_t index : group.findings) {
      worst = std::max(worst, findings[index].severity);
      members.push_back(finding_view(context, index));
    }
    Data data;
    data["anchor"] = "group-" + std::to_string(++number);
    data["subject"] = group.subject.empty() ? context.strings()["no_subject"] : group.subject;
    data["metric"] = optional_text(group.metric);
    data["severity"] = std::string(to_string(worst));
    data["findings"] = std::move(members);
    groups.push_back(data);
  }
  return groups;
}

}  // namespace assay::page
