// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;

import org.meterwright.firmware.layout.TableLayout;

/** The file with both memories and the functions that set them to their first values. */
final class MemorySource {
	private final TableLayout layout;
	private final Handles handles;

	MemorySource(TableLayout layout, Handles handles) {
		this.layout = layout;
		this.handles = handles;
	}

	String text() {
		SourceText out = SourceText.ofC("RAM and NVM", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix())
				.line("#include \"%s_memory.h\"", handles.prefix()).line();
		for (String section : List.of("RAM", "NVM")) {
			out.line("#ifndef %s_%s", handles.macroPrefix(), section).line("#define %s_%s", handles.macroPrefix(), section).line("#endif");
		}
		out.line();
		memory(out, "ram", layout.ram().size());
		memory(out, "nvm", layout.nvm().size());
		restore(out, "ram");
		out.line();
		restore(out, "nvm");
		return out.toString();
	}

	private void memory(SourceText out, String memory, int size) {
		if (size > 0) {
			out.line("MW_CHECK(check_%s_%s, sizeof(%s_%s_t) == %dU);", handles.prefix(), memory, handles.prefix(), memory, size);
			out.line("%s_%s %s_%s_t %s_%s;", handles.macroPrefix(), CNames.macro(memory), handles.prefix(), memory, handles.prefix(), memory).line();
		}
	}

	private void restore(SourceText out, String memory) {
		out.line("void %s_restore_%s(void)", handles.prefix(), memory).line("{").line("    mw_restore_%s(&%s_meter);", memory, handles.prefix()).line("}");
	}
}
