// SPDX-License-Identifier: MIT
#pragma once
/// Gold: what a careful reader finds in documents. The formats are described in fixtures/README.md.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_file.h"
#include "core/result.h"
#include "core/span.h"
#include "facts/period.h"

namespace assay {

/// One end of an interval as it is labelled.
struct GoldEnd {
  bool any = false;             ///< whatever is read is right
  std::optional<double> value;  ///< absent: unbounded. Units: canonical

  /// Whether this end of a reading is right; infinite means unbounded.
  [[nodiscard]] bool fits(double found) const;
};

/// An interval in a unit.
struct GoldReading {
  GoldEnd low;
  GoldEnd high;
  std::string unit;
};

/// A slot as it is labelled: a name or a phrase of the text; empty: nothing fills it.
struct GoldSlot {
  std::string label;
  std::vector<std::string> also;  ///< what is as right as the label
};

/// A period as it is labelled.
struct GoldPeriod {
  bool labelled = false;       ///< false: the label says nothing that days can be held against
  std::optional<Period> days;  ///< absent: no period
};

struct GoldQuantity {
  std::string document;
  Span span;  ///< Bytes: raw document
  std::string text;
  std::vector<GoldReading> readings;  ///< all of them are right
  std::string dimension;
  GoldSlot subject;
  GoldSlot metric;
  GoldSlot comparand;
  std::string role;      ///< to_string(Role); empty: not labelled
  std::string modality;  ///< to_string(Modality); empty: not labelled
  GoldPeriod period;
  bool in_full = false;  ///< every slot is labelled, in words of the text; else only as known names
  bool clear = true;     ///< false: careful readers may differ on whether this is a quantity
};

/// What looks like a number and is none.
struct GoldTrap {
  std::string document;
  Span span;  ///< Bytes: raw document
  std::string text;
  std::string kind;
};

/// The quantities and traps of one text.
struct GoldText {
  std::string document;
  std::string raw;  ///< of a sentence; else it stands in the document
  std::string language;
  std::string kind;         ///< of a sentence: what makes it hard
  std::optional<Day> date;  ///< of a sentence: when it was written
  std::vector<GoldQuantity> quantities;
  std::vector<GoldTrap> traps;
};

/// Reads the file, a record on each line, and hands each to `read`.
/// Errors: Io; BadInput with file and line when a line is no JSON object.
using ReadRecord = std::function<void(const JsonValue& record)>;
[[nodiscard]] Result<Done> read_gold_lines(const std::string& file, const ReadRecord& read);

/// One labelled quantity or trap. `document` is used when the record names none. A quantity is
/// labelled in full when it has one of the fields `role`, `subject_also` and `metric_also`.
[[nodiscard]] GoldQuantity to_quantity(const JsonValue& record, const std::string& document = {});
[[nodiscard]] GoldTrap to_trap(const JsonValue& record, const std::string& document = {});

/// A sentence with its labels.
[[nodiscard]] GoldText to_sentence(const JsonValue& record);

/// Fields of a record that gold files leave out or set to null freely.
[[nodiscard]] std::string text_field(const JsonValue& record, std::string_view name);
[[nodiscard]] Span span_field(const JsonValue& record);

/// The unit in the way that units are compared: without signs of powers and products.
[[nodiscard]] std::string comparable_unit(std::string_view unit);

/// The last part of a path: gold names documents by it.
[[nodiscard]] std::string file_name(std::string_view path);

}  // namespace assay
