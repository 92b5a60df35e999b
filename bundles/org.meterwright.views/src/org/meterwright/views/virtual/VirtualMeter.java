// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.Zero;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.scenario.LiveClient;
import org.meterwright.scenario.LiveMeter;
import org.meterwright.scenario.RefusedException;
import org.meterwright.scenario.Told;
import org.meterwright.scenario.client.Suite0;
import org.meterwright.views.frames.Dissector;
import org.meterwright.views.frames.FrameNode;

/** A meter that runs, with all that was seen of it since it was started: messages, what it did, what was read. */
public final class VirtualMeter implements AutoCloseable {
	private static final int MOST = 5000;
	private static final String FIRMWARE = "firmware";

	private final LiveMeter live;
	private final Deque<TrafficLine> traffic = new ArrayDeque<>();
	private final Deque<Happening> happenings = new ArrayDeque<>();
	private final Map<String, Reading> readings = new ConcurrentHashMap<>();
	private final AtomicInteger messages = new AtomicInteger();
	private volatile Optional<LiveClient> client = Optional.empty();
	private volatile String now = "";

	VirtualMeter(LiveMeter live) throws IOException {
		this.live = live;
		listen();
	}

	/** Returns the model that it was made of. */
	public Meter model() {
		return live.model();
	}

	/** Tells whether it runs. */
	public boolean isAlive() {
		return live.isAlive();
	}

	/** Returns its time when it was last heard of, as 2026-11-01 12:00:00. */
	public String now() {
		return now;
	}

	/** Asks the meter for the time and for what it did in between; without this nothing comes in. */
	public synchronized void listen() throws IOException {
		List<Told> told = live.told();
		now = live.now().replace('T', ' ');
		told.stream().filter(each -> client.isPresent() || !isOfClients(each)).forEach(this::note);
	}

	/** What the firmware keeps in its memory while nobody is connected is no news. */
	private static boolean isOfClients(Told told) {
		return told.kind() == Told.Kind.WRITTEN || told.kind() == Told.Kind.FUNCTION;
	}

	private void note(Told told) {
		String time = told.time().isEmpty() ? now : told.time().replace('T', ' ');
		Optional<FrameNode> message = told.octets().length() > 0 && (told.kind() == Told.Kind.PUSH || told.kind() == Told.Kind.UNSENT)
				? Optional.of(new Dissector(model(), keys(told)).apdu(told.octets().toArray())) : Optional.empty();
		add(happenings, new Happening(time, told.kind(), told.words(model()), message, place(told)));
		message.ifPresent(it -> add(traffic, new TrafficLine(messages.incrementAndGet(), "meter", clock(time), it)));
	}

	/** Lists have a lock of their own: who only looks at them never waits for the meter. */
	private static <T> void add(Deque<T> list, T line) {
		synchronized (list) {
			list.add(line);
			if (list.size() > MOST) {
				list.removeFirst();
			}
		}
	}

	private static <T> List<T> copy(Deque<T> list) {
		synchronized (list) {
			return List.copyOf(list);
		}
	}

	private static void clear(Deque<?> list) {
		synchronized (list) {
			list.clear();
		}
	}

	private static String clock(String time) {
		return time.replaceFirst(".* ", "");
	}

	/** A push is ciphered with the keys of its own security set-up, or of its partner's. */
	private Optional<Suite0> keys(Told told) {
		return told.in(model()).flatMap(object -> pushes(object).stream().findFirst()).map(Push::getPartner).flatMap(LiveMeter::keys)
				.or(() -> model().getDevices().stream().flatMap(device -> device.getAssociations().stream()).flatMap(each -> LiveMeter.keys(each).stream()).findFirst());
	}

	private static List<Push> pushes(CosemObject object) {
		return CosemObjects.device(object).flatMap(CosemObjects::meter).map(meter -> meter.getPushes().stream().filter(push -> push.getObject() == object).toList()).orElse(List.of());
	}

	private Optional<Origin> place(Told told) {
		Optional<? extends Element> about = told.kind() == Told.Kind.ALERT ? model().getAlerts().stream().filter(alert -> alert.getCode() == told.number()).findFirst() : told.in(model());
		return about.flatMap(VirtualMeter::place);
	}

	static Optional<Origin> place(Element element) {
		return element.getOrigins().stream().filter(origin -> !origin.file().isEmpty()).findFirst();
	}

	/** Returns the messages, oldest first. */
	public List<TrafficLine> traffic() {
		return copy(traffic);
	}

	/** Returns what the meter did, oldest first. */
	public List<Happening> happenings() {
		return copy(happenings);
	}

	/** Forgets messages and what the meter did. */
	public void forget() {
		clear(traffic);
		clear(happenings);
	}

	/** Returns what came of reading an attribute last. */
	public Optional<Reading> reading(MemberRow row) {
		return Optional.ofNullable(readings.get(MemberRow.key(row.object(), row.index())));
	}

	/** Returns the association of the client that is connected. */
	public Optional<Association> connected() {
		return client.map(LiveClient::association);
	}

	/** Opens an association in the place of the one that is open. */
	public synchronized void connect(Association association) throws IOException, RefusedException {
		disconnect();
		Dissector dissector = new Dissector(model(), LiveMeter.keys(association));
		String name = String.valueOf(association.getName());
		try {
			client = Optional.of(live.connect(association, (sent, octets) -> add(traffic, new TrafficLine(messages.incrementAndGet(), sent ? name : "meter", clock(now), dissector.frame(sent, octets)))));
		} finally {
			listen();
		}
	}

	/** Closes the association that is open. */
	public synchronized void disconnect() throws IOException {
		Optional<LiveClient> last = client;
		client = Optional.empty();
		if (last.isPresent()) {
			last.get().close();
		}
	}

	/**
	 * Reads lines of the list: attributes, and of objects all attributes that the client may read. Without a client the firmware is asked.
	 *
	 * @param cancelled tells when to stop
	 */
	public void read(List<MemberRow> rows, BooleanSupplier cancelled) throws IOException {
		for (MemberRow row : rows) {
			for (int attribute : !row.isObject() ? row.attribute().map(CosemObjects::index).stream().toList() : MemberRow.readable(connected(), row.object())) {
				if (cancelled.getAsBoolean()) {
					return;
				}
				read(row.object(), attribute);
			}
		}
		listen();
	}

	private synchronized void read(CosemObject object, int attribute) throws IOException {
		String by = client.map(it -> String.valueOf(it.association().getName())).orElse(FIRMWARE);
		Reading reading;
		try {
			Value value = client.isPresent() ? client.get().read(object, attribute) : live.get(object, attribute);
			reading = new Reading(words(object, attribute, value), false, Axdr.hex(value), by, now);
		} catch (RefusedException e) {
			reading = new Reading(e.getMessage(), true, "", by, now);
		}
		readings.put(MemberRow.key(object, attribute), reading);
	}

	private static String words(CosemObject object, int index, Value value) {
		Optional<Attribute> attribute = CosemObjects.attribute(object, index);
		ValueWords words = CosemObjects.device(object).map(ValueWords::in).orElseGet(ValueWords::alone);
		return attribute.map(it -> words.text(it, value)).filter(text -> !text.isBlank()).orElse(value.toString());
	}

	/** Returns the value of a line as the firmware has it, as a user would type it. */
	public String typed(MemberRow row) throws IOException, RefusedException {
		return ValueText.write(live.get(row.object(), row.index()));
	}

	/**
	 * Sets a value as the firmware does, such as a measurement.
	 *
	 * @throws IllegalArgumentException when the text is no such value; the message says what to write
	 */
	public void set(MemberRow row, String text) throws IOException, RefusedException {
		live.set(row.object(), row.index(), value(row, text));
		listen();
		read(row.object(), row.index());
	}

	/** Reads what a user types in the shape of the value that is there. */
	private Value value(MemberRow row, String text) throws IOException, RefusedException {
		Attribute attribute = CosemObjects.attribute(row.object(), row.index()).orElseThrow(() -> new IllegalArgumentException("%s has no such attribute.".formatted(row.label())));
		return ValueText.read(attribute, live.get(row.object(), row.index()), text);
	}

	/**
	 * Writes a value as the client that is connected, then reads it back where that is allowed.
	 *
	 * @throws IllegalArgumentException when the text is no such value; the message says what to write
	 */
	public synchronized void write(MemberRow row, String text) throws IOException, RefusedException {
		Value value = value(row, text);
		try {
			connectedClient().write(row.object(), row.index(), value);
		} finally {
			listen();
		}
		read(row.object(), row.index());
	}

	/**
	 * Executes a method as the client that is connected.
	 *
	 * @param text the parameter as a user types it; empty: the least that the method's type allows
	 * @throws IllegalArgumentException when the text is no such value; the message says what to write
	 */
	public synchronized void call(MemberRow row, String text) throws IOException, RefusedException {
		MethodDefinition method = row.method().orElseThrow(() -> new IllegalArgumentException("%s is no method.".formatted(row.label())));
		Value usual = parameter(method);
		Value value = text.isBlank() ? usual : ValueText.read(usual, text);
		try {
			connectedClient().call(row.object(), method.getIndex(), value);
		} finally {
			listen();
		}
	}

	private LiveClient connectedClient() {
		return client.orElseThrow(() -> new IllegalArgumentException("Nobody is connected: choose a client."));
	}

	/** Returns the least that a method takes, as a user would type it. */
	public static String typed(MethodDefinition method) {
		return ValueText.write(parameter(method));
	}

	private static Value parameter(MethodDefinition method) {
		return method.getParameter() == null ? new Value.Int(DataTag.INTEGER, BigInteger.ZERO) : Zero.of(method.getParameter());
	}

	/** Lets the firmware notice an event. */
	public void raise(Event event) throws IOException, RefusedException {
		live.raise(event);
		listen();
	}

	/** Sets the clock. */
	public void setClock(LocalDateTime time) throws IOException, RefusedException {
		live.setClock(time);
		listen();
	}

	/** Lets time pass, in seconds; in between the meter is listened to, so that long times can be cancelled. */
	public void advance(long seconds, BooleanSupplier cancelled) throws IOException, RefusedException {
		for (long left = seconds; left > 0 && !cancelled.getAsBoolean(); left -= 3600) {
			live.advance(Math.min(3600, left));
			listen();
		}
	}

	/** Takes the supply away or gives it back. */
	public void power(boolean on) throws IOException, RefusedException {
		live.power(on);
		listen();
	}

	/** Takes the network away or gives it back. */
	public void network(boolean up) throws IOException, RefusedException {
		live.network(up);
		listen();
	}

	/** Returns what raising an event leads to, as far as it is an Alert. */
	public static List<Alert> alerts(Meter meter, Event event) {
		return meter.getAlerts().stream().filter(alert -> alert.getEvents().contains(event)).toList();
	}

	/** Ends the program at once. */
	@Override
	public void close() {
		live.kill();
	}
}
