// SPDX-License-Identifier: MIT
#include "cli/diagnosis.h"

#include <spdlog/version.h>
#include <sqlite3.h>
#include <unicode/uvernum.h>

#include <toml++/impl/version.h>
#include <CLI/Version.hpp>
#include <Eigen/Core>
#include <boost/version.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <system_error>

#include "checks/rule.h"
#include "checks/wording.h"
#include "cli/baseline_file.h"
#include "cli/fact_base_option.h"
#include "cli/git.h"
#include "cli/table.h"
#include "facts/knowledge.h"
#include "facts/lexicon.h"
#include "reports/json_text.h"
#include "reports/strings.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using DiagnosisJson = nlohmann::ordered_json;

std::string version_of(int major, int minor, int patch) {
  return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

std::vector<DiagnosisItem> libraries() {
  return {
      {.name = "Boost",
       .value =
           version_of(BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100)},
      {.name = "CLI11", .value = CLI11_VERSION},
      {.name = "Eigen",
       .value = version_of(EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION)},
      {.name = "ICU", .value = U_ICU_VERSION},
      {.name = "nlohmann/json",
       .value = version_of(NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR,
                           NLOHMANN_JSON_VERSION_PATCH)},
      {.name = "pugixml",
       .value =
           version_of(PUGIXML_VERSION / 1000, PUGIXML_VERSION / 10 % 100, PUGIXML_VERSION % 10)},
      {.name = "spdlog", .value = version_of(SPDLOG_VER_MAJOR, SPDLOG_VER_MINOR, SPDLOG_VER_PATCH)},
      {.name = "SQLite", .value = sqlite3_libversion()},
      {.name = "toml++", .value = version_of(TOML_LIB_MAJOR, TOML_LIB_MINOR, TOML_LIB_PATCH)}};
}

std::string joined(const std::vector<std::string>& texts) {
  std::string text;
  for (const std::string& each : texts) text += (text.empty() ? "" : ", ") + each;
  return text;
}

std::string words_of(const Severities& severities) {
  std::vector<std::string> words;
  for (const auto& [rule, severity] : severities)
    words.push_back(rule + " = " + std::string(to_string(severity)));
  return joined(words);
}

/// "USD = 7.1 CNY (2026-06-30)"
std::string rate_words(const ExchangeRate& rate) {
  return rate.currency + " = " + number_words(rate.price) + " " + rate.in + " (" +
         to_string(rate.date) + ")";
}

/// Names what is in force and where it was said.
class Settings {
 public:
  Settings(const Options& options, const Strings& strings) : options_(options), strings_(strings) {}

  std::vector<DiagnosisItem> all() {
    const Configuration& configuration = options_.configuration;
    add("paths", "", joined(configuration.paths));
    add("exclude", "", joined(configuration.exclude));
    add("base", "base", options_.base);
    add("baseline", "baseline", options_.baseline);
    add("lexicon", "lexicon", options_.lexicon);
    add("language", "lang", options_.language == Language::Chinese ? "zh" : "en",
        strings_["cli_environment"]);
    add("fail-on", "fail-on",
        options_.fail_on ? std::string(to_string(*options_.fail_on)) : "never");
    add("rules", options_.given.contains("ignore") ? "ignore" : "select", rules());
    add("severity", "", words_of(configuration.severity));
    std::vector<std::string> folders;
    for (const FolderSettings& folder : configuration.folders)
      folders.push_back(joined(folder.paths) + ": " + words_of(folder.severity));
    add("folders", "", joined(folders));
    std::vector<std::string> trusted;
    for (const TrustedDocuments& documents : configuration.trusted) {
      trusted.push_back(joined(documents.paths) + ": " + number_words(documents.weight));
    }
    add("trusted", "", joined(trusted));
    std::vector<std::string> rates;
    for (const ExchangeRate& rate : configuration.rates) rates.push_back(rate_words(rate));
    add("rates", "", joined(rates));
    return std::move(items_);
  }

 private:
  [[nodiscard]] std::string rules() const {
    std::string chosen = options_.select.empty() ? strings_["cli_all"] : joined(options_.select);
    if (options_.ignore.empty()) return chosen;
    return chosen + strings_.fill("cli_all_but", {{"rules", joined(options_.ignore)}});
  }

  /// The option has the name of the setting's place on the command line, if it has one.
  void add(const std::string& name, const std::string& option, std::string value,
           std::string origin = "") {
    const auto line = options_.configuration.lines.find(name);
    if (origin.empty()) origin = strings_["cli_default"];
    if (line != options_.configuration.lines.end())
      origin = options_.configuration.file + ":" + std::to_string(line->second);
    if (options_.given.contains(option)) origin = "--" + option;
    items_.push_back({.name = name, .value = std::move(value), .origin = std::move(origin)});
  }

  const Options& options_;
  const Strings& strings_;
  std::vector<DiagnosisItem> items_;
};

void look_at_vocabulary(const Options& options, Diagnosis& diagnosis) {
  const Result<Knowledge> knowledge = Knowledge::load(options.lexicon);
  if (!knowledge) {
    diagnosis.problems.push_back(knowledge.error().to_string());
    return;
  }
  const Lexicon& lexicon = knowledge->lexicon();
  diagnosis.vocabulary = {{.name = "names", .value = std::to_string(lexicon.entities().size())},
                          {.name = "metrics", .value = std::to_string(lexicon.metrics().size())},
                          {.name = "rules", .value = std::to_string(all_rules().size())},
                          {.name = "version", .value = knowledge->version()}};
}

void look_at_base(const Options& options, const Strings& strings, Diagnosis& diagnosis) {
  if (options.base.empty()) return;
  const Result<FactBase> base = open_base(options.base, FactBase::Mode::Read);
  const Result<std::vector<DocumentRow>> rows =
      base ? base->documents() : Result<std::vector<DocumentRow>>(base.error());
  if (!rows) {
    diagnosis.problems.push_back(rows.error().to_string());
    return;
  }
  std::size_t facts = 0;
  for (const DocumentRow& row : *rows) facts += row.facts;
  diagnosis.state.push_back({.name = "base",
                             .value = strings.count("documents", rows->size()) +
                                      strings["list_separator"] + strings.count("facts", facts),
                             .origin = options.base});
}

void look_at_baseline(const Options& options, const Strings& strings, Diagnosis& diagnosis) {
  if (options.baseline.empty()) return;
  std::error_code failure;
  const bool is_there = fs::exists(options.baseline, failure);
  const Result<Baseline> baseline =
      load_baseline(options.baseline, options.given.contains("baseline"));
  if (!baseline) {
    diagnosis.problems.push_back(baseline.error().to_string());
    return;
  }
  const std::string count = strings.count("findings", baseline->findings().size());
  diagnosis.state.push_back({.name = "baseline",
                             .value = is_there ? count : strings["cli_not_written"],
                             .origin = options.baseline});
}

void look_at_git(const Strings& strings, Diagnosis& diagnosis) {
  const Result<std::string> head = ask_git({"rev-parse", "--short", "HEAD"});
  const Result<std::string> top = ask_git({"rev-parse", "--show-toplevel"});
  std::string value = strings["cli_no_work_tree"];
  if (top) value = head ? head->substr(0, head->find('\n')) : strings["cli_no_commit"];
  if (!top && top.error().code == ErrorCode::Io) value = strings["cli_not_installed"];
  diagnosis.state.push_back(
      {.name = "git", .value = value, .origin = top ? top->substr(0, top->find('\n')) : ""});
}

DiagnosisJson items_to_json(const std::vector<DiagnosisItem>& items) {
  DiagnosisJson object = DiagnosisJson::object();
  for (const DiagnosisItem& item : items) {
    if (item.origin.empty()) {
      object[item.name] = item.value;
    } else {
      object[item.name] = {{"value", item.value}, {"from", item.origin}};
    }
  }
  return object;
}

std::string lines_of(const std::vector<DiagnosisItem>& items) {
  Table table({"", "", ""});
  for (const DiagnosisItem& item : items)
    table.add({item.name, item.value.empty() ? "–" : item.value, item.origin});
  return table.body_to_text("  ");
}

}  // namespace

Diagnosis diagnose(const Options& options, Language language) {
  const Strings strings(language);
  Diagnosis diagnosis{.version = ASSAY_VERSION, .libraries = libraries()};
  diagnosis.configuration = options.configuration.file;
  if (options.configuration_error)
    diagnosis.problems.push_back(options.configuration_error->to_string());
  diagnosis.settings = Settings(options, strings).all();
  look_at_vocabulary(options, diagnosis);
  look_at_base(options, strings, diagnosis);
  look_at_baseline(options, strings, diagnosis);
  look_at_git(strings, diagnosis);
  std::error_code failure;
  for (const std::string& path : options.configuration.paths)
    if (!fs::exists(path, failure))
      diagnosis.problems.push_back(path + ": no such file or folder, though \"paths\" names it");
  return diagnosis;
}

std::string diagnosis_to_text(const Diagnosis& diagnosis, Language language) {
  const Strings strings(language);
  std::string text = "assay " + diagnosis.version + "\n";
  const auto section = [&](std::string_view key, const std::string& lines) {
    if (!lines.empty()) text += "\n" + strings[key] + "\n" + lines;
  };
  section("cli_libraries", lines_of(diagnosis.libraries));
  section("cli_vocabulary", lines_of(diagnosis.vocabulary));
  text += "\n" + strings["cli_configuration"] + ": " +
          (diagnosis.configuration.empty() ? strings["cli_none"] : diagnosis.configuration) + "\n" +
          lines_of(diagnosis.settings);
  section("cli_state", lines_of(diagnosis.state));
  std::string problems;
  for (const std::string& problem : diagnosis.problems) problems += "  " + problem + "\n";
  section("cli_problems", problems);
  return text;
}

std::string diagnosis_to_json(const Diagnosis& diagnosis) {
  DiagnosisJson root;
  root["version"] = diagnosis.version;
  root["libraries"] = items_to_json(diagnosis.libraries);
  root["vocabulary"] = items_to_json(diagnosis.vocabulary);
  root["configuration"] =
      diagnosis.configuration.empty() ? DiagnosisJson() : DiagnosisJson(diagnosis.configuration);
  root["settings"] = items_to_json(diagnosis.settings);
  root["state"] = items_to_json(diagnosis.state);
  root["problems"] = diagnosis.problems;
  return json_text(root, 2) + "\n";
}

}  // namespace assay
