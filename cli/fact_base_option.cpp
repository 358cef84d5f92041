// SPDX-License-Identifier: MIT
#include "cli/fact_base_option.h"

namespace assay {

Result<FactBase> open_base(const std::string& path, FactBase::Mode mode) {
  if (path.empty()) return Error{ErrorCode::BadUsage, "no fact base is named: give --base FILE"};
  if (path.starts_with("postgresql://") || path.starts_with("postgres://")) {
    return Error{ErrorCode::BadUsage, "PostgreSQL is not supported yet: name a file", path};
  }
  return FactBase::open(path, mode);
}

}  // namespace assay
