// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.meterwright.cosem.value.Values.bool;

import java.util.List;

import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;
import org.meterwright.rules.emf.RuleValidator;

class RuleValidatorTest {
	@BeforeAll
	static void register() {
		RuleValidator.register();
	}

	private static List<Object> findings(Diagnostic diagnostic) {
		return diagnostic.getChildren().stream().<Object>map(child -> child.getData().get(1)).toList();
	}

	@Test
	void aCleanMeterIsValid() {
		assertEquals(Diagnostic.OK, Diagnostician.INSTANCE.validate(new Sample().meter).getSeverity());
	}

	@Test
	void theDiagnosticianGivesTheSameFindings() {
		Sample s = new Sample();
		s.value(s.supply, 3, bool(true));
		s.billing.setAddressed(false);
		s.event("magnet", 0x8F74);
		Diagnostic diagnostic = Diagnostician.INSTANCE.validate(s.meter);
		assertEquals(Diagnostic.ERROR, diagnostic.getSeverity());
		assertEquals(new RuleChecker().check(s.meter), findings(diagnostic).stream().map(Finding.class::cast).sorted(Finding.ORDER).toList());
	}

	@Test
	void anElementIsValidatedInItsMeter() {
		Sample s = new Sample();
		s.value(s.supply, 3, bool(true));
		assertEquals(1, Diagnostician.INSTANCE.validate(s.supply).getChildren().size());
		assertFalse(new RuleValidator().validate(s.supply, null, null));
		assertTrue(new RuleValidator().validate(s.total, null, null));
	}
}
