// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.value.Origin;
import org.meterwright.firmware.layout.Table;
import org.meterwright.firmware.layout.Tables;

/** From each object, event and whatever else made rows to its line of text: a line for each file of text, as JSON. */
final class TraceFile {
	private TraceFile() {
	}

	static String of(Tables tables) {
		SortedMap<String, Map<String, Integer>> files = new TreeMap<>();
		for (Table table : tables.tables().values()) {
			Optional<EObject> before = Optional.empty(); // rows of one element stand beside one another, and so do those of one file
			String file = "";
			Map<String, Integer> lines = Map.of();
			for (Table.Row row : table.rows()) {
				boolean same = row.subject().equals(before);
				before = row.subject();
				if (!same && row.subject().isPresent() && row.subject().get() instanceof Element element && !element.getOrigins().isEmpty()) {
					Origin origin = element.getOrigins().getFirst();
					lines = lines.isEmpty() || !file.equals(origin.file()) ? files.computeIfAbsent(origin.file(), key -> new HashMap<>()) : lines;
					file = origin.file();
					lines.put(name(element), origin.line());
				}
			}
		}
		String folder = folder(files.keySet());
		StringBuilder out = new StringBuilder("{\n");
		String before = "";
		for (Map.Entry<String, Map<String, Integer>> file : files.entrySet()) {
			out.append(before).append(Json.quote(file.getKey().startsWith(folder) ? file.getKey().substring(folder.length()) : file.getKey())).append(": ");
			append(out, file.getValue());
			before = ",\n";
		}
		return out.append("\n}\n").toString();
	}

	/** Returns the folder of all files but those of the library: where a computer keeps them is nobody's business. */
	private static String folder(Collection<String> files) {
		String common = null;
		for (String file : files) {
			if (!file.contains(":") || file.startsWith("/")) {
				String own = file.substring(0, file.lastIndexOf('/') + 1);
				common = common == null ? own : common(common, own);
			}
		}
		return common == null ? "" : common;
	}

	private static String common(String one, String other) {
		int end = 0;
		while (end < one.length() && end < other.length() && one.charAt(end) == other.charAt(end)) {
			end++;
		}
		return one.substring(0, one.lastIndexOf('/', end - 1) + 1);
	}

	/** Names an element as the comments of its rows do. */
	private static String name(Element element) {
		String plain = element.getName() == null ? "" : element.getName();
		return element instanceof CosemObject object ? new StringBuilder(50).append(plain).append(' ').append(object.getLogicalName()).toString().strip() : plain;
	}

	private static void append(StringBuilder out, Map<String, Integer> lines) {
		String before = "{ ";
		String[] names = lines.keySet().toArray(String[]::new);
		Arrays.sort(names);
		for (String name : names) {
			Json.append(out.append(before), name).append(": ").append(lines.get(name));
			before = ", ";
		}
		out.append(" }");
	}
}
