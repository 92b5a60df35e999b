// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first lines of a text, read without parsing the rest.
 *
 * @param namespace namespace; empty when there is none
 * @param imports   imported namespaces: of {@code import a.b.C} both a.b.C and a.b
 */
record FileHead(String namespace, List<String> imports) {
	private static final Pattern COMMENT = Pattern.compile("\\s+|//[^\\n]*|/\\*(?:[^*]|\\*(?!/))*+\\*/");
	private static final Pattern LINE = Pattern.compile("(namespace|import)\\s+([A-Za-z_^][\\w.^-]*(?:\\.\\*)?)");

	static FileHead of(String text) {
		String namespace = "";
		List<String> imports = new ArrayList<>();
		Matcher comment = COMMENT.matcher(text);
		Matcher line = LINE.matcher(text);
		int at = 0;
		while (at < text.length()) {
			if (comment.region(at, text.length()).lookingAt()) {
				at = comment.end();
			} else if (line.region(at, text.length()).lookingAt()) {
				at = line.end();
				String name = line.group(2).replace("^", "");
				if (line.group(1).equals("namespace")) {
					namespace = name;
				} else {
					add(imports, name);
				}
			} else {
				break;
			}
		}
		return new FileHead(namespace, List.copyOf(imports));
	}

	private static void add(List<String> imports, String name) {
		if (name.endsWith(".*")) {
			imports.add(name.substring(0, name.length() - 2));
			return;
		}
		imports.add(name);
		if (name.indexOf('.') > 0) {
			imports.add(name.substring(0, name.lastIndexOf('.')));
		}
	}
}
