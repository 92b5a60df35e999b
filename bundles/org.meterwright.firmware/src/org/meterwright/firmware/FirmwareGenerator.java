// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import org.meterwright.cosem.Meter;
import org.meterwright.firmware.emit.Emitter;
import org.meterwright.firmware.layout.MemoryAccount;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;

/**
 * Makes firmware tables from a meter: C99 tables with handles and typed memories, the C access code, a self-test, a trace and a memory report.
 * All content is made in memory; the same meter gives the same octets.
 */
public final class FirmwareGenerator {
	private FirmwareGenerator() {
	}

	/**
	 * Generates everything.
	 *
	 * @throws FirmwareException with a sentence for the user when tables cannot hold the meter
	 */
	public static GeneratedFirmware generate(Meter meter, FirmwareOptions options) {
		TableLayout layout = new TableLayout(meter);
		return new Emitter(layout, Tables.of(layout), options).emit();
	}

	/** Computes what the tables of a meter take, without making files. */
	public static MemoryReport memory(Meter meter) {
		TableLayout layout = new TableLayout(meter);
		return MemoryAccount.of(layout, Tables.of(layout));
	}
}
