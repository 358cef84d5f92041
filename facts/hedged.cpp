// SPDX-License-Identifier: MIT
#include "facts/hedged.h"

namespace assay {

Interval hedged(const Interval& exact, double value, Hedge hedge) {
  switch (hedge) {
    case Hedge::AtLeast:
      return Interval::at_least(value);
    case Hedge::MoreThan:
      return Interval::more_than(value);
    case Hedge::AtMost:
      return Interval::at_most(value);
    case Hedge::LessThan:
      return Interval::less_than(value);
    default:
      return exact;
  }
}

}  // namespace assay
