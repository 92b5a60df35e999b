// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.server;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.meterwright.dsl.ide.text.Lines;

/** Translates between offsets and the positions of the protocol, which count lines and UTF-16 units. */
final class Ranges {

	private Ranges() {
	}

	static int offset(Lines lines, Position position) {
		return lines.offset(position.getLine(), position.getCharacter());
	}

	static Position position(Lines lines, int offset) {
		return new Position(lines.line(offset), lines.column(offset));
	}

	static Range range(Lines lines, int offset, int length) {
		return new Range(position(lines, offset), position(lines, offset + length));
	}
}
