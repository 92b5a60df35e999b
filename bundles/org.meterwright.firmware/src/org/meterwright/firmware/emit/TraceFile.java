// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;

import org.meterwright.cosem.Element;
import org.meterwright.cosem.value.Origin;
import org.meterwright.firmware.layout.Table;
import org.meterwright.firmware.layout.Tables;
import org.meterwright.firmware.layout.Text;

/** From each row of the tables to the line of text that made it, as CSV. */
final class TraceFile {
	private TraceFile() {
	}

	static String of(Tables tables) {
		SourceText out = new SourceText().line("table,row,name,file,line");
		for (Map.Entry<String, Table> table : tables.tables().entrySet()) {
			for (int i = 0; i < table.getValue().rows().size(); i++) {
				Optional<EObject> subject = table.getValue().rows().get(i).subject();
				if (subject.isPresent() && subject.get() instanceof Element element) {
					out.line("%s,%d,%s,%s", table.getKey(), i, quote(element.getName()), place(element));
				}
			}
		}
		return out.toString();
	}

	private static String place(Element element) {
		if (element.getOrigins().isEmpty()) {
			return ",";
		}
		Origin origin = element.getOrigins().getFirst();
		return Text.of("%s,%d", quote(origin.file()), origin.line());
	}

	private static String quote(String text) {
		String plain = text == null ? "" : text;
		boolean bare = plain.indexOf('"') < 0 && plain.indexOf(',') < 0 && plain.indexOf('\n') < 0;
		return bare ? plain : Text.of("\"%s\"", plain.replace("\"", "\"\""));
	}
}
