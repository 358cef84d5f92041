// SPDX-License-Identifier: MIT
#include "cli/diagnostics.h"

#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string>

#include "reports/display_width.h"

namespace assay {
namespace {

spdlog::level::level_enum level_of(const Options& options) {
  if (options.quiet) return spdlog::level::err;
  return options.verbose ? spdlog::level::debug : spdlog::level::info;
}

}  // namespace

bool wants_color(ColorChoice choice, int file_descriptor) {
  if (choice != ColorChoice::Auto) return choice == ColorChoice::Always;
  const char* forbidden = std::getenv("NO_COLOR");
  if (forbidden != nullptr && *forbidden != '\0') return false;
  const char* terminal = std::getenv("TERM");
  if (terminal != nullptr && std::string_view(terminal) == "dumb") return false;
  return isatty(file_descriptor) == 1;
}

bool has_links(int file_descriptor) {
  constexpr auto kPrograms =
      std::to_array<std::string_view>({"iTerm.app", "WezTerm", "vscode", "ghostty"});
  constexpr int kFirstVte = 5000;
  if (isatty(file_descriptor) != 1) return false;
  const char* program = std::getenv("TERM_PROGRAM");
  if (program != nullptr && std::ranges::count(kPrograms, std::string_view(program)) > 0)
    return true;
  const char* vte = std::getenv("VTE_VERSION");
  if (vte != nullptr && std::atoi(vte) >= kFirstVte) return true;
  return std::ranges::any_of(std::array{"KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION"},
                             [](const char* name) { return std::getenv(name) != nullptr; });
}

void set_up_diagnostics(const Options& options) {
  auto sink = std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>();
  sink->set_color_mode(wants_color(options.color, STDERR_FILENO) ? spdlog::color_mode::always
                                                                 : spdlog::color_mode::never);
  auto logger = std::make_shared<spdlog::logger>("assay", std::move(sink));
  logger->set_level(level_of(options));
  logger->set_pattern("assay: %^%l%$: %v");
  spdlog::set_default_logger(std::move(logger));
}

void say_error(std::string_view message) { spdlog::error("{}", printable(message)); }
void say_error(const Error& error) { say_error(error.to_string()); }
void say_warning(std::string_view message) { spdlog::warn("{}", printable(message)); }
void say_status(std::string_view message) { spdlog::info("{}", printable(message)); }
void say_detail(std::string_view message) { spdlog::debug("{}", printable(message)); }

}  // namespace assay
