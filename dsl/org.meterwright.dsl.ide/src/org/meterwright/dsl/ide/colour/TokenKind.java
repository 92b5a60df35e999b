// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.colour;

/** What a token is to a reader; each kind has one colour. */
public enum TokenKind {
	/** A word of the language in its place. */
	KEYWORD,
	/** An interface class in the header of an object. */
	CLASS,
	/** A name that stands before a colon or an equals sign: object, attribute, field. */
	DECLARED,
	/** Any other name. */
	NAME,
	/** A number, with or without sign. */
	NUMBER,
	/** Text, octets or bits in quotes. */
	STRING,
	/** A logical name. */
	LOGICAL_NAME,
	/** A date or a time, wildcards included. */
	DATE,
	/** A comment for the reader of the text. */
	COMMENT,
	/** A comment that goes into documents and generated code. */
	DOCUMENTATION,
	/** What the language does not know. */
	UNKNOWN
}
