// SPDX-License-Identifier: MIT
#include "cli/table.h"

#include <gtest/gtest.h>

#include "cli/progress.h"
#include "reports/display_width.h"

namespace assay {
namespace {

TEST(Table, ColumnsAlignByWhatATerminalShows) {
  Table table({"名", "value"}, {1});
  table.add({"华为", "5"});
  table.add({"TSMC", "12345678"});
  EXPECT_EQ(table.to_text(),
            "名       value\n"
            "华为         5\n"
            "TSMC  12345678\n");
}

TEST(Table, LongCellsAreShortenedBetweenCharacters) {
  Table table({"a"}, {}, 6);
  table.add({"英伟达的份额"});
  table.add({"123456"});
  table.add({"1234567"});
  EXPECT_EQ(table.body_to_text(), "英伟…\n123456\n12345…\n");
}

TEST(Table, DocumentsCannotSteerTheTerminal) {
  Table table({"a"});
  table.add({"red \033[31m alert\nnext"});
  const std::string text = table.body_to_text();
  EXPECT_EQ(text.find('\033'), std::string::npos);
  EXPECT_EQ(text.find('\n'), text.size() - 1);
}

TEST(Table, MissingCellsAreEmptyAndLinesEndWithoutSpaces) {
  Table table({"a", "b"});
  EXPECT_TRUE(table.empty());
  table.add({"x"});
  EXPECT_FALSE(table.empty());
  EXPECT_EQ(table.body_to_text("  "), "  x\n");
}

TEST(ProgressLine, FitsItsWidth) {
  EXPECT_EQ(progress_line(0, 4, "a.md", 80), "[                        ] 0/4 a.md");
  EXPECT_EQ(progress_line(4, 4, "a.md", 80), "[========================] 4/4 a.md");
  for (const std::size_t width : {0U, 5U, 30U, 33U, 40U}) {
    EXPECT_LE(display_width(progress_line(3, 7, "notes/很长的文件名.md", width)), width);
  }
}

}  // namespace
}  // namespace assay
