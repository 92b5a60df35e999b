// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.xtext.parser.IParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CosemStandaloneSetup;
import org.meterwright.dsl.complete.MissingObjects;
import org.meterwright.dsl.formatting2.TextFormatter;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.rules.Severity;
import org.meterwright.views.Models;

class CompanionStarterTest {
	private static final IParser PARSER = new CosemStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(IParser.class);
	private static final CompanionStarter STARTER = new CompanionStarter(PARSER);

	static List<Companion> companions() {
		return Companion.all();
	}

	/** Each wiring with no switch and with all; with {@code -Dmeterwright.exhaustive=true} with each switch alone too. */
	private static Stream<CompanionPlan> plans(Companion companion) {
		Set<Set<String>> switches = new LinkedHashSet<>(List.of(Set.of()));
		if (Boolean.getBoolean("meterwright.exhaustive")) {
			companion.switches().forEach(each -> switches.add(Set.of(each)));
		}
		switches.add(Set.copyOf(companion.switches()));
		return companion.wirings().stream().flatMap(wiring -> switches.stream().map(chosen -> new CompanionPlan("E1", "ACM", companion, wiring, chosen, Set.of(), Set.of(), 15)));
	}

	private static CompanionPlan with(CompanionPlan plan, Set<String> optional, Set<Part> parts) {
		return new CompanionPlan(plan.name(), plan.manufacturer(), plan.companion(), plan.wiring(), plan.switches(), optional, parts, 30);
	}

	@ParameterizedTest
	@MethodSource("companions")
	void everyChoiceIsWithoutErrorAndComplete(Companion companion) {
		plans(companion).forEach(plan -> {
			CompanionOffer offer = STARTER.offer(plan);
			Set<String> optional = offer.optional().stream().map(CompanionOffer.Choice::name).collect(Collectors.toSet());
			assertSound(plan);
			if (!optional.isEmpty() || !offer.parts().isEmpty()) {
				assertSound(with(plan, optional, offer.parts()));
			}
		});
	}

	private static void assertSound(CompanionPlan plan) {
		String text = STARTER.text(plan);
		Compilation compilation = Models.text("meter.cosem", text);
		assertEquals(List.of(), compilation.findings().stream().filter(each -> each.severity() == Severity.ERROR)
				.map(each -> "%d: %s %s".formatted(each.place().line(), each.rule(), each.message())).toList(), plan::toString);
		assertEquals("", MissingObjects.of(Models.first(compilation)).text(), plan::toString);
		assertEquals(text, new TextFormatter().format(PARSER.parse(new StringReader(text))));
		assertFalse(FirmwareGenerator.generate(Models.first(compilation).model(), FirmwareOptions.forMeter("E1")).files().isEmpty());
	}

	@Test
	void offersTheCompanionsOfMeters() {
		List<String> names = companions().stream().map(Companion::name).toList();
		assertTrue(names.containsAll(List.of("gbcs.v4.esme", "gbcs.v1.esme", "dsmr.v2_2", "smr.v5_5", "idis.package2", "india.is15959", "saudi.sec", "italy.gas")), names::toString);
		assertFalse(names.contains("gbcs.v4.ppmid") || names.contains("gbcs.v4.messages") || names.contains("idis.events"), names::toString);
		companions().forEach(each -> assertFalse(each.about().isBlank(), each::name));
	}

	@Test
	void knowsWhatACompanionLeavesToTheMeter() {
		assertEquals(List.of("twinElement", "auxiliary", "proportional", "boost"), companion("gbcs.v4.esme").switches());
		assertEquals("polyphase", companion("smr.v5_5").phases().orElseThrow());
		assertEquals(List.of(Wiring.FOUR_WIRE), companion("saudi.sec").wirings());
		assertEquals(List.of(Wiring.values()), companion("idis.package2").wirings());
		assertEquals("Twin element", Companion.words("twinElement"));
	}

	@Test
	void offersWhatACompanionAllowsAndNothingThatItSettles() {
		CompanionOffer closed = STARTER.offer(plan("gbcs.v4.esme", Set.of()));
		assertEquals(Set.of(), closed.parts());
		assertTrue(closed.profiles().contains("billingLog") && closed.required() > 100, closed::toString);
		CompanionOffer open = STARTER.offer(plan("saudi.sec", Set.of()));
		assertTrue(open.optional().stream().anyMatch(each -> each.name().equals("sagLog") && each.isProfile()), open::toString);
		assertTrue(open.parts().containsAll(EnumSet.of(Part.HEAD_END, Part.READER)), open::toString);
	}

	@Test
	void recordsTheRegistersThatTheCompanionHas() {
		CompanionOffer offer = STARTER.offer(plan("saudi.sec", Set.of()));
		String text = STARTER.text(plan("saudi.sec", offer.parts()));
		assertTrue(text.contains("capture_period = 15 min"), text);
		assertTrue(text.contains("energy[1].value, energy[2].value"), text);
		assertFalse(text.contains("importTotal"), text);
		assertTrue(new HashSet<>(offer.parts()).contains(Part.LOAD_PROFILE));
	}

	private static Companion companion(String name) {
		return companions().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
	}

	private static CompanionPlan plan(String companion, Set<Part> parts) {
		return new CompanionPlan("E1", "ACM", companion(companion), Wiring.SINGLE_PHASE, Set.of(), Set.of(), parts, 15);
	}

	@Test
	void refusesAPeriodThatNoProfileHas() {
		assertThrows(IllegalArgumentException.class, () -> new CompanionPlan("E1", "ACM", companion("saudi.sec"), Wiring.FOUR_WIRE, Set.of(), Set.of(), Set.of(), 0));
	}
}
