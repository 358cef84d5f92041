// SPDX-License-Identifier: MIT
#include "core/embedded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace assay {
namespace {

TEST(Embedded, FilesArriveByteForByte) {
  std::size_t files = 0;
  for (const auto folder : {embedded_units(), embedded_core_data()}) {
    EXPECT_TRUE(std::is_sorted(folder.begin(), folder.end(),
                               [](const auto& a, const auto& b) { return a.name < b.name; }));
    for (const EmbeddedFile& file : folder) {
      std::ifstream in(std::string(ASSAY_SOURCE_DIR) + "/" + std::string(file.name),
                       std::ios::binary);
      const std::string content{std::istreambuf_iterator<char>(in), {}};
      EXPECT_TRUE(file.content == content) << file.name;
      EXPECT_EQ(find_embedded(folder, file.name), &file);
      ++files;
    }
  }
  EXPECT_GT(files, 10U);
}

TEST(Embedded, UnknownNamesAreNotFound) {
  EXPECT_EQ(find_embedded(embedded_units(), "length.json"), nullptr) << "names are whole paths";
  EXPECT_EQ(find_embedded(embedded_units(), ""), nullptr);
  EXPECT_EQ(find_embedded({}, "core/units/length.json"), nullptr);
}

}  // namespace
}  // namespace assay
