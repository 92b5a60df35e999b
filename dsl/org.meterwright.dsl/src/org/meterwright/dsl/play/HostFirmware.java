// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.play;

import org.meterwright.dsl.CompiledMeter;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.firmware.GeneratedFirmware;

/** The firmware of a meter with all that it takes to run on this computer. */
public final class HostFirmware {
	private HostFirmware() {
	}

	/**
	 * Generates the firmware of a meter without errors.
	 *
	 * @throws FirmwareException when tables cannot hold the meter; the message says why
	 */
	public static GeneratedFirmware of(CompiledMeter meter) throws FirmwareException {
		return FirmwareGenerator.generate(meter.model(), new FirmwareOptions(FirmwareOptions.forMeter(meter.model().getName()).prefix(), false, true));
	}
}
