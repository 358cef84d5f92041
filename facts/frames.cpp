// SPDX-License-Identifier: MIT
#include "facts/frames.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

namespace assay {
namespace {

using Json = nlohmann::json;
using Element = Frames::Element;
using Frame = Frames::Frame;

/// Unknown text between two neighbours of a pattern may be this long (bytes): 国际版 in
/// "仅为国际版H100的60%".
constexpr std::size_t kNeighbourGap = 15;

std::optional<WordClasses> parse_classes(std::string_view names) {
  WordClasses classes;
  while (!names.empty()) {
    const std::size_t bar = names.find('|');
    const auto word_class = parse_word_class(names.substr(0, bar));
    if (!word_class) return std::nullopt;
    classes.set(static_cast<std::size_t>(*word_class));
    names = bar == std::string_view::npos ? std::string_view() : names.substr(bar + 1);
  }
  return classes;
}

std::optional<Element> parse_element(std::string text) {
  Element element;
  if (text.starts_with('~')) {
    element.far = true;
    text.erase(0, 1);
  }
  if (text.ends_with('?')) {
    element.optional = true;
    text.pop_back();
  }
  if (const std::size_t arrow = text.find('>'); arrow != std::string::npos) {
    const std::string slot = text.substr(arrow + 1);
    if (slot != "comparand" && slot != "subject") return std::nullopt;
    element.slot = slot == "subject" ? Element::Slot::Subject : Element::Slot::Comparand;
    text.erase(arrow);
  }
  element.entity = text == "entity";
  element.metric = text == "metric";
  element.quantity = text == "Q";
  if (element.entity || element.metric || element.quantity) return element;
  const auto classes = parse_classes(text);
  if (!classes) return std::nullopt;
  element.classes = *classes;
  return element;
}

Result<Frame> parse_frame(const Json& record, const std::string& file) {
  Frame frame;
  frame.name = record.at("name").get<std::string>();
  const auto bad = [&](const std::string& what) {
    return Error{ErrorCode::BadData, "frame " + frame.name + ": " + what, file};
  };
  std::istringstream pattern(record.at("pattern").get<std::string>());
  for (std::string word; pattern >> word;) {
    const auto element = parse_element(word);
    if (!element) return bad("unknown element \"" + word + "\"");
    if (element->quantity) frame.anchor = frame.elements.size();
    frame.elements.push_back(*element);
  }
  if (record.contains("unless")) {
    const auto classes = parse_classes(record["unless"].get<std::string>());
    if (!classes) return bad("unknown class in \"unless\"");
    frame.unless = *classes;
  }
  for (const Json& name : record.value("dimensions", Json::array())) {
    const auto dimension = parse_dimension(name.get<std::string>());
    if (!dimension) return bad("unknown dimension");
    frame.dimensions.push_back(*dimension);
  }
  for (const Json& name : record.value("only_kinds", Json::array())) {
    const auto kind = parse_entity_kind(name.get<std::string>());
    if (!kind) return bad("unknown kind of entity");
    frame.only_kinds.push_back(*kind);
  }
  const std::string role = record.value("role", "");
  if (role == to_string(Role::Difference)) frame.role = Role::Difference;
  if (role == to_string(Role::Level)) frame.role = Role::Level;
  const std::string direction = record.value("direction", "");
  frame.direction = direction == "higher" ? 1 : direction == "lower" ? -1 : 0;
  return frame;
}

class Matcher {
 public:
  Matcher(const Frame& frame, const Scan& scan, const Clause& clause, const Lexicon& lexicon)
      : frame_(frame), scan_(scan), clause_(clause), lexicon_(lexicon) {}

  std::optional<FrameMatch> match(std::size_t quantity) {
    if (!fits_dimension(quantity) || !allowed_before(quantity)) return std::nullopt;
    match_.frame = frame_.name;
    match_.role = frame_.role;
    match_.direction = frame_.direction;
    if (!walk_left(quantity) || !walk_right(quantity)) return std::nullopt;
    return match_;
  }

 private:
  [[nodiscard]] bool fits_dimension(std::size_t quantity) const {
    if (frame_.dimensions.empty()) return true;
    const Dimension dimension =
        scan_.quantities[scan_.tokens[quantity].index].quantity.unit.dimension;
    return std::find(frame_.dimensions.begin(), frame_.dimensions.end(), dimension) !=
           frame_.dimensions.end();
  }

  [[nodiscard]] bool allowed_before(std::size_t quantity) const {
    for (std::size_t i = clause_.first; i < quantity; ++i) {
      const Token& token = scan_.tokens[i];
      if (token.kind == TokenKind::Word && (token.lexeme->classes & frame_.unless).any())
        return false;
    }
    return true;
  }

  [[nodiscard]] bool fits(const Element& element, std::size_t index) const {
    const Token& token = scan_.tokens[index];
    // A name that no lexicon holds is taken for that of a company.
    if (token.kind == TokenKind::Name && element.entity && element.slot == Element::Slot::Subject)
      return true;
    if (token.kind != TokenKind::Word) return false;
    if (element.entity) return fits_entity(*token.lexeme);
    if (element.metric) return token.lexeme->metric >= 0;
    return (token.lexeme->classes & element.classes).any();
  }

  [[nodiscard]] bool fits_entity(const Lexeme& lexeme) const {
    if (lexeme.entity < 0) return false;
    const Entity& entity = lexicon_.entities()[static_cast<std::size_t>(lexeme.entity)];
    if (frame_.only_kinds.empty())
      return entity.may_be_subject() || entity.kind == EntityKind::Technology;
    return std::find(frame_.only_kinds.begin(), frame_.only_kinds.end(), entity.kind) !=
           frame_.only_kinds.end();
  }

  [[nodiscard]] bool near(std::size_t left, std::size_t right) const {
    return scan_.tokens[right].span.begin - scan_.tokens[left].span.end <= kNeighbourGap;
  }

  void capture(const Element& element, std::size_t index) {
    if (element.slot == Element::Slot::Comparand) match_.comparand = index;
    if (element.slot == Element::Slot::Subject) match_.subject = index;
  }

  bool walk_left(std::size_t quantity) {
    std::size_t at = quantity;
    for (std::size_t e = frame_.anchor; e-- > 0;) {
      const Element& element = frame_.elements[e];
      // `~` belongs to the element that stands further right: it may be far from its left one.
      const bool far = frame_.elements[e + 1].far;
      const auto found = find_left(element, at, far);
      if (!found) {
        if (element.optional) continue;
        return false;
      }
      capture(element, *found);
      at = *found;
    }
    return true;
  }

  [[nodiscard]] std::optional<std::size_t> find_left(const Element& element, std::size_t from,
                                                     bool far) const {
    for (std::size_t i = from; i-- > clause_.first;) {
      if (!far && !near(i, from)) return std::nullopt;
      if (fits(element, i)) return i;
      if (!far && !is_filler(i)) return std::nullopt;
    }
    return std::nullopt;
  }

  bool walk_right(std::size_t quantity) {
    std::size_t at = quantity;
    for (std::size_t e = frame_.anchor + 1; e < frame_.elements.size(); ++e) {
      const Element& element = frame_.elements[e];
      const auto found = find_right(element, at);
      if (!found) {
        if (element.optional) continue;
        return false;
      }
      capture(element, *found);
      at = *found;
    }
    return true;
  }

  [[nodiscard]] std::optional<std::size_t> find_right(const Element& element,
                                                      std::size_t from) const {
    for (std::size_t i = from + 1; i < clause_.last; ++i) {
      if (!element.far && !near(from, i)) return std::nullopt;
      if (fits(element, i)) return i;
      if (!element.far && !is_filler(i)) return std::nullopt;
    }
    return std::nullopt;
  }

  /// Hedges and emphasis may stand between neighbours: 达到(约)80%.
  [[nodiscard]] bool is_filler(std::size_t index) const {
    const Token& token = scan_.tokens[index];
    if (token.kind != TokenKind::Word) return false;
    constexpr std::array kFillers = {
        WordClass::Emphatic,       WordClass::AboutBefore,   WordClass::NearlyBefore,
        WordClass::MoreThanBefore, WordClass::AtLeastBefore, WordClass::LessThanBefore,
        WordClass::AtMostBefore,   WordClass::Link,          WordClass::Arrive};
    return std::any_of(kFillers.begin(), kFillers.end(),
                       [&](WordClass c) { return token.lexeme->is(c); });
  }

  const Frame& frame_;
  const Scan& scan_;
  const Clause& clause_;
  const Lexicon& lexicon_;
  FrameMatch match_;
};

}  // namespace

Result<Frames> Frames::load(const std::string& file, const std::string& json) {
  Frames frames;
  try {
    for (const Json& record : Json::parse(json)) {
      auto frame = parse_frame(record, file);
      if (!frame) return frame.error();
      frames.frames_.push_back(std::move(*frame));
    }
  } catch (const Json::exception& exception) {
    return Error{ErrorCode::BadData, exception.what(), file};
  }
  return frames;
}

std::optional<FrameMatch> Frames::match(const Scan& scan, const Clause& clause,
                                        std::size_t quantity, const Lexicon& lexicon) const {
  for (const Frame& frame : frames_)
    if (auto found = Matcher(frame, scan, clause, lexicon).match(quantity)) return found;
  return std::nullopt;
}

}  // namespace assay
