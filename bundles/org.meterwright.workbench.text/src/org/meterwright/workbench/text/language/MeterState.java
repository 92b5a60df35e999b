// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Storage;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.output.TablesCheck;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.MemoryReport;
import org.meterwright.rules.Finding;
import org.meterwright.rules.conformance.Conformance;
import org.meterwright.rules.conformance.ConformanceReport;
import org.meterwright.rules.conformance.Verdict;

/**
 * The size of a meter and what it takes.
 *
 * @param label        name, with that of its variant
 * @param devices      number of logical devices
 * @param objects      number of objects
 * @param associations number of associations
 * @param memory       what each kind of memory takes; empty while there are errors
 * @param obstacle     why tables cannot hold the meter
 * @param conformance  how it stands with its companions; nothing when it has none
 */
public record MeterState(String label, int devices, int objects, int associations, List<MemoryUse> memory, Optional<Finding> obstacle, Optional<Conforming> conformance) {

	/**
	 * How a meter stands with what its companions ask for.
	 *
	 * @param met     requirements that it meets
	 * @param missing requirements that it lacks or contradicts
	 */
	public record Conforming(int met, int missing) {
		static Optional<Conforming> of(CompiledMeter meter, String label) {
			if (meter.model().getCompanions().isEmpty()) {
				return Optional.empty();
			}
			Map<Verdict, Integer> counts = ConformanceReport.count(Conformance.of(label, meter.model(), meter.findings(), List.of()).lines());
			return Optional.of(new Conforming(counts.getOrDefault(Verdict.MET, 0), counts.getOrDefault(Verdict.MISSING, 0) + counts.getOrDefault(Verdict.CONTRADICTED, 0)));
		}
	}

	/**
	 * What a kind of memory takes.
	 *
	 * @param name  such as RAM
	 * @param bytes bytes on a 32-bit target
	 * @param limit bytes that the designer allows; empty: no limit is written
	 */
	public record MemoryUse(String name, long bytes, Optional<Long> limit) {
		/** Tells whether the limit is kept, if there is one. */
		public boolean fits() {
			return limit.isEmpty() || bytes <= limit.get();
		}
	}

	/** Copies the list. */
	public MeterState {
		memory = List.copyOf(memory);
	}

	/** Looks at a meter; memory is computed only where there is no error, because the layout of a wrong model means nothing. */
	static MeterState of(CompiledMeter compiled, boolean sound) {
		Meter model = compiled.model();
		String label = compiled.variant().map(variant -> "%s-%s".formatted(compiled.name(), variant)).orElse(compiled.name());
		int objects = model.getDevices().stream().mapToInt(device -> device.getObjects().size()).sum();
		int associations = model.getDevices().stream().mapToInt(device -> device.getAssociations().size()).sum();
		MeterState plain = new MeterState(label, model.getDevices().size(), objects, associations, List.of(), Optional.empty(), Conforming.of(compiled, label));
		return sound ? plain.withMemory(compiled) : plain;
	}

	private MeterState withMemory(CompiledMeter compiled) {
		Meter model = compiled.model();
		try {
			MemoryReport report = FirmwareGenerator.memory(model);
			List<MemoryUse> uses = List.of(use("Flash", report.flash(), model, Storage.ROM), use("RAM", report.ram(), model, Storage.RAM),
					use("NVM", report.nvm() + report.log(), model, Storage.NVM));
			return new MeterState(label, devices, objects, associations, uses, Optional.empty(), conformance);
		} catch (FirmwareException e) {
			return new MeterState(label, devices, objects, associations, List.of(), Optional.of(TablesCheck.finding(compiled, e)), conformance);
		}
	}

	private static MemoryUse use(String name, long bytes, Meter model, Storage storage) {
		Optional<Long> limit = model.getBudgets().stream().filter(budget -> budget.getStorage() == storage).map(budget -> budget.getBytes()).findFirst();
		return new MemoryUse(name, bytes, limit);
	}

	/** Tells whether every limit is kept. */
	public boolean fits() {
		return memory.stream().allMatch(MemoryUse::fits);
	}
}
