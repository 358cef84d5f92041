// SPDX-License-Identifier: MIT
#include "facts/knowledge.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "core/embedded.h"
#include "facts/embedded.h"
#include "facts/frames.h"

namespace assay {
namespace {

constexpr std::string_view kNumerals = "numerals.json";
constexpr std::string_view kTimes = "times.json";
constexpr std::string_view kNameWords = "name_words.json";
constexpr std::string_view kPlainWords = "plain_words.json";

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The *.json files of a user's folder, in the order of their names.
Result<std::vector<LexiconFile>> read_folder(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code failure;
  std::vector<std::string> paths;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    if (entry->path().extension() == ".json") paths.push_back(entry->path().string());
  }
  if (failure)
    return Error{ErrorCode::Io, "cannot read the lexicon folder: " + failure.message(), folder};
  std::sort(paths.begin(), paths.end());
  std::vector<LexiconFile> files;
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file) return Error{ErrorCode::Io, "cannot read the lexicon file", path};
    files.push_back({path, content.str()});
  }
  return files;
}

/// Loads one kind of vocabulary file. Absent: it went well.
template <class Part>
std::optional<Error> load_part(std::unique_ptr<Part>& part, const std::string& name,
                               const std::string& content) {
  Result<Part> loaded = Part::load(name, content);
  if (!loaded) return loaded.error();
  part = std::make_unique<Part>(std::move(*loaded));
  return std::nullopt;
}

}  // namespace

Knowledge::Knowledge() = default;
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

Result<Knowledge> Knowledge::load(const std::string& user_folder, ExchangeRates rates) {
  Knowledge knowledge;
  knowledge.rates_ = std::move(rates);
  XXH64_state_t hash;
  XXH64_reset(&hash, 0);
  const auto mix = [&](std::string_view text) { XXH64_update(&hash, text.data(), text.size()); };

  std::vector<std::pair<std::string, std::string>> unit_files;
  for (const EmbeddedFile& file : embedded_units()) {
    unit_files.emplace_back(std::string(file.name), std::string(file.content));
    mix(file.content);
  }
  auto units = UnitTable::load(unit_files);
  if (!units) return units.error();
  knowledge.units_ = std::make_unique<UnitTable>(std::move(*units));
  knowledge.unit_surfaces_ = std::make_unique<UnitSurfaces>(*knowledge.units_);

  std::vector<LexiconFile> lexicon_files;
  for (const EmbeddedFile& file : embedded_lexicon()) {
    mix(file.content);
    const std::string name(file.name);
    const std::string content(file.content);
    std::optional<Error> error;
    if (ends_with(name, kNumerals)) {
      error = load_part(knowledge.numerals_, name, content);
    } else if (ends_with(name, kTimes)) {
      error = load_part(knowledge.times_, name, content);
    } else if (ends_with(name, kNameWords)) {
      error = load_part(knowledge.name_words_, name, content);
    } else if (ends_with(name, kPlainWords)) {
      error = load_part(knowledge.plain_words_, name, content);
    } else {
      lexicon_files.push_back({name, content});
    }
    if (error) return *std::move(error);
  }
  for (const EmbeddedFile& file : embedded_frames()) {
    mix(file.content);
    if (auto error =
            load_part(knowledge.frames_, std::string(file.name), std::string(file.content)))
      return *std::move(error);
  }
  if (!user_folder.empty()) {
    auto user_files = read_folder(user_folder);
    if (!user_files) return user_files.error();
    for (LexiconFile& file : *user_files) {
      mix(file.content);
      lexicon_files.push_back(std::move(file));
    }
  }
  auto lexicon = Lexicon::load(lexicon_files);
  if (!lexicon) return lexicon.error();
  knowledge.lexicon_ = std::make_unique<Lexicon>(std::move(*lexicon));
  knowledge.name_sounds_ = std::make_unique<NameSounds>(*knowledge.lexicon_);
  knowledge.version_ = std::to_string(XXH64_digest(&hash));
  return knowledge;
}

}  // namespace assay
