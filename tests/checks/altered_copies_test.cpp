// SPDX-License-Identifier: MIT
/// Copies of the fixture notes in which one number was altered, and copies that say the same in
/// other figures: of the first exactly that number is found, of the second nothing.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/run.h"
#include "core/utf8.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

struct Note {
  std::string name;
  std::string text;
};

/// The notes of fixtures/notes, one document a file.
std::vector<Note> fixture_notes() {
  std::vector<Note> notes;
  const std::filesystem::path folder = ASSAY_SOURCE_DIR "/fixtures/notes";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".jsonl") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    notes.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(in), {}}});
  }
  std::ranges::sort(notes, {}, &Note::name);
  return notes;
}

using Replacement = std::pair<std::string_view, std::string_view>;

std::string replaced(std::string text, const Replacement& replacement) {
  text.replace(text.find(replacement.first), replacement.first.size(), replacement.second);
  return text;
}

/// The ways in which a number is written wrong: a digit, the scale, the currency, the unit.
std::vector<std::string> alterations(const std::string& number) {
  constexpr std::array<Replacement, 14> kReplacements = {{{"亿", "万"},
                                                          {"万", "亿"},
                                                          {"million", "billion"},
                                                          {"billion", "million"},
                                                          {"美元", "元"},
                                                          {"$", "€"},
                                                          {"个百分点", "%"},
                                                          {"%", "个百分点"},
                                                          {"percent", "percentage points"},
                                                          {"GB/s", "TB/s"},
                                                          {"GW", "MW"},
                                                          {"纳米", "微米"},
                                                          {"公里", "米"},
                                                          {"吨", "公斤"}}};
  std::vector<std::string> altered;
  for (const Replacement& replacement : kReplacements)
    if (number.find(replacement.first) != std::string::npos && number.find("万亿") == number.npos)
      altered.push_back(replaced(number, replacement));
  const std::size_t digit = number.find_first_of("123456789");
  if (digit != std::string::npos) {
    altered.push_back(number);
    altered.back()[digit] = number[digit] < '5' ? static_cast<char>(number[digit] + 4)
                                                : static_cast<char>(number[digit] - 4);
  }
  return altered;
}

ReadDocument read_as(const Note& note, const std::string& prefix, const std::string& text) {
  const Result<Document> document = read_text(prefix + note.name, text);
  EXPECT_TRUE(document) << note.name;
  return extract(*document, sample_knowledge());
}

/// How many findings join the note with the copy, and how many of them name the bytes at `place`.
struct Joining {
  std::size_t all = 0;
  std::size_t named = 0;
};

Joining findings_between(const Note& note, const std::string& copy, Span place) {
  const CheckResult result =
      check({read_as(note, "note-", note.text), read_as(note, "copy-", copy)}, sample_knowledge());
  Joining joining;
  for (const Finding& finding : result.findings) {
    const auto is_copy = [](const Fact& fact) { return fact.document.starts_with("copy-"); };
    const auto copies = std::ranges::count_if(finding.evidence, is_copy);
    if (copies == 0 || copies == std::ssize(finding.evidence)) continue;
    ++joining.all;
    joining.named += std::ranges::any_of(finding.evidence, [&](const Fact& fact) {
      return is_copy(fact) && fact.mention.overlaps(place) && finding.severity != Severity::Note;
    });
  }
  return joining;
}

TEST(AlteredCopies, TheAlteredNumberIsFoundAndNothingElse) {
  std::size_t planted = 0;
  std::size_t found = 0;
  for (const Note& note : fixture_notes()) {
    for (const Fact& fact : read_as(note, "", note.text).facts) {
      for (const std::string& altered : alterations(fact.text)) {
        std::string copy = note.text;
        copy.replace(fact.mention.begin, fact.mention.size(), altered);
        const Span place{fact.mention.begin, fact.mention.begin + altered.size()};
        const Joining joining = findings_between(note, copy, place);
        ++planted;
        if (joining.named == 1 && joining.all == 1) {
          ++found;
          continue;
        }
        std::cout << note.name << ":" << fact.line << ": " << fact.text << " -> " << altered << ": "
                  << joining.all << " findings, " << joining.named << " on it\n";
      }
    }
  }
  std::cout << found << " of " << planted << " altered numbers found\n";
  ASSERT_GE(planted, 300U);
  EXPECT_GE(static_cast<double>(found), 0.9 * static_cast<double>(planted));
}

std::string with_all_replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

TEST(AlteredCopies, ACopyInOtherFiguresSaysTheSame) {
  const std::vector<std::vector<Replacement>> ways = {
      {},
      {{"0", "０"}, {"1", "１"}, {"2", "２"}, {"3", "３"}, {"5", "５"}, {"8", "８"}},
      {{" 30%", " 三成"}, {"为30%", "为三成"}, {"约60%", "约六成"}, {"的80%", "的八成"}},
      {{"英伟达", "NVIDIA"}, {"台积电", "TSMC"}, {"华为", "Huawei"}, {"海力士", "hynix"}},
      {{"份额", "份額"}, {"营收", "營收"}, {"亿", "億"}, {"产", "產"}, {"个", "個"}, {"万", "萬"}},
      {{"billion", "bn"}, {" percent", "%"}},
  };
  for (const Note& note : fixture_notes()) {
    for (const auto& way : ways) {
      std::string copy = note.text;
      for (const auto& [from, to] : way) copy = with_all_replaced(std::move(copy), from, to);
      EXPECT_EQ(findings_between(note, copy, {}).all, 0U)
          << note.name << (way.empty() ? "" : way.front().second);
    }
  }
}

}  // namespace
}  // namespace assay
