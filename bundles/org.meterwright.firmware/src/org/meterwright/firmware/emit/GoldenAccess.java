// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.meterwright.firmware.golden.Golden;
import org.meterwright.firmware.golden.GoldenRight;
import org.meterwright.firmware.layout.ContentNames;

/** The rights of the self-test: each once, and rows with a right for each association, which objects name. */
final class GoldenAccess {
	private static final String NONE = "MW_NONE";

	private final Golden golden;
	/** Rows by name, and the name by the number of an object. */
	private final SortedMap<String, List<String>> rows = new TreeMap<>();
	private final byte[][] byObject;

	GoldenAccess(Golden golden, int objects, int associations) {
		this.golden = golden;
		byObject = new byte[objects][];
		Map<List<GoldenRight>, byte[]> known = new HashMap<>();
		GoldenRight[] before = new GoldenRight[associations];
		GoldenRight[] row = new GoldenRight[associations];
		for (int object = 0; object < objects; object++) {
			for (int association = 0; association < associations; association++) {
				row[association] = golden.right(association, object).orElse(null);
			}
			boolean same = object > 0 && Arrays.equals(row, before);
			byObject[object] = same ? byObject[object - 1] : known.computeIfAbsent(Arrays.asList(row.clone()), this::add);
			System.arraycopy(row, 0, before, 0, associations);
		}
	}

	private byte[] add(List<GoldenRight> row) {
		List<String> names = row.stream().map(right -> right == null ? NONE : right.name()).toList();
		String name = "a_%s".formatted(ContentNames.digits(String.join(" ", names)));
		rows.put(name, names);
		return OctetText.octets(name);
	}

	/** Returns the name of an object's row. */
	byte[] row(int object) {
		return byObject[object];
	}

	/** Writes rights and rows. */
	String text() {
		SourceText out = new SourceText();
		names(out, golden.rights().stream().map(GoldenRight::name).toList());
		names(out, List.copyOf(rows.keySet()));
		out.line("/* Modes of attributes, of methods, and access_rights. */").line("static const mw_golden_right_t golden_right[] = {");
		golden.rights().forEach(right -> out.line("    { \"%s\", \"%s\", \"%s\" }, /* %s */", right.attributes().hex(), right.methods().hex(), right.octets().hex(), right.name()));
		out.line("    { NULL, NULL, NULL }").line("};").line().line("/* A right for each association. */").line("static const uint16_t golden_access[] = {");
		rows.forEach((name, names) -> out.line("    %s, /* %s */", names.stream().collect(Collectors.joining(", ")), name));
		return out.line("    MW_NONE").line("};").line().toString();
	}

	private static void names(SourceText out, List<String> names) {
		if (!names.isEmpty()) {
			out.line("enum {").line("    %s", String.join(",\n    ", names)).line("};").line();
		}
	}
}
