// SPDX-License-Identifier: MIT
#pragma once
/// Documents like given ones on other companies, products and countries, of other years, with other
/// figures: as many as a large base needs, without a file for each of them.

#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace assay {

/// The companies, products, countries and the like of the vocabulary, as far as they have a name in
/// both languages.
class KnownNames {
 public:
  /// `lexicon` is the path of entities.json.
  explicit KnownNames(const std::string& lexicon) {
    std::ifstream in(lexicon, std::ios::binary);
    const nlohmann::json records = nlohmann::json::parse(in);
    for (const std::string kind :
         {"company", "product", "country", "organization", "technology", "segment"}) {
      const std::size_t begin = names_.size();
      for (const auto& record : records)
        if (record.at("kind") == kind && record.contains("aliases")) add(record);
      kinds_.emplace_back(begin, names_.size() - begin);
    }
    for (const std::string& name : names_) lengths_.insert(name.size());
  }

  /// The name that `text` starts with, the longest; absent when there is none.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view text) const {
    for (auto length = lengths_.rbegin(); length != lengths_.rend(); ++length) {
      if (*length > text.size()) continue;
      const auto found = places_.find(std::string(text.substr(0, *length)));
      if (found != places_.end()) return found->second;
    }
    return std::nullopt;
  }
  [[nodiscard]] const std::string& name(std::size_t place) const { return names_[place]; }

  /// The name that is so many pairs further on among those of its kind, in the same language.
  [[nodiscard]] const std::string& name_after(std::size_t place, std::size_t pairs) const {
    for (const auto& [begin, size] : kinds_)
      if (place < begin + size) return names_[begin + (place - begin + 2 * pairs) % size];
    return names_[place];
  }

 private:
  void add(const nlohmann::json& record) {
    const std::string name = record.at("name");
    std::string chinese;
    for (const std::string alias : record.at("aliases"))
      if (chinese.empty() && is_chinese(alias)) chinese = alias;
    if (chinese.empty() || is_chinese(name)) return;
    places_.emplace(chinese, names_.size());
    places_.emplace(name, names_.size() + 1);
    names_.push_back(chinese);
    names_.push_back(name);
  }

  static bool is_chinese(std::string_view name) {
    return name.size() > 3 && static_cast<unsigned char>(name.front()) >= 0xE0 &&
           name.find_first_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string_view::npos;
  }

  std::vector<std::string> names_;  ///< Chinese and English in turn, kind by kind
  std::vector<std::pair<std::size_t, std::size_t>> kinds_;  ///< where each begins, and its size
  std::unordered_map<std::string, std::size_t> places_;
  std::set<std::size_t> lengths_;
};

/// One variant of a text. The same text and number give the same variant; 0 gives the text itself.
class VariedText {
 public:
  VariedText(std::string_view text, unsigned variant, const KnownNames& names)
      : text_(text), variant_(variant), names_(names), state_(variant) {}

  std::string make() {
    if (variant_ == 0) return std::string(text_);
    while (at_ < text_.size()) {
      if (take_name() || take_number()) continue;
      sentence_ += text_[at_++];
      if (ends_sentence()) close_sentence();
    }
    close_sentence();
    return std::move(out_);
  }

 private:
  /// Every name becomes another one, the same throughout the text.
  bool take_name() {
    const std::optional<std::size_t> place = names_.find(text_.substr(at_));
    if (!place) return false;
    constexpr std::size_t kStride = 11;
    sentence_ += names_.name_after(*place, variant_ * kStride);
    at_ += names_.name(*place).size();
    named_ = true;
    return true;
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

  /// Years move back; of other numbers of two digits or more the last ones change, and with them the
  /// names of models.
  bool take_number() {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    if (end == at_) return false;
    const bool model = (at_ > 0 && is_letter(text_[at_ - 1])) ||
                       (end < text_.size() && text_[end] >= 'A' && text_[end] <= 'Z');
    std::string number(text_.substr(at_, end - at_));
    at_ = end;
    if (number.size() == 4 && number.starts_with("20")) {
      number = std::to_string(std::stoi(number) - static_cast<int>(variant_ % 9));
    } else if (number.size() > 1) {
      number.back() = digit(number.back());
      if (model) number[number.size() - 2] = digit(number[number.size() - 2]);
      named_ = named_ || model;
    }
    sentence_ += number;
    return true;
  }

  char digit(char before) {
    return static_cast<char>('0' + (static_cast<unsigned>(before - '0') + next_random()) % 10);
  }

  unsigned next_random() {
    state_ = state_ * 1664525U + 1013904223U;
    return state_ >> 16;
  }

  [[nodiscard]] bool ends_sentence() const {
    return sentence_.ends_with('\n') || sentence_.ends_with("。") || sentence_.ends_with(". ");
  }

  /// What names nobody would stand in every variant word for word: most of it is left out. Heads stay.
  void close_sentence() {
    constexpr unsigned kKept = 12;
    const bool head = sentence_.starts_with("|---") || sentence_.starts_with("#") ||
                      sentence_.starts_with("---") || sentence_ == "\n";
    if (named_ || head || next_random() % kKept == 0)
      out_ += sentence_;
    else if (sentence_.ends_with('\n'))
      out_ += '\n';
    sentence_.clear();
    named_ = false;
  }

  std::string_view text_;
  unsigned variant_;
  const KnownNames& names_;
  unsigned state_;
  std::size_t at_ = 0;
  std::string sentence_;  ///< of the variant, not yet part of it
  bool named_ = false;    ///< something in it has another name
  std::string out_;
};

}  // namespace assay
