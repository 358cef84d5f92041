// SPDX-License-Identifier: MIT
#include "facts/fact_json.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "facts/json_text.h"

namespace assay {
namespace {

using OrderedJson = nlohmann::ordered_json;

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

Error bad_fact(std::string message) {
  return {.code = ErrorCode::BadInput, .message = "not a fact: " + std::move(message)};
}

/// The enumerator whose name stands under `key`. Names that are not ours are thrown as nlohmann's
/// own exception, so that fact_from_json has a single way to fail.
template <class Enum, class Names>
Enum enumerator(const OrderedJson& object, const char* key, std::size_t count, Names name_of) {
  const auto& name = object.at(key).get_ref<const std::string&>();
  for (std::size_t i = 0; i < count; ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  throw OrderedJson::other_error::create(501, std::string("unknown ") + key + " \"" + name + "\"",
                                         &object);
}

double number_or(const OrderedJson& value, double if_null) {
  return value.is_null() ? if_null : value.get<double>();
}

std::string text_or_empty(const OrderedJson& value) {
  return value.is_null() ? std::string() : value.get<std::string>();
}

Interval read_interval(const OrderedJson& object, const std::string& prefix) {
  return {.low = number_or(object.at(prefix + "low"), -kInfinity),
          .high = number_or(object.at(prefix + "high"), kInfinity),
          .low_closed = object.at(prefix + "low_closed").get<bool>(),
          .high_closed = object.at(prefix + "high_closed").get<bool>()};
}

MeasuredIn read_unit(const OrderedJson& object) {
  MeasuredIn unit;
  const auto& name = object.at("dimension").get_ref<const std::string&>();
  const std::optional<Dimension> dimension = parse_dimension(name);
  if (!dimension) {
    throw OrderedJson::other_error::create(501, "unknown dimension \"" + name + "\"", &object);
  }
  unit.dimension = *dimension;
  unit.canonical = object.at("unit").get<std::string>();
  const OrderedJson& scale = object.at("unit_scale");
  unit.scale = {scale.at(0).get<std::int64_t>(), scale.at(1).get<int>()};
  unit.divisor = object.value("unit_divisor", 1.0);
  unit.offset = object.value("unit_offset", 0.0);
  return unit;
}

Quantity read_quantity(const OrderedJson& object) {
  Quantity quantity;
  quantity.stated = read_interval(object, "");
  quantity.tolerance = read_interval(object, "tolerance_");
  quantity.unit = read_unit(object);
  quantity.written_low = number_or(object.at("written_low"), -kInfinity);
  quantity.written_high = number_or(object.at("written_high"), kInfinity);
  quantity.written_unit = object.at("written_unit").get<std::string>();
  if (object.contains("hedge")) {
    quantity.hedge = enumerator<Hedge>(object, "hedge", kHedges.size(), [](Hedge hedge) {
      return kHedges[static_cast<std::size_t>(hedge)];
    });
  }
  quantity.approximate = object.at("approximate").get<bool>();
  quantity.vague = object.value("vague", false);
  quantity.currency_inferred = object.value("currency_inferred", false);
  return quantity;
}

void read_slots(const OrderedJson& object, Fact& fact) {
  constexpr auto kSourceCount = static_cast<std::size_t>(SlotSource::Document) + 1;
  for (const auto& [name, slot] : kSlots) {
    const std::string key(name.name());
    (fact.*slot).value = text_or_empty(object.at(key));
    const OrderedJson& sources = object.at("slot_sources");
    if (sources.contains(key)) {
      (fact.*slot).source = enumerator<SlotSource>(
          sources, key.c_str(), kSourceCount, [](SlotSource source) { return to_string(source); });
    }
    (fact.*slot).known = object.at("known").value(key, false);
  }
}

std::optional<Period> read_period(const OrderedJson& value) {
  if (value.is_null()) return std::nullopt;
  const std::optional<Day> from = parse_day(value.at("from").get_ref<const std::string&>());
  const std::optional<Day> to = parse_day(value.at("to").get_ref<const std::string&>());
  if (!from || !to) throw OrderedJson::other_error::create(501, "no such day", &value);
  return Period{*from, *to};
}

std::optional<PartialTime> read_partial_time(const OrderedJson& object) {
  PartialTime time;
  if (object.contains("first_month")) {
    time.part = YearPart{object.at("first_month").get<int>(), object.at("last_month").get<int>(),
                         object.value("day_of_month", 0), object.value("last_day_of_month", 0)};
  }
  if (object.contains("year_offset")) time.year_offset = object.at("year_offset").get<int>();
  return time == PartialTime{} ? std::nullopt : std::optional(time);
}

void read_place(const OrderedJson& object, Fact& fact) {
  fact.document = object.at("document").get<std::string>();
  fact.mention = {object.at("start").get<std::size_t>(), object.at("end").get<std::size_t>()};
  fact.line = object.at("line").get<std::size_t>();
  fact.column = object.at("column").get<std::size_t>();
  fact.sentence = object.at("sentence").get<std::string>();
  fact.sentence_span = {object.at("sentence_start").get<std::size_t>(),
                        object.at("sentence_end").get<std::size_t>()};
  fact.in_sentence = {object.value("in_sentence_start", std::size_t{0}),
                      object.value("in_sentence_end", std::size_t{0})};
  fact.block = object.at("block").get<std::uint32_t>();
  fact.table_row = object.value("table_row", std::uint32_t{0});
  fact.table_column = object.value("table_column", std::uint32_t{0});
}

std::uint64_t read_skeleton(const OrderedJson& value) {
  const auto& digits = value.get_ref<const std::string&>();
  const char* end = digits.data() + digits.size();
  std::uint64_t skeleton = 0;
  const auto [stop, failure] = std::from_chars(digits.data(), end, skeleton, 16);
  if (failure != std::errc() || stop != end) {
    throw OrderedJson::other_error::create(501, "skeleton is not hexadecimal", &value);
  }
  return skeleton;
}

Fact read_fact(const OrderedJson& object) {
  Fact fact;
  read_place(object, fact);
  fact.text = object.at("text").get<std::string>();
  fact.quantity = read_quantity(object);
  read_slots(object, fact);
  fact.scope = object.at("scope").get<std::vector<std::string>>();
  fact.period = read_period(object.at("period"));
  fact.qualifier = object.value("qualifier", "");
  fact.partial_time = read_partial_time(object);
  fact.period_stated = object.value("period_stated", false);
  fact.modality =
      enumerator<Modality>(object, "modality", static_cast<std::size_t>(Modality::Opinion) + 1,
                           [](Modality modality) { return to_string(modality); });
  fact.role = enumerator<Role>(object, "role", static_cast<std::size_t>(Role::Multiple) + 1,
                               [](Role role) { return to_string(role); });
  if (object.contains("basis")) {
    fact.basis = enumerator<Basis>(object, "basis", static_cast<std::size_t>(Basis::Annualised) + 1,
                                   [](Basis basis) { return to_string(basis); });
  }
  fact.speaker = text_or_empty(object.at("speaker"));
  fact.confidence = object.at("confidence").get<double>();
  fact.skeleton = read_skeleton(object.at("skeleton"));
  fact.terms = object.at("terms").get<std::vector<std::string>>();
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
  write_quantity_rest(fact.quantity, object, out);
  write_place(fact, object);
  write_skeleton(fact.skeleton, object);
  object.texts("terms", fact.terms);
}

OrderedJson fact_to_json(const Fact& fact) {
  std::string text;
  append_fact_json(fact, text);
  return OrderedJson::parse(text);
}

Result<Fact> fact_from_json(const OrderedJson& object) {
  try {
    return read_fact(object);
  } catch (const OrderedJson::exception& failure) {
    return bad_fact(failure.what());
  }
}

Result<Fact> parse_fact_json(std::string_view text) {
  const OrderedJson object = OrderedJson::parse(text, nullptr, /*allow_exceptions=*/false);
  if (object.is_discarded()) return bad_fact("no JSON object");
  return fact_from_json(object);
}

}  // namespace assay
