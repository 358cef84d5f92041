// SPDX-License-Identifier: MIT
#pragma once
/// The words in which core/units/*.json says "typed": every unit of the tables as a Boost.Units
/// expression, so that the compiler can check its dimension and its factor (unit_proof.cpp.in).
///
///     "typed": "si::nano * si::metre"      "typed": "us::pound_force / si::square_metre"
///
/// Boost knows the SI, some customary units and information. What it lacks is declared here: three
/// base dimensions (money, operations, counted things), and `times`, `over` for integer factors.
/// Only the generated proof includes this file; at run time the tables are plain numbers.

#include <boost/units/base_dimension.hpp>
#include <boost/units/base_unit.hpp>
#include <boost/units/base_units/astronomical/astronomical_unit.hpp>
#include <boost/units/base_units/astronomical/light_year.hpp>
#include <boost/units/base_units/astronomical/parsec.hpp>
#include <boost/units/base_units/cgs/gram.hpp>
#include <boost/units/base_units/imperial/foot.hpp>
#include <boost/units/base_units/imperial/inch.hpp>
#include <boost/units/base_units/imperial/mile.hpp>
#include <boost/units/base_units/imperial/ounce.hpp>
#include <boost/units/base_units/imperial/pound.hpp>
#include <boost/units/base_units/imperial/yard.hpp>
#include <boost/units/base_units/metric/angstrom.hpp>
#include <boost/units/base_units/metric/atmosphere.hpp>
#include <boost/units/base_units/metric/bar.hpp>
#include <boost/units/base_units/metric/day.hpp>
#include <boost/units/base_units/metric/hectare.hpp>
#include <boost/units/base_units/metric/hour.hpp>
#include <boost/units/base_units/metric/knot.hpp>
#include <boost/units/base_units/metric/liter.hpp>
#include <boost/units/base_units/metric/minute.hpp>
#include <boost/units/base_units/metric/mmHg.hpp>
#include <boost/units/base_units/metric/nautical_mile.hpp>
#include <boost/units/base_units/metric/ton.hpp>
#include <boost/units/base_units/metric/year.hpp>
#include <boost/units/base_units/temperature/conversions.hpp>
#include <boost/units/base_units/us/pound_force.hpp>
#include <boost/units/conversion.hpp>
#include <boost/units/make_scaled_unit.hpp>
#include <boost/units/scale.hpp>
#include <boost/units/static_rational.hpp>
#include <boost/units/systems/information.hpp>
#include <boost/units/systems/si.hpp>
#include <boost/units/systems/si/prefixes.hpp>
#include <boost/units/systems/temperature/celsius.hpp>
#include <boost/units/systems/temperature/fahrenheit.hpp>

namespace assay {

namespace si = boost::units::si;
namespace information = boost::units::information;
namespace celsius = boost::units::celsius;
namespace fahrenheit = boost::units::fahrenheit;

/// A unit that is `Factor` times as large.
template <long Factor, class Unit>
constexpr auto times(Unit) {
  namespace units = boost::units;
  using Scale = units::scale<Factor, units::static_rational<1>>;
  return typename units::make_scaled_unit<Unit, Scale>::type{};
}

/// A unit that is the `Divisor`th part.
template <long Divisor, class Unit>
constexpr auto over(Unit) {
  namespace units = boost::units;
  using Scale = units::scale<Divisor, units::static_rational<-1>>;
  return typename units::make_scaled_unit<Unit, Scale>::type{};
}

/// A pure number: ratios, percentage points and counted things are multiples of it.
inline constexpr si::dimensionless one{};

namespace metric {
namespace base = boost::units::metric;
inline constexpr boost::units::cgs::gram_base_unit::unit_type gram{};
inline constexpr base::ton_base_unit::unit_type tonne{};
inline constexpr base::angstrom_base_unit::unit_type angstrom{};
inline constexpr base::nautical_mile_base_unit::unit_type nautical_mile{};
inline constexpr base::minute_base_unit::unit_type minute{};
inline constexpr base::hour_base_unit::unit_type hour{};
inline constexpr base::day_base_unit::unit_type day{};
inline constexpr base::year_base_unit::unit_type year{};  ///< the Julian year of 365.25 days
inline constexpr base::hectare_base_unit::unit_type hectare{};
inline constexpr base::liter_base_unit::unit_type litre{};
inline constexpr base::knot_base_unit::unit_type knot{};
inline constexpr base::bar_base_unit::unit_type bar{};
inline constexpr base::atmosphere_base_unit::unit_type atmosphere{};
inline constexpr base::mmHg_base_unit::unit_type millimetre_of_mercury{};
}  // namespace metric

namespace imperial {
namespace base = boost::units::imperial;
inline constexpr base::inch_base_unit::unit_type inch{};
inline constexpr base::foot_base_unit::unit_type foot{};
inline constexpr base::yard_base_unit::unit_type yard{};
inline constexpr base::mile_base_unit::unit_type mile{};
inline constexpr base::ounce_base_unit::unit_type ounce{};
inline constexpr base::pound_base_unit::unit_type pound{};
}  // namespace imperial

namespace us {
inline constexpr boost::units::us::pound_force_base_unit::unit_type pound_force{};
}  // namespace us

namespace astronomical {
namespace base = boost::units::astronomical;
inline constexpr base::light_year_base_unit::unit_type light_year{};
inline constexpr base::astronomical_unit_base_unit::unit_type astronomical_unit{};
inline constexpr base::parsec_base_unit::unit_type parsec{};
}  // namespace astronomical

/// Money. One base dimension serves all currencies: assay never converts between them, so only
/// parts of one (a cent) have a factor to check.
namespace money {
struct Dimension : boost::units::base_dimension<Dimension, 7001> {};
struct BaseUnit : boost::units::base_unit<BaseUnit, Dimension::dimension_type, 7001> {};
inline constexpr BaseUnit::unit_type currency{};
}  // namespace money

/// Arithmetic operations of a computer. Floating-point ones and those on integers (TOPS) are told
/// apart, as a rate of one says nothing about the other.
namespace operations {
struct FloatingPoint : boost::units::base_dimension<FloatingPoint, 7002> {};
struct FloatingPointUnit
    : boost::units::base_unit<FloatingPointUnit, FloatingPoint::dimension_type, 7002> {};
struct Any : boost::units::base_dimension<Any, 7003> {};
struct AnyUnit : boost::units::base_unit<AnyUnit, Any::dimension_type, 7003> {};
inline constexpr FloatingPointUnit::unit_type floating_point_operation{};
inline constexpr AnyUnit::unit_type operation{};
}  // namespace operations

/// Things that are counted one by one: 台, 家, wafers.
namespace counting {
struct Dimension : boost::units::base_dimension<Dimension, 7004> {};
struct BaseUnit : boost::units::base_unit<BaseUnit, Dimension::dimension_type, 7004> {};
inline constexpr BaseUnit::unit_type thing{};
}  // namespace counting

}  // namespace assay
