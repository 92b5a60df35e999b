// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.dsl.play.HostFirmware;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.GeneratedFirmware;
import org.meterwright.scenario.Scenario;
import org.meterwright.scenario.ScenarioPlayer;
import org.meterwright.scenario.ScenarioResult;
import org.meterwright.scenario.host.MeterProgram;

/** Plays scenarios on the compiled firmware tables of their meters. */
final class PlayedScenarios {

	private final Console console;
	private final String compiler;

	/** Find the compiler; without one nothing can be played. */
	PlayedScenarios(Console console) {
		this.console = console;
		this.compiler = MeterProgram.compiler().orElseThrow(() -> new Problem(ExitCode.FAILURE, "There is no C compiler on this computer: install cc, gcc or clang. Nothing was played."));
	}

	/** Play scenarios of a meter, in their order. */
	List<ScenarioResult> of(CompiledMeter meter, List<Scenario> scenarios) {
		String label = GeneratedOutput.label(meter);
		console.note("Compiling %s...".formatted(label));
		try (MeterProgram program = MeterProgram.compile(firmware(meter), compiler)) {
			List<ScenarioResult> results = new ArrayList<>();
			for (Scenario scenario : scenarios) {
				results.add(ScenarioPlayer.play(scenario, meter.model(), program.program()));
			}
			return results;
		} catch (IOException e) {
			throw new Problem(ExitCode.FAILURE, "%s: its scenarios cannot be played: %s.".formatted(label, Optional.ofNullable(e.getMessage()).orElse("the meter's program failed")));
		}
	}

	private static GeneratedFirmware firmware(CompiledMeter meter) {
		try {
			return HostFirmware.of(meter);
		} catch (FirmwareException e) {
			throw new Problem(ExitCode.FINDINGS, "%s Nothing was played.".formatted(e.getMessage()));
		}
	}
}
