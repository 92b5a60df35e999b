// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.refactor;

import java.util.List;

import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.ide.session.EditorServices;
import org.meterwright.dsl.ide.text.Lines;

/**
 * A place that is named, with its line as a list shows it.
 *
 * @param file   the text's name
 * @param offset first character of the name
 * @param length length of the name
 * @param line   number of the line, from 1
 * @param column first character of the name in the stripped line
 * @param text   the line without the space around it
 */
record Use(String file, int offset, int length, int line, int column, String text) {

	/** Reads the lines of places. */
	static Use of(EditorServices services, String file, int offset, int length) {
		String text = services.text(file).orElse("");
		Lines lines = Lines.of(text);
		int line = lines.line(offset);
		String whole = text.substring(lines.start(line), lines.end(line));
		int indent = whole.length() - whole.stripLeading().length();
		return new Use(file, offset, length, line + 1, Math.max(0, offset - lines.start(line) - indent), whole.strip());
	}

	/** Finds all uses of the name at a place, the declaration included. */
	static List<Use> all(EditorServices services, String file, int offset) {
		return services.references(file, offset, false).stream().map(place -> of(services, place.file(), place.offset(), place.length())).toList();
	}

	/** Returns the name that stands there. */
	String name() {
		return text.substring(Math.min(column, text.length()), Math.min(column + length, text.length()));
	}

	/** Returns the line with another name in this place. */
	String with(String name) {
		return text.substring(0, column) + name + text.substring(Math.min(text.length(), column + length));
	}

	/** Returns the name of a text without its folders. */
	static String shortName(String file) {
		return file.substring(file.lastIndexOf('/') + 1);
	}

	Origin place() {
		return new Origin(file, line, offset, length, "reference");
	}
}
