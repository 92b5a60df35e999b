// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.scenario.ScenarioResult;
import org.meterwright.views.virtual.PlayRow.Outcome;

/**
 * A run of a scenario drawn along time, which goes down: what was done to the meter on the left, what it did beside it, what was expected on the right.
 * Long times take more room than short ones, but not in proportion, so that a minute and a month fit into one drawing.
 *
 * @param title  title of the scenario
 * @param marks  what is drawn, from top to bottom
 * @param ticks  times beside them
 * @param height height of all, in the unit of {@link Mark#y}
 */
public record TimeLine(String title, List<Mark> marks, List<Tick> ticks, int height) {
	/** Height of a mark. */
	public static final int MARK = 22;
	/** Nothing was played. */
	public static final TimeLine EMPTY = new TimeLine("", List.of(), List.of(), 0);
	private static final int SPACE = 4;
	private static final int LEAST_GAP = 10;
	private static final int DECADE = 6;

	/** Copies the lists. */
	public TimeLine {
		marks = List.copyOf(marks);
		ticks = List.copyOf(ticks);
	}

	/** A column of the drawing. */
	public enum Lane {
		/** What the scenario does: events, values, time, clients. */
		DONE("Done to the meter"),
		/** Alerts that it sends. */
		ALERTS("Alerts"),
		/** Pushes, and what else it does by itself. */
		PUSHES("Pushes, scripts"),
		/** What the scenario expects. */
		EXPECTED("Expected");

		private final String label;

		Lane(String label) {
			this.label = label;
		}

		/** Returns its head. */
		public String label() {
			return label;
		}
	}

	/**
	 * Something that happened.
	 *
	 * @param y    upper edge
	 * @param time time of the meter, as 2026-11-01 12:00:00
	 * @param row  the line of the list that it belongs to
	 */
	public record Mark(Lane lane, int y, String time, PlayRow row) {
		/** Returns what happened. */
		public String words() {
			return row.words();
		}

		/** Tells whether it is not as it should be. */
		public boolean isBad() {
			return row.outcome() == Outcome.FAILED || row.words().startsWith("not delivered") || row.words().startsWith("given up");
		}
	}

	/**
	 * A time beside the drawing.
	 *
	 * @param y     upper edge of what happened then
	 * @param label the time; with the date where it is another day
	 * @param since how long after the tick above, such as {@code +15 min}; empty: the first
	 */
	public record Tick(int y, String label, String since) {
	}

	private record Entry(Lane lane, String time, PlayRow row) {
	}

	/** Draws what came of a scenario. */
	public static TimeLine of(ScenarioResult result) {
		List<Entry> entries = entries(result);
		List<Mark> marks = new ArrayList<>();
		List<Tick> ticks = new ArrayList<>();
		int y = SPACE;
		Optional<Entry> before = Optional.empty();
		for (Entry entry : entries) {
			boolean later = before.isEmpty() || !before.get().time().equals(entry.time());
			if (later) {
				Duration gap = before.map(it -> Duration.between(time(it.time()), time(entry.time()))).orElse(Duration.ZERO);
				y += before.isPresent() ? MARK + SPACE + gap(gap) : 0;
				ticks.add(new Tick(y, label(entry.time(), before.map(Entry::time)), before.isPresent() ? words(gap) : ""));
			} else if (entry.lane().compareTo(before.get().lane()) <= 0) {
				y += MARK + SPACE;
			}
			marks.add(new Mark(entry.lane(), y, entry.time(), entry.row()));
			before = Optional.of(entry);
		}
		return new TimeLine(result.scenario().title(), marks, ticks, marks.isEmpty() ? 0 : y + MARK + SPACE);
	}

	/** A step begins where the one before has ended: letting time pass comes before what happens in it. What is expected looks back. */
	private static List<Entry> entries(ScenarioResult result) {
		String title = result.scenario().title();
		boolean closed = result.isFine();
		List<PlayRow> rows = PlayRow.of(List.of(result.scenario()), Map.of(title, result), Optional.empty(), closed ? Set.of(title) : Set.of());
		List<Entry> entries = new ArrayList<>();
		String begin = start(result.scenario().start().toArray());
		String end = begin;
		for (PlayRow row : rows.subList(1, rows.size())) {
			if (row.outcome() == Outcome.TOLD) {
				entries.add(new Entry(lane(row), row.time().isEmpty() ? end : row.time(), row));
			} else {
				begin = end;
				end = row.time().substring(0, 19);
				entries.add(new Entry(lane(row), row.words().startsWith("expect") ? end : begin, row));
			}
		}
		return entries.stream().sorted(Comparator.comparing(Entry::time)).toList();
	}

	/** Writes a date-time of 12 octets (the day of the week is the fifth). */
	private static String start(byte[] octets) {
		return "%04d-%02d-%02d %02d:%02d:%02d".formatted((octets[0] & 0xFF) << 8 | octets[1] & 0xFF, octets[2], octets[3], octets[5], octets[6], octets[7]);
	}

	private static Lane lane(PlayRow row) {
		boolean told = row.outcome() == Outcome.TOLD;
		if (told) {
			return row.words().startsWith("Alert ") ? Lane.ALERTS : Lane.PUSHES;
		}
		return row.words().startsWith("expect") ? Lane.EXPECTED : Lane.DONE;
	}

	private static LocalDateTime time(String time) {
		return LocalDateTime.parse(time.replace(' ', 'T'));
	}

	private static int gap(Duration gap) {
		return LEAST_GAP + (int) (DECADE * Math.log10(1 + Math.abs(gap.toSeconds())));
	}

	private static String label(String time, Optional<String> before) {
		boolean sameDay = before.filter(it -> it.substring(0, 10).equals(time.substring(0, 10))).isPresent();
		return sameDay ? time.substring(11) : time;
	}

	private static String words(Duration gap) {
		if (gap.isNegative()) {
			return "back";
		}
		if (gap.toDays() > 0) {
			return "+%d d%s".formatted(gap.toDays(), gap.toHoursPart() > 0 ? " %d h".formatted(gap.toHoursPart()) : "");
		}
		if (gap.toHours() > 0) {
			return "+%d h%s".formatted(gap.toHours(), gap.toMinutesPart() > 0 ? " %d min".formatted(gap.toMinutesPart()) : "");
		}
		return gap.toMinutes() > 0 ? "+%d min%s".formatted(gap.toMinutes(), gap.toSecondsPart() > 0 ? " %d s".formatted(gap.toSecondsPart()) : "") : "+%d s".formatted(gap.toSeconds());
	}
}
