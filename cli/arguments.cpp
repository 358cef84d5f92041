// SPDX-License-Identifier: MIT
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "cli/configured_options.h"
#include "core/in_order.h"
#include "core/suggestion.h"
#include "reports/formats.h"

namespace assay {
namespace {

constexpr std::size_t kMaxJobs = 256;

/// Adds the options of one kind to a command; they are written to `options`.
struct OptionKind {
  Takes takes;
  void (*add)(CLI::App& app, Options& options);
};

/// Lists are given as "a,b" or by repeating the option; the words behind belong to the command.
void add_list(CLI::App& app, const std::string& name, std::vector<std::string>& target,
              const std::string& help) {
  app.add_option(name, target, help)->type_name("RULE")->delimiter(',')->allow_extra_args(false);
}

void add_jobs(CLI::App& app, Options& options) {
  app.add_option("--jobs", options.jobs, "Read documents on N threads")
      ->type_name("N")
      ->default_str("one for each processor")
      ->check(CLI::Range(std::size_t{1}, kMaxJobs));
}

void add_rules(CLI::App& app, Options& options) {
  add_list(app, "--select", options.select, "Run only these rules: a,b or repeated");
  add_list(app, "--ignore", options.ignore, "Leave out these rules");
}

void add_fail_on(CLI::App& app, Options& options) {
  const auto set = [&options](const std::string& word) { options.fail_on = parse_severity(word); };
  app.add_option_function<std::string>("--fail-on", set, "Exit with 1 from this severity on")
      ->type_name("error|warning|note|never")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}))
      ->default_str("error");
}

void add_floor(CLI::App& app, Options& options) {
  app.add_option("--floor", options.floor, "Exit with 1 when a figure falls below this file's")
      ->type_name("FILE");
  app.add_option("--write-floor", options.write_floor, "Record the figures as such a file")
      ->type_name("FILE");
}

constexpr OptionKind kOptionKinds[] = {
    {Takes::Base,
     [](CLI::App& app, Options& options) {
       app.add_option("--base", options.base, "The fact base")->type_name("FILE");
     }},
    {Takes::Format,
     [](CLI::App& app, Options& options) {
       app.add_option("--format", options.format, "How the result is written")->type_name("FORMAT");
     }},
    {Takes::Output,
     [](CLI::App& app, Options& options) {
       app.add_option("-o,--output", options.output, "Write to a file")->type_name("FILE");
     }},
    {Takes::Assets,
     [](CLI::App& app, Options& options) {
       app.add_option("--assets", options.assets,
                      "Write the page's style and script as files of this folder")
           ->type_name("DIR");
     }},
    {Takes::From,
     [](CLI::App& app, Options& options) {
       app.add_option("--from", options.from, "What the input holds: a record on each line")
           ->check(CLI::IsMember({"jsonl"}))
           ->type_name("jsonl");
     }},
    {Takes::Jobs, add_jobs},
    {Takes::Rules, add_rules},
    {Takes::FailOn, add_fail_on},
    {Takes::ChangedSince,
     [](CLI::App& app, Options& options) {
       app.add_option("--changed-since", options.changed_since,
                      "Only findings of files that differ from a git revision")
           ->type_name("REV");
       app.add_flag("--staged", options.staged,
                    "Only findings of files that are staged in git, read as they are staged")
           ->excludes("--changed-since");
     }},
    {Takes::Baseline,
     [](CLI::App& app, Options& options) {
       app.add_option("--baseline", options.baseline, "The findings that are known already")
           ->type_name("FILE");
     }},
    {Takes::Prune,
     [](CLI::App& app, Options& options) {
       app.add_flag("--prune", options.prune, "Add nothing: drop what is no longer found");
     }},
    {Takes::Source,
     [](CLI::App& app, Options& options) {
       app.add_option("--source", options.source,
                      "The text that the documents were made from: a transcript, an article")
           ->type_name("FILE");
     }},
    {Takes::Against,
     [](CLI::App& app, Options& options) {
       app.add_option("--against", options.against, "The texts that the claim is held against")
           ->type_name("PATH");
     }},
    {Takes::Documents,
     [](CLI::App& app, Options& options) {
       app.add_option("--documents", options.documents, "Folder of the documents of the gold files")
           ->type_name("DIR");
     }},
    {Takes::Floor, add_floor},
    {Takes::Configuration,
     [](CLI::App& app, Options& options) {
       CLI::Option* file = app.add_option("--config", options.config, "The configuration to go by")
                               ->type_name("FILE")
                               ->default_str("assay.toml, here or above");
       app.add_flag("--no-config", options.no_config, "Go by no configuration")->excludes(file);
     }},
};

void add_common(CLI::App& app, Options& options) {
  const auto set_language = [&options](const std::string& word) {
    options.language = word == "zh" ? Language::Chinese : Language::English;
  };
  app.add_option_function<std::string>("--lang", set_language, "Language of messages")
      ->type_name("zh|en")
      ->check(CLI::IsMember({"zh", "en"}))
      ->default_str("that of the environment");
  const auto set_color = [&options](const std::string& word) {
    options.color = word == "always"  ? ColorChoice::Always
                    : word == "never" ? ColorChoice::Never
                                      : ColorChoice::Auto;
  };
  app.add_option_function<std::string>("--color", set_color, "Use colours")
      ->type_name("auto|always|never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->default_str("auto");
  app.add_option("--lexicon", options.lexicon, "Folder of *.json files that add to the vocabulary")
      ->type_name("DIR");
  app.add_flag("-q,--quiet", options.quiet, "Say nothing but errors beside the result");
  app.add_flag("-v,--verbose", options.verbose, "Explain at length, and say what is being done");
}

/// What stands behind an option: "FILE". Behind a colon CLI11 adds what its validators accept.
std::string value_name(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  return type.substr(0, type.find(':'));
}

/// Shows operands as they are written, not as CLI11 counts them.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(const Operands& operands) : operands_(operands) { column_width(30); }

  std::string make_usage(const CLI::App*, std::string name) const override {
    std::string usage = "\nUsage: " + name + " [OPTIONS]";
    if (operands_.at_most == 0) return usage + "\n";
    const std::string many = operands_.at_most > 1 ? "..." : "";
    const std::string operand = std::string(operands_.name) + many;
    return usage + (operands_.at_least > 0 ? " " + operand : " [" + operand + "]") + "\n";
  }
  std::string make_positionals(const CLI::App*) const override {
    if (operands_.at_most == 0) return {};
    std::stringstream out;
    CLI::detail::format_help(out, std::string(operands_.name), std::string(operands_.help),
                             get_column_width());
    return "\n" + out.str();
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string type = value_name(*option);
    std::string text = type.empty() ? "" : " " + type;
    if (!option->get_default_str().empty()) text += " [" + option->get_default_str() + "]";
    return text;
  }

 private:
  const Operands& operands_;
};

/// What --format of a command can be.
std::vector<std::string> formats_of(const Command& command) {
  std::vector<std::string> names;
  std::istringstream own{std::string(command.formats)};
  for (std::string name; own >> name;) names.push_back(name.substr(0, name.find(',')));
  if (!names.empty()) return names;
  for (const ReportFormat& format : all_formats()) names.emplace_back(format.name);
  return names;
}

void add_command(CLI::App& app, const Command& command, Options& options) {
  app.formatter(std::make_shared<HelpFormatter>(command.operands));
  app.footer("Examples:\n" + std::string(command.examples));
  app.set_help_flag("-h,--help", "Print this help");
  if (command.operands.at_most > 0) app.add_option("operands", options.operands);
  for (const OptionKind& kind : kOptionKinds) {
    if (command.takes.contains(kind.takes)) kind.add(app, options);
  }
  if (command.takes.contains(Takes::Format)) {
    std::string names;
    for (const std::string& name : formats_of(command)) names += (names.empty() ? "" : ", ") + name;
    app.get_option("--format")->description("How the result is written: " + names);
  }
  add_common(app, options);
}

Invocation wrong_usage(const std::string& command, const std::string& message) {
  std::cerr << "assay: error: " << message << "\nSee assay " << command
            << (command.empty() ? "" : " ") << "--help\n";
  return {.command = nullptr, .options = {}, .status = ExitStatus::Failure};
}

/// The complaint about the first argument that belongs to no option.
std::string unexpected(const CLI::App& app, const std::string& argument) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  const std::string word = argument.substr(0, argument.find('='));
  return "unexpected argument \"" + argument + "\"" + did_you_mean(word, known);
}

std::string count_complaint(const Operands& operands, std::size_t count) {
  const std::string name(operands.name);
  if (count < operands.at_least) return name + " is missing: " + std::string(operands.help);
  if (count > operands.at_most) {
    return "expected at most " + std::to_string(operands.at_most) + " " + name + ", found " +
           std::to_string(count);
  }
  return {};
}

void print_overview() {
  std::cout << "assay finds the numbers in a set of documents that cannot all be true.\n\n"
               "Usage: assay COMMAND [OPTIONS] [ARGUMENTS]\n\nCommands:\n";
  std::size_t widest = 0;
  for (const Command* command : all_commands()) widest = std::max(widest, command->name.size());
  for (const Command* command : all_commands()) {
    std::cout << "  " << command->name << std::string(widest + 2 - command->name.size(), ' ')
              << command->summary << "\n";
  }
  std::cout << "\nExamples:\n"
               "  Which numbers of these notes contradict one another?\n"
               "    assay check notes/\n"
               "  Keep them in a fact base, and write a report for the browser\n"
               "    assay add --base facts.db notes/\n"
               "    assay report --base facts.db -o report.html\n"
               "\nassay COMMAND --help says more, assay explain says what is checked.\n";
}

Invocation unknown_command(const std::string& word) {
  if (word.starts_with('-')) {
    return wrong_usage("", "expected a command, found \"" + word + "\"; options stand behind it");
  }
  std::vector<std::string> names;
  for (const Command* command : all_commands()) names.emplace_back(command->name);
  return wrong_usage("", "unknown command \"" + word + "\"" + did_you_mean(word, names));
}

const char* environment(const char* name) { return std::getenv(name); }

Options default_options() {
  Options options;
  options.jobs = hardware_threads();
  options.language = language_of_environment(environment("LC_ALL"), environment("LC_MESSAGES"),
                                             environment("LANG"));
  return options;
}

/// Reads the arguments behind the name of the command into `invocation`; what they do not name stays
/// as it is there. False: all has been said.
bool parse(const Command& command, int argc, const char* const* argv, Invocation& invocation) {
  const std::string name(command.name);
  CLI::App app(std::string(command.details), "assay " + name);
  add_command(app, command, invocation.options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    std::cout << app.help();
    invocation = {};
    return false;
  } catch (const CLI::ExtrasError& error) {
    const std::vector<std::string> extras = app.remaining();
    invocation = wrong_usage(name, extras.empty() ? error.what() : unexpected(app, extras.front()));
    return false;
  } catch (const CLI::ParseError& error) {
    invocation = wrong_usage(name, error.what());
    return false;
  }
  for (const CLI::Option* option : app.get_options())
    if (option->count() > 0) invocation.options.given.insert(option->get_single_name());
  return true;
}

/// The arguments are read twice: first to learn which configuration is meant, then to be put over
/// what it says.
Invocation read_command(const Command& command, int argc, const char* const* argv) {
  Invocation invocation{.command = &command, .options = default_options()};
  if (!parse(command, argc, argv, invocation)) return invocation;
  if (command.takes.contains(Takes::Configuration)) {
    Options configured = default_options();
    configured.given = std::move(invocation.options.given);
    configure(invocation.options, configured);
    invocation.options = std::move(configured);
    if (!parse(command, argc, argv, invocation)) return invocation;
    complete(command, invocation.options);
    const std::optional<Error>& error = invocation.options.configuration_error;
    if (error && !command.reports_configuration) {
      std::cerr << "assay: error: " << error->to_string() << "\n";
      return {.command = nullptr, .options = {}, .status = ExitStatus::Failure};
    }
  }
  const std::string complaint =
      count_complaint(command.operands, invocation.options.operands.size());
  return complaint.empty() ? invocation : wrong_usage(std::string(command.name), complaint);
}

/// The description of one option of an app.
OptionDescription description_of(const CLI::Option& option) {
  OptionDescription description{.names = {},
                                .value = value_name(option),
                                .choices = {},
                                .help = option.get_description(),
                                .otherwise = option.get_default_str(),
                                .repeatable = option.get_expected_max() > 1};
  for (const std::string& name : option.get_snames()) description.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) description.names.push_back("--" + name);
  return description;
}

}  // namespace

std::vector<OptionDescription> describe_options(const Command& command) {
  Options unused;
  CLI::App app;
  add_command(app, command, unused);
  std::vector<OptionDescription> descriptions;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->nonpositional()) continue;
    descriptions.push_back(description_of(*option));
    OptionDescription& description = descriptions.back();
    if (description.value == "FORMAT") description.choices = formats_of(command);
  }
  return descriptions;
}

Invocation read_arguments(int argc, const char* const* argv) {
  const std::string first = argc > 1 ? argv[1] : "--help";
  if (first == "--version") {
    std::cout << "assay " ASSAY_VERSION "\n";
    return {};
  }
  if (first == "--help" || first == "-h" || first == "help") {
    print_overview();
    return {};
  }
  const Command* command = find_command(first);
  return command == nullptr ? unknown_command(first) : read_command(*command, argc - 1, argv + 1);
}

Language language_of_environment(const char* lc_all, const char* lc_messages, const char* lang) {
  for (const char* value : {lc_all, lc_messages, lang}) {
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("zh") ? Language::Chinese : Language::English;
  }
  return Language::Chinese;
}

}  // namespace assay
