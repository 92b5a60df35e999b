// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.dsl.sugar.Elaborated;

/** Meters of so many objects that they are filled side by side: they come out as if one object were filled after the other. */
class ManyObjectsTest {
	private static final int OBJECTS = 2500;

	private static Elaborated meter(IntFunction<String> value) {
		String objects = IntStream.range(0, OBJECTS)
				.mapToObj(i -> "x%d: Data 0-0:96.%d.%d*255 { value: unsigned = %s in nvm }".formatted(i, 128 + i / 256, i % 256, value.apply(i))).collect(Collectors.joining("\n"));
		return Elaborated.of("device many at 7 {\n%s\n}\nassociation all client 1 to many 0-0:40.0.1*255 { version 3 show * grant read on * }".formatted(objects));
	}

	@Test
	void findingsOfAllPartsStandInTheOrderOfTheText() {
		Elaborated meter = meter(i -> i % 600 == 0 ? String.valueOf(256 + i) : "1");
		List<String> told = meter.findings().stream().filter(finding -> finding.rule().equals("MW-LANG-051")).map(finding -> finding.message().split(" ")[0]).toList();
		assertEquals(List.of("256", "856", "1456", "2056", "2656"), told);
	}

	@Test
	void everyObjectHasItsValue() {
		Elaborated meter = meter(i -> String.valueOf(i % 200));
		for (int i = 0; i < OBJECTS; i += 7) {
			assertEquals(String.valueOf(i % 200), meter.value("x%d".formatted(i), 2));
		}
	}

	@Test
	void entriesWithTheSameRightsShareThem() {
		List<ObjectListEntry> entries = meter(i -> "1").association("all").getEntries();
		Set<AccessRights> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
		entries.forEach(entry -> distinct.add(entry.getRights()));
		assertTrue(entries.size() > OBJECTS);
		assertTrue(distinct.size() < 10, "%d rights for %d entries".formatted(distinct.size(), entries.size()));
	}
}
