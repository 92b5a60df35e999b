// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.hint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.dsl.ide.Examples;
import org.meterwright.dsl.ide.completion.Hinting;
import org.meterwright.dsl.ide.names.NameIndex;

/** Which part is being typed; {@code |} is the cursor. */
class HintingTest {

	private static Optional<ParameterHint> hint(String line) {
		return hintIn("namespace acme\nmeter M {\n  device management at 1 {\n    supply: DisconnectControl version 0 0-0:96.3.10*255 { }\n    %s".formatted(line));
	}

	private static Optional<ParameterHint> hintIn(String marked) {
		int cursor = marked.indexOf('|');
		String text = marked.replace("|", "");
		NameIndex index = new NameIndex(Examples.texts(Map.of("m.cosem", text)).files(), name -> Optional.of(text));
		return new Hinting(index.meanings()).at(text, cursor);
	}

	@Test
	void fieldsOfAStructure() {
		ParameterHint hint = hint("x: Register 1-0:1.8.0*255 { scaler_unit = { unit: Wh, |").orElseThrow();
		assertEquals("{ scaler: integer, unit: unit_code }", hint.label());
		assertEquals(0, hint.active());
		assertEquals(1, hint("x: Register 1-0:1.8.0*255 { scaler_unit = { scaler: 0, unit: |").orElseThrow().active());
	}

	@Test
	void elementsOfAnArray() {
		ParameterHint hint = hint("x: Schedule 0-0:12.0.0*255 { entries = [|").orElseThrow();
		assertTrue(hint.parameters().getFirst().text().startsWith("index: long-unsigned"), hint::toString);
	}

	@Test
	void parameterOfAMethod() {
		assertEquals("remote_disconnect(integer(0))", hint("s: ScriptTable 0-0:10.0.106*255 { script a = 1 { call supply.remote_disconnect(|").orElseThrow().label());
	}

	@Test
	void parameterOfAMethodInAScenario() {
		assertEquals("remote_disconnect(integer(0))", hint("} }\nscenario \"s\" for M { as reader { call supply.remote_disconnect(|").orElseThrow().label());
	}

	@Test
	void nothingElsewhere() {
		assertEquals(Optional.empty(), hint("x: Register 1-0:1.8.0*255 { |"));
	}

	/** Of some texts nothing is left to make a tree of: there is nothing to say, and nothing fails. */
	@ParameterizedTest
	@ValueSource(strings = { "(|", "[|", "{|", "\"x(|", "9 {|", "x{\n|\n", "// noted\n[|", "/* {|" })
	void nothingInATextWithoutATree(String text) {
		assertEquals(Optional.empty(), hintIn(text));
	}
}
