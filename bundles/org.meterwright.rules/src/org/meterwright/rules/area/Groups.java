// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.value.LogicalName;

/**
 * Value groups A to E of logical names; a letter stands for any value.
 *
 * @param text   as written, {@code 0-b:1.0.e}
 * @param values five values, -1 for any
 */
record Groups(String text, List<Integer> values) {
	private static final int ANY = -1;

	static Groups of(String text) {
		List<Integer> values = new ArrayList<>();
		for (String part : text.split("[-:.]")) {
			values.add(Character.isDigit(part.charAt(0)) ? Integer.parseInt(part) : ANY);
		}
		return new Groups(text, List.copyOf(values));
	}

	boolean matches(LogicalName name) {
		return is(2, name.c()) && is(3, name.d()) && is(0, name.a()) && is(1, name.b()) && is(4, name.e());
	}

	private boolean is(int group, int value) {
		int wanted = values.get(group);
		return wanted == ANY || wanted == value;
	}
}
