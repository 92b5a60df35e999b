// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.objects;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts texts as people do: numbers in them by size, so that {@code rate[10]} comes after {@code rate[9]}. */
final class NaturalOrder {
	static final Comparator<String> TEXT = NaturalOrder::compare;
	private static final Pattern PART = Pattern.compile("\\d+|\\D+");

	private NaturalOrder() {
	}

	private static int compare(String one, String other) {
		Matcher left = PART.matcher(one);
		Matcher right = PART.matcher(other);
		while (left.find()) {
			if (!right.find()) {
				return 1;
			}
			int order = part(left.group(), right.group());
			if (order != 0) {
				return order;
			}
		}
		return right.find() ? -1 : 0;
	}

	private static int part(String one, String other) {
		boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
		return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareToIgnoreCase(other);
	}
}
