// SPDX-License-Identifier: MIT
#include "facts/attribution.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "facts/frames.h"
#include "facts/links.h"
#include "facts/metrics.h"
#include "facts/names.h"
#include "facts/roles.h"
#include "facts/terms.h"

namespace assay {
namespace {

/// A subject or metric older than this many sentences is not taken over any more.
constexpr std::size_t kLongestCarry = 2;

double slot_confidence(const Slot& slot) {
  switch (slot.source) {
    case SlotSource::Frame: return 1.0;
    case SlotSource::Clause: return slot.known ? 0.97 : 0.75;
    case SlotSource::TableHead: return 0.95;
    case SlotSource::Carried: return 0.8;
    case SlotSource::Heading: return 0.6;
    case SlotSource::Document: return 0.5;
    case SlotSource::Empty: return 0.4;
  }
  return 0;
}

void add_unique(std::vector<std::string>& list, const std::string& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

/// The day on which something was said or published is no period for what follows.
bool is_one_day(const Period& period) { return period.from == period.to; }

class BlockAttributor {
 public:
  BlockAttributor(std::string_view text, const Scan& scan, const Clauses& clauses,
                  const Knowledge& knowledge, const BlockContext& context)
      : text_(text),
        scan_(scan),
        clauses_(clauses),
        knowledge_(knowledge),
        lexicon_(knowledge.lexicon()),
        context_(context) {
    carried_ = context.heading;
    carried_.age = 0;
    for (Slot* slot : {&carried_.subject, &carried_.metric})
      if (!slot->empty())
        slot->source = context.table ? SlotSource::TableHead : SlotSource::Heading;
    carried_.speaker = context.speaker;
  }

  AttributedBlock run() {
    result_.facts.resize(scan_.quantities.size());
    for (std::size_t i = 0; i < clauses_.clauses.size(); ++i) read_clause(i);
    result_.links = find_links(text_, scan_, clauses_, result_.facts);
    result_.last = carried_;
    return std::move(result_);
  }

 private:
  void read_clause(std::size_t index) {
    clause_ = &clauses_.clauses[index];
    if (clause_->sentence != sentence_) start_sentence(clause_->sentence);
    names_ = find_names(text_, scan_, *clause_, lexicon_);
    note_speakers();
    const std::vector<std::size_t> quantities = quantity_tokens();
    const std::vector<std::string> in_order = respectively(quantities);
    std::size_t previous = kNoToken;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
      read_quantity_at(quantities[i], previous, in_order.empty() ? "" : in_order[i]);
      previous = quantities[i];
    }
    carry_over(quantities);
  }

  void start_sentence(std::size_t sentence) {
    sentence_ = sentence;
    ++carried_.age;
    sentence_scope_.clear();
    sentence_modality_ = Modality::Actual;
    if (context_.speaker.empty()) carried_.speaker.clear();
    // What was taken over from a heading never grows old; what a sentence said does.
    if (carried_.age > kLongestCarry) {
      if (carried_.metric.source != SlotSource::Heading) {
        carried_.metric = context_.heading.metric;
        carried_.metric_dimensions = context_.heading.metric_dimensions;
        if (!carried_.metric.empty()) carried_.metric.source = SlotSource::Heading;
      }
      if (carried_.subject.source != SlotSource::Heading) {
        carried_.subject = context_.heading.subject;
        if (!carried_.subject.empty()) carried_.subject.source = SlotSource::Heading;
      }
    }
  }

  void note_speakers() {
    for (const NameChain& chain : names_)
      if (chain.use == NameUse::Speaker && !chain.subject.empty()) carried_.speaker = chain.subject;
  }

  [[nodiscard]] std::vector<std::size_t> quantity_tokens() const {
    std::vector<std::size_t> tokens;
    for (std::size_t i = clause_->first; i < clause_->last; ++i)
      if (scan_.tokens[i].kind == TokenKind::Quantity) tokens.push_back(i);
    return tokens;
  }

  /// "A、B、C 分别为 X、Y、Z": the subject of each quantity in turn; empty when the clause is none
  /// such or the numbers of names and quantities differ.
  [[nodiscard]] std::vector<std::string> respectively(const std::vector<std::size_t>& quantities) const {
    bool said = false;
    for (std::size_t i = clause_->first; i < clause_->last; ++i)
      said = said || (scan_.tokens[i].kind == TokenKind::Word &&
                      scan_.tokens[i].lexeme->is(WordClass::Respectively));
    if (!said) return {};
    std::vector<std::string> subjects;
    for (const NameChain& chain : names_)
      if (chain.use == NameUse::Subject) subjects.push_back(chain.subject);
    if (subjects.size() > quantities.size())
      subjects.erase(subjects.begin(),
                     subjects.end() - static_cast<std::ptrdiff_t>(quantities.size()));
    if (subjects.size() != quantities.size()) return {};
    return subjects;
  }

  void read_quantity_at(std::size_t token, std::size_t previous, const std::string& in_order) {
    const std::uint32_t index = scan_.tokens[token].index;
    const ScannedQuantity& scanned = scan_.quantities[index];
    Fact& fact = result_.facts[index];
    fact.quantity = scanned.quantity;
    fact.mention = scanned.span;
    const auto frame = knowledge_.frames().match(scan_, *clause_, token, lexicon_);
    fact.role = role_of(text_, scan_, *clause_, token, frame, lexicon_);
    fill_subject(fact, token, previous, frame, in_order);
    metric_dimensions_.clear();
    if (!is_point_in_time(text_, scanned, lexicon_)) fill_metric(fact, token, previous, scanned);
    infer_currency(fact, scanned);
    if (frame && frame->comparand) fill_comparand(fact, *frame->comparand);
    fill_scope(fact, token, previous);
    fill_period(fact, token, previous);
    fact.modality = modality_of(token);
    fact.speaker = carried_.speaker;
    fill_terms(fact);
    fact.confidence = slot_confidence(fact.subject) * slot_confidence(fact.metric);
    remember(fact);
  }

  /// Of several numbers in a clause each has its own words: what stands before the first number is
  /// everybody's; a count's noun follows it, other values follow their name.
  [[nodiscard]] std::vector<std::string> own_words(const Fact& fact) const {
    std::size_t first = clause_->span.end;
    std::size_t before = clause_->span.begin;
    std::size_t after = clause_->span.end;
    for (std::size_t i = clause_->first; i < clause_->last; ++i) {
      const Token& token = scan_.tokens[i];
      if (token.kind != TokenKind::Quantity) continue;
      first = std::min(first, token.span.begin);
      if (token.span.end <= fact.mention.begin) before = token.span.end;
      if (token.span.begin >= fact.mention.end) after = std::min(after, token.span.begin);
    }
    const bool alone = before == clause_->span.begin && after == clause_->span.end;
    if (alone) return terms_of(text_, clause_->span, scan_, lexicon_);
    std::vector<std::string> words =
        terms_of(text_, {clause_->span.begin, first}, scan_, lexicon_);
    const bool counted = fact.quantity.unit.dimension == Dimension::Count;
    const bool last = after == clause_->span.end;
    for (const Span part : {counted ? Span{fact.mention.end, after} : Span{before, fact.mention.begin},
                            last ? Span{fact.mention.end, after} : Span{}}) {
      if (part.empty()) continue;
      const auto more = terms_of(text_, part, scan_, lexicon_);
      words.insert(words.end(), more.begin(), more.end());
    }
    return words;
  }

  /// The words of the clause, and the names that it leaves out.
  void fill_terms(Fact& fact) const {
    fact.terms = own_words(fact);
    for (const std::string* name : {&fact.subject.value, &fact.metric.value, &fact.comparand.value})
      if (!name->empty()) fact.terms.push_back(*name);
    std::sort(fact.terms.begin(), fact.terms.end());
    fact.terms.erase(std::unique(fact.terms.begin(), fact.terms.end()), fact.terms.end());
  }

  // ---- subject

  void fill_subject(Fact& fact, std::size_t token, std::size_t previous,
                    const std::optional<FrameMatch>& frame, const std::string& in_order) {
    if (!in_order.empty()) {
      fact.subject = {in_order, SlotSource::Frame, true};
      return;
    }
    const std::size_t from = previous == kNoToken ? clause_->first : previous;
    const NameChain* chain = subject_chain(from, token, frame);
    if (chain != nullptr) {
      const bool carried_is_better = chain->place_only && !carried_.subject.empty() &&
                                     chain->use == NameUse::Scope;
      if (!carried_is_better) {
        fact.subject = {chain->subject, SlotSource::Clause, chain->known};
        return;
      }
    }
    if (auto group = group_subject()) {
      fact.subject = {*group, SlotSource::Clause, true};
      return;
    }
    if (auto open = open_subject(from, token)) {
      fact.subject = {*open, SlotSource::Clause, false};
      return;
    }
    if (carried_.subject.empty() || names_the_doer(token)) {
      if (const NameChain* behind = subject_chain(token, clause_->last, frame)) {
        fact.subject = {behind->subject, SlotSource::Clause, behind->known};
        return;
      }
    }
    fact.subject = carried_.subject;
    if (fact.subject.source == SlotSource::Clause || fact.subject.source == SlotSource::Frame)
      fact.subject.source = SlotSource::Carried;
  }

  /// The first chain between two tokens that may be a subject; a place only when nothing else is.
  [[nodiscard]] const NameChain* subject_chain(std::size_t from, std::size_t to,
                                               const std::optional<FrameMatch>& frame) const {
    const NameChain* place = nullptr;
    for (const NameChain& chain : names_) {
      if (chain.first_token < from || chain.last_token >= to || chain.subject.empty()) continue;
      const bool captured = frame && frame->comparand && *frame->comparand >= chain.first_token &&
                            *frame->comparand <= chain.last_token;
      if (captured || chain.use == NameUse::Comparand || chain.use == NameUse::Speaker) continue;
      if (chain.use == NameUse::Subject && !chain.place_only) return &chain;
      if (place == nullptr || (place->use == NameUse::Scope && chain.use == NameUse::Subject))
        place = &chain;
    }
    return place;
  }

  /// 中美差距: a name for both sides of a gap is its subject.
  [[nodiscard]] std::optional<std::string> group_subject() const {
    for (const NameChain& chain : names_)
      for (const std::string& item : chain.scope) {
        const Entity* entity = lexicon_.find_entity(item);
        if (entity != nullptr && !entity->members.empty()) return item;
      }
    return std::nullopt;
  }

  /// 水电占近八成: unknown text that stands directly before 占 is what has the share.
  [[nodiscard]] std::optional<std::string> open_subject(std::size_t from, std::size_t token) const {
    for (std::size_t i = from; i < token; ++i) {
      const Token& verb = scan_.tokens[i];
      if (verb.kind != TokenKind::Word || !verb.lexeme->is(WordClass::ShareOf)) continue;
      if (verb.lexeme->metric >= 0) continue;
      std::size_t begin = clause_->span.begin;
      for (std::size_t k = clause_->first; k < i; ++k)
        begin = std::max(begin, scan_.tokens[k].span.end);
      std::size_t end = verb.span.begin;
      while (begin < end && text_[begin] == ' ') ++begin;
      while (end > begin && text_[end - 1] == ' ') --end;
      const std::string_view phrase = text_.substr(begin, end - begin);
      const std::size_t length = count_code_points(phrase);
      if (phrase.empty() || length < 2 || length > 10) return std::nullopt;
      return std::string(phrase);
    }
    return std::nullopt;
  }

  /// "33%的供应链由中国占据": the one who has it stands behind the number.
  [[nodiscard]] bool names_the_doer(std::size_t token) const {
    for (std::size_t i = token + 1; i < clause_->last; ++i) {
      const Token& word = scan_.tokens[i];
      if (word.kind == TokenKind::Word &&
          (word.lexeme->is(WordClass::From) || word.lexeme->is(WordClass::ScopePrefix)))
        return true;
    }
    return false;
  }

  // ---- metric

  void fill_metric(Fact& fact, std::size_t token, std::size_t previous,
                   const ScannedQuantity& scanned) {
    MetricQuestion question{text_, scan_, *clause_, lexicon_, token, fact.role, 0};
    MetricRead read = find_metric(question);
    if (read.slot.empty()) read = default_metric(fact, scanned, token);
    const bool carried_fits =
        !carried_.metric.empty() &&
        can_measure(carried_.metric_dimensions, scanned.quantity, scanned.unitless, fact.role);
    const bool vague_share = (read.slot.value == "share" && !read.slot.known) ||
                             read.slot.value == "proportion";
    if (vague_share && share_of_carried(read)) {
      fact.metric = read.slot;
      metric_dimensions_ = read.dimensions;
      return;
    }
    if ((read.slot.empty() || vague_share) && carried_fits) {
      read.slot = carried_.metric;
      read.dimensions = carried_.metric_dimensions;
      if (read.slot.source != SlotSource::Heading) read.slot.source = SlotSource::Carried;
    }
    if (vague_share && is_share_of_market(fact)) {
      const Metric* market_share = lexicon_.find_metric("market share");
      read.slot = {"market share", SlotSource::Clause, true};
      if (market_share != nullptr) read.dimensions = market_share->dimensions;
    }
    if (read.slot.empty()) {
      question.phrase_begin = phrase_begin(token, previous);
      read = open_metric(question);
    }
    fact.metric = read.slot;
    metric_dimensions_ = read.dimensions;
  }

  /// A company or product that "has 62%" in a segment has that share of its market.
  [[nodiscard]] bool is_share_of_market(const Fact& fact) const {
    const Entity* subject = lexicon_.find_entity(fact.subject.value);
    if (subject == nullptr || subject->kind > EntityKind::Product) return false;
    const auto is_segment = [&](const std::string& name) {
      const Entity* entity = lexicon_.find_entity(name);
      return entity != nullptr && entity->kind == EntityKind::Segment;
    };
    return std::any_of(names_.begin(), names_.end(), [&](const NameChain& chain) {
      return std::any_of(chain.scope.begin(), chain.scope.end(), is_segment);
    });
  }

  /// "设备需求达 1280 亿美元，中国占比近 40%": a share of the amount that was just stated.
  [[nodiscard]] bool share_of_carried(MetricRead& read) const {
    const bool amount = !carried_.metric.empty() && carried_.metric.source == SlotSource::Clause &&
                        std::find(carried_.metric_dimensions.begin(), carried_.metric_dimensions.end(),
                                  Dimension::Ratio) == carried_.metric_dimensions.end();
    if (!amount || carried_.age > 0) return false;
    const std::string name = carried_.metric.value + " share";
    read.slot = {name, SlotSource::Carried, true};
    read.dimensions = {Dimension::Ratio};
    return true;
  }

  [[nodiscard]] std::size_t phrase_begin(std::size_t token, std::size_t previous) const {
    std::size_t begin = clause_->span.begin;
    if (previous != kNoToken) begin = std::max(begin, scan_.tokens[previous].span.end);
    for (const NameChain& chain : names_)
      if (chain.last_token < token && chain.use != NameUse::Scope)
        begin = std::max(begin, chain.span.end);
    return begin;
  }

  /// What the unit alone says: nanometres of the size of transistors are a process node, and a
  /// gap in generations is a generation gap.
  [[nodiscard]] MetricRead default_metric(const Fact& fact, const ScannedQuantity& scanned,
                                          std::size_t) const {
    constexpr double kLargestNode = 300e-9;
    const Quantity& quantity = scanned.quantity;
    const char* name = nullptr;
    if (quantity.unit.dimension == Dimension::Length && quantity.stated.high <= kLargestNode)
      name = "process node";
    if (fact.role == Role::Difference && quantity.written_unit == "代") name = "generation gap";
    if (fact.role == Role::Difference && quantity.unit.dimension == Dimension::Duration)
      name = "technology gap";
    if (name == nullptr) return {};
    MetricRead read;
    read.slot = {name, SlotSource::Clause, true};
    read.dimensions = {quantity.unit.dimension};
    return read;
  }

  /// 利润16亿: money, though no currency is written.
  void infer_currency(Fact& fact, const ScannedQuantity& scanned) const {
    const auto has = [&](Dimension dimension) {
      return std::find(metric_dimensions_.begin(), metric_dimensions_.end(), dimension) !=
             metric_dimensions_.end();
    };
    if (!scanned.unitless || !has(Dimension::Money) || has(Dimension::Count)) return;
    const bool chinese = std::any_of(clause_->span.of(text_).begin(), clause_->span.of(text_).end(),
                                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (!chinese) return;
    fact.quantity.unit.dimension = Dimension::Money;
    fact.quantity.unit.canonical = "CNY";
    fact.quantity.currency_inferred = true;
  }

  void fill_comparand(Fact& fact, std::size_t token) const {
    const Lexeme& lexeme = *scan_.tokens[token].lexeme;
    fact.comparand = {lexicon_.entities()[static_cast<std::size_t>(lexeme.entity)].name,
                      SlotSource::Frame, true};
    if (fact.subject.value == fact.comparand.value) fact.subject = {};
    if (fact.subject.empty() && carried_.subject.value != fact.comparand.value)
      fact.subject = carried_.subject;
  }

  // ---- scope

  void fill_scope(Fact& fact, std::size_t token, std::size_t previous) {
    std::vector<std::string> scope;
    for (const NameChain& chain : names_) {
      // Behind another number of the clause, a limit belongs to that number's successor only.
      if (chain.first_token > token && previous_quantity_between(token, chain.first_token)) continue;
      for (const std::string& item : chain.scope) add_unique(scope, item);
      if (chain.use == NameUse::Scope && chain.place_only && chain.subject != fact.subject.value)
        add_unique(scope, chain.subject);
    }
    (void)previous;
    for (const std::string& item : sentence_scope_)
      if (!same_kind_present(scope, item)) add_unique(scope, item);
    if (context_.table || fact.subject.source >= SlotSource::Heading ||
        fact.metric.source >= SlotSource::Heading) {
      for (const std::string& item : context_.heading.scope)
        if (!same_kind_present(scope, item)) add_unique(scope, item);
    }
    std::erase(scope, fact.subject.value);
    std::erase(scope, fact.comparand.value);
    std::sort(scope.begin(), scope.end());
    fact.scope = std::move(scope);
  }

  [[nodiscard]] bool previous_quantity_between(std::size_t token, std::size_t other) const {
    for (std::size_t i = token + 1; i < other; ++i)
      if (scan_.tokens[i].kind == TokenKind::Quantity) return true;
    return false;
  }

  [[nodiscard]] bool same_kind_present(const std::vector<std::string>& scope,
                                       const std::string& item) const {
    const Entity* entity = lexicon_.find_entity(item);
    if (entity == nullptr) return false;
    return std::any_of(scope.begin(), scope.end(), [&](const std::string& other) {
      const Entity* present = lexicon_.find_entity(other);
      return present != nullptr && present->kind == entity->kind;
    });
  }

  // ---- period, modality

  void fill_period(Fact& fact, std::size_t token, std::size_t previous) {
    if (fact.role == Role::Before) {
      // 2025年 … 从巅峰时期的30%降至: the year is that of the end, not of the start.
      const std::size_t from_word = last_word_before(token, WordClass::From);
      const TimeMention* own = time_between(from_word, token, true);
      if (own != nullptr) fact.period = own->period;
      fact.period_stated = own != nullptr;
      return;
    }
    const std::size_t from = previous == kNoToken ? clause_->first : previous;
    const TimeMention* time = time_between(from, token, true);
    const bool ends_change = previous != kNoToken &&
                             result_.facts[scan_.tokens[previous].index].role == Role::Before;
    if (time == nullptr && ends_change)
      time = time_between(clause_->first, last_word_before(previous, WordClass::From), true);
    // "占 12% (2024年)": a time directly behind, when none stands before.
    if (time == nullptr && previous == kNoToken) time = time_between(token, clause_->last, false);
    if (time == nullptr && previous != kNoToken && fact.role != Role::Level)
      time = time_between(clause_->first, previous, true);
    if (time != nullptr) {
      fact.period = time->period;
      fact.period_stated = true;
      return;
    }
    if (previous != kNoToken && !ends_change) {
      const Fact& before = result_.facts[scan_.tokens[previous].index];
      fact.period = before.period;
      return;
    }
    fact.period = carried_.period;
  }

  /// The last token of the class before `token` in the clause; the clause's first when none.
  [[nodiscard]] std::size_t last_word_before(std::size_t token, WordClass word_class) const {
    for (std::size_t i = token; i-- > clause_->first;)
      if (scan_.tokens[i].kind == TokenKind::Word && scan_.tokens[i].lexeme->is(word_class)) return i;
    return clause_->first;
  }

  [[nodiscard]] const TimeMention* time_between(std::size_t from, std::size_t to, bool last) const {
    const TimeMention* found = nullptr;
    for (std::size_t i = from; i < to; ++i) {
      if (scan_.tokens[i].kind == TokenKind::Quantity && !last && i > from) break;
      if (scan_.tokens[i].kind != TokenKind::Time) continue;
      const TimeMention& time = scan_.times[scan_.tokens[i].index];
      if (!time.period && time.label.empty()) continue;
      if (found == nullptr || (last && time.period)) found = &time;
    }
    return found;
  }

  [[nodiscard]] Modality modality_of(std::size_t token) {
    if (is_negated(text_, scan_, *clause_, token)) return Modality::Negated;
    Modality modality = sentence_modality_;
    constexpr std::array<std::pair<WordClass, Modality>, 4> kCues = {{
        {WordClass::Opinion, Modality::Opinion},
        {WordClass::Forecast, Modality::Forecast},
        {WordClass::Plan, Modality::Plan},
        {WordClass::Hypothetical, Modality::Hypothetical},
    }};
    for (std::size_t i = clause_->first; i < token; ++i) {
      const Token& cue = scan_.tokens[i];
      if (cue.kind != TokenKind::Word) continue;
      for (const auto& [word_class, said] : kCues)
        if (cue.lexeme->is(word_class)) modality = said;
    }
    return modality;
  }

  // ---- what a clause hands on

  void remember(const Fact& fact) {
    if (!fact.subject.empty() && fact.subject.source <= SlotSource::Clause) {
      carried_.subject = fact.subject;
      carried_.age = 0;
    }
    if (!fact.metric.empty() && fact.metric.known) {
      carried_.metric = fact.metric;
      carried_.metric_dimensions = metric_dimensions_;
    }
    // The period of the start of a change does not hold for what follows.
    if (fact.period && fact.role != Role::Before && !is_one_day(*fact.period))
      carried_.period = fact.period;
  }

  void carry_over(const std::vector<std::size_t>& quantities) {
    clause_is_bare_ = quantities.empty();
    for (const NameChain& chain : names_) {
      for (const std::string& item : chain.scope) note_scope(item);
      if (chain.use == NameUse::Scope && chain.place_only) note_scope(chain.subject);
    }
    if (!quantities.empty()) return;
    const NameChain* chain = subject_chain(clause_->first, clause_->last, std::nullopt);
    if (chain != nullptr && chain->use == NameUse::Subject && !clause_->bracketed) {
      carried_.subject = {chain->subject, SlotSource::Clause, chain->known};
      carried_.age = 0;
    }
    for (std::size_t i = clause_->first; i < clause_->last; ++i) carry_token(scan_.tokens[i]);
  }

  void carry_token(const Token& token) {
    if (token.kind == TokenKind::Time && scan_.times[token.index].period &&
        !is_one_day(*scan_.times[token.index].period))
      carried_.period = scan_.times[token.index].period;
    if (token.kind != TokenKind::Word) return;
    if (token.lexeme->metric >= 0) {
      const Metric& metric = lexicon_.metrics()[static_cast<std::size_t>(token.lexeme->metric)];
      carried_.metric = {metric.name, SlotSource::Clause, true};
      carried_.metric_dimensions = metric.dimensions;
    }
    if (token.lexeme->is(WordClass::Hypothetical)) sentence_modality_ = Modality::Hypothetical;
    if (token.lexeme->is(WordClass::Forecast)) sentence_modality_ = Modality::Forecast;
  }

  void note_scope(const std::string& item) {
    const Entity* entity = lexicon_.find_entity(item);
    // A condition (FP16, by revenue) holds for its own clause, unless it has a clause to itself.
    if (entity != nullptr && entity->kind >= EntityKind::Condition && !clause_is_bare_) return;
    if (entity != nullptr)
      std::erase_if(sentence_scope_, [&](const std::string& other) {
        const Entity* present = lexicon_.find_entity(other);
        return present != nullptr && present->kind == entity->kind;
      });
    add_unique(sentence_scope_, item);
  }

  static constexpr std::size_t kNoToken = static_cast<std::size_t>(-1);

  std::string_view text_;
  const Scan& scan_;
  const Clauses& clauses_;
  const Knowledge& knowledge_;
  const Lexicon& lexicon_;
  const BlockContext& context_;
  const Clause* clause_ = nullptr;
  std::vector<NameChain> names_;
  std::size_t sentence_ = static_cast<std::size_t>(-1);
  std::vector<std::string> sentence_scope_;
  Modality sentence_modality_ = Modality::Actual;
  std::vector<Dimension> metric_dimensions_;
  bool clause_is_bare_ = false;  ///< the clause just read has no quantity
  Carried carried_;
  AttributedBlock result_;
};

}  // namespace

AttributedBlock attribute(std::string_view text, const Scan& scan, const Clauses& clauses,
                          const Knowledge& knowledge, const BlockContext& context) {
  return BlockAttributor(text, scan, clauses, knowledge, context).run();
}

Carried read_heading(std::string_view text, const Scan& scan, const Knowledge& knowledge) {
  Carried carried;
  const Lexicon& lexicon = knowledge.lexicon();
  const Clause whole{0, scan.tokens.size(), {0, text.size()}, 0, false};
  for (const NameChain& chain : find_names(text, scan, whole, lexicon)) {
    if (carried.subject.empty() && !chain.subject.empty())
      carried.subject = {chain.subject, SlotSource::Heading, chain.known};
    else if (!chain.subject.empty() && chain.place_only)
      add_unique(carried.scope, chain.subject);
    for (const std::string& item : chain.scope) add_unique(carried.scope, item);
  }
  for (const Token& token : scan.tokens) {
    if (token.kind == TokenKind::Time && scan.times[token.index].period &&
        !is_one_day(*scan.times[token.index].period))
      carried.period = scan.times[token.index].period;
    if (token.kind != TokenKind::Word || token.lexeme->metric < 0) continue;
    const Metric& metric = lexicon.metrics()[static_cast<std::size_t>(token.lexeme->metric)];
    carried.metric = {metric.name, SlotSource::Heading, true};
    carried.metric_dimensions = metric.dimensions;
  }
  return carried;
}

}  // namespace assay
