// SPDX-License-Identifier: MIT
#include "api/conversion.h"
#include "api/document_data.h"

namespace assay::api {

Document::Document(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

const std::string& Document::id() const { return data_->read.id; }
const std::string& Document::title() const { return data_->read.title; }
const std::string& Document::source() const { return data_->read.source; }
std::optional<std::chrono::sys_days> Document::date() const { return data_->read.date; }
std::vector<Fact> Document::facts() const { return to_api(data_->read.facts); }
const std::vector<std::string>& Document::notes() const { return data_->read.notes; }

}  // namespace assay::api
