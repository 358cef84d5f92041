// SPDX-License-Identifier: MIT
#pragma once
/// What the words of a text mean: entities, metrics, hedges, cues. The records stand in
/// facts/lexicon/*.json, are embedded at build time, and a user's folder may add to them.
///
/// The lexicon makes attribution better; it is never required: an entity or metric that it does not
/// know is kept as the phrase itself.

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/quantity.h"
#include "core/result.h"
#include "facts/display_names.h"
#include "facts/fact.h"
#include "facts/trie.h"
#include "facts/word_class.h"

namespace assay {

enum class EntityKind : std::uint8_t {
  Company,
  Product,
  Organization,
  Person,
  Country,
  Region,
  Segment,
  Workload,
  Condition,
  Technology
};

struct Entity {
  std::string name;  ///< canonical, as users see it
  EntityKind kind = EntityKind::Company;
  bool broad = false;  ///< a segment that holds others: 半导体 is no other place than 晶圆制造
  bool reports = false;              ///< publishes figures on others: research houses, newspapers
  std::vector<std::string> members;  ///< of a name for several: 中美 is China and the United States
  std::string home;                  ///< of who makes what it sells, and of a region: its country
  DisplayName shown;                 ///< what reports call it

  [[nodiscard]] bool is_place() const {
    return kind == EntityKind::Country || kind == EntityKind::Region;
  }
  /// Companies, products and the like can be what a number is about.
  [[nodiscard]] bool may_be_subject() const { return kind <= EntityKind::Country; }
  /// Regions, segments, workloads and conditions limit a fact.
  [[nodiscard]] bool may_be_scope() const { return kind >= EntityKind::Country; }
};

/// The name of the place that limits nothing, and is not the same as a country.
inline constexpr std::string_view kWholeWorld = "global";

struct Metric {
  std::string name;
  std::vector<Dimension> dimensions;  ///< what it can be measured in
  std::vector<std::string>
      counts;            ///< the Chinese measure words that it is counted with; empty: any
  Interval domain;       ///< possible values, canonical units
  bool several = false;  ///< a subject has several values at once (process node)
  bool share = false;    ///< a share of one whole: parts add up to 100%
  bool of_its_own =
      false;  ///< a share of what the subject has: those of two subjects do not add up
  std::optional<bool> best_is_low;  ///< of what has a best value: whether that is the lowest
  bool varies = false;      ///< another value each period or day: revenue, shipments, a share price
  bool adds_up = false;     ///< of what varies: two quarters come to what their half year has
  bool at_a_time = false;   ///< of what varies: what there is at one time, no sum over a period
  bool of_company = false;  ///< a company has it, and a place limits it: 中国收入43亿元
  bool of_product =
      false;  ///< each product has its own: of a company or a place it says no one value
  std::vector<std::string> confused_with;  ///< metrics that people mix up with it
  std::vector<std::string> nearly;  ///< metrics whose name a text may use for it: sold, delivered
  std::string kind_of;  ///< the wider metric that it is one of: capital expenditure is a cost
  std::vector<std::string> product_of;  ///< the two metrics whose values it is the product of
  std::string part_of_revenue;          ///< of a margin the amount that is that part of the revenue
  std::vector<std::string>
      share_of;  ///< the metrics of which it is the share, if other than by name
  std::vector<Dimension> presumed_of;  ///< what is measured so is this, where nothing says of what
  DisplayName shown;                   ///< what reports call it

  [[nodiscard]] bool fits(Dimension dimension) const;
  /// Whether a count in this unit may be one of it: employees are no 1000次.
  [[nodiscard]] bool counts_in(std::string_view written_unit) const;
};

/// A word that says an amount without a figure: 个位数, 过半, dozens.
struct VagueAmount {
  Interval value;            ///< Units: canonical
  std::string unit;          ///< id of the unit it is written in, "" for a bare count
  bool exact = false;        ///< says one value exactly (一半), not a rough one
  bool adverb = false;       ///< often no amount at all (多半 = probably)
  std::optional<Role> role;  ///< 腰斩 is a decrease, 翻番 a multiple
};

/// The entity kind with this name in data files, or absent.
[[nodiscard]] std::optional<EntityKind> parse_entity_kind(std::string_view name);

/// Everything one surface can mean. A word may belong to several classes (降 falls; 低 is lower).
struct Lexeme {
  WordClasses classes;
  std::int32_t entity = -1;  ///< index into entities(), or -1
  std::int32_t metric = -1;
  std::int32_t verb_of = -1;  ///< the metric that a verb says without naming it: employs 53,000
  std::int32_t vague = -1;
  std::int32_t narrower = -1;  ///< 月产能 is capacity, and monthly (narrowing_of)
  bool not_quantity = false;   ///< its numeral characters are no number (统一, 三星)
  bool heard = false;          ///< a mis-hearing of the entity, found in transcripts
  std::string exact;           ///< when not empty, only this letter case matches

  [[nodiscard]] bool is(WordClass word_class) const {
    return classes[static_cast<std::size_t>(word_class)];
  }
};

/// A record file: its name (for errors) and its JSON text.
struct LexiconFile {
  std::string name;
  std::string content;
};

class Lexicon {
 public:
  /// Reads entities, metrics, words, vague_amounts and not_quantities; the kind of a file is its
  /// stem, so that a user's folder may hold any of them. Later files add to earlier ones.
  /// Errors: BadData with the file for unknown fields, classes, kinds or dimensions.
  static Result<Lexicon> load(const std::vector<LexiconFile>& files);

  /// The longest lexeme that starts at `offset` of folded text and how many bytes it takes;
  /// length 0 and nullptr when there is none.
  struct Hit {
    std::size_t length = 0;
    const Lexeme* lexeme = nullptr;
  };
  [[nodiscard]] Hit find(std::string_view text, std::size_t offset) const;
  /// The longest word of one class that starts at `offset`; 0 when there is none.
  [[nodiscard]] std::size_t find_class(std::string_view text, std::size_t offset,
                                       WordClass word_class) const;
  /// Whether any lexeme starts with this character.
  [[nodiscard]] bool may_start(char32_t character) const { return trie_.starts_with(character); }

  /// Calls visit(word, lexeme) for every surface that is made of Han characters alone.
  void visit_han_surfaces(
      const std::function<void(const std::u32string&, const Lexeme&)>& visit) const;

  [[nodiscard]] const std::vector<Entity>& entities() const { return entities_; }
  [[nodiscard]] const std::vector<Metric>& metrics() const { return metrics_; }
  [[nodiscard]] const std::vector<VagueAmount>& vague_amounts() const { return vague_; }
  /// What the surface of a metric says of it beside its name ("monthly" of 月产能), or nothing.
  [[nodiscard]] std::string_view narrowing_of(const Lexeme& lexeme) const;
  /// The metric with this canonical name, or nullptr.
  [[nodiscard]] const Metric* find_metric(std::string_view name) const;
  /// What a number of this dimension measures where no word says it; nullptr: anything.
  [[nodiscard]] const Metric* presumed_metric(Dimension dimension) const;
  /// What a share of `metric` is called: "revenue" -> "revenue share", whether or not a record has it.
  [[nodiscard]] std::string share_of(std::string_view metric) const;
  /// The metric that a share without a record is named after: "demand share" -> "demand"; else empty.
  [[nodiscard]] std::string_view whole_of(std::string_view share) const;
  /// Whether a metric is a share of one whole, whether or not a record has it.
  [[nodiscard]] bool is_share(std::string_view metric) const;
  /// The entity with this canonical name, or nullptr.
  [[nodiscard]] const Entity* find_entity(std::string_view name) const;

 private:
  friend class LexiconBuilder;
  /// A hash that takes names without making strings of them.
  struct NameHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using NameIndex = std::unordered_map<std::string, std::size_t, NameHash, std::equal_to<>>;

  Trie trie_;
  std::vector<Lexeme> lexemes_;
  std::vector<Entity> entities_;
  std::vector<Metric> metrics_;
  std::vector<VagueAmount> vague_;
  std::vector<std::string> narrowings_;
  /// The first characters of the words of each class, sorted, in lower case.
  std::array<std::vector<char32_t>, kWordClassCount> class_starts_;
  NameIndex entity_by_name_;
  NameIndex metric_by_name_;
  NameIndex share_by_whole_;  ///< the metrics that name their wholes (`Metric::share_of`)
};

}  // namespace assay
