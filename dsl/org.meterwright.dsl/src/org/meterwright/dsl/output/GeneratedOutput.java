// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.meterwright.cosem.Meter;
import org.meterwright.cosem.work.SideBySide;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.firmware.GeneratedFirmware;
import org.meterwright.firmware.PlannedTables;

/**
 * Firmware made of meters.
 *
 * @param products each meter with what was made of it
 */
public record GeneratedOutput(List<Product> products) {

	/** A meter and its firmware tables. */
	public record Product(CompiledMeter meter, GeneratedFirmware firmware) {

		/** Return the meter's name, with that of its variant. */
		public String label() {
			return GeneratedOutput.label(meter);
		}
	}

	/** Copy the list. */
	public GeneratedOutput {
		products = List.copyOf(products);
	}

	/**
	 * Make the firmware of meters that have no blocking findings.
	 *
	 * @param prefix of every C name and file; otherwise made from each meter's name
	 * @throws org.meterwright.firmware.FirmwareException when the prefix or a model is not possible
	 */
	public static GeneratedOutput of(List<CompiledMeter> meters, Optional<String> prefix, boolean selfTest) {
		return of(meters, prefix, options -> new FirmwareOptions(options.prefix(), selfTest, true));
	}

	/**
	 * Make the firmware of meters that have no blocking findings, as somebody chooses.
	 *
	 * @param prefix  of every C name and file; otherwise made from each meter's name
	 * @param choices what to make of the usual options
	 * @throws org.meterwright.firmware.FirmwareException when the prefix or a model is not possible
	 */
	public static GeneratedOutput of(List<CompiledMeter> meters, Optional<String> prefix, UnaryOperator<FirmwareOptions> choices) {
		return of(meters, prefix, choices, FirmwareGenerator::plan);
	}

	/**
	 * Make the firmware of meters that have no blocking findings, as somebody chooses, from tables that somebody laid out. Meters are made
	 * side by side; of several that are not possible the first is told.
	 *
	 * @param prefix  of every C name and file; otherwise made from each meter's name
	 * @param choices what to make of the usual options
	 * @param layouts gives the tables of a meter
	 * @throws org.meterwright.firmware.FirmwareException when the prefix or a model is not possible
	 */
	public static GeneratedOutput of(List<CompiledMeter> meters, Optional<String> prefix, UnaryOperator<FirmwareOptions> choices,
			Function<Meter, PlannedTables> layouts) {
		return new GeneratedOutput(SideBySide.map(meters, meter -> product(meter, prefix, choices, layouts)));
	}

	private static Product product(CompiledMeter meter, Optional<String> prefix, UnaryOperator<FirmwareOptions> choices, Function<Meter, PlannedTables> layouts) {
		FirmwareOptions base = prefix.map(FirmwareOptions::of).orElseGet(() -> FirmwareOptions.forMeter(meter.model().getName()));
		return new Product(meter, FirmwareGenerator.generate(layouts.apply(meter.model()), choices.apply(base)));
	}

	/**
	 * Make all files of meters with a prefix from each meter's name; those of several meters in a folder each.
	 *
	 * @throws org.meterwright.firmware.FirmwareException when tables cannot hold a meter
	 */
	public static List<OutputFile> of(List<CompiledMeter> meters, Path folder) {
		return of(meters, Optional.empty(), true).files(folder);
	}

	/** Return the meter's name, with that of its variant. */
	public static String label(CompiledMeter meter) {
		return meter.variant().map(variant -> "%s-%s".formatted(meter.name(), variant)).orElse(meter.name());
	}

	/** Return the files: those of one meter in the folder itself, those of several in a folder each. */
	public List<OutputFile> files(Path folder) {
		List<OutputFile> files = new ArrayList<>();
		for (Product product : products) {
			Path place = products.size() == 1 ? folder : folder.resolve(product.label());
			product.firmware().files().forEach((name, file) -> files.add(new OutputFile(place.resolve(name), file.pieces(), file.userOwned())));
		}
		return files;
	}
}
