// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.ide.benchmark.SyntheticMeter;

/**
 * A session in which values are edited knows what a fresh one knows, most of the time without having compiled the meter again. Numbers, words
 * and other parts of attribute lines are changed at random, undone, and changed together with remarks and other lines before anybody asks.
 * System property {@code meterwright.edits} multiplies the number of edits.
 */
class RandomValuesTest {
	/** What was changed wrongly stays wrong for a while: one comparison in so many edits that changed a model is enough. */
	private static final int COMPARED = 4;
	private static final int TIMES = Integer.getInteger("meterwright.edits", 1);

	private static Set<Meter> models(Compilation compilation) {
		Set<Meter> models = new HashSet<>();
		compilation.meters().stream().map(CompiledMeter::model).forEach(models::add);
		return models;
	}

	private static void check(long seed, int edits, int share, Map<String, String> texts) {
		ValueEdits random = new ValueEdits(seed, texts);
		EditingSession session = new EditingSession(new Workspace());
		texts.forEach(session::change);
		int kept = 0;
		for (int i = 0; i < edits * TIMES; i++) {
			Compilation last = session.compilation();
			for (int left = random.until(); left > 0; left--) {
				random.next().forEach(name -> session.change(name, random.texts().get(name)));
			}
			boolean keeps = !last.meters().isEmpty() && models(last).equals(models(session.compilation()));
			kept += keeps ? 1 : 0;
			if (keeps && kept % COMPARED == 0) {
				Workspace fresh = new Workspace();
				random.texts().forEach(fresh::put);
				SameOutcome.check("edit %d of seed %d".formatted(i, seed), fresh.compile(), session.compilation(), random.texts());
			}
		}
		assertTrue(kept * 100 > share * edits * TIMES, "too few edits kept the models: %d of %d".formatted(kept, edits * TIMES));
	}

	@Test
	void metersOfSeveralFiles() {
		check(21, 300, 35, SmallHouse.texts());
	}

	@Test
	void oneSmallMeter() {
		check(23, 1500, 40, Map.of("a.cosem", SmallHouse.CLASSES, "b.cosem", SmallHouse.BASE.replace("abstract meter", "meter")));
	}

	/** Objects share lines and count in different scalers. */
	@Test
	void valuesThatCountInAScaler() {
		String limits = """
				    limit: Register 1-0:12.31.0*255 {
				      value: long-unsigned = 230 V in nvm range 200 V..250 V
				      scaler_unit = 10^-1 V
				    }
				    upper: Register 1-0:12.35.0*255 like limit { scaler_unit = 10^0 V }
				    lower: Register 1-0:12.31.1*255 like limit
				    sensor: HouseSensor""";
		String meter = SmallHouse.BASE.replace("abstract meter", "meter").replace("    sensor: HouseSensor", limits);
		check(25, 600, 40, Map.of("a.cosem", SmallHouse.CLASSES, "b.cosem", meter));
	}

	@Test
	void aMeterWithScenariosInTheSameFile() {
		String meter = SmallHouse.BASE.replace("abstract meter", "meter");
		check(24, 600, 40, Map.of("a.cosem", SmallHouse.CLASSES, "b.cosem", meter + SmallHouse.PLAYS));
	}

	@Test
	void manyKindsOfObjects() {
		check(22, 200, 55, SyntheticMeter.of(73, 1));
	}
}
