// SPDX-License-Identifier: MIT
#include "cli/eval_gold.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "cli/line_source.h"
#include "facts/fact.h"

namespace assay {
namespace {

using Kind = JsonValue::Kind;

/// Readings closer than this, relative to their size, are the same.
constexpr double kSameValue = 1e-6;

const JsonValue* present(const JsonValue& record, std::string_view name) {
  const JsonValue* value = record.find(name);
  return value == nullptr || value->kind == Kind::Null ? nullptr : value;
}

/// An end of the record; without the field, that of the usual reading.
GoldEnd end_field(const JsonValue& record, std::string_view name, const GoldEnd& usual) {
  const JsonValue* value = record.find(name);
  if (value == nullptr) return usual;
  if (value->kind == Kind::Number) return {.any = false, .value = value->number};
  return {.any = value->kind == Kind::Text, .value = {}};
}

GoldReading reading_of(const JsonValue& record, const GoldReading& usual) {
  GoldReading reading{.low = end_field(record, "low", usual.low),
                      .high = end_field(record, "high", usual.high),
                      .unit = usual.unit};
  if (record.find("unit") != nullptr) reading.unit = comparable_unit(text_field(record, "unit"));
  return reading;
}

GoldSlot slot_of(const JsonValue& record, std::string_view name) {
  GoldSlot slot{.label = text_field(record, name), .also = {}};
  if (const JsonValue* others = present(record, std::string(name) + "_also")) {
    for (const JsonValue& other : others->items) slot.also.push_back(other.text);
  }
  return slot;
}

/// Days from a record {"from","to"}; a free text says nothing, and null says "none" only where
/// every slot is labelled.
GoldPeriod period_of(const JsonValue& record, bool in_full) {
  const JsonValue* label = present(record, "period");
  if (label == nullptr) return {.labelled = in_full, .days = {}};
  const std::optional<Day> from = parse_day(text_field(*label, "from"));
  const std::optional<Day> to = parse_day(text_field(*label, "to"));
  if (!from || !to) return {};
  return {.labelled = true, .days = Period{*from, *to}};
}

/// The modality under the name that facts have it under; empty when it is none of theirs.
std::string modality_of(const JsonValue& record) {
  const std::string label = text_field(record, "modality");
  if (label == "stated") return std::string(to_string(Modality::Actual));
  return parse_modality(label) ? label : std::string();
}

/// Whether the record says something of every slot.
bool is_in_full(const JsonValue& record) {
  constexpr std::array<std::string_view, 3> kSigns = {"role", "subject_also", "metric_also"};
  return std::ranges::any_of(kSigns,
                             [&](std::string_view sign) { return record.find(sign) != nullptr; });
}

}  // namespace

bool GoldEnd::fits(double found) const {
  if (any) return true;
  if (!value || std::isinf(found)) return !value && std::isinf(found);
  return std::abs(found - *value) <= kSameValue * std::max(std::abs(found), std::abs(*value));
}

Result<Done> read_gold_lines(const std::string& file, const ReadRecord& read) {
  Result<LineSource> source = LineSource::open(file);
  if (!source) return source.error();
  std::optional<Error> error;
  for (;;) {
    const Result<std::optional<Lines>> lines = source->next();
    if (!lines) return lines.error();
    if (!*lines) break;
    for_each_line(**lines, [&](std::string_view line, std::size_t number) {
      if (error) return;
      const Result<JsonValue> record = parse_json(line, file);
      if (!record || record->kind != Kind::Record) {
        const std::string message = record ? "expected an object" : record.error().message;
        error = Error{ErrorCode::BadInput, message, file, number};
        return;
      }
      read(*record);
    });
    if (error) return *error;
  }
  return Done{};
}

GoldQuantity to_quantity(const JsonValue& record, const std::string& document) {
  const bool in_full = is_in_full(record);
  GoldQuantity quantity{.document = document,
                        .span = span_field(record),
                        .text = text_field(record, "text"),
                        .readings = {reading_of(record, {})},
                        .dimension = text_field(record, "dimension"),
                        .subject = slot_of(record, "subject"),
                        .metric = slot_of(record, "metric"),
                        .comparand = slot_of(record, "comparand"),
                        .role = text_field(record, "role"),
                        .modality = modality_of(record),
                        .period = period_of(record, in_full),
                        .in_full = in_full,
                        .clear = text_field(record, "certainty") != "debatable"};
  if (document.empty()) quantity.document = text_field(record, "doc");
  if (const JsonValue* others = present(record, "alt")) {
    for (const JsonValue& other : others->items) {
      quantity.readings.push_back(reading_of(other, quantity.readings.front()));
    }
  }
  return quantity;
}

GoldTrap to_trap(const JsonValue& record, const std::string& document) {
  return {.document = document.empty() ? text_field(record, "doc") : document,
          .span = span_field(record),
          .text = text_field(record, "text"),
          .kind = text_field(record, "class")};
}

GoldText to_sentence(const JsonValue& record) {
  GoldText text{.document = text_field(record, "id"),
                .raw = text_field(record, "text"),
                .language = text_field(record, "lang"),
                .kind = text_field(record, "kind"),
                .date = parse_day(text_field(record, "date"))};
  if (const JsonValue* quantities = present(record, "quantities")) {
    for (const JsonValue& item : quantities->items) {
      text.quantities.push_back(to_quantity(item, text.document));
    }
  }
  if (const JsonValue* traps = present(record, "traps")) {
    for (const JsonValue& item : traps->items) text.traps.push_back(to_trap(item, text.document));
  }
  return text;
}

std::string text_field(const JsonValue& record, std::string_view name) {
  const JsonValue* value = present(record, name);
  return value != nullptr && value->kind == Kind::Text ? value->text : std::string();
}

Span span_field(const JsonValue& record) {
  const auto offset = [&](std::string_view name) {
    const JsonValue* value = present(record, name);
    const bool known = value != nullptr && value->kind == Kind::Number && value->number >= 0;
    return known ? static_cast<std::size_t>(value->number) : 0;
  };
  return {offset("start"), offset("end")};
}

std::string comparable_unit(std::string_view unit) {
  struct Rewriting {
    std::string_view from;
    std::string_view to;
  };
  static constexpr std::array<Rewriting, 6> kSigns = {
      {{"\xC2\xB2", "2"}, {"\xC2\xB3", "3"}, {"\xC2\xB7", ""}, {"*", ""}, {"^", ""}, {" ", ""}}};
  static constexpr std::array<Rewriting, 6> kNames = {{{"", "1"},
                                                       {"ms-1", "m/s"},
                                                       {"bps", "bit/s"},
                                                       {"Bs-1", "B/s"},
                                                       {"flops", "FLOPS"},
                                                       {"FLOP/s", "FLOPS"}}};
  std::string plain(unit);
  for (const Rewriting& sign : kSigns) {
    for (std::size_t at = plain.find(sign.from); at != std::string::npos;
         at = plain.find(sign.from, at)) {
      plain.replace(at, sign.from.size(), sign.to);
      at += sign.to.size();
    }
  }
  const auto name = std::ranges::find(kNames, plain, &Rewriting::from);
  return name == kNames.end() ? plain : std::string(name->to);
}

std::string file_name(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

}  // namespace assay
