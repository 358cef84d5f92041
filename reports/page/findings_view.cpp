// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <numeric>

#include "reports/page/number_line.h"
#include "reports/page/view.h"
#include "reports/reading.h"

namespace assay::page {
namespace {

// Measures of a number line in pixels; widths are in percent.
constexpr std::size_t kRowHeight = 44;
constexpr std::size_t kBarMiddle = 30;  ///< of a row
constexpr std::size_t kTickHeight = 20;
/// Code points that are shown on either side of the number; speech has sentences without end.
constexpr std::size_t kContextLength = 150;
/// So many findings, the first of the page, have number lines and say how they were read; a page with
/// thousands of these would be slow to open and too large to send.
constexpr std::size_t kMostDrawn = 500;
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
  data["letter"] = evidence_letter(row.evidence);
  data["text"] = row.label;
  data["who"] = row.who;
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
    values.push_back(evidence_letter(line.rows[i].evidence) + " " + line.rows[i].label);
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

/// What was read and where it was taken from.
Data slots_view(const Fact& fact, const Strings& strings) {
  Data slots(Data::type::list);
  const auto add = [&](std::string_view key, const std::string& value, const std::string& from) {
    if (value.empty()) return;
    Data slot;
    slot["name"] = strings[key];
    slot["value"] = value;
    slot["from"] = optional_text(from);
    slots.push_back(slot);
  };
  const auto add_slot = [&](std::string_view key, const Slot& slot, const std::string& name) {
    add(key, name, strings["source_" + std::string(to_string(slot.source))]);
  };
  const DisplayNames& names = strings.names();
  if (fact.quantity.tolerance != fact.quantity.stated) {
    const DisplayUnit unit = choose_display_unit(std::array{&fact.quantity}, strings);
    add("allowing", show_interval(fact.quantity.tolerance, unit, strings), "");
  }
  add_slot("subject", fact.subject, names.entity(fact.subject.value));
  add_slot("metric", fact.metric, names.metric(fact.metric.value));
  add_slot("comparand", fact.comparand, names.entity(fact.comparand.value));
  const char* dated = fact.period_stated ? "source_clause" : "source_elsewhere";
  add("period", fact.period ? show_period(*fact.period) : strings["unknown"],
      fact.period ? strings[dated] : "");
  add("scope", join(names.entities(fact.scope), strings["label_separator"]), "");
  add("speaker", names.entity(fact.speaker), "");
  add("confidence", show_number(std::round(fact.confidence * 100)) + "%", "");
  return slots;
}

Data statement_view(const Context& context, const Finding& finding, const Passage& passage,
                    std::size_t index, bool drawn) {
  const Strings& strings = context.strings();
  const Fact& fact = finding.evidence[index];
  Data data;
  data["letter"] = evidence_letter(index);
  data["reading"] = show_in_role(fact, strings);
  data["wrong"] = finding.culprit && finding.culprit->evidence == index;
  data["several"] = passage.size() > 1;
  set_own_limits(context, finding, passage, index, data);
  set_modality(context, fact, data);
  data["slots"] = drawn ? slots_view(fact, strings) : Data(Data::type::list);
  return data;
}

Data passage_view(const Context& context, const Finding& finding, const Passage& passage,
                  bool drawn) {
  Data statements(Data::type::list);
  for (const std::size_t index : passage)
    statements.push_back(statement_view(context, finding, passage, index, drawn));
  Data data;
  data["statements"] = std::move(statements);
  set_sentence(finding, passage, kContextLength, data);
  set_passage(context, finding, passage, data);
  return data;
}

/// Other findings on a figure of this one, which belong to the same story.
Data related_view(const Context& context, std::size_t index) {
  constexpr std::size_t kMostRelated = 3;
  std::vector<std::size_t> related;
  for (const Fact& fact : context.result().findings[index].evidence)
    for (const std::size_t other : context.use_of(fact)->findings)
      if (related.size() < kMostRelated && other != index &&
          std::ranges::count(related, other) == 0)
        related.push_back(other);
  Data list(Data::type::list);
  for (const std::size_t other : related) {
    const Finding& finding = context.result().findings[other];
    Data data;
    data["anchor"] = finding_anchor(other);
    data["message"] = finding.message.in(context.strings().language());
    list.push_back(data);
  }
  return list;
}

Data finding_view(const Context& context, std::size_t index, bool drawn) {
  const Finding& finding = context.result().findings[index];
  const Strings& strings = context.strings();
  const std::string severity(to_string(finding.severity));
  Data lines(Data::type::list);
  if (drawn) {
    for (const NumberLine& line : make_number_lines(finding, strings))
      lines.push_back(line_view(line, strings));
  }
  std::vector<std::size_t> statements(finding.evidence.size());
  std::iota(statements.begin(), statements.end(), std::size_t{0});
  Data passages(Data::type::list);
  for (const Passage& passage : passages_of(finding, statements))
    passages.push_back(passage_view(context, finding, passage, drawn));
  Data data;
  data["anchor"] = finding_anchor(index);
  data["severity"] = severity;
  data["severity_name"] = strings["severity_" + severity];
  data["rule"] = finding.rule;
  data["defect"] = defect_of(finding, strings);
  data["confidence"] = show_number(std::round(finding.confidence * 100)) + "%";
  data["message"] = finding.message.in(strings.language());
  data["explanation"] = optional_text(finding.explanation.in(strings.language()));
  set_culprit(context, finding, data);
  // What is said of the finding as a whole need not be said again of its culprit.
  if (finding.culprit && finding.culprit->reason == finding.explanation)
    data["culprit_reason"] = false;
  data["drawn"] = drawn;
  data["lines"] = std::move(lines);
  data["passages"] = std::move(passages);
  Data related = related_view(context, index);
  data["has_related"] = !related.list_value().empty();
  data["related"] = std::move(related);
  return data;
}

/// Findings about one subject and metric, as those of their first evidence; the worst first.
struct Group {
  std::string subject;
  std::string metric;
  std::vector<std::size_t> findings;
};

std::vector<Group> group_findings(const CheckResult& result) {
  std::vector<Group> groups;
  std::map<std::pair<std::string, std::string>, std::size_t> index_of;
  for (const std::size_t i : worst_first(result.findings)) {
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

void set_groups(const Context& context, Data& page) {
  const std::vector<Finding>& findings = context.result().findings;
  const DisplayNames& names = context.strings().names();
  Data groups(Data::type::list);
  std::size_t number = 0;
  std::size_t count = 0;
  for (const Group& group : group_findings(context.result())) {
    Severity worst = Severity::Note;
    Data members(Data::type::list);
    for (const std::size_t index : group.findings) {
      worst = std::max(worst, findings[index].severity);
      members.push_back(finding_view(context, index, count++ < kMostDrawn));
    }
    Data data;
    data["anchor"] = "group-" + std::to_string(++number);
    data["subject"] =
        group.subject.empty() ? context.strings()["no_subject"] : names.entity(group.subject);
    data["metric"] = optional_text(names.metric(group.metric));
    data["severity"] = std::string(to_string(worst));
    data["findings"] = std::move(members);
    groups.push_back(data);
  }
  page["groups"] = std::move(groups);
  page["undrawn"] =
      count <= kMostDrawn
          ? Data(false)
          : Data(context.strings().fill("undrawn", {{"n", std::to_string(kMostDrawn)}}));
}

}  // namespace assay::page
