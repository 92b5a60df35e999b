// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.zip.CRC32;

import org.meterwright.firmware.layout.Table;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;

/** The file that computes the checksum of all tables, for a check at start-up. */
final class CheckSource {
	private final TableLayout layout;
	private final Tables tables;
	private final Handles handles;

	CheckSource(TableLayout layout, Tables tables, Handles handles) {
		this.layout = layout;
		this.tables = tables;
		this.handles = handles;
	}

	/** Returns the CRC-32 of all tables as they lie in the memory of a little-endian target. */
	static long checksum(Tables tables) {
		CRC32 sum = new CRC32();
		tables.tables().values().forEach(table -> table.addTo(sum));
		return sum.getValue();
	}

	String text() {
		SourceText out = SourceText.ofC("Checksum of the tables", layout.meter().getName()).line("#include \"%s.h\"", handles.prefix());
		TablesSource.includeAll(out, tables, handles);
		out.line().line("/* Returns the CRC-32 of the tables; %s_CHECKSUM if they are whole. Little-endian targets only. */", handles.macroPrefix())
				.line("uint32_t %s_checksum(void)", handles.prefix()).line("{").line("    uint32_t crc = MW_CRC_START;").line();
		for (Table table : tables.tables().values()) {
			out.line("    crc = mw_crc32(crc, (const uint8_t *)%s_%s, (uint32_t)sizeof %s_%s);", handles.prefix(), table.name(), handles.prefix(), table.name());
		}
		return out.line("    return crc ^ MW_CRC_END;").line("}").toString();
	}
}
