// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.QuantityValue;

/** Numbers with and without a unit. A number with a unit is divided by the target's scaler and unit, exactly or not at all. */
final class Numbers {
	private static final int LARGEST_POWER = 400;

	private final Units units;

	Numbers(Units units) {
		this.units = units;
	}

	/** Returns the number in the target's scaler and unit. */
	BigDecimal number(QuantityValue quantity, Optional<Scale> scale) {
		BigDecimal number = power(quantity);
		if (quantity.getUnit() == null) {
			return number;
		}
		int unit = units.code(quantity, CosemDslPackage.eINSTANCE.getQuantityValue_Unit(), quantity.getUnit()).orElseThrow(() -> new ValueProblem("", quantity, ""));
		Scale target = scale.orElseThrow(() -> new ValueProblem("MW-LANG-055", quantity,
				"nothing says in which unit this is counted; write the number without %s".formatted(quantity.getUnit()), quantity.getNumber()));
		BigDecimal same = units.factor(unit, target.unit()).orElseThrow(() -> new ValueProblem("MW-LANG-055", quantity,
				"%s is expected here, not %s".formatted(units.name(target.unit()), quantity.getUnit()), "%s %s".formatted(quantity.getNumber(), units.name(target.unit())))).times(number).orElseThrow(() -> inexact(quantity, target));
		return same.scaleByPowerOfTen(-target.exponent());
	}

	private ValueProblem inexact(QuantityValue quantity, Scale target) {
		return new ValueProblem("MW-LANG-054", quantity, "%s %s is no whole number of 10^%d %s".formatted(quantity.getNumber(), quantity.getUnit() == null ? "" : quantity.getUnit(),
				target.exponent(), units.name(target.unit())));
	}

	private static BigDecimal power(QuantityValue quantity) {
		BigDecimal number = Numerals.decimal(quantity.getNumber());
		if (!quantity.isPower()) {
			return number;
		}
		int exponent = Numerals.clampedInt(quantity.getExponent());
		if (number.compareTo(BigDecimal.TEN) != 0 || Math.abs(exponent) > LARGEST_POWER) {
			throw new ValueProblem("MW-LANG-053", quantity, "a power is a power of ten, as in 10^-3");
		}
		return BigDecimal.ONE.scaleByPowerOfTen(exponent);
	}

	/** Returns an integer of a type. */
	Value integer(QuantityValue quantity, DataTag tag, Optional<Scale> scale) {
		BigDecimal number = number(quantity, scale);
		BigInteger whole;
		try {
			whole = number.toBigIntegerExact();
		} catch (ArithmeticException e) {
			if (quantity.getUnit() != null && scale.isPresent()) {
				throw inexact(quantity, scale.get());
			}
			throw new ValueProblem("MW-LANG-054", quantity, "%s has a fraction; %s is a whole number".formatted(quantity.getNumber(), tag.standardName()),
					number.setScale(0, RoundingMode.HALF_UP).toPlainString());
		}
		BigInteger lowest = tag == DataTag.BCD || tag == DataTag.ENUM ? BigInteger.ZERO : tag.minimum();
		BigInteger highest = tag == DataTag.BCD || tag == DataTag.ENUM ? BigInteger.valueOf(255) : tag.maximum();
		if (whole.compareTo(lowest) < 0 || whole.compareTo(highest) > 0) {
			throw new ValueProblem("MW-LANG-051", quantity, "%s does not fit %s, which is %s to %s".formatted(whole.bitLength() > 200 ? "the number" : whole,
					tag.standardName(), lowest, highest), (whole.signum() < 0 ? lowest : highest).toString());
		}
		return new Value.Int(tag, whole);
	}

	/** Tells whether a structure is a scaler with a unit, which {@code 10^-1 V} says. */
	static boolean isScalerAndUnit(DataType.StructureOf structure) {
		List<DataType.Field> fields = structure.fields();
		return fields.size() == 2 && fields.get(0).name().equals("scaler") && fields.get(1).name().equals("unit");
	}

	/** Returns the structure that {@code 10^-1 V} says. */
	Value scalerAndUnit(QuantityValue quantity, DataType.StructureOf structure) {
		if (quantity.getUnit() == null || !quantity.isPower() || Numerals.decimal(quantity.getNumber()).compareTo(BigDecimal.TEN) != 0) {
			throw new ValueProblem("MW-LANG-053", quantity, "scaler and unit are written as 10^-1 V");
		}
		int exponent = Numerals.clampedInt(quantity.getExponent());
		if (exponent < -128 || exponent > 127) {
			throw new ValueProblem("MW-LANG-051", quantity, "scaler %d does not fit integer, which is -128 to 127".formatted(exponent));
		}
		int unit = units.code(quantity, CosemDslPackage.eINSTANCE.getQuantityValue_Unit(), quantity.getUnit()).orElseThrow(() -> new ValueProblem("", quantity, ""));
		return new Value.Structure(List.of(new Value.Int(DataTag.INTEGER, exponent), new Value.Int(DataTag.ENUM, unit)));
	}
}
