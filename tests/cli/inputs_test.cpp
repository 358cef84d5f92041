// SPDX-License-Identifier: MIT
#include "cli/inputs.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "tests/temporary_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class InputsTest : public TemporaryFolderTest {
 protected:
  /// The paths of all pieces, relative to the folder.
  [[nodiscard]] std::vector<std::string> walked(const std::vector<std::string>& names) const {
    std::vector<std::string> paths;
    for (const std::string& name : names) paths.push_back((folder_ / name).string());
    Inputs inputs(paths, InputForm::Documents);
    std::vector<std::string> found;
    while (const std::optional<Piece> piece = inputs.next()) {
      found.push_back(piece->path.substr(folder_.string().size() + 1));
    }
    return found;
  }
};

TEST_F(InputsTest, WalkTakesDocumentsInOrder) {
  for (const char* name : {"notes/b.md", "notes/a.TXT", "notes/z/c.html", "notes/y.jsonl"}) {
    write(name);
  }
  EXPECT_THAT(walked({"notes"}),
              ElementsAre("notes/a.TXT", "notes/b.md", "notes/y.jsonl", "notes/z/c.html"));
}

TEST_F(InputsTest, WalkLeavesOutWhatNobodyWrote) {
  for (const char* name : {"notes/.hidden.md", "notes/.git/a.md", "notes/build/a.md",
                           "notes/node_modules/a.md", "notes/picture.png", "notes/program"}) {
    write(name);
  }
  EXPECT_THAT(walked({"notes"}), IsEmpty());
}

TEST_F(InputsTest, WhatIsNamedIsReadWhateverItIs) {
  write(".hidden/build/picture.png");
  EXPECT_THAT(walked({".hidden/build/picture.png"}), ElementsAre(".hidden/build/picture.png"));
  write("build/a.md");
  EXPECT_THAT(walked({"build"}), ElementsAre("build/a.md"));
  EXPECT_THAT(walked({"missing.md"}), ElementsAre("missing.md"));
}

TEST_F(InputsTest, FileIsReadOnceUnderItsFirstName) {
  write("notes/a.md");
  write("notes/b.md");
  EXPECT_THAT(walked({"notes/b.md", "notes", "notes/./a.md"}),
              ElementsAre("notes/b.md", "notes/a.md"));
}

TEST_F(InputsTest, LinkedFolderIsNotWalked) {
  write("notes/a.md");
  fs::create_directory_symlink(folder_, folder_ / "notes/up");
  EXPECT_THAT(walked({"notes"}), ElementsAre("notes/a.md"));
}

TEST_F(InputsTest, RecordsComeAsLines) {
  write("r.jsonl", "{}\n{}\n");
  Inputs inputs({(folder_ / "r.jsonl").string()}, InputForm::Documents);
  const std::optional<Piece> piece = inputs.next();
  ASSERT_TRUE(piece && piece->lines);
  EXPECT_EQ(piece->lines->text, "{}\n{}\n");
  EXPECT_FALSE(inputs.next());
}

TEST_F(InputsTest, MissingRecordsAreAnErrorAndTheNextFileFollows) {
  write("a.md");
  Inputs inputs({(folder_ / "none.jsonl").string(), (folder_ / "a.md").string()},
                InputForm::Documents);
  const std::optional<Piece> first = inputs.next();
  ASSERT_TRUE(first && first->error);
  EXPECT_EQ(first->error->code, ErrorCode::Io);
  const std::optional<Piece> second = inputs.next();
  ASSERT_TRUE(second);
  EXPECT_FALSE(second->error);
  EXPECT_FALSE(inputs.next());
}

TEST_F(InputsTest, LinesAreWholeAndCounted) {
  const std::string longer(200000, 'a');
  write("l.txt", "one\n" + longer + "\nthree");
  Result<LineSource> source = LineSource::open((folder_ / "l.txt").string());
  ASSERT_TRUE(source);
  std::string text;
  std::size_t lines = 1;
  for (;;) {
    const Result<std::optional<Lines>> next = source->next();
    ASSERT_TRUE(next);
    if (!*next) break;
    EXPECT_EQ((*next)->first_line, lines);
    EXPECT_TRUE((*next)->text.ends_with('\n') || (*next)->text.ends_with("three"));
    lines += static_cast<std::size_t>(std::count((*next)->text.begin(), (*next)->text.end(), '\n'));
    text += (*next)->text;
  }
  EXPECT_EQ(text, "one\n" + longer + "\nthree");
}

TEST(ForEachLine, SkipsBlanksAndTheMarkButCountsThem) {
  std::vector<std::pair<std::size_t, std::string>> seen;
  for_each_line({.first_line = 1,
                 .text = "\xEF\xBB\xBF"
                         "a\n\n \t\r\nb"},
                [&](std::string_view line, std::size_t number) {
                  seen.emplace_back(number, std::string(line));
                });
  EXPECT_THAT(seen, ElementsAre(testing::Pair(1, "a\n"), testing::Pair(4, "b")));
}

}  // namespace
}  // namespace assay
