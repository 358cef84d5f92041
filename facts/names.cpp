// SPDX-License-Identifier: MIT
#include "facts/names.h"

#include <algorithm>

#include "core/utf8.h"
#include "facts/list_joint.h"

namespace assay {
namespace {

/// Bytes that may stand between two members of a chain: a space, a dot, 的 is too much.
constexpr std::size_t kChainGap = 1;
/// How close a verb of saying must follow its speaker (bytes): 黄仁勋曾公开警示.
constexpr std::size_t kSaysGap = 13;
/// Unknown text that may stand before the topic of a clause (bytes): 全新的HBM4.
constexpr std::size_t kTopicGap = 12;

/// More specific members win: a product over its maker, a company over its country.
int specificity(EntityKind kind) {
  switch (kind) {
    case EntityKind::Product:
      return 5;
    case EntityKind::Company:
      return 4;
    case EntityKind::Organization:
      return 3;
    case EntityKind::Person:
      return 2;
    case EntityKind::Country:
      return 1;
    default:
      return 0;
  }
}

class ChainFinder {
 public:
  ChainFinder(std::string_view text, const Scan& scan, const Clause& clause, const Lexicon& lexicon)
      : text_(text), scan_(scan), clause_(clause), lexicon_(lexicon) {}

  std::vector<NameChain> find() {
    for (std::size_t i = clause_.first; i < clause_.last; ++i) {
      if (!is_name(i)) continue;
      std::size_t last = i;
      while (const std::size_t next = next_of_chain(last)) last = next;
      NameChain chain = read_chain(i, last);
      i = last;
      if (is_dateline(chain)) continue;
      chains_.push_back(std::move(chain));
      leave_out_with_the_one_before();
    }
    return std::move(chains_);
  }

 private:
  /// "SEOUL, Nov 21 - Nvidia's revenue", 新华社北京11月20日电: where a report was written limits nothing.
  [[nodiscard]] bool is_dateline(const NameChain& chain) const {
    constexpr std::size_t kBeforeDateline = 12;   // bytes: who reports
    constexpr std::string_view kWire = "\u7535";  // 电
    const Entity* place_named = entity(chain.last_token);
    const Entity* agency = entity(chain.first_token);
    const bool alone = chain.first_token == chain.last_token ||
                       (agency != nullptr && agency->kind == EntityKind::Organization);
    if (place_named == nullptr || !place_named->is_place() || !alone ||
        chain.span.begin > kBeforeDateline)
      return false;
    std::size_t next = chain.last_token + 1;
    if (next < scan_.tokens.size() && scan_.tokens[next].kind == TokenKind::Clause) ++next;
    if (next >= scan_.tokens.size() || scan_.tokens[next].kind != TokenKind::Time) return false;
    const Token& time = scan_.tokens[next];
    const TimeMention& written = scan_.times[time.index];
    const bool day = written.period ? written.period->from == written.period->to
                                    : written.part && written.part->day > 0;
    const std::string_view between = text_.substr(chain.span.end, time.span.begin - chain.span.end);
    if (!day) return false;
    if (between.empty()) return text_.substr(time.span.end).starts_with(kWire);
    const std::string_view place = chain.span.of(text_);
    return between == ", " && std::all_of(place.begin(), place.end(), [](char c) {
             return c == ' ' || (c >= 'A' && c <= 'Z');
           });
  }

  /// "excluding China and Japan": both are left out.
  void leave_out_with_the_one_before() {
    if (chains_.size() < 2) return;
    const NameChain& before = chains_[chains_.size() - 2];
    NameChain& last = chains_.back();
    const std::string_view between =
        text_.substr(before.span.end, last.span.begin - before.span.end);
    if (joins_items(between) && follows(before, WordClass::OtherThan))
      last.use = NameUse::Comparand;
  }

  [[nodiscard]] const Entity* entity(std::size_t token) const {
    const Token& at = scan_.tokens[token];
    if (at.kind != TokenKind::Word || at.lexeme->entity < 0) return nullptr;
    return &lexicon_.entities()[static_cast<std::size_t>(at.lexeme->entity)];
  }

  /// A name that the lexicon does not know, told by its shape.
  [[nodiscard]] bool is_marked_name(std::size_t token) const {
    return scan_.tokens[token].kind == TokenKind::Name;
  }

  /// An identifier with a capital and a digit is a product that the lexicon does not know.
  [[nodiscard]] bool is_open_name(std::size_t token) const {
    const Token& at = scan_.tokens[token];
    if (is_marked_name(token)) return true;
    if (at.kind != TokenKind::Identifier) return false;
    const std::string_view written = at.span.of(text_);
    return written.size() >= 2 && written[0] >= 'A' && written[0] <= 'Z' &&
           written.find("://") == std::string_view::npos && !is_running_number(written);
  }

  /// R-018, B03: things are numbered with zeros in front, products are not.
  static bool is_running_number(std::string_view written) {
    const std::size_t digits = written.find_first_of("0123456789");
    constexpr std::size_t kLongestSeries = 3;  // "REQ-"
    const std::size_t letters = digits - (digits > 0 && written[digits - 1] == '-' ? 1 : 0);
    return digits != std::string_view::npos && letters <= kLongestSeries &&
           written.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == letters &&
           written[digits] == '0' && digits + 1 < written.size() &&
           is_ascii_digit(static_cast<unsigned char>(written[digits + 1]));
  }

  /// A name that is told by its shape is mostly that of a company, an identifier that of a product.
  [[nodiscard]] int rank_of_open_name(std::size_t token) const {
    return specificity(is_marked_name(token) ? EntityKind::Company : EntityKind::Product);
  }

  [[nodiscard]] bool is_name(std::size_t token) const {
    return entity(token) != nullptr || is_open_name(token);
  }

  /// The token that goes on with the chain which ends at `last`; 0 when none does. A 的 may stand
  /// between the two.
  [[nodiscard]] std::size_t next_of_chain(std::size_t last) const {
    for (std::size_t next = last + 1; next <= last + 2 && next < clause_.last; ++next)
      if (is_name(next)) return adjacent(last, next) ? next : 0;
    return 0;
  }

  /// 英伟达的H20, "Nvidia's H20": what is told is told of the product.
  [[nodiscard]] bool is_product(std::size_t token) const {
    const Entity* named = entity(token);
    return named != nullptr ? named->kind == EntityKind::Product
                            : scan_.tokens[token].kind == TokenKind::Identifier;
  }

  static bool is_mark_of_owner(std::string_view between) {
    return between == "的" || between == "'s " || between == "\u2019s ";
  }

  [[nodiscard]] bool adjacent(std::size_t left, std::size_t right) const {
    const std::size_t begin = scan_.tokens[left].span.end;
    const std::size_t end = scan_.tokens[right].span.begin;
    if (is_product(right) && is_mark_of_owner(text_.substr(begin, end - begin))) return true;
    if (end - begin > kChainGap) return false;
    return end == begin || text_[begin] == ' ' || text_[begin] == '-';
  }

  NameChain read_chain(std::size_t first, std::size_t last) {
    NameChain chain;
    chain.first_token = first;
    chain.last_token = last;
    chain.span = {scan_.tokens[first].span.begin, scan_.tokens[last].span.end};
    int best = 0;
    for (std::size_t i = first; i <= last; ++i) {
      if (!is_name(i)) continue;
      const Entity* member = entity(i);
      const int rank = member != nullptr ? specificity(member->kind) : rank_of_open_name(i);
      const std::string name =
          member != nullptr ? member->name : std::string(scan_.tokens[i].span.of(text_));
      if (rank == 0) {
        if (!is_part_of_other_country(i, first)) chain.scope.push_back(name);
        continue;
      }
      if (rank >= best) {
        if (best == 1) chain.scope.push_back(chain.subject);  // the country beside the company
        if (best == specificity(EntityKind::Company) && rank > best) chain.maker = chain.subject;
        best = rank;
        chain.subject = name;
        chain.known = member != nullptr;
        chain.heard = scan_.tokens[i].heard_as(text_);
      } else if (rank == 1) {
        chain.scope.push_back(name);
      }
    }
    chain.place_only = best == 1;
    chain_rank_ = best;
    chain.use = use_of(chain, best);
    // What only says where is no owner, whether or not the lexicon knows it for a place.
    if (chain.use == NameUse::Scope && is_marked_name(last)) chain.place_only = true;
    if (chain.use == NameUse::Scope && best == 0 && opens_clause(chain)) note_topic(chain);
    return chain;
  }

  /// 尼日利亚东北部: a direction behind the name of a country is a part of that country.
  [[nodiscard]] bool is_part_of_other_country(std::size_t token, std::size_t first) const {
    const Entity* region = entity(token);
    const Entity* country = token > first ? entity(token - 1) : nullptr;
    return region != nullptr && country != nullptr && country->kind == EntityKind::Country &&
           region->is_place() && !region->home.empty() && region->home != country->name;
  }

  /// 磷酸铁锂电池占75%: what a clause opens with is its topic, unless it only says where (在HBM市场).
  void note_topic(NameChain& chain) const {
    if (follows(chain, WordClass::ScopePrefix) || leads(chain, WordClass::ScopeSuffix)) return;
    for (std::size_t i = chain.first_token; i <= chain.last_token; ++i) {
      const Entity* member = entity(i);
      if (member == nullptr || member->name == kWholeWorld) continue;
      if (member->kind == EntityKind::Segment || member->kind == EntityKind::Technology ||
          member->kind == EntityKind::Region)
        chain.topic = member->name;
    }
  }

  /// Whether nothing but times and function words stands before the chain, in the clause or behind
  /// its last number (cloud $3 billion and [games] $4 billion).
  [[nodiscard]] bool opens_clause(const NameChain& chain) const {
    std::size_t first = clause_.first;
    std::size_t begin = clause_.span.begin;
    for (std::size_t i = clause_.first; i < chain.first_token; ++i) {
      if (scan_.tokens[i].kind != TokenKind::Quantity) continue;
      first = i + 1;
      begin = scan_.tokens[i].span.end;
    }
    std::size_t unknown = chain.span.begin - begin;
    for (std::size_t i = first; i < chain.first_token; ++i) {
      const Token& token = scan_.tokens[i];
      const bool filler =
          token.kind == TokenKind::Time ||
          (token.kind == TokenKind::Word && token.lexeme->entity < 0 && token.lexeme->metric < 0);
      if (!filler) return false;
      unknown -= token.span.size();
    }
    return unknown <= kTopicGap;
  }

  [[nodiscard]] NameUse use_of(const NameChain& chain, int best) const {
    if (follows(chain, WordClass::Than) || follows(chain, WordClass::OtherThan))
      return NameUse::Comparand;
    if (is_speaker(chain) || reports_on_others(chain)) return NameUse::Speaker;
    if (best == 0) return NameUse::Scope;
    if (follows(chain, WordClass::Means)) return NameUse::Means;
    // "factories in Springfield": a name that no lexicon holds may be a place as well.
    if (is_marked_name(chain.last_token) && follows(chain, WordClass::ScopePrefix))
      return NameUse::Scope;
    const bool place = chain.place_only;
    if (place && (follows(chain, WordClass::ScopePrefix) || leads(chain, WordClass::ScopeSuffix) ||
                  ends_as_market(chain)))
      return NameUse::Scope;
    return NameUse::Subject;
  }

  /// Does a word of the class stand directly before the chain?
  [[nodiscard]] bool follows(const NameChain& chain, WordClass word_class) const {
    if (chain.first_token == clause_.first) return false;
    const Token& before = scan_.tokens[chain.first_token - 1];
    if (before.kind != TokenKind::Word || !before.lexeme->is(word_class)) return false;
    const std::string_view between =
        text_.substr(before.span.end, chain.span.begin - before.span.end);
    return between.size() <= 1 || between == " the ";
  }

  /// Does a word of the class stand directly behind the chain?
  [[nodiscard]] bool leads(const NameChain& chain, WordClass word_class) const {
    std::size_t at = chain.span.end;
    while (at < text_.size() && text_[at] == ' ') ++at;
    return lexicon_.find_class(text_, at, word_class) > 0;
  }

  /// IDC最新数据显示: who publishes figures has them of others.
  [[nodiscard]] bool reports_on_others(const NameChain& chain) const {
    const Entity* publisher = lexicon_.find_entity(chain.subject);
    return publisher != nullptr && publisher->reports;
  }

  /// 中国AI云市场: the last name of the chain has the suffix in it.
  [[nodiscard]] bool ends_as_market(const NameChain& chain) const {
    const std::size_t begin = scan_.tokens[chain.last_token].span.begin;
    for (std::size_t at = begin + 1; at < chain.span.end; ++at)
      if (at + lexicon_.find_class(text_, at, WordClass::ScopeSuffix) == chain.span.end)
        return true;
    return false;
  }

  [[nodiscard]] bool is_speaker(const NameChain& chain) const {
    for (std::size_t i = chain.last_token + 1; i < clause_.last; ++i) {
      const Token& token = scan_.tokens[i];
      if (token.span.begin - chain.span.end > kSaysGap) return false;
      if (token.kind == TokenKind::Quantity) return false;
      // IEA预计2030年印度煤炭产量: what an organization expects is somebody else's.
      const bool expects = chain_rank_ == specificity(EntityKind::Organization) &&
                           token.kind == TokenKind::Word && token.lexeme->is(WordClass::Forecast);
      if (expects) return true;
      if (token.kind != TokenKind::Word || !token.lexeme->is(WordClass::Says)) continue;
      // 英特尔宣布量产: a company that announces what it does itself is the subject.
      const bool own_words = chain_rank_ == 2 || chain_rank_ == 3;
      // 华为披露年报：… tells of itself, 华为披露：… may tell of others.
      const bool ends_clause = i + 1 == clause_.last && token.span.end >= clause_.span.end;
      return own_words || ends_clause;
    }
    // A clause that is only the name: "黄仁勋：", "According to IDC,".
    return follows(chain, WordClass::Says) && chain.last_token + 1 == clause_.last;
  }

  std::string_view text_;
  const Scan& scan_;
  const Clause& clause_;
  const Lexicon& lexicon_;
  std::vector<NameChain> chains_;
  int chain_rank_ = 0;  ///< specificity of the chain that is being read
};

}  // namespace

std::vector<NameChain> find_names(std::string_view text, const Scan& scan, const Clause& clause,
                                  const Lexicon& lexicon) {
  return ChainFinder(text, scan, clause, lexicon).find();
}

}  // namespace assay
