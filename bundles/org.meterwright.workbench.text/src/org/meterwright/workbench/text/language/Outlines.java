// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.ide.outline.Outline;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.dsl.syntax.SyntaxFile;

/** The outlines of a project's files. */
final class Outlines {
	private Outlines() {
	}

	static Map<String, List<OutlineEntry>> of(Compilation compilation) {
		Map<String, List<OutlineEntry>> outlines = new LinkedHashMap<>();
		for (SyntaxFile file : compilation.files()) {
			outlines.put(file.name(), Outline.of(file.root()));
		}
		return outlines;
	}
}
