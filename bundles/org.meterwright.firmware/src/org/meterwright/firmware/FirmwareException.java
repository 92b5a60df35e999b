// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

/** Says in one sentence why a model cannot become firmware tables. */
public final class FirmwareException extends RuntimeException {
	private static final long serialVersionUID = 1L;

	/** Makes an exception with the sentence for the user. */
	public FirmwareException(String message) {
		super(message);
	}
}
