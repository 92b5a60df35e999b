// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;
import java.util.Map;

import org.meterwright.firmware.layout.Table;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;
import org.meterwright.firmware.layout.Text;

/** The file with all constant tables and their root. */
final class TablesSource {
	/** Addresses of the root, in its order. */
	private static final List<String> FIELDS = List.of("device", "cls", "group", "key", "run", "wide_run", "pair", "shape", "op", "ref", "form", "pool", "list", "column",
			"access", "wide_access", "pattern", "mode", "selectors", "association", "context", "slot", "profile", "order", "trigger", "log", "block", "step", "source", "push", "alert", "activation", "first");

	private final TableLayout layout;
	private final Tables tables;
	private final Handles handles;

	TablesSource(TableLayout layout, Tables tables, Handles handles) {
		this.layout = layout;
		this.tables = tables;
		this.handles = handles;
	}

	String text() {
		String section = Text.of("%s_TABLES", handles.macroPrefix());
		SourceText out = SourceText.ofC("Tables", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix())
				.line("#include \"%s_memory.h\"", handles.prefix()).line("#include \"%s_handlers.h\"", handles.prefix()).line();
		out.line("/* Where constant tables go; define it to place them in a section of their own. */").line("#ifndef %s", section).line("#define %s", section).line("#endif")
				.line();
		tables.tables().values().forEach(table -> out.add(TableText.of(name(table.name()), section, table)).line());
		handlerTable(out, section);
		if (layout.logSize() > 0) {
			out.line("#if MW_HAVE_PROFILES").line("%s static const mw_log_t %s = { %s_read, %s_write };", section, name("log_memory"), name("log"), name("log"))
					.line("#define %s_LOG (&%s)", handles.macroPrefix(), name("log_memory")).line("#else").line("#define %s_LOG NULL", handles.macroPrefix()).line("#endif").line();
		}
		root(out, section);
		return out.toString();
	}

	private String name(String table) {
		return Text.of("%s_%s", handles.prefix(), table);
	}

	private void handlerTable(SourceText out, String section) {
		if (layout.handlers().isEmpty()) {
			return;
		}
		out.line("%s static const mw_handler_t %s[%d] = {", section, name("handler"), layout.handlers().size());
		for (int i = 0; i < layout.handlers().size(); i++) {
			out.line("    %s%s", handles.handler(i), i + 1 < layout.handlers().size() ? "," : "");
		}
		out.line("};").line();
	}

	private void root(SourceText out, String section) {
		out.line("%s const mw_meter_t %s = {", section, name("meter")).line("    MW_MAGIC,").line("    %dU, /* RAM */", layout.ram().size())
				.line("    %dU, /* NVM */", layout.nvm().size()).line("    MW_LAYOUT,");
		for (Map.Entry<String, Integer> count : tables.counts().entrySet()) {
			out.line("    %dU, /* %s */", count.getValue(), count.getKey());
		}
		for (String field : FIELDS) {
			Table table = tables.tables().get(field);
			out.line("    %s,%s", table == null ? "NULL" : name(field), table == null ? Text.of(" /* %s */", field) : "");
		}
		out.line("    %s,", layout.handlers().isEmpty() ? "NULL" : name("handler"));
		out.line("    %s,", layout.logSize() == 0 ? "NULL" : Text.of("%s_LOG", handles.macroPrefix()));
		out.line("    %s,", memory("ram", layout.ram().size())).line("    %s", memory("nvm", layout.nvm().size())).line("};");
	}

	private String memory(String memory, int size) {
		return size == 0 ? "NULL" : Text.of("(uint8_t *)&%s", name(memory));
	}
}
