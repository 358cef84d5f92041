// SPDX-License-Identifier: MIT
#include "cli/baseline_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <system_error>
#include <utility>

#include "cli/configuration.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBaselineName = "assay-baseline.json";

/// Judges what a baseline has and a check has not.
class Mended {
 public:
  Mended(const CheckResult& result, const std::string& path, const DocumentName& name,
         const CheckExtent& extent)
      : folder_(fs::path(path).parent_path()), extent_(extent) {
    for (const ReadDocument& document : result.documents) read_[name(document.id)] = document.id;
    for (const Finding& finding : result.findings)
      reported_.push_back(known_finding(finding, Language::English, name));
  }

  /// Whether a finding that was not met would have been, if it were still there.
  [[nodiscard]] bool is_mended(const KnownFinding& known) const {
    if (!extent_.runs(known.rule)) return false;
    bool any_read = false;
    bool looked_at = false;
    for (const auto& side : known.sides)
      for (const KnownStatement& statement : side) {
        const auto document = read_.find(statement.document);
        std::error_code failure;
        const bool is_read = document != read_.end();
        if (!is_read && fs::exists(folder_ / statement.document, failure)) return false;
        any_read = any_read || is_read;
        looked_at = looked_at || !is_read || extent_.looks_at(document->second);
      }
    // It is there as long as a larger finding has it.
    return any_read && looked_at && std::ranges::none_of(reported_, [&](const auto& reported) {
             return is_part_of(known, reported);
           });
  }

 private:
  fs::path folder_;  ///< of the baseline
  const CheckExtent& extent_;
  std::map<std::string, std::string> read_;  ///< name -> id
  std::vector<KnownFinding> reported_;
};

}  // namespace

std::string baseline_path(const Options& options) {
  if (!options.baseline.empty()) return options.baseline;
  return path_from_here(options.configuration.folder, kBaselineName);
}

Result<Baseline> load_baseline(const std::string& path, bool must_exist) {
  std::error_code failure;
  if (!fs::exists(path, failure)) {
    if (!must_exist) return Baseline();
    return Error{ErrorCode::BadUsage, "there is no such baseline: assay baseline writes one", path};
  }
  std::ifstream in(path, std::ios::binary);
  if (!in || fs::is_directory(path, failure))
    return Error{ErrorCode::Io, "the baseline cannot be read", path};
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return Baseline::parse(text, path);
}

DocumentName baseline_names(const std::string& path, const Collection& collection) {
  std::error_code failure;
  const std::string folder = fs::absolute(path, failure).lexically_normal().parent_path().string();
  return [folder, &collection](const std::string& id) {
    if (collection.record_line_of.contains(id)) return id;
    const auto given = collection.path_of.find(id);
    if (given != collection.path_of.end())
      return given->second == "-" ? id : path_within(folder, given->second);
    std::error_code unknown;
    return fs::exists(id, unknown) ? path_within(folder, id) : id;
  };
}

std::vector<std::size_t> set_aside_known(CheckResult& result, Baseline& baseline,
                                         const std::string& path, const Collection& collection,
                                         const CheckExtent& extent) {
  const DocumentName name = baseline_names(path, collection);
  std::vector<Finding> reported;
  for (Finding& finding : result.findings) {
    if (baseline.claim(known_finding(finding, Language::English, name))) {
      result.set_aside.push_back({.finding = std::move(finding), .by = SetAsideBy::Baseline});
    } else {
      reported.push_back(std::move(finding));
    }
  }
  result.findings = std::move(reported);
  const Mended mended(result, path, name, extent);
  std::vector<std::size_t> places = baseline.unclaimed();
  std::erase_if(places, [&](std::size_t i) { return !mended.is_mended(baseline.findings()[i]); });
  return places;
}

}  // namespace assay
