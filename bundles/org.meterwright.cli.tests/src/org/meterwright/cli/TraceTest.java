// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every value, column and right tells which line of which text it comes from, in each variant. */
class TraceTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void writeAFamily() throws IOException {
		Files.writeString(folder.resolve("base.cosem"), """
				namespace a
				abstract meter Base {
				  index rate = 1..3
				  device management at 1 named "ABC1" {
				    clock: Clock 0-0:1.0.0*255 { time: in call clock }
				    energy[r in rate]: Register 1-0:1.8.{r}*255 { value: double-long-unsigned in nvm scaler_unit = 10^0 Wh }
				    profile: ProfileGeneric version 1 1-0:99.1.0*255 {
				      capture clock.time, energy[*].value
				      profile_entries = 10
				      buffer: in nvm
				    }
				  }
				  association c client 1 to management 0-0:40.0.1*255 {
				    context logical_name plain
				    mechanism lowest
				    conformance get, set, action
				    grant read on *
				    grant call on profile
				    deny call on profile.reset
				  }
				  event late from firmware "Late"
				}
				""");
		Files.writeString(folder.resolve("product.cosem"), """
				namespace a
				meter M extends Base {
				  switch big
				  variant large = big
				  if big { override profile { profile_entries = 20 } }
				}
				extend meter M as customer {
				  override profile { capture also profile.entries_in_use }
				  override energy[2] { scaler_unit = 10^3 Wh }
				  override event late code 7
				}
				""");
	}

	private String trace(Object... arguments) {
		Object[] all = new Object[arguments.length + 2];
		all[0] = "trace";
		all[1] = arguments[0];
		all[2] = folder;
		System.arraycopy(arguments, 1, all, 3, arguments.length - 1);
		CliRun run = CliRun.of(all);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		return run.results().replace(folder + "/", "");
	}

	@Test
	void aValueHasOneChainInEachVariant() {
		assertEquals("""
				M:
				attribute profile.profile_entries = 10
				  from base meter Base (base.cosem:9)
				  c: read from base meter Base (base.cosem:17)
				M-large:
				attribute profile.profile_entries = 20
				  from base meter Base (base.cosem:9)
				  overridden by meter M (product.cosem:5, if big)
				  c: read from base meter Base (base.cosem:17)
				""", trace("profile.profile_entries"));
	}

	@Test
	void columnsHaveALineForEachLineOfTheText() {
		assertEquals("""
				attribute profile.capture_objects = clock.time; energy[1].value; energy[2].value; energy[3].value; profile.entries_in_use
				  from base meter Base (base.cosem:8)
				  added to by layer customer (product.cosem:8)
				  columns clock.time, energy[1..3].value from base meter Base (base.cosem:8)
				  columns profile.entries_in_use from layer customer (product.cosem:8)
				  c: read from base meter Base (base.cosem:17)
				""", trace("profile.capture_objects", "--variant", "plain"));
	}

	@Test
	void rightsNameTheLinesThatGaveAndTookThem() {
		assertEquals("""
				method profile.reset()
				  c: call from base meter Base (base.cosem:18)
				  c: no access from base meter Base (base.cosem:19)
				""", trace("profile.reset", "--variant", "large"));
	}

	@Test
	void anObjectIsTracedAsAWhole() {
		assertEquals("""
				object energy[2]: Register version 0 1-0:1.8.2*255
				  from base meter Base (base.cosem:6)
				  overridden by layer customer (product.cosem:9)
				  value
				    from base meter Base (base.cosem:6)
				  scaler_unit = value x 10^3 Wh (active energy)
				    from base meter Base (base.cosem:6)
				    overridden by layer customer (product.cosem:9)
				  c: read (logical_name, value, scaler_unit) from base meter Base (base.cosem:17)
				""", trace("energy[2]", "--variant", "large"));
	}

	@Test
	void eventsAndWhateverHasANameAreTraced() {
		assertEquals("""
				event late
				  from base meter Base (base.cosem:21)
				  overridden by layer customer (product.cosem:10)
				""", trace("late", "--variant", "plain"));
	}

	@Test
	void whatIsNotThereIsGuessed() {
		CliRun run = CliRun.of("trace", "profil", folder);
		assertEquals(ExitCode.USAGE, run.exitCode());
		assertEquals("There is no profil in this meter; did you mean profile?", run.lastNote());
		assertEquals("There is no variant huge in the text; there are plain, large.", CliRun.of("trace", "profile", folder, "--variant", "huge").lastNote());
	}
}
