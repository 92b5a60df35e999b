// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.Arrays;

/** Classes of the ESME-like meter: class_id, version, methods, types of attributes from 2 on; ! by a firmware function, ? open. */
final class EsmeLikeClasses {
	static final String[][] ROWS = {
			{"1", "0", "0", "?"}, {"3", "0", "1", "? su"}, {"4", "0", "1", "? su u1 s12"}, {"5", "0", "2", "? ? su u1 s12 s12 u4 u2"}, {"6", "0", "3", "!a !a s12"},
			{"7", "1", "2", "!a a u4 e st u4 u4"}, {"8", "0", "6", "!s i2 u1 s12 s12 i1 b e"}, {"9", "0", "1", "!a"}, {"10", "0", "3", "!a"}, {"11", "0", "2", "!a"},
			{"15", "3", "6", "!a !t !t !t !t s12 e s12 !a !t"}, {"17", "0", "1", "!a"}, {"18", "0", "4", "u4 bs u4 b e !a"}, {"20", "0", "1", "s12 !a !a !a s12 !a !a !a s12"},
			{"21", "0", "0", "!a !t !a"}, {"22", "0", "0", "t e !a"}, {"23", "1", "0", "e u1 u1 u2 u2 u2 u2 u2"}, {"40", "2", "1", "a !t !a u2 u1 u2 s12 i1 !a"},
			{"41", "0", "0", "u2 s12 u2 u1 u2"}, {"48", "0", "2", "s12 e !a !a !a s12 s12 u1 !a"}, {"64", "1", "8", "e e s12 s12 !a"}, {"70", "0", "2", "b e e"},
			{"71", "0", "0", "!t ? ? ? u4 u4 !t !a b !t"}, {"72", "1", "8", "s12 !a u4 u1 u4 u2 u1 u1 u1 u1 u1"}, {"74", "0", "0", "e"},
			{"111", "0", "3", "!t u1 bs i4 i4 i4 i4 !a !a !a !a s12 s12 !t i4 i4 u2 i4"}, {"112", "0", "3", "i4 e u1 i4 i4 bs e i4 i4 s12"},
			{"113", "1", "5", "i4 e u1 !t !t s12 u4 bs s12 i4 i4 u2"}, {"115", "0", "1", "!s !s !a e !t"},
	};

	private EsmeLikeClasses() {
	}

	static String[] types(int classId) {
		return Arrays.stream(ROWS).filter(row -> Integer.parseInt(row[0]) == classId).findFirst().orElseThrow()[3].split(" ");
	}

	/** Returns the type of a short name. */
	static String type(String name) {
		return switch (name.replace("!", "")) {
			case "?" -> "any";
			case "a" -> "array of any";
			case "t" -> "any";
			case "su" -> "structure { scaler: integer, unit: enum }";
			case "st" -> "structure { class_id: long-unsigned, logical_name: octet-string(6), attribute_index: integer, data_index: long-unsigned }";
			case "u1" -> "unsigned";
			case "u2" -> "long-unsigned";
			case "u4" -> "double-long-unsigned";
			case "i1" -> "integer";
			case "i2" -> "long";
			case "i4" -> "double-long";
			case "e" -> "enum";
			case "b" -> "boolean";
			case "bs" -> "bits(32)";
			case "s" -> "octet-string(0..12)";
			case "s12" -> "octet-string(0..12)";
			default -> throw new IllegalArgumentException(name);
		};
	}
}
