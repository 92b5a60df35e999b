// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.ide.completion.Proposal;
import org.meterwright.dsl.ide.hover.Hover;
import org.meterwright.rules.Finding;

/** A session answers from the text of the editor, not from the file on disk. */
class EditingSessionTest {
	static final String METER = """
			namespace acme
			import cosem.*
			meter M {
			  device management at 1 named "ACM" {
			    clock: Clock version 0 0-0:1.0.0*255 { time: in call clockTime }
			    /** Energy taken from the network. */
			    importTotal: Register version 0 1-0:1.8.0*255 {
			      value: double-long-unsigned in nvm
			      scaler_unit = 10^3 Wh
			    }
			  }
			  association public client 16 to management {
			    context logical_name plain
			    mechanism lowest
			    show *
			    grant read on importTotal
			  }
			}
			""";

	@TempDir
	private Path folder;

	@Test
	void theEditorsTextWins() throws Exception {
		EditingSession session = session();
		String broken = METER.replace("client 16 to management", "client 16 to managment");
		session.change(name(), broken);
		List<Finding> errors = session.compilation().findings().stream().filter(Finding::isBlocking).toList();
		assertTrue(errors.stream().anyMatch(finding -> finding.message().contains("managment")), errors::toString);
		session.change(name(), METER);
		assertFalse(session.compilation().isBlocked(), () -> session.compilation().findings().toString());
	}

	@Test
	void aMeterWhoseNameIsNotWrittenYetIsASyntaxErrorAndNoMore() throws Exception {
		EditingSession session = session();
		session.change(name(), METER.replace("meter M {", "meter {"));
		assertTrue(session.compilation().findings().stream().allMatch(finding -> finding.rule().equals("MW-LANG-001")), () -> session.compilation().findings().toString());
		for (String head : List.of("meter 1 {", "meter", "meter conforms {")) {
			session.change(name(), METER.replace("meter M {", head));
			assertTrue(session.compilation().isBlocked(), head);
		}
	}

	@Test
	void aValueChangesTheModelThatIsThereAndItsRevision() throws Exception {
		EditingSession session = session();
		String bounded = METER.replace("    importTotal:", "    limit: Data 0-0:96.130.0*255 { value: unsigned = 7 in nvm }\n    importTotal:");
		session.change(name(), bounded);
		CompiledMeter before = session.compilation().meters().getFirst();
		session.change(name(), bounded.replace("= 7", "= 300"));
		CompiledMeter wrong = session.compilation().meters().getFirst();
		assertTrue(wrong.findings().stream().anyMatch(finding -> finding.message().contains("300")), () -> wrong.findings().toString());
		session.change(name(), bounded.replace("= 7", "= 8"));
		CompiledMeter after = session.compilation().meters().getFirst();
		assertSame(before.model(), after.model());
		assertNotSame(before.revision(), after.revision());
		assertEquals(Optional.of(new Value.Int(DataTag.UNSIGNED, BigInteger.valueOf(8))), after.model().getDevices().getFirst().getObjects().stream().filter(object -> "limit".equals(object.getName()))
				.flatMap(object -> object.getAttributes().stream()).filter(attribute -> "value".equals(attribute.getName())).map(Attribute::getValue).findFirst());
		assertEquals(before.findings(), after.findings());
		session.change(name(), bounded.replace("= 7", "= /* more */ 8"));
		assertSame(after.revision(), session.compilation().meters().getFirst().revision());
	}

	@Test
	void remarksAndHalfALineMoveFindingsAndLeaveTheModel() throws Exception {
		EditingSession session = session();
		Compilation before = session.compilation();
		Finding first = before.findings().getFirst();
		String remark = METER.replace("meter M {", "// a remark\nmeter M {");
		session.change(name(), remark);
		Compilation moved = session.compilation();
		assertSame(before.meters().getFirst().model(), moved.meters().getFirst().model());
		Finding after = moved.findings().getFirst();
		assertEquals(first.message(), after.message());
		assertEquals(first.place().line() + 1, after.place().line());
		session.change(name(), remark.replace("  association public", "  event half\n  association public"));
		assertTrue(session.compilation().findings().stream().anyMatch(finding -> finding.rule().equals("MW-LANG-001")));
		session.change(name(), METER);
		assertSame(before.meters().getFirst().model(), session.compilation().meters().getFirst().model());
		assertEquals(before.findings(), session.compilation().findings());
	}

	@Test
	void hoverSaysWhatBecameOfALine() throws Exception {
		Hover hover = session().hover(name(), METER.indexOf("scaler_unit")).orElseThrow();
		assertTrue(hover.text().contains("Value: 10^3 Wh"), hover::text);
		assertTrue(hover.text().contains("A-XDR: 02020F03161E"), hover::text);
		assertTrue(hover.text().contains("public: read"), hover::text);
	}

	@Test
	void hoverOnALogicalNameSaysWhatItMeans() throws Exception {
		Hover logicalName = session().hover(name(), METER.indexOf("1-0:1.8.0*255")).orElseThrow();
		assertEquals("1-0:1.8.0*255: active energy import, total, current value", logicalName.title());
		Hover object = session().hover(name(), METER.indexOf("importTotal: Register")).orElseThrow();
		assertTrue(object.text().contains("Meaning: active energy import, total, current value"), object::text);
	}

	@Test
	void hoverSaysValuesInWords() throws Exception {
		Hover scaler = session().hover(name(), METER.indexOf("scaler_unit")).orElseThrow();
		assertTrue(scaler.text().contains("In words: value x 10^3 Wh (active energy)"), scaler::text);
		Hover time = session().hover(name(), METER.indexOf("time: in call")).orElseThrow();
		assertTrue(time.text().contains("Local date and time, with deviation from UTC and status."), time::text);
	}

	@Test
	void hoverOnAValueSaysWhatItMeans() throws Exception {
		String text = METER.replace("time: in call clockTime", "time: in call clockTime daylight_savings_begin = *-03-last@sun 01:00 clock_base = internal_crystal");
		EditingSession session = session();
		session.change(name(), text);
		assertEquals("*-03-last@sun 01:00: last Sunday of March at 01:00", session.hover(name(), text.indexOf("*-03")).orElseThrow().title());
		Hover scaler = session.hover(name(), text.indexOf("10^3")).orElseThrow();
		assertTrue(scaler.text().contains("In words: value x 10^3 Wh (active energy)"), scaler::text);
		Hover literal = session.hover(name(), text.indexOf("internal_crystal")).orElseThrow();
		assertTrue(literal.text().contains("internal_crystal (1)"), literal::text);
	}

	@Test
	void hoverOfAMakersClassIsLikeThatOfTheStandards() throws Exception {
		String text = """
				namespace acme
				/** Acme tamper: what the cover sensors saw. */
				class AcmeTamper id 8200 version 0 uncertain "a draft" {
				  /** Logical name of the object. */
				  1 logical_name: octet-string(6) static
				  /** How long an alarm is held. */
				  2 hold_off: double-long-unsigned static unit s default 60 uncertain "may become long-unsigned"
				  /** Arms the sensors again. */
				  method 1 rearm(integer(0)): boolean optional
				}
				meter M {
				  device management at 1 named "ACM" {
				    tamper: AcmeTamper 0-0:128.7.0*255 { hold_off = 120 s }
				    scripts: ScriptTable 0-0:10.0.106*255 { script arm = 1 { call tamper.rearm(0) } }
				  }
				}
				""";
		Files.writeString(folder.resolve("m.cosem"), text);
		EditingSession session = EditingSession.open(List.of(folder.resolve("m.cosem")));
		session.change(name(), text);
		assertEquals("""
				AcmeTamper: class_id 8200, version 0
				Acme tamper: what the cover sensors saw.
				2 attributes, 1 method
				Not certain: a draft""", session.hover(name(), text.indexOf("AcmeTamper 0-0")).orElseThrow().text());
		assertEquals("""
				AcmeTamper.rearm(): method 1, optional
				Arms the sensors again.
				Parameter: integer(0)
				Result: boolean""", session.hover(name(), text.indexOf("rearm(0)")).orElseThrow().text());
		assertEquals("""
				AcmeTamper.hold_off: attribute 2
				How long an alarm is held.
				Type: double-long-unsigned
				Static: configured, not changed by the meter itself
				Counts in s (time, second)
				Default: 60 s (1 min)
				Not certain: may become long-unsigned""", session.hover(name(), text.indexOf("hold_off: double")).orElseThrow().text());
		Hover line = session.hover(name(), text.indexOf("hold_off = 120")).orElseThrow();
		assertTrue(line.text().contains("In words: 120 s (2 min)"), line::text);
		assertTrue(line.text().contains("How long an alarm is held."), line::text);
		assertTrue(line.text().contains("Not certain: may become long-unsigned"), line::text);
	}

	@Test
	void hoverOfANameSaysWhatItMeans() throws Exception {
		Hover hover = session().hover(name(), METER.indexOf("importTotal", METER.indexOf("grant"))).orElseThrow();
		assertTrue(hover.title().contains("Register"), hover::title);
		assertTrue(hover.text().contains("Energy taken from the network."), hover::text);
		assertTrue(hover.text().contains("Seen by: public"), hover::text);
	}

	@Test
	void definitionInTheFileAndInTheLibrary() throws Exception {
		EditingSession session = session();
		Optional<Origin> object = session.definition(name(), METER.lastIndexOf("importTotal") + 2);
		assertEquals(Optional.of(METER.indexOf("importTotal")), object.map(Origin::offset).map(offset -> METER.indexOf("importTotal", offset)));
		Optional<Origin> register = session.definition(name(), METER.indexOf("Register version"));
		assertTrue(register.orElseThrow().file().startsWith("library:"), register::toString);
	}

	@Test
	void proposalsKnowTheWholeProject() throws Exception {
		EditingSession session = session();
		String grown = METER.replace("grant read on importTotal", "grant read on imp");
		session.change(name(), grown);
		List<String> texts = session.services().complete(name(), grown.indexOf("on imp\n") + 6).stream().map(Proposal::label).toList();
		assertEquals("importTotal", texts.getFirst(), texts::toString);
	}

	@Test
	void halfWrittenTextIsAnswered() throws Exception {
		EditingSession session = session();
		for (int end = 0; end < METER.length(); end += 7) {
			session.change(name(), METER.substring(0, end));
			session.compilation();
			session.services().complete(name(), end);
			session.hover(name(), Math.max(0, end - 1));
			session.outline(name());
		}
		assertEquals(List.of(name()), session.names());
	}

	private EditingSession session() throws Exception {
		Files.writeString(folder.resolve("m.cosem"), METER);
		EditingSession session = EditingSession.open(List.of(folder.resolve("m.cosem")));
		session.change(name(), METER);
		return session;
	}

	private String name() {
		return folder.resolve("m.cosem").toString().replace('\\', '/');
	}
}
