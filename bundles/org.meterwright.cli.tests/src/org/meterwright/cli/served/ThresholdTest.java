// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.cli.GeneratedFolder;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.dsl.Workspace;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.FirmwareOptions;
import org.meterwright.scenario.host.MeterProcess;

/** Reactions to thresholds and times that no object implements: rows of a table do what Register monitors and Single action schedules do. */
class ThresholdTest {

	private static final Set<String> WITHOUT_OBJECT = Set.of("voltageMonitor", "night");

	@TempDir
	private Path folder;

	private MeterProcess start(long duration) throws IOException {
		Meter model = Workspace.open(List.of(Path.of("samples/behaviour"))).compile().meters().getFirst().model();
		model.getReactions().stream().filter(reaction -> WITHOUT_OBJECT.contains(reaction.getName())).forEach(reaction -> {
			reaction.setObject(null);
			if (reaction.getTrigger() instanceof ThresholdTrigger trigger) {
				trigger.setDuration(duration);
				trigger.setBackDuration(2 * duration);
			}
		});
		for (var file : FirmwareGenerator.generate(model, FirmwareOptions.of("behaviour")).files().entrySet()) {
			Path path = folder.resolve(file.getKey());
			Files.createDirectories(path.getParent());
			Files.writeString(path, file.getValue().content());
		}
		MeterProcess meter = new MeterProcess(new GeneratedFolder(folder).host(List.of("-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all")), Map.of());
		meter.command("time 2026 11 23 12 0 0");
		return meter;
	}

	private static int rows(MeterProcess meter) throws IOException {
		return Integer.parseInt(meter.command("get 7 0.0.99.98.0.255 7").substring(2), 16);
	}

	private static void volts(MeterProcess meter, int decivolts) throws IOException {
		assertEquals("result 0", meter.command("set 3 1.0.32.7.0.255 2 12%04x".formatted(decivolts)));
	}

	@Test
	void aRowHasTwoThresholds() throws IOException {
		try (MeterProcess meter = start(0)) {
			for (int decivolts : new int[] { 2300, 2070, 2069, 2050, 2090, 2099, 2100, 2080, 2000 }) {
				volts(meter, decivolts);
			}
			assertEquals(3, rows(meter)); // low at 206.9, back at 210.0, low at 200.0
			meter.command("until 2026 11 24 2 30 0");
			assertEquals(4, rows(meter));
			meter.command("advance 86400");
			assertEquals(5, rows(meter));
		}
	}

	@Test
	void aRowWaits() throws IOException {
		try (MeterProcess meter = start(10)) {
			volts(meter, 2000);
			meter.command("advance 9");
			volts(meter, 2200);
			volts(meter, 2000);
			meter.command("advance 9");
			assertEquals(0, rows(meter));
			meter.command("advance 1");
			assertEquals(1, rows(meter));
			volts(meter, 2200);
			meter.command("advance 19");
			assertEquals(1, rows(meter));
			meter.command("advance 1");
			assertEquals(2, rows(meter));
		}
	}
}
