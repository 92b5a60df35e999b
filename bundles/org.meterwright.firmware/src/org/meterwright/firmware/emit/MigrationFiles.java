// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;
import java.util.Locale;

import org.meterwright.firmware.layout.LogMigration;
import org.meterwright.firmware.layout.Migration;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** C that makes NVM of older models into that of this one, and a table that says what becomes of each value. */
final class MigrationFiles {
	private final TableLayout layout;
	private final Handles handles;
	private final List<Migration> migrations;
	private final LogMigrationText logs;

	MigrationFiles(TableLayout layout, Handles handles, List<Migration> migrations, List<LogMigration> logs) {
		this.layout = layout;
		this.handles = handles;
		this.migrations = migrations;
		this.logs = new LogMigrationText(handles, logs);
	}

	private String prototype() {
		return Text.of("uint8_t %s_migrate(uint32_t layout, const uint8_t *before, uint32_t octets, uint32_t *lost)", handles.prefix());
	}

	String header() {
		SourceText out = SourceText.ofC("Migration of NVM", layout.meter().getName()).open(Text.of("%s_MIGRATE_H", handles.macroPrefix())).line("#include \"mw_nvm.h\"").line(logs.isEmpty() ? "" : "#include \"mw_log.h\"\n").openC();
		out.line("/*").line(" * Makes %s_nvm from NVM of an older layout, as it was stored: first values, and over them what the older one holds.", handles.prefix())
				.line(" * MW_NVM_OTHER: the layout is not known here, and nothing was done; MW_NVM_DAMAGED: it wants more octets. lost: values that did not fit.").line(" */");
		out.line("%s;", prototype());
		if (!logs.isEmpty()) {
			logs.header(out.line());
		}
		return out.close().toString();
	}

	String source() {
		SourceText out = SourceText.ofC("Migration of NVM", layout.meter().getName()).line("#include \"migrate/%s_migrate.h\"", handles.prefix()).line()
				.line("#include \"%s.h\"", handles.prefix()).line("#include \"%s_memory.h\"", handles.prefix()).line();
		for (Migration migration : migrations) {
			moves(out, migration);
		}
		out.line("%s", prototype()).line("{").line("    uint8_t result = MW_NVM_OTHER;").line().line("    *lost = 0U;");
		String before = "    ";
		for (Migration migration : migrations) {
			String id = IntelHex.word(migration.before().id());
			out.line("%sif (layout == 0x%sUL) {", before, id).line("        result = (octets < %dU) ? MW_NVM_DAMAGED : MW_NVM_GOOD;", migration.before().octets())
					.line("        if (result == MW_NVM_GOOD) {").line("            %s_restore_nvm();", handles.prefix());
			if (hasMoves(migration)) {
				out.line("            *lost = mw_nvm_migrate(%s, (uint32_t)(sizeof %s / sizeof %s[0]), before, (uint8_t *)&%s_nvm);", table(migration), table(migration),
						table(migration), handles.prefix());
			}
			out.line("        }");
			before = "    } else ";
		}
		out.line("    } else {").line("        (void)before;").line("        (void)octets;").line("    }").line("    return result;").line("}");
		if (!logs.isEmpty()) {
			logs.source(out);
		}
		return out.toString();
	}

	private static boolean hasMoves(Migration migration) {
		return migration.members().stream().anyMatch(fate -> !fate.moves().isEmpty());
	}

	private static String table(Migration migration) {
		return Text.of("moves_%s", IntelHex.word(migration.before().id()).toLowerCase(Locale.ROOT));
	}

	private static void moves(SourceText out, Migration migration) {
		if (!hasMoves(migration)) {
			return;
		}
		out.line("static const mw_move_t %s[] = {", table(migration));
		for (Migration.Fate fate : migration.members()) {
			for (Migration.Move move : fate.moves()) {
				out.line("    { %dU, %dU, %dU, %dU, %dU, %dU, %dU, 0U }, /* %s */", move.from(), move.to(), move.fromSize(), move.toSize(), move.kind(), move.fromForm(), move.toForm(),
						CNames.comment(fate.member().name()));
			}
		}
		out.line("};").line();
	}

	/** Says what becomes of each value, as CSV. */
	String table() {
		SourceText out = new SourceText().line("from_layout,what,name,type_before,type");
		for (Migration migration : migrations) {
			for (Migration.Fate fate : migration.members()) {
				out.line("%s,%s,%s,%s,%s", IntelHex.word(migration.before().id()), fate.what().name().toLowerCase(Locale.ROOT), NvmMapFile.quote(fate.member().name()),
						NvmMapFile.quote(fate.typeBefore()), fate.what() == Migration.What.GONE ? "" : NvmMapFile.quote(fate.member().type()));
			}
		}
		logs.table(out);
		return out.toString();
	}
}
