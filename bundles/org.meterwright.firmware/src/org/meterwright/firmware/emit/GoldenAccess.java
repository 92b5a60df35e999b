// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

	/** Writes a line for each right: a change of one changes one line, whoever counts them. */
	OctetText rights() {
		SourceText out = new SourceText().line("/* SPDX-License-Identifier: Apache-2.0 */").line("/* Rights: a name, modes of attributes, of methods, and access_rights. */");
		golden.rights().forEach(right -> out.line("RIGHT(%s, \"%s\", \"%s\", \"%s\")", right.name(), right.attributes().hex(), right.methods().hex(), right.octets().hex()));
		return new OctetText().add(out.toString());
	}

	/** Writes a line for each row. */
	OctetText rows() {
		SourceText out = new SourceText().line("/* SPDX-License-Identifier: Apache-2.0 */").line("/* Rows: a name, and a right for each association. */");
		rows.forEach((name, names) -> out.line("ACCESS(%s, %s)", name, String.join(", ", names)));
		return new OctetText().add(out.toString());
	}

	/** Writes the tables of rights and rows, and numbers for their names. */
	static String tables(String prefix) {
		SourceText out = new SourceText();
		table(out, "RIGHT(name, attributes, methods, octets)", "{ attributes, methods, octets },", "mw_golden_right_t golden_right", "{ NULL, NULL, NULL }", prefix + "_rights.inc");
		table(out, "ACCESS(name, ...)", "__VA_ARGS__,", "uint16_t golden_access", "MW_NONE", prefix + "_access.inc");
		return out.toString();
	}

	private static void table(SourceText out, String macro, String row, String type, String end, String file) {
		String name = macro.substring(0, macro.indexOf('('));
		out.line("#define %s name,", macro).line("enum {").line("#include \"%s\"", file).line("    golden_%s_end", name.toLowerCase(Locale.ROOT)).line("};").line("#undef %s", name).line();
		out.line("#define %s %s", macro, row).line("static const %s[] = {", type).line("#include \"%s\"", file).line("    %s", end).line("};").line("#undef %s", name).line();
	}
}
