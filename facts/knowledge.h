// SPDX-License-Identifier: MIT
#pragma once
/// All that reading and checking need to know: units, numerals, words, the user's exchange rates. One
/// immutable value, handed on by const reference; there are no globals.

#include <memory>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/unit.h"
#include "facts/exchange_rates.h"
#include "facts/lexicon.h"
#include "facts/name_sounds.h"
#include "facts/name_words.h"
#include "facts/numeral_words.h"
#include "facts/plain_words.h"
#include "facts/time_words.h"
#include "facts/unit_surfaces.h"

namespace assay {

class Frames;

class Knowledge {
 public:
  Knowledge(Knowledge&&) noexcept;
  Knowledge& operator=(Knowledge&&) noexcept;
  ~Knowledge();

  /// The embedded vocabulary, and on top of it the *.json files of a user's folder (none when
  /// empty); and the rates that amounts are converted by. Errors: BadData naming the file; Io when the
  /// folder cannot be read.
  static Result<Knowledge> load(const std::string& user_folder = {}, ExchangeRates rates = {});

  [[nodiscard]] const UnitTable& units() const { return *units_; }
  [[nodiscard]] const UnitSurfaces& unit_surfaces() const { return *unit_surfaces_; }
  [[nodiscard]] const NumeralWords& numerals() const { return *numerals_; }
  [[nodiscard]] const TimeWords& times() const { return *times_; }
  [[nodiscard]] const NameWords& name_words() const { return *name_words_; }
  [[nodiscard]] const PlainWords& plain_words() const { return *plain_words_; }
  [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
  [[nodiscard]] const NameSounds& name_sounds() const { return *name_sounds_; }
  [[nodiscard]] const Frames& frames() const { return *frames_; }
  [[nodiscard]] const ExchangeRates& rates() const { return rates_; }
  /// Changes whenever any vocabulary file does: part of the key under which facts are kept.
  [[nodiscard]] const std::string& version() const { return version_; }

 private:
  Knowledge();
  // Held by pointer so that the surfaces can point into the table while Knowledge is moved.
  std::unique_ptr<UnitTable> units_;
  std::unique_ptr<UnitSurfaces> unit_surfaces_;
  std::unique_ptr<NumeralWords> numerals_;
  std::unique_ptr<TimeWords> times_;
  std::unique_ptr<NameWords> name_words_;
  std::unique_ptr<PlainWords> plain_words_;
  std::unique_ptr<Lexicon> lexicon_;
  std::unique_ptr<NameSounds> name_sounds_;
  std::unique_ptr<Frames> frames_;
  ExchangeRates rates_;
  std::string version_;
};

}  // namespace assay
