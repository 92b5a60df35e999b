// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Meter;

/** Every generated file and the access code compile without a warning on every supported compiler. */
class CompilersTest {
	@TempDir
	Path folder;

	static Stream<Arguments> compilers() {
		List<List<String>> commands = List.of(List.of("gcc"), List.of("clang"), List.of("arm-none-eabi-gcc", "-mcpu=cortex-m0", "-mthumb", "-Os"),
				List.of("arm-none-eabi-gcc", "-mcpu=cortex-m4", "-mthumb", "-Os"));
		return commands.stream().flatMap(command -> Stream.of("small", "esme", "random").map(meter -> Arguments.of(command, meter)));
	}

	private static Meter meter(String name) {
		return switch (name) {
			case "small" -> new SmallMeter().build();
			case "esme" -> EsmeLikeMeter.of(300);
			default -> RandomMeter.of(7, 80, 4);
		};
	}

	@ParameterizedTest
	@MethodSource("compilers")
	void compilesWithoutWarning(List<String> command, String meter) {
		new Tool(command.getFirst()).require();
		Build build = new Build(folder, meter(meter), meter);
		List<String> options = new ArrayList<>(command.subList(1, command.size()));
		options.addAll(Build.C_WARNINGS);
		build.compileEach(command.getFirst(), options, build.sources(false));
		build.compileEach(command.getFirst(), options, build.serverSources());
		if (!meter.equals("esme")) {
			build.compileEach(command.getFirst(), options, build.sources(true));
		}
	}

	@Test
	void compilesForThumbWithClang() {
		new Tool("clang").require();
		new Tool("arm-none-eabi-gcc").require();
		Build build = new Build(folder, new SmallMeter().build(), "small");
		String headers = new Tool("arm-none-eabi-gcc").run(folder, List.of("-print-sysroot")).output().strip();
		String include = headers.isEmpty() ? "/usr/lib/arm-none-eabi/include" : "%s/include".formatted(headers);
		List<String> options = new ArrayList<>(List.of("--target=thumbv7em-none-eabi", "-isystem", include));
		options.addAll(Build.C_WARNINGS);
		build.compileEach("clang", options, build.sources(false));
		build.compileEach("clang", options, build.serverSources());
	}

	@Test
	void compilesAsCpp() {
		new Tool("g++").require();
		Build build = new Build(folder, new SmallMeter().build(), "small");
		build.compileEach("g++", List.of("-x", "c++", "-std=c++17"), build.sources(false));
		build.compileEach("g++", List.of("-x", "c++", "-std=c++17"), build.serverSources());
	}
}
