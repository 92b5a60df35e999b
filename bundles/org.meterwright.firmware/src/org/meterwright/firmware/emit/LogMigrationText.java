// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.meterwright.firmware.layout.LogMigration;
import org.meterwright.firmware.layout.Migration;
import org.meterwright.firmware.layout.Text;

/** The function that moves the rows of profiles from an older log memory into that of this model. */
final class LogMigrationText {
	private final Handles handles;
	private final List<LogMigration> migrations;

	LogMigrationText(Handles handles, List<LogMigration> migrations) {
		this.handles = handles;
		Set<Long> known = new HashSet<>();
		this.migrations = migrations.stream().filter(migration -> known.add(migration.id())).toList();
	}

	boolean isEmpty() {
		return migrations.isEmpty();
	}

	private String prototype() {
		return Text.of("uint8_t %s_migrate_log(uint32_t layout, mw_log_reader_t before, uint32_t *lost)", handles.prefix());
	}

	void header(SourceText out) {
		out.line("#if MW_HAVE_PROFILES").line("/*")
				.line(" * Empties the log memory and moves into it the rows of an older one, whose layout was %s_LOG_LAYOUT there, and which `before` reads from another place.",
						handles.macroPrefix())
				.line(" * MW_NVM_OTHER: the layout is not known here, and nothing was done; MW_NVM_DAMAGED: a memory cannot be reached. lost: rows with a value that did not fit.")
				.line(" */").line("%s;", prototype()).line("#endif");
	}

	void source(SourceText out) {
		out.line().line("#if MW_HAVE_PROFILES");
		migrations.forEach(migration -> tables(out, migration));
		out.line(prototype()).line("{").line("    uint8_t result = MW_NVM_OTHER;").line().line("    *lost = 0U;");
		String before = "    ";
		for (LogMigration migration : migrations) {
			out.line("%sif (layout == 0x%sUL) {", before, IntelHex.word(migration.id())).line("        static uint8_t row[%d];", migration.longest());
			String id = id(migration);
			String moves = hasRows(migration) ? Text.of("buffers_%s, (uint32_t)(sizeof buffers_%s / sizeof buffers_%s[0]), row_moves_%s", id, id, id, id) : "NULL, 0U, NULL";
			out.line("        const mw_log_moves_t moves = { %s, before, row };", moves)
					.line("        result = mw_log_migrate(&%s_meter, &moves, lost) ? MW_NVM_GOOD : MW_NVM_DAMAGED;", handles.prefix());
			before = "    } else ";
		}
		out.line("    } else {").line("        (void)before;").line("    }").line("    return result;").line("}").line("#endif");
	}

	private static boolean hasRows(LogMigration migration) {
		return migration.buffers().stream().anyMatch(buffer -> !buffer.moves().isEmpty());
	}

	private static String id(LogMigration migration) {
		return IntelHex.word(migration.id()).toLowerCase(Locale.ROOT);
	}

	private static void tables(SourceText out, LogMigration migration) {
		if (!hasRows(migration)) {
			return;
		}
		SourceText buffers = new SourceText();
		out.line("static const mw_move_t row_moves_%s[] = {", id(migration));
		int first = 0;
		for (LogMigration.Buffer buffer : migration.buffers()) {
			for (Migration.Move move : buffer.moves()) {
				out.line("    { %dU, %dU, %dU, %dU, %dU, %dU, %dU, 0U },", move.from(), move.to(), move.fromSize(), move.toSize(), move.kind(), move.fromForm(), move.toForm());
			}
			if (!buffer.moves().isEmpty()) {
				buffers.line("    { %dU, %dU, %dU, %dU, %dU, %dU }, /* %s */", buffer.before().orElseThrow().base(), buffer.before().orElseThrow().entries(),
						buffer.before().orElseThrow().row(), buffer.number(), first, buffer.moves().size(), CNames.comment(name(buffer)));
			}
			first += buffer.moves().size();
		}
		out.line("};").line().line("static const mw_log_move_t buffers_%s[] = {", id(migration)).add(buffers.toString()).line("};").line();
	}

	private static String name(LogMigration.Buffer buffer) {
		return Text.of("%s %s", buffer.row().profile().getName(), buffer.row().profile().getLogicalName());
	}

	/** Says what becomes of each buffer, and for which column one is cleared. */
	void table(SourceText out) {
		for (LogMigration migration : migrations) {
			for (LogMigration.Buffer buffer : migration.buffers()) {
				String column = buffer.column().isEmpty() ? "" : Text.of("column %s", buffer.column());
				out.line("%s,%s,%s,%s,", IntelHex.word(migration.id()), Text.of("buffer %s", buffer.what().name().toLowerCase(Locale.ROOT)), NvmMapFile.quote(name(buffer)), NvmMapFile.quote(column));
			}
		}
	}
}
