// SPDX-License-Identifier: MIT
/// Names that transcripts spell by ear, and words that only sound like names.

#include "facts/heard_names.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/utf8.h"
#include "facts/extract.h"
#include "facts/fact_json.h"
#include "facts/pinyin.h"
#include "tests/facts/reading_samples.h"
#include "tests/facts/scanned_samples.h"
#include "tests/temporary_folder.h"

namespace assay {
namespace {

/// Every name that was known by its sound alone: "海利士=SK hynix", joined by " / ".
std::string heard_in(const std::string& text, bool speech = true) {
  std::string all;
  for (const Token& token : scan_text(text, speech).tokens) {
    if (token.heard_as(text).empty()) continue;
    const auto entity = static_cast<std::size_t>(token.lexeme->entity);
    all += (all.empty() ? "" : " / ") + token.heard_as(text) + "=" +
           sample_knowledge().lexicon().entities()[entity].name;
  }
  return all;
}

TEST(HeardNames, ThreeSyllablesAreANameWhereverTheyStand) {
  constexpr Row kRows[] = {
      {"海利士六成二 美光两成一", "海利士=SK hynix"},
      {"英维达上一个财年在中国卖了一百七十亿美金", "英维达=NVIDIA"},
      {"跟英维达谈的一颗五百六十美金", "英维达=NVIDIA"},
      {"说回老大哥 含武纪 这个我要多讲两句", "含武纪=Cambricon"},
      {"先说摩尔现成吧 这个票发行价一百一十四块", "摩尔现成=Moore Threads"},
      {"中国的那个文态科技的一个芯片纠纷", "文态科技=Wingtech"},
      {"荷兰的安斯半导体停产了", "安斯半导体=Nexperia"},
      {"台机店的产能利用率有九成", "台机店=TSMC"},
      {"中新国际的产能是一百万片", "中新国际=SMIC"},
      {"黄仁讯讲了明年五百亿美金", "黄仁讯=Jensen Huang"},
      {"梁文丰说成本是五百万美元", "梁文丰=Liang Wenfeng"},
      {"比亚弟卖了四百万辆", "比亚弟=BYD"},
      {"英特耳的市值是一千亿", "英特耳=Intel"},
      {"昆仑欣卖了三万张", "昆仑欣=Kunlunxin"},
      {"连发棵去年收入五百亿", "连发棵=MediaTek"},
      {"北方华闯的订单有三百亿", "北方华闯=NAURA"},
      {"长江存除现在一个月十三万片", "长江存除=YMTC"},
  };
  for (const Row& row : kRows) EXPECT_EQ(heard_in(row.text), row.expected) << row.text;
}

TEST(HeardNames, SyllablesHeardForOneAnotherNeedThreeThatAreTheSame) {
  EXPECT_EQ(heard_in("长新存处募了两百九十五亿"), "长新存处=CXMT");
  // 新 is xin, 星 is xing, and only two syllables are the same.
  EXPECT_EQ(heard_in("星凯来收入四十六亿"), "");
  EXPECT_EQ(heard_in("陈武纪收入四十六亿"), "") << "another syllable altogether";
}

TEST(HeardNames, TwoSyllablesNeedTheTextToVouchForThem) {
  EXPECT_EQ(heard_in("木西募了四十二亿 木西去年亏十四个亿"), "木西=MetaX / 木西=MetaX");
  EXPECT_EQ(heard_in("木西募了四十二亿"), "") << "once is chance";
  EXPECT_EQ(heard_in("沐曦股份上市了 木西募了四十二亿"), "木西=MetaX");
  EXPECT_EQ(heard_in("国内 长新 安徽那个 长新的HBM三是二六年"), "长新=CXMT / 长新=CXMT");
  EXPECT_EQ(heard_in("国内 长新 安徽那个要募两百九十五亿"), "");
}

TEST(HeardNames, CommonWordsThatSoundLikeNamesStayWhatTheyAre) {
  for (const char* text : {
           "应为大家涨了百分之五 应为大家涨了百分之五",
           "因为大家都在涨 因为大家都涨了三成",
           "一台电机卖了三万 一台电机卖了五万",
           "电机的收入有三十亿 电机的成本有二十亿",
           "这种行为罚了三百万 这种行为罚了五百万",
           "实现收入三十亿 实现利润五亿",
           "认证费一年要三万 认证费又涨了两成",
           "重新开来一瓶要三百块",
           "重新算一下是三成 重新算一下是四成",
           "服务期一共三年 服务期满了退三万",
           "都没过一百万 都没过两百万",
           "发过三万张 发过五万张",
           "比人家贵三成 比人家贵两成",
           "未来三年有五百亿 未来五年有八百亿",
           "领跑的车卖了三万 领跑的车卖了五万",
           "理想的价格是三十万",
           "同意的人有三成 同意的人有五成",
           "摩尔定律说的是两年翻一倍",
           "阿里运了三万吨",
           "中国连通一百个国家 中国连通一百个城市",
           "现成的货有三万片 县城的房价是八千",
           "昆仑新闻说有三万人",
           "应特别注意的是三成",
           "海里是三千米",
           "因为达标的有三成 因为达标的有五成",
           "立项的有三家 立项的花了三亿 都立项了",
           "最大化为商业利润三成 最大化为五成",
       })
    EXPECT_EQ(heard_in(text), "") << text;
}

TEST(HeardNames, OnlySpeechIsSpeltByEar) {
  EXPECT_EQ(heard_in("海利士六成二，美光两成一。", false), "");
  EXPECT_EQ(heard_in("海力士六成二 美光两成一"), "") << "written as the lexicon has it";
}

class HeardUserNames : public TemporaryFolderTest {};

TEST_F(HeardUserNames, AreHeardLikeOthers) {
  write("entities.json", R"([{"name": "Skylark", "kind": "company", "aliases": ["云雀航天"]},
    {"name": "Swift", "kind": "company", "aliases": ["雨燕集运"]},
    {"name": "Fish", "kind": "company", "aliases": ["鱼雁集运"]},
    {"name": "saw", "kind": "product", "aliases": ["钢丝锯机"]}])");
  const auto knowledge = Knowledge::load(folder_.string());
  ASSERT_TRUE(knowledge);
  const auto names = [&](const std::string& text) {
    const Scan scanned = scan(text, {.knowledge = *knowledge, .date = {}, .speech = true});
    return std::count_if(scanned.tokens.begin(), scanned.tokens.end(),
                         [&](const Token& token) { return !token.heard_as(text).empty(); });
  };
  EXPECT_EQ(names("云鹊航添收入三十亿"), 1);
  EXPECT_EQ(names("渔燕集运收入三十亿"), 0) << "two entities sound like it";
  EXPECT_EQ(names("钢斯锯机卖了三万"), 0) << "a common noun";
}

TEST(HeardNames, FactsSayHowTheNameWasSpelt) {
  std::string filler;
  for (int i = 0; i < 20; ++i) filler += "这个就是今天要讲的东西 大家都听到了吧 ";
  const ReadDocument read = read_sample(
      filler +
          "海利士三季度收入二十四点四万亿韩元 美光三季度收入一百亿美元 国内 木西募了四十二亿元 "
          "木西去年收入七亿元 " +
          filler + "\n",
      "talk.txt");
  ASSERT_GE(read.facts.size(), 4U);
  EXPECT_EQ(read.facts[0].subject.value, "SK hynix");
  EXPECT_EQ(read.facts[0].subject.heard, "海利士");
  EXPECT_EQ(read.facts[1].subject.heard, "");
  EXPECT_EQ(read.facts[3].subject.value, "MetaX") << "the other place vouches for it";
  EXPECT_EQ(read.facts[3].subject.heard, "木西");
  std::string json;
  append_fact_json(read.facts[0], json);
  EXPECT_NE(json.find(R"("heard":{"subject":"海利士"})"), std::string::npos) << json;
  const Result<Fact> again = FactParser().parse(json);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->subject.heard, "海利士");
  json.clear();
  append_fact_json(read.facts[1], json);
  EXPECT_EQ(json.find("\"heard\""), std::string::npos) << json;
}

TEST(Pinyin, OneSyllableForEachCharacter) {
  constexpr Row kRows[] = {{"线", "xian"}, {"现", "xian"},  {"程", "cheng"}, {"长", "chang"},
                           {"鑫", "xin"},  {"重", "chong"}, {"绿", "lu"},    {"曦", "xi"}};
  for (const Row& row : kRows)
    EXPECT_EQ(spelling_of(syllable_of(decode(row.text, 0).value)), row.expected) << row.text;
  EXPECT_EQ(syllable_of(U'A'), kNoSyllable);
  EXPECT_EQ(syllable_of(U'。'), kNoSyllable);
}

TEST(Pinyin, WhatIsHeardForOneAnotherIsOneBlur) {
  const auto alike = [](char32_t a, char32_t b) {
    return blurred(syllable_of(a)) == blurred(syllable_of(b));
  };
  EXPECT_TRUE(alike(U'新', U'星'));
  EXPECT_TRUE(alike(U'林', U'宁'));
  EXPECT_TRUE(alike(U'知', U'资'));
  EXPECT_TRUE(alike(U'十', U'四'));
  EXPECT_TRUE(alike(U'飞', U'黑'));
  EXPECT_FALSE(alike(U'新', U'先'));
  EXPECT_FALSE(alike(U'波', U'坡'));
  EXPECT_FALSE(alike(U'大', U'他'));
}

}  // namespace
}  // namespace assay
