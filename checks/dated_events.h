// SPDX-License-Identifier: MIT
#pragma once
/// What a text says happened when, and the claims that only ask for that: the day of something, or how
/// long it was from one thing to another.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/verify.h"
#include "facts/calendar.h"

namespace assay {

/// A time of a sentence and the words beside it: 2019年10月16日开工.
struct DatedEvent {
  TimeMention time;
  std::string written;             ///< the time as it stands
  std::vector<std::string> words;  ///< sorted, see terms_of
  const Fact* beside = nullptr;    ///< a fact of the same sentence
};

/// Appends the events of the sentence in which `fact` stands; `date` is that of its document.
void add_events(const Fact& fact, std::optional<Day> date, const Knowledge& knowledge,
                std::vector<DatedEvent>& events);

/// 从开工到商运用了五年多: judges a stretch of time by the two events of which each says something of the
/// claim that the other does not. `words` are all of the claim's. Absent when there are no two such
/// events, or when months, which need not be whole, leave it open.
[[nodiscard]] std::optional<Verification> verify_elapsed(const Fact& claim,
                                                         const std::vector<std::string>& words,
                                                         const std::vector<DatedEvent>& events);

/// X7的上市日期是9月26日: judges a claim without a number by the time of the event that shares most of
/// its words. Absent when the claim names no time, no event shares enough, or its time is less exact.
[[nodiscard]] std::optional<Verification> verify_date(std::string_view claim_text,
                                                      std::optional<Day> date,
                                                      const std::vector<DatedEvent>& events,
                                                      const Knowledge& knowledge);

}  // namespace assay
