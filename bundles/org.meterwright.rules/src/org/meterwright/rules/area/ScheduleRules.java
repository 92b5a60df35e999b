// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on schedules and calendars: classes 10, 11, 20 and 22. */
public final class ScheduleRules implements RuleArea {
	/** Two entries of one index. */
	public static final String DUPLICATE_ENTRY = "MW-SCHED-001";
	/** Type of a single action schedule against its times. */
	public static final String TYPE = "MW-SCHED-002";
	/** Season without week. */
	public static final String NO_WEEK = "MW-SCHED-003";
	/** Week without day. */
	public static final String NO_DAY = "MW-SCHED-004";
	/** Day twice. */
	public static final String DUPLICATE_DAY = "MW-SCHED-005";
	/** Special day of no calendar. */
	public static final String SPECIAL_DAY = "MW-SCHED-006";
	/** Schedule that runs nothing. */
	public static final String NO_SCRIPT = "MW-SCHED-007";

	private static final List<String> WEEKDAYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
	private static final int ENTRIES = 2;
	private static final int EXECUTED_SCRIPT = 2;
	private static final int SCHEDULE_TYPE = 3;
	private static final int EXECUTION_TIME = 4;
	private static final int SAME_TIME_LAST = 3;
	private static final int ACTIVE = 3;
	private static final int PASSIVE = 7;

	/** Entry of no day. */
	public static final String NEVER = "MW-SCHED-008";

	@Override
	public void register(RuleBook book) {
		book.onClass(ClassIds.SCHEDULE, NEVER, this::never);
		book.onClass(ClassIds.SCHEDULE, DUPLICATE_ENTRY, this::duplicateEntry);
		book.onClass(ClassIds.SPECIAL_DAYS_TABLE, DUPLICATE_ENTRY, this::duplicateEntry);
		book.onClass(ClassIds.SINGLE_ACTION_SCHEDULE, TYPE, this::type);
		book.onClass(ClassIds.ACTIVITY_CALENDAR, NO_WEEK, this::noWeek);
		book.onClass(ClassIds.ACTIVITY_CALENDAR, NO_DAY, this::noDay);
		book.onClass(ClassIds.ACTIVITY_CALENDAR, DUPLICATE_DAY, this::duplicateDay);
		book.onClass(ClassIds.SPECIAL_DAYS_TABLE, SPECIAL_DAY, this::specialDay);
		book.onClass(ClassIds.SINGLE_ACTION_SCHEDULE, NO_SCRIPT, this::noScript);
	}

	private void duplicateEntry(CosemObject object, Facts facts, Report report) {
		Set<Long> seen = new HashSet<>();
		List<Long> indexes = Facts.elements(object, ENTRIES).stream().map(entry -> entry.number("index")).toList();
		for (int i = 0; i < indexes.size(); i++) {
			if (!seen.add(indexes.get(i))) {
				report.on(object, ENTRIES, "%s has two entries of index %d".formatted(Facts.label(object), indexes.get(i)), "%d.index".formatted(i), Proposals.free(indexes, 1));
			}
		}
	}

	private void type(CosemObject schedule, Facts facts, Report report) {
		long type = Facts.number(schedule, SCHEDULE_TYPE).orElse(0L);
		List<TypedValue> times = Facts.elements(schedule, EXECUTION_TIME);
		Set<Value> hours = times.stream().flatMap(time -> time.field("time").stream()).map(TypedValue::value).collect(Collectors.toSet());
		if (type == 1 && times.size() > 1) {
			report.on(schedule, SCHEDULE_TYPE, "%s is of type %s, but has %d times".formatted(Facts.label(schedule), typeWords(schedule), times.size()));
		} else if (type > 1 && type <= SAME_TIME_LAST && hours.size() > 1) {
			report.on(schedule, SCHEDULE_TYPE, "%s is of type %s, but its times differ".formatted(Facts.label(schedule),
					typeWords(schedule)));
		}
	}

	private static String typeWords(CosemObject schedule) {
		return Facts.attribute(schedule, SCHEDULE_TYPE).flatMap(ValueWords::of).orElse("");
	}

	/** Returns what a field of all elements of an array attribute holds. */
	private static <T> Set<T> all(CosemObject object, int attribute, Function<TypedValue, T> field) {
		return Facts.elements(object, attribute).stream().map(field).collect(Collectors.toSet());
	}

	private static Value field(TypedValue value, String name) {
		return value.field(name).map(TypedValue::value).orElse(new Value.Null());
	}

	private void noWeek(CosemObject calendar, Facts facts, Report report) {
		for (int seasons : List.of(ACTIVE, PASSIVE)) {
			Set<Value> weeks = all(calendar, seasons + 1, week -> field(week, "week_profile_name"));
			List<Value> names = Facts.elements(calendar, seasons).stream().map(season -> field(season, "week_name")).toList();
			Optional<Value> wrong = names.stream().filter(name -> !weeks.contains(name)).findFirst();
			if (wrong.isPresent()) {
				report.on(calendar, seasons, "a season of %s names a week that %s does not hold".formatted(Facts.label(calendar),
						Facts.label(calendar, seasons + 1)), weeks.isEmpty() ? new String[0] : new String[] { "%d.week_name".formatted(names.indexOf(wrong.get())), firstWeek(calendar, seasons + 1) });
			}
		}
	}

	/** Writes the name of the first week, in hexadecimal digits where it is no word. */
	private static String firstWeek(CosemObject calendar, int weeks) {
		Value name = field(Facts.elements(calendar, weeks).getFirst(), "week_profile_name");
		String text = name instanceof Value.Octets octets ? new String(octets.bytes().toArray(), StandardCharsets.ISO_8859_1) : "";
		return text.matches("[A-Za-z0-9 _.-]+") || !(name instanceof Value.Octets octets) ? "\"%s\"".formatted(text) : "hex\"%s\"".formatted(octets.bytes().hex());
	}

	private void noDay(CosemObject calendar, Facts facts, Report report) {
		for (int seasons : List.of(ACTIVE, PASSIVE)) {
			Set<Long> days = all(calendar, seasons + 2, day -> day.number("day_id"));
			List<TypedValue> weeks = Facts.elements(calendar, seasons + 1);
			for (int i = 0; i < weeks.size(); i++) {
				TypedValue week = weeks.get(i);
				Optional<String> wrong = WEEKDAYS.stream().filter(weekday -> !days.contains(week.number(weekday))).findFirst();
				if (wrong.isPresent()) {
					report.on(calendar, seasons + 1, "a week of %s names a day that %s does not hold".formatted(Facts.label(calendar),
							Facts.label(calendar, seasons + 2)), days.isEmpty() ? new String[0] : new String[] { "%d.%s".formatted(i, wrong.get()), Long.toString(Collections.min(days)) });
				}
			}
		}
	}

	private void duplicateDay(CosemObject calendar, Facts facts, Report report) {
		for (int seasons : List.of(ACTIVE, PASSIVE)) {
			int days = seasons + 2;
			if (all(calendar, days, day -> day.number("day_id")).size() < Facts.elements(calendar, days).size()) {
				List<Long> ids = Facts.elements(calendar, days).stream().map(day -> day.number("day_id")).toList();
				int again = IntStream.range(0, ids.size()).filter(i -> ids.indexOf(ids.get(i)) < i).findFirst().orElseThrow();
				report.on(calendar, days, "%s of %s has two days of one day_id".formatted(Facts.label(calendar, days), Facts.label(calendar)), "%d.day_id".formatted(again),
						Proposals.free(ids, 1));
			}
		}
	}

	private static Set<Long> calendarDays(LogicalDevice device, Facts facts) {
		return facts.once(List.of("days", device), () -> device.getObjects().stream().filter(object -> Facts.is(object, ClassIds.ACTIVITY_CALENDAR))
				.flatMap(calendar -> List.of(ACTIVE + 2, PASSIVE + 2).stream().flatMap(days -> Facts.elements(calendar, days).stream()))
				.map(day -> day.number("day_id")).collect(Collectors.toSet()));
	}

	private void specialDay(CosemObject table, Facts facts, Report report) {
		Set<Long> known = Facts.device(table).map(device -> calendarDays(device, facts)).orElse(Set.of());
		List<TypedValue> entries = Facts.elements(table, ENTRIES);
		for (int i = 0; i < entries.size(); i++) {
			long day = entries.get(i).number("day_id");
			if (!known.isEmpty() && !known.contains(day)) {
				report.on(table, ENTRIES, "special day %d of %s has day_id %d, which no activity calendar holds".formatted(entries.get(i).number("index"),
						Facts.label(table), day), "%d.day_id".formatted(i), Long.toString(Collections.min(known)));
			}
		}
	}

	private void noScript(CosemObject schedule, Facts facts, Report report) {
		boolean idle = Facts.value(schedule, EXECUTED_SCRIPT).filter(script -> script.field("script_selector").isPresent())
				.filter(script -> script.number("script_selector") == 0).isPresent();
		if (idle && !Facts.elements(schedule, EXECUTION_TIME).isEmpty()) {
			report.on(schedule, EXECUTED_SCRIPT, "%s has times, but no script to run".formatted(Facts.label(schedule)), Proposals.script(schedule));
		}
	}

	private void never(CosemObject schedule, Facts facts, Report report) {
		for (TypedValue entry : Facts.elements(schedule, 2)) {
			boolean days = entry.field("exec_weekdays").map(TypedValue::value).filter(value -> value instanceof Value.Bits bits && !bits.bits().contains("1")).isPresent();
			boolean special = entry.field("exec_specdays").map(TypedValue::value).filter(value -> value instanceof Value.Bits bits && bits.bits().contains("1")).isPresent();
			if (days && !special) {
				report.on(schedule, 2, "entry %d of %s is for no weekday and no special day".formatted(entry.number("index"), Facts.label(schedule)));
			}
		}
	}
}
