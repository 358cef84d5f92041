// SPDX-License-Identifier: MIT
#include "tests/facts/block_checks.h"
#include "tests/temporary_folder.h"

namespace assay {
namespace {

// --- Formats

struct FormatCase {
  const char* name;
  std::string text;
  Format format;
};

std::string speech() {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "就是这个芯片的良率 其实已经很高了";
  return text;
}

// Two paragraphs of somebody who talks for half a minute, with `mark` between what he says.
std::string short_speech(const std::string& mark) {
  std::string paragraph = "好那我们接着聊";
  for (const char* said : {"今天讲讲租显卡这个账到底怎么算", "先说买机器的钱吧大家都知道贵",
                           "一台服务器八张卡一共是两百一十万", "机房一个月电费就要七万块",
                           "然后你还要雇六个人轮班去看着它", "租出去一张卡一个小时才收九块"})
    paragraph += mark + said;
  return paragraph + "\n\n" + paragraph;
}

TEST(DetectFormat, ByNameAndContent) {
  const FormatCase cases[] = {
      {"a.md", "x", Format::Markdown},
      {"a.MD", "<html>", Format::Markdown},
      {"dir.md/a", "x", Format::Plain},
      {"a.html", "x", Format::Html},
      {"a.jsonl", "x", Format::JsonLines},
      {"a.srt", "x", Format::Transcript},
      {"a.txt", "<!DOCTYPE html><p>x", Format::Html},
      {"a.txt", "<cite id=\"x\"></cite>\n营收5亿。", Format::Plain},
      {"a.txt", "---\ntitle: x\n---\ny", Format::Markdown},
      {"a.txt", "Timestamp: 2025-01-01\nTitle: x\n\ny", Format::Markdown},
      {"a.txt", "前\n| a | b |\n|---|---|\n| 1 | 2 |", Format::Markdown},
      {"a.txt", "# 标题\n\n正文", Format::Markdown},
      {"a.txt", "#话题# 正文", Format::Plain},
      {"a.txt", "**a** x\n**b** y", Format::Markdown},
      {"a.txt", "2**10 = 1024", Format::Plain},
      {"a.txt", "{\"id\":\"a\",\"text\":\"x\"}\n", Format::JsonLines},
      {"a.txt", "{x}", Format::Plain},
      {"a.txt", "Anna: a\nBen: b\nAnna: c\nBen: d", Format::Transcript},
      {"a.txt", "营收: 5\n利润: 1\n员工: 2\n市值: 3", Format::Plain},
      {"a.txt", speech(), Format::Transcript},
      {"a.txt", short_speech("，"), Format::Plain},
      {"a.txt", short_speech(" "), Format::Transcript},
      {"a.txt", "先讲芯片 大家老问良率到底行不行", Format::Plain},
      {"-", "营收5亿元，利润1亿元。", Format::Plain},
      {"", "", Format::Plain},
  };
  for (const FormatCase& c : cases) {
    EXPECT_EQ(detect_format(c.name, c.text), c.format) << c.name << ": " << c.text.substr(0, 40);
  }
}

// --- Encodings

constexpr const char* kGb18030 =  // 英伟达在中国的市场份额从95%降至50%。
    "\xD3\xA2\xCE\xB0\xB4\xEF\xD4\xDA\xD6\xD0\xB9\xFA\xB5\xC4\xCA\xD0\xB3\xA1\xB7\xDD\xB6\xEE\xB4"
    "\xD3"
    "95%\xBD\xB5\xD6\xC1"
    "50%\xA1\xA3";
constexpr const char* kBig5 =  // 台積電在全球的市場份額達到百分之六十，營收增長。
    "\xA5\x78\xBF\x6E\xB9\x71\xA6\x62\xA5\xFE\xB2\x79\xAA\xBA\xA5\xAB\xB3\xF5\xA5\xF7\xC3\x42\xB9"
    "\x46\xA8\xEC"
    "\xA6\xCA\xA4\xC0\xA4\xA7\xA4\xBB\xA4\x51\xA1\x41\xC0\xE7\xA6\xAC\xBC\x57\xAA\xF8\xA1\x43";

TEST(Encoding, ConvertsChineseEncodingsAndSaysSo) {
  const std::pair<const char*, const char*> cases[] = {
      {kGb18030, "英伟达在中国的市场份额从95%降至50%。"},
      {kBig5, "台积电在全球的市场份额达到百分之六十,营收增长。"},
  };
  for (const auto& [bytes, text] : cases) {
    const Result<Document> document = read_text("a.txt", bytes);
    ASSERT_TRUE(document) << document.error().to_string();
    EXPECT_EQ(document->blocks.at(0).text.text(), text);
    ASSERT_EQ(document->notes.size(), 1u);
    EXPECT_TRUE(document->notes[0].starts_with("converted from "));
    expect_exact_spans(*document);
  }
}

TEST(Encoding, ConvertsUtf16WithItsMark) {
  const Result<Document> document = read_text("a.txt", std::string("\xFF\xFE\x35\0\x25\0", 6));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->blocks.at(0).text.text(), "5%");
}

TEST(Encoding, LeavesOutACharacterThatTheEndCuts) {
  for (const char* end : {"\xE5", "\xE5\x85"}) {
    const Result<Document> document = read_text("f", std::string("营收5亿元，利润1亿") + end);
    ASSERT_TRUE(document) << document.error().to_string();
    EXPECT_EQ(document->blocks.at(0).text.text(), "营收5亿元,利润1亿");
  }
}

TEST(Encoding, RefusesWhatItDoesNotKnow) {
  const std::pair<std::string, std::string> cases[] = {
      {std::string("ab\nc\0d", 6), "f:2: binary content: a zero byte at byte 4"},
      {"revenue caf\xE9 rose 5%\nx", "f:1: neither UTF-8 nor GB18030 or Big5: 0xE9 at byte 11"},
      {"a\nt\xE9l\xE9phone, \xE9t\xE9, d\xE9j\xE0, \xE0 No\xEBl",
       "f:2: neither UTF-8 nor GB18030 or Big5: 0xE9 at byte 3"},
      {"up 5% at the caf\xE9", "f:1: neither UTF-8 nor GB18030 or Big5: 0xE9 at byte 16"},
      {"营收5亿\xE5元", "f:1: neither UTF-8 nor GB18030 or Big5: 0xE5 at byte 10"},
      {"营收5亿\xFF", "f:1: neither UTF-8 nor GB18030 or Big5: 0xFF at byte 10"},
      {"营收5亿\xFF元", "f:1: neither UTF-8 nor GB18030 or Big5: 0xFF at byte 10"},
      {"\x80\x81\xFE\xFF\xC3\x28", "f:1: neither UTF-8 nor GB18030 or Big5: 0x80 at byte 0"},
      // EUC-KR: its syllables lie where GB18030 has its most common characters.
      {"\xBB\xEF\xBC\xBA\xC0\xFC\xC0\xDA\xB4\xC2 \xBF\xC3\xC7\xD8 \xB8\xC5\xC3\xE2\xC0\xCC 5% "
       "\xC1\xF5\xB0\xA1\xC7\xDF\xB4\xD9\xB0\xED \xB9\xDF\xC7\xA5\xC7\xDF\xB4\xD9.",
       "f:1: neither UTF-8 nor GB18030 or Big5: 0xBB at byte 0"},
  };
  for (const auto& [bytes, message] : cases) {
    const Result<Document> document = read_text("f", bytes);
    ASSERT_FALSE(document) << document->raw;
    EXPECT_EQ(document.error().to_string(), message);
    EXPECT_EQ(document.error().code, ErrorCode::BadInput);
  }
}

// --- Dates

TEST(ReadText, KnowsTheDayFromTheFirstLinesOrTheName) {
  const auto day_of = [](const std::string& name, const std::string& text) {
    const Result<Document> document = read_text(name, text);
    return document && document->date ? to_string(*document->date) : "-";
  };
  EXPECT_EQ(day_of("a.txt", "上半年装车量\n\n2023年7月21日\n\n装车量为66GWh。"), "2023-07-21");
  EXPECT_EQ(day_of("a.txt", "标题\n时间：2024-08-06 来源：某报\n装车量为66GWh。"), "2024-08-06");
  EXPECT_EQ(day_of("a.md", "# Title\n\nPublished 2025-03-01\n\nRevenue was $5m."), "2025-03-01");
  EXPECT_EQ(day_of("in/2025-06-01-market.md", "营收5亿元。"), "2025-06-01");
  EXPECT_EQ(day_of("2025-06-01.md", "---\ndate: 2025-05-30\n---\n营收5亿元。"), "2025-05-30");
  // A sentence tells of a day, and a name may hold another number.
  EXPECT_EQ(day_of("a.txt", "公司于2023年7月21日上市，募资66亿元。"), "-");
  EXPECT_EQ(day_of("report-20250601.md", "营收5亿元。"), "-");
}

// --- Files

using ReadFile = TemporaryFolderTest;

TEST_F(ReadFile, KeepsThePathAsId) {
  const std::string path = write("a.md", "# 甲\n\n5%");
  const Result<Document> document = read_document(path);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->id, path);
  EXPECT_EQ(document->raw, "# 甲\n\n5%");
  EXPECT_EQ(document->blocks.size(), 2u);
}

TEST_F(ReadFile, SaysWhatIsWrongWithAPath) {
  const std::string missing = (folder_ / "none.md").string();
  EXPECT_EQ(read_document(missing).error().to_string(), missing + ": no such file");
  EXPECT_EQ(read_document(missing).error().code, ErrorCode::Io);
  const std::string folder = folder_.string();
  EXPECT_EQ(read_document(folder).error().to_string(), folder + ": is a folder, not a file");
}

TEST_F(ReadFile, ReadsOneRecordAndRefusesMany) {
  const std::string record = "{\"id\":\"a\",\"text\":\"5%\"}\n";
  const Result<Document> document = read_document(write("a.jsonl", record));
  ASSERT_TRUE(document);
  EXPECT_EQ(document->id, "a");
  const std::string path = write("b.jsonl", record + record);
  EXPECT_EQ(read_document(path).error().to_string(), path + ": expected one record, found 2");
}

TEST_F(ReadFile, ReadsAnEmptyFile) {
  const Result<Document> document = read_document(write("empty.txt", ""));
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->blocks.empty());
}

}  // namespace
}  // namespace assay
