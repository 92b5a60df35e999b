// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario.client;

import java.io.IOException;

/** Says that a meter answers otherwise than the standard lets it. */
public final class ClientException extends IOException {
	private static final long serialVersionUID = 1L;

	/** Makes an exception. */
	public ClientException(String problem) {
		super(problem);
	}
}
