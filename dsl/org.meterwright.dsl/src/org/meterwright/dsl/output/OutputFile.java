// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file to be written.
 *
 * @param path      where
 * @param content   its octets; not to be changed any more
 * @param userOwned belongs to the user once it exists, and is then never written
 */
@SuppressWarnings("java:S6218") // compared by nobody
public record OutputFile(Path path, byte[] content, boolean userOwned) {

	/** Check that everything is there. */
	public OutputFile {
		Objects.requireNonNull(path);
		Objects.requireNonNull(content);
	}

	/** Make a text file in UTF-8. */
	public static OutputFile text(Path path, String content) {
		return new OutputFile(path, content.getBytes(StandardCharsets.UTF_8), false);
	}
}
