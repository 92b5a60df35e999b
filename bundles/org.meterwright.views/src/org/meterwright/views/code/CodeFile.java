// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.code;

import java.util.List;

/**
 * A file that generating would write.
 *
 * @param path      path in the output folder, with forward slashes
 * @param state     what generating would do with it
 * @param text      its text as it would be
 * @param before    its text as it is on disk; empty: it is not there
 * @param added     lines that are new or changed, by number from 0
 * @param removed   number of lines that go
 */
public record CodeFile(String path, State state, String text, String before, List<Integer> added, int removed) {
	/** Copies the list. */
	public CodeFile {
		added = List.copyOf(added);
	}

	/** What generating would do with a file. */
	public enum State {
		/** It is not there yet. */
		NEW("new"),
		/** It would be another. */
		CHANGED("changed"),
		/** It would stay as it is. */
		SAME("unchanged"),
		/** It belongs to the firmware team and is left alone. */
		YOURS("yours, kept");

		private final String words;

		State(String words) {
			this.words = words;
		}

		/** Returns it for people. */
		public String words() {
			return words;
		}
	}

	/** Returns what changes in a few words. */
	public String difference() {
		return state == State.CHANGED || state == State.NEW ? "+%d -%d lines".formatted(added.size(), removed) : "";
	}
}
