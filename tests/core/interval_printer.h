// SPDX-License-Identifier: MIT
#pragma once
/// How GoogleTest shows an interval: [0.15, 0.3).

#include <ostream>

#include "core/interval.h"

namespace assay {

inline void PrintTo(const Interval& interval, std::ostream* out) {
  *out << (interval.low_closed ? '[' : '(') << interval.low << ", " << interval.high
       << (interval.high_closed ? ']' : ')');
}

}  // namespace assay
