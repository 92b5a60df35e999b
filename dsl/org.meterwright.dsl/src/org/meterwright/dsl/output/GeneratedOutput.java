// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.meterwright.dsl.CompiledMeter;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.FirmwareOptions;

/** The firmware files of meters, in memory. */
public final class GeneratedOutput {
	private GeneratedOutput() {
	}

	/**
	 * Generate meters; one goes into the folder itself, several into a folder each.
	 *
	 * @throws FirmwareException with a sentence for the user when tables cannot hold a meter
	 */
	public static List<OutputFile> of(List<CompiledMeter> meters, Path folder) {
		List<OutputFile> files = new ArrayList<>();
		for (CompiledMeter meter : meters) {
			Path target = meters.size() == 1 ? folder : folder.resolve(label(meter));
			FirmwareGenerator.generate(meter.model(), FirmwareOptions.forMeter(meter.model().getName())).files()
					.forEach((name, file) -> files.add(new OutputFile(target.resolve(name), OutputFile.text(target, file.content()).content(), file.userOwned())));
		}
		return files;
	}

	private static String label(CompiledMeter meter) {
		return meter.variant().map(variant -> "%s-%s".formatted(meter.name(), variant)).orElse(meter.name());
	}
}
