// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import org.meterwright.dsl.ide.view.Search;

/**
 * Something that fits, wherever it will be written.
 *
 * @param label         what the list shows
 * @param text          what is inserted
 * @param snippet       the same with places to fill; empty: there are none
 * @param detail        a few words
 * @param documentation longer text; may be empty
 * @param kind          what it is
 * @param rank          how well it fits: 0 is best
 */
record Candidate(String label, String text, String snippet, String detail, String documentation, Proposal.Kind kind, int rank) {
	private static final int FUZZY = 3;

	static Candidate of(String text, String detail, Proposal.Kind kind, int rank) {
		return new Candidate(text, text, "", detail, "", kind, rank);
	}

	static Candidate snippet(String label, String detail, String snippet) {
		return new Candidate(label, snippet.replaceAll("\\$\\{\\d+:([^}]*)\\}", "$1").replaceAll("\\$\\d+|\\$\\{\\d+\\}", ""), snippet, detail, "", Proposal.Kind.SNIPPET, 8);
	}

	Candidate documented(String words) {
		return new Candidate(label, text, snippet, detail, words, kind, rank);
	}

	Candidate ranked(int other) {
		return new Candidate(label, text, snippet, detail, documentation, kind, other);
	}

	Proposal at(int offset, int length) {
		return new Proposal(label, text, snippet, detail, documentation, kind, offset, length);
	}

	/** Tells how well this goes with what is typed: exact beginnings before others, then what fits better; -1: not at all. */
	int order(String prefix) {
		int match = Search.rank(prefix, label);
		return match < 0 ? -1 : (match < FUZZY ? 0 : 100) + rank * 4 + Math.min(match, FUZZY);
	}
}
