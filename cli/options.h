// SPDX-License-Identifier: MIT
#pragma once
/// What the command line says, as plain data. Only arguments.cpp knows how it is written there.

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checks/finding.h"
#include "cli/configuration.h"

namespace assay {

/// How a run ends; what scripts rely on.
enum class ExitStatus : std::uint8_t {
  Clean = 0,     ///< nothing at or above --fail-on
  Findings = 1,  ///< findings, a contradicted claim, a figure below its floor
  Failure = 2,   ///< wrong usage, or something that could not be read or written
};

enum class ColorChoice : std::uint8_t { Auto, Always, Never };

/// Everything that can be given to a command; a command reads what it takes.
struct Options {
  std::vector<std::string> operands;  ///< paths, a claim, a query, a rule, gold files

  std::string base;                  ///< file of the fact base; empty: none
  std::string format;                ///< empty: what suits the command
  std::string output;                ///< file to write to; empty: standard output
  std::string assets;                ///< folder of the page's style and script; empty: in the page
  std::string from;                  ///< "jsonl": operands are JSON Lines; else empty
  std::string lexicon;               ///< folder that adds to the vocabulary
  std::string changed_since;         ///< a git revision; empty: no such limit
  bool staged = false;               ///< only what the next commit changes
  std::string baseline;              ///< file of the findings that are known; empty: none
  bool prune = false;                ///< drop what the baseline has and is no longer found
  std::string source;                ///< file that the documents were made from; empty: none
  std::vector<std::string> select;   ///< rules to run; empty: all
  std::vector<std::string> ignore;   ///< rules to leave out
  std::vector<std::string> against;  ///< paths that a claim is held against
  std::string documents;             ///< folder of the documents of gold files
  std::string floor;                 ///< file of the figures that must be reached
  std::string write_floor;           ///< file to record today's figures in
  std::size_t jobs = 1;              ///< threads that read documents; at least 1
  std::optional<Severity> fail_on = Severity::Error;  ///< absent: never
  Language language = Language::Chinese;
  ColorChoice color = ColorChoice::Auto;
  bool quiet = false;
  bool verbose = false;

  std::string config;           ///< the configuration to read; empty: the one that is found
  bool no_config = false;       ///< read none
  Configuration configuration;  ///< in force; its values are among the above already
  std::optional<Error> configuration_error;  ///< why none is, though there is a file
  std::set<std::string> given;               ///< names of the options on the command line: "base"
};

}  // namespace assay
