// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;

/** Says dates and times in words (IEC 62056-6-2, date and time formats): {@code last Sunday of March at 01:00}. */
public final class TimeWords {
	private static final int ANY = 0xFF;
	private static final int ANY_YEAR = 0xFFFF;
	private static final int LAST = 0xFE;
	private static final int SECOND_LAST = 0xFD;
	private static final int DST_BEGIN = 0xFE;
	private static final int DST_END = 0xFD;
	private static final int NO_DEVIATION = 0x8000;
	private static final List<String> WEEKDAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
	private static final List<String> MONTHS = List.of("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
			"November", "December");
	private static final List<String> STATUS = List.of("invalid value", "doubtful value", "other clock base", "invalid clock status", "", "", "",
			"daylight saving active");

	private TimeWords() {
	}

	/** Says the octets of a date-time, date or time; nothing: their number is wrong. */
	public static Optional<String> of(DataTag kind, Bytes octets) {
		if (octets.length() != kind.width()) {
			return Optional.empty();
		}
		return Optional.of(switch (kind) {
			case DATE -> orNotSpecified(date(octets));
			case TIME -> orNotSpecified(time(octets).replaceFirst("^at (?=\\d)", ""));
			case DATE_TIME -> dateTime(octets);
			default -> throw new IllegalArgumentException("%s is neither date nor time".formatted(kind.standardName()));
		});
	}

	private static String orNotSpecified(String words) {
		return words.isEmpty() ? "not specified" : words;
	}

	private static String dateTime(Bytes octets) {
		String date = date(octets.slice(0, 5));
		String time = time(octets.slice(5, 9));
		String moment = date.isEmpty() && time.startsWith("at ") && !time.startsWith("at minute") && !time.startsWith("at second") ? "every day %s".formatted(time)
				: "%s %s".formatted(date, time).strip();
		return orNotSpecified(moment) + deviation(octets.at(9) << 8 | octets.at(10)) + status(octets.at(11));
	}

	private static String deviation(int coded) {
		return coded == NO_DEVIATION ? "" : ", deviation %s min".formatted((short) coded);
	}

	private static String status(int status) {
		if (status == ANY || status == 0) {
			return "";
		}
		List<String> words = new ArrayList<>();
		for (int bit = 0; bit < STATUS.size(); bit++) {
			if ((status >> bit & 1) != 0 && !STATUS.get(bit).isEmpty()) {
				words.add(STATUS.get(bit));
			}
		}
		return words.isEmpty() ? "" : ", %s".formatted(String.join(", ", words));
	}

	private static String date(Bytes date) {
		int year = date.at(0) << 8 | date.at(1);
		int day = date.at(3);
		String weekday = date.at(4) >= 1 && date.at(4) <= 7 ? WEEKDAYS.get(date.at(4) - 1) : "";
		if (day == LAST || day == SECOND_LAST) {
			return "%s %s of %s".formatted(day == LAST ? "last" : "second last", weekday.isEmpty() ? "day" : weekday, month(date.at(2), year));
		}
		if (day == ANY) {
			return anyDay(weekday, date.at(2), year);
		}
		String front = weekday.isEmpty() ? "" : weekday + " ";
		boolean named = date.at(2) >= 1 && date.at(2) <= MONTHS.size();
		if (named) {
			return "%s%s %s%s".formatted(front, day, MONTHS.get(date.at(2) - 1), year == ANY_YEAR ? " of every year" : " " + year);
		}
		return "%sday %s of %s".formatted(front, day, month(date.at(2), year));
	}

	private static String anyDay(String weekday, int month, int year) {
		if (month == ANY && year == ANY_YEAR) {
			return weekday.isEmpty() ? "" : "every %s".formatted(weekday);
		}
		String days = "every %s".formatted(weekday.isEmpty() ? "day" : weekday);
		return month == ANY ? "%s in %s".formatted(days, year) : "%s in %s".formatted(days, month(month, year));
	}

	private static String month(int month, int year) {
		String behind = year == ANY_YEAR ? "" : " " + year;
		return switch (month) {
			case ANY -> "every month%s".formatted(year == ANY_YEAR ? "" : " of" + behind);
			case DST_BEGIN -> "the month in which daylight saving begins%s".formatted(behind);
			case DST_END -> "the month in which daylight saving ends%s".formatted(behind);
			default -> month >= 1 && month <= MONTHS.size() ? MONTHS.get(month - 1) + behind : "month %s%s".formatted(month, behind);
		};
	}

	private static String time(Bytes time) {
		int hour = time.at(0);
		int minute = time.at(1);
		int second = time.at(2);
		String rest = second == ANY || second == 0 && (time.at(3) == ANY || time.at(3) == 0) ? "" : String.format(Locale.ROOT, ":%02d%s", second, hundredths(time.at(3)));
		if (hour != ANY && minute != ANY) {
			return String.format(Locale.ROOT, "at %02d:%02d%s", hour, minute, rest);
		}
		if (hour != ANY) {
			return String.format(Locale.ROOT, "every minute from %02d:00 to %02d:59", hour, hour);
		}
		if (minute != ANY) {
			return "at minute %s of every hour%s".formatted(minute, rest.isEmpty() ? "" : ", second %s".formatted(second));
		}
		return second == ANY ? "" : rest.isEmpty() ? "every minute" : "at second %s of every minute".formatted(second);
	}

	private static String hundredths(int hundredths) {
		return hundredths == ANY || hundredths == 0 ? "" : String.format(Locale.ROOT, ".%02d", hundredths);
	}
}
