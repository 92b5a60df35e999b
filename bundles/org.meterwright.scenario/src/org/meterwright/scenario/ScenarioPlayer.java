// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.scenario.host.MeterProcess;

/**
 * Plays a scenario on a meter's program, in the program's own time: nothing waits, and the same scenario gives the same result on every
 * machine. It ends at the first step that is not as expected.
 */
public final class ScenarioPlayer {
	private static final int CLOCK = 8;
	private static final int TIME = 2;
	private static final String FINE = "result 0";
	private static final int SEED = 2026;

	private final Scenario scenario;
	private final Meter meter;
	private final MeterProcess process;
	private final Heard heard;
	private final Watcher watcher;
	private final List<ScenarioResult.Step> steps = new ArrayList<>();
	private long counter = 1;
	private boolean failed;
	private boolean stopped;

	private ScenarioPlayer(Scenario scenario, Meter meter, MeterProcess process, Watcher watcher) {
		this.watcher = watcher;
		this.scenario = scenario;
		this.meter = meter;
		this.process = process;
		this.heard = new Heard(meter);
	}

	/**
	 * Plays a scenario on a new start of the program.
	 *
	 * @param meter   the model that the program was made of, and the scenario is about
	 * @param program the compiled meter
	 * @throws IOException when the program fails, which is no matter of the scenario
	 */
	public static ScenarioResult play(Scenario scenario, Meter meter, Path program) throws IOException {
		return play(scenario, meter, program, Watcher.NONE);
	}

	/**
	 * Plays a scenario on a new start of the program while somebody watches.
	 *
	 * @param watcher is told of each step, and may end it: what was played until then is the result
	 */
	public static ScenarioResult play(Scenario scenario, Meter meter, Path program, Watcher watcher) throws IOException {
		try (MeterProcess process = new MeterProcess(program, Keys.all())) {
			return new ScenarioPlayer(scenario, meter, process, watcher).play();
		}
	}

	private ScenarioResult play() throws IOException {
		process.command("seed %d".formatted(SEED));
		process.command("time %s".formatted(Clocks.command(scenario.start())));
		process.told();
		all(scenario.plays(), 0, Optional.empty());
		return new ScenarioResult(scenario, steps);
	}

	private void all(List<Play> plays, int depth, Optional<Session> session) throws IOException {
		for (Play play : plays) {
			if (failed || stopped) {
				return;
			}
			one(play, depth, session);
		}
	}

	private void one(Play play, int depth, Optional<Session> session) throws IOException {
		if (session.isPresent() && !(play instanceof Play.ExpectDenied)) {
			Optional<Integer> refusal = session.get().takeRefusal();
			if (refusal.isPresent()) {
				blame(session.get().refused(refusal.get()));
				return;
			}
		}
		switch (play) {
			case Play.Repeat it -> {
				for (int i = 0; i < it.count() && !failed && !stopped; i++) {
					all(it.plays(), depth + 1, session);
				}
			}
			case Play.Client it -> client(it, depth);
			default -> step(play, depth, () -> act(play, session));
		}
	}

	/** A refusal that no step expected belongs to the step that asked. */
	private void blame(String sentence) {
		ScenarioResult.Step last = steps.removeLast();
		steps.add(new ScenarioResult.Step(last.depth(), last.line(), last.words(), last.time(), last.told(), Optional.of(sentence)));
		watcher.played(steps.getLast());
		failed = true;
	}

	private interface Work {
		void run() throws IOException, StepFailure;
	}

	private void step(Play play, int depth, Work work) throws IOException {
		Optional<String> failure = Optional.empty();
		try {
			work.run();
		} catch (StepFailure e) {
			failure = Optional.of(e.getMessage());
			failed = true;
		}
		String now = process.command("now").replaceAll(" .*", "");
		steps.add(new ScenarioResult.Step(depth, play.line(), play.words(), now, heard.take(process.told()), failure));
		stopped |= !watcher.played(steps.getLast());
	}

	private void client(Play.Client play, int depth) throws IOException {
		List<Session> opened = new ArrayList<>();
		try {
			step(play, depth, () -> opened.addAll(open(play)));
			if (!opened.isEmpty()) {
				Optional<Session> session = Optional.of(opened.getFirst());
				all(play.plays(), depth + 1, session);
				Optional<Integer> refusal = failed || stopped ? Optional.empty() : session.get().takeRefusal();
				refusal.ifPresent(result -> blame(session.get().refused(result)));
			}
		} finally {
			for (Session session : opened) {
				counter = session.counter();
				session.close();
			}
		}
	}

	/** Opens an association; with a wrong secret it must be refused, and nothing follows. */
	private List<Session> open(Play.Client play) throws IOException, StepFailure {
		if (process.command("get 1 0.0.0.0.0.0 1").equals("off")) {
			throw new StepFailure("the meter is off");
		}
		Session session;
		try {
			session = Session.open(process.port(), play.association(), play.wrongSecret(), counter);
		} catch (StepFailure e) {
			counter += 2;
			if (play.wrongSecret()) {
				return List.of();
			}
			throw e;
		}
		if (play.wrongSecret()) {
			session.close();
			throw new StepFailure("the association is opened with a wrong secret");
		}
		return List.of(session);
	}

	private void act(Play play, Optional<Session> session) throws IOException, StepFailure {
		switch (play) {
			case Play.Raise it -> demand(process.command("event %d".formatted(meter.getEvents().indexOf(it.event()))));
			case Play.SetValue it -> set(it);
			case Play.Until it -> until(it);
			case Play.Advance it -> demand(process.command("advance %d".formatted(it.seconds())));
			case Play.Fail it -> fail(it);
			case Play.Read it -> read(it, session.orElseThrow());
			case Play.Write it -> session.orElseThrow().write(it.object(), it.attribute(), it.value());
			case Play.Call it -> call(it, session);
			case Play.ExpectDenied it -> denied(it, session.orElseThrow());
			case Play.ExpectAlert it -> alert(it);
			case Play.ExpectPush it -> push(it);
			case Play.ExpectLog it -> log(it);
			case Play.ExpectValue it -> Judge.demand(it.condition(), value(it.condition().column(), session));
			case Play.Repeat it -> throw new IllegalStateException("steps that hold others are played before");
			case Play.Client it -> throw new IllegalStateException("steps that hold others are played before");
		}
	}

	private static void demand(String answer) throws StepFailure {
		if (!answer.equals(FINE)) {
			throw new StepFailure(answer.equals("off") ? "the meter is off" : answer.startsWith("result ")
					? "the meter refuses it: %s".formatted(AccessResult.name(Integer.parseInt(answer.substring(7)))) : "the meter's program says: %s".formatted(answer));
		}
	}

	private void set(Play.SetValue play) throws IOException, StepFailure {
		CosemObject object = play.object();
		if (CosemObjects.classId(object) == CLOCK && play.attribute() == TIME) {
			demand(process.command("clock %s".formatted(Clocks.command(((Value.Octets) play.value()).bytes()))));
		} else {
			demand(process.command("set %s %d %s".formatted(Heard.named(object), play.attribute(), Axdr.hex(play.value()))));
		}
	}

	private void until(Play.Until play) throws IOException, StepFailure {
		if (!process.command("until %s".formatted(Clocks.command(play.time()))).equals(FINE)) {
			throw new StepFailure("it is %s already; time does not go back: set the clock for that".formatted(process.command("now")));
		}
	}

	private void fail(Play.Fail play) throws IOException, StepFailure {
		String thing = play.thing() == Play.Thing.POWER ? "power" : "link";
		String gone = play.thing() == Play.Thing.POWER ? "off" : "down";
		String back = play.thing() == Play.Thing.POWER ? "on" : "up";
		demand(process.command("%s %s".formatted(thing, play.restored() ? back : gone)));
		if (play.seconds().isPresent()) {
			demand(process.command("advance %d".formatted(play.seconds().get())));
			demand(process.command("%s %s".formatted(thing, back)));
		}
	}

	private void call(Play.Call play, Optional<Session> session) throws IOException, StepFailure {
		if (session.isPresent()) {
			session.get().call(play.object(), play.method(), play.parameter());
		} else {
			demand(process.command("do %s %d %s".formatted(Heard.named(play.object()), play.method(), Axdr.hex(play.parameter()))));
		}
	}

	private void read(Play.Read play, Session session) throws IOException {
		Column column = play.column();
		if (play.from().isPresent()) {
			Restriction restriction = Restriction.of(column.getObject());
			session.readBetween(column, restriction.object(), restriction.value(play.from().get()), restriction.value(play.to().orElseThrow()));
		} else if (column.getSelection() != Selection.ALL) {
			session.readNewest(column, rows(column.getObject()).size());
		} else {
			session.read(column, Optional.empty(), 0);
		}
	}

	private static void denied(Play.ExpectDenied play, Session session) throws StepFailure {
		int result = session.takeRefusal().orElseThrow(() -> new StepFailure("it is not refused"));
		if (play.reason().isPresent() && play.reason().getAsInt() != result) {
			throw new StepFailure(session.refused(result));
		}
	}

	private void alert(Play.ExpectAlert play) throws StepFailure, IOException {
		hear();
		boolean first = !play.times().never() && play.times().exactly().isEmpty();
		List<Heard.SentAlert> sent = heard.alerts(play.alert().map(alert -> alert.getCode()), first);
		count(play.times(), sent.size(), "Alert");
		if (play.at().isPresent()) {
			String at = Clocks.told(play.at().get());
			Optional<Heard.SentAlert> other = sent.stream().filter(each -> !each.time().equals(at)).findFirst();
			if (other.isPresent()) {
				throw new StepFailure("it was sent at %s".formatted(other.get().time()));
			}
		}
	}

	private void push(Play.ExpectPush play) throws StepFailure, IOException {
		hear();
		boolean first = !play.times().never() && play.times().exactly().isEmpty();
		List<Heard.SentPush> sent = heard.pushes(Heard.named(play.push().getObject()), first);
		count(play.times(), sent.size(), "push");
		for (Heard.SentPush each : sent) {
			if (play.at().isPresent() && !each.time().equals(Clocks.told(play.at().get()))) {
				throw new StepFailure("it was sent at %s".formatted(each.time()));
			}
			PushedContent content = PushedContent.of(play.push(), each.apdu());
			for (Play.Condition condition : play.contents()) {
				content.demand(condition);
			}
		}
	}

	/** Everything that was told until now has been taken at the end of the step before. */
	private void hear() throws IOException {
		heard.take(process.told());
	}

	private static void count(Play.Times times, int count, String what) throws StepFailure {
		boolean good = times.never() ? count == 0 : times.exactly().isPresent() ? count == times.exactly().getAsInt() : count > 0;
		if (!good) {
			throw new StepFailure(count == 0 ? "no %s was sent".formatted(what) : count == 1 ? "one %s was sent".formatted(what) : "it was sent %d times".formatted(count));
		}
	}

	private void log(Play.ExpectLog play) throws IOException, StepFailure {
		List<Value> rows = rows(play.log());
		List<Value> looked = play.last() == 0 ? rows : rows.subList(Math.max(0, rows.size() - play.last()), rows.size());
		int found = (int) looked.stream().filter(row -> Judge.holds(play.contents(), play.log(), row)).count();
		boolean good = play.times().never() ? found == 0 : play.times().exactly().isPresent() ? found == play.times().exactly().getAsInt() : found > 0;
		if (!good) {
			throw new StepFailure("%d of %d entries of %s are so".formatted(found, looked.size(), play.log().getName()));
		}
	}

	private List<Value> rows(CosemObject profile) throws IOException {
		String answer = process.command("get %s 2".formatted(Heard.named(profile)));
		return answer.matches("([0-9a-f]{2})+") ? Judge.oldestFirst(profile, Value.valueOf(answer)) : List.of();
	}

	/** Reads a value as the client does, else as the firmware does. */
	private Value value(Column column, Optional<Session> session) throws IOException, StepFailure {
		if (session.isPresent()) {
			Optional<Value> read = session.get().read(column, Optional.empty(), 0);
			Optional<Integer> refusal = session.get().takeRefusal();
			if (refusal.isPresent()) {
				throw new StepFailure(session.get().refused(refusal.get()));
			}
			return read.orElseThrow();
		}
		String answer = process.command("get %s %d".formatted(Heard.named(column.getObject()), column.getAttribute()));
		if (!answer.matches("([0-9a-f]{2})+")) {
			throw new StepFailure(answer.equals("off") ? "the meter is off" : "%s cannot be read".formatted(Judge.name(column)));
		}
		return Value.valueOf(answer);
	}

	/** How entries between two times are asked for: by the first column, which is the clock or counts seconds since 1970. */
	private record Restriction(String object, boolean seconds) {
		static Restriction of(CosemObject profile) {
			Value first = Values.parts(CosemObjects.attribute(profile, 3).flatMap(CosemObjects::value).orElse(Values.array())).stream().findFirst().orElse(Values.nothing());
			boolean clock = Values.parts(first).stream().findFirst().flatMap(Values::bigNumber).filter(id -> id.intValue() == CLOCK).isPresent();
			return new Restriction(Axdr.hex(first), !clock);
		}

		String value(Bytes time) {
			return seconds ? "06%08X".formatted(Clocks.seconds(time)) : "090C%s".formatted(time.hex());
		}
	}
}
