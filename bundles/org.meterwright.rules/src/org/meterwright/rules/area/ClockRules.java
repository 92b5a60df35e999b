// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.Set;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on Clock (class 8) and on what needs one. */
public final class ClockRules implements RuleArea {
	/** Daylight saving without begin or end. */
	public static final String NO_DATES = "MW-TIME-001";
	/** Daylight saving without deviation. */
	public static final String NO_DEVIATION = "MW-TIME-002";
	/** Daylight saving begins when it ends. */
	public static final String SAME_DATES = "MW-TIME-003";
	/** Daylight saving for one year only. */
	public static final String ONE_YEAR = "MW-TIME-004";
	/** Times without clock. */
	public static final String NO_CLOCK = "MW-TIME-005";

	private static final int BEGIN = 5;
	private static final int END = 6;
	private static final int DEVIATION = 7;
	private static final int ENABLED = 8;
	private static final int ANY = 0xFF;
	private static final Set<Integer> NEED_CLOCK = Set.of(ClassIds.SCHEDULE, ClassIds.ACTIVITY_CALENDAR, ClassIds.SINGLE_ACTION_SCHEDULE);

	@Override
	public void register(RuleBook book) {
		book.onClass(ClassIds.CLOCK, NO_DATES, this::noDates);
		book.onClass(ClassIds.CLOCK, NO_DEVIATION, this::noDeviation);
		book.onClass(ClassIds.CLOCK, SAME_DATES, this::sameDates);
		book.onClass(ClassIds.CLOCK, ONE_YEAR, this::oneYear);
		book.on(Meter.class, NO_CLOCK, this::noClock);
	}

	private static boolean isEnabled(CosemObject clock) {
		return Facts.value(clock, ENABLED).filter(value -> value.value() instanceof Value.Bool bool && bool.value()).isPresent();
	}

	private static Bytes octets(CosemObject clock, int index) {
		return Facts.value(clock, index).map(value -> value.value() instanceof Value.Octets octets ? octets.bytes() : Bytes.EMPTY).orElse(Bytes.EMPTY);
	}

	private static boolean isGiven(Bytes date) {
		return date.length() > 0 && !Dates.isUnspecified(date);
	}

	private void noDates(CosemObject clock, Facts facts, Report report) {
		if (isEnabled(clock) && !(isGiven(octets(clock, BEGIN)) && isGiven(octets(clock, END)))) {
			report.on(clock, ENABLED, "daylight saving of %s is on, but its begin or end is not given".formatted(Facts.label(clock)));
		}
	}

	private void noDeviation(CosemObject clock, Facts facts, Report report) {
		if (isEnabled(clock) && Facts.number(clock, DEVIATION).orElse(0L) == 0) {
			report.on(clock, DEVIATION, "daylight saving of %s is on, but shifts the time by nothing".formatted(Facts.label(clock)));
		}
	}

	private void sameDates(CosemObject clock, Facts facts, Report report) {
		Bytes begin = octets(clock, BEGIN);
		if (isEnabled(clock) && isGiven(begin) && begin.equals(octets(clock, END))) {
			report.on(clock, END, "daylight saving of %s ends when it begins".formatted(Facts.label(clock)));
		}
	}

	private void oneYear(CosemObject clock, Facts facts, Report report) {
		Bytes begin = octets(clock, BEGIN);
		boolean yearly = !isGiven(begin) || begin.at(0) == ANY && begin.at(1) == ANY;
		if (isEnabled(clock) && !yearly) {
			report.on(clock, BEGIN, "daylight saving of %s begins in one year only; write * for the year".formatted(Facts.label(clock)));
		}
	}

	private void noClock(Meter meter, Facts facts, Report report) {
		boolean needed = facts.objects().anyMatch(object -> NEED_CLOCK.contains(Facts.classId(object)));
		if (needed && facts.objects().noneMatch(object -> Facts.is(object, ClassIds.CLOCK))) {
			report.on(meter, "meter %s has schedules, but no clock".formatted(meter.getName()));
		}
	}
}
