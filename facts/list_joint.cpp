// SPDX-License-Identifier: MIT
#include "facts/list_joint.h"

#include <algorithm>

namespace assay {

bool joins_items(std::string_view between) {
  constexpr std::array<std::string_view, 3> kCommas = {"、", ", ", ", and "};
  return std::find(kCommas.begin(), kCommas.end(), between) != kCommas.end() ||
         std::find(kLastJoints.begin(), kLastJoints.end(), between) != kLastJoints.end();
}

}  // namespace assay
