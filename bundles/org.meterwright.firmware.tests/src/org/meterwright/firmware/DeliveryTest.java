// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes with the tables for other languages and for the linker does its work. */
class DeliveryTest {
	@TempDir
	Path folder;

	@Test
	void handlesForCppAreConstants() throws IOException {
		new Tool("g++").require();
		Build build = new Build(folder, EsmeLikeMeter.of(300), "esme");
		Files.writeString(folder.resolve("use.cpp"), """
				#include "esme.hpp"
				#include "esme.h"
				static_assert(esme::checksum == ESME_CHECKSUM, "one model");
				static_assert(esme::object::meter_clock != 0xFFFFU || true, "a constant");
				int main() { return 0; }
				""".replace("meter_clock", firstMember(build)));
		build.compileEach("g++", List.of("-std=c++17"), List.of("use.cpp"));
	}

	private static String firstMember(Build build) {
		String header = build.firmware().files().get("esme.hpp").content();
		int at = header.indexOf("namespace object {");
		String line = header.substring(at).lines().skip(1).findFirst().orElseThrow();
		return line.substring("constexpr std::uint16_t ".length(), line.indexOf('{'));
	}

	@Test
	void handlesForRustAreALibrary() {
		new Tool("rustc").require();
		Build build = new Build(folder, new SmallMeter().build(), "small");
		build.succeed("rustc", List.of("--crate-type=lib", "--edition=2021", "-Dwarnings", "--emit=metadata", "-o", "small.rmeta", "small.rs"));
	}

	@Test
	void gnuLinkerPlacesTablesAndMemories() throws IOException {
		new Tool("arm-none-eabi-gcc").require();
		Build build = new Build(folder, new SmallMeter().build(), "small");
		Files.writeString(folder.resolve("all.ld"), """
				MEMORY { FLASH (rx) : ORIGIN = 0x0, LENGTH = 512K RAM (rwx) : ORIGIN = 0x20000000, LENGTH = 128K }
				SECTIONS {
				  .text : { *(.text*) *(.rodata*) } > FLASH
				  INCLUDE link/small_gnu.ld
				  .data : { *(.data*) } > RAM AT > FLASH
				  .bss : { *(.bss*) *(COMMON) } > RAM
				}
				""");
		List<String> arguments = new ArrayList<>(List.of("-std=c99", "-mcpu=cortex-m4", "-mthumb", "-Os", "-nostartfiles", "-Tall.ld", "-I.", "-Iruntime",
				"-DSMALL_TABLES=__attribute__((section(\".small_tables\")))", "-DSMALL_RAM=__attribute__((section(\".small_ram\")))",
				"-DSMALL_NVM=__attribute__((section(\".small_nvm\")))", "--specs=nano.specs", "--specs=nosys.specs"));
		Files.writeString(folder.resolve("start.c"), """
				#include "small.h"
				#include "small_memory.h"
				extern const uint8_t __small_tables_start[], __small_tables_end[], __small_nvm_start[], __small_nvm_end[];
				const void *volatile keep;
				int main(void) { keep = &small_meter; keep = __small_nvm_end; return (int)(small_checksum() & 1U); }
				void _start(void) { (void)main(); }
				""");
		arguments.addAll(build.sources(false).stream().filter(name -> !name.startsWith("factory/")).toList());
		arguments.addAll(List.of("start.c", "-o", "all.elf"));
		build.succeed("arm-none-eabi-gcc", arguments);
		String symbols = build.succeed("arm-none-eabi-nm", List.of("all.elf")).output();
		long tables = address(symbols, "__small_tables_end") - address(symbols, "__small_tables_start");
		assertTrue(tables >= build.firmware().memory().flash() && tables < build.firmware().memory().flash() + 400, symbols);
		assertTrue(address(symbols, "small_nvm") == address(symbols, "__small_nvm_start"), symbols);
	}

	/** What armlink is not to initialise has no contents: compilers on clang see to it by the section's name alone. */
	@Test
	void memoriesForArmlinkHaveNoContents() {
		new Tool("clang").require();
		new Tool("arm-none-eabi-readelf").require();
		Build build = new Build(folder, new SmallMeter().build(), "small");
		String regions = build.firmware().files().get("link/small_keil.sct").content();
		List<String> arguments = new ArrayList<>(List.of("--target=thumbv7em-none-eabi", "-ffreestanding", "-std=c99", "-I.", "-Iruntime", "-isystem", newlib(build), "-c", "small_memory.c", "-o", "memory.o"));
		Pattern.compile("-D'(.*?)'").matcher(regions).results().forEach(option -> arguments.add("-D%s".formatted(option.group(1))));
		build.succeed("clang", arguments);
		String sections = build.succeed("arm-none-eabi-readelf", List.of("-SW", "memory.o")).output();
		for (String section : List.of(".bss.small_ram", ".bss.small_nvm")) {
			assertTrue(regions.contains("UNINIT { *(%s) }".formatted(section)), regions);
			assertTrue(Pattern.compile(" %s +NOBITS ".formatted(Pattern.quote(section))).matcher(sections).find(), sections);
		}
	}

	private static String newlib(Build build) {
		return Path.of(build.succeed("arm-none-eabi-gcc", List.of("-print-file-name=include")).output().strip()).resolve("../../../../../include/newlib").normalize().toString();
	}

	private static long address(String symbols, String name) {
		return symbols.lines().filter(line -> line.endsWith(" %s".formatted(name))).mapToLong(line -> Long.parseLong(line.substring(0, 8), 16)).findFirst().orElseThrow();
	}
}
