// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

/** A command, after its arguments are known. */
interface Command {

	/** Do the work; throw {@link Problem} where it cannot be done. */
	ExitCode perform();
}
