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

	private static Set<Meter> models(Compilation compilation) {
		Set<Meter> models = new HashSet<>();
		compilation.meters().stream().map(CompiledMeter::model).forEach(models::add);
		return models;
	}

	private static void check(long seed, int edits, int share, Map<String, String> texts) {
		ObjectEdits random = new ObjectEdits(seed, texts);
		Workspace workspace = new Workspace();
		random.texts().forEach(workspace::put);
		EditingSession session = new EditingSession(workspace);
		int kept = 0;
		for (int i = 0; i < edits * TIMES; i++) {
			Set<Meter> last = models(session.compilation());
			random.next().forEach(name -> session.change(name, random.texts().get(name)));
			Workspace fresh = new Workspace();
			random.texts().forEach(fresh::put);
			SameOutcome.check("edit %d of seed %d".formatted(i, seed), fresh.compile(), session.compilation(), random.texts());
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
		Map<String, String> changed = new TreeMap<>(texts);
		changed.computeIfPresent("a-board.cosem", (name, text) -> text.replace(before, line + before));
		Workspace workspace = new Workspace();
		texts.forEach(workspace::put);
		EditingSession session = new EditingSession(workspace);
		Set<Meter> models = models(session.compilation());
		boolean stayed = true;
		for (Map<String, String> now : List.of(changed, texts)) {
			session.change("a-board.cosem", now.get("a-board.cosem"));
			Workspace fresh = new Workspace();
			now.forEach(fresh::put);
			SameOutcome.check(line, fresh.compile(), session.compilation(), now);
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
	void onlyWhatACompanionSpeaksOfHasTheMeterCompiled() {
		assertTrue(stays(conforming(), "    free: Data 0-0:96.129.7*255 { value: unsigned = 1 in nvm }\n", "    spare:"));
		assertFalse(stays(conforming(), "    mark: Data 0-0:96.130.1*255 { value: unsigned = 1 in nvm }\n", "    spare:"));
		assertFalse(stays(conforming(), "    rate: Register 1-0:1.8.2*255 like total\n", "    spare:"));
		assertFalse(stays(conforming(), "    hidden: Data 0-0:96.1.4*255 { value: unsigned = 1 in nvm }\n", "    spare:"));
	}

	@Test
	void meterThatConforms() {
		check(4, 150, 5, conforming());
	}

	@Test
	void meterInVariants() {
		check(3, 150, 5, SmallHouse.texts());
	}
}
