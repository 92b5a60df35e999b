// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.syntax.SyntaxParser;
import org.meterwright.rules.RuleCatalogue;

/** The examples of the rules on the model are text that the language reads: a file, or lines of a meter, device, object and so on. */
class RuleExamplesTest {
	private static final List<String> PLACES = List.of("%s", "meter M {\n%s\n}", "meter M { device d at 1 {\n%s\n} }",
			"meter M { device d at 1 { o: Data 0-0:1.1.1*255 {\n%s\n} } }", "meter M { association a client 1 to d {\n%s\n} }",
			"meter M { push p to a {\n%s\n} }", "companion c {\n%s\n}", "class C id 8200 version 0 {\n1 logical_name: octet-string(6) static\n%s\n}");

	private static boolean isText(String example) {
		SyntaxParser parser = CosemLanguage.parser();
		return PLACES.stream().anyMatch(place -> parser.parse("example", place.formatted(example), false).errors().isEmpty());
	}

	@Test
	void everyExampleIsText() {
		assertEquals(List.of(), RuleCatalogue.standard().rules().stream().flatMap(rule -> Stream.of(rule.bad(), rule.good()))
				.filter(example -> !isText(example)).toList());
	}
}
