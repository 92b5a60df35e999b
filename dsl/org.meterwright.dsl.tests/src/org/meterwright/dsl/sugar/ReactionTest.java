// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Action;
import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventTrigger;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.PushAction;
import org.meterwright.cosem.RaiseAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.ScheduleTrigger;
import org.meterwright.cosem.ScriptAction;
import org.meterwright.cosem.SetAction;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.ThresholdTrigger;

/** Checks reactions: triggers, guards and actions in the model, and the standard's objects for them. */
class ReactionTest {

	private static Elaborated meter(String items) {
		Elaborated meter = Elaborated.of(items);
		assertEquals(List.of(), meter.problems());
		return meter;
	}

	private static Reaction reaction(Elaborated meter, String name) {
		return meter.model().getReactions().stream().filter(each -> name.equals(each.getName())).findFirst()
				.orElseThrow(() -> new AssertionError("no %s among %s".formatted(name, meter.model().getReactions().stream().map(Reaction::getName).toList())));
	}

	private static String show(List<Action> actions) {
		return actions.stream().map(ReactionTest::show).collect(Collectors.joining("; "));
	}

	private static String show(Action action) {
		return switch (action) {
			case LogAction it -> "log %s %s".formatted(it.getLog().getName(), it.getArguments().stream().map(Elaborated::show).toList());
			case AlertAction it -> "alert %s".formatted(it.getAlert().getName());
			case RaiseAction it -> "raise %s".formatted(it.getEvent().getName());
			case PushAction it -> "push %s".formatted(it.getPush().getName());
			case CaptureAction it -> "capture %s".formatted(it.getProfile().getName());
			case ScriptAction it -> "run %s %d".formatted(it.getTable().getName(), it.getScriptId());
			case MethodAction it -> "call %s %d %s".formatted(it.getObject().getName(), it.getMethod(), Elaborated.show(it.getParameter()));
			case SetAction it -> "set %s %d %s".formatted(it.getObject().getName(), it.getAttribute(), Elaborated.show(it.getValue()));
			default -> "?";
		};
	}

	@Test
	void followsEventsWithActionsInOrder() {
		Elaborated meter = meter("""
				event opened code 0x8F3F from firmware "cover opened"
				event told from meter
				alert tamper 0x8F3F { }
				association hes client 2 to d { }
				push p to hes { send clock }
				on opened as x unless calendar {
				  set supply.control_mode = mode_1
				  log eventLog with 7
				  alert tamper
				  raise told
				  push p
				  run scripts.disable
				  call rate[*].reset(0)
				  capture billing
				}
				""");
		Reaction x = reaction(meter, "x");
		assertEquals("set supply 4 1; log eventLog [7]; alert tamper; raise told; push p; run scripts 52; call rate[1] 1 0; call rate[2] 1 0; call rate[3] 1 0; "
				+ "capture billing", show(x.getActions()));
		assertSame(meter.object("calendar"), x.getGuard());
		assertNull(x.getObject());
		assertEquals(List.of("opened"), ((EventTrigger) x.getTrigger()).getEvents().stream().map(Event::getName).toList());
		assertEquals(0x8F3F, meter.model().getEvents().getFirst().getCode());
	}

	@Test
	void logsTheEventsOwnCode() {
		Elaborated meter = meter("""
				event a code 11 from firmware
				event b code 12 from firmware
				event c from firmware
				on a, b { log eventLog }
				on c { log eventLog }
				on a, c { capture billing }
				""");
		assertEquals("log eventLog [11]", show(reaction(meter, "on_a").getActions()));
		assertEquals("log eventLog [12]", show(reaction(meter, "on_a_b").getActions()));
		assertEquals("log eventLog []", show(reaction(meter, "on_c").getActions()));
		assertEquals(2, ((EventTrigger) reaction(meter, "on_a_2").getTrigger()).getEvents().size());
	}

	@Test
	void logsTheCodeBesideAnotherLogWithValues() {
		Elaborated meter = meter("""
				event a code 11 from firmware
				on a { log eventLog with 3  log eventLog }
				""");
		assertEquals("log eventLog [3]; log eventLog [11]", show(reaction(meter, "on_a").getActions()));
	}

	@Test
	void standsInTheDeviceThatItNames() {
		Elaborated meter = meter("""
				device gas at 2 {
				  volume: Register 7-0:3.0.0*255 { value: double-long-unsigned in ram  scaler_unit = 10^0 m3 }
				  p: ProfileGeneric version 1 7-0:99.1.0*255 { capture volume }
				}
				when gas.volume > 5 m3 as high { capture p }
				""");
		assertEquals("gas", ((org.meterwright.cosem.LogicalDevice) meter.object("high").eContainer()).getName());
		assertEquals("[{1, [{2, 7, 7-0:99.1.0*255, 2, 0}]}]", meter.value("generatedScripts", 2));
	}

	@Test
	void schedulesBodiesThroughGeneratedScripts() {
		Elaborated meter = meter("""
				alert billed 0x8F0A { }
				every *-*-01 00:00:00 as monthly 0-0:15.0.0*255 { capture billing  alert billed }
				every *:00 as hourly { run scripts.enable }
				""");
		assertEquals("{0-0:10.0.128*255, 1}", meter.value("monthly", 2));
		assertEquals("1", meter.value("monthly", 3));
		assertEquals("[{h00000000, hFFFFFF01FF}]", meter.value("monthly", 4));
		assertEquals("[{1, [{2, 7, 0-0:98.1.0*255, 2, 0}]}]", meter.value("generatedScripts", 2));
		assertTrue(meter.object("generatedScripts").isInternal());
		assertEquals("monthly", meter.object("generatedScripts").getScripts().getFirst().getName());
		assertEquals("{0-0:10.0.106*255, 51}", meter.value("hourly", 2));
		assertEquals("0-0:15.0.1*255", meter.value("hourly", 1));
		Reaction monthly = reaction(meter, "monthly");
		assertSame(meter.object("monthly"), monthly.getObject());
		assertEquals("capture billing; alert billed", show(monthly.getActions()));
		assertEquals("hFFFFFF01FF000000FF8000FF", Elaborated.show(((ScheduleTrigger) monthly.getTrigger()).getTimes().getFirst()));
	}

	@Test
	void tellsTheTypeOfASchedule() {
		assertEquals("2", type("2026-01-01 10:00:00, 2026-02-01 10:00:00"));
		assertEquals("3", type("*-01-01 10:00:00, 2026-02-01 10:00:00"));
		assertEquals("4", type("2026-01-01 10:00:00, 2026-02-01 11:00:00"));
		assertEquals("5", type("*-*-01, *-*-15 12:00:00"));
	}

	private static String type(String times) {
		return meter("every %s as s { capture billing }".formatted(times)).value("s", 3);
	}

	@Test
	void monitorsAThreshold() {
		Elaborated meter = meter("when power > 5000 W as high { run scripts.disable } return { run scripts.enable }");
		assertEquals("[5000]", meter.value("high", 2));
		assertEquals("{3, 1-0:1.7.0*255, 2}", meter.value("high", 3));
		assertEquals("[{{0-0:10.0.106*255, 52}, {0-0:10.0.106*255, 51}}]", meter.value("high", 4));
		assertEquals("0-0:16.0.0*255", meter.value("high", 1));
		ThresholdTrigger trigger = (ThresholdTrigger) reaction(meter, "high").getTrigger();
		assertEquals("5000", Elaborated.show(trigger.getThreshold()));
		assertNull(trigger.getBackThreshold());
	}

	@Test
	void monitorsFallingValuesTheOtherWayRound() {
		Elaborated meter = meter("when power.value < 100 W as low { run scripts.disable } return { run scripts.enable }");
		assertEquals("[{{0-0:10.0.106*255, 51}, {0-0:10.0.106*255, 52}}]", meter.value("low", 4));
	}

	@Test
	void keepsHysteresisInTwoThresholds() {
		Elaborated over = meter("when power > 200 W until 150 W as x { run scripts.disable } return { run scripts.enable }");
		assertEquals("[150, 200]", over.value("x", 2));
		assertEquals("[{{0-0:0.0.0*0, 0}, {0-0:10.0.106*255, 51}}, {{0-0:10.0.106*255, 52}, {0-0:0.0.0*0, 0}}]", over.value("x", 4));
		Elaborated under = meter("when power < 150 W until 200 W as x { run scripts.disable } return { run scripts.enable }");
		assertEquals("[150, 200]", under.value("x", 2));
		assertEquals("[{{0-0:0.0.0*0, 0}, {0-0:10.0.106*255, 52}}, {{0-0:10.0.106*255, 51}, {0-0:0.0.0*0, 0}}]", under.value("x", 4));
	}

	@Test
	void limitsWithDurations() {
		Elaborated meter = meter("when power > 9200 W for 5 min until 9200 W for 60 s as l 0-0:17.0.0*255 { run scripts.disable } return { run scripts.enable }");
		assertEquals(List.of("{3, 1-0:1.7.0*255, 2}", "9200", "9200", "9200", "300", "60"),
				List.of(meter.value("l", 2), meter.value("l", 3), meter.value("l", 4), meter.value("l", 5), meter.value("l", 6), meter.value("l", 7)));
		assertEquals("{{0-0:10.0.106*255, 52}, {0-0:10.0.106*255, 51}}", meter.value("l", 11));
		Elaborated under = meter("when power < 10 W for 5 min as l { run scripts.disable }");
		assertEquals(List.of("0", "300", "{{0-0:0.0.0*0, 0}, {0-0:10.0.106*255, 52}}"), List.of(under.value("l", 6), under.value("l", 7), under.value("l", 11)));
	}

	@Test
	void repeatsFamiliesAndRaises() {
		Elaborated meter = meter("""
				event sag[r in rates] from meter
				when rate[r].value > 10 Wh as full[r in rates] 0-0:16.0.{r}*255 { raise sag[r] }
				""");
		assertEquals(List.of("full[1]", "full[2]", "full[3]"), meter.model().getReactions().stream().map(Reaction::getName).toList());
		assertEquals("raise sag[2]", show(reaction(meter, "full[2]").getActions()));
		assertEquals("{3, 1-0:1.8.2*255, 2}", meter.value("full[2]", 3));
		assertEquals("[{{0-0:0.0.0*0, 0}, {0-0:0.0.0*0, 0}}]", meter.value("full[2]", 4));
	}

	@Test
	void hasNoObjectForEquality() {
		Elaborated meter = meter("when power == 0 W as zero { capture billing }");
		assertNull(reaction(meter, "zero").getObject());
	}

	@Test
	void keepsWhatClientsMayWrite() {
		Elaborated meter = meter("""
				every *-*-01 as monthly { capture billing }
				when power > 5 W for 1 s as limit { capture billing }
				association a client 1 to d { grant write on monthly.execution_time, limit.threshold_normal }
				""");
		assertEquals(Storage.NVM, meter.attribute("monthly", 4).getStorage());
		assertEquals(4, meter.attribute("monthly", 4).getMaximumLength());
		assertEquals(Storage.NVM, meter.attribute("limit", 4).getStorage());
		assertEquals(Storage.ROM, meter.attribute("limit", 5).getStorage());
	}

	@Test
	void hidesTheObjectOfAReactionWithoutName() {
		assertTrue(meter("every *:00 { capture billing }").object("every").isInternal());
	}
}
