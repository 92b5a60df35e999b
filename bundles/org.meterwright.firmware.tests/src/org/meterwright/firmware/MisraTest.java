// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables, access code and server break no mandatory and no required rule of MISRA C:2012, as far as cppcheck sees; host program, self-test and factory image are no product code. */
class MisraTest {
	/** Advisory rules that docs/firmware.md gives reasons for. */
	private static final Set<String> EXPLAINED = Set.of("2.3", "2.5", "5.9", "8.7", "11.5", "12.1");

	private static final int PRODUCTS = 3;

	@TempDir
	Path folder;

	@Test
	void theRuntimeKeepsRequiredRules() {
		Misra.tool();
		Build build = new Build(folder, new SmallMeter().build(), "small");
		List<String> sources = product(build);
		sources.addAll(build.serverSources());
		assertKeepsRules(Misra.check(folder, sources, List.of()), List.of());
	}

	/** What is compiled instead of a feature keeps the rules too; each of the three products leaves out another part, together they leave out all. */
	@Test
	void theRuntimeKeepsRequiredRulesWithoutFeatures() {
		Misra.tool();
		Build build = new Build(folder, new SmallMeter().build(), "small");
		List<String> sources = product(build);
		sources.addAll(build.serverSources());
		for (int product = 0; product < PRODUCTS; product++) {
			List<String> off = leftOut(build, product);
			assertKeepsRules(Misra.check(folder, sources, off), off);
		}
	}

	/** Leaves out neighbours in mw_features.h, where what needs one another stands together. */
	private static List<String> leftOut(Build build, int product) {
		List<String> switches = Switches.of(build);
		int size = (switches.size() + PRODUCTS - 1) / PRODUCTS;
		return switches.subList(product * size, Math.min(switches.size(), (product + 1) * size)).stream().map(Switches::off).toList();
	}

	@Test
	void tablesOfThreeHundredObjectsKeepRequiredRules() {
		Misra.tool();
		Build build = new Build(folder, EsmeLikeMeter.of(300), "esme");
		assertKeepsRules(Misra.check(folder, product(build).stream().filter(name -> !name.startsWith("runtime/")).toList(), List.of()), List.of());
	}

	/** The factory's image of NVM is data for production tools, and not compiled into the meter. */
	private static List<String> product(Build build) {
		return build.sources(false).stream().filter(name -> !name.startsWith("factory/")).collect(Collectors.toCollection(ArrayList::new));
	}

	@Test
	void aBrokenRuleIsSeen() throws IOException {
		Misra.tool();
		Files.writeString(folder.resolve("bad.c"), """
				#include <stdint.h>
				#include <string.h>
				uint16_t bad(const uint8_t *octets);
				uint16_t bad(const uint8_t *octets)
				{
				    uint16_t number;
				    (void)memcpy(&number, octets, sizeof number);
				    return number;
				}
				""");
		List<Misra.Finding> findings = Misra.check(folder, List.of("bad.c"), List.of());
		assertTrue(findings.contains(new Misra.Finding("bad.c", 7, "21.15")), findings.toString());
		assertEquals(Misra.Category.REQUIRED, new Misra.Finding("bad.c", 7, "21.15").category());
	}

	private static void assertKeepsRules(List<Misra.Finding> findings, List<String> off) {
		assertEquals(List.of(), findings.stream().filter(finding -> finding.category() != Misra.Category.ADVISORY).toList(), off::toString);
		Set<String> advisory = findings.stream().map(Misra.Finding::rule).collect(Collectors.toCollection(TreeSet::new));
		assertTrue(EXPLAINED.containsAll(advisory), () -> "docs/firmware.md gives no reason for %s".formatted(findings.stream().filter(finding -> !EXPLAINED.contains(finding.rule())).toList()));
	}
}
