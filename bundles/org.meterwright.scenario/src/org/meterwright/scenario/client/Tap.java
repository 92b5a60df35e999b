// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario.client;

/** Listens to a line: each frame as it goes to the meter or comes from it. */
public interface Tap {

	/** Nobody listens. */
	Tap NONE = (sent, octets) -> {
	};

	/**
	 * Takes a frame: with the wrapper's header, or from flag to flag.
	 *
	 * @param sent whether it goes to the meter
	 */
	void frame(boolean sent, byte[] octets);
}
