// SPDX-License-Identifier: MIT
#pragma once
/// A folder of its own for each test. Tests run beside each other, so a folder that two of them
/// share is emptied by one while the other still reads it.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace assay {

/// Makes the folder before each test and removes it, with all that is in it, afterwards.
class TemporaryFolderTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "assay-test-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  /// The full path of `name` in the folder.
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }
  /// Writes a file, and the folders it stands in; returns its full path.
  std::string write(const std::string& name, const std::string& content = "x") const {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return path(name);
  }

  std::filesystem::path folder_;
};

}  // namespace assay
