// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.output;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A file to be written.
 *
 * @param path      where
 * @param pieces    its octets, in pieces that follow one another; not to be changed any more
 * @param userOwned belongs to the user once it exists, and is then never written
 */
public record OutputFile(Path path, List<byte[]> pieces, boolean userOwned) {

	/** Copy the list. */
	public OutputFile {
		pieces = List.copyOf(pieces);
	}

	/** Make a file of octets in one piece. */
	public OutputFile(Path path, byte[] content, boolean userOwned) {
		this(path, List.of(content), userOwned);
	}

	/** Make a text file in UTF-8. */
	public static OutputFile text(Path path, String content) {
		return new OutputFile(path, content.getBytes(StandardCharsets.UTF_8), false);
	}

	/** Return the number of octets. */
	public long length() {
		return pieces.stream().mapToLong(piece -> piece.length).sum();
	}
}
