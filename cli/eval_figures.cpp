// SPDX-License-Identifier: MIT
#include "cli/eval_figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <optional>
#include <utility>

#include "cli/table.h"
#include "core/json_file.h"
#include "facts/json_text.h"

namespace assay {
namespace {

/// Figures are recorded in three digits, and a limit may be missed by what that cuts off.
constexpr double kSteps = 1000;
constexpr double kTolerance = 1e-9;

std::string three_digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

/// The smallest and the greatest value that a floor file allows.
struct Limits {
  std::optional<double> least;
  std::optional<double> most;
};

Result<Limits> read_limits(const JsonValue& value, const std::string& file) {
  if (value.kind == JsonValue::Kind::Number) return Limits{.least = value.number, .most = {}};
  if (value.kind != JsonValue::Kind::Record) {
    return Error{ErrorCode::BadData, R"(expected a number or {"max": number})", file, value.line};
  }
  JsonRecord record(value, file);
  const Limits limits{.least = {}, .most = record.number("max")};
  if (const Result<Done> done = record.finish(); !done) return done.error();
  return limits;
}

std::string breach(const std::vector<Figure>& figures, const std::string& name,
                   const Limits& limits) {
  const auto figure = std::ranges::find(figures, name, &Figure::name);
  if (figure == figures.end()) return name + " has a floor but was not measured";
  const double value = figure->value();
  if (limits.least && value < *limits.least - kTolerance) {
    return name + " is " + three_digits(value) + ", below its floor of " +
           three_digits(*limits.least);
  }
  if (limits.most && value > *limits.most + kTolerance) {
    return name + " is " + three_digits(value) + ", above its limit of " +
           three_digits(*limits.most);
  }
  return {};
}

}  // namespace

void Evaluation::add(std::string name, double part, double whole, FigureKind kind) {
  if (whole > 0) figures.push_back({std::move(name), part, whole, kind});
}

void Evaluation::add(std::string name, std::size_t part, std::size_t whole, FigureKind kind) {
  add(std::move(name), static_cast<double>(part), static_cast<double>(whole), kind);
}

void Evaluation::append(Evaluation other) {
  std::ranges::move(other.figures, std::back_inserter(figures));
  std::ranges::move(other.misses, std::back_inserter(misses));
}

std::string figures_to_text(const std::vector<Figure>& figures) {
  Table table({"figure", "%", "part", "of", ""}, {1, 2, 3});
  for (const Figure& figure : figures) {
    char percent[32];
    std::snprintf(percent, sizeof percent, "%.1f", 100 * figure.value());
    char part[32];
    std::snprintf(part, sizeof part, "%.6g", figure.part);
    char whole[32];
    std::snprintf(whole, sizeof whole, "%.6g", figure.whole);
    const bool less = figure.kind == FigureKind::LessIsBetter;
    table.add({figure.name, percent, part, whole, less ? "less is better" : ""});
  }
  return table.to_text();
}

std::string figures_to_json(const std::vector<Figure>& figures) {
  std::string text = "{";
  for (const Figure& figure : figures) {
    text += text.size() == 1 ? "\n" : ",\n";
    append_json_string(text, figure.name);
    text += ':';
    JsonObjectWriter object(text);
    object.number("value", figure.value());
    object.number("part", figure.part);
    object.number("whole", figure.whole);
  }
  return text + "\n}\n";
}

Result<std::vector<std::string>> breached_floors(const std::vector<Figure>& figures,
                                                 std::string_view text, const std::string& file) {
  const Result<JsonValue> root = parse_json(text, file);
  if (!root) return root.error();
  if (root->kind != JsonValue::Kind::Record) {
    return Error{ErrorCode::BadData, "expected an object of figures", file, root->line};
  }
  std::vector<std::string> breaches;
  for (std::size_t i = 0; i < root->names.size(); ++i) {
    const Result<Limits> limits = read_limits(root->items[i], file);
    if (!limits) return limits.error();
    const std::string sentence = breach(figures, root->names[i], *limits);
    if (!sentence.empty()) breaches.push_back(sentence);
  }
  return breaches;
}

std::string floors_of(const std::vector<Figure>& figures) {
  std::string text = "{";
  for (const Figure& figure : figures) {
    if (figure.kind == FigureKind::Detail) continue;
    const double steps = figure.value() * kSteps;
    const bool least = figure.kind == FigureKind::MoreIsBetter;
    const double limit =
        (least ? std::floor(steps + kTolerance) : std::ceil(steps - kTolerance)) / kSteps;
    text += text.size() == 1 ? "\n  " : ",\n  ";
    append_json_string(text, figure.name);
    text += ": " + (least ? three_digits(limit) : R"({"max": )" + three_digits(limit) + "}");
  }
  return text + "\n}\n";
}

}  // namespace assay
