// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The content of a file: text in UTF-8 with {@code \n} at the end of each line. It is kept as octets, in pieces, since there is much of it. */
public final class GeneratedFile {
	private final List<byte[]> pieces;
	private final boolean userOwned;

	/** Takes over octets in pieces, which nobody changes any more. */
	public GeneratedFile(List<byte[]> pieces, boolean userOwned) {
		this.pieces = List.copyOf(pieces);
		this.userOwned = userOwned;
	}

	/** Makes a file of text. */
	public static GeneratedFile of(String content, boolean userOwned) {
		return new GeneratedFile(List.of(content.getBytes(StandardCharsets.UTF_8)), userOwned);
	}

	/** Returns the text; made anew each time. */
	public String content() {
		byte[] all = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
		int at = 0;
		for (byte[] piece : pieces) {
			System.arraycopy(piece, 0, all, at, piece.length);
			at += piece.length;
		}
		return new String(all, StandardCharsets.UTF_8);
	}

	/** Returns the octets of the text in pieces, which follow one another; not to be changed. */
	public List<byte[]> pieces() {
		return pieces;
	}

	/** Tells whether the file belongs to the firmware team: it is written only where it does not exist yet. */
	public boolean userOwned() {
		return userOwned;
	}

	/** Tells whether another file has the same text and owner. */
	@Override
	public boolean equals(Object other) {
		return other instanceof GeneratedFile file && userOwned == file.userOwned && content().equals(file.content());
	}

	@Override
	public int hashCode() {
		return content().hashCode();
	}
}
