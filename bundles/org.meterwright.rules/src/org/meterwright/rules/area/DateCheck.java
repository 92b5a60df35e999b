// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;

/** Says what is wrong with the octets of a date, time or date-time (IEC 62056-6-2, date and time formats). */
final class DateCheck {
	private static final int ANY = 0xFF;
	private static final int DST_END = 0xFD;
	private static final int SECOND_LAST_DAY = 0xFD;
	private static final int ANY_YEAR = 0xFFFF;
	private static final int LEAP_YEAR = 2024;
	private static final int DEVIATION_LIMIT = 840;
	private static final int NO_DEVIATION = 0x8000;
	private static final int DATE_OCTETS = 5;
	private static final int TIME_OCTETS = 4;

	private DateCheck() {
	}

	static Optional<String> problem(DataTag kind, Bytes octets) {
		if (octets.length() != kind.width()) {
			return Optional.empty();
		}
		return switch (kind) {
			case DATE -> date(octets);
			case TIME -> time(octets);
			default -> date(octets.slice(0, DATE_OCTETS)).or(() -> time(octets.slice(DATE_OCTETS, DATE_OCTETS + TIME_OCTETS)))
					.or(() -> deviation(octets));
		};
	}

	private static Optional<String> date(Bytes date) {
		int year = date.at(0) << 8 | date.at(1);
		int month = date.at(2);
		int day = date.at(3);
		if (month == 0 && day == 0 && year == 0) {
			return Optional.empty();
		}
		if (month == 0 || month > 12 && month < DST_END) {
			return Optional.of("there is no month %d".formatted(month));
		}
		if (day == 0 || day > 31 && day < SECOND_LAST_DAY) {
			return Optional.of("there is no day %d".formatted(day));
		}
		if (date.at(4) == 0 || date.at(4) > 7 && date.at(4) != ANY) {
			return Optional.of("there is no day of week %d".formatted(date.at(4)));
		}
		return month <= 12 && day <= 31 ? dayOfMonth(year, month, day) : Optional.empty();
	}

	private static Optional<String> dayOfMonth(int year, int month, int day) {
		try {
			LocalDate.of(year == ANY_YEAR || year == 0 ? LEAP_YEAR : year, month, day);
			return Optional.empty();
		} catch (DateTimeException e) {
			return Optional.of("month %d has no day %d".formatted(month, day));
		}
	}

	private static Optional<String> time(Bytes time) {
		String[] parts = { "hour", "minute", "second", "hundredth" };
		int[] limits = { 23, 59, 59, 99 };
		for (int i = 0; i < parts.length; i++) {
			if (time.at(i) > limits[i] && time.at(i) != ANY) {
				return Optional.of("there is no %s %d".formatted(parts[i], time.at(i)));
			}
		}
		return Optional.empty();
	}

	private static Optional<String> deviation(Bytes dateTime) {
		int raw = dateTime.at(9) << 8 | dateTime.at(10);
		int minutes = (short) raw;
		return raw == NO_DEVIATION || Math.abs(minutes) <= DEVIATION_LIMIT ? Optional.empty()
				: Optional.of("a deviation of %d minutes is more than any time zone's".formatted(minutes));
	}
}
