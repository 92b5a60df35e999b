// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.seeded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.xmi.ModelEquality;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;
import org.meterwright.rules.Severity;

/** A false alarm is a defect: correct meters stay silent, and so they do after edits that do no harm. */
class SilenceTest {
	private static final RuleChecker CHECKER = new RuleChecker();

	@Test
	void correctMetersStaySilentAfterHarmlessEdits() throws IOException {
		List<String> alarms = new ArrayList<>();
		Map<String, Consumer<Meter>> edits = HarmlessEdits.all();
		CorrectModels.read().forEach((name, meter) -> {
			alarms.addAll(alarms(name, "as it is", meter));
			edits.forEach((what, edit) -> {
				Meter edited = EcoreUtil.copy(meter);
				Dictionary.of(meter).attach(edited);
				edit.accept(edited);
				alarms.addAll(alarms(name, what, edited));
			});
		});
		assertEquals(List.of(), alarms);
	}

	private static List<String> alarms(String name, String what, Meter meter) {
		return CHECKER.check(meter).stream().filter(finding -> finding.severity() != Severity.INFO && finding.accepted().isEmpty()).map(Finding::toString)
				.map(finding -> "%s, %s: %s".formatted(name, what, finding.substring(0, Math.min(300, finding.length())))).toList();
	}

	@Test
	void everyEditChangesSomeMeter() throws IOException {
		Map<String, Meter> models = CorrectModels.read();
		HarmlessEdits.all().forEach((what, edit) -> assertTrue(models.values().stream().anyMatch(meter -> {
			Meter edited = EcoreUtil.copy(meter);
			edit.accept(edited);
			return !ModelEquality.equal(meter, edited);
		}), what));
	}
}
