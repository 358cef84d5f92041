// SPDX-License-Identifier: MIT
#pragma once
/// Names as a reader writes them: the slots of a fact hold canonical names ("market share"), a page in
/// Chinese shows 市场份额. Machine formats keep the canonical names, and a name that the vocabulary
/// does not hold is shown as it was written, whatever the language.
///
///     const DisplayNames names(Language::Chinese, &lexicon);
///     names.entity("NVIDIA");   // 英伟达
///     names.entity("晴川光能");  // 晴川光能: an open name

#include <string>
#include <string_view>
#include <vector>

#include "core/language.h"

namespace assay {

class Lexicon;

/// What a record of the vocabulary is called in reports; empty: by its canonical name.
struct DisplayName {
  std::string zh;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const {
    return language == Language::Chinese ? zh : en;
  }
};

/// What Chinese writers call a thing, from its canonical name and its aliases: the first alias in
/// Chinese. Empty, that is the canonical name, where there is none, or where it holds the canonical
/// name (英伟达H100) and so says that they write this.
[[nodiscard]] std::string chinese_name(std::string_view canonical,
                                       const std::vector<std::string>& aliases);

/// The names of one language.
class DisplayNames {
 public:
  /// Without a lexicon, which must outlive this, every name is shown as it is.
  explicit DisplayNames(Language language, const Lexicon* lexicon = nullptr)
      : language_(language), lexicon_(lexicon) {}

  [[nodiscard]] Language language() const { return language_; }
  /// Of a subject, a comparand, an item of a scope or a speaker.
  [[nodiscard]] std::string entity(const std::string& name) const;
  [[nodiscard]] std::string metric(const std::string& name) const;
  [[nodiscard]] std::vector<std::string> entities(const std::vector<std::string>& names) const;

 private:
  Language language_;
  const Lexicon* lexicon_;
};

}  // namespace assay
