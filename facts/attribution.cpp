// SPDX-License-Identifier: MIT
#include "facts/attribution.h"

#include <algorithm>
#include <array>

#include "facts/announced_change.h"
#include "facts/basis.h"
#include "facts/fact_period.h"
#include "facts/frames.h"
#include "facts/in_turn.h"
#include "facts/links.h"
#include "facts/metric_choice.h"
#include "facts/modality.h"
#include "facts/names.h"
#include "facts/roles.h"
#include "facts/scopes.h"
#include "facts/subjects.h"
#include "facts/terms.h"

namespace assay {
namespace {

/// A subject or metric older than this many sentences is not taken over any more.
constexpr std::size_t kLongestCarry = 2;

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
    if (context.names_above && !carried_.subject.empty())
      carried_.subject.source = SlotSource::Heading;
    carried_.speaker = context.speaker;
  }

  AttributedBlock run() {
    result_.facts.resize(scan_.quantities.size());
    for (std::size_t i = 0; i < clauses_.clauses.size(); ++i) read_clause(i);
    result_.links = find_links(text_, scan_, clauses_, result_.facts, knowledge_);
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
    if (!quantities.empty()) leave_what_lies_ahead(index);
    const std::vector<Slot> in_turn = subjects_in_turn(view(), quantities.size());
    if (!in_turn.empty()) carried_.listed = in_turn;
    const std::vector<const Metric*> metrics =
        in_turn.empty() ? metrics_in_turn(view(), quantities.size()) : std::vector<const Metric*>{};
    // 2024-2026年营收分别为12.3、15.4和18.9亿元: a year each.
    const std::vector<Period> periods = periods_in_turn(view(), quantities);
    is_series_ = in_turn.empty() && metrics.empty() && periods.empty() && quantities.size() > 1 &&
                 says_in_turn(view());
    QuantityPlace place;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
      place.token = quantities[i];
      read_quantity_at(place, in_turn.empty() ? Slot() : in_turn[i],
                       metrics.empty() ? nullptr : metrics[i]);
      place.previous = quantities[i];
    }
    if (quantities.empty()) announced_ = announced_by(view());
    for (std::size_t i = 0; i < periods.size(); ++i)
      result_.facts[scan_.tokens[quantities[i]].index].period = periods[i];
    note_listed(in_turn.empty());
    carry_over(quantities.empty());
  }

  /// The names that the clause lists.
  void note_listed(bool new_ones) {
    std::vector<Slot> listed = names_in_list(view());
    if (listed.size() == 2) carried_.pair = listed;
    if (new_ones && !listed.empty()) carried_.listed = std::move(listed);
  }

  void start_sentence(std::size_t sentence) {
    sentence_ = sentence;
    ++carried_.age;
    ++carried_.metric_age;
    for (auto& [unit, named] : carried_.metric_by_unit) ++named.age;
    std::erase_if(carried_.metric_by_unit,
                  [](const auto& entry) { return entry.second.age > kLongestCarry; });
    carried_.listed.clear();
    announced_.reset();
    if (hands_on_point_ && lasting_period_) carried_.period = lasting_period_;
    hands_on_point_ = is_point_ = false;
    sentence_scope_.clear();
    sentence_currency_ = {};
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

  /// 到2028年要到一千亿。二季度的份额…: the period of what is only to come is not that of what is told
  /// later. In speech, where sentences do not end, a clause stands between.
  void leave_what_lies_ahead(std::size_t clause) {
    const bool later =
        clause_->sentence != ahead_sentence_ || (context_.speech && clause > ahead_clause_ + 1);
    if (!carried_ahead_ || !later || carried_.period != carried_ahead_) return;
    if (sentence_modality_ != Modality::Actual || speaks_of_future(scan_, *clause_)) return;
    carried_.period.reset();
    carried_ahead_.reset();
  }

  void note_ahead(const FactPeriod& time) {
    if (!time.ahead || !time.period) return;
    carried_ahead_ = time.period;
    ahead_sentence_ = sentence_;
    ahead_clause_ = static_cast<std::size_t>(clause_ - clauses_.clauses.data());
  }

  void note_speakers() {
    for (const NameChain& chain : names_) {
      if (chain.use != NameUse::Speaker || chain.subject.empty()) continue;
      carried_.speaker = chain.subject;
      // A company that announces something speaks of itself, until another name comes.
      const Entity* speaker = lexicon_.find_entity(chain.subject);
      if (speaker == nullptr || speaker->kind != EntityKind::Company) continue;
      carried_.subject = {chain.subject, SlotSource::Clause, true};
      carried_.age = 0;
    }
  }

  [[nodiscard]] std::vector<std::size_t> quantity_tokens() const {
    std::vector<std::size_t> tokens;
    for (std::size_t i = clause_->first; i < clause_->last; ++i)
      if (scan_.tokens[i].kind == TokenKind::Quantity) tokens.push_back(i);
    return tokens;
  }

  [[nodiscard]] ClauseView view() const {
    return {text_, scan_, *clause_, names_, lexicon_, carried_};
  }

  /// Reads all slots. The last two are what "respectively" gives to this quantity, if anything.
  void read_quantity_at(const QuantityPlace& place, const Slot& subject_in_turn,
                        const Metric* metric_in_turn) {
    const std::uint32_t index = scan_.tokens[place.token].index;
    const ScannedQuantity& scanned = scan_.quantities[index];
    Fact& fact = result_.facts[index];
    fact.quantity = scanned.quantity;
    fact.mention = scanned.span;
    const auto frame = knowledge_.frames().match(scan_, *clause_, place.token, lexicon_);
    fact.role = role_of(text_, scan_, *clause_, place.token, frame, lexicon_);
    if (fact.role >= Role::Increase && fact.role != Role::Difference)
      fact.basis = basis_of(text_, scan_, *clause_, place.token);
    fact.subject = subject_in_turn.empty() ? subject_of(view(), place, frame) : subject_in_turn;
    // 净利润分别为2亿、3亿和6亿元: of one subject, but of what each? The clause alone does not say.
    if (subject_in_turn.empty() && is_series_) fact.subject.source = SlotSource::Presumed;
    if (frame && frame->comparand) fill_comparand(fact, *frame->comparand);
    MetricRead metric = choose_metric(view(), place, fact, knowledge_);
    const bool change = fact.role == Role::Increase || fact.role == Role::Decrease;
    if (metric_in_turn != nullptr && (change || metric_in_turn->fits(fact.quantity.unit.dimension)))
      metric = {{metric_in_turn->name, SlotSource::Frame, true}, metric_in_turn->dimensions};
    fact.metric = metric.slot;
    fact.qualifier = metric.qualifier;
    if (announced_ && is_bare_item(view(), place.token)) apply(*announced_, fact);
    if (scanned.unitless) infer_currency(fact, metric.dimensions);
    if (fact.quantity.unit.dimension == Dimension::Money && !fact.quantity.currency_inferred)
      sentence_currency_ = {fact.subject.value, fact.quantity.unit.canonical};
    const std::string place_of_business = give_to_company(fact, carried_, lexicon_);
    fact.scope = scope_of(view(), place.token, fact,
                          {sentence_scope_, context_.heading.scope, context_.table});
    if (!place_of_business.empty()) {
      add_unique(fact.scope, place_of_business);
      std::sort(fact.scope.begin(), fact.scope.end());
    }
    // The others of the list limit nothing: 北京、上海的月租分别为….
    if (!subject_in_turn.empty())
      std::erase_if(fact.scope, [&](const std::string& item) { return is_listed(item); });
    if (const Metric* market = market_that_share_is_of(fact, lexicon_))
      fact.metric = {market->name, fact.metric.source, true};
    fill_period(fact, place);
    fact.modality = modality_of(text_, scan_, *clause_, place.token, sentence_modality_);
    fact.speaker = carried_.speaker;
    fill_terms(fact);
    fact.confidence = confidence_of(fact.subject) * confidence_of(fact.metric);
    remember(fact, metric.dimensions);
  }

  /// The words of the clause, and the names that it leaves out.
  void fill_terms(Fact& fact) const {
    fact.terms = terms_around(text_, *clause_, fact.mention,
                              fact.quantity.unit.dimension == Dimension::Count, scan_, lexicon_);
    for (const std::string* name : {&fact.subject.value, &fact.metric.value, &fact.comparand.value})
      if (!name->empty()) fact.terms.push_back(*name);
    std::sort(fact.terms.begin(), fact.terms.end());
    fact.terms.erase(std::unique(fact.terms.begin(), fact.terms.end()), fact.terms.end());
  }

  /// 利润16亿: money, though no currency is written. `dimensions` are those of the metric.
  void infer_currency(Fact& fact, const std::vector<Dimension>& dimensions) const {
    const auto has = [&](Dimension dimension) {
      return std::find(dimensions.begin(), dimensions.end(), dimension) != dimensions.end();
    };
    if (!has(Dimension::Money) || has(Dimension::Count)) return;
    const bool chinese = std::any_of(clause_->span.of(text_).begin(), clause_->span.of(text_).end(),
                                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (!chinese) return;
    fact.quantity.unit.dimension = Dimension::Money;
    const auto& [owner, currency] = sentence_currency_;
    const bool known = !currency.empty() && owner == fact.subject.value;
    fact.quantity.unit.canonical = known ? currency : "CNY";
    fact.quantity.currency_inferred = true;
  }

  void fill_comparand(Fact& fact, std::size_t token) const {
    const Token& name = scan_.tokens[token];
    fact.comparand = {lexicon_.entities()[static_cast<std::size_t>(name.lexeme->entity)].name,
                      SlotSource::Frame, true, name.heard_as(text_)};
    // "than Apple's A19": what has the maker before it is meant.
    for (const NameChain& chain : names_)
      if (chain.first_token == token && chain.last_token > token && !chain.subject.empty())
        fact.comparand = {chain.subject, SlotSource::Frame, chain.known, chain.heard};
    if (fact.subject.value == fact.comparand.value) fact.subject = {};
    if (fact.subject.empty() && carried_.subject.value != fact.comparand.value)
      fact.subject = carried_.subject;
  }

  void fill_period(Fact& fact, const QuantityPlace& place) {
    const Fact* before =
        place.previous ? &result_.facts[scan_.tokens[*place.previous].index] : nullptr;
    const FactPeriod read = period_of(view(), place, fact.role, before);
    if (read.stated) is_point_ = read.point;
    note_ahead(read);
    fact.period = read.period;
    fact.partial_time = read.partial;
    // The head of a row or column says it for each of its cells.
    fact.period_stated = read.stated || (context_.table && read.period == context_.heading.period);
  }

  /// What a fact hands on. `dimensions` are those of its metric.
  void remember(const Fact& fact, const std::vector<Dimension>& dimensions) {
    if (!fact.subject.empty() && fact.subject.source <= SlotSource::Clause) {
      carried_.subject = fact.subject;
      carried_.age = 0;
      speak_of(fact.subject);
    }
    if (!fact.metric.empty() && fact.metric.known && !is_bare_duration(fact)) {
      carried_.metric = fact.metric;
      carried_.metric_dimensions = dimensions;
      carried_.metric_scope = fact.scope;
      if (fact.metric.source < SlotSource::Carried) carried_.metric_age = 0;
      const Quantity& quantity = fact.quantity;
      if (quantity.unit.dimension == Dimension::Count && !quantity.written_unit.empty() &&
          fact.metric.source <= SlotSource::Clause)
        carried_.metric_by_unit[quantity.written_unit] = {fact.metric.value, 0};
    }
    // The period of the start of a change does not hold for what follows.
    if (fact.role == Role::Before) return;
    if (fact.period && !is_one_day(*fact.period)) {
      if (fact.period != carried_.period) hand_on_period(fact.period, is_point_);
      carried_.partial_time.reset();
    } else if (fact.partial_time) {
      carried_.partial_time = fact.partial_time;
    }
    note_year(fact);
  }

  /// 年末员工8,912人。公司资本开支…: what was counted at an end is told within its sentence.
  void hand_on_period(const std::optional<Period>& period, bool point) {
    if (point && !hands_on_point_) lasting_period_ = carried_.period;
    hands_on_point_ = point;
    carried_.period = period;
  }

  /// What is expected of a year is not told of it, and what lasted for years is of none.
  void note_year(const Fact& fact) {
    if (fact.modality != Modality::Actual || !fact.period || fact.period == carried_ahead_) return;
    const int year = year_of(fact.period->from);
    if (year == year_of(fact.period->to) && year > carried_.year.value_or(0)) carried_.year = year;
  }

  /// 一年之内跌去了七成: the stretch of time is not what fell.
  static bool is_bare_duration(const Fact& fact) {
    return fact.quantity.unit.dimension == Dimension::Duration && fact.metric.value == "duration";
  }

  [[nodiscard]] bool is_listed(const std::string& name) const {
    return std::any_of(carried_.listed.begin(), carried_.listed.end(),
                       [&](const Slot& other) { return other.value == name; });
  }

  /// A company, or a name that no lexicon holds: "it" is not said of a place in the same way.
  void speak_of(const Slot& subject) {
    const Entity* entity = lexicon_.find_entity(subject.value);
    if (entity == nullptr || entity->kind == EntityKind::Company) carried_.spoken_of = subject;
  }

  /// What a clause hands on. It is `bare` when it has no quantity.
  void carry_over(bool bare) {
    sentence_scope_.note(view(), bare);
    for (const NameChain& chain : names_)
      if (!chain.maker.empty()) carried_.spoken_of = {chain.maker, SlotSource::Clause, true};
    sentence_modality_ = modality_after(text_, scan_, *clause_, bare, sentence_modality_);
    if (!bare) return;
    if (auto subject = subject_of_bare_clause(view())) {
      carried_.subject = *std::move(subject);
      carried_.age = 0;
      speak_of(carried_.subject);
    } else if (speaks_of_a_topic(view()) && !carried_.subject.empty()) {
      carried_.subject.source = std::max(carried_.subject.source, SlotSource::Presumed);
    }
    for (std::size_t i = clause_->first; i < clause_->last; ++i) {
      carry_time(i);
      carry_token(scan_.tokens[i]);
    }
  }

  void carry_time(std::size_t token) {
    if (scan_.tokens[token].kind != TokenKind::Time || is_reference_time(scan_, token) ||
        starts_a_span(text_, scan_.tokens[token].span.begin))
      return;
    const FactPeriod time = placed(scan_.times[scan_.tokens[token].index], carried_);
    // A day on which something was said is no period, but it ends the one that was spoken of.
    if (time.period && is_one_day(*time.period)) {
      const bool within = carried_.period && overlaps(*carried_.period, *time.period);
      if (!within) carried_.period.reset();
      return;
    }
    if (!time.period && !time.partial) return;
    if (time.period) hand_on_period(time.period, time.point);
    note_ahead(time);
    carried_.partial_time = time.partial;
  }

  void carry_token(const Token& token) {
    if (token.kind != TokenKind::Word) return;
    if (token.lexeme->metric >= 0) {
      const Metric& metric = lexicon_.metrics()[static_cast<std::size_t>(token.lexeme->metric)];
      carried_.metric = {metric.name, SlotSource::Clause, true};
      carried_.metric_dimensions = metric.dimensions;
      carried_.metric_age = 0;
    }
  }

  std::string_view text_;
  const Scan& scan_;
  const Clauses& clauses_;
  const Knowledge& knowledge_;
  const Lexicon& lexicon_;
  const BlockContext& context_;
  const Clause* clause_ = nullptr;
  std::vector<NameChain> names_;
  bool is_series_ = false;  ///< "respectively", and nobody knows of whom
  std::size_t sentence_ = static_cast<std::size_t>(-1);
  SentenceScope sentence_scope_;
  /// 收入24.4万亿韩元，利润11.4万亿: whose the amount before is, and its currency.
  std::pair<std::string, std::string> sentence_currency_;
  bool is_point_ = false;        ///< the last time that the sentence stated is one like 年末
  bool hands_on_point_ = false;  ///< so is the period that is handed on
  std::optional<Period> lasting_period_;      ///< what was handed on before such a time
  std::optional<AnnouncedChange> announced_;  ///< in this sentence, before a colon
  std::optional<Period> carried_ahead_;       ///< what was handed on last that lies ahead
  std::size_t ahead_sentence_ = 0;
  std::size_t ahead_clause_ = 0;
  Modality sentence_modality_ = Modality::Actual;
  Carried carried_;
  AttributedBlock result_;
};

}  // namespace

AttributedBlock attribute(std::string_view text, const Scan& scan, const Clauses& clauses,
                          const Knowledge& knowledge, const BlockContext& context) {
  return BlockAttributor(text, scan, clauses, knowledge, context).run();
}

}  // namespace assay
