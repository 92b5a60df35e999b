// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.meterwright.rules.RuleCatalogue;

/** Holds docs/rules.md to the catalogue; {@code -Dmeterwright.accept=true} writes the page anew. */
class RulesPageTest {
	private static final Path PAGE = root().resolve("docs/rules.md");

	/** Finds the repository's root above the folder in which tests run. */
	static Path root() {
		Path at = Path.of("").toAbsolutePath();
		while (!Files.exists(at.resolve("mvnw"))) {
			at = at.getParent();
		}
		return at;
	}

	@Test
	void thePageIsCurrent() throws IOException {
		String expected = RulesPage.of(RuleCatalogue.standard());
		if (Boolean.getBoolean("meterwright.accept")) {
			Files.createDirectories(PAGE.getParent());
			Files.writeString(PAGE, expected, StandardCharsets.UTF_8);
		}
		assertEquals(expected, Files.readString(PAGE, StandardCharsets.UTF_8), "docs/rules.md is not current; run with -Dmeterwright.accept=true");
	}
}
