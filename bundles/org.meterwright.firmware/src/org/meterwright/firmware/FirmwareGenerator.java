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
		return new Emitter(new TableLayout(meter), options).emit();
	}

	/**
	 * Lays out the tables of a meter, without making texts of them.
	 *
	 * @throws FirmwareException with a sentence for the user when tables cannot hold the meter
	 */
	public static PlannedTables plan(Meter meter) {
		TableLayout layout = new TableLayout(meter);
		return new PlannedTables(layout, Tables.of(layout));
	}

	/** Generates everything from tables that are laid out. */
	public static GeneratedFirmware generate(PlannedTables planned, FirmwareOptions options) {
		return new Emitter(planned.layout(), planned.tables(), options).emit();
	}

	/** Computes what the tables of a meter take, without making files. */
	public static MemoryReport memory(Meter meter) {
		return memory(plan(meter));
	}

	/** Computes what tables take. */
	public static MemoryReport memory(PlannedTables planned) {
		return MemoryAccount.of(planned.layout(), planned.tables());
	}
}
