// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.RequiredAttribute;
import org.meterwright.cosem.Requirement;

/** Checks the events of companions and what a companion wants captured. */
class CompanionEventsTest {
	private static final String COMPANION = """
			namespace q
			companion q.c {
			  index channel = 1..2
			  event opened code 40 from firmware "Opened"
			  event closed code 0x29 from firmware "Closed"
			  require clock: Clock 0-0:1.0.0*255
			  require state[c in channel]: Data 0-{c}:96.10.3*255
			  require hours[c in channel]: ProfileGeneric version 1 0-{c}:24.3.0*255 { capture clock.time, state[c] }
			  require all: ProfileGeneric version 1 0-0:99.1.0*255 { capture state, clock.status }
			}
			""";
	private static final String METER = """
			namespace m
			import q.*
			meter M conforms q.c {
			  device d at 1 {
			    lastCode: Data 0-0:96.11.0*255 { value: unsigned in ram }
			    record: ProfileGeneric version 1 0-0:99.98.0*255 { capture lastCode }
			  }
			  on opened { log record }
			  %s
			}
			""";

	private static Elaborated meter(String more) {
		return Elaborated.ofText(COMPANION, METER.formatted(more));
	}

	@Test
	void aMeterHasTheEventsThatItUses() {
		assertEquals(List.of("opened"), meter("").model().getEvents().stream().map(Event::getName).toList());
		assertEquals(List.of("opened", "closed"), meter("on closed { log record }").model().getEvents().stream().map(Event::getName).toList());
		assertEquals(List.of(), meter("").problems());
	}

	@Test
	void codesOfTheCompanionAreTaken() {
		String found = meter("event lidOpen code 41 from firmware on lidOpen { log record }").problems().getFirst();
		assertTrue(found.startsWith("MW-LANG-243") && found.contains("the code 41 is that of the companion's closed"), found);
		assertEquals(List.of(), meter("event lidOpen code 42 from firmware on lidOpen { log record }").problems());
	}

	@Test
	void codesOfTheCompanionStay() {
		String found = meter("override event opened code 230").problems().getFirst();
		assertTrue(found.startsWith("MW-LANG-243") && found.contains("gives opened the code 40, not 230"), found);
		assertEquals(List.of(), meter("override event opened code 0x28").problems());
	}

	@Test
	void aCompanionSaysWhatIsCaptured() {
		List<Requirement> requirements = meter("").model().getCompanions().getFirst().getRequirements();
		assertEquals("[{8, 0-0:1.0.0*255, 2, 0}, {1, 0-2:96.10.3*255, 2, 0}]", captured(requirements, "hours[2]"));
		assertEquals("[{1, 0-1:96.10.3*255, 2, 0}, {1, 0-2:96.10.3*255, 2, 0}, {8, 0-0:1.0.0*255, 4, 0}]", captured(requirements, "all"));
	}

	private static String captured(List<Requirement> requirements, String name) {
		RequiredAttribute attribute = requirements.stream().filter(each -> each.getName().equals(name)).findFirst().orElseThrow().getAttributes().getFirst();
		assertEquals(3, attribute.getIndex());
		return Elaborated.show(attribute.getValue());
	}
}
