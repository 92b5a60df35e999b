// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import java.io.IOException;

/** What carries APDUs to the meter and back. */
interface Line extends AutoCloseable {

	/** Send octets and return the answer. */
	byte[] exchange(byte[] apdu) throws IOException;

	@Override
	void close() throws IOException;
}
