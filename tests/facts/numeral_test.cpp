// SPDX-License-Identifier: MIT
#include "facts/numeral.h"

#include <cstdio>
#include <string>

#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

using Reader = std::optional<Numeral> (*)(const NumeralGrammar&, std::string_view);

struct Row {
  const char* text;
  const char* expected;  ///< "low" or "low..high", then "|" and what is left; "none"
};

std::string read_with(Reader reader, std::string_view text) {
  const NumeralGrammar grammar{sample_knowledge().numerals(), sample_knowledge().unit_surfaces()};
  const std::optional<Numeral> numeral = reader(grammar, text);
  if (!numeral) return "none";
  std::string result = numeral->low.to_string();
  if (numeral->high.to_string() != result) result += ".." + numeral->high.to_string();
  if (numeral->end < text.size()) result += "|" + std::string(text.substr(numeral->end));
  return result;
}

std::optional<Numeral> han(const NumeralGrammar& grammar, std::string_view text) {
  return read_han(grammar, text, 0);
}
std::optional<Numeral> digits(const NumeralGrammar& grammar, std::string_view text) {
  return read_digits(grammar, text, 0, false);
}
std::optional<Numeral> price_digits(const NumeralGrammar& grammar, std::string_view text) {
  return read_digits(grammar, text, 0, true);
}
std::optional<Numeral> english(const NumeralGrammar& grammar, std::string_view text) {
  return read_english(grammar, text, 0);
}

template <std::size_t kCount>
void expect_rows(Reader reader, const Row (&rows)[kCount]) {
  for (const Row& row : rows) EXPECT_EQ(read_with(reader, row.text), row.expected) << row.text;
}

TEST(HanNumeral, ReadsGroupsAndScales) {
  expect_rows(han, {{"三", "3"},
                    {"十", "10"},
                    {"十二", "12"},
                    {"二十", "20"},
                    {"三万四千", "34000"},
                    {"一亿二千万", "120000000"},
                    {"一万五千亿", "1500000000000"},
                    {"一百零二", "102"},
                    {"两千五百", "2500"},
                    {"廿五", "25"},
                    {"三点五", "3.5"},
                    {"六十五纳米", "65|纳米"}});
}

TEST(HanNumeral, FillsTheNextPlaceWithALoneLastDigit) {
  expect_rows(han, {{"两千五", "2500"},
                    {"一百二", "120"},
                    {"三万五", "35000"},
                    {"一千零五", "1005"},
                    {"一百零二", "102"}});
}

TEST(HanNumeral, ReadsFinancialAndFoldedSigns) {
  expect_rows(han, {{"壹佰", "100"}, {"伍拾", "50"}, {"叁仟", "3000"}, {"贰万", "20000"}});
}

TEST(HanNumeral, ReadsVagueOnesAsRanges) {
  expect_rows(han, {{"几百", "200..999"}, {"十几", "11..19"}, {"几十", "20..99"}});
}

TEST(HanNumeral, IsAbsentForWhatIsNoNumeral) {
  expect_rows(han, {{"", "none"},
                    {"的", "none"},
                    {"纳米", "none"},
                    {"abc", "none"},
                    {"12", "none"},
                    {"。", "none"},
                    {"华为", "none"},
                    {"点", "none"}});
}

TEST(Digits, ReadsSeparatorsPointsAndScales) {
  expect_rows(digits, {{"5600", "5600"},
                       {"5,600", "5600"},
                       {"1,100.9", "1100.9"},
                       {"0.5", "0.5"},
                       {"3.2万亿", "3200000000000"},
                       {"13万2", "132000"},
                       {"2235.55亿", "223555000000"},
                       {"1.3 billion", "1300000000"},
                       {"1.3 bn", "1300000000"},
                       {"50 million", "50000000"},
                       {"7000万", "70000000"},
                       {"80%", "80|%"},
                       {"14nm", "14|nm"}});
}

TEST(Digits, LeavesAloneWhatOnlyLooksLikeAScale) {
  expect_rows(digits, {{"500千瓦", "500|千瓦"},
                       {"3 millimeters", "3| millimeters"},
                       {"5 billboards", "5| billboards"},
                       {"12,34", "12|,34"},
                       {"7 trucks", "7| trucks"}});
}

TEST(Digits, TakesLettersForScalesBehindACurrencyOnly) {
  expect_rows(price_digits, {{"5m", "5000000"}, {"3.5B", "3500000000"}, {"2bn", "2000000000"}});
  expect_rows(digits, {{"5m", "5|m"}, {"910B", "910|B"}});
}

TEST(Digits, AreAbsentForVersionsAndLongIdentifiers) {
  expect_rows(digits, {{"1.2.3", "none"},
                       {"10.0.0.1", "none"},
                       {"1234567890123456789012", "none"},
                       {"abc", "none"},
                       {"三", "none"},
                       {"", "none"}});
}

TEST(EnglishNumeral, ReadsWords) {
  expect_rows(english, {{"seven", "7"},
                        {"twenty-five", "25"},
                        {"Twenty five", "25"},
                        {"one hundred and two", "102"},
                        {"three hundred", "300"},
                        {"two million", "2000000"},
                        {"ten thousand wafers", "10000| wafers"},
                        {"three and two", "3| and two"}});
}

TEST(EnglishNumeral, ReadsSpokenDecimals) {
  expect_rows(english, {{"two point three million subscribers", "2300000| subscribers"},
                        {"forty-one point six percent", "41.6| percent"},
                        {"zero point two five", "0.25"},
                        {"ninety-nine point ninety-five percent", "99.95| percent"},
                        {"one point one thousand", "1100"},
                        {"two points three", "2| points three"},
                        {"two point of view", "2| point of view"},
                        {"two million point three", "2000000| point three"}});
  const NumeralGrammar grammar{sample_knowledge().numerals(), sample_knowledge().unit_surfaces()};
  // "At one point three of them left."
  EXPECT_EQ(read_english(grammar, "at one point three", 3)->low.to_string(), "1");
  EXPECT_EQ(read_english(grammar, "by one point three", 3)->low.to_string(), "1.3");
}

TEST(EnglishNumeral, IsInTheShareBeforeItWhenSpoken) {
  const auto amounts = [](const std::string& text) {
    std::string all;
    for (const Fact& fact : read_sample(text).facts) {
      char buffer[40];
      std::snprintf(buffer, sizeof buffer, "%g ", fact.quantity.stated.low);
      all += buffer + fact.quantity.written_unit + ";";
    }
    return all;
  };
  EXPECT_EQ(amounts("Churn fell to one point one percent from one point four."),
            "0.011 percent;0.014 percent;");
  EXPECT_EQ(amounts("Churn is four percent and we are at two point three million."),
            "0.04 percent;2.3e+06 ;");
  EXPECT_EQ(amounts("Churn is four percent. We are at two point three."), "0.04 percent;2.3 ;");
}

TEST(EnglishNumeral, IsAbsentForOtherWords) {
  expect_rows(english, {{"", "none"},
                        {"often", "none"},
                        {"tent", "none"},
                        {"the", "none"},
                        {"sevenfold", "none"},
                        {"5", "none"},
                        {"weight", "none"},
                        {"onerous", "none"}});
}

TEST(Numeral, CarriesItsHedge) {
  const NumeralGrammar grammar{sample_knowledge().numerals(), sample_knowledge().unit_surfaces()};
  const struct {
    const char* text;
    Hedge hedge;
  } rows[] = {{"5600多亿", Hedge::LittleOver},
              {"300余", Hedge::LittleOver},
              {"5600亿", Hedge::None},
              {"300", Hedge::None}};
  for (const auto& row : rows) {
    const std::optional<Numeral> numeral = read_digits(grammar, row.text, 0, false);
    ASSERT_TRUE(numeral) << row.text;
    EXPECT_EQ(numeral->hedge, row.hedge) << row.text;
  }
  const std::optional<Numeral> more_than_thousands = read_han(grammar, "上千", 0);
  ASSERT_TRUE(more_than_thousands);
  EXPECT_EQ(more_than_thousands->hedge, Hedge::AtLeast);
}

TEST(Numeral, TellsAmountsFromNames) {
  const NumeralGrammar grammar{sample_knowledge().numerals(), sample_knowledge().unit_surfaces()};
  const auto of = [&](std::string_view text) { return read_han(grammar, text, 0); };
  EXPECT_TRUE(of("二零二五")->digit_by_digit);
  EXPECT_FALSE(of("二十五")->digit_by_digit);
  EXPECT_TRUE(of("一")->lone_one);
  EXPECT_FALSE(of("二")->lone_one);
  EXPECT_TRUE(of("三万")->scaled);
  EXPECT_FALSE(of("三十")->scaled);
  EXPECT_TRUE(of("几百")->vague);
  EXPECT_FALSE(of("三百")->vague);
  EXPECT_EQ(of("三")->spelling, Spelling::Words);
  EXPECT_EQ(read_digits(grammar, "3", 0, false)->spelling, Spelling::Digits);
}

}  // namespace
}  // namespace assay
