// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.type;

import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.value.DataTag;

/**
 * Tells which types hold dates and times: the xDLMS types date-time, date and time, and octet-strings that the library names
 * {@code octet_date_time}, {@code octet_date} and {@code octet_time}.
 */
public final class TemporalTypes {
	private static final Map<String, DataTag> NAMES = Map.of("octet_date_time", DataTag.DATE_TIME, "octet_date", DataTag.DATE, "octet_time", DataTag.TIME);

	private TemporalTypes() {
	}

	/** Returns date-time, date or time; nothing: the type holds neither. */
	public static Optional<DataTag> kind(DataType type) {
		return switch (type) {
			case DataType.Simple simple when simple.tag().isTemporal() -> Optional.of(simple.tag());
			case DataType.Named named -> Optional.ofNullable(NAMES.get(named.name().substring(named.name().lastIndexOf('.') + 1)))
					.or(() -> kind(named.type()));
			default -> Optional.empty();
		};
	}

	/** Tells whether dates and times of a type are coded as octet-string. */
	public static boolean inOctets(DataType type) {
		return kind(type).isPresent() && type.bare() instanceof DataType.Simple simple && simple.tag() == DataTag.OCTET_STRING;
	}
}
