// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.RequiredAttribute;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.rules.check.Facts;

/** What is wrong with an attribute that a companion speaks of. */
class ContradictionTest {
	private static final String BITS = "bits of double-long-unsigned { clock_invalid = 0, fraud_attempt = 13 }";

	private final Sample sample = new Sample();

	private Optional<String> ofTotal(String own, String wanted) {
		Attribute attribute = Facts.attribute(sample.total, 2).orElseThrow();
		attribute.setType(DataType.valueOf(own));
		RequiredAttribute required = CosemFactory.eINSTANCE.createRequiredAttribute();
		required.setIndex(2);
		required.setType(DataType.valueOf(wanted));
		return Contradiction.of(sample.total, required);
	}

	@Test
	void namedBitsBind() {
		assertEquals(Optional.empty(), ofTotal(BITS, BITS));
		assertEquals(Optional.empty(), ofTotal("bits of double-long-unsigned { fraud_attempt = 13 }", BITS));
		assertEquals(Optional.empty(), ofTotal("double-long-unsigned", BITS));
		assertEquals("has bit 13 for cover_open, which is for fraud_attempt", ofTotal("bits of double-long-unsigned { cover_open = 13 }", BITS).orElseThrow());
		assertEquals("has bit 5 for cover_open, which the companion reserves", ofTotal("bits of double-long-unsigned { cover_open = 5 }", BITS).orElseThrow());
	}

	@Test
	void capturesBindInTheirOrder() {
		assertEquals(Optional.empty(), ofLog(columns(8, 3), columns(8, 3)));
		assertEquals("must capture attribute 2 of class 8 at 0-0:1.0.0*255 in column 1", ofLog(columns(3, 8), columns(8, 3)).orElseThrow());
		assertEquals("must capture attribute 2 of class 3 at 0-0:1.0.0*255 in column 2", ofLog(columns(8), columns(8, 3)).orElseThrow());
		assertEquals("must capture 1 columns, not 2", ofLog(columns(8, 3), columns(8)).orElseThrow());
	}

	private Optional<String> ofLog(Value own, Value wanted) {
		Facts.attribute(sample.log, 3).orElseThrow().setValue(own);
		RequiredAttribute required = CosemFactory.eINSTANCE.createRequiredAttribute();
		required.setIndex(3);
		required.setValue(wanted);
		return Contradiction.of(sample.log, required);
	}

	private static Value columns(int... classes) {
		return new Value.Array(java.util.Arrays.stream(classes)
				.mapToObj(each -> Values.structure(Values.longUnsigned(each), Values.logicalName("0-0:1.0.0*255"), Values.integer(2), Values.longUnsigned(0))).toList());
	}
}
