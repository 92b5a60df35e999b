// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

/**
 * A name that fits, wherever it will be written.
 *
 * @param text          what is inserted
 * @param detail        a few words
 * @param documentation longer text; may be empty
 * @param kind          what it is
 */
record Candidate(String text, String detail, String documentation, Proposal.Kind kind) {

	Candidate(String text, String detail, Proposal.Kind kind) {
		this(text, detail, "", kind);
	}

	Proposal at(int offset, int length) {
		return new Proposal(text, detail, documentation, kind, offset, length);
	}

	boolean beginsWith(String prefix) {
		return text.regionMatches(true, 0, prefix, 0, prefix.length());
	}
}
