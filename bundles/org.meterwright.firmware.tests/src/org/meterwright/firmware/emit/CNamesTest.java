// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of the model become names of C. */
class CNamesTest {
	@ParameterizedTest
	@CsvSource({"importRate[3], IMPORT_RATE_3", "GPRSSetup, GPRS_SETUP", "IECLocalPortSetup, IEC_LOCAL_PORT_SETUP", "scaler_unit, SCALER_UNIT", "3phase, X3PHASE", "größe, GR_E",
			"a.b, A_B", "-, X"})
	void macros(String name, String macro) {
		assertEquals(macro, CNames.macro(name));
	}

	@ParameterizedTest
	@CsvSource({"importRate[3], import_rate_3", "register, register_", "class, class_", "voltageL1, voltage_l1"})
	void members(String name, String member) {
		assertEquals(member, CNames.member(name));
	}

	@ParameterizedTest
	@CsvSource({"a */ b, a * / b", "/* x, / * x", "what??/, what? ?/", "Größe, Gr??e"})
	void commentsCannotEndEarly(String text, String comment) {
		assertEquals(comment.replace("Gr??e", "Gr? ?e"), CNames.comment(text));
	}
}
