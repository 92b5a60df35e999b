// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

/** What the program's exit status means. */
public enum ExitCode {
	/** Everything is fine; warnings may have been reported. */
	FINE(0),
	/** Findings of severity error were reported, and nothing was written. */
	FINDINGS(1),
	/** The command line makes no sense. */
	USAGE(2),
	/** A file could not be read or written, or the program itself failed. */
	FAILURE(3);

	private final int status;

	ExitCode(int status) {
		this.status = status;
	}

	/** Return the status for the operating system. */
	public int status() {
		return status;
	}
}
