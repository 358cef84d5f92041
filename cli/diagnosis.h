// SPDX-License-Identifier: MIT
#pragma once
/// What the program goes by, where it has that from, and whether it could work with it.

#include <string>
#include <vector>

#include "cli/options.h"

namespace assay {

/// One thing and its value, as people read it.
struct DiagnosisItem {
  std::string name;
  std::string value;
  std::string origin;  ///< of a setting: "--base", "assay.toml:12", "environment", "default"
};

struct Diagnosis {
  std::string version;
  std::vector<DiagnosisItem> libraries;   ///< with their versions
  std::vector<DiagnosisItem> vocabulary;  ///< how much there is of what; empty when it is broken
  std::string configuration;              ///< the file in force; empty: none
  std::vector<DiagnosisItem> settings;    ///< by name, each with its origin
  std::vector<DiagnosisItem> state;       ///< of the base, the baseline and git
  std::vector<std::string> problems;      ///< what would stop a command
};

/// Looks at everything and changes nothing. Values that are words are in this language.
[[nodiscard]] Diagnosis diagnose(const Options& options, Language language);

[[nodiscard]] std::string diagnosis_to_text(const Diagnosis& diagnosis, Language language);
[[nodiscard]] std::string diagnosis_to_json(const Diagnosis& diagnosis);

}  // namespace assay
