// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace assay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using Json = nlohmann::json;

/// extract and verify, also as filters over lines.
class Streaming : public ProgramTest {
 protected:
  /// The values of a key in each line of JSON.
  [[nodiscard]] static std::vector<std::string> values(const Outcome& run, const char* key) {
    std::vector<std::string> result;
    for (const std::string& line : run.lines()) result.push_back(Json::parse(line)[key]);
    return result;
  }
  [[nodiscard]] Outcome extract(const std::string& input) const {
    return assay({"extract", "--from", "jsonl", "-"}, input);
  }
};

TEST_F(Streaming, ExtractPrintsFactsWithTheirRecord) {
  const Outcome run = extract(
      "{\"id\":\"a\",\"text\":\"增长了15%-30%\"}\n{\"id\":\"b\",\"text\":\"no number\"}\n"
      "{\"id\":\"c\",\"text\":\"a price of $5\"}\n");
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(values(run, "document"), ElementsAre("a", "c"));
  EXPECT_THAT(values(run, "text"), ElementsAre("15%-30%", "$5"));
}

TEST_F(Streaming, BadLinesAreNamedAndTheOthersRead) {
  const Outcome run = extract(
      "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"5%\"}\r\n\nno json\n{\"id\":\"b\"}\n[1]\n"
      "{\"id\":\"c\",\"text\":\"6%\"}");
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(values(run, "document"), ElementsAre("a", "c"));
  EXPECT_THAT(run.errors, HasSubstr("-:3: "));
  EXPECT_THAT(run.errors, HasSubstr("-:4: "));
  EXPECT_THAT(run.errors, HasSubstr("-:5: "));
}

TEST_F(Streaming, OrderIsThatOfTheInput) {
  std::string input;
  std::vector<std::string> ids;
  for (int i = 0; i < 3000; ++i) {
    ids.push_back("record-" + std::to_string(i));
    input += R"({"id":")" + ids.back() + R"(","text":"利润增长)" + std::to_string(i) + "%\"}\n";
  }
  const Outcome run = assay({"extract", "--from", "jsonl", "-", "--jobs", "7"}, input);
  EXPECT_EQ(values(run, "document"), ids);
}

TEST_F(Streaming, ReaderWhoLeavesEarlyIsNoError) {
  std::string input;
  for (int i = 0; i < 20000; ++i) input += "{\"id\":\"x\",\"text\":\"价格是500亿元\"}\n";
  const Outcome run = shell(
      "{ \"$ASSAY\" extract --from jsonl -; echo \"status $?\" >status; } | head -n 1", input);
  EXPECT_THAT(run.lines(), SizeIs(1));
  EXPECT_EQ(run.errors, "");
  EXPECT_EQ(read("status"), "status 0\n");
}

TEST_F(Streaming, EachLineIsAnsweredBeforeTheNextIsWritten) {
  // The second line is only written once the answer to the first has arrived.
  const Outcome run = shell(
      "mkfifo in out; \"$ASSAY\" extract --from jsonl - <in >out & exec 3>in 4<out; "
      "printf '{\"id\":\"1\",\"text\":\"5%%\"}\\n' >&3; read -r first <&4; echo \"$first\"; "
      "printf '{\"id\":\"2\",\"text\":\"6%%\"}\\n' >&3; exec 3>&-; read -r second <&4; "
      "echo \"$second\"; wait");
  EXPECT_THAT(values(run, "document"), ElementsAre("1", "2"));
}

TEST_F(Streaming, ExtractedOffsetsSliceTheFile) {
  write("a.md", "# 标题\n\n**华为**的營收達到５６００億元，同比增长22.4%。\n");
  const std::string raw = read("a.md");
  const Outcome run = assay({"extract", "a.md", "--format", "jsonl"});
  EXPECT_GE(run.lines().size(), 2U);
  for (const std::string& line : run.lines()) {
    const Json fact = Json::parse(line);
    const std::size_t start = fact["start"];
    EXPECT_EQ(raw.substr(start, fact["end"].get<std::size_t>() - start), fact["text"]);
  }
}

TEST_F(Streaming, ExtractIsATableForPeople) {
  write("a.md", kHalf);
  const Outcome run = assay({"extract", "a.md"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.output, HasSubstr("a.md (1 fact)"));
  EXPECT_THAT(run.output, HasSubstr("50%"));
}

TEST_F(Streaming, VerifyEndsWithTheVerdict) {
  write("a.md", kHalf);
  EXPECT_EQ(assay({"verify", kHalf, "--against", "a.md"}).status, 0);
  EXPECT_EQ(assay({"verify", kThird, "--against", "a.md"}).status, 1);
  EXPECT_EQ(assay({"verify", kThird, "--against", "a.md", "--fail-on", "never"}).status, 0);
  EXPECT_EQ(assay({"verify", kOther, "--against", "a.md"}).status, 0);
  EXPECT_EQ(assay({"verify", kHalf, "--against", "missing.md"}).status, 2);
}

TEST_F(Streaming, VerifyAnswersEachRecord) {
  const auto record = [](const std::string& id, std::string claim, std::string against) {
    return Json{{"id", id}, {"claim", std::move(claim)}, {"against", std::move(against)}}.dump() +
           "\n";
  };
  const Outcome run = assay({"verify", "--from", "jsonl", "-"}, record("same", kHalf, kHalf) +
                                                                    record("other", kThird, kHalf) +
                                                                    record("none", kOther, kHalf));
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(values(run, "id"), ElementsAre("same", "other", "none"));
  EXPECT_THAT(values(run, "verdict"), ElementsAre("supported", "contradicted", "unverifiable"));
  for (const std::string& line : run.lines()) {
    const Json answer = Json::parse(line);
    EXPECT_TRUE(answer["evidence"].is_array());
    EXPECT_TRUE(answer["explanation"].is_string());
  }
}

TEST_F(Streaming, VerifyNamesBadRecords) {
  const Outcome run =
      assay({"verify", "--from", "jsonl", "-"},
            "{\"id\":\"a\",\"claim\":\"5%\"}\n{\"id\":\"b\",\"against\":\"5%\"}\n{}\nx\n"
            "{\"id\":7,\"claim\":\"5%\",\"against\":\"\"}\n");
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(values(run, "id"), ElementsAre("7"));
  for (const char* place : {"-:1: ", "-:2: ", "-:3: ", "-:4: "}) {
    EXPECT_THAT(run.errors, HasSubstr(place));
  }
}

}  // namespace
}  // namespace assay
