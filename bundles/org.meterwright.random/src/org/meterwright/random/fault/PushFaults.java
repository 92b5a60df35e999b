// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.PushAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Faults of pushes and Push setup objects (IEC 62056-6-2, class 40). */
final class PushFaults {
	private static final int PUSH = 40;
	private static final int OBJECT_LIST = 2;
	private static final int DESTINATION = 3;
	private static final int WINDOW = 4;
	private static final int RANDOM = 5;
	private static final int RETRIES = 6;
	private static final int DELAY = 7;
	private static final int CLIENT = 9;
	private static final int FTP = 2;

	private PushFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("push-empty", "A push sends nothing.", "PUSH", PushFaults::empty),
				FaultKind.of("push-list-empty", "A Push setup object has an empty list.", "PUSH", meter -> Models.onValues(meter, PUSH, OBJECT_LIST, part -> !part.inside().isEmpty(), part -> part.edit(all -> List.of()))),
				FaultKind.of("push-destination-empty", "A push goes to an empty destination.", "PUSH", meter -> destination(meter, Values.octets(""))),
				FaultKind.of("push-port-lost", "A push over TCP has no port.", "PUSH", meter -> Models.onValues(meter, PUSH, DESTINATION, PushFaults::isTcp, part -> part.set("destination", ascii("192.0.2.17")))),
				FaultKind.of("push-transport-reserved", "A push goes over a transport that is only reserved.", "PUSH", meter -> Models.onValues(meter, PUSH, DESTINATION, PushFaults::hasDestination, part -> part.set("transport_service", FTP))),
				FaultKind.of("push-column-beyond", "A push sends an attribute that the class does not have.", "REF PUSH", PushFaults::columnBeyond),
				FaultKind.of("push-unreadable", "The partner of a push may not read what it is sent.", "PUSH", PushFaults::unreadable),
				FaultKind.of("push-window-reversed", "The window of a push ends before it begins.", "PUSH", PushFaults::windowReversed),
				FaultKind.of("push-window-impossible", "The window of a push has a time that cannot be.", "PUSH TYPE", PushFaults::windowImpossible),
				FaultKind.of("push-retries-at-once", "A push is tried again without a pause.", "PUSH", PushFaults::retriesAtOnce),
				FaultKind.of("push-delays-reversed", "The longest delay between retries is shorter than the shortest.", "PUSH", meter -> Models.onValues(meter, PUSH, DELAY, part -> part.number("repetition_delay_max").isPresent() && Models.number(part.object(), RETRIES) > 0, part -> {
					part.set("repetition_delay_min", 600);
					part.set("repetition_delay_max", 60);
				})),
				FaultKind.of("push-randomised-long", "A push waits longer than its window is open.", "PUSH", meter -> Models.onValues(meter, PUSH, RANDOM, part -> Models.value(part.object(), WINDOW).filter(window -> !window.inside().isEmpty()).isPresent(), part -> part.set(60_000))),
				FaultKind.of("push-never", "Nothing ever sends a push.", "PUSH EVENT", PushFaults::never),
				FaultKind.of("push-unsecured", "A push is protected by no security set-up.", "PUSH", meter -> pushes(meter).filter(push -> push.getProtection() != 0 && push.getSecurity() != null).map(push -> on(push, () -> push.setSecurity(null)))),
				FaultKind.of("push-security-no-setup", "A push is protected by something that is no security set-up.", "PUSH REF", meter -> pushes(meter).filter(push -> push.getSecurity() != null).map(push -> on(push, () -> push.setSecurity(push.getObject())))),
				FaultKind.of("push-partner-lost", "A push is for nobody.", "PUSH", meter -> pushes(meter).filter(push -> push.getPartner() != null).map(push -> on(push, () -> push.setPartner(null)))),
				FaultKind.of("push-object-lost", "A push has no object to hold it.", "PUSH", meter -> pushes(meter).filter(push -> push.getObject() != null && push.isAddressed()).map(push -> on(push, () -> push.setObject(null)))),
				FaultKind.of("push-client-unknown", "A push is for a client that has no association.", "PUSH REF", meter -> Models.onValues(meter, PUSH, CLIENT, part -> Models.pushed(meter, part.object()), part -> part.set(99))),
				FaultKind.of("push-beyond-pdu", "What a push sends does not fit into its partner's PDU.", "PUSH ASSOC", PushFaults::beyondPdu),
				FaultKind.of("push-whole-buffer", "A push sends the whole buffer of a profile.", "PUSH", PushFaults::wholeBuffer));
	}

	private static Stream<Push> pushes(Meter meter) {
		return meter.getPushes().stream();
	}

	private static Site on(Push push, Runnable spoil) {
		return push.getObject() == null ? Site.of(Models.label(push), push, spoil) : Site.of(Models.label(push), push, push.getObject(), spoil);
	}

	private static Stream<Site> empty(Meter meter) {
		return pushes(meter).filter(push -> !push.getColumns().isEmpty()).map(push -> on(push, () -> {
			push.getColumns().clear();
			if (push.getObject() != null) {
				Models.value(push.getObject(), OBJECT_LIST).ifPresent(part -> part.edit(all -> List.of()));
			}
		}));
	}

	private static boolean hasDestination(Part part) {
		return part.get("destination").filter(to -> !to.value().equals(Values.octets(""))).isPresent() && Models.pushed((Meter) part.object().eContainer().eContainer(), part.object());
	}

	private static boolean isTcp(Part part) {
		return hasDestination(part) && part.number("transport_service").orElse(-1L) == 0;
	}

	private static Stream<Site> destination(Meter meter, Value to) {
		return Models.onValues(meter, PUSH, DESTINATION, PushFaults::hasDestination, part -> part.set("destination", to));
	}

	private static Value ascii(String text) {
		return new Value.Octets(Bytes.of(text.getBytes(StandardCharsets.US_ASCII)));
	}

	private static Stream<Site> columnBeyond(Meter meter) {
		return pushes(meter).flatMap(push -> push.getColumns().stream().map(column -> Site.of("%s %s".formatted(Models.label(push), Models.label(column.getObject())), column, push, () -> column.setAttribute(55))));
	}

	/** The right goes in every entry of the object, for nobody else may have given it. */
	private static Stream<Site> unreadable(Meter meter) {
		return pushes(meter).filter(push -> push.getPartner() != null && push.getObject() != null).flatMap(push -> push.getColumns().stream().filter(column -> reads(push.getPartner(), column))
				.map(column -> Site.of("%s %s".formatted(Models.label(push), Models.label(column.getObject())), column, push, () -> forbid(push.getPartner(), column))));
	}

	private static boolean reads(Association partner, Column column) {
		return partner.getEntries().stream().anyMatch(entry -> entry.getObject() == column.getObject() && (entry.getRights().attributeMode(column.getAttribute()) & AccessModes.READ) != 0);
	}

	private static void forbid(Association partner, Column column) {
		partner.getEntries().stream().filter(entry -> entry.getObject() == column.getObject()).forEach(entry -> entry.setRights(entry.getRights().with(new AttributeAccess(column.getAttribute(), 0))));
	}

	private static Stream<Part> windows(Meter meter) {
		return Models.parts(meter, PUSH, WINDOW).filter(part -> part.get("start_time").isPresent() && part.get("end_time").isPresent());
	}

	private static Stream<Site> windowReversed(Meter meter) {
		return windows(meter).filter(part -> !part.get("start_time").orElseThrow().value().equals(part.get("end_time").orElseThrow().value())).map(part -> part.site(() -> {
			byte[] start = octets(part, "start_time");
			byte[] end = octets(part, "end_time");
			setHour(start, 23);
			setHour(end, 1);
			setDate(start, end);
			part.edit(all -> List.of(new Value.Octets(Bytes.of(start)), new Value.Octets(Bytes.of(end))));
		}));
	}

	/** On one day, so that it cannot be a window over midnight. */
	private static void setDate(byte[] start, byte[] end) {
		byte[] day = { 0x07, (byte) 0xEA, 6, 15, (byte) 0xFF };
		System.arraycopy(day, 0, start, 0, day.length);
		System.arraycopy(day, 0, end, 0, day.length);
	}

	private static byte[] octets(Part window, String field) {
		return ((Value.Octets) window.get(field).orElseThrow().value()).bytes().toArray();
	}

	private static void setHour(byte[] time, int hour) {
		time[5] = (byte) hour;
		time[6] = 0;
		time[7] = 0;
	}

	private static Stream<Site> windowImpossible(Meter meter) {
		return windows(meter).map(part -> part.site(() -> {
			byte[] start = octets(part, "start_time");
			setHour(start, 31);
			part.set("start_time", new Value.Octets(Bytes.of(start)));
		}));
	}

	private static Stream<Site> retriesAtOnce(Meter meter) {
		return Models.values(meter, PUSH, DELAY).filter(part -> Models.number(part.object(), RETRIES) > 0).map(part -> part.site(() -> {
			if (part.get("repetition_delay_min").isPresent()) {
				part.set("repetition_delay_min", 0);
				part.set("repetition_delay_max", 0);
			} else {
				part.set(0);
			}
		}));
	}

	private static Stream<Site> never(Meter meter) {
		return pushes(meter).filter(push -> meter.getAlerts().stream().noneMatch(alert -> alert.getPush() == push) && push.getObject() != null && meter.getReactions().stream().anyMatch(reaction -> sends(reaction, push)))
				.map(push -> on(push, () -> {
					meter.getReactions().forEach(reaction -> {
					reaction.getActions().removeIf(action -> action instanceof PushAction it && it.getPush() == push);
					reaction.getReturnActions().removeIf(action -> action instanceof PushAction it && it.getPush() == push);
				});
					Models.values(meter, 9, 2).toList().forEach(scripts -> unscript(scripts, push));
				}));
	}

	/** Takes the push out of the scripts that elaboration made of reactions. */
	private static void unscript(Part scripts, Push push) {
		Value name = Values.logicalName(push.getObject().getLogicalName());
		for (Part script : scripts.inside()) {
			script.get("actions").ifPresent(actions -> actions.edit(all -> all.stream().filter(each -> !Values.parts(each).contains(name)).toList()));
		}
	}

	private static boolean sends(Reaction reaction, Push push) {
		return Stream.concat(reaction.getActions().stream(), reaction.getReturnActions().stream()).anyMatch(action -> action instanceof PushAction it && it.getPush() == push);
	}

	private static Stream<Site> beyondPdu(Meter meter) {
		return pushes(meter).filter(push -> push.getPartner() != null && push.getPartner().getMaximumPdu() > 0 && push.getColumns().size() > 1)
				.map(push -> Site.of(Models.label(push), push, push.getPartner(), () -> push.getPartner().setMaximumPdu(24)));
	}

	private static Stream<Site> wholeBuffer(Meter meter) {
		return pushes(meter).flatMap(push -> push.getColumns().stream().filter(column -> CosemObjects.classId(column.getObject()) == 7 && column.getCount() > 0 || column.getSelection().getValue() > 0)
				.map(column -> Site.of(Models.label(push), column, push, () -> {
					column.setSelection(Selection.ALL);
					column.setCount(0);
				})));
	}
}
