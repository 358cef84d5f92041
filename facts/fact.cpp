// SPDX-License-Identifier: MIT
#include "facts/fact.h"

#include <array>

namespace assay {
namespace {

template <class Enum, std::size_t N>
std::optional<Enum> parse_enum(const std::array<std::string_view, N>& names,
                               std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

constexpr std::array<std::string_view, 9> kSlotSources = {"empty",      "frame",   "clause",
                                                          "table-head", "carried", "earlier",
                                                          "presumed",   "heading", "document"};
constexpr std::array<std::string_view, 6> kModalities = {"actual",       "forecast", "plan",
                                                         "hypothetical", "negated",  "opinion"};
constexpr std::array<std::string_view, 6> kRoles = {"level",    "before",     "increase",
                                                    "decrease", "difference", "multiple"};
constexpr std::array<std::string_view, 4> kBases = {"unsaid", "year-on-year", "period-on-period",
                                                    "annualised"};
constexpr std::array<std::string_view, 14> kLinkKinds = {
    "change",      "growth-of",      "complement",      "parallel-part", "part-of-total",
    "included-in", "share-of-total", "composed-of",     "product",       "margin",
    "identity",    "equivalent",     "compound-growth", "partition"};

}  // namespace

std::string_view to_string(SlotSource source) {
  return kSlotSources[static_cast<std::size_t>(source)];
}
std::string_view to_string(Modality modality) {
  return kModalities[static_cast<std::size_t>(modality)];
}
std::string_view to_string(Role role) { return kRoles[static_cast<std::size_t>(role)]; }
std::string_view to_string(Basis basis) { return kBases[static_cast<std::size_t>(basis)]; }
std::string_view to_string(LinkKind kind) { return kLinkKinds[static_cast<std::size_t>(kind)]; }

std::optional<Modality> parse_modality(std::string_view name) {
  return parse_enum<Modality>(kModalities, name);
}

double confidence_of(const Slot& slot) {
  switch (slot.source) {
    case SlotSource::Frame:
      return 1.0;
    case SlotSource::Clause:
      return slot.known ? 0.97 : 0.75;
    case SlotSource::TableHead:
      return 0.95;
    case SlotSource::Carried:
      return 0.8;
    case SlotSource::Earlier:
      return 0.75;
    case SlotSource::Presumed:
      return 0.65;
    case SlotSource::Heading:
      return 0.6;
    case SlotSource::Document:
      return 0.5;
    case SlotSource::Empty:
      return 0.4;
  }
  return 0;
}

bool same_measure(const Fact& a, const Fact& b) {
  return a.quantity.unit.dimension == b.quantity.unit.dimension &&
         a.quantity.unit.canonical == b.quantity.unit.canonical;
}

}  // namespace assay
