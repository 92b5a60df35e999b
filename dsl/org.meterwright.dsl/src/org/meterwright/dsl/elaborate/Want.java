// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a reference may mean at its place.
 *
 * @param kinds kinds of things
 * @param parts parts of objects that may follow the name
 */
public record Want(Set<Kind> kinds, Set<Part> parts) {

	/** A part of an object. */
	public enum Part {
		/** Nothing: the object itself. */
		WHOLE,
		/** Attribute. */
		ATTRIBUTE,
		/** Method. */
		METHOD,
		/** Script of a script table. */
		SCRIPT
	}

	/** An object. */
	public static final Want OBJECT = new Want(Set.of(Kind.OBJECT), Set.of(Part.WHOLE));
	/** An attribute of an object. */
	public static final Want ATTRIBUTE = new Want(Set.of(Kind.OBJECT), Set.of(Part.ATTRIBUTE));
	/** An object, or an attribute of one. */
	public static final Want OBJECT_OR_ATTRIBUTE = new Want(Set.of(Kind.OBJECT), Set.of(Part.WHOLE, Part.ATTRIBUTE));
	/** A method of an object. */
	public static final Want METHOD = new Want(Set.of(Kind.OBJECT), Set.of(Part.METHOD));
	/** A script of a script table. */
	public static final Want SCRIPT = new Want(Set.of(Kind.OBJECT), Set.of(Part.SCRIPT));
	/** Objects, attributes and methods; groups of them. */
	public static final Want TARGET = new Want(Set.of(Kind.OBJECT, Kind.GROUP), Set.of(Part.WHOLE, Part.ATTRIBUTE, Part.METHOD));

	/** Makes a want of whole things of some kinds. */
	public static Want of(Kind... kinds) {
		return new Want(Set.copyOf(Arrays.asList(kinds)), Set.of(Part.WHOLE));
	}

	String words() {
		return kinds.stream().sorted().map(Kind::word).collect(Collectors.joining(" or "));
	}
}
