// SPDX-License-Identifier: MIT
#include "checks/relations.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "checks/network_component.h"
#include "tests/facts/reading_samples.h"

namespace assay {
namespace {

/// The relations of the texts as words: the texts of their members, "?" for what nobody states.
/// Order: alphabetical.
std::vector<std::string> relations_of(const std::vector<std::string>& texts) {
  std::vector<ReadDocument> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(read_sample(texts[i], "note" + std::to_string(i) + ".md"));
  const FactIndex index(documents, sample_knowledge());
  const RelationNetwork network = collect_relations(index);
  std::vector<std::string> all;
  for (const NetworkRelation& relation : network.relations) {
    std::string words;
    for (const RelationMember& member : relation.equation.members) {
      const bool stated = member.fact->quantity.tolerance.has_high();
      words += (words.empty() ? "" : " ") + (stated ? member.fact->text : std::string("?"));
    }
    all.push_back(std::move(words));
  }
  std::ranges::sort(all);
  return all;
}

using Words = std::vector<std::string>;

TEST(Relations, ConnectStatementsOfOneThingAcrossDocuments) {
  EXPECT_EQ(relations_of({"比亚迪2023年营收100亿元。比亚迪2024年营收增长20%。",
                          "比亚迪2025年营收增长10%。", "比亚迪2025年营收150亿元。"}),
            (Words{"150亿元 ? 10%", "? 100亿元 20%"}));
}

TEST(Relations, ConnectWhatIsComparedWithWhatItIs) {
  EXPECT_EQ(relations_of({"昆仑芯P800的显存带宽是H20的2倍。", "H20的显存带宽为4TB/s。"}),
            (Words{"? 4TB/s 2倍"}));
}

TEST(Relations, AreNotBuiltOfWhatIsNotSure) {
  const Words none;
  EXPECT_EQ(relations_of({"比亚迪2024年营收增长20%。"}), none) << "nothing to grow from";
  EXPECT_EQ(relations_of({"比亚迪2023年营收100亿元。预计比亚迪2024年营收增长20%。"}), none);
  EXPECT_EQ(relations_of({"比亚迪2023年营收100亿元。比亚迪2024年营收增长超过20%。"}), none);
  EXPECT_EQ(relations_of({"比亚迪2023年营收100亿元。比亚迪2024年净利润增长20%。"}), none);
  EXPECT_EQ(relations_of({"比亚迪2023年营收100亿元。华为2024年营收增长20%。"}), none);
}

TEST(Relations, AreDroppedWhereStatementsDisagree) {
  EXPECT_EQ(relations_of({"比亚迪2023年营收100亿元。比亚迪2024年营收增长20%。"}),
            (Words{"? 100亿元 20%"}));
  EXPECT_EQ(relations_of({"比亚迪2023年营收100亿元。比亚迪2024年营收增长20%。",
                          "比亚迪2023年营收130亿元。"}),
            Words());
}

TEST(Relations, SumsStandBesideGrowth) {
  EXPECT_EQ(relations_of({"2024年华为出货量为4000万台，2024年小米出货量为3500万台，合计7500万台。"
                          "\n\n小米2024年出货量同比增长25%。"}),
            (Words{"3500万台 ? 25%", "7500万台 4000万台 3500万台"}));
}

// ---- the forms that a component is solved in, on a network made by hand

Fact stated(double value, Role role = Role::Level) {
  Fact fact;
  fact.role = role;
  fact.quantity.stated = Interval::point(value);
  fact.quantity.tolerance = Interval::closed(value * 0.995, value * 1.005);
  return fact;
}

Fact not_stated() {
  Fact fact;
  fact.quantity.stated = fact.quantity.tolerance = Interval::all();
  return fact;
}

/// a + b = total, and b, which nobody states, is base x (1 + growth). All in billions.
struct SumAndGrowth {
  SumAndGrowth(double total, double growth) {
    for (const Fact& fact : {stated(30e9), not_stated(), stated(total * 1e9), stated(20e9),
                             stated(growth, Role::Increase), stated(5)})
      network.numbers.push_back({fact, {}});
    const auto& n = network.numbers;
    network.relations.push_back({total_relation({&n[0].fact, &n[1].fact}, n[2].fact), 1e8});
    network.relations.push_back({growth_relation(n[3].fact, n[1].fact, n[4].fact), 0.01});
  }
  RelationNetwork network;
};

bool holds(const IntervalSystem& system) {
  StatementSet all;
  for (std::size_t i = 0; i < system.statements.size(); ++i) all.push_back(i);
  return is_feasible(system, all);
}

TEST(NetworkComponent, IsWhatRelationsConnect) {
  const SumAndGrowth example(55, 0.25);
  const auto components = components_of(example.network);
  ASSERT_EQ(components.size(), 1U);
  EXPECT_EQ(components[0].numbers, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
  EXPECT_EQ(components[0].relations, (std::vector<std::size_t>{0, 1}));
}

TEST(NetworkComponent, SolvesSumsAndGrowthTogether) {
  const SumAndGrowth right(55, 0.25);
  EXPECT_TRUE(holds(interval_system(right.network, components_of(right.network)[0])));
  const SumAndGrowth wrong(70, 0.25);
  const NetworkComponent component = components_of(wrong.network)[0];
  EXPECT_EQ(irreducible_conflicts(interval_system(wrong.network, component), 3),
            (std::vector<StatementSet>{{0, 2, 3, 4, 5, 6}}));
  EXPECT_TRUE(holds(interval_system(wrong.network, component, Correction{2, 55e9})));
  EXPECT_TRUE(holds(interval_system(wrong.network, component, Correction{4, 1.0})));
  EXPECT_FALSE(holds(interval_system(wrong.network, component, Correction{0, 31e9})));
  EXPECT_TRUE(holds(interval_system(wrong.network, component, Correction{0, 45e9})));
}

TEST(NetworkComponent, TellsWhichNumberIsWrongWhereOthersConfirm) {
  // x grows to y, y to z; y + w = v confirms y, so that the base x is wrong.
  RelationNetwork network;
  for (const Fact& fact : {stated(10), stated(24), stated(28.8), stated(0.2, Role::Increase),
                           stated(0.2, Role::Increase), stated(6), stated(30)})
    network.numbers.push_back({fact, {}});
  const auto& n = network.numbers;
  network.relations.push_back({growth_relation(n[0].fact, n[1].fact, n[3].fact), 0});
  network.relations.push_back({growth_relation(n[1].fact, n[2].fact, n[4].fact), 0});
  network.relations.push_back({total_relation({&n[1].fact, &n[5].fact}, n[6].fact), 0});
  const auto found = suspects_of(network, components_of(network)[0]);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(std::ranges::find(found[0].suspects, 0U) != found[0].suspects.end());
  EXPECT_TRUE(std::ranges::find(found[0].suspects, 1U) == found[0].suspects.end());
  EXPECT_LT(found[0].next, found[0].statistic * 0.9);
}

/// The components in which a document of these takes part, each as the places of its statements.
std::set<std::set<std::string>> components_with(const std::string& changed,
                                                const FactIndex& index) {
  const RelationNetwork network = collect_relations(index);
  std::set<std::set<std::string>> all;
  for (const NetworkComponent& component : components_of(network)) {
    std::set<std::string> places = {std::to_string(component.relations.size())};
    bool takes_part = false;
    for (const std::size_t number : component.numbers)
      for (const Fact* fact : network.numbers[number].statements) {
        places.insert(fact->document + " " + std::to_string(fact->mention.begin));
        takes_part = takes_part || fact->document == changed;
      }
    if (takes_part) all.insert(std::move(places));
  }
  return all;
}

TEST(Relations, OfAChangedDocumentAreTheSameWhenOnlyTheyAreLookedFor) {
  const std::vector<std::string> texts = {
      "比亚迪2023年营收100亿元。比亚迪2024年营收增长20%。",
      "比亚迪2025年营收增长10%。华为2023年营收100亿元。",
      "华为2024年营收增长20%。",
      "昆仑芯P800的显存带宽是H20的2倍。",
      "H20的显存带宽为4TB/s。",
      "H100的显存带宽是H20的1.5倍。昇腾910B的显存带宽为3TB/s。",
      "2024年，比亚迪净利润40亿元，净利率为8%，营收500亿元。",
      "2024年小米的总营收为300亿元，其中中国200亿元，海外100亿元。",
      "小米2024年营收300亿元。小米2025年营收同比增长30%。"};
  std::vector<ReadDocument> documents;
  for (std::size_t i = 0; i < texts.size(); ++i)
    documents.push_back(read_sample(texts[i], "note" + std::to_string(i) + ".md"));
  std::size_t components = 0;
  std::size_t fewer = 0;
  const FactIndex whole(documents, sample_knowledge());
  const std::size_t relations = collect_relations(whole).relations.size();
  for (const ReadDocument& document : documents) {
    const FactIndex limited(documents, sample_knowledge(), {{document.id}, nullptr});
    const auto found = components_with(document.id, limited);
    EXPECT_EQ(found, components_with(document.id, whole)) << document.id;
    components += found.size();
    fewer += collect_relations(limited).relations.size() < relations ? 1 : 0;
  }
  EXPECT_GT(components, 6U) << "nothing to compare";
  EXPECT_EQ(fewer, documents.size()) << "nothing is left out";
}

}  // namespace
}  // namespace assay
