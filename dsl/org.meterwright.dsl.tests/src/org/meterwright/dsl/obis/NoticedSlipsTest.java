// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.obis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.elaborate.ObisDictionaries;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.objectlist.ListFile;
import org.meterwright.exchange.objectlist.ObjectListImport;

/**
 * What the rules on logical names notice: nothing in object lists of real meters and in the examples as they are, and most slips in one
 * value group or in the class of an object. The counts are printed; docs/obis.md reports them.
 */
class NoticedSlipsTest {
	private static final Path SAMPLES = Path.of("../../bundles/org.meterwright.cli.tests/samples/object-lists");
	private static final String FIRST = "KPZ_09054d324d5f31_1.4.15_0.0.40.0.%d.255.objectlist.hex";
	private static final String SECOND = "102_09054d324d5f33_1.3.7_0.0.40.0.%d.255.objectlist.hex";
	private static final Catalogue CATALOGUE = new Catalogue();

	private static Meter load(String... names) throws IOException {
		List<ListFile> files = new ArrayList<>();
		for (String name : names) {
			files.add(new ListFile(name, Bytes.of(Files.readAllBytes(SAMPLES.resolve(name)))));
		}
		try {
			Meter meter = ObjectListImport.run("Imported", files, CATALOGUE).meter();
			ObisDictionaries.standard().attach(meter);
			return meter;
		} catch (ImportException e) {
			throw new AssertionError(e);
		}
	}

	private static List<Meter> example(String folder) throws IOException {
		return Workspace.open(List.of(Path.of("../examples").resolve(folder))).compile().meters().stream().map(CompiledMeter::model).toList();
	}

	@Test
	void nothingIsWrongInObjectListsOfRealMeters() throws IOException {
		for (int association : List.of(1, 2, 3)) {
			assertEquals(Set.of(), Slips.findings(load(FIRST.formatted(association))));
		}
		for (int association : List.of(2, 3)) {
			assertEquals(Set.of(), Slips.findings(load(SECOND.formatted(association))));
		}
		assertEquals(Set.of(), Slips.findings(load(FIRST.formatted(1), FIRST.formatted(2), FIRST.formatted(3))));
		assertEquals(Set.of(), Slips.findings(load(SECOND.formatted(2), SECOND.formatted(3))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "three-phase", "prepayment-esme", "polyphase-family" })
	void nothingIsWrongInTheExamples(String folder) throws IOException {
		for (Meter meter : example(folder)) {
			assertEquals(Set.of(), Slips.findings(meter), meter.getName());
		}
	}

	@Test
	void mostSlipsInRealMetersAreNoticed() throws IOException {
		Slips slips = new Slips();
		slips.in(load(FIRST.formatted(1), FIRST.formatted(2), FIRST.formatted(3)));
		slips.in(load(SECOND.formatted(2), SECOND.formatted(3)));
		System.out.println(slips.table("two real meters"));
		assertTrue(slips.objects() > 300, slips.table("too few objects"));
		assertTrue(slips.groups().percent() >= 82, slips.table("value groups"));
		assertTrue(slips.of(Slips.Kind.CLASS).percent() >= 90, slips.table("classes"));
	}

	@Test
	void mostSlipsInAnExampleAreNoticed() throws IOException {
		Slips slips = new Slips();
		slips.in(example("three-phase").getFirst());
		System.out.println(slips.table("example three-phase"));
		assertTrue(slips.groups().percent() >= 65, slips.table("value groups"));
		assertTrue(slips.of(Slips.Kind.CLASS).percent() >= 90, slips.table("classes"));
	}

	@Test
	void alternativesOfAValueAreOthers() {
		assertEquals(List.of(9, 7, 18, 0, 88, 255), Slips.alternatives(8));
		assertEquals(List.of(254, 25, 0), Slips.alternatives(255));
		assertEquals(List.of(1, 10, 255), Slips.alternatives(0));
	}
}
