// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.elaborate.Scale;
import org.meterwright.dsl.elaborate.Scales;

/** Writes numbers with the unit in which their attribute counts: {@code 30 min} rather than 1800, {@code 207 V} rather than 2070. */
final class Quantities {
	private static final int SECOND = 7;
	private static final int NO_UNIT = 255;
	/** Up to this many seconds people say seconds. */
	private static final int SHORT = 120;
	private static final int MOST_DIGITS = 12;
	private static final long[] LENGTHS = { 86_400, 3_600, 60 };
	private static final String[] NAMES = { "d", "h", "min" };

	private final Map<Integer, String> units;

	/** Takes the names of units by code. */
	Quantities(Map<Integer, String> units) {
		this.units = Map.copyOf(units);
	}

	/** Writes a value of an attribute; nothing: it counts in no unit, or reads better without. */
	Optional<String> text(CosemObject object, int attribute, DataType type, Value value) {
		boolean number = type.bare() instanceof DataType.Simple simple && simple.tag().isInteger();
		if (object == null || !number || !(value instanceof Value.Int count) || count.value().signum() == 0 || count.value().bitLength() >= Integer.SIZE) {
			return Optional.empty();
		}
		return Scales.of(object, attribute).flatMap(scale -> text(scale, count.value()));
	}

	private Optional<String> text(Scale scale, BigInteger number) {
		String unit = units.getOrDefault(scale.unit(), "");
		if (unit.isEmpty() || scale.unit() == NO_UNIT) {
			return Optional.empty();
		}
		if (scale.unit() == SECOND && scale.exponent() == 0 && number.signum() > 0) {
			return Optional.of(seconds(number.longValue()));
		}
		String digits = new BigDecimal(number).scaleByPowerOfTen(scale.exponent()).stripTrailingZeros().toPlainString();
		return digits.length() > MOST_DIGITS ? Optional.empty() : Optional.of("%s %s".formatted(digits, unit));
	}

	/** Writes a duration in the largest unit that it is a whole number of. */
	static String seconds(long seconds) {
		for (int i = 0; i < LENGTHS.length; i++) {
			if (seconds > SHORT && seconds % LENGTHS[i] == 0) {
				return "%d %s".formatted(seconds / LENGTHS[i], NAMES[i]);
			}
		}
		return "%d s".formatted(seconds);
	}
}
