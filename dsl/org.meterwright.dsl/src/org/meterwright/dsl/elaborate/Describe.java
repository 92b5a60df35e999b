// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import org.meterwright.dsl.cosemDsl.BitsValue;
import org.meterwright.dsl.cosemDsl.BoolValue;
import org.meterwright.dsl.cosemDsl.ListValue;
import org.meterwright.dsl.cosemDsl.NullValue;
import org.meterwright.dsl.cosemDsl.ObisValue;
import org.meterwright.dsl.cosemDsl.OctetsValue;
import org.meterwright.dsl.cosemDsl.QuantityValue;
import org.meterwright.dsl.cosemDsl.RefValue;
import org.meterwright.dsl.cosemDsl.StructValue;
import org.meterwright.dsl.cosemDsl.TemporalValue;
import org.meterwright.dsl.cosemDsl.TextValue;
import org.meterwright.dsl.cosemDsl.ValueExpr;

/** Says in words what kind of value stands in the text. */
final class Describe {
	private Describe() {
	}

	static String value(ValueExpr expr) {
		return switch (expr) {
			case QuantityValue it -> "a number";
			case TextValue it -> "a text";
			case OctetsValue it -> "octets";
			case BitsValue it -> "bits";
			case BoolValue it -> "true or false";
			case NullValue it -> "null";
			case TemporalValue it -> "a date or time";
			case ObisValue it -> "a logical name";
			case RefValue it -> "the name %s".formatted(Resolver.text(it.getFirst()));
			case ListValue it -> "an array";
			case StructValue it -> "a structure";
			default -> "this";
		};
	}
}
