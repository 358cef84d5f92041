// SPDX-License-Identifier: MIT
#include "checks/connected_facts.h"

#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

namespace assay {
namespace {

/// Sets of topics, which grow together where something connects two of them.
class Topics {
 public:
  std::size_t add(std::string_view subject, std::string_view metric) {
    const auto [found, is_new] = places_.try_emplace({subject, metric}, parents_.size());
    if (is_new) parents_.push_back(found->second);
    return found->second;
  }
  void connect(std::size_t a, std::size_t b) { parents_[root_of(a)] = root_of(b); }
  [[nodiscard]] std::size_t root_of(std::size_t topic) {
    while (parents_[topic] != topic) topic = parents_[topic] = parents_[parents_[topic]];
    return topic;
  }
  [[nodiscard]] std::size_t size() const { return parents_.size(); }

 private:
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> places_;
  std::vector<std::size_t> parents_;  ///< a root is its own
};

}  // namespace

ConnectedFacts::ConnectedFacts(const FactIndex& index) : index_(index) {
  if (!index.is_limited()) return;
  Topics topics;
  std::vector<std::size_t> topic_of;  // by position
  for (const Fact* fact : index.facts()) {
    topic_of.push_back(topics.add(fact->subject.value, fact->metric.value));
    // What one is a multiple of has the same metric.
    if (!fact->comparand.empty())
      topics.connect(topic_of.back(), topics.add(fact->comparand.value, fact->metric.value));
  }
  for (const ReadDocument& document : index.documents())
    for (const Link& link : document.links) {
      const std::size_t first = index.position_of(document.facts[link.first]);
      for (const std::uint32_t member : {link.second, link.third})
        if (member != kNoFact)
          topics.connect(topic_of[first], topic_of[index.position_of(document.facts[member])]);
    }
  std::vector<bool> changed(topics.size());
  for (std::size_t i = 0; i < topic_of.size(); ++i)
    if (index.is_changed(*index.facts()[i])) changed[topics.root_of(topic_of[i])] = true;
  for (const std::size_t topic : topic_of) connected_.push_back(changed[topics.root_of(topic)]);
}

}  // namespace assay
