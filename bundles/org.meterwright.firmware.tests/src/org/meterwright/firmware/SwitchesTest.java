// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a product leaves out of the runtime, the rest compiles without a warning and links, and the self-test passes. */
class SwitchesTest {
	private static final Set<String> C_LIBRARY = Set.of("memcmp", "memcpy", "memmove", "memset");

	@TempDir
	Path folder;

	@Test
	void eachSwitchMayBeOff() {
		new Tool("clang").require();
		Build build = new Build(folder, new SmallMeter().build(), "small");
		List<String> switches = Switches.of(build);
		assertTrue(switches.containsAll(List.of("MW_HAVE_SET", "MW_HAVE_SUITE0", "MW_HAVE_HDLC")), switches.toString());
		for (String name : switches) {
			linkTogether(build, List.of(Switches.off(name)));
		}
	}

	@Test
	void allSwitchesMayBeOff() {
		new Tool("clang").require();
		new Tool("gcc").require();
		Build build = new Build(folder, new SmallMeter().build(), "small");
		List<String> off = Switches.of(build).stream().map(Switches::off).toList();
		linkTogether(build, off);
		List<String> options = new ArrayList<>(List.of("-std=c99", "-O1"));
		options.addAll(off);
		build.selfTest("gcc", options);
	}

	@Test
	void aSwitchThatNeedsAnotherSaysSo() {
		new Tool("gcc").require();
		new Build(folder, new SmallMeter().build(), "small");
		Tool.Outcome refused = new Tool("gcc").run(folder, List.of("-Iruntime", "-Iruntime/server", "-DMW_HAVE_SUITE0=0", "-DMW_HAVE_HLS=1", "-c", "runtime/mw_find.c", "-o", "find.o"));
		assertTrue(refused.exit() != 0 && refused.output().contains("MW_HAVE_HLS needs"), refused.output());
	}

	/** Compiles and links all files with one call; clang names functions that nobody uses even then. What is left open must be the port's or the C library's. */
	private static void linkTogether(Build build, List<String> off) {
		List<String> sources = new ArrayList<>(build.sources(false));
		sources.addAll(build.serverSources());
		List<String> arguments = new ArrayList<>(Build.C_WARNINGS);
		arguments.addAll(Build.WARNINGS);
		arguments.addAll(Build.INCLUDES);
		arguments.addAll(off);
		arguments.addAll(List.of("-O0", "-r"));
		arguments.addAll(sources);
		arguments.addAll(List.of("-o", "whole.o"));
		build.succeed("clang", arguments);
		assertEquals(List.of(), open(build), off::toString);
	}

	/** Lists what the linked runtime calls and nobody promises. */
	private static List<String> open(Build build) {
		String port = build.firmware().files().get("runtime/server/mw_port.h").content();
		return build.succeed("nm", List.of("-u", "whole.o")).output().lines().map(line -> line.replaceFirst("^\\s*U\\s+", ""))
				.filter(name -> !C_LIBRARY.contains(name) && !port.contains(" %s(".formatted(name))).toList();
	}
}
