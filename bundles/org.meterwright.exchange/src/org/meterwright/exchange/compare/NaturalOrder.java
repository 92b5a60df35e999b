// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.Comparator;

/** Orders texts as people do: numbers inside by their value, 1.8.2 before 1.8.10. */
final class NaturalOrder {
	static final Comparator<String> TEXT = NaturalOrder::compare;

	private NaturalOrder() {
	}

	private static int compare(String left, String right) {
		int i = 0;
		int j = 0;
		while (i < left.length() && j < right.length()) {
			int leftEnd = numberEnd(left, i);
			int rightEnd = numberEnd(right, j);
			int order;
			if (leftEnd > i && rightEnd > j) {
				order = numbers(left.substring(i, leftEnd), right.substring(j, rightEnd));
			} else {
				order = Character.compare(left.charAt(i), right.charAt(j));
				leftEnd = i + 1;
				rightEnd = j + 1;
			}
			if (order != 0) {
				return order;
			}
			i = leftEnd;
			j = rightEnd;
		}
		int rest = Integer.compare(left.length() - i, right.length() - j);
		return rest == 0 ? left.compareTo(right) : rest;
	}

	private static int numberEnd(String text, int start) {
		int end = start;
		while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
			end++;
		}
		return end;
	}

	private static int numbers(String left, String right) {
		String a = left.replaceFirst("^0+(?=.)", "");
		String b = right.replaceFirst("^0+(?=.)", "");
		int order = Integer.compare(a.length(), b.length());
		return order == 0 ? a.compareTo(b) : order;
	}
}
