// SPDX-License-Identifier: MIT
#pragma once
/// What stands behind a document of the library.

#include <assay/assay.h>

#include <string>

#include "facts/fact.h"

namespace assay::api {

struct [[gnu::visibility("hidden")]] Document::Data {
  ReadDocument read;
  std::string content_hash;  ///< as a fact base keeps it
};

}  // namespace assay::api
