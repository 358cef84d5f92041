// SPDX-License-Identifier: MIT
#pragma once
/// Which files the documents of a result stand in, told so that a machine elsewhere finds them.

#include "checks/finding.h"
#include "cli/collection.h"
#include "reports/format.h"

namespace assay {

/// The files of the documents that findings rest on. Paths below the working directory are told from
/// there, since a checkout lies elsewhere on every machine. Standard input is no file; a document of
/// a fact base is one while its id still names one.
[[nodiscard]] DocumentFiles document_files(const CheckResult& result, const Collection& collection);

}  // namespace assay
