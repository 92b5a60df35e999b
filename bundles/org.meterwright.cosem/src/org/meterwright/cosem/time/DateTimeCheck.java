// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;

/** Checks the octets of dates and times (IEC 62056-6-2, date_time formatting). */
final class DateTimeCheck {
	private static final int ANY = 0xFF;
	private static final int ANY_YEAR = 0xFFFF;
	private static final int ANY_DEVIATION = 0x8000;
	private static final int LARGEST_DEVIATION = 840;

	private DateTimeCheck() {
	}

	static Optional<String> problem(DataTag kind, Bytes octets) {
		if (!kind.isTemporal() || octets.length() != kind.width()) {
			return Optional.of("%d octets are no %s".formatted(octets.length(), kind.standardName()));
		}
		return switch (kind) {
			case DATE -> date(octets);
			case TIME -> time(octets);
			default -> date(octets.slice(0, 5)).or(() -> time(octets.slice(5, 9))).or(() -> deviation(octets.at(9) << 8 | octets.at(10)));
		};
	}

	private static Optional<String> date(Bytes date) {
		int year = date.at(0) << 8 | date.at(1);
		int month = date.at(2);
		int day = date.at(3);
		int weekday = date.at(4);
		return Stream.of(part("month", month, 1, 12, month == ANY || month == 0xFD || month == 0xFE),
				part("day", day, 1, 31, day == ANY || day == 0xFD || day == 0xFE), part("day of week", weekday, 1, 7, weekday == ANY))
				.flatMap(Optional::stream).findFirst().or(() -> calendar(year, month, day, weekday));
	}

	private static Optional<String> calendar(int year, int month, int day, int weekday) {
		if (month > 12 || day > 31) {
			return Optional.empty();
		}
		try {
			LocalDate date = LocalDate.of(year == ANY_YEAR ? 2024 : year, month, day);
			boolean other = year != ANY_YEAR && weekday != ANY && date.getDayOfWeek().getValue() != weekday;
			return other ? Optional.of("day %d of month %d is not day %d of the week in %d".formatted(day, month, weekday, year)) : Optional.empty();
		} catch (DateTimeException e) {
			return Optional.of("month %d has no day %d".formatted(month, day));
		}
	}

	private static Optional<String> time(Bytes time) {
		return Stream.of(part("hour", time.at(0), 0, 23, time.at(0) == ANY), part("minute", time.at(1), 0, 59, time.at(1) == ANY),
				part("second", time.at(2), 0, 59, time.at(2) == ANY), part("hundredths", time.at(3), 0, 99, time.at(3) == ANY)).flatMap(Optional::stream).findFirst();
	}

	private static Optional<String> deviation(int octets) {
		return part("deviation", (short) octets, -LARGEST_DEVIATION, LARGEST_DEVIATION, octets == ANY_DEVIATION);
	}

	private static Optional<String> part(String what, int number, int lower, int upper, boolean special) {
		return special || number >= lower && number <= upper ? Optional.empty() : Optional.of("%d is no %s".formatted(number, what));
	}
}
