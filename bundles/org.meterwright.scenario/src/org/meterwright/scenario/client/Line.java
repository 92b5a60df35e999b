// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario.client;

import java.io.IOException;

/** What carries APDUs to the meter and back. */
public interface Line extends AutoCloseable {

	/** Send octets and return the answer. */
	public byte[] exchange(byte[] apdu) throws IOException;

	@Override
	public void close() throws IOException;
}
