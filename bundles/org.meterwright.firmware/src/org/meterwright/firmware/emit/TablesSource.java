// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;
import org.meterwright.firmware.layout.Text;

/** The file with the root of the tables, and the tables that stand with it. */
final class TablesSource {
	private final TableLayout layout;
	private final Tables tables;
	private final Handles handles;
	private final SetterText setters;

	TablesSource(TableLayout layout, Tables tables, Handles handles) {
		this.layout = layout;
		this.tables = tables;
		this.handles = handles;
		this.setters = new SetterText(layout, handles);
	}

	OctetText text() {
		String section = Text.of("%s_TABLES", handles.macroPrefix());
		SourceText out = SourceText.ofC("Tables", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix())
				.line("#include \"%s_memory.h\"", handles.prefix()).line("#include \"%s_handlers.h\"", handles.prefix());
		includeAll(out, tables, handles);
		if (!setters.isEmpty()) {
			out.line("#include \"mw_setter.h\"");
		}
		out.line();
		TablesPart.definitions(out, layout, tables, handles, TableGroup.ROOT);
		handlerTable(out, section);
		setters.dispatch(out);
		if (layout.logSize() > 0) {
			out.line("#if MW_HAVE_PROFILES").line("%s static const mw_log_t %s = { %s_read, %s_write };", section, name("log_memory"), name("log"), name("log"))
					.line("#define %s_LOG (&%s)", handles.macroPrefix(), name("log_memory")).line("#else").line("#define %s_LOG NULL", handles.macroPrefix()).line("#endif").line();
		}
		root(out, section);
		return out.octets();
	}

	/** Includes the headers of all groups. */
	static void includeAll(SourceText out, Tables tables, Handles handles) {
		for (TableGroup group : TableGroup.values()) {
			if (group == TableGroup.ROOT || !group.of(tables).isEmpty()) {
				out.line("#include \"%s_rows.h\"", Text.of(group == TableGroup.ROOT ? Text.of("tables/%s", group.file()) : group.file(), handles.prefix()));
			}
		}
	}

	private String name(String table) {
		return Text.of("%s_%s", handles.prefix(), table);
	}

	private void handlerTable(SourceText out, String section) {
		if (layout.handlers().isEmpty()) {
			return;
		}
		out.line("%s static const mw_handler_t %s[] = {", section, name("handler"));
		for (int i = 0; i < layout.handlers().size(); i++) {
			out.line("    %s%s", handles.handler(i), i + 1 < layout.handlers().size() ? "," : "");
		}
		out.line("};").line();
	}

	private void root(SourceText out, String section) {
		out.line("%s const mw_meter_t %s = {", section, name("meter")).line("    MW_MAGIC,").line("    %s, /* RAM */", size("ram", layout.ram().size()))
				.line("    %s, /* NVM */", size("nvm", layout.nvm().size())).line("    MW_LAYOUT,");
		out.line("    %s, /* objects */", rows("key")).line("    %s, /* runs */", rows(tables.isWide() ? "wide_run" : "run"));
		number(out, "simple_patterns");
		Tables.COUNTED.forEach(field -> out.line("    %s, /* %s */", rows(field.getValue()), field.getKey()));
		tables.counts().keySet().stream().filter(field -> !field.equals("simple_patterns")).forEach(field -> number(out, field));
		for (String field : Tables.FIELDS) {
			boolean there = tables.tables().containsKey(field);
			out.line("    %s,%s", there ? name(field) : "NULL", there ? "" : Text.of(" /* %s */", field));
		}
		out.line("    %s,", layout.handlers().isEmpty() ? "NULL" : name("handler")).line("    %s,", setters.isEmpty() ? "NULL" : name("setter"));
		out.line("    %s,", layout.logSize() == 0 ? "NULL" : Text.of("%s_LOG", handles.macroPrefix()));
		out.line("    %s,", memory("ram", layout.ram().size())).line("    %s", memory("nvm", layout.nvm().size())).line("};");
	}

	private void number(SourceText out, String field) {
		out.line("    %dU, /* %s */", tables.counts().get(field), field);
	}

	private String rows(String table) {
		return tables.tables().containsKey(table) ? Text.of("%s_%s_rows", handles.prefix(), table) : "0U";
	}

	private String size(String memory, int size) {
		return size == 0 ? "0U" : Text.of("(uint32_t)sizeof(%s_%s_t)", handles.prefix(), memory);
	}

	private String memory(String memory, int size) {
		return size == 0 ? "NULL" : Text.of("(uint8_t *)&%s", name(memory));
	}
}
