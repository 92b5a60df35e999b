// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.xmi;

import java.io.IOException;

/** Says in one sentence why a model file could not be read or written. */
public final class ModelFileException extends IOException {
	private static final long serialVersionUID = 1L;

	/** Makes an exception. */
	public ModelFileException(String message, Throwable cause) {
		super(message, cause);
	}
}
