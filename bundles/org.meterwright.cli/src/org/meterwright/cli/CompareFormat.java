// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.nio.file.Path;

/** How a comparison is written. */
enum CompareFormat {
	/** For people, in a terminal. */
	TEXT,
	/** For scripts. */
	JSON,
	/** A page, for people. */
	HTML;

	/** Return the format that a file's name asks for. */
	static CompareFormat of(Path file) {
		String name = file.getFileName().toString();
		if (name.endsWith(".html") || name.endsWith(".htm")) {
			return HTML;
		}
		return name.endsWith(".json") ? JSON : TEXT;
	}
}
