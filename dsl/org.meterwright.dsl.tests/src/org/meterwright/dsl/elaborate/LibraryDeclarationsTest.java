// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.syntax.LibraryFiles;

/** The library's own declarations pass the checks that a user's do. */
class LibraryDeclarationsTest {

	@Test
	void libraryHasNoFindings() {
		Report report = new Report();
		new DeclarationChecks(new Declarations(LibraryFiles.files()), report, new Links()).check(LibraryFiles.files());
		assertEquals(List.of(), report.findings().stream().filter(each -> !each.rule().equals("MW-LANG-007"))
				.map(each -> "%s:%d %s".formatted(each.place().file(), each.place().line(), each.message())).toList());
	}
}
