// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.xtext.parser.IParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CosemStandaloneSetup;
import org.meterwright.dsl.Workspace;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.rules.Finding;

class MeterStarterTest {
	private static final MeterStarter STARTER = new MeterStarter(new CosemStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(IParser.class));
	private static final Workspace WORKSPACE = new Workspace();
	private static final int ALL = (1 << Part.values().length) - 1;
	/** Where nobody but the public client may read, most objects are of use to nobody; that is worth a note and no more. */
	private static final String SHOWN_BY_NOBODY = "MW-RIGHT-013";

	/** The sets of at most two parts, and those that lack at most two; with {@code -Dmeterwright.exhaustive=true} all sets. */
	private static IntStream sets() {
		return IntStream.rangeClosed(0, ALL).filter(bits -> Boolean.getBoolean("meterwright.exhaustive") || Integer.bitCount(bits) <= 2 || Integer.bitCount(bits) >= Part.values().length - 2);
	}

	private static Set<Part> parts(int bits) {
		Set<Part> parts = EnumSet.noneOf(Part.class);
		Stream.of(Part.values()).filter(part -> (bits >> part.ordinal() & 1) == 1).forEach(parts::add);
		return parts;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void everyCombinationIsSoundAndGenerates(int rates) {
		Set<Set<Part>> seen = new HashSet<>();
		sets().forEach(bits -> {
			MeterPlan plan = new MeterPlan("E1", "ACM", Wiring.values()[bits % Wiring.values().length], rates, parts(bits));
			if (seen.add(plan.parts())) {
				assertSound(plan);
			}
		});
		assertTrue(seen.contains(EnumSet.allOf(Part.class)) && seen.contains(Collections.<Part>emptySet()));
	}

	@ParameterizedTest
	@EnumSource
	void everyWiringIsSoundWithEveryNumberOfRates(Wiring wiring) {
		IntStream.rangeClosed(1, MeterPlan.MOST_RATES).forEach(rates -> assertSound(new MeterPlan("E1", "ACM", wiring, rates, EnumSet.allOf(Part.class))));
	}

	private static void assertSound(MeterPlan plan) {
		Compilation compilation = compile(STARTER.text(plan));
		boolean nobody = !plan.has(Part.READER) && !plan.has(Part.HEAD_END);
		List<String> unexpected = compilation.findings().stream().filter(finding -> !nobody || !finding.rule().equals(SHOWN_BY_NOBODY)).map(MeterStarterTest::words).toList();
		assertEquals(List.of(), unexpected, plan::toString);
		assertFalse(FirmwareGenerator.generate(compilation.meters().getFirst().model(), FirmwareOptions.forMeter("E1")).files().isEmpty());
	}

	private static Compilation compile(String text) {
		WORKSPACE.put("meter.cosem", text);
		return WORKSPACE.compile();
	}

	private static String words(Finding finding) {
		return "%d: %s %s".formatted(finding.place().line(), finding.rule(), finding.message());
	}

	@ParameterizedTest
	@EnumSource
	void eachPartAddsToTheText(Part part) {
		String all = STARTER.text(plan(EnumSet.allOf(Part.class)));
		assertTrue(STARTER.text(plan(EnumSet.complementOf(EnumSet.of(part)))).length() < all.length());
	}

	private static MeterPlan plan(Set<Part> parts) {
		return new MeterPlan("E1", "ACM", Wiring.FOUR_WIRE, 2, parts);
	}

	@Test
	void measuresTheElementsOfEachWiring() {
		Set<Part> quality = EnumSet.of(Part.QUALITY);
		assertEquals(List.of(32), voltages(new MeterPlan("E1", "ACM", Wiring.SINGLE_PHASE, 1, quality)));
		assertEquals(List.of(32, 72), voltages(new MeterPlan("E1", "ACM", Wiring.THREE_WIRE, 1, quality)));
		assertEquals(List.of(32, 52, 72), voltages(new MeterPlan("E1", "ACM", Wiring.FOUR_WIRE, 1, quality)));
	}

	/** Returns the C of the logical names of the instantaneous voltages. */
	private static List<Integer> voltages(MeterPlan plan) {
		return compile(STARTER.text(plan)).meters().getFirst().model().getDevices().getFirst().getObjects().stream().map(object -> String.valueOf(object.getLogicalName()))
				.filter(name -> name.matches("1-0:[357]2\\.7\\.0\\*255")).map(name -> Integer.valueOf(name.substring(4, 6))).sorted().toList();
	}

	@Test
	void leavesOutWhatLacksItsNeed() {
		assertEquals(Set.of(Part.BILLING), plan(EnumSet.of(Part.BILLING, Part.PUSH)).parts());
		assertEquals(STARTER.text(plan(EnumSet.of(Part.BILLING))), STARTER.text(plan(EnumSet.of(Part.BILLING, Part.PUSH))));
	}

	@Test
	void saysWhatIsWrongWithAChoice() {
		assertTrue(MeterPlan.wrongManufacturer("ACM").isEmpty());
		assertTrue(MeterPlan.wrongManufacturer("acm").orElse("").contains("three capital letters"));
		assertThrows(IllegalArgumentException.class, () -> new MeterPlan("E1", "ACM", Wiring.SINGLE_PHASE, 9, Set.of()));
		assertNotEquals(STARTER.text(plan(Set.of())), STARTER.text(new MeterPlan("E2", "ACM", Wiring.FOUR_WIRE, 2, Set.of())));
	}
}
