// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.meterwright.cosem.value.LogicalName;

/** Readable names, and likely units, of logical names by the meaning of their value groups (IEC 62056-6-1). */
final class ObisNames {
	private static final List<Row> ABSTRACT = read();
	private static final int LAST_TARIFF = 63;
	private static final int ENERGY = 8;
	private static final int WITHOUT_BILLING = 255;
	/** Unit 255: a number without unit. */
	private static final int NONE = 255;
	private static final int CELSIUS = 9;
	/** Value group D of nominal values, and their units by value group E: voltage, current, frequency, maximum current, reference voltage. */
	private static final int NOMINAL = 6;
	private static final Map<Integer, Integer> NOMINAL_UNITS = Map.of(0, 35, 1, 33, 2, 44, 3, 33, 4, 35);
	private static final List<String> PHASES = List.of("", "L1", "L2", "L3");
	private static final List<String> MEDIA = List.of("", "", "", "", "heatCost", "cooling", "heat", "gas", "coldWater", "hotWater");

	/** Quantities of value group C for A = 1 up to 20; C + 20, 40 and 60 are the same in one phase. */
	private static final Map<Integer, String> QUANTITIES = Map.ofEntries(Map.entry(1, "activeImport"), Map.entry(2, "activeExport"), Map.entry(3, "reactiveImport"),
			Map.entry(4, "reactiveExport"), Map.entry(5, "reactiveQ1"), Map.entry(6, "reactiveQ2"), Map.entry(7, "reactiveQ3"), Map.entry(8, "reactiveQ4"),
			Map.entry(9, "apparentImport"), Map.entry(10, "apparentExport"), Map.entry(11, "current"), Map.entry(12, "voltage"), Map.entry(13, "powerFactor"),
			Map.entry(14, "frequency"), Map.entry(15, "activeSum"), Map.entry(16, "activeNet"), Map.entry(17, "activeQ1"), Map.entry(18, "activeQ2"),
			Map.entry(19, "activeQ3"), Map.entry(20, "activeQ4"));
	private static final Map<Integer, String> OTHER_QUANTITIES = Map.of(81, "angle", 82, "pulses", 83, "losses", 88, "ampereSquareHours", 89, "voltSquareHours", 91,
			"neutralCurrent", 92, "neutralVoltage");

	/** Processing of value group D for A = 1. */
	private static final Map<Integer, String> PROCESSING = Map.ofEntries(Map.entry(0, "General"), Map.entry(1, "Minimum"), Map.entry(2, "CumulativeMaximum"),
			Map.entry(3, "Minimum"), Map.entry(4, "Average"), Map.entry(5, "LastAverage"), Map.entry(6, "Maximum"), Map.entry(7, ""), Map.entry(9, "Integral2"),
			Map.entry(10, "Integral3"), Map.entry(13, "Minimum2"), Map.entry(16, "Maximum2"), Map.entry(23, "Minimum3"), Map.entry(24, "Average3"), Map.entry(25, "LastAverage3"),
			Map.entry(26, "Maximum3"), Map.entry(27, "Average5"), Map.entry(28, "LastAverage5"), Map.entry(29, "Interval"), Map.entry(30, "Integral6"),
			Map.entry(31, "UnderLimit"), Map.entry(32, "UnderLimitCount"), Map.entry(33, "UnderLimitDuration"), Map.entry(34, "UnderLimitMagnitude"),
			Map.entry(35, "OverLimit"), Map.entry(36, "OverLimitCount"), Map.entry(37, "OverLimitDuration"), Map.entry(38, "OverLimitMagnitude"),
			Map.entry(39, "MissingLimit"), Map.entry(40, "MissingCount"), Map.entry(41, "MissingDuration"), Map.entry(42, "MissingMagnitude"),
			Map.entry(43, "UnderLimitTime"), Map.entry(44, "OverLimitTime"), Map.entry(45, "MissingTime"), Map.entry(55, "TestAverage"), Map.entry(58, "TestEnergy"));

	private record Row(List<String> groups, String name) {
		boolean fits(int c, int d, int e) {
			return fits(groups.get(0), c) && fits(groups.get(1), d) && fits(groups.get(2), e);
		}

		private static boolean fits(String pattern, int group) {
			return "e".equals(pattern) || pattern.equals(Integer.toString(group));
		}

		/** Adds the free groups: the last always unless it is 0, others when the last is free too. */
		String name(int c, int d, int e) {
			StringBuilder text = new StringBuilder(name);
			if ("e".equals(groups.get(1))) {
				text.append(d);
			}
			if ("e".equals(groups.get(2)) && (e != 0 || "e".equals(groups.get(1)))) {
				text.append("e".equals(groups.get(1)) || Character.isDigit(text.charAt(text.length() - 1)) ? "_" : "").append(e);
			}
			return text.toString();
		}
	}

	/**
	 * A name.
	 *
	 * @param base name without the tariff
	 * @param rate tariff of value group E, where it is one
	 */
	record Name(String base, OptionalInt rate) {
		/** Returns the name as one identifier. */
		String plain() {
			return rate.isPresent() ? "%s%d".formatted(base, rate.getAsInt()) : base;
		}
	}

	private ObisNames() {
	}

	private static List<Row> read() {
		try (InputStream in = ObisNames.class.getResourceAsStream("obis-names.csv")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#") && !line.isBlank())
					.map(line -> line.split(",")).map(cells -> new Row(List.of(cells[0].split("\\.")), cells[1])).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Returns a readable name. */
	static Name of(LogicalName name) {
		return switch (name.a()) {
			case 0 -> new Name(abstractName(name) + billing(name), OptionalInt.empty());
			case 1 -> electricity(name);
			default -> new Name(other(name), OptionalInt.empty());
		};
	}

	private static String abstractName(LogicalName name) {
		String text = ABSTRACT.stream().filter(row -> row.fits(name.c(), name.d(), name.e())).findFirst().map(row -> row.name(name.c(), name.d(), name.e()))
				.orElseGet(() -> "%s%d_%d_%d".formatted(name.c() >= 128 ? "maker" : "object", name.c(), name.d(), name.e()));
		return text + channel(name);
	}

	private static String channel(LogicalName name) {
		return name.b() == 0 ? "" : "Channel%d".formatted(name.b());
	}

	private static String billing(LogicalName name) {
		return name.f() == WITHOUT_BILLING ? "" : "Billing%d".formatted(name.f());
	}

	private static String other(LogicalName name) {
		String medium = name.a() < MEDIA.size() ? MEDIA.get(name.a()) : "";
		return "%s%d_%d_%d%s%s".formatted(medium.isEmpty() ? "medium%d_".formatted(name.a()) : medium, name.c(), name.d(), name.e(), channel(name), billing(name));
	}

	private static Name electricity(LogicalName name) {
		if (name.c() == 0 || name.c() >= 93 && name.c() < 128) {
			return new Name(electricityGeneral(name) + channel(name) + billing(name), OptionalInt.empty());
		}
		String quantity = quantity(name.c()).orElse("electric%d".formatted(name.c())) + processing(name);
		List<String> tail = new ArrayList<>(List.of(channel(name), billing(name)));
		boolean tariff = name.d() == ENERGY && name.e() >= 1 && name.e() <= LAST_TARIFF;
		if (!tariff && name.e() != 0) {
			tail.addFirst(element(name));
		}
		return new Name(quantity + (tariff ? "Rate" : "") + String.join("", tail), tariff ? OptionalInt.of(name.e()) : OptionalInt.empty());
	}

	/** Harmonics are counted in E for the currents and voltages at an instant; elsewhere E has no common meaning. */
	private static String element(LogicalName name) {
		String quantity = quantity(name.c()).orElse("");
		boolean harmonic = (quantity.startsWith("current") || quantity.startsWith("voltage")) && name.d() == 7 && name.e() <= 120;
		return (harmonic ? "Harmonic%d" : "_%d").formatted(name.e());
	}

	private static Optional<String> quantity(int c) {
		if (OTHER_QUANTITIES.containsKey(c)) {
			return Optional.of(OTHER_QUANTITIES.get(c));
		}
		return c >= 1 && c <= 80 ? Optional.of(QUANTITIES.get((c - 1) % 20 + 1) + PHASES.get((c - 1) / 20)) : Optional.empty();
	}

	private static String processing(LogicalName name) {
		boolean power = name.c() <= 80 && (name.c() - 1) % 20 < 10 || name.c() == 15 || name.c() == 16;
		if (name.d() == ENERGY) {
			return power ? "Energy" : "Integral";
		}
		return (power ? "Power" : "") + Optional.ofNullable(PROCESSING.get(name.d())).orElse("_%d".formatted(name.d()));
	}

	private static String electricityGeneral(LogicalName name) {
		int c = name.c();
		if (c >= 94) {
			Optional<Row> row = ABSTRACT.stream().filter(each -> each.fits(c, name.d(), name.e())).findFirst();
			if (row.isPresent()) {
				String text = row.get().name(c, name.d(), name.e());
				return "electricity%s%s".formatted(Character.toUpperCase(text.charAt(0)), text.substring(1));
			}
		}
		String base = switch (name.d()) {
			case 1 -> "billing";
			case 2 -> "electricityProgram";
			case 3 -> "pulseConstant";
			case 4 -> "transformerRatio";
			case 6 -> "nominalValue";
			case 8 -> "measurementPeriod";
			case 9 -> "electricityTime";
			default -> "electricity%d_%d".formatted(c, name.d());
		};
		return "%s%s%d".formatted(base, Character.isDigit(base.charAt(base.length() - 1)) ? "_" : "", name.e());
	}

	/** Returns the unit code (Blue Book, table of units) that a value with a logical name most likely has; 255: a number without unit. */
	static int unit(LogicalName name) {
		if (name.a() == 0 && name.c() == 96 && name.d() == 9) {
			return CELSIUS;
		}
		if (name.a() == 1 && name.c() == 0 && name.d() == NOMINAL) {
			return NOMINAL_UNITS.getOrDefault(name.e(), NONE);
		}
		if (name.a() != 1 || name.c() == 0 || name.c() > 92) {
			return NONE;
		}
		int phase = (name.c() - 1) % 20 + 1;
		return switch (name.d()) {
			case 32, 36, 40 -> NONE;
			case 33, 37, 41, 43, 44, 45 -> 7;
			case 8, 9, 10, 29, 30 -> name.c() <= 80 ? energyUnit(phase) : integralUnit(name.c());
			default -> name.c() <= 80 ? powerUnit(phase) : otherUnit(name.c());
		};
	}

	private static int energyUnit(int quantity) {
		return switch (quantity) {
			case 1, 2, 15, 16, 17, 18, 19, 20 -> 30;
			case 3, 4, 5, 6, 7, 8 -> 32;
			case 9, 10 -> 31;
			default -> NONE;
		};
	}

	private static int integralUnit(int quantity) {
		return switch (quantity) {
			case 88 -> 49;
			case 89 -> 48;
			default -> NONE;
		};
	}

	private static int powerUnit(int quantity) {
		return switch (quantity) {
			case 1, 2, 15, 16, 17, 18, 19, 20 -> 27;
			case 3, 4, 5, 6, 7, 8 -> 29;
			case 9, 10 -> 28;
			case 11 -> 33;
			case 12 -> 35;
			case 14 -> 44;
			default -> NONE;
		};
	}

	private static int otherUnit(int quantity) {
		return switch (quantity) {
			case 81 -> 8;
			case 91 -> 33;
			case 92 -> 35;
			default -> NONE;
		};
	}
}
