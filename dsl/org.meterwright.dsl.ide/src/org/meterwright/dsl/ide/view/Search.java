// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.view;

import java.util.Locale;

/** Compares what a user types with names: a beginning, beginnings of words ({@code aIP} for activeImportPower), or letters in their order. */
public final class Search {

	private Search() {
	}

	/** Tells how well a name fits: 0 is best; -1: it does not. */
	public static int rank(String typed, String name) {
		String plain = name.startsWith("^") ? name.substring(1) : name;
		if (plain.startsWith(typed)) {
			return plain.length() == typed.length() ? 0 : 1;
		}
		String lowTyped = typed.toLowerCase(Locale.ROOT);
		String lowName = plain.toLowerCase(Locale.ROOT);
		if (lowName.startsWith(lowTyped)) {
			return 2;
		}
		if (humps(lowTyped, plain, 0, 0, true)) {
			return 3;
		}
		if (lowTyped.length() > 1 && lowName.contains(lowTyped)) {
			return 4;
		}
		return lowTyped.length() > 2 && inOrder(lowTyped, lowName) ? 5 : -1;
	}

	/** Tells whether each typed letter continues a word of the name or begins a later one. */
	private static boolean humps(String typed, String name, int t, int n, boolean start) {
		if (t == typed.length()) {
			return true;
		}
		if (n == name.length()) {
			return false;
		}
		boolean same = Character.toLowerCase(name.charAt(n)) == typed.charAt(t);
		if (same && (start || begins(name, n)) && humps(typed, name, t + 1, n + 1, true)) {
			return true;
		}
		int next = n + 1;
		while (next < name.length() && !begins(name, next)) {
			next++;
		}
		return t > 0 && next < name.length() && humps(typed, name, t, next, false);
	}

	private static boolean begins(String name, int at) {
		char c = name.charAt(at);
		return at == 0 || Character.isUpperCase(c) || Character.isDigit(c) && !Character.isDigit(name.charAt(at - 1)) || name.charAt(at - 1) == '_' || name.charAt(at - 1) == '-';
	}

	private static boolean inOrder(String typed, String name) {
		int at = 0;
		for (int i = 0; i < typed.length(); i++) {
			at = name.indexOf(typed.charAt(i), at) + 1;
			if (at == 0) {
				return false;
			}
		}
		return true;
	}
}
