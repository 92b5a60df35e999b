// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;

/**
 * Objects that come, go, and get other names, classes, logical names and lines, in a session that goes on: after each edit it knows what a fresh
 * one knows. System property {@code meterwright.edits} multiplies the number of edits.
 */
class RandomObjectsTest {
	private static final int TIMES = Integer.getInteger("meterwright.edits", 1);

	private static final String SWITCHBOARD = """
			namespace shed

			/** Two devices with rights by set and by name. */
			meter Board {
			  device management at 1 named "BOA{serial}" {
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime }
			    total: Register 1-0:1.8.0*255 {
			      value: double-long-unsigned in nvm
			      scaler_unit = 10^0 Wh
			    }
			    power: Register 1-0:1.7.0*255 { value: long-unsigned in ram scaler_unit = 10^0 W }
			    spare: Data 0-0:96.129.1*255 { value: unsigned = 1 in nvm }
			    reserve: Data 0-0:96.129.2*255 { value: unsigned = 2 in nvm }
			    alike: Register 1-0:2.8.0*255 like total
			    demand: DemandRegister 1-0:1.4.0*255 {
			      current_average_value: double-long-unsigned in ram
			      last_average_value: double-long-unsigned in ram
			      scaler_unit = 10^0 W
			      status: null-data
			      capture_time: in ram
			      start_time_current: in ram
			      period = 15 min
			      number_of_periods = 1
			    }
			    second: DemandRegister 1-0:2.4.0*255 {
			      current_average_value: double-long-unsigned in ram
			      last_average_value: double-long-unsigned in ram
			      scaler_unit = 10^0 W
			      status: null-data
			      period = 15 min
			      number_of_periods = 1
			    }
			  }
			  device other at 17 named "BOB{serial}" {
			    counter: Data 0-0:96.1.2*255 { value: long-unsigned = 7 in nvm range 0..100 }
			    another: Data 0-0:96.1.3*255 { value: long-unsigned = 7 in nvm }
			  }
			  group some = total, power
			  association public client 16 to management 0-0:40.0.1*255 {
			    context logical_name plain
			    mechanism lowest
			    show currentAssociation, clock, logicalDeviceName
			    grant read on currentAssociation, logicalDeviceName.value
			  }
			  association reader client 2 to management 0-0:40.0.2*255 {
			    context logical_name plain
			    mechanism low
			    secret in slot 3
			    show * except spare
			    grant read on * except clock.time_zone
			    grant write on every Data.value
			    grant call on every Register, some
			    deny read on every DemandRegister.period
			  }
			  association second client 3 to other 0-0:40.0.3*255 {
			    context logical_name plain
			    mechanism lowest
			    grant read on *
			  }
			}
			""";

	/** Returns a meter in two files. */
	private static Map<String, String> board() {
		return new TreeMap<>(Map.of("a-board.cosem", SWITCHBOARD, "b-layer.cosem", """
				namespace shed

				extend meter Board {
				  device management {
				    voltage: Register 1-0:32.7.0*255 {
				      value: long-unsigned in ram
				      scaler_unit = 10^-1 V
				    }
				    label: Data 0-0:96.129.3*255 { value: visible-string(8) = "board" in nvm }
				  }
				}
				"""));
	}

	/** Returns a meter that conforms to a companion, in two files that import. */
	private static Map<String, String> conforming() {
		Map<String, String> texts = new TreeMap<>(board());
		texts.put("c-companion.cosem", """
				namespace yard.v1

				companion yard.v1.meter for Board {
				  role Reader faces wan "who reads"
				  index rate = 1..2
				  require energy: Register 1-0:1.8.0*255 { value: double-long-unsigned }
				  require mark: Data 0-0:96.130.1*255 { value: unsigned range 0..10 }
				  allow tariff[r in rate]: Register 1-0:1.8.{r}*255
				  allow flow: Register 1-0:2.7.0*255 { value: long-unsigned }
				  forbid hidden: Data 0-0:96.1.4*255
				  usecase Y1 0x0001 "Read the mark" for Reader { read mark.value  read energy.value sensitive }
				}
				""");
		texts.replaceAll((name, text) -> text.replace("namespace shed\n", "namespace shed\n\nimport yard.v1.*\n").replace("\nmeter Board {", "\nmeter Board conforms yard.v1.meter {"));
		texts.replaceAll((name, text) -> text.replace("    secret in slot 3\n", "    secret in slot 3\n    role Reader\n"));
		return texts;
	}

	/** Returns a meter whose objects are used: by families that are like them, in captures, in groups of groups, and in rights. */
	private static Map<String, String> used() {
		return new TreeMap<>(Map.of("a-board.cosem", SWITCHBOARD.replace("meter Board {\n", "meter Board {\n  index rate = 1..3\n").replace("    alike:", """
			    freshTotal[r in rate]: Register 1-0:21.8.{r}*255 like total
			    export: Register 1-0:22.8.0*255 like total
			    exportRate[r in rate]: Register 1-0:22.8.{r}*255 like export { scaler_unit = 10^3 Wh }
			    /** Every day: not only total. */
			    daily: ProfileGeneric version 1 1-0:98.1.0*255 {
			      capture clock.time, total.value, freshTotal[*].value, export
			      sort_method = fifo
			      profile_entries = 10
			      buffer: in nvm
			    }
			    hourly: ProfileGeneric version 1 1-0:99.1.0*255 {
			      capture clock.time, fresh1.value, power.value
			      capture also some
			      sort_method = fifo
			      profile_entries = 10
			      buffer: in nvm
			    }
			    alike:""").replace("  association public", """
			  association third client 5 to management 0-0:40.0.4*255 {
			    context logical_name plain
			    mechanism lowest
			    show currentAssociation, export, most, clock except alike
			    show second, fresh4
			    grant read on most, clock
			    grant call on export
			  }
			  group energies = some, export, fresh2, exportRate[2], freshTotal[*]
			  group most = energies, reserve.value except power.scaler_unit
			  association public""").replace("    deny read", """
			    grant write on total.value, reserve.value
			    grant read on most except export.scaler_unit
			    grant write on fresh3.value
			    deny read""")));
	}

	private static Set<Meter> models(Compilation compilation) {
		Set<Meter> models = new HashSet<>();
		compilation.meters().stream().map(CompiledMeter::model).forEach(models::add);
		return models;
	}

	private static void check(long seed, int edits, int share, Map<String, String> texts) {
		check(new ObjectEdits(seed, texts, false), edits, share, "seed %d".formatted(seed));
	}

	private static void check(ObjectEdits random, int edits, int share, String label) {
		Workspace workspace = new Workspace();
		random.texts().forEach(workspace::put);
		EditingSession session = new EditingSession(workspace);
		int kept = 0;
		for (int i = 0; i < edits * TIMES; i++) {
			Set<Meter> last = models(session.compilation());
			random.next().forEach(name -> session.change(name, random.texts().get(name)));
			EditingSession begun = new EditingSession(new Workspace());
			random.texts().forEach(begun::change);
			SameOutcome.check("edit %d of %s".formatted(i, label), begun.compilation(), session.compilation(), random.texts());
			random.texts().forEach(session::change);
			SameOutcome.checkMeanings("edit %d of %s".formatted(i, label), begun, session);
			kept += !last.isEmpty() && last.equals(models(session.compilation())) ? 1 : 0;
		}
		assertTrue(kept * 100 > share * edits * TIMES, "too few edits kept the models: %d of %d".formatted(kept, edits * TIMES));
	}

	@Test
	void rightsBySetAndByName() {
		check(1, 150, 7, board());
		check(2, 150, 7, board());
	}

	/** Puts a line in before another one and takes it out again; tells whether the models stayed both times. */
	private static boolean stays(Map<String, String> texts, String line, String before) {
		return staysReplaced(texts, before, line + before);
	}

	/** Puts one text in the place of another and takes that back; tells whether the models stayed both times. */
	private static boolean staysReplaced(Map<String, String> texts, String before, String now) {
		Map<String, String> changed = new TreeMap<>(texts);
		changed.computeIfPresent("a-board.cosem", (name, text) -> text.replace(before, now));
		Workspace workspace = new Workspace();
		texts.forEach(workspace::put);
		EditingSession session = new EditingSession(workspace);
		Set<Meter> models = models(session.compilation());
		boolean stayed = true;
		for (Map<String, String> each : List.of(changed, texts)) {
			session.change("a-board.cosem", each.get("a-board.cosem"));
			Workspace fresh = new Workspace();
			each.forEach(fresh::put);
			SameOutcome.check(now, fresh.compile(), session.compilation(), each);
			stayed &= models.equals(models(session.compilation()));
		}
		return stayed;
	}

	@Test
	void objectsThatAreLikeAnotherLeaveTheModel() {
		assertTrue(stays(board(), "    twin: Register 1-0:21.8.0*255 like total\n", "    power:"));
		assertTrue(stays(board(), "    twin: Register 1-0:21.8.0*255 like total { scaler_unit = 10^3 Wh }\n", "    power:"));
		assertTrue(stays(board(), "    twin: Register 1-0:21.8.0*255 like alike\n", "    power:"));
		assertFalse(stays(board(), "    twin: Data 0-0:96.129.7*255 like total\n", "    power:"));
	}

	@Test
	void usedObjectsGetOtherNames() {
		assertTrue(staysReplaced(used(), "    total:", "    totalMore:"));
		assertTrue(staysReplaced(used(), "    power:", "    force:"));
		assertTrue(staysReplaced(used(), "    export:", "    fresh2:"));
		assertTrue(staysReplaced(used(), "    total: Register 1-0:1.8.0*255", "    total: Register 1-0:1.8.9*255"));
		assertTrue(staysReplaced(board(), "    total:", "    totalMore:"));
	}

	@Test
	void namedObjectsGetOtherLines() {
		assertTrue(staysReplaced(used(), "total.value, freshTotal[*].value, export", "total.value, export"));
		assertTrue(staysReplaced(used(), "total.value, freshTotal[*].value, export", "total.value, power, nothing, export"));
		assertTrue(staysReplaced(used(), "freshTotal[*].value, export\n      sort_method = fifo\n      profile_entries = 10", "export\n      sort_method = lifo\n      profile_entries = 20"));
		assertTrue(staysReplaced(used(), "clock: Clock 0-0:1.0.0*255 { time: in call clockTime }", "clock: Clock 0-0:1.0.0*255 {\n      time: in call clockNow\n      time_zone = 60 min in nvm\n    }"));
		assertFalse(staysReplaced(used(), "capture clock.time, total.value, freshTotal[*].value, export\n", "capture_objects = []\n"));
	}

	@Test
	void rightsAndCapturesOfUsedObjects() {
		check(new ObjectEdits(5, used(), true), 200, 10, "seed 5");
		check(new ObjectEdits(6, used(), true), 200, 10, "seed 6");
	}

	@Test
	void onlyWhatACompanionSpeaksOfHasTheMeterCompiled() {
		assertTrue(stays(conforming(), "    free: Data 0-0:96.129.7*255 { value: unsigned = 1 in nvm }\n", "    spare:"));
		assertFalse(stays(conforming(), "    mark: Data 0-0:96.130.1*255 { value: unsigned = 1 in nvm }\n", "    spare:"));
		assertFalse(stays(conforming(), "    rate: Register 1-0:1.8.2*255 like total\n", "    spare:"));
		assertFalse(stays(conforming(), "    hidden: Data 0-0:96.1.4*255 { value: unsigned = 1 in nvm }\n", "    spare:"));
	}

	@Test
	void meterThatConforms() {
		check(4, 150, 5, conforming());
		check(new ObjectEdits(8, conforming(), true), 100, 5, "seed 8");
	}

	@Test
	void meterInVariants() {
		check(3, 150, 5, SmallHouse.texts());
		check(new ObjectEdits(7, SmallHouse.texts(), true), 100, 0, "seed 7");
	}
}
