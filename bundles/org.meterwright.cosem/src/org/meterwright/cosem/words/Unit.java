// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.words;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A unit of COSEM (IEC 62056-6-2, table of units).
 *
 * @param code     code on the wire
 * @param name     name in texts
 * @param symbol   symbol for people
 * @param quantity what it measures
 */
public record Unit(int code, String name, String symbol, String quantity) {
	/** Code of a number that has no unit. */
	public static final int NONE = 255;

	private static final Map<Integer, Unit> UNITS = """
			1|a|a|time, year
			2|mo|mo|time, month
			3|wk|wk|time, week (7*24*60*60 s)
			4|d|d|time, day (24*60*60 s)
			5|h|h|time, hour (60*60 s)
			6|min|min|time, minute (60 s)
			7|s|s|time, second
			8|deg|°|angle, degree
			9|degC|°C|temperature, degree Celsius
			10|currency|currency|local currency
			11|m|m|length, metre
			12|m_per_s|m/s|speed
			13|m3|m³|volume, cubic metre
			14|m3_corrected|m³|corrected volume, cubic metre
			15|m3_per_h|m³/h|volume flux
			16|m3_per_h_corrected|m³/h|corrected volume flux
			17|m3_per_d|m³/d|volume flux
			18|m3_per_d_corrected|m³/d|corrected volume flux
			19|l|l|volume, litre
			20|kg|kg|mass
			21|N|N|force
			22|Nm|Nm|energy, newton metre
			23|Pa|Pa|pressure, pascal
			24|bar|bar|pressure, bar
			25|J|J|energy, joule
			26|J_per_h|J/h|thermal power, rate of change
			27|W|W|active power
			28|VA|VA|apparent power
			29|var|var|reactive power
			30|Wh|Wh|active energy
			31|VAh|VAh|apparent energy
			32|varh|varh|reactive energy
			33|A|A|current
			34|C|C|electrical charge
			35|V|V|voltage
			36|V_per_m|V/m|electric field strength
			37|F|F|capacitance
			38|ohm|Ω|resistance
			39|ohm_m|Ωm²/m|resistivity
			40|Wb|Wb|magnetic flux
			41|T|T|magnetic flux density
			42|A_per_m|A/m|magnetic field strength
			43|H|H|inductance
			44|Hz|Hz|frequency
			45|per_Wh|1/(Wh)|active energy meter constant or pulse value
			46|per_varh|1/(varh)|reactive energy meter constant or pulse value
			47|per_VAh|1/(VAh)|apparent energy meter constant or pulse value
			48|V2h|V²h|volt-squared hours
			49|A2h|A²h|ampere-squared hours
			50|kg_per_s|kg/s|mass flux
			51|S|S|conductance (mho)
			52|K|K|temperature, kelvin
			53|per_V2h|1/(V²h)|volt-squared hour meter constant or pulse value
			54|per_A2h|1/(A²h)|ampere-squared hour meter constant or pulse value
			55|per_m3|1/m³|volume meter constant or pulse value
			56|percent|%|percentage
			57|Ah|Ah|ampere-hours
			60|Wh_per_m3|Wh/m³|energy per volume
			61|J_per_m3|J/m³|calorific value, Wobbe index
			62|mol_percent|Mol %|molar fraction of gas composition
			63|g_per_m3|g/m³|mass density, quantity of material
			64|Pa_s|Pa s|dynamic viscosity
			65|J_per_kg|J/kg|specific energy
			66|g_per_cm2|g/cm²|pressure, gram per square centimetre
			67|atm|atm|pressure, atmosphere
			70|dBm|dBm|signal strength, decibel milliwatt
			71|dBuV|dBµV|signal strength, decibel microvolt
			72|dB|dB|logarithmic ratio
			128|inch|in|length, inch
			129|ft|ft|length, foot
			130|lb|lb|mass, pound
			131|degF|°F|temperature, Fahrenheit
			132|degR|°R|temperature, Rankine
			133|in2|in²|area, square inch
			134|ft2|ft²|area, square foot
			135|ac|ac|area, acre
			136|in3|in³|volume, cubic inch
			137|ft3|ft³|volume, cubic foot
			138|ac_ft|ac ft|volume, acre-foot
			139|gal_imp|gal (imp)|volume, imperial gallon
			140|gal_us|gal (US)|volume, US gallon
			141|lbf|lbf|force, pound force
			142|psi|psi|pressure, pound force per square inch
			143|lb_per_ft3|lb/ft³|density
			144|lb_per_ft_s|lb/(ft s)|dynamic viscosity
			145|ft2_per_s|ft²/s|kinematic viscosity
			146|Btu|Btu|energy, British thermal unit
			147|thm_ec|thm (EC)|energy, therm EU
			148|thm_us|thm (US)|energy, therm US
			149|Btu_per_lb|Btu/lb|calorific value of mass, enthalpy
			150|Btu_per_ft3|Btu/ft³|calorific value of volume, Wobbe index
			151|ft3_constant|ft³|volume meter constant or pulse value, cubic feet
			152|ft_per_s|ft/s|speed
			153|ft3_per_s|ft³/s|volume flux
			154|ft3_per_min|ft³/min|volume flux
			155|ft3_per_h|ft³/h|volume flux
			156|ft3_per_d|ft³/d|volume flux
			157|ac_ft_per_s|ac ft/s|volume flux
			158|ac_ft_per_min|ac ft/min|volume flux
			159|ac_ft_per_h|ac ft/h|volume flux
			160|ac_ft_per_d|ac ft/d|volume flux
			161|gal_imp_constant|gal (imp)|volume meter constant or pulse value, imperial gallon
			162|gal_imp_per_s|gal (imp)/s|volume flux
			163|gal_imp_per_min|gal (imp)/min|volume flux
			164|gal_imp_per_h|gal (imp)/h|volume flux
			165|gal_imp_per_d|gal (imp)/d|volume flux
			166|gal_us_constant|gal (US)|volume meter constant or pulse value, US gallon
			167|gal_us_per_s|gal (US)/s|volume flux
			168|gal_us_per_min|gal (US)/min|volume flux
			169|gal_us_per_h|gal (US)/h|volume flux
			170|gal_us_per_d|gal (US)/d|volume flux
			171|Btu_per_s|Btu/s|energy flow, heat, power
			172|Btu_per_min|Btu/min|energy flow
			173|Btu_per_h|Btu/h|energy flow
			174|Btu_per_d|Btu/d|energy flow
			254|other|other|other unit
			255|count|count|no unit, count
			""".lines().map(Unit::read).collect(Collectors.toUnmodifiableMap(Unit::code, Function.identity()));

	private static Unit read(String line) {
		String[] parts = line.split("\\|");
		return new Unit(Integer.parseInt(parts[0]), parts[1], parts[2], parts[3]);
	}

	/** Returns all units by code. */
	public static Map<Integer, Unit> all() {
		return UNITS;
	}

	/** Finds a unit; nothing: the code is reserved. */
	public static Optional<Unit> of(int code) {
		return Optional.ofNullable(UNITS.get(code));
	}

	/** Returns what stands behind a number: the symbol, nothing for a count, and the code where it is reserved. */
	public static String symbolOf(int code) {
		return code == NONE ? "" : of(code).map(Unit::symbol).orElse("(unit %s)".formatted(code));
	}

	/** Returns symbol and quantity, such as {@code V (voltage)}. */
	public static String words(int code) {
		return of(code).map(unit -> unit.code() == NONE ? unit.quantity() : "%s (%s)".formatted(unit.symbol(), unit.quantity()))
				.orElse("unit %s, which is reserved".formatted(code));
	}
}
