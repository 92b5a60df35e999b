// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.intake;

/** A file that cannot be read as what it is said to be; the message is one sentence for the user. */
public final class IntakeException extends Exception {
	private static final long serialVersionUID = 1;

	IntakeException(String message, Throwable cause) {
		super(message, cause);
	}
}
