// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.meterwright.cosem.value.Bytes;

/** Date-times of 12 octets as the host program and people write them; nothing in them may be left open but the hundredths. */
public final class Clocks {
	private static final int UNSPECIFIED = 0xFF;

	private Clocks() {
	}

	/** Reads a date-time; nothing: it has wildcards, or is no day of the calendar. A second that is not specified is 0. */
	public static Optional<LocalDateTime> of(Bytes time) {
		int second = time.at(7) == UNSPECIFIED ? 0 : time.at(7);
		try {
			return Optional.of(LocalDateTime.of(time.at(0) << 8 | time.at(1), time.at(2), time.at(3), time.at(5), time.at(6), second));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** Writes a time for a command of the host program. */
	static String command(Bytes time) {
		return command(of(time).orElseThrow());
	}

	/** Writes a time for a command of the host program. */
	static String command(LocalDateTime at) {
		return "%d %d %d %d %d %d".formatted(at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute(), at.getSecond());
	}

	/** Writes a time as the host program tells it. */
	static String told(Bytes time) {
		LocalDateTime at = of(time).orElseThrow();
		return "%04d-%02d-%02dT%02d:%02d:%02d".formatted(at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute(), at.getSecond());
	}

	/** Returns the seconds since 1970 of a time, taken as UTC. */
	static long seconds(Bytes time) {
		return of(time).orElseThrow().toEpochSecond(ZoneOffset.UTC);
	}
}
