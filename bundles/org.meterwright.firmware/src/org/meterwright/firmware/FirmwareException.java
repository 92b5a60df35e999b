// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.util.Optional;

import org.meterwright.cosem.Element;

/** Says in one sentence why a model cannot become firmware tables, and where in the model that is, when it is one place. */
public final class FirmwareException extends RuntimeException {
	private static final long serialVersionUID = 1L;

	private final transient Element about;

	/** Makes an exception on the meter as a whole with the sentence for the user. */
	public FirmwareException(String message) {
		this(message, null);
	}

	/** Makes an exception on an element of the model with the sentence for the user. */
	public FirmwareException(String message, Element about) {
		super(message);
		this.about = about;
	}

	/** Returns the element of the model that tables cannot hold; nothing: it is the meter as a whole. */
	public Optional<Element> about() {
		return Optional.ofNullable(about);
	}
}
