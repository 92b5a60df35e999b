// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.rules.page.RulesPage;

/** Holds docs/rules.md to the catalogue, the language's own rules included; {@code -Dmeterwright.accept=true} writes the page anew. */
class RulesPageTest {
	private static final Path PAGE = Path.of("../../docs/rules.md");

	@Test
	void thePageIsCurrent() throws IOException {
		String expected = RulesPage.of(LanguageRules.all());
		if (Boolean.getBoolean("meterwright.accept")) {
			Files.writeString(PAGE, expected, StandardCharsets.UTF_8);
		}
		assertEquals(expected, Files.readString(PAGE, StandardCharsets.UTF_8), "docs/rules.md is not current; run with -Dmeterwright.accept=true");
	}
}
