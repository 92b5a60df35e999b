// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on seasons, weeks, days and dates of calendars and schedules. */
public final class CalendarRules implements RuleArea {
	/** Schedule entry that is over before it begins. */
	public static final String DATES = "MW-SCHED-050";
	/** Season or week twice. */
	public static final String TWICE = "MW-SCHED-051";
	/** Day not from midnight. */
	public static final String DAY_START = "MW-SCHED-052";
	/** Times of a day not ascending. */
	public static final String DAY_ORDER = "MW-SCHED-053";
	/** Wildcards against the type. */
	public static final String WILDCARDS = "MW-SCHED-054";

	private static final List<Integer> TABLES = List.of(3, 7);
	private static final int DAYS = 2;
	private static final int ENTRIES = 2;
	private static final int TYPE = 3;
	private static final int TIMES = 4;
	private static final int DATE_OCTETS = 5;
	private static final int TIME_OCTETS = 4;
	private static final int ANY = 0xFF;
	/** Types of single action schedules without wildcards in dates. */
	private static final Set<Long> WITHOUT_WILDCARDS = Set.of(2L, 4L);

	@Override
	public void register(RuleBook book) {
		book.onClass(ClassIds.SCHEDULE, DATES, this::dates);
		book.onClass(ClassIds.ACTIVITY_CALENDAR, TWICE, this::twice);
		book.onClass(ClassIds.ACTIVITY_CALENDAR, DAY_START, this::dayStart);
		book.onClass(ClassIds.ACTIVITY_CALENDAR, DAY_ORDER, this::dayOrder);
		book.onClass(ClassIds.SINGLE_ACTION_SCHEDULE, WILDCARDS, this::wildcards);
	}

	private static Bytes octets(TypedValue value, String field) {
		return value.field(field).map(TypedValue::value).filter(Value.Octets.class::isInstance).map(each -> ((Value.Octets) each).bytes()).orElse(Bytes.EMPTY);
	}

	/** Dates are compared where both say year, month and day. */
	private void dates(CosemObject schedule, Facts facts, Report report) {
		for (TypedValue entry : Facts.elements(schedule, ENTRIES)) {
			Bytes begin = octets(entry, "begin_date");
			Bytes end = octets(entry, "end_date");
			if (isDay(begin) && isDay(end) && begin.number(4) > end.number(4)) {
				report.on(schedule, ENTRIES, "entry %d of %s ends before it begins".formatted(entry.number("index"), Facts.label(schedule)), Long.toString(entry.number("index")));
			}
		}
	}

	private static boolean isDay(Bytes date) {
		return date.length() == DATE_OCTETS && !(date.at(0) == ANY && date.at(1) == ANY) && date.at(2) <= 12 && date.at(3) <= 31;
	}

	private void twice(CosemObject calendar, Facts facts, Report report) {
		for (int seasons : TABLES) {
			twice(calendar, seasons, "season_profile_name", report);
			twice(calendar, seasons + 1, "week_profile_name", report);
		}
	}

	private static void twice(CosemObject calendar, int attribute, String field, Report report) {
		Set<Value> seen = new HashSet<>();
		List<TypedValue> rows = Facts.elements(calendar, attribute);
		for (int i = 0; i < rows.size(); i++) {
			Optional<Value> name = rows.get(i).field(field).map(TypedValue::value);
			if (name.isPresent() && !seen.add(name.get())) {
				report.on(calendar, attribute, "%s of %s has two rows of one name: a calendar takes one of them".formatted(Facts.label(calendar, attribute), Facts.label(calendar)),
						Integer.toString(i));
				return;
			}
		}
	}

	/** Where all days end with one script, it does not matter which of them was yesterday. */
	private void dayStart(CosemObject calendar, Facts facts, Report report) {
		for (int seasons : TABLES) {
			List<TypedValue> days = Facts.elements(calendar, seasons + DAYS);
			boolean alike = days.stream().map(CalendarRules::actions).filter(actions -> !actions.isEmpty()).map(actions -> script(actions.getLast())).distinct().count() < 2;
			for (TypedValue day : days) {
				if (!alike && actions(day).stream().noneMatch(action -> isMidnight(octets(action, "start_time")))) {
					report.on(calendar, seasons + DAYS, "day %d of %s has no action at 00:00, and days end differently: what holds then depends on the day before".formatted(day.number("day_id"),
							Facts.label(calendar)), "%d.day_schedule.0.start_time".formatted(days.indexOf(day)));
				}
			}
		}
	}

	private static List<Object> script(TypedValue action) {
		return List.of(octets(action, "script_logical_name"), action.number("script_selector"));
	}

	private static List<TypedValue> actions(TypedValue day) {
		return day.field("day_schedule").map(TypedValue::elements).orElse(List.of());
	}

	private static boolean isMidnight(Bytes time) {
		return time.length() != TIME_OCTETS || (time.at(0) == 0 || time.at(0) == ANY) && (time.at(1) == 0 || time.at(1) == ANY);
	}

	private void dayOrder(CosemObject calendar, Facts facts, Report report) {
		for (int seasons : TABLES) {
			List<TypedValue> days = Facts.elements(calendar, seasons + DAYS);
			for (TypedValue day : days) {
				List<Bytes> times = actions(day).stream().map(action -> octets(action, "start_time")).filter(time -> time.length() == TIME_OCTETS && time.at(0) != ANY).toList();
				for (int i = 1; i < times.size(); i++) {
					if (times.get(i - 1).number(3) >= times.get(i).number(3)) {
						report.on(calendar, seasons + DAYS, "the times of day %d of %s do not ascend".formatted(day.number("day_id"), Facts.label(calendar)),
								"%d.day_schedule".formatted(days.indexOf(day)), "start_time");
						break;
					}
				}
			}
		}
	}

	private void wildcards(CosemObject schedule, Facts facts, Report report) {
		boolean exact = Facts.number(schedule, TYPE).filter(WITHOUT_WILDCARDS::contains).isPresent();
		boolean open = Facts.elements(schedule, TIMES).stream().anyMatch(time -> hasWildcard(octets(time, "date")) && !isUnspecified(octets(time, "time")));
		if (exact && open) {
			report.on(schedule, TYPE, "%s is of type %d, without wildcards, but a date has one".formatted(Facts.label(schedule), Facts.number(schedule, TYPE).orElseThrow()),
					Facts.number(schedule, TYPE).filter(type -> type == 2).isPresent() ? "n_same_time_wildcards_allowed" : "n_different_times_wildcards_allowed");
		}
	}

	private static boolean hasWildcard(Bytes date) {
		return date.length() == DATE_OCTETS && (date.at(0) == ANY && date.at(1) == ANY || date.at(2) > 12 || date.at(3) > 31);
	}

	/** A row that is not in use says no hour. */
	private static boolean isUnspecified(Bytes time) {
		return time.length() == TIME_OCTETS && time.at(0) == ANY;
	}
}
