// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rights that an element of object_list gives to one object (IEC 62056-6-2, access_right), in the order sent. A meter has few of them and
 * many elements: elements that say the same share one.
 */
public final class AccessRights {
	/** No right, not even to know of an attribute. */
	public static final AccessRights NONE = new AccessRights(List.of(), List.of());

	private static final Pattern ITEM = Pattern.compile("(-?\\d+)=(-?\\d+)(?:\\[(-?\\d+(?:,-?\\d+)*)\\])?");

	private final List<AttributeAccess> attributes;
	private final List<MethodAccess> methods;
	private final int modes;
	private final int hash;

	private AccessRights(List<AttributeAccess> attributes, List<MethodAccess> methods) {
		this.attributes = List.copyOf(attributes);
		this.methods = List.copyOf(methods);
		int bits = 0;
		for (AttributeAccess access : this.attributes) {
			bits |= access.mode();
		}
		for (MethodAccess access : this.methods) {
			bits |= access.mode();
		}
		modes = bits;
		hash = 31 * this.attributes.hashCode() + this.methods.hashCode();
	}

	/** Makes rights from those to attributes and those to methods. */
	public static AccessRights of(List<AttributeAccess> attributes, List<MethodAccess> methods) {
		return attributes.isEmpty() && methods.isEmpty() ? NONE : new AccessRights(attributes, methods);
	}

	/**
	 * Reads what {@link #toString()} writes.
	 *
	 * @throws IllegalArgumentException when the text is none
	 */
	public static AccessRights valueOf(String text) {
		String[] halves = text.split("\\|", -1);
		if (halves.length > 2) {
			throw new IllegalArgumentException("%s is no access rights".formatted(text));
		}
		List<MethodAccess> methods = halves.length < 2 ? List.of() : items(halves[1]).map(item -> new MethodAccess(number(item, 1), number(item, 2))).toList();
		return of(items(halves[0]).map(AccessRights::attribute).toList(), methods);
	}

	private static Stream<Matcher> items(String half) {
		return Stream.of(half.strip().split(" +")).filter(Predicate.not(String::isEmpty)).map(item -> {
			Matcher matcher = ITEM.matcher(item);
			if (!matcher.matches()) {
				throw new IllegalArgumentException("%s is no access right".formatted(item));
			}
			return matcher;
		});
	}

	private static AttributeAccess attribute(Matcher item) {
		List<Integer> selectors = item.group(3) == null ? List.of() : Stream.of(item.group(3).split(",")).map(Integer::valueOf).toList();
		return new AttributeAccess(number(item, 1), number(item, 2), selectors);
	}

	private static int number(Matcher item, int group) {
		return Integer.parseInt(item.group(group));
	}

	/** Returns the rights to attributes in the order sent. */
	public List<AttributeAccess> attributes() {
		return attributes;
	}

	/** Returns the rights to methods in the order sent. */
	public List<MethodAccess> methods() {
		return methods;
	}

	/** Returns all bits that any attribute or method has. */
	public int modes() {
		return modes;
	}

	/** Returns the mode of an attribute, of the first right when there are several; 0: none. */
	public int attributeMode(int index) {
		for (AttributeAccess access : attributes) {
			if (access.index() == index) {
				return access.mode();
			}
		}
		return 0;
	}

	/** Returns the mode of a method, of the first right when there are several; 0: none. */
	public int methodMode(int index) {
		for (MethodAccess access : methods) {
			if (access.index() == index) {
				return access.mode();
			}
		}
		return 0;
	}

	/** Returns these rights with one to an attribute, in the place of the one that it had, else at the end. */
	public AccessRights with(AttributeAccess access) {
		return of(replaced(attributes, each -> each.index() == access.index(), access), methods);
	}

	/** Returns these rights with one to a method, in the place of the one that it had, else at the end. */
	public AccessRights with(MethodAccess access) {
		return of(attributes, replaced(methods, each -> each.index() == access.index(), access));
	}

	private static <T> List<T> replaced(List<T> rights, Predicate<T> same, T right) {
		List<T> all = new ArrayList<>(rights);
		for (int i = 0; i < all.size(); i++) {
			if (same.test(all.get(i))) {
				all.set(i, right);
				return all;
			}
		}
		all.add(right);
		return all;
	}

	@Override
	public boolean equals(Object other) {
		return this == other || other instanceof AccessRights rights && hash == rights.hash && attributes.equals(rights.attributes) && methods.equals(rights.methods);
	}

	@Override
	public int hashCode() {
		return hash;
	}

	/** Returns the rights as in {@code 1=1 2=3[1,2] | 1=0}: index and mode of attributes, with selectors, then of methods. */
	@Override
	public String toString() {
		String first = attributes.stream().map(AttributeAccess::toString).collect(Collectors.joining(" "));
		return methods.isEmpty() ? first : "%s | %s".formatted(first, methods.stream().map(MethodAccess::toString).collect(Collectors.joining(" "))).strip();
	}
}
