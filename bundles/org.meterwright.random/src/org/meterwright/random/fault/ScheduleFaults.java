// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Faults of scripts, schedules, calendars and clocks. */
final class ScheduleFaults {
	private static final int CLOCK = 8;
	private static final int SCRIPTS = 9;
	private static final int SCHEDULE = 10;
	private static final int SPECIAL_DAYS = 11;
	private static final int CALENDAR = 20;
	private static final int SINGLE_ACTION = 22;
	private static final int SEASONS = 3;
	private static final int WEEKS = 4;
	private static final int DAYS = 5;
	private static final int DAY_NOBODY_HAS = 222;

	private ScheduleFaults() {
	}

	static List<FaultKind> kinds() {
		return Stream.of(scripts(), schedules(), calendars(), clocks()).flatMap(List::stream).toList();
	}

	private static List<FaultKind> scripts() {
		return List.of(
				FaultKind.of("script-number-twice", "Two scripts of a table have one number.", "SCRIPT", meter -> scripts(meter, part -> part.inside().size() > 1, part -> part.inside().getLast().set("script_identifier", part.inside().getFirst().number("script_identifier").orElseThrow()))),
				FaultKind.of("script-number-zero", "A script has the number 0.", "SCRIPT", meter -> scripts(meter, part -> !part.inside().isEmpty(), part -> part.inside().getFirst().set("script_identifier", 0))),
				FaultKind.of("script-empty", "A script does nothing.", "SCRIPT", meter -> scripts(meter, part -> !part.inside().isEmpty() && hasActions(part.inside().getFirst()), part -> part.inside().getFirst().set("actions", Values.array()))),
				FaultKind.of("script-name-unknown", "A named script is not in its table.", "SCRIPT", meter -> Models.objects(meter, SCRIPTS).filter(object -> !object.getScripts().isEmpty()).map(object -> Models.site(object, each -> each.getScripts().getFirst().setScriptId(4321)))),
				FaultKind.of("script-writes-constant", "A script writes a constant.", "SCRIPT RIGHT", ScheduleFaults::writesConstant),
				FaultKind.of("script-writes-type", "A script writes a value of another type.", "SCRIPT", meter -> actions(meter, 1, part -> part.set("parameter", new Value.Bits("110011")))),
				FaultKind.of("script-calls-type", "A script calls a method with a parameter of another type.", "SCRIPT", meter -> actions(meter, 2, part -> part.set("parameter", new Value.Bits("110011")))),
				FaultKind.of("script-calls-missing", "A script calls a method that is not there.", "REF SCRIPT", meter -> actions(meter, 2, part -> part.set("index", 99))),
				FaultKind.of("script-object-missing", "A script names an object that is not there.", "REF SCRIPT", meter -> actions(meter, 2, part -> part.set("logical_name", Values.logicalName(Models.NOWHERE)))),
				FaultKind.of("script-executes-missing", "A script executes one that is not there.", "REF SCRIPT", meter -> executes(meter, part -> 4321)),
				FaultKind.of("script-runs-itself", "A script runs itself.", "SCRIPT", ScheduleFaults::runsItself));
	}

	private static List<FaultKind> schedules() {
		return List.of(
				FaultKind.of("schedule-index-twice", "Two entries of a schedule have one index.", "SCHED", ScheduleFaults::indexTwice),
				FaultKind.of("schedule-no-day", "An entry of a schedule is for no day.", "SCHED", meter -> entries(meter, part -> {
					part.set("exec_weekdays", new Value.Bits("0000000"));
					part.set("exec_specdays", new Value.Bits(""));
				})),
				FaultKind.of("schedule-dates-reversed", "An entry of a schedule ends before it begins.", "SCHED TYPE", meter -> entries(meter, part -> {
					part.set("begin_date", Values.octets("07EA0A01FF"));
					part.set("end_date", Values.octets("07E90301FF"));
				})),
				FaultKind.of("schedule-script-missing", "An entry of a schedule runs a script that is not there.", "SCHED REF", meter -> entries(meter, part -> {
					part.set("script_logical_name", Values.logicalName(Models.NOWHERE));
					part.set("script_selector", 9);
				})),
				FaultKind.of("single-action-type", "The type of a single action schedule does not fit its times.", "SCHED", meter -> Models.onValues(meter, SINGLE_ACTION, 3, part -> Models.value(part.object(), 4).filter(times -> times.inside().size() == 1 && wild(times)).isPresent(), part -> part.set(2))),
				FaultKind.of("single-action-two-times", "A single action schedule of one time has two.", "SCHED TYPE", meter -> Models.onValues(meter, SINGLE_ACTION, 4, part -> part.inside().size() == 1 && Models.number(part.object(), 3) == 1, ScheduleFaults::twoTimes)),
				FaultKind.of("single-action-no-script", "A single action schedule has times, but runs nothing.", "SCHED", meter -> Models.onValues(meter, SINGLE_ACTION, 2, part -> Models.value(part.object(), 4).filter(times -> !times.inside().isEmpty()).isPresent(), part -> {
					part.set("script_logical_name", Values.logicalName(new LogicalName(0, 0, 0, 0, 0, 0)));
					part.set("script_selector", 0);
				})));
	}

	private static List<FaultKind> calendars() {
		return List.of(
				FaultKind.of("season-week-missing", "A season names a week that is not there.", "SCHED", meter -> rows(meter, SEASONS, part -> part.set("week_name", Values.octets("5A5A")))),
				FaultKind.of("season-twice", "Two seasons of a calendar have one name.", "SCHED", meter -> doubled(meter, SEASONS)),
				FaultKind.of("week-day-missing", "A week names a day that is not there.", "SCHED", meter -> rows(meter, WEEKS, part -> part.set("wednesday", DAY_NOBODY_HAS))),
				FaultKind.of("week-twice", "Two weeks of a calendar have one name.", "SCHED", meter -> doubled(meter, WEEKS)),
				FaultKind.of("day-twice", "Two days of a calendar have one number.", "SCHED", meter -> doubled(meter, DAYS)),
				FaultKind.of("day-start", "A day does not begin at midnight, and days end differently.", "SCHED", ScheduleFaults::dayStart),
				FaultKind.of("day-order", "The times of a day do not ascend.", "SCHED", ScheduleFaults::dayOrder),
				FaultKind.of("day-script-missing", "A day runs a script that is not there.", "REF SCHED", meter -> firstOfDay(meter, part -> part.set("script_selector", 4711))),
				FaultKind.of("special-day-unknown", "A special day is of a kind that no calendar knows.", "SCHED", meter -> specialDays(meter, part -> part.set("day_id", DAY_NOBODY_HAS))),
				FaultKind.of("special-day-twice", "Two special days have one index.", "SCHED", meter -> Models.onValues(meter, SPECIAL_DAYS, 2, part -> part.inside().size() > 1, part -> part.inside().getLast().set("index", part.inside().getFirst().number("index").orElseThrow()))));
	}

	private static List<FaultKind> clocks() {
		return List.of(
				FaultKind.of("dst-begin-lost", "Daylight saving is on, but never begins.", "TIME", meter -> dst(meter, 5, part -> part.set(TypeFaults.unspecified(12)))),
				FaultKind.of("dst-end-lost", "Daylight saving is on, but never ends.", "TIME", meter -> dst(meter, 6, part -> part.set(TypeFaults.unspecified(12)))),
				FaultKind.of("dst-deviation-none", "Daylight saving shifts the time by nothing.", "TIME", meter -> dst(meter, 7, part -> part.set(0))),
				FaultKind.of("dst-deviation-range", "Daylight saving shifts the time by more than two hours.", "TIME TYPE", meter -> dst(meter, 7, part -> part.set(125))),
				FaultKind.of("dst-begin-is-end", "Daylight saving ends when it begins.", "TIME", meter -> dst(meter, 6, part -> part.set(Models.value(part.object(), 5).orElseThrow().value()))),
				FaultKind.of("dst-one-year", "Daylight saving begins in one year only.", "TIME", meter -> dst(meter, 5, part -> part.set(Values.octets("07EA03FEFF020000FF800000")))),
				FaultKind.of("time-zone-range", "The time zone is more than 14 hours off.", "TIME TYPE", meter -> Models.onValues(meter, CLOCK, 3, part -> part.number() >= -720, part -> part.set(900))),
				FaultKind.of("clock-lost", "A meter with schedules has no clock.", "TIME PROF REF COMP EVENT SCRIPT", meter -> Models.objects(meter, CLOCK).filter(clock -> Models.objects(meter, SINGLE_ACTION, SCHEDULE, CALENDAR).findAny().isPresent()).map(object -> Site.of(Models.label(object), object, meter, () -> Models.remove(object)))));
	}

	private static Stream<Site> scripts(Meter meter, Predicate<Part> suits, Consumer<Part> spoil) {
		return Models.onValues(meter, SCRIPTS, 2, suits, spoil);
	}

	private static boolean hasActions(Part script) {
		return script.get("actions").filter(actions -> !actions.inside().isEmpty()).isPresent();
	}

	private static Stream<Part> actions(Meter meter) {
		return Models.parts(meter, SCRIPTS, 2).filter(part -> part.get("service_id").isPresent() && Models.target(part).isPresent());
	}

	private static Stream<Site> actions(Meter meter, int service, Consumer<Part> spoil) {
		return actions(meter).filter(part -> part.number("service_id").orElse(0L) == service && part.get("parameter").isPresent()).map(part -> part.site(() -> spoil.accept(part)));
	}

	private static Stream<Site> writesConstant(Meter meter) {
		List<CosemObject> constants = Models.objects(meter, 4, 3).filter(object -> CosemObjects.attribute(object, 3).filter(attribute -> attribute.getStorage() == Storage.ROM && attribute.getDefinition().getDynamics() == Dynamics.STATIC).isPresent()).limit(1).toList();
		return constants.stream().flatMap(constant -> actions(meter).map(part -> part.site(() -> {
			part.set("service_id", 1);
			part.set("class_id", CosemObjects.classId(constant));
			part.set("logical_name", Values.logicalName(constant.getLogicalName()));
			part.set("index", 3);
			part.set("parameter", CosemObjects.attribute(constant, 3).orElseThrow().getValue());
		})));
	}

	private static Stream<Site> runsItself(Meter meter) {
		return executes(meter, part -> part.number("script_identifier").orElseThrow());
	}

	/** Lets a script execute another of its table. */
	private static Stream<Site> executes(Meter meter, ToLongFunction<Part> script) {
		return Models.parts(meter, SCRIPTS, 2).filter(part -> part.get("script_identifier").isPresent() && hasActions(part)).map(part -> part.site(() -> part.get("actions").orElseThrow().inside().getFirst().edit(fields -> List.of(Values.enumerated(2), Values.longUnsigned(SCRIPTS),
				Values.logicalName(part.object().getLogicalName()), Values.integer(1), Values.longUnsigned(script.applyAsLong(part))))));
	}

	private static Stream<Part> entries(Meter meter) {
		return Models.parts(meter, SCHEDULE, 2).filter(part -> part.get("exec_weekdays").isPresent() && part.get("script_selector").isPresent());
	}

	private static Stream<Site> entries(Meter meter, Consumer<Part> spoil) {
		return entries(meter).map(part -> part.site(() -> spoil.accept(part)));
	}

	private static Stream<Site> indexTwice(Meter meter) {
		return Models.onValues(meter, SCHEDULE, 2, part -> !part.inside().isEmpty() && (part.attribute().getMaximumLength() == 0 || part.attribute().getMaximumLength() > part.inside().size()), part -> part.edit(all -> {
			all.add(all.getFirst());
			return all;
		}));
	}

	private static boolean wild(Part times) {
		return ((Value.Octets) times.inside().getFirst().get("date").orElseThrow().value()).bytes().at(0) == 0xFF;
	}

	private static void twoTimes(Part times) {
		times.edit(all -> {
			Value first = all.getFirst();
			all.add(Values.structure(Values.octets(13, 0, 0, 0), Values.parts(first).get(1)));
			return all;
		});
	}

	private static Stream<Site> rows(Meter meter, int attribute, Consumer<Part> spoil) {
		return Models.values(meter, CALENDAR, attribute).flatMap(part -> part.inside().stream()).map(part -> part.site(() -> spoil.accept(part)));
	}

	private static Stream<Site> doubled(Meter meter, int attribute) {
		return Models.onValues(meter, CALENDAR, attribute, part -> !part.inside().isEmpty(), part -> part.edit(all -> {
			all.add(all.getFirst());
			return all;
		}));
	}

	private static Stream<Part> firstsOfDays(Meter meter) {
		return Models.values(meter, CALENDAR, DAYS).flatMap(part -> part.inside().stream()).flatMap(day -> day.get("day_schedule").stream()).filter(schedule -> !schedule.inside().isEmpty()).map(schedule -> schedule.inside().getFirst());
	}

	/** Where all days end with one script it does not matter which was yesterday: so the day also ends with another one than the rest. */
	private static Stream<Site> dayStart(Meter meter) {
		return Models.values(meter, CALENDAR, DAYS).filter(part -> part.inside().size() > 1).flatMap(part -> part.inside().stream()).flatMap(day -> day.get("day_schedule").stream()).filter(schedule -> !schedule.inside().isEmpty())
				.map(part -> part.site(() -> {
					long last = part.inside().getLast().number("script_selector").orElseThrow();
					part.inside().getLast().set("script_selector", last == 1 ? 2 : 1);
					part.inside().getFirst().set("start_time", Values.octets(1, 30, 0, 0));
				}));
	}

	private static Stream<Site> firstOfDay(Meter meter, Consumer<Part> spoil) {
		return firstsOfDays(meter).map(part -> part.site(() -> spoil.accept(part)));
	}

	private static Stream<Site> dayOrder(Meter meter) {
		return Models.values(meter, CALENDAR, DAYS).flatMap(part -> part.inside().stream()).flatMap(day -> day.get("day_schedule").stream()).filter(schedule -> schedule.inside().size() > 1)
				.map(part -> part.site(() -> part.edit(List::reversed)));
	}

	private static Stream<Site> specialDays(Meter meter, Consumer<Part> spoil) {
		return Models.values(meter, SPECIAL_DAYS, 2).filter(part -> Models.objects(meter, CALENDAR).findAny().isPresent()).flatMap(part -> part.inside().stream()).map(part -> part.site(() -> spoil.accept(part)));
	}

	private static Stream<Site> dst(Meter meter, int attribute, Consumer<Part> spoil) {
		return Models.onValues(meter, CLOCK, attribute, part -> CosemObjects.value(part.object(), 8).filter(new Value.Bool(true)::equals).isPresent(), spoil);
	}
}
