// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.sugar.Elaborated;

/** Checks what lines of rights become: modes in the bits of version 3, selectors, order of the list. */
class RightsTest {
	private static Elaborated meter(String lines) {
		Elaborated meter = Elaborated.of("association a client 1 to d 0-0:40.0.1*255 { version 3\n%s\n}".formatted(lines));
		assertEquals(List.of(), meter.problems());
		return meter;
	}

	@Test
	void beginsWithoutAnyRight() {
		assertEquals("total: 1=0 2=0 3=0 | 1=0", meter("show total").rights("a"));
	}

	@Test
	void grantsAnObjectAsAWhole() {
		assertEquals("total: 1=1 2=1 3=1 | 1=0", meter("show total grant read on total").rights("a"));
		assertEquals("total: 1=0 2=0 3=2 | 1=0", meter("show total grant write on total").rights("a"));
		assertEquals("total: 1=0 2=0 3=0 | 1=1", meter("show total grant call on total").rights("a"));
		assertEquals("total: 1=1 2=1 3=3 | 1=1", meter("show total grant read, write, call on total").rights("a"));
	}

	@Test
	void writesWhatTheInstanceKeeps() {
		Elaborated meter = meter("show hiddenNot, eventCode grant write on hiddenNot, eventCode.value".replace("hiddenNot", "calendar"));
		assertEquals("eventCode: 1=0 2=2 |", meter.rights("a", "eventCode"));
		assertEquals("calendar: 1=0 2=2 | 1=0 2=0 3=0", meter.rights("a", "calendar"));
	}

	@Test
	void readsNoSecretUnlessNamed() {
		assertEquals("a: 1=1 2=1[1,2,3,4] 3=1 4=1 5=1 6=1 7=0 8=1 9=1 10=1 11=1 | 1=0 2=0 3=0 4=0 5=0 6=0", meter("show a grant read on a").rights("a"));
		assertTrue(meter("show a grant read on a.secret").rights("a").contains("7=1"));
	}

	@Test
	void readsItsOwnViewUnlessDenied() {
		assertEquals("currentAssociation: 1=1 2=1[1,2,3,4] 3=1 4=1 5=1 6=1 7=0 8=1 9=1 10=1 11=1 | 1=0 2=0 3=0 4=0 5=0 6=0",
				meter("show currentAssociation").rights("a"));
		assertTrue(meter("show currentAssociation deny read on currentAssociation.object_list").rights("a").contains(" 2=0 "));
	}

	@Test
	void appliesLinesFromTopToBottom() {
		assertEquals("total: 1=1 2=0 3=1 | 1=0", meter("show total grant read on total deny read on total.value").rights("a"));
		assertEquals("total: 1=0 2=1 3=0 | 1=0", meter("show total deny read on total grant read on total.value").rights("a"));
	}

	@Test
	void replacesProtectionByTheLastWith() {
		assertEquals("total: 1=0 2=37 3=0 | 1=0", meter("show total grant read on total.value with authenticated").rights("a"));
		assertEquals("total: 1=0 2=9 3=0 | 1=0",
				meter("show total grant read on total.value with authenticated grant read on total.value with encrypted request").rights("a"));
		assertEquals("total: 1=0 2=129 3=0 | 1=0",
				meter("show total grant read on total.value with signed response grant read on total.value").rights("a"));
		assertEquals("total: 1=0 2=0 3=0 | 1=0", meter("show total grant read on total.value with signed deny read on total.value").rights("a"));
	}

	@Test
	void offersTheSelectorsOfTheClassOrThoseNamed() {
		assertEquals("billing: 1=0 2=1[1,2] 3=0 4=0 5=0 6=0 7=0 8=0 | 1=0 2=0", meter("show billing grant read on billing.buffer").rights("a"));
		assertEquals("billing: 1=0 2=1[1] 3=0 4=0 5=0 6=0 7=0 8=0 | 1=0 2=0", meter("show billing grant read on billing.buffer selecting 1").rights("a"));
		assertEquals("billing: 1=0 2=1 3=0 4=0 5=0 6=0 7=0 8=0 | 1=0 2=0", meter("show billing grant read on billing.buffer not selecting").rights("a"));
		assertEquals("billing: 1=1 2=1[2] 3=1 4=1 5=1 6=1 7=1 8=1 | 1=0 2=0", meter("show billing grant read on billing selecting 2").rights("a"));
	}

	@Test
	void offersNoSelectorsWithoutSelectiveAccess() {
		assertEquals("billing: 1=0 2=1 3=0 4=0 5=0 6=0 7=0 8=0 | 1=0 2=0", meter("conformance get show billing grant read on billing.buffer").rights("a"));
		assertEquals("billing: 1=0 2=1[1] 3=0 4=0 5=0 6=0 7=0 8=0 | 1=0 2=0",
				meter("conformance get show billing grant read on billing.buffer selecting 1").rights("a"));
	}

	@Test
	void reachesFamiliesGroupsClassesAndMembersOfClasses() {
		Elaborated meter = meter("""
				show every Register
				grant read on rate[2..3].value
				grant call on every Register.reset
				grant read on every Register.scaler_unit except total
				""");
		assertEquals("""
				power: 1=0 2=0 3=1 | 1=1
				total: 1=0 2=0 3=0 | 1=1
				rate[1]: 1=0 2=0 3=1 | 1=1
				rate[2]: 1=0 2=1 3=1 | 1=1
				rate[3]: 1=0 2=1 3=1 | 1=1""", meter.rights("a"));
	}

	@Test
	void opensGroupsOfGroupsAndKeepsWhatIsShown() {
		Elaborated meter = Elaborated.of("""
				group inner = rate, total.value
				group outer = inner, clock
				association a client 1 to d { show total grant read on outer }
				""");
		assertEquals(List.of(), meter.problems());
		assertEquals("total: 1=0 2=1 3=0 | 1=0", meter.rights("a"));
	}

	@Test
	void sortsWhatIsNotNamed() {
		List<String> names = meter("show *").association("a").getEntries().stream().map(entry -> entry.getObject().getName()).toList();
		assertEquals(List.of("logicalDeviceName", "stamp", "eventCode", "power", "total", "rate[1]", "rate[2]", "rate[3]", "billing", "eventLog", "clock", "scripts", "calendar",
				"currentAssociation", "a", "sapAssignment", "keys", "supply"), names);
	}

	@Test
	void keepsTheOrderAndRepetitionOfNames() {
		assertEquals("""
				total: 1=1 2=1 3=1 | 1=0
				clock: 1=0 2=0 3=0 4=0 5=0 6=0 7=0 8=0 9=0 | 1=0 2=0 3=0 4=0 5=0 6=0
				total: 1=1 2=1 3=1 | 1=0
				rate[1]: 1=0 2=0 3=0 | 1=0
				rate[2]: 1=0 2=0 3=0 | 1=0
				rate[3]: 1=0 2=0 3=0 | 1=0""", meter("show total, clock, total, rate grant read on total").rights("a"));
	}

	@Test
	void listsSetsOnceAfterNames() {
		List<String> names = meter("show supply, every Register, total except power").association("a").getEntries().stream()
				.map(entry -> entry.getObject().getName()).toList();
		assertEquals(List.of("supply", "total", "rate[1]", "rate[2]", "rate[3]"), names);
	}

	@Test
	void omitsMembers() {
		assertEquals("""
				power: 1=1 2=1 | 1=0
				total: 1=1 2=1 3=1 |""", meter("show power, total omit total.reset, power.scaler_unit grant read on every Register").rights("a"));
		assertEquals("power: 1=0 2=0 3=0 | 1=0\ntotal: 1=0 2=0 3=0 |", meter("show power, total omit every Register.reset except power.reset").rights("a"));
	}

	@Test
	void takesAnEntryThatIsSpelledOut() {
		Elaborated meter = meter("""
				show total
				entry billing {
				  buffer: read selecting 2, 1
				  logical_name: read, write with authenticated request, signed response
				  capture_objects: deny
				  capture(): call with encrypted
				  reset(): deny
				}
				show total
				grant write on total.scaler_unit
				""");
		assertEquals("""
				total: 1=0 2=0 3=2 | 1=0
				billing: 2=1[2,1] 1=135 3=0 | 2=73 1=0
				total: 1=0 2=0 3=2 | 1=0""", meter.rights("a"));
	}

	@Test
	void layersRightsOfAnOverriddenAssociation() {
		Elaborated meter = Elaborated.ofText("""
				abstract meter B {
				  device d at 1 { x: Data 0-0:96.1.0*255 { value: unsigned = 1 in nvm } }
				  association a client 1 to d { show x grant read, write on x }
				}
				meter T extends B {
				  override association a client 2 to d { deny write on x }
				}
				""");
		assertEquals(List.of(), meter.problems());
		assertEquals("x: 1=1 2=1 |", meter.rights("a"));
		assertEquals(2, meter.association("a").getClientSap());
	}

	@Test
	void showsEverythingWithoutAShowLine() {
		assertTrue(meter("grant read on clock").rights("a").startsWith("logicalDeviceName: 1=0 2=0 |"));
	}
}
