// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange;

import org.meterwright.cosem.value.Origin;

/** Says in one sentence why a file cannot be imported, and where. */
public final class ImportException extends Exception {
	private static final long serialVersionUID = 1L;

	private final transient Origin place;

	/** Makes an exception; the message names the place. */
	public ImportException(Origin place, String problem) {
		super("%s:%d: %s".formatted(place.file(), place.line(), problem));
		this.place = place;
	}

	/** Returns where. */
	public Origin place() {
		return place;
	}
}
