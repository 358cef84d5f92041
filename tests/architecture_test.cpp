// SPDX-License-Identifier: MIT
/// Laws about the sources themselves. A failure names the file and the line.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace assay {
namespace {

namespace fs = std::filesystem;

/// Each folder may include from itself and from those before it; from api, which is what other
/// programs see, nobody but itself.
constexpr std::string_view kApi = "api";
constexpr std::array<std::string_view, 6> kFolders = {"core", "facts",   "checks",
                                                      kApi,   "reports", "cli"};
constexpr std::size_t kMaxLines = 400;

struct Source {
  std::string name;    ///< path from the root
  std::size_t folder;  ///< index into kFolders
  std::vector<std::string> lines;
};

std::vector<std::string> read_lines(const fs::path& path) {
  std::vector<std::string> lines;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Source> sources() {
  const fs::path root = ASSAY_SOURCE_DIR;
  std::vector<Source> found;
  for (std::size_t folder = 0; folder < kFolders.size(); ++folder) {
    if (!fs::exists(root / kFolders[folder])) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / kFolders[folder])) {
      const fs::path extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp") continue;
      found.push_back({.name = entry.path().lexically_relative(root).string(),
                       .folder = folder,
                       .lines = read_lines(entry.path())});
    }
  }
  return found;
}

/// The path between the quotes of `#include "..."`, or nothing.
std::string_view included(std::string_view line) {
  constexpr std::string_view kDirective = "#include \"";
  if (!line.starts_with(kDirective)) return {};
  line.remove_prefix(kDirective.size());
  return line.substr(0, line.find('"'));
}

bool may_include(std::size_t folder, std::string_view path) {
  for (std::size_t left = 0; left <= folder; ++left) {
    if (kFolders[left] == kApi && left != folder) continue;
    if (path.starts_with(std::string(kFolders[left]) + "/")) return true;
  }
  return false;
}

/// Every place where one of `words` stands in code (comments aside) of a folder up to `last_folder`.
std::vector<std::string> places_of(const std::vector<std::string_view>& words,
                                   std::size_t last_folder) {
  std::vector<std::string> places;
  for (const Source& source : sources()) {
    if (source.folder > last_folder) continue;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      const std::string code = source.lines[i].substr(0, source.lines[i].find("//"));
      for (const std::string_view word : words) {
        if (code.find(word) == std::string::npos) continue;
        places.push_back(source.name + ":" + std::to_string(i + 1) + ": " + std::string(word));
      }
    }
  }
  return places;
}

constexpr std::size_t kCli = kFolders.size() - 1;

TEST(Architecture, FoldersIncludeOnlyFromTheLeft) {
  for (const Source& source : sources()) {
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      const std::string_view path = included(source.lines[i]);
      if (path.empty()) continue;
      EXPECT_TRUE(may_include(source.folder, path))
          << source.name << ":" << i + 1 << ": includes \"" << path << '"';
    }
  }
}

TEST(Architecture, TheHeaderOfTheLibraryNeedsTheStandardLibraryAlone) {
  std::size_t includes = 0;
  for (const std::string& line : read_lines(fs::path(ASSAY_SOURCE_DIR) / "include/assay/assay.h")) {
    if (!line.starts_with("#include")) continue;
    ++includes;
    EXPECT_THAT(line, testing::MatchesRegex("#include <[a-z_]+>"));
  }
  EXPECT_GT(includes, 0U);
}

/// The type that a line of namespace assay begins to define, or nothing.
std::string type_defined_by(const std::string& line) {
  constexpr auto kKinds = std::to_array<std::string_view>({"struct ", "class ", "enum class "});
  for (const std::string_view kind : kKinds)
    if (line.starts_with(kind) && line.find('{') != std::string::npos)
      return line.substr(kind.size(), line.find_first_of(" :{<", kind.size()) - kind.size());
  return {};
}

/// Of two types of one name the linker takes the functions of either, for both.
TEST(Architecture, NoTwoHeadersDefineOneType) {
  std::map<std::string, std::string> defined_in;
  for (const Source& source : sources()) {
    // Below further namespaces a name may come again.
    const bool nested = std::ranges::any_of(source.lines, [](const std::string& line) {
      return line.starts_with("namespace ") && line != "namespace assay {" && line.ends_with('{');
    });
    if (!source.name.ends_with(".h") || nested) continue;
    for (const std::string& line : source.lines) {
      const std::string type = type_defined_by(line);
      if (type.empty()) continue;
      const auto [first, is_new] = defined_in.emplace(type, source.name);
      EXPECT_TRUE(is_new) << type << " is defined in " << first->second << " and " << source.name;
    }
  }
  EXPECT_GT(defined_in.size(), 100U);
}

TEST(Architecture, FilesNameTheirLicenceAndStayShort) {
  for (const Source& source : sources()) {
    ASSERT_FALSE(source.lines.empty()) << source.name << " is empty";
    EXPECT_EQ(source.lines.front(), "// SPDX-License-Identifier: MIT") << source.name;
    EXPECT_LE(source.lines.size(), kMaxLines) << source.name;
  }
}

TEST(Architecture, NoRegularExpressions) {
  EXPECT_EQ(places_of({"std::regex", "#include <regex>"}, kCli), std::vector<std::string>());
}

TEST(Architecture, LibrariesNeitherPrintNorExitNorReadTheirSurroundings) {
  EXPECT_EQ(places_of({"std::cout", "std::cerr", "std::printf", "std::exit(", "std::getenv",
                       "system_clock", "std::setlocale"},
                      kCli - 1),
            std::vector<std::string>());
}

}  // namespace
}  // namespace assay
