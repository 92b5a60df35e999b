// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

/** What a change means for those who talk to the meter, worst first. */
public enum Impact {
	/** A client that worked with the former meter may fail with the new one. */
	BREAKING("breaking", "breaks a head-end"),
	/** A client can see it, and one that worked still works. */
	VISIBLE("visible", "visible but compatible"),
	/** No client can tell the difference. */
	INVISIBLE("invisible", "invisible to clients"),
	/** Only the text is another: names, remarks, files, order. The meter is the same. */
	TEXT("text", "only moved or renamed in the text");

	private final String word;
	private final String sentence;

	Impact(String word, String sentence) {
		this.word = word;
		this.sentence = sentence;
	}

	/** Returns the word that options and JSON use. */
	public String word() {
		return word;
	}

	/** Returns it for people. */
	public String sentence() {
		return sentence;
	}

	/** Tells whether this is as bad as another, or worse. */
	public boolean atLeast(Impact other) {
		return compareTo(other) <= 0;
	}
}
