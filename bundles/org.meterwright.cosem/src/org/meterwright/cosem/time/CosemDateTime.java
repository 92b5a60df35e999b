// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;

/**
 * Dates and times as the language writes them and as COSEM codes them (IEC 62056-6-2, date_time formatting): {@code *-03-last@sun 01:00}.
 * A date is 5 octets (year, month, day of month, day of week), a time 4 (hour, minute, second, hundredths), a date-time both, then
 * deviation and clock status, which texts leave not specified (8000, FF). Seconds that are not written are 0, hundredths that are not
 * written are not specified.
 */
public final class CosemDateTime {
	private static final Pattern DATE = Pattern
			.compile("(\\*|\\d+)-(\\*|\\d+|dst_begin|dst_end)-(\\*|\\d+|last2|last)(?:@(mon|tue|wed|thu|fri|sat|sun))?");
	private static final Pattern TIME = Pattern.compile("(\\*|\\d+):(\\*|\\d+)(?::(\\*|\\d+))?(?:\\.(\\d{1,2}))?");
	private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
	private static final Map<String, Integer> MONTHS = Map.of("dst_end", 0xFD, "dst_begin", 0xFE);
	private static final Map<String, Integer> DAYS = Map.of("last2", 0xFD, "last", 0xFE);
	private static final int ANY = 0xFF;
	private static final int ANY_YEAR = 0xFFFF;
	private static final Bytes UNSPECIFIED = Bytes.ofHex("FFFFFFFFFF FFFFFFFF 8000FF");

	private CosemDateTime() {
	}

	/** Returns the octets of a date-time, date or time in which nothing is specified. */
	public static Bytes unspecified(DataTag kind) {
		return switch (kind) {
			case DATE_TIME -> UNSPECIFIED;
			case DATE -> UNSPECIFIED.slice(0, 5);
			case TIME -> UNSPECIFIED.slice(5, 9);
			default -> throw new IllegalArgumentException("%s is neither date nor time".formatted(kind.standardName()));
		};
	}

	/**
	 * Reads a text. A date-time without a date is on any day.
	 *
	 * @throws IllegalArgumentException when the text is no such date or time
	 */
	public static Bytes parse(DataTag kind, String text) {
		return switch (kind) {
			case DATE -> date(text);
			case TIME -> time(text);
			case DATE_TIME -> dateTime(text);
			default -> throw new IllegalArgumentException("%s is neither date nor time".formatted(kind.standardName()));
		};
	}

	private static Bytes dateTime(String text) {
		String[] parts = text.strip().split("\\s+");
		Bytes date = parts.length == 2 ? date(parts[0]) : unspecified(DataTag.DATE);
		if (parts.length > 2 || parts.length == 1 && DATE.matcher(text).matches()) {
			throw new IllegalArgumentException("%s is no date and time; write it as 2026-11-02 12:00".formatted(text));
		}
		return date.plus(time(parts[parts.length - 1])).plus(UNSPECIFIED.slice(9, 12));
	}

	private static Bytes date(String text) {
		Matcher m = DATE.matcher(text.strip());
		if (!m.matches()) {
			throw new IllegalArgumentException("%s is no date; write it as 2026-11-02, *-*-01 or *-03-last@sun".formatted(text));
		}
		int year = "*".equals(m.group(1)) ? ANY_YEAR : number("year", m.group(1), 0, ANY_YEAR - 1);
		int month = special(MONTHS, m.group(2)).orElseGet(() -> number("month", m.group(2), 1, 12));
		int day = special(DAYS, m.group(3)).orElseGet(() -> number("day", m.group(3), 1, 31));
		checkDay(text, year, month, day);
		int weekday = m.group(4) == null ? ANY : WEEKDAYS.indexOf(m.group(4)) + 1;
		return Bytes.ofInts(year >> 8, year & 0xFF, month, day, weekday);
	}

	private static void checkDay(String text, int year, int month, int day) {
		if (month <= 12 && day <= 31) {
			try {
				LocalDate.of(year == ANY_YEAR ? 2024 : year, month, day);
			} catch (DateTimeException e) {
				throw new IllegalArgumentException("%s: month %d has no day %d".formatted(text, month, day), e);
			}
		}
	}

	private static Bytes time(String text) {
		Matcher m = TIME.matcher(text.strip());
		if (!m.matches()) {
			throw new IllegalArgumentException("%s is no time; write it as 12:00, 12:00:30 or *:*:*".formatted(text));
		}
		int hour = special(Map.of(), m.group(1)).orElseGet(() -> number("hour", m.group(1), 0, 23));
		int minute = special(Map.of(), m.group(2)).orElseGet(() -> number("minute", m.group(2), 0, 59));
		int second = m.group(3) == null ? 0 : special(Map.of(), m.group(3)).orElseGet(() -> number("second", m.group(3), 0, 59));
		int hundredths = m.group(4) == null ? ANY : Integer.parseInt(m.group(4)) * (m.group(4).length() == 1 ? 10 : 1);
		return Bytes.ofInts(hour, minute, second, hundredths);
	}

	private static Optional<Integer> special(Map<String, Integer> names, String text) {
		return "*".equals(text) ? Optional.of(ANY) : Optional.ofNullable(names.get(text));
	}

	private static int number(String what, String digits, int lower, int upper) {
		int number = digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
		if (number < lower || number > upper) {
			throw new IllegalArgumentException("%s is no %s: %d to %d".formatted(digits, what, lower, upper));
		}
		return number;
	}

	/** Says what is wrong with the octets of a date-time, date or time, such as month 13 or a deviation of 20 hours; nothing: they are valid. */
	public static Optional<String> problem(DataTag kind, Bytes octets) {
		return DateTimeCheck.problem(kind, octets);
	}

	/** Writes octets as the language does; nothing: only hex can say them, as with a deviation or a clock status. */
	public static Optional<String> print(DataTag kind, Bytes octets) {
		if (octets.length() != kind.width()) {
			return Optional.empty();
		}
		String text = switch (kind) {
			case DATE -> printDate(octets);
			case TIME -> printTime(octets);
			case DATE_TIME -> "%s %s".formatted(printDate(octets.slice(0, 5)), printTime(octets.slice(5, 9)));
			default -> throw new IllegalArgumentException("%s is neither date nor time".formatted(kind.standardName()));
		};
		return Optional.of(text).filter(written -> says(kind, written, octets));
	}

	private static boolean says(DataTag kind, String text, Bytes octets) {
		try {
			return parse(kind, text).equals(octets);
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	private static String printDate(Bytes date) {
		int year = date.at(0) << 8 | date.at(1);
		int weekday = date.at(4);
		return "%s-%s-%s%s".formatted(year == ANY_YEAR ? "*" : String.format(Locale.ROOT, "%04d", year), part(MONTHS, date.at(2)), part(DAYS, date.at(3)),
				weekday >= 1 && weekday <= 7 ? "@%s".formatted(WEEKDAYS.get(weekday - 1)) : "");
	}

	private static String printTime(Bytes time) {
		boolean brief = time.at(2) == 0 && time.at(3) == ANY;
		return "%s:%s%s%s".formatted(part(Map.of(), time.at(0)), part(Map.of(), time.at(1)), brief ? "" : ":" + part(Map.of(), time.at(2)),
				time.at(3) == ANY ? "" : String.format(Locale.ROOT, ".%02d", time.at(3)));
	}

	private static String part(Map<String, Integer> names, int octet) {
		if (octet == ANY) {
			return "*";
		}
		return names.entrySet().stream().filter(name -> name.getValue() == octet).map(Map.Entry::getKey).findFirst()
				.orElseGet(() -> String.format(Locale.ROOT, "%02d", octet));
	}
}
