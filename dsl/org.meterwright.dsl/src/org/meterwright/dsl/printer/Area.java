// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;

/**
 * What an object of a meter is about, in the order in which a designer writes a meter down. The interface class decides where it has one purpose
 * (IEC 62056-6-2), else the logical name (IEC 62056-6-1).
 */
enum Area {
	CLOCK("clock"), IDENTIFICATION("identification"), ENERGY("energy"), DEMAND("power and demand"), QUALITY("voltage, current and power quality"), TARIFF("tariffs, calendars and schedules"),
	PROFILES("profiles"), EVENTS("events, status and counters"), SUPPLY("supply control"), PAYMENT("payment"), PUSH("push"), COMMUNICATION("communication"), SECURITY("access and security"),
	FIRMWARE("firmware"), MEDIA("other media"), OTHER("the maker's own and others");

	private static final Map<Area, Set<Integer>> CLASSES = Map.of(
			CLOCK, Set.of(8), TARIFF, Set.of(6, 10, 11, 20, 22), PUSH, Set.of(40), FIRMWARE, Set.of(18), SUPPLY, Set.of(68, 70, 71), EVENTS, Set.of(21, 63, 65),
			PAYMENT, Set.of(111, 112, 113, 115, 116), SECURITY, Set.of(12, 15, 17, 30, 64), MEDIA, Set.of(72, 74));
	private static final int PROFILE = 7;
	private static final int COMPACT_DATA = 62;
	private static final int SCRIPTS = 9;
	private static final int MAKERS = 128;
	/** Value group D of electricity: time integrals, from the beginning, of a period or an interval. */
	private static final Set<Integer> INTEGRALS = Set.of(8, 9, 10, 29, 30);
	/** Value group D of electricity: average, minimum, maximum and cumulative maximum values. */
	private static final Set<Integer> DEMANDS = Set.of(2, 3, 4, 5, 6, 13, 14, 15, 16, 23, 24, 25, 26, 53, 54, 55, 56);
	/** Value group C of electricity counts the quantities of a phase in steps of 20. */
	private static final int PHASE = 20;
	private static final Map<Integer, Area> SCRIPT_AREAS = Map.of(105, SUPPLY, 106, SUPPLY, 107, FIRMWARE, 108, PUSH);
	private static final Map<Integer, Area> GENERAL = Map.ofEntries(Map.entry(1, IDENTIFICATION), Map.entry(3, SUPPLY), Map.entry(4, SUPPLY), Map.entry(9, QUALITY), Map.entry(12, COMMUNICATION),
			Map.entry(13, COMMUNICATION), Map.entry(14, TARIFF), Map.entry(50, OTHER));

	private final String heading;

	Area(String heading) {
		this.heading = heading;
	}

	/** Returns what stands above the objects. */
	String heading() {
		return heading;
	}

	/** Finds the area of an object. */
	static Area of(CosemObject object) {
		int classId = CosemObjects.classId(object);
		LogicalName name = object.getLogicalName();
		for (Map.Entry<Area, Set<Integer>> each : CLASSES.entrySet()) {
			if (each.getValue().contains(classId)) {
				return each.getKey();
			}
		}
		return switch (classId) {
			case PROFILE, COMPACT_DATA -> isEventLog(name) ? EVENTS : PROFILES;
			case SCRIPTS -> SCRIPT_AREAS.getOrDefault(name.e(), TARIFF);
			default -> isCommunication(classId) ? COMMUNICATION : named(name);
		};
	}

	/** Profiles of events are 0-b:99.98.e and 0-b:99.97.e, and 1-b:99.98.e of certain meters. */
	private static boolean isEventLog(LogicalName name) {
		return name.c() == 99 && (name.d() == 98 || name.d() == 97);
	}

	/** Classes of media, protocols and their diagnostics. */
	private static boolean isCommunication(int classId) {
		IntPredicate known = id -> id == 19 || id >= 23 && id <= 29 || id >= 41 && id <= 58 || id >= 73 && id <= 110 || id >= 124 && id < 8192;
		return known.test(classId);
	}

	private static Area named(LogicalName name) {
		if (name.a() >= MAKERS || name.c() >= MAKERS && name.a() == 0) {
			return OTHER;
		}
		return switch (name.a()) {
			case 0 -> general(name);
			case 1 -> electricity(name);
			default -> MEDIA;
		};
	}

	private static Area general(LogicalName name) {
		return switch (name.c()) {
			case 0 -> name.d() == 9 ? CLOCK : name.d() == 2 ? FIRMWARE : IDENTIFICATION;
			case 1 -> CLOCK;
			case 10, 11, 12, 13, 14, 15 -> TARIFF;
			case 19 -> PAYMENT;
			case 24 -> MEDIA;
			case 2, 20, 22, 23, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35 -> COMMUNICATION;
			case 40, 41, 43 -> SECURITY;
			case 42 -> IDENTIFICATION;
			case 44 -> FIRMWARE;
			case 94, 98, 99 -> OTHER;
			case 96 -> GENERAL.getOrDefault(name.d(), EVENTS);
			default -> EVENTS;
		};
	}

	private static Area electricity(LogicalName name) {
		if (name.c() == 0) {
			return name.d() == 2 ? FIRMWARE : IDENTIFICATION;
		}
		int quantity = name.c() <= 4 * PHASE ? (name.c() - 1) % PHASE + 1 : name.c();
		boolean power = quantity <= 10 || name.c() > 4 * PHASE && name.c() < 91 && name.c() != 81;
		if (INTEGRALS.contains(name.d())) {
			return ENERGY;
		}
		if (name.c() >= MAKERS) {
			return OTHER;
		}
		return DEMANDS.contains(name.d()) || power || quantity == 15 || quantity == 16 ? DEMAND : QUALITY;
	}
}
