// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.pages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param kind  what stands after the fence, such as {@code cosem}
 * @param line  line of the fence, from 1
 * @param lines what is between the fences
 */
record Block(String kind, int line, List<String> lines) {

	private static final Pattern FILE = Pattern.compile("// ([\\w./-]+\\.cosem)");

	/** Return the name of the file that the block shows whole; nothing: it shows an excerpt. */
	Optional<String> file() {
		Matcher matcher = FILE.matcher(lines.isEmpty() ? "" : lines.getFirst());
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	/** Return the folder of its file: files of one folder are one project. */
	String folder() {
		String file = file().orElse("");
		return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
	}

	/** Return the lines as a text. */
	String text() {
		return String.join("\n", lines) + "\n";
	}
}
