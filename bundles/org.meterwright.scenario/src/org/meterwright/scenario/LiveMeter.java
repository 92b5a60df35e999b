// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Value;
import org.meterwright.scenario.client.HdlcLine;
import org.meterwright.scenario.client.Line;
import org.meterwright.scenario.client.Suite0;
import org.meterwright.scenario.client.Tap;
import org.meterwright.scenario.client.WrapperLine;
import org.meterwright.scenario.host.MeterProcess;

/**
 * A generated meter that runs until somebody stops it, for people to work with. Its time goes only when it is told to. Any thread may use it: one
 * after the other has its turn.
 */
public final class LiveMeter implements AutoCloseable {
	private static final String FINE = "result 0";
	private static final String NO_OBJECT = "no such object";
	private static final int CLOCK = 8;
	private static final int TIME = 2;
	private static final int SEED = 2026;
	private static final int PIECE = 128;
	private static final int ONE_OCTET = 0x7F;

	/** What carries clients' requests. */
	public enum Carrier {
		/** The wrapper over TCP (IEC 62056-47). */
		WRAPPER,
		/** HDLC frames, as on an optical port (IEC 62056-46). */
		HDLC
	}

	private final Meter meter;
	private final MeterProcess process;
	private final Carrier carrier;
	private final List<Told> told = new ArrayList<>();
	private long counter = 1;

	private LiveMeter(Meter meter, MeterProcess process, Carrier carrier) {
		this.meter = meter;
		this.process = process;
		this.carrier = carrier;
	}

	/**
	 * Starts a meter.
	 *
	 * @param meter   the model that the program was made of
	 * @param program the compiled meter
	 * @param begin   time of its clock
	 * @throws IOException when the program does not start
	 */
	public static LiveMeter start(Meter meter, Path program, Carrier carrier, LocalDateTime begin) throws IOException {
		MeterProcess process = carrier == Carrier.HDLC ? new MeterProcess(program, Keys.all(), "-s") : new MeterProcess(program, Keys.all());
		LiveMeter live = new LiveMeter(meter, process, carrier);
		live.command("seed %d".formatted(SEED));
		live.command("time %s".formatted(Clocks.command(begin)));
		return live;
	}

	/** Returns the model of the meter. */
	public Meter model() {
		return meter;
	}

	private synchronized String command(String words) throws IOException {
		String answer = process.command(words);
		process.told().forEach(line -> Told.of(line).ifPresent(told::add));
		return answer;
	}

	private void demand(String command) throws IOException, RefusedException {
		String answer = command(command);
		if (!answer.equals(FINE)) {
			throw new RefusedException(why(answer));
		}
	}

	private static String why(String answer) {
		if (answer.equals("off")) {
			return "the meter has no power";
		}
		return answer.matches("(result|refused) \\d+") ? AccessResult.name(Integer.parseInt(answer.replaceAll("\\D", ""))) : answer;
	}

	/** Returns the time of the meter, as 2026-11-01T12:00:00. */
	public String now() throws IOException {
		return command("now").replaceAll(" .*", "");
	}

	/** Returns what the meter did since it was last asked. */
	public synchronized List<Told> told() throws IOException {
		command("now");
		List<Told> all = List.copyOf(told);
		told.clear();
		return all;
	}

	/** Sets the clock, as a user at the meter does. */
	public void setClock(LocalDateTime time) throws IOException, RefusedException {
		demand("clock %s".formatted(Clocks.command(time)));
	}

	/** Lets time pass, in seconds; all that is due in between happens. */
	public void advance(long seconds) throws IOException, RefusedException {
		demand("advance %d".formatted(seconds));
	}

	/** Lets the firmware notice an event. */
	public void raise(Event event) throws IOException, RefusedException {
		demand("event %d".formatted(meter.getEvents().indexOf(event)));
	}

	/** Takes the supply away or gives it back: RAM is lost, NVM is kept. */
	public void power(boolean on) throws IOException, RefusedException {
		demand("power %s".formatted(on ? "on" : "off"));
	}

	/** Takes the network that carries pushes and Alerts away, or gives it back. */
	public void network(boolean up) throws IOException, RefusedException {
		demand("link %s".formatted(up ? "up" : "down"));
	}

	/** Sets a value as the firmware does: a measurement, a state of an input. */
	public void set(CosemObject object, int attribute, Value value) throws IOException, RefusedException {
		if (CosemObjects.classId(object) == CLOCK && attribute == TIME && value instanceof Value.Octets time && Clocks.of(time.bytes()).isPresent()) {
			setClock(Clocks.of(time.bytes()).get());
		} else {
			demand("set %s %d %s".formatted(Heard.named(object), attribute, Axdr.hex(value)));
		}
	}

	/** Returns a value as the firmware has it, whoever may read it. */
	public Value get(CosemObject object, int attribute) throws IOException, RefusedException {
		String answer = command("get %s %d".formatted(Heard.named(object), attribute));
		if (!answer.matches("([0-9a-f]{2})+")) {
			throw new RefusedException(answer.equals(NO_OBJECT) ? "the firmware has no such object" : why(answer));
		}
		return Value.valueOf(answer);
	}

	/**
	 * Opens an association as a client. The meter serves one client at a time.
	 *
	 * @param tap hears each frame
	 */
	public synchronized LiveClient connect(Association association, Tap tap) throws IOException, RefusedException {
		if (command("get 1 0.0.0.0.0.0 1").equals("off")) {
			throw new RefusedException("the meter has no power");
		}
		try {
			return new LiveClient(this, association, Session.open(line(association, tap), association, false, counter));
		} catch (StepFailure e) {
			counter += 2; // both sides may have counted
			throw new RefusedException(e.getMessage());
		}
	}

	private Line line(Association association, Tap tap) throws IOException {
		int server = ((LogicalDevice) association.eContainer()).getSap();
		if (carrier == Carrier.WRAPPER) {
			return new WrapperLine(process.port(), association.getClientSap(), server, tap);
		}
		byte[] address = server <= ONE_OCTET ? new byte[] { (byte) (server << 1 | 1) } : new byte[] { (byte) (server >> 7 << 1), (byte) ((server & ONE_OCTET) << 1 | 1) };
		HdlcLine line = new HdlcLine(process.port(), association.getClientSap(), address, PIECE, tap);
		line.connect(PIECE);
		return line;
	}

	/** Takes note of the invocation counter that the next client begins with. */
	synchronized void count(long next) {
		counter = Math.max(counter, next);
	}

	/** Returns the keys that clients of an association use; nothing: none. */
	public static Optional<Suite0> keys(Association association) {
		return Keys.of(association.getSecurity());
	}

	/** Tells whether the program runs. */
	public boolean isAlive() {
		return process.isAlive();
	}

	/** Ends the program at once, whatever it does. */
	public void kill() {
		process.kill();
	}

	@Override
	public synchronized void close() throws IOException {
		process.close();
	}
}
