// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.dsl.ide.completion.Completion;
import org.meterwright.dsl.ide.completion.Proposal;
import org.meterwright.dsl.ide.hover.Hover;
import org.meterwright.dsl.ide.hover.Hovering;
import org.meterwright.dsl.ide.names.NameIndex;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.ide.outline.Outline;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.dsl.ide.view.Folding;
import org.meterwright.dsl.ide.view.Folding.Kind;
import org.meterwright.dsl.ide.view.Folding.Region;

/** What an editor does for a scenario in a file of its own; {@code |} is the cursor. The Alert and the event of the meter share a name, as do those of real ones. */
class ScenarioEditingTest {
	private static final String METER = """
			namespace acme
			import cosem.*
			meter M {
			  device management at 1 named "ACM" {
			    clock: Clock 0-0:1.0.0*255 { }
			    supply: DisconnectControl version 0 0-0:96.3.10*255 { control_state = connected in nvm }
			    securityLog: ProfileGeneric version 1 0-0:99.98.1*255 { capture clock.time }
			  }
			  role Supplier "who sells"
			  association supplier client 1 to management { grant read on clock }
			  event opened from firmware "cover was opened"
			  push opening 0-0:25.9.0*255 to supplier { }
			  alert opened 0x8F3F "Cover opened" on opened { to Supplier via opening }
			}
			""";
	private static final String PLAY = """
			namespace acme
			scenario "the cover is opened" for M at 2026-11-03 12:00 {
			  raise opened
			  lose power
			  expect alert opened to Supplier
			  expect push opening
			  expect newest securityLog.buffer == [ ]
			  expect supply.control_state == disconnected
			  as supplier with wrong secret { }
			  as supplier {
			    call supply.remote_disconnect(0)
			    expect denied with read-write-denied
			  }
			}
			""";

	private static Map<String, String> texts(String play) {
		return Map.of("m.cosem", METER, "p.cosem", play);
	}

	private static NameIndex index(String play) {
		Map<String, String> texts = texts(play);
		return new NameIndex(Examples.texts(texts).files(), name -> Optional.ofNullable(texts.get(name)).or(() -> Examples.text(name)));
	}

	private static List<String> offered(String step) {
		String marked = "namespace acme\nscenario \"s\" for M {\n  raise opened\n  %s\n}\n".formatted(step);
		String text = marked.replace("|", "");
		return Texts.INJECTOR.getInstance(Completion.class).propose(text, marked.indexOf('|'), index(text).meanings()).stream()
				.filter(proposal -> proposal.kind() != Proposal.Kind.KEYWORD && proposal.kind() != Proposal.Kind.SNIPPET).map(Proposal::label).toList();
	}

	@ParameterizedTest
	@CsvSource({ "raise |, opened", "expect alert |, opened", "expect no alert |, opened", "expect alert opened to |, Supplier", "expect push |, opening", "as | { }, supplier",
			"expect log |, securityLog", "expect log newest |, securityLog", "as supplier with | secret { }, wrong", "lose |, network power" })
	void onlyWhatAStepAsksFor(String step, String names) {
		assertEquals(List.of(names.split(" ")), offered(step).stream().sorted().toList());
	}

	@Test
	void objectsMembersLiteralsAndReasons() {
		assertTrue(offered("set |").containsAll(List.of("clock", "supply")));
		assertFalse(offered("set |").contains("opened"), "an event has no value");
		assertTrue(offered("set supply.|").contains("control_state"));
		assertTrue(offered("call supply.|").contains("remote_disconnect"));
		assertTrue(offered("expect supply.control_state == |").containsAll(List.of("connected", "disconnected")));
		assertTrue(offered("as supplier { read clock.time expect denied with | }").contains("object-undefined"));
		assertTrue(offered("|").containsAll(List.of("lose", "restore", "repeat", "proves")));
	}

	@ParameterizedTest
	@CsvSource({ "raise |opened, event opened from", "alert |opened, alert opened 0x", "to |Supplier, role Supplier", "push |opening, push opening", "as |supplier, association supplier",
			"newest |securityLog, securityLog: Pro", "expect |supply, supply: Disc", "for |M, meter M" })
	void declarations(String marked, String declared) {
		int at = PLAY.indexOf(marked.replace("|", "")) + marked.indexOf('|') + 1;
		NameIndex index = index(PLAY);
		Occurrence place = index.declarations(index.symbol("p.cosem", at).orElseThrow()).getFirst();
		String line = METER.substring(METER.lastIndexOf('\n', place.offset()) + 1, METER.indexOf('\n', place.offset())).strip();
		assertEquals("m.cosem", place.file());
		assertTrue(line.startsWith(declared), line);
	}

	@Test
	void usesInScenariosAreFoundFromTheMeter() {
		NameIndex index = index(PLAY);
		assertEquals(List.of(3), lines(index, METER.indexOf("opened from")));
		assertEquals(List.of(5), lines(index, METER.indexOf("opened 0x8F3F")));
		assertEquals(List.of(9, 10), lines(index, METER.indexOf("supplier client")));
		assertEquals(List.of(8, 11), lines(index, METER.indexOf("supply:")));
	}

	private static List<Integer> lines(NameIndex index, int at) {
		return index.occurrences(index.symbol("m.cosem", at).orElseThrow(), "p.cosem").stream().map(index::line).toList();
	}

	@ParameterizedTest
	@CsvSource({ "raise |opened, event opened from firmware: cover was opened", "alert |opened, 'Alert opened, code 0x8F3F: Cover opened'", "to |Supplier, role Supplier: who sells",
			"push |opening, push set-up opening", "as |supplier, 'association supplier, client 1'", "== |disconnected, disconnected = 0", "supply.|remote_d, DisconnectControl.remote_disconnect(): method 1" })
	void hovers(String marked, String title) {
		int at = PLAY.indexOf(marked.replace("|", "")) + marked.indexOf('|') + 1;
		Hovering hovering = new Hovering(Examples.texts(texts(PLAY)).compilation(), index(PLAY));
		assertEquals(Optional.of(title), hovering.at(PLAY, "p.cosem", at).map(Hover::title));
	}

	@Test
	void outlineNamesTheScenarioAndItsMeter() {
		List<OutlineEntry> found = Outline.of(Examples.texts(texts(PLAY)).files().stream().filter(file -> file.name().equals("p.cosem")).findFirst().orElseThrow().root());
		assertEquals(List.of("the cover is opened, M"), found.stream().map(entry -> "%s, %s".formatted(entry.label(), entry.detail())).toList());
		assertEquals(PLAY.indexOf("scenario"), found.getFirst().offset());
		assertEquals(PLAY.strip().length(), found.getFirst().offset() + found.getFirst().length());
	}

	@Test
	void stepsOfAClientFold() {
		assertEquals(List.of(new Region(Kind.BLOCK, 1, 12), new Region(Kind.BLOCK, 9, 11)), Folding.of(PLAY));
	}
}
