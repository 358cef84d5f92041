// SPDX-License-Identifier: MIT
#include "facts/lexicon.h"

#include <algorithm>
#include <map>

#include "core/json_tree.h"
#include "core/utf8.h"
#include "facts/record_fields.h"

namespace assay {
namespace {

constexpr std::array<std::string_view, 10> kEntityKinds = {
    "company", "product", "organization", "person",    "country",
    "region",  "segment", "workload",     "condition", "technology"};

/// The character at `at`, an ASCII letter in lower case.
char32_t first_character(std::string_view text, std::size_t at) {
  const char32_t character = decode(text, at).value;
  return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
}

std::optional<Role> role_of(const JsonNode& record) {
  if (find_member(record, "role") == nullptr) return std::nullopt;
  const std::string name = text_in(record, "role");
  for (const Role role : {Role::Increase, Role::Decrease, Role::Multiple})
    if (name == to_string(role)) return role;
  throw BadJson{"unknown role \"" + name + "\""};
}

}  // namespace

/// Gathers the records of all files into one Lexicon.
class LexiconBuilder {
 public:
  void add_file(const LexiconFile& file) {
    JsonParser parser;
    const JsonNode& records = parser.parse(file.content);
    if (!records.IsArray()) throw BadJson{"expected a list of records"};
    const std::string stem = file_stem(file.name);
    const auto reader = readers().find(stem);
    if (reader == readers().end()) throw BadJson{"no lexicon file is called \"" + stem + "\""};
    for (const JsonNode& record : records.GetArray()) {
      try {
        (this->*reader->second)(record);
      } catch (BadJson& bad) {
        bad.message += " in " + start_of(record);
        throw;
      }
    }
  }

  Lexicon take() {
    lexicon_.trie_.freeze();
    return std::move(lexicon_);
  }

 private:
  using Reader = void (LexiconBuilder::*)(const JsonNode&);

  static const std::map<std::string, Reader, std::less<>>& readers() {
    static const std::map<std::string, Reader, std::less<>> by_stem = {
        {"entities", &LexiconBuilder::add_entity},
        {"metrics", &LexiconBuilder::add_metric},
        {"words", &LexiconBuilder::add_words},
        {"vague_amounts", &LexiconBuilder::add_vague},
        {"not_quantities", &LexiconBuilder::add_not_quantity}};
    return by_stem;
  }

  static std::string file_stem(const std::string& name) {
    const std::size_t slash = name.find_last_of('/');
    const std::string base = slash == std::string::npos ? name : name.substr(slash + 1);
    return base.substr(0, base.find('.'));
  }

  /// The lexeme of a surface; surfaces that say several things share one.
  Lexeme& lexeme(const std::string& surface) {
    const auto fresh = static_cast<std::uint32_t>(lexicon_.lexemes_.size());
    const std::uint32_t index = lexicon_.trie_.insert(surface, fresh);
    if (index == fresh) lexicon_.lexemes_.emplace_back();
    return lexicon_.lexemes_[index];
  }

  /// What reports call a record: what it says itself, else by its first alias in Chinese. One that adds
  /// to a record before it changes no more than it says.
  static void read_display_name(const JsonNode& record, const std::string& name, bool fresh,
                                DisplayName& shown) {
    if (fresh) shown.zh = chinese_name(name, texts_in(record, "aliases"));
    if (find_member(record, "zh") != nullptr) shown.zh = text_in(record, "zh");
    if (find_member(record, "en") != nullptr) shown.en = text_in(record, "en");
  }

  void add_entity(const JsonNode& record) {
    allow_only(record, {"name", "kind", "aliases", "heard", "exact", "members", "broad", "reports",
                        "home", "zh", "en", "note", "source"});
    const std::string name = text_in(record, "name");
    const std::string kind = text_in(record, "kind");
    const auto at = std::find(kEntityKinds.begin(), kEntityKinds.end(), kind);
    if (at == kEntityKinds.end()) throw BadJson{"unknown kind \"" + kind + "\""};
    const auto [known, fresh] =
        lexicon_.entity_by_name_.try_emplace(name, lexicon_.entities_.size());
    if (fresh)
      lexicon_.entities_.push_back({name,
                                    static_cast<EntityKind>(at - kEntityKinds.begin()),
                                    flag_in(record, "broad"),
                                    flag_in(record, "reports"),
                                    texts_in(record, "members"),
                                    find_member(record, "home") ? text_in(record, "home") : "",
                                    {}});
    read_display_name(record, name, fresh, lexicon_.entities_[known->second].shown);
    const auto index = static_cast<std::int32_t>(known->second);
    const auto claim = [&](const std::string& surface) -> Lexeme& {
      Lexeme& entry = lexeme(surface);
      if (entry.entity < 0) entry.entity = index;
      return entry;
    };
    claim(name);
    for (const std::string& alias : texts_in(record, "aliases")) claim(alias);
    for (const std::string& alias : texts_in(record, "heard")) claim(alias).heard = true;
    for (const std::string& alias : texts_in(record, "exact")) claim(alias).exact = alias;
  }

  void add_metric(const JsonNode& record) {
    allow_only(record, {"name",     "counts",     "dimensions",      "aliases",
                        "verbs",    "domain",     "share",           "of_its_own",
                        "varies",   "at_a_time",  "confused_with",   "kind_of",
                        "share_of", "rising_is",  "several",         "presumed_of",
                        "narrower", "of_company", "part_of_revenue", "zh",
                        "en",       "note",       "source",          "nearly",
                        "best",     "of_product", "adds_up",         "product_of"});
    Metric metric;
    metric.name = text_in(record, "name");
    metric.dimensions = dimensions_in(record, "dimensions");
    metric.counts = texts_in(record, "counts");
    metric.presumed_of = dimensions_in(record, "presumed_of");
    metric.share = flag_in(record, "share");
    metric.of_its_own = flag_in(record, "of_its_own");
    metric.several = flag_in(record, "several");
    metric.varies = flag_in(record, "varies");
    metric.adds_up = flag_in(record, "adds_up");
    metric.at_a_time = flag_in(record, "at_a_time");
    metric.of_company = flag_in(record, "of_company");
    metric.of_product = flag_in(record, "of_product");
    metric.confused_with = texts_in(record, "confused_with");
    if (const std::string best = text_if_any(record, "best"); !best.empty()) {
      if (best != "low" && best != "high") throw BadJson{"\"best\" must be low or high"};
      metric.best_is_low = best == "low";
    }
    metric.nearly = texts_in(record, "nearly");
    metric.kind_of = text_if_any(record, "kind_of");
    metric.product_of = texts_in(record, "product_of");
    metric.part_of_revenue = text_if_any(record, "part_of_revenue");
    metric.share_of = texts_in(record, "share_of");
    if (const JsonNode* interval = find_member(record, "domain")) {
      const JsonNode& domain = *interval;
      if (!domain.IsArray() || domain.Size() != 2) throw BadJson{"expected [low, high]"};
      if (!domain[0].IsNull()) {
        metric.domain.low = decimal_of(domain[0]);
        metric.domain.low_closed = true;
      }
      if (!domain[1].IsNull()) {
        metric.domain.high = decimal_of(domain[1]);
        metric.domain.high_closed = true;
      }
    }
    const auto [known, fresh] =
        lexicon_.metric_by_name_.try_emplace(metric.name, lexicon_.metrics_.size());
    if (fresh) lexicon_.metrics_.push_back(metric);
    read_display_name(record, metric.name, fresh, lexicon_.metrics_[known->second].shown);
    for (const std::string& whole : metric.share_of)
      lexicon_.share_by_whole_.try_emplace(whole, known->second);
    const auto index = static_cast<std::int32_t>(known->second);
    std::vector<std::string> surfaces = texts_in(record, "aliases");
    surfaces.push_back(metric.name);
    for (const std::string& surface : surfaces) {
      Lexeme& entry = lexeme(surface);
      if (entry.metric < 0) entry.metric = index;
    }
    add_narrower_names(record, index);
    for (const std::string& verb : texts_in(record, "verbs")) {
      Lexeme& entry = lexeme(verb);
      if (entry.verb_of < 0) entry.verb_of = index;
    }
  }

  /// {"monthly": ["月产能"]}: names of the metric that say more than its name.
  void add_narrower_names(const JsonNode& record, std::int32_t metric) {
    const JsonNode* narrower = find_member(record, "narrower");
    if (narrower == nullptr) return;
    if (!narrower->IsObject()) throw BadJson{"expected lists of names in \"narrower\""};
    for (const auto& field : narrower->GetObject()) {
      const std::string_view narrowing = text_of(field.name);
      for (const std::string& surface : texts_in(*narrower, narrowing)) {
        Lexeme& entry = lexeme(surface);
        if (entry.metric >= 0) continue;
        entry.metric = metric;
        entry.narrower = static_cast<std::int32_t>(lexicon_.narrowings_.size());
      }
      lexicon_.narrowings_.emplace_back(narrowing);
    }
  }

  void add_words(const JsonNode& record) {
    allow_only(record, {"class", "side", "words", "note"});
    std::string name = text_in(record, "class");
    if (find_member(record, "side") != nullptr) name += " " + text_in(record, "side");
    const auto word_class = parse_word_class(name);
    if (!word_class) throw BadJson{"unknown class \"" + name + "\""};
    const auto index = static_cast<std::size_t>(*word_class);
    for (const std::string& word : texts_in(record, "words")) {
      lexeme(word).classes.set(index);
      std::vector<char32_t>& starts = lexicon_.class_starts_[index];
      const char32_t first = first_character(word, 0);
      const auto place = std::lower_bound(starts.begin(), starts.end(), first);
      if (place == starts.end() || *place != first) starts.insert(place, first);
    }
  }

  void add_vague(const JsonNode& record) {
    allow_only(record, {"word", "low", "high", "low_closed", "high_closed", "unit", "exact",
                        "adverb", "role", "not_after", "source", "note"});
    VagueAmount amount;
    if (const JsonNode* low = find_member(record, "low")) amount.value.low = decimal_of(*low);
    if (const JsonNode* high = find_member(record, "high")) amount.value.high = decimal_of(*high);
    amount.value.low_closed = flag_in(record, "low_closed");
    amount.value.high_closed = flag_in(record, "high_closed");
    amount.unit = text_if_any(record, "unit");
    amount.exact = flag_in(record, "exact");
    amount.adverb = flag_in(record, "adverb");
    amount.role = role_of(record);
    const auto index = static_cast<std::int32_t>(lexicon_.vague_.size());
    lexicon_.vague_.push_back(amount);
    lexeme(text_in(record, "word")).vague = index;
  }

  void add_not_quantity(const JsonNode& record) {
    allow_only(record, {"word", "note", "source"});
    lexeme(text_in(record, "word")).not_quantity = true;
  }

  Lexicon lexicon_;
};

std::optional<EntityKind> parse_entity_kind(std::string_view name) {
  const auto at = std::find(kEntityKinds.begin(), kEntityKinds.end(), name);
  if (at == kEntityKinds.end()) return std::nullopt;
  return static_cast<EntityKind>(at - kEntityKinds.begin());
}

bool Metric::fits(Dimension dimension) const {
  return std::find(dimensions.begin(), dimensions.end(), dimension) != dimensions.end();
}

bool Metric::counts_in(std::string_view written_unit) const {
  const bool han = !written_unit.empty() && is_han(decode(written_unit, 0).value);
  return counts.empty() || !han || std::ranges::find(counts, written_unit) != counts.end();
}

Result<Lexicon> Lexicon::load(const std::vector<LexiconFile>& files) {
  LexiconBuilder builder;
  for (const LexiconFile& file : files) {
    try {
      builder.add_file(file);
    } catch (const BadJson& bad) {
      return Error{ErrorCode::BadData, bad.message, file.name, bad.line};
    }
  }
  return builder.take();
}

Lexicon::Hit Lexicon::find(std::string_view text, std::size_t offset) const {
  const Trie::Match match = trie_.longest(text, offset);
  if (match.length == 0) return {};
  const Lexeme& found = lexemes_[match.value];
  // "us" is no country: an alias that only counts in its own letter case gives way otherwise.
  if (!found.exact.empty() && text.substr(offset, match.length) != found.exact) return {};
  return {match.length, &found};
}

std::size_t Lexicon::find_class(std::string_view text, std::size_t offset,
                                WordClass word_class) const {
  if (offset >= text.size()) return 0;
  // Most places are asked in vain.
  const std::vector<char32_t>& starts = class_starts_[static_cast<std::size_t>(word_class)];
  if (!std::binary_search(starts.begin(), starts.end(), first_character(text, offset))) return 0;
  std::size_t longest = 0;
  trie_.walk(text, offset, [&](Trie::Match match) {
    if (lexemes_[match.value].is(word_class)) longest = match.length;
  });
  return longest;
}

void Lexicon::visit_han_surfaces(
    const std::function<void(const std::u32string&, const Lexeme&)>& visit) const {
  trie_.visit_han_words(
      [&](const std::u32string& word, std::uint32_t value) { visit(word, lexemes_[value]); });
}

std::string Lexicon::share_of(std::string_view metric) const {
  const auto found = share_by_whole_.find(metric);
  return found != share_by_whole_.end() ? metrics_[found->second].name
                                        : std::string(metric) + " share";
}

std::string_view Lexicon::whole_of(std::string_view share) const {
  constexpr std::string_view kShare = " share";
  if (!share.ends_with(kShare)) return {};
  const Metric* whole = find_metric(share.substr(0, share.size() - kShare.size()));
  return whole == nullptr ? std::string_view() : whole->name;
}

bool Lexicon::is_share(std::string_view metric) const {
  const Metric* known = find_metric(metric);
  return known != nullptr ? known->share : metric.ends_with(" share");
}

const Metric* Lexicon::find_metric(std::string_view name) const {
  const auto at = metric_by_name_.find(name);
  return at == metric_by_name_.end() ? nullptr : &metrics_[at->second];
}

std::string_view Lexicon::narrowing_of(const Lexeme& lexeme) const {
  if (lexeme.narrower < 0) return {};
  return narrowings_[static_cast<std::size_t>(lexeme.narrower)];
}

const Metric* Lexicon::presumed_metric(Dimension dimension) const {
  const auto found = std::ranges::find_if(metrics_, [&](const Metric& metric) {
    return std::ranges::count(metric.presumed_of, dimension) > 0;
  });
  return found == metrics_.end() ? nullptr : &*found;
}

const Entity* Lexicon::find_entity(std::string_view name) const {
  const auto at = entity_by_name_.find(name);
  return at == entity_by_name_.end() ? nullptr : &entities_[at->second];
}

}  // namespace assay
