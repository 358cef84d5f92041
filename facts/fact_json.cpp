// SPDX-License-Identifier: MIT
#include "facts/fact_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/json_tree.h"
#include "facts/json_text.h"

namespace assay {
namespace {

/// In the order of the enumerators.
constexpr std::array<std::string_view, 8> kHedges = {
    "none", "about", "nearly", "little-over", "at-least", "more-than", "at-most", "less-than"};

struct NamedSlot {
  JsonKey name;
  Slot Fact::*member;
};

constexpr std::array<NamedSlot, 3> kSlots = {
    {{"subject", &Fact::subject}, {"metric", &Fact::metric}, {"comparand", &Fact::comparand}}};

// --- writing ---

void write_quantity(const Quantity& quantity, JsonObjectWriter& object) {
  object.number("low", quantity.stated.low);
  object.number("high", quantity.stated.high);
  object.flag("low_closed", quantity.stated.low_closed);
  object.flag("high_closed", quantity.stated.high_closed);
  object.number("tolerance_low", quantity.tolerance.low);
  object.number("tolerance_high", quantity.tolerance.high);
  object.text("unit", quantity.unit.canonical);
  object.text("written_unit", quantity.written_unit);
  object.number("written_low", quantity.written_low);
  object.number("written_high", quantity.written_high);
  object.text("dimension", to_string(quantity.unit.dimension));
  object.flag("approximate", quantity.approximate);
}

/// A day as to_string(Day) has it, without a string of its own.
void append_day(Day day, std::string& out) {
  const std::chrono::year_month_day date(day);
  const auto append_digits = [&out](unsigned value, unsigned highest) {
    for (unsigned place = highest; place > 0; place /= 10) {
      out += static_cast<char>('0' + value / place % 10);
    }
  };
  out += '"';
  append_digits(static_cast<unsigned>(static_cast<int>(date.year())), 1000);
  out += '-';
  append_digits(static_cast<unsigned>(date.month()), 10);
  out += '-';
  append_digits(static_cast<unsigned>(date.day()), 10);
  out += '"';
}

void write_period(const std::optional<Period>& period, JsonObjectWriter& object, std::string& out) {
  object.key("period");
  if (!period) {
    out += "null";
    return;
  }
  JsonObjectWriter days(out);
  days.key("from");
  append_day(period->from, out);
  days.key("to");
  append_day(period->to, out);
}

/// What the contract leaves out of a quantity. Most quantities have none of it.
void write_quantity_rest(const Quantity& quantity, JsonObjectWriter& object, std::string& out) {
  object.flag("tolerance_low_closed", quantity.tolerance.low_closed);
  object.flag("tolerance_high_closed", quantity.tolerance.high_closed);
  if (quantity.hedge != Hedge::None) {
    object.text("hedge", kHedges[static_cast<std::size_t>(quantity.hedge)]);
  }
  if (quantity.vague) object.flag("vague", true);
  if (quantity.currency_inferred) object.flag("currency_inferred", true);
  const MeasuredIn& unit = quantity.unit;
  object.key("unit_scale");
  out += '[' + std::to_string(unit.scale.coefficient()) + ',' +
         std::to_string(unit.scale.exponent()) + ']';
  if (unit.divisor != 1) object.number("unit_divisor", unit.divisor);
  if (unit.offset != 0) object.number("unit_offset", unit.offset);
}

void write_slot_sources(const Fact& fact, JsonObjectWriter& object, std::string& out) {
  object.key("slot_sources");
  {
    JsonObjectWriter sources(out);
    for (const auto& [name, slot] : kSlots) {
      const SlotSource source = (fact.*slot).source;
      if (source != SlotSource::Empty) sources.text(name, to_string(source));
    }
  }
  object.key("known");
  JsonObjectWriter known(out);
  for (const auto& [name, slot] : kSlots) {
    if ((fact.*slot).known) known.flag(name, true);
  }
}

void write_partial_time(const std::optional<PartialTime>& time, JsonObjectWriter& object) {
  if (!time) return;
  if (time->part) {
    object.number("first_month", time->part->first_month);
    object.number("last_month", time->part->last_month);
    if (time->part->day > 0) object.number("day_of_month", time->part->day);
    if (time->part->last_day > 0) object.number("last_day_of_month", time->part->last_day);
  }
  if (time->year_offset) object.number("year_offset", *time->year_offset);
}

/// How transcripts spell what was known by its sound.
void write_heard(const Fact& fact, JsonObjectWriter& object, std::string& out) {
  const bool heard = std::any_of(kSlots.begin(), kSlots.end(), [&](const NamedSlot& named) {
    return !(fact.*named.member).heard.empty();
  });
  if (!heard) return;
  object.key("heard");
  JsonObjectWriter spellings(out);
  for (const auto& [name, slot] : kSlots)
    if (!(fact.*slot).heard.empty()) spellings.text(name, (fact.*slot).heard);
}

/// 64 bits do not fit a JSON number of most readers, so they are written in hexadecimal.
void write_skeleton(std::uint64_t skeleton, JsonObjectWriter& object) {
  std::array<char, 16> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), skeleton, 16).ptr;
  object.text("skeleton", {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void write_place(const Fact& fact, JsonObjectWriter& object) {
  object.count("sentence_start", fact.sentence_span.begin);
  object.count("sentence_end", fact.sentence_span.end);
  if (!fact.in_sentence.empty()) {
    object.count("in_sentence_start", fact.in_sentence.begin);
    object.count("in_sentence_end", fact.in_sentence.end);
  }
  object.count("block", fact.block);
  if (fact.table_row != 0) object.count("table_row", fact.table_row);
  if (fact.table_column != 0) object.count("table_column", fact.table_column);
}

// --- reading ---

Error bad_fact(const std::string& message) {
  return {.code = ErrorCode::BadInput, .message = "not a fact: " + message};
}

/// The enumerator that a text names.
template <class Enum, class Names>
Enum enumerator(const JsonNode& name, std::size_t count, Names name_of) {
  for (std::size_t i = 0; i < count; ++i) {
    if (name_of(static_cast<Enum>(i)) == text_of(name)) return static_cast<Enum>(i);
  }
  throw BadJson{"unknown name \"" + std::string(text_of(name)) + "\""};
}

double number_or(const JsonNode& value, double if_null) {
  return value.IsNull() ? if_null : number_of(value);
}

std::string text_or_empty(const JsonNode& value) {
  return value.IsNull() ? std::string() : std::string(text_of(value));
}

bool is_set(JsonMembers& object, std::string_view key) {
  const JsonNode* flag = object.find(key);
  return flag != nullptr && flag_of(*flag);
}

template <class Integer>
Integer integer_or_zero(JsonMembers& object, std::string_view key) {
  const JsonNode* value = object.find(key);
  return value == nullptr ? Integer{0} : integer_of<Integer>(*value);
}

std::size_t count_in(JsonMembers& object, std::string_view key) {
  return integer_of<std::size_t>(object.get(key));
}

// Members are asked for in the order in which they are written.

void read_mention(JsonMembers& object, Fact& fact) {
  fact.document = text_of(object.get("document"));
  fact.text = text_of(object.get("text"));
  fact.mention.begin = count_in(object, "start");
  fact.mention.end = count_in(object, "end");
  fact.line = count_in(object, "line");
  fact.column = count_in(object, "column");
}

void read_quantity(JsonMembers& object, Quantity& quantity) {
  quantity.stated.low = number_or(object.get("low"), -kInfinity);
  quantity.stated.high = number_or(object.get("high"), kInfinity);
  quantity.stated.low_closed = flag_of(object.get("low_closed"));
  quantity.stated.high_closed = flag_of(object.get("high_closed"));
  quantity.tolerance.low = number_or(object.get("tolerance_low"), -kInfinity);
  quantity.tolerance.high = number_or(object.get("tolerance_high"), kInfinity);
  quantity.unit.canonical = text_of(object.get("unit"));
  quantity.written_unit = text_of(object.get("written_unit"));
  quantity.written_low = number_or(object.get("written_low"), -kInfinity);
  quantity.written_high = number_or(object.get("written_high"), kInfinity);
  const std::string_view name = text_of(object.get("dimension"));
  const std::optional<Dimension> dimension = parse_dimension(name);
  if (!dimension) throw BadJson{"unknown dimension \"" + std::string(name) + "\""};
  quantity.unit.dimension = *dimension;
  quantity.approximate = flag_of(object.get("approximate"));
}

void read_quantity_rest(JsonMembers& object, Quantity& quantity) {
  quantity.tolerance.low_closed = flag_of(object.get("tolerance_low_closed"));
  quantity.tolerance.high_closed = flag_of(object.get("tolerance_high_closed"));
  if (const JsonNode* hedge = object.find("hedge")) {
    quantity.hedge = enumerator<Hedge>(
        *hedge, kHedges.size(), [](Hedge one) { return kHedges[static_cast<std::size_t>(one)]; });
  }
  quantity.vague = is_set(object, "vague");
  quantity.currency_inferred = is_set(object, "currency_inferred");
  MeasuredIn& unit = quantity.unit;
  const JsonNode& scale = object.get("unit_scale");
  if (!scale.IsArray() || scale.Size() != 2)
    throw BadJson{"expected two numbers in \"unit_scale\""};
  unit.scale = {integer_of<std::int64_t>(scale[0]), integer_of<int>(scale[1])};
  if (const JsonNode* divisor = object.find("unit_divisor")) unit.divisor = number_of(*divisor);
  if (const JsonNode* offset = object.find("unit_offset")) unit.offset = number_of(*offset);
}

void read_slot_sources(JsonMembers& object, Fact& fact) {
  constexpr auto kSourceCount = static_cast<std::size_t>(SlotSource::Document) + 1;
  JsonMembers sources(object.get("slot_sources"));
  JsonMembers known(object.get("known"));
  for (const auto& [key, slot] : kSlots) {
    if (const JsonNode* source = sources.find(key.name())) {
      (fact.*slot).source = enumerator<SlotSource>(*source, kSourceCount,
                                                   [](SlotSource one) { return to_string(one); });
    }
    (fact.*slot).known = is_set(known, key.name());
  }
}

void read_heard(JsonMembers& object, Fact& fact) {
  const JsonNode* heard = object.find("heard");
  if (heard == nullptr) return;
  JsonMembers spellings(*heard);
  for (const auto& [key, slot] : kSlots)
    if (const JsonNode* spelling = spellings.find(key.name()))
      (fact.*slot).heard = text_of(*spelling);
}

std::optional<Period> read_period(const JsonNode& value) {
  if (value.IsNull()) return std::nullopt;
  JsonMembers days(value);
  const std::optional<Day> from = parse_day(text_of(days.get("from")));
  const std::optional<Day> to = parse_day(text_of(days.get("to")));
  if (!from || !to) throw BadJson{"no such day"};
  return Period{*from, *to};
}

std::optional<PartialTime> read_partial_time(JsonMembers& object) {
  PartialTime time;
  if (const JsonNode* first = object.find("first_month")) {
    const int last = integer_of<int>(object.get("last_month"));
    const int day = integer_or_zero<int>(object, "day_of_month");
    time.part = YearPart{integer_of<int>(*first), last, day,
                         integer_or_zero<int>(object, "last_day_of_month")};
  }
  if (const JsonNode* offset = object.find("year_offset"))
    time.year_offset = integer_of<int>(*offset);
  return time == PartialTime{} ? std::nullopt : std::optional(time);
}

void read_place(JsonMembers& object, Fact& fact) {
  fact.sentence_span.begin = count_in(object, "sentence_start");
  fact.sentence_span.end = count_in(object, "sentence_end");
  fact.in_sentence.begin = integer_or_zero<std::size_t>(object, "in_sentence_start");
  fact.in_sentence.end = integer_or_zero<std::size_t>(object, "in_sentence_end");
  fact.block = integer_of<std::uint32_t>(object.get("block"));
  fact.table_row = integer_or_zero<std::uint32_t>(object, "table_row");
  fact.table_column = integer_or_zero<std::uint32_t>(object, "table_column");
}

std::uint64_t read_skeleton(const JsonNode& value) {
  const std::string_view digits = text_of(value);
  const char* end = digits.data() + digits.size();
  std::uint64_t skeleton = 0;
  const auto [stop, failure] = std::from_chars(digits.data(), end, skeleton, 16);
  if (failure != std::errc() || stop != end) throw BadJson{"skeleton is not hexadecimal"};
  return skeleton;
}

Fact read_fact(const JsonNode& node) {
  JsonMembers object(node);
  Fact fact;
  read_mention(object, fact);
  read_quantity(object, fact.quantity);
  for (const auto& [key, slot] : kSlots) (fact.*slot).value = text_or_empty(object.get(key.name()));
  fact.scope = texts_of(object.get("scope"));
  fact.period = read_period(object.get("period"));
  fact.modality =
      enumerator<Modality>(object.get("modality"), static_cast<std::size_t>(Modality::Opinion) + 1,
                           [](Modality one) { return to_string(one); });
  fact.speaker = text_or_empty(object.get("speaker"));
  fact.confidence = number_of(object.get("confidence"));
  fact.sentence = text_of(object.get("sentence"));
  fact.role = enumerator<Role>(object.get("role"), static_cast<std::size_t>(Role::Multiple) + 1,
                               [](Role one) { return to_string(one); });
  if (const JsonNode* basis = object.find("basis")) {
    fact.basis = enumerator<Basis>(*basis, static_cast<std::size_t>(Basis::Annualised) + 1,
                                   [](Basis one) { return to_string(one); });
  }
  if (const JsonNode* qualifier = object.find("qualifier")) fact.qualifier = text_of(*qualifier);
  fact.partial_time = read_partial_time(object);
  fact.period_stated = is_set(object, "period_stated");
  read_slot_sources(object, fact);
  read_heard(object, fact);
  read_quantity_rest(object, fact.quantity);
  read_place(object, fact);
  fact.skeleton = read_skeleton(object.get("skeleton"));
  fact.terms = texts_of(object.get("terms"));
  return fact;
}

}  // namespace

void append_fact_json(const Fact& fact, std::string& out) {
  JsonObjectWriter object(out);
  object.text("document", fact.document);
  object.text("text", fact.text);
  object.count("start", fact.mention.begin);
  object.count("end", fact.mention.end);
  object.count("line", fact.line);
  object.count("column", fact.column);
  write_quantity(fact.quantity, object);
  for (const auto& [name, slot] : kSlots) object.text_or_null(name, (fact.*slot).value);
  object.texts("scope", fact.scope);
  write_period(fact.period, object, out);
  object.text("modality", to_string(fact.modality));
  object.text_or_null("speaker", fact.speaker);
  object.number("confidence", fact.confidence);
  object.text("sentence", fact.sentence);
  // Behind this line stands what the contract does not ask for.
  object.text("role", to_string(fact.role));
  if (fact.basis != Basis::Unsaid) object.text("basis", to_string(fact.basis));
  if (!fact.qualifier.empty()) object.text("qualifier", fact.qualifier);
  write_partial_time(fact.partial_time, object);
  if (fact.period_stated) object.flag("period_stated", true);
  write_slot_sources(fact, object, out);
  write_heard(fact, object, out);
  write_quantity_rest(fact.quantity, object, out);
  write_place(fact, object);
  write_skeleton(fact.skeleton, object);
  object.texts("terms", fact.terms);
}

nlohmann::ordered_json fact_to_json(const Fact& fact) {
  std::string text;
  append_fact_json(fact, text);
  return nlohmann::ordered_json::parse(text);
}

FactParser::FactParser() : parser_(std::make_unique<JsonParser>()) {}
FactParser::FactParser(FactParser&& other) noexcept = default;
FactParser& FactParser::operator=(FactParser&& other) noexcept = default;
FactParser::~FactParser() = default;

Result<Fact> FactParser::parse(std::string_view text) {
  try {
    return read_fact(parser_->parse(text));
  } catch (const BadJson& bad) {
    return bad_fact(bad.message);
  }
}

}  // namespace assay
