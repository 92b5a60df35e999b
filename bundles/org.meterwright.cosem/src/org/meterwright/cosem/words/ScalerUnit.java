// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.words;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;

/**
 * Power of ten and unit that a number counts in.
 *
 * @param scaler power of ten
 * @param unit   unit code
 */
public record ScalerUnit(int scaler, int unit) {
	private static final int MINUTE = 60;
	private static final int HOUR = 3_600;
	private static final int DAY = 86_400;
	private static final int SECONDS = 7;

	/**
	 * Finds in what an attribute counts: the unit that the class gives it, or the object's scaler_unit, which covers the attributes before
	 * it (Register 2; Demand register 2 and 3). An object without a class, as half-made models have, counts nothing.
	 */
	public static Optional<ScalerUnit> of(CosemObject object, int attribute) {
		if (object.getInterfaceClass() == null) {
			return Optional.empty();
		}
		for (AttributeDefinition each : object.getInterfaceClass().getAttributes()) {
			if (each.getIndex() == attribute && each.getUnit() != Unit.NONE) {
				return Optional.of(new ScalerUnit(0, each.getUnit()));
			}
		}
		for (Attribute each : object.getAttributes()) {
			if (each.getDefinition() != null && each.getDefinition().getType() != null && is(each.getDefinition().getType()) && attribute > 1
					&& attribute < each.getDefinition().getIndex()) {
				return read(each.getValue());
			}
		}
		return Optional.empty();
	}

	/** Tells whether a type is the structure {scaler, unit}. */
	public static boolean is(DataType type) {
		return type.bare() instanceof DataType.StructureOf structure && structure.fields().size() == 2
				&& structure.fields().get(0).name().equals("scaler") && structure.fields().get(1).name().equals("unit");
	}

	/** Reads a structure {scaler, unit}; nothing: it is none. */
	public static Optional<ScalerUnit> read(Value value) {
		return value instanceof Value.Structure structure && structure.fields().size() == 2 && structure.fields().get(0) instanceof Value.Int scaler
				&& structure.fields().get(1) instanceof Value.Int unit ? Optional.of(new ScalerUnit(scaler.value().intValue(), unit.value().intValue()))
						: Optional.empty();
	}

	/** Says what a number amounts to, such as {@code 230.5 V}; seconds that make minutes, hours or days say so. */
	public String amount(BigInteger number) {
		String digits = new BigDecimal(number).scaleByPowerOfTen(scaler).toPlainString();
		String amount = "%s %s".formatted(digits, Unit.symbolOf(unit)).strip();
		return unit == SECONDS && scaler == 0 && number.bitLength() < Long.SIZE ? amount + duration(number.longValue()) : amount;
	}

	private static String duration(long seconds) {
		if (seconds < MINUTE || seconds % MINUTE != 0) {
			return "";
		}
		if (seconds % DAY == 0) {
			return " (%s d)".formatted(seconds / DAY);
		}
		return seconds % HOUR == 0 ? " (%s h)".formatted(seconds / HOUR) : " (%s min)".formatted(seconds / MINUTE);
	}

	/** Says how numbers count, such as {@code value x 10^-1 V (voltage)}. */
	public String words() {
		return scaler == 0 ? "value in %s".formatted(Unit.words(unit)) : "value x 10^%s %s".formatted(scaler, Unit.words(unit));
	}
}
