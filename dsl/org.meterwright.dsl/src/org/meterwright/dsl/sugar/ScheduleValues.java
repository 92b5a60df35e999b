// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.List;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/**
 * Type and execution times of a Single action schedule (class 22) from date-times of 12 octets: year (2), month, day of month, day of
 * week, hour, minute, second, hundredths, deviation (2), status.
 */
record ScheduleValues(Value type, Value executionTime) {
	private static final int ONE_TIME = 1;
	private static final int SAME_TIME = 2;
	private static final int SAME_TIME_WILDCARDS = 3;
	private static final int DIFFERENT_TIMES = 4;
	private static final int DIFFERENT_TIMES_WILDCARDS = 5;

	/** Makes the values of one or more date-times. */
	static ScheduleValues of(List<Bytes> times) {
		List<Value> entries = times.stream().map(ScheduleValues::entry).toList();
		return new ScheduleValues(Values.enumerated(type(times)), Data.array(entries));
	}

	private static int type(List<Bytes> times) {
		if (times.size() == 1) {
			return ONE_TIME;
		}
		boolean same = times.stream().map(ScheduleValues::time).distinct().count() == 1;
		boolean wildcards = times.stream().anyMatch(ScheduleValues::hasWildcard);
		if (same) {
			return wildcards ? SAME_TIME_WILDCARDS : SAME_TIME;
		}
		return wildcards ? DIFFERENT_TIMES_WILDCARDS : DIFFERENT_TIMES;
	}

	private static Value entry(Bytes dateTime) {
		return Values.structure(new Value.Octets(time(dateTime)), new Value.Octets(dateTime.slice(0, 5)));
	}

	/** Returns hour, minute, second and hundredths, which are 0 in a schedule when they are not specified. */
	private static Bytes time(Bytes dateTime) {
		int hundredths = dateTime.at(8) == 0xFF ? 0 : dateTime.at(8);
		return Bytes.ofInts(dateTime.at(5), dateTime.at(6), dateTime.at(7), hundredths);
	}

	/** The day of week is no wildcard: a date without one is as exact as with it. */
	private static boolean hasWildcard(Bytes dateTime) {
		boolean year = dateTime.at(0) == 0xFF && dateTime.at(1) == 0xFF;
		return year || dateTime.at(2) >= 0xFD || dateTime.at(3) >= 0xFD || dateTime.at(5) == 0xFF || dateTime.at(6) == 0xFF
				|| dateTime.at(7) == 0xFF;
	}
}
