// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.meterwright.dsl.CosemLanguage;

/** An edit reads only what it touches, and leaves the tree and the places of the whole text; where that is not certain, it is left to the parser. */
class PatchTest {
	private static final String TEXT = """
			namespace house

			/** A meter. */
			meter Small {
			  property manufacturer = "ABC"
			  property interval = 30
			  device management at 1 {
			    /** The clock. */
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime } // kept
			    total: Register 1-0:1.8.0*255 {
			      value: double-long-unsigned in nvm
			      scaler_unit = 10^0 Wh
			    }
			    serial: Data 0-0:96.1.0*255 { value: octet-string(16) in call serial }
			  }
			  group readings = clock, total
			}
			extend meter Small {
			  event opened from firmware "Opened"
			}
			""";

	private final SyntaxParser parser = CosemLanguage.parser();
	/** A patch changes its tree: one more needs another, or the patched one. */
	private SyntaxFile file = parser.parse("m.cosem", TEXT, false);

	private static String with(String what, String instead) {
		assertTrue(TEXT.contains(what), what);
		return TEXT.replace(what, instead);
	}

	private Optional<SyntaxFile> patch(String what, String instead) {
		return Patch.of(parser, file, with(what, instead));
	}

	/** Patches, and asks for the tree and places of the whole new text. */
	private SyntaxFile patched(String what, String instead) {
		SyntaxFile patched = patch(what, instead).orElseThrow(() -> new AssertionError("the whole text would be parsed"));
		SyntaxFile whole = parser.parse("m.cosem", with(what, instead), false);
		assertTrue(EcoreUtil.equals(whole.root(), patched.root()), "trees differ");
		assertEquals(places(whole), places(patched));
		assertEquals(whole.text(), patched.text());
		return patched;
	}

	private void beginAnew() {
		file = parser.parse("m.cosem", TEXT, false);
	}

	private static List<String> places(SyntaxFile file) {
		List<String> all = new ArrayList<>();
		file.root().eAllContents().forEachRemaining(node -> all.add("%s %s".formatted(SyntaxFile.place(node, "node"), SyntaxFile.documentation(node))));
		return all;
	}

	private EObject device() {
		return file.root().getElements().getFirst().eContents().get(2);
	}

	@Test
	void aValueReadsOneLine() {
		List<EObject> before = List.copyOf(device().eContents());
		List<EObject> lines = List.copyOf(before.get(1).eContents());
		SyntaxFile original = file;
		SyntaxFile patched = patched("10^0 Wh", "10^3 Wh");
		assertSame(original.root(), patched.root());
		assertNotSame(original.edition(), patched.edition());
		assertSame(before.get(0), device().eContents().get(0));
		assertSame(before.get(1), device().eContents().get(1));
		assertSame(before.get(2), device().eContents().get(2));
		assertSame(lines.get(0), before.get(1).eContents().get(0));
		assertNotSame(lines.get(1), before.get(1).eContents().get(1));
		assertEquals(List.of(lines.get(1)), patched.since(original.edition()).orElseThrow().stream().map(LineEdit::before).toList());
	}

	@Test
	void objectsComeAndGo() {
		patched("    total: Register", "    more: Data 0-0:96.1.1*255\n    other: Data 0-0:96.1.2*255\n    total: Register");
		beginAnew();
		patched("    serial: Data 0-0:96.1.0*255 { value: octet-string(16) in call serial }\n", "");
		beginAnew();
		patched("}\n  group readings", "  another: Data 0-0:96.1.3*255\n}\n  group readings");
		beginAnew();
		patched("  event opened from firmware \"Opened\"\n", "");
	}

	@Test
	void manyEditsInSuccession() {
		SyntaxFile now = file;
		String text = TEXT;
		for (int i = 0; i < 40; i++) {
			text = i % 3 == 0 ? text.replaceFirst("    serial:", "    // %d\n    extra%d: Data 0-0:96.1.%d*255\n    serial:".formatted(i, i, i)) : i % 3 == 1
					? text.replaceFirst("\\^\\d+ Wh", "^%d Wh".formatted(i)) : text.replaceFirst("group readings = ", "  group  readings =  ");
			String next = text;
			now = Patch.of(parser, now, text).orElseThrow(() -> new AssertionError(next));
			assertEquals(places(parser.parse("m.cosem", text, false)), places(now));
		}
	}

	@Test
	void spaceAndRemarksLeaveTheTree() {
		for (String[] edit : new String[][] { { "// kept", "// kept as it is" }, { "namespace house\n", "namespace house\n// more\n" }, { "value: double", "value:\n      double" },
				{ "clock, total", "clock,total" }, { "10^0 Wh", "10^0\tWh /* plain */" } }) {
			beginAnew();
			Object edition = file.edition();
			assertSame(edition, patched(edit[0], edit[1]).edition());
		}
	}

	@Test
	void documentationIsPartOfWhatIsSaid() {
		Object edition = file.edition();
		assertNotSame(edition, patched("/** The clock. */", "/** The clock of the house. */").edition());
		beginAnew();
		assertNotSame(edition, patched("/** The clock. */", "/* The clock. */").edition());
	}

	@Test
	void aValueMayTakeWhatFollows() {
		patched("interval = 30\n", "interval = 30 min\n");
		beginAnew();
		patched("property interval = 30\n", "property interval = 30\n  min: Data 0-0:96.1.3*255\n");
	}

	@Test
	void whatClosesABlockIsLeftToTheParser() {
		for (String[] edit : new String[][] { { "    serial: Data", "  }\n  device other at 2 {\n    serial: Data" }, { "  group readings", "}\nmeter Large {\n  group readings" },
				{ "namespace house", "namespace home" }, { "meter Small {", "meter Smaller {" }, { "    total: Register", "    /* total: Register" }, { "10^0 Wh", "10^0 Wh /*" },
				{ "value: double", "value double" } }) {
			assertEquals(Optional.empty(), patch(edit[0], edit[1]), edit[1]);
			assertTrue(EcoreUtil.equals(parser.parse("m.cosem", TEXT, false).root(), file.root()), "nothing changes");
		}
	}

	private Optional<StructureEdit> edit(String what, String instead) {
		SyntaxFile fresh = parser.parse("m.cosem", TEXT, false);
		return Patch.of(parser, fresh, with(what, instead)).orElseThrow().structureSince(fresh.edition());
	}

	@Test
	void itIsKnownWhatAnEditReplaced() {
		assertEquals(Optional.empty(), edit("nvm\n", "ram\n"), "a single line is known as such");
		assertTrue(edit("in nvm\n      scaler_unit = 10^0 Wh\n", "in ram\n").orElseThrow() instanceof BodyEdit body && body.before().size() == 2 && body.owner().getName().equals("total"));
		assertTrue(edit("    serial:", "    more: Data 0-0:96.1.1*255\n    serial:").orElseThrow() instanceof ObjectEdit objects && objects.before().isEmpty() && objects.now().size() == 1);
		assertEquals(Optional.empty(), edit("group readings = clock, total", "group readings = clock"), "a group is none of these");
		assertEquals(Optional.empty(), edit("scaler_unit = 10^0 Wh\n", "scaler_unit = 10^0 Wh\n      accept MW-X-001 \"so\"\n"), "neither is what is accepted");
	}
}
