// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Event;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.rules.conformance.Verdict;
import org.meterwright.scenario.LiveMeter.Carrier;
import org.meterwright.scenario.RefusedException;
import org.meterwright.scenario.Scenario;
import org.meterwright.scenario.ScenarioResult;
import org.meterwright.scenario.Told;
import org.meterwright.scenario.host.MeterProgram;
import org.meterwright.views.Models;
import org.meterwright.views.conformance.ConformanceModel;

/** The prepayment meter, generated, compiled and tried out as in the view. */
class MeterBenchTest {
	private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 11, 30, 23, 50);
	private static final CompiledMeter METER = Models.first(Models.example("prepayment-esme"));
	private static MeterBench bench;
	private static String compiler;

	@BeforeAll
	static void open() throws IOException {
		assumeTrue(MeterProgram.compiler().isPresent(), "a C compiler");
		bench = new MeterBench();
		compiler = MeterBench.compiler("");
	}

	@AfterAll
	static void close() throws IOException {
		if (bench != null) {
			bench.close();
		}
	}

	private static VirtualMeter start(Carrier carrier) throws IOException {
		return bench.start(METER, compiler, carrier, BEGIN);
	}

	private static Association association(String name) {
		return METER.model().getDevices().stream().flatMap(device -> device.getAssociations().stream()).filter(each -> name.equals(each.getName())).findFirst().orElseThrow();
	}

	private static MemberRow row(String object, int attribute) {
		String key = MemberRow.key(Models.object(METER, object), attribute);
		return MemberRow.of(METER.model(), Optional.empty(), "", Set.of(MemberRow.of(Models.object(METER, object), true).key())).stream()
				.filter(each -> each.key().equals(key)).findFirst().orElseThrow(() -> new AssertionError(key));
	}

	@Test
	void aClientReadsWhatTheFirmwareWasGiven() throws IOException, RefusedException {
		VirtualMeter meter = start(Carrier.WRAPPER);
		MemberRow energy = row("activeImport", 2);
		meter.set(energy, "1.234 kWh");
		assertEquals("firmware", meter.reading(energy).orElseThrow().by());
		assertEquals("1234", meter.typed(energy));
		meter.connect(association("supplier"));
		meter.read(List.of(energy), () -> false);
		Reading reading = meter.reading(energy).orElseThrow();
		assertEquals("supplier", reading.by());
		assertEquals("06000004D2", reading.octets());
		assertTrue(reading.words().contains("Wh"), reading::toString);
		assertThrows(IllegalArgumentException.class, () -> meter.set(energy, "much"));
		meter.disconnect();
		meter.connect(association("publicClient"));
		meter.read(List.of(energy), () -> false);
		assertTrue(meter.reading(energy).orElseThrow().refused());
		assertEquals("object-undefined", meter.reading(energy).orElseThrow().words());
	}

	@Test
	void aClientWritesAndCallsAsFarAsItMay() throws IOException, RefusedException {
		VirtualMeter meter = start(Carrier.WRAPPER);
		MemberRow threshold = row("averageUnderVoltageThreshold", 2);
		assertEquals("Nobody is connected: choose a client.", assertThrows(IllegalArgumentException.class, () -> meter.write(threshold, "2")).getMessage());
		meter.connect(association("networkOperator"));
		String before = meter.typed(threshold);
		meter.write(threshold, "2011");
		assertFalse(before.equals("2011"));
		assertEquals("2011", meter.typed(threshold));
		assertEquals("networkOperator", meter.reading(threshold).orElseThrow().by());
		assertTrue(meter.traffic().stream().anyMatch(line -> line.frame().label().equals("set-request-normal") && line.frame().text().contains("glo-set-request")), () -> meter.traffic().toString());
		MemberRow reset = MemberRow.of(METER.model(), meter.connected(), "voltageProfile", Set.of(MemberRow.of(Models.object(METER, "voltageProfile"), true).key())).stream()
				.filter(each -> each.label().equals("reset")).findFirst().orElseThrow();
		assertEquals("0", VirtualMeter.typed(reset.method().orElseThrow()));
		String said = said(() -> meter.call(reset, ""));
		TrafficLine answer = meter.traffic().stream().filter(line -> line.frame().label().equals("action-response")).reduce((one, other) -> other).orElseThrow();
		assertEquals(reset.rights().contains("call") ? "success" : "refused: %s".formatted(said), answer.frame().value());
		meter.disconnect();
		meter.connect(association("publicClient"));
		assertFalse(said(() -> meter.write(threshold, "2012")).isEmpty());
	}

	private interface Request {
		void ask() throws IOException, RefusedException;
	}

	private static String said(Request request) throws IOException {
		try {
			request.ask();
			return "";
		} catch (RefusedException e) {
			return e.getMessage();
		}
	}

	@Test
	void aPushThatIsCipheredIsShownOpen() throws IOException, RefusedException {
		VirtualMeter meter = start(Carrier.WRAPPER);
		meter.advance(1800, () -> false);
		Happening push = happening(meter, Told.Kind.PUSH, "billingData");
		String layers = push.message().orElseThrow().text();
		assertTrue(layers.contains("general-glo-ciphering") && layers.contains("authenticated, encrypted") && layers.contains("data-notification"), layers);
	}

	@Test
	void framesAreTakenApartLayerByLayer() throws IOException, RefusedException {
		VirtualMeter meter = start(Carrier.WRAPPER);
		meter.connect(association("supplier"));
		meter.read(List.of(row("activeImport", 2)), () -> false);
		List<TrafficLine> traffic = meter.traffic();
		assertEquals(List.of("supplier", "meter"), traffic.subList(0, 2).stream().map(TrafficLine::from).toList());
		assertEquals("AARQ: open an association", traffic.getFirst().frame().label());
		assertTrue(traffic.getFirst().frame().text().contains("initiate-request"), () -> traffic.getFirst().frame().text());
		TrafficLine request = traffic.get(traffic.size() - 2);
		assertEquals("get-request-normal", request.frame().label());
		assertEquals("activeImport.value", request.frame().value());
		String layers = request.frame().text();
		assertTrue(layers.contains("  Wrapper: version 1, from") && layers.contains("glo-get-request") && layers.contains("authenticated, encrypted")
				&& layers.contains("Logical name: 1-0:1.8.0*255 activeImport"), layers);
		String answer = traffic.getLast().frame().text();
		assertTrue(traffic.getLast().frame().value().startsWith("activeImport.value = 0"), answer);
		assertTrue(answer.contains("glo-get-response") && answer.contains("get-response-normal"), answer);
	}

	@Test
	void anOpticalPortCarriesTheSame() throws IOException, RefusedException {
		VirtualMeter meter = start(Carrier.HDLC);
		meter.connect(association("supplier"));
		meter.read(List.of(row("activeImport", 2)), () -> false);
		List<TrafficLine> traffic = meter.traffic();
		assertTrue(traffic.getFirst().frame().label().startsWith("HDLC SNRM"), () -> traffic.getFirst().frame().text());
		assertTrue(traffic.get(1).frame().label().startsWith("HDLC UA"), () -> traffic.get(1).frame().text());
		assertTrue(traffic.getLast().frame().value().startsWith("activeImport.value = 0"), () -> traffic.getLast().frame().text());
	}

	@Test
	void theEndOfABillingPeriodSendsAnAlertAndAPush() throws IOException, RefusedException {
		VirtualMeter meter = start(Carrier.WRAPPER);
		assertEquals("2026-11-30 23:50:00", meter.now());
		meter.advance(1800, () -> false);
		assertEquals("2026-12-01 00:20:00", meter.now());
		Happening alert = happening(meter, Told.Kind.ALERT, "billingUpdated");
		assertEquals("2026-12-01 00:00:00", alert.time());
		assertTrue(alert.place().isPresent(), alert::toString);
		Happening push = happening(meter, Told.Kind.PUSH, "billingData");
		assertTrue(push.message().orElseThrow().text().contains("data-notification"), push::toString);
		meter.forget();
		assertEquals(List.of(), meter.happenings());
	}

	private static Happening happening(VirtualMeter meter, Told.Kind kind, String words) {
		return meter.happenings().stream().filter(each -> each.kind() == kind && each.words().contains(words)).findFirst()
				.orElseThrow(() -> new AssertionError("%s %s in %s".formatted(kind, words, meter.happenings())));
	}

	@Test
	void anEventIsRaisedAndTheClockIsSet() throws IOException, RefusedException {
		VirtualMeter meter = start(Carrier.WRAPPER);
		meter.setClock(LocalDateTime.of(2027, 3, 1, 8, 0));
		assertEquals("2027-03-01 08:00:00", meter.now());
		Event event = METER.model().getEvents().stream().filter(each -> !VirtualMeter.alerts(METER.model(), each).isEmpty()).filter(each -> each.getName().contains("over")).findFirst()
				.orElse(METER.model().getEvents().getFirst());
		meter.raise(event);
		meter.power(false);
		assertEquals("the meter has no power", assertThrows(RefusedException.class, () -> meter.raise(event)).getMessage());
		assertEquals("the meter has no power", assertThrows(RefusedException.class, () -> meter.connect(association("supplier"))).getMessage());
		meter.power(true);
		meter.connect(association("supplier"));
		assertEquals("supplier", meter.connected().orElseThrow().getName());
	}

	@Test
	void stoppingEndsTheProgramAndANewStartBeginsAnew() throws IOException, RefusedException {
		VirtualMeter first = start(Carrier.WRAPPER);
		first.set(row("activeImport", 2), "99");
		VirtualMeter second = start(Carrier.WRAPPER);
		assertTrue(second.isAlive());
		assertEquals("0", second.typed(row("activeImport", 2)));
		bench.stop();
		assertEquals(Optional.empty(), bench.running());
		assertThrows(IOException.class, first::listen);
	}

	@Test
	void whatAScenarioDoesIsATimeLineAndAProof() throws IOException {
		Scenario scenario = METER.scenarios().stream().filter(each -> each.title().startsWith("at the end of the billing period")).findFirst().orElseThrow();
		List<String> told = new ArrayList<>();
		ScenarioResult result = bench.play(METER, scenario, compiler, step -> told.add(step.words()));
		assertTrue(result.isFine(), result::toString);
		assertEquals(result.steps().stream().map(ScenarioResult.Step::words).toList(), told);
		List<PlayRow> rows = PlayRow.of(METER.scenarios(), Map.of(scenario.title(), result), Optional.empty(), Set.of(scenario.title()));
		PlayRow head = rows.stream().filter(row -> row.key().equals(scenario.title())).findFirst().orElseThrow();
		assertEquals(PlayRow.Outcome.FINE, head.outcome());
		PlayRow step = rows.get(rows.indexOf(head) + 1);
		assertEquals("set activeImport.value = 1234 Wh", step.words());
		assertTrue(rows.stream().anyMatch(row -> row.outcome() == PlayRow.Outcome.TOLD && row.words().startsWith("Alert billingUpdated")), rows::toString);
		assertEquals(PlayRow.Outcome.NONE, rows.getLast().outcome());
		ConformanceModel proven = ConformanceModel.of(METER, List.of(result));
		assertTrue(proven.report().lines().stream().anyMatch(line -> line.verdict() == Verdict.PROVEN && line.name().equals("billingUpdated")), "the Alert is proven");
	}

	@Test
	void aTimeLineShowsCausesBeforeWhatFollows() throws IOException {
		Scenario scenario = METER.scenarios().stream().filter(each -> each.title().startsWith("at the end of the billing period")).findFirst().orElseThrow();
		TimeLine line = TimeLine.of(bench.play(METER, scenario, compiler, step -> true));
		assertEquals(scenario.title(), line.title());
		TimeLine.Mark alert = line.marks().stream().filter(mark -> mark.words().startsWith("Alert billingUpdated")).findFirst().orElseThrow();
		assertEquals(TimeLine.Lane.ALERTS, alert.lane());
		TimeLine.Mark push = line.marks().stream().filter(mark -> mark.words().startsWith("push ")).findFirst().orElseThrow();
		TimeLine.Mark advance = line.marks().stream().filter(mark -> mark.words().startsWith("advance")).findFirst().orElseThrow();
		TimeLine.Mark expected = line.marks().stream().filter(mark -> mark.lane() == TimeLine.Lane.EXPECTED).findFirst().orElseThrow();
		assertEquals(TimeLine.Lane.DONE, advance.lane());
		assertTrue(advance.y() < alert.y() && alert.y() <= push.y() && alert.y() <= expected.y(), () -> "%d, %d, %d, %d".formatted(advance.y(), alert.y(), push.y(), expected.y()));
		assertTrue(line.ticks().size() > 1 && line.height() > expected.y());
		assertEquals(advance.row().line(), alert.row().line());
	}

	@Test
	void aScenarioStopsWhenItIsCancelled() throws IOException {
		Scenario scenario = METER.scenarios().stream().filter(each -> each.title().startsWith("each period has")).findFirst().orElseThrow();
		assertEquals(1, bench.play(METER, scenario, compiler, step -> false).steps().size());
	}

	@Test
	void aStepsPlaceIsItsLine() {
		Scenario scenario = METER.scenarios().getFirst();
		PlayRow row = new PlayRow(1, "", "", "", PlayRow.Outcome.FINE, "", scenario, 3, false, false);
		assertEquals(9, row.place("one\ntwo\n\tthree\nfour").offset());
		assertEquals(5, row.place("one\ntwo\n\tthree\nfour").length());
	}

	@Test
	void aCompilerThatIsNotThereIsNamed() {
		assertEquals("The C compiler /no/such/cc of the preferences is not there.", assertThrows(IOException.class, () -> MeterBench.compiler("/no/such/cc")).getMessage());
	}

	@Test
	void nothingStartsOnceTheViewIsClosed() throws IOException {
		MeterBench closed = new MeterBench();
		closed.close();
		assertThrows(IOException.class, () -> closed.start(METER, compiler, Carrier.WRAPPER, BEGIN));
		assertFalse(closed.running().isPresent());
	}
}
