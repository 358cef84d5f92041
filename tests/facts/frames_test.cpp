// SPDX-License-Identifier: MIT
/// The examples of facts/frames/frames.json, a test each, and what the loader refuses.
#include "facts/frames.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/folding.h"
#include "facts/clauses.h"
#include "facts/embedded.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

using Json = nlohmann::json;

/// Examples that no frame reads yet; one that does is to be taken off this list.
const std::set<std::string> kGaps = {"draws 30% less than the H100"};

/// A frame that fits, with the names of its slots.
struct Hit {
  FrameMatch match;
  std::string comparand;
  std::string subject;
};

std::string name_at(const Scan& scanned, const std::string& text, std::optional<std::size_t> at) {
  if (!at) return {};
  const Token& token = scanned.tokens[*at];
  if (token.kind == TokenKind::Name) return std::string(token.span.of(text));
  if (token.lexeme == nullptr || token.lexeme->entity < 0) return {};
  const auto entity = static_cast<std::size_t>(token.lexeme->entity);
  return sample_knowledge().lexicon().entities()[entity].name;
}

std::vector<Hit> hits_in(const std::string& raw) {
  const std::string text = fold_text(raw);
  const Knowledge& knowledge = sample_knowledge();
  const Scan scanned = scan(text, {.knowledge = knowledge, .date = {}});
  std::vector<Hit> hits;
  for (const Clause& clause : split_clauses(scanned, text.size()).clauses) {
    for (std::size_t token = clause.first; token < clause.last; ++token) {
      if (scanned.tokens[token].kind != TokenKind::Quantity) continue;
      auto match = knowledge.frames().match(scanned, clause, token, knowledge.lexicon());
      if (!match) continue;
      const std::string comparand = name_at(scanned, text, match->comparand);
      const std::string subject = name_at(scanned, text, match->subject);
      hits.push_back({std::move(*match), comparand, subject});
    }
  }
  return hits;
}

class Reads : public testing::Test {
 public:
  Reads(std::string frame, Json example) : frame_(std::move(frame)), example_(std::move(example)) {}

  void TestBody() override {
    const std::string text = example_.at("text").get<std::string>();
    for (const Hit& hit : hits_in(text)) {
      if (hit.match.frame != frame_) continue;
      EXPECT_FALSE(kGaps.contains(text)) << "this gap is closed: " << text;
      EXPECT_EQ(hit.comparand, example_.value("comparand", hit.comparand)) << text;
      EXPECT_EQ(hit.subject, example_.value("subject", hit.subject)) << text;
      if (example_.contains("role")) {
        ASSERT_TRUE(hit.match.role) << text;
        EXPECT_EQ(to_string(*hit.match.role), example_["role"].get<std::string>()) << text;
      }
      return;
    }
    EXPECT_TRUE(kGaps.contains(text)) << frame_ << " does not read: " << text;
  }

 private:
  std::string frame_;
  Json example_;
};

class Silent : public testing::Test {
 public:
  Silent(std::string frame, std::string text) : frame_(std::move(frame)), text_(std::move(text)) {}

  void TestBody() override {
    for (const Hit& hit : hits_in(text_)) EXPECT_NE(hit.match.frame, frame_) << text_;
  }

 private:
  std::string frame_;
  std::string text_;
};

template <class Example, class Value>
void register_example(const std::string& frame, const std::string& name, Value value) {
  // A dash in a filter says what to leave out, so a test with one in its name would never be run alone.
  std::string full = frame + "." + name;
  std::replace(full.begin(), full.end(), '-', '_');
  testing::RegisterTest("Frames", full.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                        [frame, value]() -> testing::Test* { return new Example(frame, value); });
}

[[maybe_unused]] const bool kRegistered = [] {
  for (const EmbeddedFile& file : embedded_frames()) {
    for (const Json& record : Json::parse(file.content)) {
      const std::string frame = record.at("name");
      int number = 0;
      for (const Json& example : record.at("reads"))
        register_example<Reads>(frame, "reads_" + std::to_string(++number), example);
      number = 0;
      for (const Json& example : record.at("silent"))
        register_example<Silent>(frame, "silent_" + std::to_string(++number),
                                 example.get<std::string>());
    }
  }
  return true;
}();

TEST(FramesFile, NamesEveryFrameOnce) {
  std::vector<std::string> names;
  for (const EmbeddedFile& file : embedded_frames())
    for (const Json& record : Json::parse(file.content)) names.push_back(record.at("name"));
  ASSERT_FALSE(names.empty());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

TEST(FramesMatch, IsAbsentWithoutAShapeOfItsOwn) {
  for (const char* text :
       {"市场份额为50%", "收入增长30%", "估值5600亿元", "Revenue was $5.2 billion",
        "The yield is 70%", "出貨量達120萬台", "50%"}) {
    for (const Hit& hit : hits_in(text)) ADD_FAILURE() << text << " fits " << hit.match.frame;
  }
}

TEST(FramesMatch, SaysWhichSideIsHigher) {
  const struct {
    const char* text;
    int direction;
  } rows[] = {{"N2的速度比N3E快15%", 1}, {"报价比H100低15%", -1}, {"中国芯片落后美国5年", -1}};
  for (const auto& row : rows) {
    const std::vector<Hit> hits = hits_in(row.text);
    ASSERT_EQ(hits.size(), 1U) << row.text;
    EXPECT_EQ(hits.front().match.direction, row.direction) << row.text;
  }
}

TEST(FramesLoad, AcceptsAPatternAndNothingElse) {
  const auto loads = [](const std::string& json) {
    return Frames::load("f.json", json).has_value();
  };
  EXPECT_TRUE(loads("[]"));
  EXPECT_TRUE(loads(R"([{"name": "a", "pattern": "entity>comparand metric? of Q"}])"));
  for (const char* json : {
           R"([{"name": "a", "pattern": "nonsense Q"}])",
           R"([{"name": "a", "pattern": "entity>thing Q"}])",
           R"([{"name": "a", "pattern": "of Q", "dimensions": ["colour"]}])",
           R"([{"name": "a", "pattern": "of Q", "unless": "nonsense"}])",
           R"([{"name": "a", "pattern": "of Q", "only_kinds": ["planet"]}])",
           R"([{"pattern": "of Q"}])",
           R"([{"name": "a"}])",
           R"([)",
       }) {
    EXPECT_FALSE(loads(json)) << json;
  }
}

TEST(FramesLoad, NamesTheFrameInItsError) {
  const auto loaded = Frames::load("f.json", R"([{"name": "bad-one", "pattern": "nonsense Q"}])");
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().to_string().find("bad-one"), std::string::npos);
  EXPECT_NE(loaded.error().to_string().find("f.json"), std::string::npos);
}

}  // namespace
}  // namespace assay
