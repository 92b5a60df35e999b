// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import org.meterwright.firmware.layout.NvmMap;
import org.meterwright.firmware.layout.ProfileRow;
import org.meterwright.firmware.layout.TableLayout;

/** What lies where in NVM and in the log memory, as CSV. */
final class NvmMapFile {
	private NvmMapFile() {
	}

	static OctetText of(TableLayout layout, NvmMap map) {
		SourceText out = new SourceText().line("memory,offset,octets,name,type");
		map.members().forEach(member -> out.line("nvm,%d,%d,%s,%s", member.offset(), member.form().size(), quote(member.name()), quote(member.type())));
		for (ProfileRow row : layout.profiles()) {
			out.line("log,%d,%d,%s,%s", row.base(), row.end() - row.base(), quote(String.valueOf(row.profile().getName())), quote("%s rows of %s octets".formatted(row.entries(), row.row())));
		}
		return out.octets();
	}

	/** Puts text between quotes where CSV wants that. */
	static String quote(String text) {
		boolean bare = text.indexOf('"') < 0 && text.indexOf(',') < 0 && text.indexOf('\n') < 0;
		return bare ? text : new StringBuilder("\"").append(text.replace("\"", "\"\"")).append('"').toString();
	}
}
