// SPDX-License-Identifier: MIT
#include "facts/extract.h"

#include <algorithm>
#include <iterator>

#include "core/utf8.h"
#include "facts/attribution.h"
#include "facts/heading.h"
#include "facts/spoken_text.h"
#include "facts/stated_unit.h"
#include "facts/table_context.h"
#include "facts/terms.h"

namespace assay {
namespace {

/// A paragraph this short (bytes) without a full stop is a heading that lost its mark-up.
constexpr std::size_t kLongestPlainHeading = 110;
/// Speech has no full stops: this much text (bytes) on either side of a number is its sentence.
constexpr std::size_t kSpeechWindow = 90;
constexpr std::size_t kLongestSentence = 400;

bool is_sentence_end(char32_t c) {
  return c == 0x3002 || c == '.' || c == '!' || c == '?' || c == ';' || c == ',';
}

/// A sentence as facts show it.
struct ShownSentence {
  Span span;  ///< Bytes: text of the block
  std::string text;
  std::uint64_t skeleton = 0;
};

/// A heading, and what it says.
struct ReadHeading {
  std::uint32_t block = 0;
  Carried says;
};

class Extractor {
 public:
  Extractor(const Document& document, const Knowledge& knowledge,
            const std::function<void(Fact)>& take)
      : document_(document),
        knowledge_(knowledge),
        take_(take),
        lines_(document.raw),
        currency_(local_currency(document.raw, knowledge.units())),
        stated_unit_(knowledge) {}

  /// Hands on all facts and returns their links.
  std::vector<Link> run() {
    title_ = heading_of(document_.title);
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) read_block(i);
    hand_on_row();
    return std::move(links_);
  }

 private:
  void read_block(std::size_t index) {
    const Block& block = document_.blocks[index];
    if (!row_.empty() && !in_row(block)) hand_on_row();
    // What the section before was about ends with it.
    if (block.kind == BlockKind::Heading) {
      previous_.reset();
      plain_heading_.reset();
    }
    if (block.kind == BlockKind::Code || block.text.empty()) return;
    const std::string& text = block.text.text();
    ScanContext scan_context{knowledge_, document_.date};
    scan_context.currency = currency_;
    scan_context.speech = document_.kind == DocumentKind::Transcript || is_speech(text);
    if (scan_context.speech) scan_context.spoken = &spoken_text();
    CellContext cell;
    if (block.table) {
      cell = read_cell_context(document_, block, caption_ ? &*caption_ : nullptr, knowledge_);
      scan_context.table_cell = cell.numbers_count && is_bare_cell(text);
      if (scan_context.table_cell && cell.unit) scan_context.head_unit = &*cell.unit;
    }
    const Scan scanned = scan(text, scan_context);
    if (!block.table) stated_unit_.read(text, block.kind == BlockKind::ListItem);
    if (scanned.quantities.empty()) return note_block(block, text, scanned);
    const Clauses clauses = split_clauses(scanned, text.size());
    BlockContext context = context_of(block, cell);
    context.speech = scan_context.speech;
    AttributedBlock attributed = attribute(text, scanned, clauses, knowledge_, context);
    if (!block.table) stated_unit_.give(scanned, attributed.facts);
    add_facts(index, scanned, clauses, attributed, cell, scan_context.speech);
    year_ = attributed.last.year;
    if (block.kind != BlockKind::Heading) previous_ = attributed.last;
    if (!block.table) caption_ = caption_with_numbers(block, text, scanned);
  }

  /// "Revenue share of 7 nm and below by quarter": a line above a table may have numbers of its own.
  std::optional<TableCaption> caption_with_numbers(const Block& block, const std::string& text,
                                                   const Scan& scanned) const {
    if (block.kind != BlockKind::Paragraph || !is_plain_heading(text)) return std::nullopt;
    return read_caption(text, read_heading(text, scanned, knowledge_), knowledge_);
  }

  /// A block without numbers may still say what the next ones are about.
  void note_block(const Block& block, const std::string& text, const Scan& scanned) {
    if (block.table || block.kind == BlockKind::Code) return;
    const bool question = is_question(text);
    const bool heading = block.kind == BlockKind::Heading || is_plain_heading(text) || question;
    if (!heading) caption_ = caption_of_money(text, knowledge_);
    if (!heading) return;
    Carried said = read_heading(text, scanned, knowledge_);
    if (question && said.subject.empty()) return;
    if (block.kind != BlockKind::Heading) plain_heading_ = said;
    caption_ = read_caption(text, std::move(said), knowledge_);
  }

  SpokenText& spoken_text() {
    if (spoken_) return *spoken_;
    std::vector<std::string_view> texts;
    for (const Block& block : document_.blocks) texts.push_back(block.text.text());
    return spoken_.emplace(std::move(texts), knowledge_);
  }

  static bool is_plain_heading(const std::string& text) {
    if (text.size() > kLongestPlainHeading) return false;
    return !is_sentence_end(last_character(text));
  }

  /// 问：OpenAI赚钱了吗？ The answer is about whom the question names.
  static bool is_question(const std::string& text) {
    if (text.size() > kLongestPlainHeading || text.empty()) return false;
    return last_character(text) == '?';
  }

  /// A cell that is a number and nothing else.
  static bool is_bare_cell(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
      const auto value = static_cast<unsigned char>(c);
      return is_ascii_letter(value) || value >= 0x80;
    });
  }

  Carried heading_of(const std::string& text) const {
    if (text.empty()) return {};
    return read_heading(text, scan(text, {knowledge_, document_.date}), knowledge_);
  }

  /// Makes `headings_` those above this block. Many blocks stand below the same ones.
  void read_headings(const Block& block) {
    const auto [kept, first_new] = std::mismatch(
        headings_.begin(), headings_.end(), block.headings.begin(), block.headings.end(),
        [](const ReadHeading& read, std::uint32_t index) { return read.block == index; });
    headings_.erase(kept, headings_.end());
    for (auto at = first_new; at != block.headings.end(); ++at)
      headings_.push_back({*at, heading_of(document_.blocks[*at].text.text())});
  }

  /// Whether a heading stands above the whole text, as its title does.
  [[nodiscard]] bool is_above_all(std::uint32_t heading) const {
    const auto& last = document_.blocks.back().headings;
    return document_.blocks[heading].text.text() == document_.title ||
           (document_.blocks[heading].headings.empty() && !last.empty() && last.front() == heading);
  }

  BlockContext context_of(const Block& block, const CellContext& cell) {
    BlockContext context;
    context.speaker = block.speaker;
    if (block.table) {
      context.table = true;
      context.heading = cell.heads;
      if (caption_) fill_from(context.heading, caption_->says);
      context.names_above = context.heading.subject.empty();
    } else {
      if (block.kind == BlockKind::ListItem && previous_) context.heading = list_context();
      if (plain_heading_ && context.heading.subject.empty())
        fill_from(context.heading, *plain_heading_);
    }
    read_headings(block);
    for (auto at = headings_.rbegin(); at != headings_.rend(); ++at) {
      // Who is named nearer is not limited to what the whole text is about.
      const bool of_all =
          !context.heading.subject.empty() && !block.table && is_above_all(at->block);
      fill_from(context.heading, of_all ? without_scope(at->says) : at->says);
    }
    if (block.kind != BlockKind::FrontMatter && context.heading.subject.empty()) {
      Carried title = without_scope(title_);
      title.metric = {};
      fill_from(context.heading, title);
    }
    if (block.table) note_numerator(context.heading, cell);
    if (cell.time) place_in_time(context.heading, cell);
    if (!context.heading.year) context.heading.year = year_;
    return context;
  }

  /// Below the heading 研发投入 a column 占营收比 is a share of revenue, but not that of capital spending.
  void note_numerator(Carried& heading, const CellContext& cell) const {
    const Lexicon& lexicon = knowledge_.lexicon();
    const std::string& share = cell.heads.metric.value;
    if (!lexicon.is_share(share)) return;
    std::string part = cell.row_metric;
    if (part.empty() && caption_) part = caption_->says.metric.value;
    for (auto at = headings_.rbegin(); at != headings_.rend() && part.empty(); ++at)
      part = at->says.metric.value;
    // Below 营收 it is a share of it all the same.
    const bool says_more =
        !part.empty() && !lexicon.is_share(part) && lexicon.share_of(part) != share;
    if (says_more) heading.scope.push_back(part);
  }

  /// A head that only says when: with the year of a heading above, if it names none itself. A
  /// quarter whose year nobody tells still keeps the rows apart.
  static void place_in_time(Carried& heading, const CellContext& cell) {
    std::optional<int> year_above;
    if (heading.period && *heading.period == year_period(year_of(heading.period->from)))
      year_above = year_of(heading.period->from);
    if (const auto period = cell.time->period(year_above)) {
      heading.period = period;
    } else if (cell.time->part) {
      heading.scope.push_back(cell.time_text);
    }
  }

  /// Items of a list go on about what their heading or the paragraph before them is about.
  Carried list_context() const {
    Carried context;
    if (plain_heading_ && !plain_heading_->subject.empty()) {
      context.subject = plain_heading_->subject;
    } else {
      context.subject = previous_->subject;
    }
    return context;
  }

  void add_facts(std::size_t block_index, const Scan& scanned, const Clauses& clauses,
                 AttributedBlock& attributed, const CellContext& cell, bool speech) {
    const Block& block = document_.blocks[block_index];
    const std::string& text = block.text.text();
    std::optional<ShownSentence> shown;  // often that of the fact before
    for (Fact& fact : attributed.facts) {
      fact.document = document_.id;
      if (fact.qualifier.empty() && fact.metric.source == SlotSource::TableHead)
        fact.qualifier = cell.narrowing;
      if (!cell.row_metric.empty()) name_share_of_row(fact, cell.row_metric);
      if (cell.time && cell.time->forecast && fact.modality == Modality::Actual)
        fact.modality = Modality::Forecast;
      if (fact.quantity.currency_inferred && !cell.currency.empty()) {
        fact.quantity.unit.canonical = cell.currency;
        fact.quantity.currency_inferred = false;
      }
      fact.block = static_cast<std::uint32_t>(block_index);
      const Span whole = sentence_of(clauses, fact.mention);
      const bool cut = speech || whole.size() > kLongestSentence;
      const Span sentence = shown_part(whole, fact.mention, text, cut, speech);
      if (!shown || shown->span != sentence)
        shown = {sentence, sentence_text(text, sentence, cell),
                 block.table || cut ? 0 : skeleton_hash(text, sentence, scanned)};
      fact.sentence = shown->text;
      // A table cell is shown behind the text of its row.
      const std::size_t shown_at = fact.sentence.size() - sentence.size();
      fact.in_sentence = {fact.mention.begin - sentence.begin + shown_at,
                          fact.mention.end - sentence.begin + shown_at};
      fact.skeleton = shown->skeleton;
      if (block.table) {
        fact.table_row = block.table->row + 1;
        fact.table_column = block.table->column + 1;
      }
      fact.sentence_span = block.text.raw_span(sentence);
      fact.mention = block.text.raw_span(fact.mention);
      const LineColumn place = lines_.locate(fact.mention.begin);
      fact.line = place.line;
      fact.column = place.column;
      fact.text = std::string(fact.mention.of(document_.raw));
      if (block.table) {
        row_.push_back(std::move(fact));
      } else {
        take_(std::move(fact));
      }
    }
    for (Link link : attributed.links) {
      for (std::uint32_t* member : {&link.first, &link.second, &link.third})
        if (*member != kNoFact) *member += fact_count_;
      links_.push_back(link);
    }
    fact_count_ += static_cast<std::uint32_t>(attributed.facts.size());
  }

  /// Whether a block belongs to the row of a table whose facts are being gathered.
  [[nodiscard]] bool in_row(const Block& block) const {
    const TablePlace& place = *document_.blocks[row_.front().block].table;
    return block.table && block.table->table == place.table && block.table->row == place.row;
  }

  /// Total revenue, mobile revenue: where two cells of one row seem to say the same, their heads say
  /// something that is not understood, and that limits both.
  void hand_on_row() {
    std::vector<bool> alike(row_.size(), false);
    for (std::size_t i = 0; i < row_.size(); ++i)
      for (std::size_t k = 0; k < row_.size(); ++k)
        if (row_[i].table_column != row_[k].table_column && same_slots(row_[i], row_[k]))
          alike[i] = true;
    for (std::size_t i = 0; i < row_.size(); ++i) {
      Fact& fact = row_[i];
      if (alike[i]) {
        const std::uint32_t head = document_.blocks[fact.block].table->column_head;
        fact.scope.push_back(document_.blocks[head].text.text());
        std::sort(fact.scope.begin(), fact.scope.end());
      }
      take_(std::move(fact));
    }
    row_.clear();
  }

  static bool same_slots(const Fact& a, const Fact& b) {
    return !a.metric.empty() && a.metric.value == b.metric.value &&
           a.subject.value == b.subject.value && a.comparand.value == b.comparand.value &&
           a.scope == b.scope && a.period == b.period && a.role == b.role &&
           a.quantity.unit.dimension == b.quantity.unit.dimension;
  }

  /// Row "wafer capacity", cell "15% share": a share of the capacity.
  void name_share_of_row(Fact& fact, const std::string& row_metric) const {
    if (fact.metric.value != "market share") return;
    const std::string name = knowledge_.lexicon().share_of(row_metric);
    if (knowledge_.lexicon().find_metric(name) != nullptr) fact.metric.value = name;
  }

  static Span sentence_of(const Clauses& clauses, Span mention) {
    // The last one that overlaps the mention; sentences follow one another without gaps.
    const auto next = std::partition_point(
        clauses.sentences.begin(), clauses.sentences.end(),
        [&](const SentenceSpan& sentence) { return sentence.span.begin < mention.end; });
    if (next != clauses.sentences.begin() && std::prev(next)->span.overlaps(mention))
      return std::prev(next)->span;
    return mention;
  }

  /// What is shown of the sentence `found`: a part around the mention, when it is to be cut.
  static Span shown_part(Span found, Span mention, const std::string& text, bool cut, bool speech) {
    if (cut) {
      const std::size_t window = speech ? kSpeechWindow : kLongestSentence / 2;
      const std::size_t low = mention.begin > window ? mention.begin - window : 0;
      found.begin = std::max(found.begin, low);
      found.end = std::min(found.end, mention.end + window);
    }
    // Never cut a character in two.
    const auto continues = [&](std::size_t at) {
      return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    while (continues(found.begin)) ++found.begin;
    while (continues(found.end)) ++found.end;
    while (found.begin < mention.begin && text[found.begin] == ' ') ++found.begin;
    while (found.end > mention.end && (text[found.end - 1] == ' ' || text[found.end - 1] == '\n'))
      --found.end;
    return found;
  }

  static std::string sentence_text(const std::string& text, Span sentence,
                                   const CellContext& cell) {
    const std::string body(sentence.of(text));
    return cell.row_text.empty() ? body : cell.row_text + " | " + body;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const std::function<void(Fact)>& take_;
  LineCursor lines_;
  LocalCurrency currency_;
  std::vector<Fact> row_;         ///< of the table's row that is being read
  std::uint32_t fact_count_ = 0;  ///< of the blocks before
  std::optional<int> year_;       ///< the latest that the blocks before told something of
  std::vector<Link> links_;
  std::optional<SpokenText> spoken_;  ///< all of the document, where there is speech
  Carried title_;
  std::vector<ReadHeading> headings_;     ///< above the last block that had numbers
  std::optional<TableCaption> caption_;   ///< the short block right before a table
  StatedUnit stated_unit_;                ///< that of the list which is being read
  std::optional<Carried> plain_heading_;  ///< the last heading that is a mere line
  std::optional<Carried> previous_;       ///< what the last block with numbers handed on
};

}  // namespace

ReadDocument extract(const Document& document, const Knowledge& knowledge) {
  ReadDocument result{.id = document.id,
                      .title = document.title,
                      .source = document.source,
                      .kind = std::string(to_string(document.kind)),
                      .date = document.date,
                      .notes = document.notes,
                      .skipped = document.skipped};
  const auto keep = [&result](Fact fact) { result.facts.push_back(std::move(fact)); };
  result.links = Extractor(document, knowledge, keep).run();
  return result;
}

void extract_each(const Document& document, const Knowledge& knowledge,
                  const std::function<void(Fact)>& take) {
  (void)Extractor(document, knowledge, take).run();
}

}  // namespace assay
