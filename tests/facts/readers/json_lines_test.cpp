// SPDX-License-Identifier: MIT
#include "tests/facts/block_checks.h"

namespace assay {
namespace {

TEST(JsonLine, IsADocument) {
  const Result<Document> record = read_json_line(
      R"({"id":"n1","text":"# 甲\n\n良率**95%**","date":"2025-08-01","source":"https://a.b","title":"题"})",
      "in.jsonl", 3);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->id, "n1");
  EXPECT_EQ(record->raw, "# 甲\n\n良率**95%**");
  EXPECT_EQ(record->title, "题");
  EXPECT_EQ(record->source, "https://a.b");
  EXPECT_EQ(to_string(*record->date), "2025-08-01");
  EXPECT_EQ(record->kind, DocumentKind::Record);
  EXPECT_EQ(raw_of(*record, "95%"), "95%");
  expect_exact_spans(*record);
}

TEST(JsonLine, IsReadAsItsKindSays) {
  const auto read = [](const std::string& kind, const std::string& text) {
    return *read_json_line(R"({"id":7,"text":")" + text + R"(","kind":")" + kind + "\"}", "f", 1);
  };
  EXPECT_EQ(read("page", "<p>5&percnt;</p>").blocks[0].text.text(), "5%");
  EXPECT_EQ(read("page", "x").id, "7");
  EXPECT_EQ(read("plain", "# 5").blocks[0].text.text(), "# 5");
  EXPECT_EQ(read("transcript", "[00:01] A: 5").blocks[0].speaker, "A");
  EXPECT_EQ(read("note", "# 5").kind, DocumentKind::Note);
  EXPECT_EQ(read("no such kind", "# 5").kind, DocumentKind::Record);
}

TEST(JsonLine, NamesFileAndLineOfAnError) {
  const std::pair<const char*, const char*> cases[] = {
      {"[]", "f:9: expected an object with \"id\" and \"text\""},
      {R"({"text":"x"})", "f:9: record has no text in its field \"id\""},
      {R"({"id":"a"})", "f:9: record has no text in its field \"text\""},
      {R"({"id":"a","text":5})", "f:9: record has no text in its field \"text\""},
      {R"({"id":"a","text":"x\u0000y"})", "f:9: binary content: a zero byte in \"text\""},
  };
  for (const auto& [line, message] : cases) {
    const Result<Document> record = read_json_line(line, "f", 9);
    ASSERT_FALSE(record) << line;
    EXPECT_EQ(record.error().to_string(), message);
    EXPECT_EQ(record.error().code, ErrorCode::BadInput);
  }
  for (const char* line :
       {"", "{", "{\"id\":\"a\",\"text\":\"\xFF\"}", R"({"id":"\ud800","text":"x"})"}) {
    const Result<Document> record = read_json_line(line, "f", 9);
    ASSERT_FALSE(record) << line;
    EXPECT_TRUE(record.error().to_string().starts_with("f:9: not JSON: "))
        << record.error().to_string();
  }
}

TEST(ReadRecords, ReadsALineEach) {
  const Result<std::vector<Document>> records =
      read_records("f", "{\"id\":\"a\",\"text\":\"x\"}\n\n{\"id\":\"b\",\"text\":\"y\"}\r\n");
  ASSERT_TRUE(records);
  ASSERT_EQ(records->size(), 2u);
  EXPECT_EQ((*records)[1].id, "b");
}

TEST(ReadRecords, StopsAtTheFirstBadLine) {
  const Result<std::vector<Document>> records =
      read_records("f", "{\"id\":\"a\",\"text\":\"x\"}\n\nno\n");
  ASSERT_FALSE(records);
  EXPECT_EQ(records.error().line, 3u);
}

}  // namespace
}  // namespace assay
