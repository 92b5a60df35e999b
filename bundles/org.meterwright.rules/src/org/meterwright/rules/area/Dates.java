// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.stream.IntStream;

import org.meterwright.cosem.value.Bytes;

/** Compares octets of dates and times. */
final class Dates {
	private static final int DATE_TIME_OCTETS = 12;
	private static final int ANY = 0xFF;
	/** Year, month, day, hour and minute; weekday and what follows the minute do not order dates that are exact to the minute. */
	private static final int[] ORDER = { 0, 1, 2, 3, 5, 6 };

	private Dates() {
	}

	/** Tells whether a date-time says year, month, day, hour and minute without wildcard. */
	static boolean isExact(Bytes dateTime) {
		return dateTime.length() == DATE_TIME_OCTETS && !(dateTime.at(0) == ANY && dateTime.at(1) == ANY)
				&& IntStream.of(2, 3, 5, 6).allMatch(i -> dateTime.at(i) != ANY) && dateTime.at(2) <= 12 && dateTime.at(3) <= 31;
	}

	/** Tells whether nothing of date and time is said. */
	static boolean isUnspecified(Bytes dateTime) {
		return dateTime.length() == DATE_TIME_OCTETS && IntStream.range(0, 9).allMatch(i -> dateTime.at(i) == ANY)
				|| IntStream.range(0, dateTime.length()).allMatch(i -> dateTime.at(i) == 0);
	}

	static int compare(Bytes one, Bytes other) {
		for (int i : ORDER) {
			if (one.at(i) != other.at(i)) {
				return Integer.compare(one.at(i), other.at(i));
			}
		}
		return 0;
	}
}
