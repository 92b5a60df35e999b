// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.table;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.meterwright.cosem.time.CosemDateTime;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** A value in a cell: a number, a text, true or false, hex octets behind 0x or in hex"...", or a whole value as hex of its A-XDR encoding behind axdr:. */
final class CellValue {
	private static final String ENCODED = "axdr:";

	private CellValue() {
	}

	/** Reads a cell; nothing: it is no value of the type. */
	static Optional<Value> of(String text, Optional<DataType> type) {
		try {
			if (text.startsWith(ENCODED)) {
				return Optional.of(Value.valueOf(text.substring(ENCODED.length())));
			}
			return type.flatMap(declared -> simple(text, declared));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private static Optional<Value> simple(String text, DataType type) {
		return switch (type.bare()) {
			case DataType.Simple simple -> Optional.ofNullable(of(simple.tag(), text));
			case DataType.Enumeration enumeration -> text.matches("\\d{1,3}") ? Optional.of(Values.enumerated(Long.parseLong(text))) : Optional.empty();
			default -> Optional.empty();
		};
	}

	private static Value of(DataTag tag, String text) {
		if (tag.isInteger()) {
			return text.startsWith("0x") ? new Value.Int(tag, new BigInteger(text.substring(2), 16)) : new Value.Int(tag, new BigInteger(text));
		}
		return switch (tag) {
			case BOOLEAN -> text.matches("(?i)true|false|0|1") ? Values.bool(text.matches("(?i)true|1")) : null;
			case OCTET_STRING -> new Value.Octets(octets(text));
			case VISIBLE_STRING -> new Value.Visible(text);
			case UTF8_STRING -> new Value.Utf8(text);
			case BIT_STRING -> new Value.Bits(text);
			case NULL_DATA -> Values.nothing();
			case DATE_TIME, DATE, TIME -> new Value.Temporal(tag, CosemDateTime.parse(tag, text));
			default -> null;
		};
	}

	/** A logical name is its six octets; hex is marked as such; everything else is text. */
	private static Bytes octets(String text) {
		if (text.matches("\\d+-\\d+:\\d+\\.\\d+\\.\\d+\\*\\d+")) {
			return LogicalName.valueOf(text).bytes();
		}
		if (text.matches("(?i)0x([0-9a-f]{2}\\s*)*")) {
			return Bytes.ofHex(text.substring(2));
		}
		return text.matches("hex\"([0-9A-Fa-f ]*)\"") ? Bytes.ofHex(text.substring(4, text.length() - 1)) : Bytes.of(text.getBytes(StandardCharsets.UTF_8));
	}
}
