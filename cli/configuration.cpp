// SPDX-License-Identifier: MIT
#include "cli/configuration.h"

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "checks/rule.h"
#include "cli/git.h"
#include "core/suggestion.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

/// The file that is read, and the first complaint about it.
struct TomlFile {
  std::string name;
  std::optional<Error> complaint = {};

  void complain(const toml::source_region& place, std::string message) {
    if (complaint) return;
    complaint = Error{
        ErrorCode::BadUsage, std::move(message),
        name + ":" + std::to_string(place.begin.line) + ":" + std::to_string(place.begin.column)};
  }
};

/// Takes the keys of one table. A getter whose value is of the wrong kind complains and returns
/// nothing; close() complains about the keys that nobody has asked for.
class TomlTable {
 public:
  TomlTable(const toml::table& table, TomlFile& file) : table_(table), file_(file) {}

  const toml::node* take(std::string_view key) {
    known_.emplace_back(key);
    return table_.get(key);
  }

  std::string text(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) return {};
    if (const auto value = node->value_exact<std::string>()) return *value;
    expected(*node, key, "a text");
    return {};
  }

  std::optional<double> number(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) return std::nullopt;
    if (node->is_number()) return node->value<double>();
    expected(*node, key, "a number");
    return std::nullopt;
  }

  std::optional<Day> day(std::string_view key) {
    const toml::node* node = take(key);
    if (node == nullptr) return std::nullopt;
    if (const auto date = node->value_exact<toml::date>())
      if (const auto day = make_day(date->year, date->month, date->day)) return day;
    expected(*node, key, "a date such as 2026-06-30, without quotes");
    return std::nullopt;
  }

  std::vector<std::string> texts(std::string_view key) {
    std::vector<std::string> values;
    const toml::node* node = take(key);
    if (node == nullptr) return values;
    const toml::array* list = node->as_array();
    if (list == nullptr) {
      expected(*node, key, "a list of texts");
      return values;
    }
    for (const toml::node& item : *list) {
      if (const auto value = item.value_exact<std::string>()) {
        values.push_back(*value);
      } else {
        expected(item, key, "a list of texts");
      }
    }
    return values;
  }

  const toml::table* table(std::string_view key) {
    const toml::node* node = take(key);
    if (node != nullptr && !node->is_table()) expected(*node, key, "a table");
    return node == nullptr ? nullptr : node->as_table();
  }

  /// The tables of [[key]].
  std::vector<const toml::table*> tables(std::string_view key) {
    std::vector<const toml::table*> found;
    const toml::node* node = take(key);
    if (node == nullptr) return found;
    const std::string kind = "tables, each under [[" + std::string(key) + "]]";
    const toml::array* list = node->as_array();
    if (list == nullptr) {
      expected(*node, key, kind);
      return found;
    }
    for (const toml::node& item : *list) {
      if (!item.is_table()) expected(item, key, kind);
      if (item.is_table()) found.push_back(item.as_table());
    }
    return found;
  }

  void complain(std::string_view key, std::string message) {
    const toml::node* node = table_.get(key);
    file_.complain(node == nullptr ? table_.source() : node->source(), std::move(message));
  }

  void close() {
    for (const auto& [key, value] : table_) {
      const std::string name(key.str());
      if (std::ranges::count(known_, name) > 0) continue;
      file_.complain(key.source(), "unknown key \"" + name + "\"" + did_you_mean(name, known_));
    }
  }

 private:
  void expected(const toml::node& node, std::string_view key, const std::string& kind) {
    file_.complain(node.source(), "\"" + std::string(key) + "\" has to be " + kind);
  }

  const toml::table& table_;
  TomlFile& file_;
  std::vector<std::string> known_;
};

std::vector<std::string> names_of_rules() {
  std::vector<std::string> names;
  for (const RegisteredRule& rule : all_rules()) names.emplace_back(rule.name);
  return names;
}

/// A word out of a few; the first of them when the key is absent or wrong.
std::string one_of(TomlTable& table, std::string_view key, const std::vector<std::string>& words) {
  std::string word = table.text(key);
  if (word.empty() || std::ranges::count(words, word) > 0) return word;
  std::string known;
  for (const std::string& each : words) known += (known.empty() ? "\"" : ", \"") + each + "\"";
  table.complain(key, "\"" + std::string(key) + "\" cannot be \"" + word + "\"" +
                          did_you_mean(word, words) + "; there are " + known);
  return {};
}

std::vector<std::string> rules_in(TomlTable& table, std::string_view key) {
  const std::vector<std::string> known = names_of_rules();
  std::vector<std::string> rules = table.texts(key);
  for (const std::string& rule : rules) {
    if (find_rule(rule) != nullptr) continue;
    table.complain(key, "unknown rule \"" + rule + "\"" + did_you_mean(rule, known));
  }
  return rules;
}

Severities severities_in(const toml::table* source, TomlFile& file) {
  Severities severities;
  if (source == nullptr) return severities;
  TomlTable table(*source, file);
  for (const std::string& rule : names_of_rules()) {
    const std::string word = one_of(table, rule, {"error", "warning", "note"});
    if (const auto severity = parse_severity(word)) severities[rule] = *severity;
  }
  table.close();
  return severities;
}

/// Patterns without which a table says nothing.
std::vector<std::string> patterns_in(TomlTable& table) {
  std::vector<std::string> paths = table.texts("paths");
  if (paths.empty()) table.complain("paths", "\"paths\" is missing: the documents that are meant");
  return paths;
}

std::vector<FolderSettings> folders_in(TomlTable& root, TomlFile& file) {
  std::vector<FolderSettings> folders;
  for (const toml::table* source : root.tables("folders")) {
    TomlTable table(*source, file);
    folders.push_back(
        {.paths = patterns_in(table), .severity = severities_in(table.table("severity"), file)});
    table.close();
  }
  return folders;
}

std::vector<TrustedDocuments> trusted_in(TomlTable& root, TomlFile& file) {
  std::vector<TrustedDocuments> trusted;
  for (const toml::table* source : root.tables("trusted")) {
    TomlTable table(*source, file);
    std::vector<std::string> paths = patterns_in(table);
    const double weight = table.number("weight").value_or(0);
    if (!(weight > 0)) table.complain("weight", "\"weight\" has to be a number above 0");
    table.close();
    trusted.push_back({.paths = std::move(paths), .weight = weight});
  }
  return trusted;
}

std::string currency_in(TomlTable& table, std::string_view key,
                        const std::vector<std::string>& known) {
  std::string code = table.text(key);
  if (std::ranges::count(known, code) > 0) return code;
  const std::string words = code.empty() ? "is missing: a currency such as \"USD\""
                                         : "names no currency that is known: \"" + code + "\"" +
                                               did_you_mean(code, known);
  table.complain(key, "\"" + std::string(key) + "\" " + words);
  return code;
}

std::vector<ExchangeRate> rates_in(TomlTable& root, TomlFile& file) {
  std::vector<ExchangeRate> rates;
  const std::vector<const toml::table*> sources = root.tables("rates");
  const std::vector<std::string> known =
      sources.empty() ? std::vector<std::string>() : currency_codes();
  for (const toml::table* source : sources) {
    TomlTable table(*source, file);
    const std::optional<Day> date = table.day("date");
    if (!date) table.complain("date", "\"date\" is missing: the day of the rate");
    ExchangeRate rate{.date = date.value_or(Day()),
                      .currency = currency_in(table, "currency", known),
                      .price = table.number("price").value_or(0),
                      .in = currency_in(table, "in", known)};
    if (!(rate.price > 0)) table.complain("price", "\"price\" has to be a number above 0");
    if (rate.currency == rate.in)
      table.complain("in", "\"in\" has to be another currency than \"currency\"");
    table.close();
    rates.push_back(std::move(rate));
  }
  return rates;
}

void read_rules(TomlTable& root, TomlFile& file, Configuration& configuration) {
  const toml::table* source = root.table("rules");
  if (source == nullptr) return;
  TomlTable table(*source, file);
  configuration.select = rules_in(table, "select");
  configuration.ignore = rules_in(table, "ignore");
  table.close();
}

void read_words(TomlTable& root, Configuration& configuration) {
  const std::string language = one_of(root, "language", {"zh", "en"});
  if (!language.empty())
    configuration.language = language == "zh" ? Language::Chinese : Language::English;
  const std::string level = one_of(root, "fail-on", {"error", "warning", "note", "never"});
  if (!level.empty()) configuration.fail_on = parse_severity(level);
}

}  // namespace

std::optional<fs::path> find_configuration(const fs::path& folder) {
  std::error_code failure;
  const std::optional<fs::path> top = work_tree_around(folder);
  fs::path at = fs::weakly_canonical(folder, failure);
  if (failure) return std::nullopt;
  for (;; at = at.parent_path()) {
    if (fs::is_regular_file(at / kConfigurationName, failure)) return at / kConfigurationName;
    if (at == top || at == at.parent_path()) return std::nullopt;
  }
}

Result<Configuration> read_configuration(std::string_view text, const std::string& file) {
  TomlFile source{.name = file};
  toml::table parsed;
  try {
    parsed = toml::parse(text);
  } catch (const toml::parse_error& error) {
    source.complain(error.source(), std::string(error.description()));
    return *source.complaint;
  }
  Configuration configuration{.file = file};
  TomlTable root(parsed, source);
  configuration.paths = root.texts("paths");
  configuration.exclude = root.texts("exclude");
  configuration.base = root.text("base");
  configuration.baseline = root.text("baseline");
  configuration.lexicon = root.text("lexicon");
  read_words(root, configuration);
  read_rules(root, source, configuration);
  configuration.severity = severities_in(root.table("severity"), source);
  configuration.folders = folders_in(root, source);
  configuration.trusted = trusted_in(root, source);
  configuration.rates = rates_in(root, source);
  root.close();
  if (source.complaint) return *source.complaint;
  for (const auto& [key, value] : parsed)
    configuration.lines[std::string(key.str())] = key.source().begin.line;
  return configuration;
}

Result<Configuration> load_configuration(const std::string& file) {
  std::error_code failure;
  std::ifstream in(file, std::ios::binary);
  if (!in || !fs::is_regular_file(file, failure))
    return Error{ErrorCode::Io, "the configuration cannot be read", file};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Result<Configuration> configuration = read_configuration(text, file);
  if (!configuration) return configuration;
  const std::string folder = fs::absolute(file, failure).lexically_normal().parent_path().string();
  configuration->folder = folder;
  for (std::string& path : configuration->paths) path = path_from_here(folder, path);
  for (std::string* path :
       {&configuration->base, &configuration->baseline, &configuration->lexicon})
    *path = path_from_here(folder, *path);
  return configuration;
}

std::string path_from_here(const std::string& folder, const std::string& path) {
  if (path.empty() || fs::path(path).is_absolute() || path.find("://") != std::string::npos)
    return path;
  std::error_code failure;
  const fs::path here = fs::current_path(failure);
  const fs::path target = (fs::path(folder) / path).lexically_normal();
  const fs::path relative = target.lexically_relative(here);
  std::string result = failure || relative.empty() ? target.string() : relative.string();
  if (result.size() > 1 && result.ends_with('/')) result.pop_back();
  return result;
}

std::string path_within(const std::string& folder, const std::string& path) {
  std::error_code failure;
  const fs::path absolute = fs::absolute(path, failure).lexically_normal();
  const fs::path relative = absolute.lexically_relative(folder);
  return failure || relative.empty() ? path : relative.generic_string();
}

}  // namespace assay
