// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "reports/display_width.h"
#include "reports/page/time_chart.h"
#include "reports/page/view.h"
#include "reports/reading.h"

namespace assay::page {
namespace {

// Measures in pixels downwards and in percent of the width across.
constexpr double kTop = 22;
constexpr double kPlotHeight = 150;
constexpr double kBottom = 24;
constexpr double kLeft = 15;
constexpr double kRight = 97;

std::string pixels(double down) {
  return std::to_string(static_cast<int>(std::lround(kTop + kPlotHeight * down / 100)));
}

double across(double position) {
  return kLeft + (kRight - kLeft) * std::clamp(position, 0.0, 100.0) / 100;
}

/// Keeps track of where labels stand, so that no two are written over one another.
class LabelSpace {
 public:
  /// Takes the place around (x percent, y percent) for a text of so many cells if it is free.
  bool take(double x, double y, std::size_t cells) {
    const Label label{x, y, kCellWidth * static_cast<double>(cells)};
    for (const Label& other : taken_) {
      if (std::abs(x - other.x) < (label.width + other.width) / 2 && std::abs(y - other.y) < 11)
        return false;
    }
    taken_.push_back(label);
    return true;
  }

 private:
  static constexpr double kCellWidth = 2.1;  ///< percent, on the narrowest chart
  struct Label {
    double x;
    double y;
    double width;
  };
  std::vector<Label> taken_;
};

Data point_view(const Context& context, const TimePoint& point, LabelSpace& space) {
  const Fact& fact = *point.fact;
  const double x = across(point.at);
  Data data;
  set_place(context, fact, data);
  set_modality(context, fact, data);
  const std::string period = show_period(*fact.period);
  const std::string separator = context.strings()["label_separator"];
  data["kind"] = fact.modality == Modality::Actual ? "point" : "point hollow";
  data["title"] = point.label + separator + period + separator + fact.document + ":" +
                  std::to_string(fact.line);
  data["period"] = period;
  data["reading"] = point.label;
  data["x"] = percent(x);
  data["y"] = pixels(point.value);
  data["from"] = percent(across(point.from));
  data["to"] = percent(across(point.to));
  data["tolerance_low"] = pixels(point.tolerance_low);
  data["tolerance_high"] = pixels(point.tolerance_high);
  data["stated_low"] = pixels(point.stated_low);
  data["stated_high"] = pixels(point.stated_high);
  data["text"] =
      space.take(x, point.value, display_width(point.label)) ? Data(point.label) : Data(false);
  data["text_y"] = std::to_string(std::stoi(pixels(point.value)) - 10);
  const bool at_start = x < 30;
  const bool at_end = x > 80;
  data["anchor"] = at_end ? "end" : at_start ? "start" : "middle";
  data["shift"] = at_end ? "-9" : at_start ? "9" : "0";  // beside the bar, not on it
  return data;
}

Data tick_list(const std::vector<Tick>& ticks, bool upright) {
  Data list(Data::type::list);
  for (const Tick& tick : ticks) {
    Data data;
    data["text"] = tick.label;
    data["x"] = percent(across(tick.position));
    data["y"] = pixels(tick.position);
    data["anchor"] = tick.position < 5 ? "start" : tick.position > 95 ? "end" : "middle";
    data["text_y"] = std::to_string(std::stoi(pixels(tick.position)) + (upright ? 4 : 0));
    list.push_back(data);
  }
  return list;
}

std::string detail_of(const TimeChart& chart, const Strings& strings) {
  std::vector<std::string> parts;
  if (!chart.comparand.empty()) parts.push_back(strings["versus"] + " " + chart.comparand);
  parts.insert(parts.end(), chart.scope.begin(), chart.scope.end());
  const std::size_t name = chart.unit.find_first_not_of(' ');
  if (name != std::string::npos) parts.push_back(chart.unit.substr(name));
  return join(parts, strings["label_separator"]);
}

Data chart_view(const Context& context, const TimeChart& chart) {
  const Strings& strings = context.strings();
  const std::string title = chart.subject + " " + chart.metric;
  Data points(Data::type::list);
  std::vector<std::string> values;
  LabelSpace space;
  for (const TimePoint& point : chart.points) {
    points.push_back(point_view(context, point, space));
    values.push_back(show_period(*point.fact->period) + " " + point.label);
  }
  Data data;
  data["subject"] = chart.subject;
  data["metric"] = chart.metric;
  data["detail"] = optional_text(detail_of(chart, strings));
  data["label"] = strings.fill(
      "chart_label", {{"title", title}, {"values", join(values, strings["list_separator"])}});
  data["left"] = percent(kLeft - 3);
  data["height"] = std::to_string(static_cast<int>(kTop + kPlotHeight + kBottom));
  data["time_y"] = std::to_string(static_cast<int>(kTop + kPlotHeight + kBottom - 6));
  data["values"] = tick_list(chart.values, true);
  data["times"] = tick_list(chart.times, false);
  data["points"] = std::move(points);
  data["rest"] =
      chart.left_out == 0 ? Data(false) : Data(strings.count("points_rest", chart.left_out));
  return data;
}

}  // namespace

void set_charts(const Context& context, Data& page) {
  const std::vector<TimeChart> charts = make_time_charts(context.result(), context.strings());
  const std::size_t shown = std::min(charts.size(), kMostCharts);
  Data list(Data::type::list);
  for (std::size_t i = 0; i < shown; ++i) list.push_back(chart_view(context, charts[i]));
  page["charts"] = std::move(list);
  page["has_charts"] = !charts.empty();
  page["chart_count"] = std::to_string(charts.size());
  const std::size_t rest = charts.size() - shown;
  page["chart_rest"] = rest == 0 ? Data(false) : Data(context.strings().count("chart_rest", rest));
}

}  // namespace assay::page
