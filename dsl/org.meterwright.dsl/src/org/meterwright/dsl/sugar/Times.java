// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.Optional;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.TemporalValue;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Scope;

/** Times of schedules as date-times of 12 octets: a date alone means its midnight, a time alone every day. */
final class Times {
	private static final int NOT_SPECIFIED = 0xFF;

	private final Elaboration elaboration;

	Times(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	Optional<Bytes> dateTime(TemporalValue time, Scope scope) {
		if (time.getDate() == null) {
			return convert(time, DataTag.TIME, scope).map(Times::everyDay);
		}
		if (time.getTime() == null) {
			return convert(time, DataTag.DATE, scope).map(Times::midnight);
		}
		return convert(time, DataTag.DATE_TIME, scope);
	}

	private Optional<Bytes> convert(TemporalValue time, DataTag tag, Scope scope) {
		return elaboration.values().convert(time, new DataType.Simple(tag), scope).map(value -> ((Value.Temporal) value).bytes());
	}

	private static Bytes everyDay(Bytes time) {
		return Bytes.ofInts(NOT_SPECIFIED, NOT_SPECIFIED, NOT_SPECIFIED, NOT_SPECIFIED, NOT_SPECIFIED, time.at(0), time.at(1), time.at(2), time.at(3),
				0x80, 0, NOT_SPECIFIED);
	}

	private static Bytes midnight(Bytes date) {
		return Bytes.ofInts(date.at(0), date.at(1), date.at(2), date.at(3), date.at(4), 0, 0, 0, 0, 0x80, 0, NOT_SPECIFIED);
	}
}
