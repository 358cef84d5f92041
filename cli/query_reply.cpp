// SPDX-License-Identifier: MIT
#include "cli/query_reply.h"

#include <algorithm>
#include <functional>
#include <map>

#include "checks/fact_kind.h"
#include "core/suggestion.h"
#include "core/utf8.h"
#include "reports/display_width.h"
#include "reports/reading.h"

namespace assay {
namespace {

/// So many names help; more are a list to search in.
constexpr std::size_t kMostNames = 8;

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// A part of a year without its year: "07-09".
std::string show_part(const YearPart& part) {
  const std::string first = two_digits(part.first_month);
  return part.first_month == part.last_month ? first : first + "–" + two_digits(part.last_month);
}

std::vector<std::string> times_of(const Query& query) {
  std::vector<std::string> times;
  for (const Period& period : query.periods) times.push_back(show_period(period));
  for (const YearPart& part : query.parts) times.push_back(show_part(part));
  return times;
}

/// Names by how many facts have them.
using Counts = std::map<std::string, std::size_t>;

Counts count_names(const std::vector<ReadDocument>& documents,
                   const std::function<std::string(const Fact&)>& name_of) {
  Counts counts;
  for (const ReadDocument& document : documents)
    for (const Fact& fact : document.facts)
      if (std::string name = name_of(fact); !name.empty()) ++counts[std::move(name)];
  return counts;
}

/// How a name is shown to the reader.
using NameShown = std::string (*)(const DisplayNames&, const std::string&);
std::string as_written(const DisplayNames&, const std::string& name) { return name; }
std::string as_entity(const DisplayNames& names, const std::string& name) {
  return names.entity(name);
}
std::string as_metric(const DisplayNames& names, const std::string& name) {
  return names.metric(name);
}

/// The most frequent names, in one line; empty when there are none.
std::string line_of(const Counts& counts, const std::string& key, const std::string& of,
                    const Strings& strings, NameShown shown = &as_written) {
  if (counts.empty()) return {};
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, std::greater(), [](const auto& entry) { return entry.second; });
  if (sorted.size() > kMostNames) sorted.resize(kMostNames);
  std::vector<std::string> names;
  names.reserve(sorted.size());
  for (auto& [name, count] : sorted) names.push_back(shown(strings.names(), name));
  const std::string listed = join(names, strings["list_separator"]);
  return printable(strings.fill(key, {{"of", of}, {"names", listed}})) + "\n";
}

/// The facts that a question would have without one of its conditions.
std::vector<const Fact*> facts_of(const Query& query, const std::vector<ReadDocument>& documents) {
  std::vector<const Fact*> facts;
  for (const Answer& answer : find_answers(query, documents)) facts.push_back(answer.fact);
  return facts;
}

Counts count_among(const std::vector<const Fact*>& facts,
                   const std::function<std::string(const Fact&)>& name_of) {
  Counts counts;
  for (const Fact* fact : facts)
    if (std::string name = name_of(*fact); !name.empty()) ++counts[std::move(name)];
  return counts;
}

/// Rows of tables that are no names (合计, 其他) are nobody to ask about.
std::string subject_of(const Fact& fact) {
  return names_a_row(fact) ? std::string() : fact.subject.value;
}
std::string metric_of(const Fact& fact) { return fact.metric.value; }
std::string time_of(const Fact& fact) {
  return fact.period ? show_period(*fact.period) : std::string();
}

/// Other times for which the same is told.
std::string other_times(Query query, const std::vector<ReadDocument>& documents,
                        const Strings& strings) {
  if (!query.asks_when()) return {};
  query.periods.clear();
  query.parts.clear();
  if (query.empty()) return {};
  return line_of(count_among(facts_of(query, documents), time_of), "cli_other_times", "", strings);
}

/// What else is told of the subjects.
std::string other_metrics(const Query& query, const std::vector<ReadDocument>& documents,
                          const Strings& strings) {
  std::string text;
  for (const std::string& subject : query.subjects) {
    Query any;
    any.subjects = {subject};
    text += line_of(count_among(facts_of(any, documents), metric_of), "cli_other_metrics",
                    strings.names().entity(subject), strings, as_metric);
  }
  return text;
}

/// Of whom the metrics are told.
std::string other_subjects(const Query& query, const std::vector<ReadDocument>& documents,
                           const Strings& strings) {
  std::string text;
  for (const std::string& metric : query.metrics) {
    Query any;
    any.metrics = {metric};
    text += line_of(count_among(facts_of(any, documents), subject_of), "cli_other_subjects",
                    strings.names().metric(metric), strings, as_entity);
  }
  return text;
}

bool is_told(const std::string& word, const std::vector<ReadDocument>& documents) {
  return std::ranges::any_of(documents, [&](const ReadDocument& document) {
    return std::ranges::any_of(document.facts,
                               [&](const Fact& fact) { return has_word(fact, word); });
  });
}

/// The name that a misspelt word means; names are compared without letter case, a long name also by
/// its words.
std::string closest_name(const std::string& word, const std::vector<std::string>& names) {
  std::vector<std::string> lower;
  lower.reserve(names.size());
  for (const std::string& name : names) lower.push_back(to_ascii_lower(name));
  const std::string closest = closest_match(word, lower);
  const auto found = std::ranges::find(lower, closest);
  return closest.empty() ? std::string() : names[static_cast<std::size_t>(found - lower.begin())];
}

}  // namespace

std::string understood(const Query& query, const Strings& strings) {
  std::vector<std::string> parts;
  const auto add = [&](const std::string& label, const std::vector<std::string>& names) {
    if (!names.empty())
      parts.push_back(strings.fill(label, {{"names", join(names, strings["list_separator"])}}));
  };
  const DisplayNames& shown = strings.names();
  std::vector<std::string> metrics;
  for (const std::string& metric : query.metrics) metrics.push_back(shown.metric(metric));
  add("cli_asked_subject", shown.entities(query.subjects));
  add("cli_asked_comparand", shown.entities(query.comparands));
  add("cli_asked_scope", shown.entities(query.scope));
  add("cli_asked_metric", metrics);
  add("cli_asked_time", times_of(query));
  add("cli_asked_words", {query.words.begin(), query.words.end()});
  return printable(
      strings.fill("cli_understood", {{"query", join(parts, strings["label_separator"])}}));
}

std::string unknown_words(const Query& query, const std::vector<ReadDocument>& documents,
                          const Strings& strings) {
  std::string text;
  std::vector<std::string> names;
  for (const std::string& word : query.words) {
    if (is_told(word, documents)) continue;
    if (names.empty()) {
      for (const auto& [name, count] : count_names(documents, subject_of)) names.push_back(name);
      for (const auto& [name, count] : count_names(documents, metric_of)) names.push_back(name);
    }
    const std::string meant = closest_name(word, names);
    const std::string key = meant.empty() ? "cli_unknown_word" : "cli_misspelt_word";
    text += printable(strings.fill(key, {{"word", word}, {"name", meant}})) + "\n";
  }
  return text;
}

std::string suggestions(const Query& query, const std::vector<ReadDocument>& documents,
                        const Strings& strings) {
  std::string text = other_times(query, documents, strings);
  if (text.empty()) {
    text = other_metrics(query, documents, strings) + other_subjects(query, documents, strings);
  }
  if (text.empty())
    text = line_of(count_names(documents, subject_of), "cli_all_subjects", "", strings, as_entity);
  return text;
}

}  // namespace assay
