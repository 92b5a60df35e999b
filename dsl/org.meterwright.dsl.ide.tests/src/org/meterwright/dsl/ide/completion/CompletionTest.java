// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.dsl.ide.Examples;
import org.meterwright.dsl.ide.Texts;
import org.meterwright.dsl.ide.names.NameIndex;

/** What is proposed where; {@code |} is the cursor. */
class CompletionTest {
	private static final String METER = """
			namespace acme
			import cosem.*
			meter M {
			  device management at 1 named "ACM" {
			    clock: Clock 0-0:1.0.0*255 {
			      clock_base = internal_crystal
			    }
			    supply: DisconnectControl version 0 0-0:96.3.10*255 {
			      control_state = connected in nvm
			    }
			    scripts: ScriptTable 0-0:10.0.106*255 {
			      script disable = 52 { call supply.remote_disconnect(0) }
			    }
			    securityLog: ProfileGeneric version 1 0-0:99.98.1*255 { capture clock.time }
			    group readings = clock
			%s
			  }
			  event coverRemoved from firmware
			%s
			}
			""";

	@Test
	void attributesOfTheClassThatAreNotWrittenYet() {
		List<String> found = inDevice("x: Clock 0-0:1.0.1*255 { time_zone = 0 | }");
		assertTrue(found.contains("clock_base"), found::toString);
		assertFalse(found.contains("time_zone"), "written already");
		assertFalse(found.contains("logical_name"), "said by the header");
	}

	@Test
	void prefixIsRespected() {
		assertEquals(List.of("clock_base"), inDevice("x: Clock 0-0:1.0.1*255 { clock_b| }"));
	}

	@Test
	void literalsOfTheAttributesType() {
		List<String> found = inDevice("x: Clock 0-0:1.0.1*255 { clock_base = | }");
		assertTrue(found.contains("internal_crystal"), found::toString);
	}

	@Test
	void classesWithTheirVersions() {
		List<String> found = inDevice("x: Profile| 0-0:1.0.1*255");
		assertEquals(List.of("ProfileGeneric version 0", "ProfileGeneric version 1", "ProfileGeneric", "ProfileGeneric version 0 {...}", "ProfileGeneric version 1 {...}",
				"ProfileGeneric, billing log {...}", "ProfileGeneric, daily profile {...}", "ProfileGeneric, event log {...}", "ProfileGeneric, load profile {...}"), found);
	}

	@Test
	void logicalNamesOfTheClassWithTheirMeaning() {
		List<String> clocks = inDevice("x: Clock |");
		assertTrue(clocks.contains("0-0:1.0.0*255"), clocks::toString);
		assertTrue(clocks.stream().allMatch(each -> each.startsWith("0-0:1.0.") || each.equals("version")), clocks::toString);
		List<String> rates = inDevice("x: Register 1-0:1.8.|");
		assertTrue(rates.containsAll(List.of("1-0:1.8.0*255", "1-0:1.8.4*255", "1-0:1.8.63*255")), rates::toString);
		assertTrue(inDevice("x: Register 1-0:32.7|").contains("1-0:32.7.0*255"));
	}

	@Test
	void membersBehindADot() {
		assertEquals(List.of("remote_disconnect", "remote_reconnect"), inDevice("t: ScriptTable 0-0:10.0.107*255 { script a = 1 { call supply.| } }"));
		assertEquals(List.of("disable"), atTop("on coverRemoved { run scripts.| }"));
	}

	@Test
	void whatAStepAsksFor() {
		assertEquals(List.of("securityLog"), atTop("on coverRemoved { log | }"));
		assertEquals(List.of("securityLog"), atTop("on coverRemoved { capture | }"));
		assertEquals(List.of("scripts"), atTop("on coverRemoved { run | }"));
		assertEquals(List.of("coverRemoved"), atTop("on cover| { }"));
	}

	@Test
	void grantsOfferObjectsAndGroups() {
		List<String> found = atTop("association a client 16 to management { grant read on | }");
		assertTrue(found.containsAll(List.of("clock", "supply", "readings")), found::toString);
		assertFalse(found.contains("coverRemoved"), "an event has no rights");
	}

	@Test
	void namesOfTheStandard() {
		assertTrue(atTop("association a client 16 to management { mechanism | }").contains("high_gmac"));
		assertTrue(atTop("association a client 16 to management { conformance get, sel| }").contains("selective_access"));
	}

	@Test
	void wordsOfTheLanguage() {
		List<String> found = atTop("|");
		assertTrue(found.containsAll(List.of("association", "event", "push", "every", "when", "internal")), found::toString);
		assertTrue(inDevice("x: Clock 0-0:1.0.1*255 { time: in | }").containsAll(List.of("rom", "ram", "nvm", "call")));
	}

	@Test
	void unitsBehindANumber() {
		assertTrue(inDevice("x: Register 1-0:1.8.0*255 { scaler_unit = 10^0 W| }").containsAll(List.of("W", "Wh")));
	}

	/** Projects of the workbench begin with such a namespace. */
	@ParameterizedTest
	@ValueSource(strings = { "namespace acme.meter", "namespace acme.group.meter", "namespace acme\nimport other.companion.meter.*" })
	void wordsOfTheLanguageInNamespaces(String head) {
		String text = METER.replace("namespace acme", head);
		assertEquals(List.of("securityLog", "supply"), propose(text.formatted("group more = s|.value", "")).stream().filter(Set.of("supply", "securityLog")::contains).toList());
		assertEquals(List.of("clock"), propose(text.formatted("x: ProfileGeneric 1-0:99.1.0*255 { capture cl|ock.time }", "")));
		assertTrue(propose(text.formatted("", "|")).containsAll(List.of("association", "event")));
	}

	/** A maker's class in a file of its own namespace is completed like one of the standard's. */
	@Test
	void classesOfAMakersLibrary() {
		String library = """
				namespace acme.sensors
				/** Acme tamper: what the sensors saw. */
				class AcmeTamper id 8200 version 0 {
				  /** Logical name of the object. */
				  1 logical_name: octet-string(6) static
				  /** What is set off. */
				  2 sensors: bits(8) { main_cover = 0, terminal_cover = 1 } dynamic
				  /** When the sensors are armed. */
				  3 arming: enum { on_demand = 0, closed = 1 } static
				  /** Arms the sensors again. */
				  method 1 rearm(integer(0))
				}
				""";
		String own = METER.replace("import cosem.*", "import cosem.*\nimport acme.sensors.*");
		assertTrue(withLibrary(library, own.formatted("x: Acme| 0-0:128.7.0*255", "")).contains("AcmeTamper"));
		assertEquals(List.of("arming"), withLibrary(library, own.formatted("x: AcmeTamper 0-0:128.7.0*255 { sensors: in ram ar| }", "")));
		List<String> literals = withLibrary(library, own.formatted("x: AcmeTamper 0-0:128.7.0*255 { arming = | }", ""));
		assertTrue(literals.containsAll(List.of("on_demand", "closed")), literals::toString);
		List<String> members = withLibrary(library, own.formatted("x: AcmeTamper 0-0:128.7.0*255 { } s: ScriptTable 0-0:10.0.107*255 { script a = 1 { call x.| } }", ""));
		assertTrue(members.contains("rearm"), members::toString);
	}

	private static List<String> withLibrary(String library, String marked) {
		int cursor = marked.indexOf('|');
		String text = marked.replace("|", "");
		Map<String, String> all = Map.of("m.cosem", text, "sensors.cosem", library);
		NameIndex index = new NameIndex(Examples.texts(all).files(), name -> Optional.ofNullable(all.get(name)));
		return Texts.INJECTOR.getInstance(Completion.class).propose(text, cursor, index.meanings()).stream().map(Proposal::label).toList();
	}

	@Test
	void nothingIsProposedTwice() {
		List<String> found = atTop("|");
		assertEquals(found.stream().distinct().toList(), found);
	}

	private static List<String> inDevice(String text) {
		return propose(METER.formatted(text, ""));
	}

	private static List<String> atTop(String text) {
		return propose(METER.formatted("", text));
	}

	private static List<String> propose(String marked) {
		int cursor = marked.indexOf('|');
		String text = marked.replace("|", "");
		Examples texts = Examples.texts(Map.of("m.cosem", text));
		NameIndex index = new NameIndex(texts.files(), name -> Optional.of(text));
		return Texts.INJECTOR.getInstance(Completion.class).propose(text, cursor, index.meanings()).stream().map(Proposal::label).toList();
	}
}
