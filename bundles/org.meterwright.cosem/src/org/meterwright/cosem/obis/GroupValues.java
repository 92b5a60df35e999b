// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.obis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which values of one value group a pattern takes, 0 to 255, and what each of them is called there. */
public final class GroupValues {
	/** Number of values of a value group. */
	static final int SIZE = 256;
	private static final Pattern NUMBER = Pattern.compile("\\{n(?:-(\\d{1,3}))?\\}");
	private static final String[] NO_TEXTS = new String[0];

	private final BitSet values;
	private final int size;
	private final String name;
	private final String[] texts;

	private GroupValues(BitSet values, String name, String[] texts) {
		this.values = values;
		this.size = values.cardinality();
		this.name = name;
		this.texts = texts;
	}

	/** Takes every value. */
	public static GroupValues any() {
		return range(0, SIZE - 1);
	}

	/** Takes one value. */
	public static GroupValues of(int value) {
		return range(value, value);
	}

	/** Takes the values of a range. */
	public static GroupValues range(int lower, int upper) {
		BitSet values = new BitSet(SIZE);
		values.set(lower, upper + 1);
		return new GroupValues(values, "", NO_TEXTS);
	}

	/**
	 * Takes the values that have a text; the others are null. The name is what titles call the text by. In a text, {@code {n}} is the value
	 * and {@code {n-100}} the value less 100.
	 */
	public static GroupValues named(String name, String[] texts) {
		BitSet values = new BitSet(SIZE);
		IntStream.range(0, SIZE).filter(value -> texts[value] != null).forEach(values::set);
		String[] said = new String[SIZE];
		values.stream().forEach(value -> said[value] = said(texts[value], value));
		return new GroupValues(values, name, said);
	}

	private static String said(String text, int value) {
		Matcher m = NUMBER.matcher(text);
		return m.find() ? m.replaceAll(found -> Integer.toString(value - (found.group(1) == null ? 0 : Integer.parseInt(found.group(1))))) : text;
	}

	/** Takes these values and those of another. */
	public GroupValues or(GroupValues other) {
		BitSet both = (BitSet) values.clone();
		both.or(other.values);
		return new GroupValues(both, "", NO_TEXTS);
	}

	/** Tells whether a value is taken. */
	public boolean contains(int value) {
		return values.get(value);
	}

	/** Returns how many values are taken. */
	public int size() {
		return size;
	}

	/** Returns the values in ascending order. */
	public IntStream stream() {
		return values.stream();
	}

	/** Returns the name of the group; empty for values without texts. */
	public String name() {
		return name;
	}

	/** Returns what a value is called; empty when it has no text. */
	public String text(int value) {
		return texts.length == 0 || texts[value] == null ? "" : texts[value];
	}

	/** Tells whether some value is taken here and there. */
	public boolean meets(GroupValues other) {
		return values.intersects(other.values);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof GroupValues that && values.equals(that.values) && name.equals(that.name) && Arrays.equals(texts, that.texts);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	/** Writes the values as patterns do: {@code 8}, {@code x}, {@code {1..9,255}}. */
	@Override
	public String toString() {
		if (size == SIZE) {
			return "x";
		}
		StringBuilder text = new StringBuilder();
		for (int from = values.nextSetBit(0); from >= 0;) {
			int to = values.nextClearBit(from) - 1;
			text.append(text.isEmpty() ? "" : ",").append(from).append(to > from ? "..%d".formatted(to) : "");
			from = values.nextSetBit(to + 1);
		}
		return size == 1 ? text.toString() : "{%s}".formatted(text);
	}
}
