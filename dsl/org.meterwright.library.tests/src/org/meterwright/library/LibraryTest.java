// SPDX-License-Identifier: EPL-2.0
package org.meterwright.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LibraryTest {
	@Test
	void everyListedFileCanBeRead() throws IOException {
		assertFalse(Library.paths().isEmpty());
		for (String path : Library.paths()) {
			assertFalse(Library.text(path).isBlank(), path);
		}
	}

	@Test
	void pathsAreSorted() {
		assertEquals(Library.paths().stream().sorted().toList(), Library.paths());
	}

	@Test
	void unknownPathIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> Library.url("../nothing.cosem"));
	}
}
