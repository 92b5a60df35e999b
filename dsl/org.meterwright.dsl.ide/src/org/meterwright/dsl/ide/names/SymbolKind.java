// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

/** What a name may stand for. */
public enum SymbolKind {
	/** Meter. */
	METER("meter"),
	/** Companion specification. */
	COMPANION("companion"),
	/** Interface class, all its versions. */
	CLASS("interface class"),
	/** Type. */
	TYPE("type"),
	/** Unit. */
	UNIT("unit"),
	/** Named values of a value group of logical names. */
	OBIS_GROUP("obis group"),
	/** Attribute of a class. */
	ATTRIBUTE("attribute"),
	/** Method of a class. */
	METHOD("method"),
	/** Field of a structure. */
	FIELD("field"),
	/** Literal of an enumeration, or a named bit. */
	LITERAL("literal"),
	/** Object, or family of objects. */
	OBJECT("object"),
	/** Object that a companion asks for, under the companion's name. */
	REQUIREMENT("required object"),
	/** Requirement in words of a companion. */
	DEMAND("requirement in words"),
	/** Group of objects. */
	GROUP("group"),
	/** Association. */
	ASSOCIATION("association"),
	/** Push set-up. */
	PUSH("push set-up"),
	/** Event. */
	EVENT("event"),
	/** Alert. */
	ALERT("Alert"),
	/** Reaction with a name. */
	REACTION("reaction"),
	/** Role. */
	ROLE("role"),
	/** Use case. */
	USE_CASE("use case"),
	/** Logical device. */
	DEVICE("device"),
	/** Index of families. */
	INDEX("index"),
	/** Entry of an index. */
	INDEX_ENTRY("index entry"),
	/** Name that runs over an index in one declaration. */
	BINDER("index variable"),
	/** Switch. */
	SWITCH("switch"),
	/** Variant. */
	VARIANT("variant"),
	/** Property. */
	PROPERTY("property"),
	/** Script of a script table. */
	SCRIPT("script"),
	/** Layer with a name. */
	LAYER("layer"),
	/** Firmware function behind an attribute. */
	HANDLER("handler");

	private final String word;

	SymbolKind(String word) {
		this.word = word;
	}

	/** Returns the word for users. */
	public String word() {
		return word;
	}
}
