// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meters that import classes from their maker's library: generated, compiled, run, and compared. */
class MakersMeterTest {
	private static final String LIBRARY = """
			namespace acme.sensors

			/** A sample of the magnetic field. */
			type flux_sample = structure { at: octet_date_time, flux: long }

			/** Acme tamper: what the sensors of the cover saw. */
			class AcmeTamper id 8200 version 0 {
			  /** Logical name of the object. */
			  1 logical_name: octet-string(6) static
			  /** The sensors that are set off. */
			  2 sensors: bits(8) { main_cover = 0, terminal_cover = 1, magnet = 2 } dynamic
			  /** How long a sensor must be set off before it counts. */
			  3 hold_off: double-long-unsigned static unit s default 60
			  /** When the sensors are armed. */
			  4 arming: enum { off = 0, on_demand = 1, closed = 2, own = 200..255 } static default on_demand
			  /** What was sampled lately. */
			  5 samples: array[0..4] of flux_sample dynamic optional
			  /** How often a sensor was set off. */
			  6 counter: double-long-unsigned dynamic
			  /** Arms the sensors again. */
			  method 1 rearm(integer(0))
			}
			""";
	private static final String METER = """
			namespace acme.%1$s
			import acme.sensors.*

			meter %2$s {
			  property manufacturer = "ACM"
			  device management at 1 named "ACM{serial}" {
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime }
			    tamper: AcmeTamper 0-0:128.7.0*255 {
			      sensors = magnet in nvm
			      hold_off = %3$s in nvm range 1 s..10 min
			      arming = closed in nvm
			      samples = [{ at: 2026-11-02 12:00, flux: -5 }] in nvm
			      counter = 7 in nvm
			    }
			    history: ProfileGeneric version 1 0-0:99.98.1*255 { capture clock.time, tamper.counter  capture_period = 15 min  profile_entries = 10  buffer: in nvm }
			  }
			  association service client 1 to management 0-0:40.0.2*255 {
			    context logical_name plain
			    mechanism low
			    secret in slot 1
			    show *
			    grant read on *
			    grant write on tamper.hold_off
			    grant call on tamper.rearm
			  }
			}
			""";

	@TempDir
	private Path folder;

	@BeforeEach
	void texts() throws IOException {
		Files.writeString(folder.resolve("sensors.cosem"), LIBRARY);
		Files.writeString(folder.resolve("one.cosem"), METER.formatted("one", "One", "2 min"));
		Files.writeString(folder.resolve("two.cosem"), METER.formatted("two", "Two", "90 s"));
	}

	@Test
	void severalMetersOfOneLibraryAreCompiledAndRun() throws IOException {
		for (String meter : List.of("one", "two")) {
			CliRun run = CliRun.of("generate", folder.resolve("%s.cosem".formatted(meter)), "-o", folder.resolve(meter), "--prefix", meter);
			assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
			new GeneratedFolder(folder.resolve(meter)).selfTest("gcc");
		}
	}

	@Test
	void whatDiffersIsSaidInWords() {
		CliRun run = CliRun.of("compare", folder.resolve("one.cosem"), folder.resolve("two.cosem"));
		assertTrue(run.results().contains("120 s (2 min)") && run.results().contains("90 s"), run.toString());
	}
}
