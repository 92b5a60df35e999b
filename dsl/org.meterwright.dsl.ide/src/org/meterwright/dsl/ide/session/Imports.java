// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import java.util.List;
import java.util.TreeSet;

import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.cosemDsl.Import;
import org.meterwright.dsl.ide.quickfix.TextEdit;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/** Puts the imports of a file in order: those that nothing needs go, those that are missing come, sorted by name. */
final class Imports {
	private static final String UNUSED = "MW-LANG-007";
	private static final String WORD = "import ";

	private Imports() {
	}

	/** Returns the changes; none where all is in order or the text cannot be read. */
	static List<TextEdit> organise(SyntaxFile file, String text, Compilation compilation) {
		if (!file.errors().isEmpty()) {
			return List.of();
		}
		List<Finding> findings = compilation.findings().stream().filter(finding -> finding.place().file().equals(file.name())).toList();
		TreeSet<String> names = new TreeSet<>();
		for (Import each : file.root().getImports()) {
			Origin place = SyntaxFile.place(each, "written");
			boolean unused = findings.stream().anyMatch(finding -> finding.rule().equals(UNUSED) && finding.place().offset() == place.offset());
			if (!unused && each.getName() != null) {
				names.add(each.getName());
			}
		}
		findings.stream().flatMap(finding -> finding.data().stream()).filter(data -> data.startsWith(WORD)).map(data -> data.substring(WORD.length())).forEach(names::add);
		return edit(file, text, names.stream().map(name -> WORD + name).toList());
	}

	private static List<TextEdit> edit(SyntaxFile file, String text, List<String> lines) {
		List<Origin> places = file.root().getImports().stream().map(each -> SyntaxFile.place(each, "written")).toList();
		String newLine = text.contains("\r\n") ? "\r\n" : "\n";
		if (places.isEmpty()) {
			int namespace = file.namespace().isEmpty() ? 0 : text.indexOf('\n', Math.max(0, text.indexOf("namespace")));
			return lines.isEmpty() || namespace < 0 ? List.of() : List.of(new TextEdit(namespace, 0, newLine + newLine + String.join(newLine, lines)));
		}
		int from = places.getFirst().offset();
		int to = places.getLast().offset() + places.getLast().length();
		String written = text.substring(from, to);
		boolean remarks = written.contains("//") || written.contains("/*");
		String wanted = String.join(newLine, lines);
		if (lines.isEmpty()) {
			while (to < text.length() && Character.isWhitespace(text.charAt(to))) {
				to++;
			}
		}
		return remarks || written.equals(wanted) ? List.of() : List.of(new TextEdit(from, to - from, wanted));
	}
}
