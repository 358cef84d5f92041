// SPDX-License-Identifier: MIT
#pragma once
/// The figures of an evaluation, and the floors that they must not fall below.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace assay {

/// Which way is better, or that a figure only breaks another one down and has no floor.
enum class FigureKind : std::uint8_t { MoreIsBetter, LessIsBetter, Detail };

/// A share of a whole, 0 to 1.
struct Figure {
  std::string name;  ///< "quantities.recall"
  double part = 0;
  double whole = 0;
  FigureKind kind = FigureKind::MoreIsBetter;

  [[nodiscard]] double value() const { return part / whole; }
};

struct Evaluation {
  std::vector<Figure> figures;
  std::vector<std::string> misses;  ///< what is wrong in each single case, for people

  /// Adds a figure; one of nothing (whole = 0) is left out.
  void add(std::string name, double part, double whole, FigureKind kind = FigureKind::MoreIsBetter);
  void add(std::string name, std::size_t part, std::size_t whole,
           FigureKind kind = FigureKind::MoreIsBetter);
  void append(Evaluation other);
};

/// Figures as a table for people.
[[nodiscard]] std::string figures_to_text(const std::vector<Figure>& figures);
/// {"quantities.recall":{"value":…,"part":…,"whole":…},…}
[[nodiscard]] std::string figures_to_json(const std::vector<Figure>& figures);

/// What a floor file says of the figures: a sentence for each figure that is below its minimum or
/// above its maximum, and for each that the file names and nothing has measured. The file holds
/// {"name": minimum, "name": {"max": maximum}, …}.
/// Errors: BadData for anything else, with file and line.
[[nodiscard]] Result<std::vector<std::string>> breached_floors(const std::vector<Figure>& figures,
                                                               std::string_view text,
                                                               const std::string& file);

/// A floor file that today's figures just reach, in three digits.
[[nodiscard]] std::string floors_of(const std::vector<Figure>& figures);

}  // namespace assay
