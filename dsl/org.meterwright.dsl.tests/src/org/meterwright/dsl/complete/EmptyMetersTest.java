// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SourceText;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/** A meter that has nothing but the companion it conforms to: what is written for it leaves nothing missing, whichever companion of the library it is. */
class EmptyMetersTest {
	/** Rules that speak of something that is not there: objects, attributes, types, associations, rights, scripts, Alerts and their logs and paths, a clock. */
	private static final Set<String> OF_MISSING_THINGS = Set.of("MW-COMP-001", "MW-COMP-005", "MW-COMP-006", "MW-COMP-008", "MW-COMP-011", "MW-COMP-012", "MW-COMP-013",
			"MW-COMP-015", "MW-COMP-024", "MW-COMP-025", "MW-COMP-026", "MW-COMP-027", "MW-COMP-031", "MW-COMP-050", "MW-COMP-051", "MW-COMP-052", "MW-GBCS-007", "MW-GBCS-008",
			"MW-GBCS-009", "MW-GBCS-011", "MW-GBCS-014", "MW-GBCS-024", "MW-GBCS-032", "MW-GBCS-057", "MW-GBCS-058", "MW-ID-015", "MW-LANG-041", "MW-TIME-005");
	private static final String METER = "namespace m\n\nmeter M conforms %s {\n  device management at 1 named \"ABC{serial}\" { }\n}\n";

	static Stream<String> companions() {
		return LibraryFiles.files().stream().flatMap(file -> file.root().getElements().stream()).filter(CompanionDecl.class::isInstance).map(each -> ((CompanionDecl) each).getName())
				.distinct().sorted();
	}

	@ParameterizedTest
	@MethodSource("companions")
	void nothingIsMissingAfterwards(String companion) {
		mustBeComplete(METER.formatted(companion));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gbcs.v4.esme threePhase + auxiliary + proportional + boost", "gbcs.v4.esme twinElement + boost", "india.is15959 threePhase + prepayment",
			"smr.v5_5 polyphase", "italy.gas valve + radio" })
	void nothingIsMissingInVariants(String companionAndSwitches) {
		String[] parts = companionAndSwitches.split(" ", 2);
		mustBeComplete(METER.formatted(parts[0]).replace("  device", "  variant full = %s\n  device".formatted(parts[1])));
	}

	private static void mustBeComplete(String meter) {
		Workspace workspace = Workspace.of(List.of(SourceText.of("m.cosem", meter)));
		String text = MissingObjects.of(meter(workspace)).text();
		if (!text.isEmpty()) {
			workspace.put("missing.cosem", text);
		}
		List<Finding> findings = meter(workspace).findings();
		assertEquals(List.of(), findings.stream().filter(each -> OF_MISSING_THINGS.contains(each.rule()) || each.severity() == Severity.ERROR).map(EmptyMetersTest::show).toList());
		assertEquals("", MissingObjects.of(meter(workspace)).text());
	}

	@Test
	void everyCompanionIsTried() {
		assertTrue(companions().toList().containsAll(List.of("gbcs.v4.esme", "gbcs.v1.esme", "dsmr.v2_2", "smr.v5_5", "idis.package2", "india.is15959", "saudi.sec", "italy.gas")));
	}

	private static CompiledMeter meter(Workspace workspace) {
		return workspace.compile().meters().getLast();
	}

	private static String show(Finding finding) {
		return "\n%s:%d %s %s".formatted(finding.place().file(), finding.place().line(), finding.rule(), finding.message());
	}
}
