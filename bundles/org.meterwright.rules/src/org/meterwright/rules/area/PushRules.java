// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on push set-ups: the chain from trigger over content to the partner. */
public final class PushRules implements RuleArea {
	/** Nothing to send. */
	public static final String EMPTY = "MW-PUSH-001";
	/** Nothing sends it. */
	public static final String NO_TRIGGER = "MW-PUSH-002";
	/** Object of another class. */
	public static final String NO_OBJECT = "MW-PUSH-003";
	/** Partner may not read what is sent. */
	public static final String UNREADABLE = "MW-PUSH-004";
	/** Nobody receives it. */
	public static final String NO_PARTNER = "MW-PUSH-005";
	/** Protection without security set-up. */
	public static final String NO_SECURITY = "MW-PUSH-006";
	/** Protection that the version cannot say. */
	public static final String PROTECTION_OF_VERSION = "MW-PUSH-007";
	/** Window that never opens. */
	public static final String WINDOW = "MW-PUSH-008";
	/** Retries without delay. */
	public static final String NO_DELAY = "MW-PUSH-009";
	/** Transport that is only reserved. */
	public static final String RESERVED_TRANSPORT = "MW-PUSH-010";
	/** Transport without destination. */
	public static final String EMPTY_DESTINATION = "MW-PUSH-011";
	/** Nowhere to send. */
	public static final String NO_DESTINATION = "MW-PUSH-012";
	/** Whole buffer. */
	public static final String WHOLE_BUFFER = "MW-PUSH-013";

	private static final int DESTINATION = 3;
	private static final int WINDOWS = 4;
	private static final int RETRIES = 6;
	private static final int DELAY = 7;
	private static final int BUFFER = 2;
	private static final int FIRST_PROTECTED_VERSION = 1;
	private static final Set<Long> RESERVED = Set.of(2L, 3L, 7L);

	/** Destination without port. */
	public static final String NO_PORT = "MW-PUSH-014";
	/** Waits longer than its window. */
	public static final String LONG_RANDOM = "MW-PUSH-015";

	@Override
	public void register(RuleBook book) {
		book.onClass(ClassIds.PUSH_SETUP, NO_PORT, this::noPort);
		book.onClass(ClassIds.PUSH_SETUP, LONG_RANDOM, this::longRandom);
		book.on(Push.class, EMPTY, this::empty);
		book.on(Push.class, NO_TRIGGER, this::noTrigger);
		book.on(Push.class, NO_OBJECT, this::noObject);
		book.on(Push.class, UNREADABLE, this::unreadable);
		book.on(Push.class, NO_PARTNER, this::noPartner);
		book.on(Push.class, NO_SECURITY, this::noSecurity);
		book.on(Push.class, PROTECTION_OF_VERSION, this::protectionOfVersion);
		book.onClass(ClassIds.PUSH_SETUP, WINDOW, this::window);
		book.onClass(ClassIds.PUSH_SETUP, NO_DELAY, this::noDelay);
		book.onClass(ClassIds.PUSH_SETUP, RESERVED_TRANSPORT, this::reservedTransport);
		book.on(Push.class, EMPTY_DESTINATION, this::emptyDestination);
		book.on(Push.class, NO_DESTINATION, this::noDestination);
		book.on(Push.class, WHOLE_BUFFER, this::wholeBuffer);
	}

	private void empty(Push push, Facts facts, Report report) {
		if (push.getColumns().isEmpty()) {
			report.on(push, "%s sends nothing; say what with send".formatted(push.getName()), clock(facts));
		}
	}

	private static String[] clock(Facts facts) {
		return facts.objects().filter(object -> Facts.is(object, ClassIds.CLOCK)).findFirst().map(Proposals::object).orElse(new String[0]);
	}

	private void noTrigger(Push push, Facts facts, Report report) {
		boolean carriesAlert = facts.meter().getAlerts().stream().anyMatch(alert -> alert.getPush() == push);
		if (!carriesAlert && !Uses.of(facts).sends(push)) {
			report.on(push, "nothing ever sends %s: no reaction, script or client does".formatted(push.getName()), push.getName());
		}
	}

	private void noObject(Push push, Facts facts, Report report) {
		if (push.getObject() != null && !Facts.is(push.getObject(), ClassIds.PUSH_SETUP)) {
			report.on(push, "%s is no push set-up but of class %s".formatted(Facts.label(push.getObject()),
					Facts.label(push.getObject().getInterfaceClass())));
		} else if (push.getObject() == null && push.isAddressed()) {
			report.on(push, "%s has a destination, but no object of class 40 that holds it".formatted(push.getName()));
		}
	}

	private void unreadable(Push push, Facts facts, Report report) {
		Association partner = push.getPartner();
		if (partner == null) {
			return;
		}
		for (Column column : push.getColumns()) {
			CosemObject object = column.getObject();
			boolean there = object != null && !object.isInternal() && Facts.attribute(object, column.getAttribute()).isPresent();
			if (there && !facts.rights(partner).reads(object, column.getAttribute())) {
				report.on(push, "%s sends %s of %s to %s, which may not read it".formatted(push.getName(),
						Facts.label(object, column.getAttribute()), Facts.label(object), partner.getName()), partner.getName(), "%s.%s".formatted(object.getName(),
								Facts.label(object, column.getAttribute())));
			}
		}
	}

	private void noPartner(Push push, Facts facts, Report report) {
		if (push.getPartner() == null) {
			report.on(push, "%s has no association whose client receives it".formatted(push.getName()));
		}
	}

	private void noSecurity(Push push, Facts facts, Report report) {
		if (push.getProtection() != 0 && push.getSecurity() == null) {
			report.on(push, "%s is protected, but by no security set-up".formatted(push.getName()));
		}
	}

	private void protectionOfVersion(Push push, Facts facts, Report report) {
		CosemObject object = push.getObject();
		boolean old = Facts.is(object, ClassIds.PUSH_SETUP) && object.getInterfaceClass().getVersion() < FIRST_PROTECTED_VERSION;
		if (push.getProtection() != 0 && old) {
			report.on(push, "%s is protected, which version 0 of Push setup cannot say; use version 1 or 2".formatted(push.getName()));
		}
	}

	private void window(CosemObject object, Facts facts, Report report) {
		for (TypedValue window : Facts.elements(object, WINDOWS)) {
			Bytes start = octets(window, "start_time");
			Bytes end = octets(window, "end_time");
			if (Dates.isExact(start) && Dates.isExact(end) && Dates.compare(start, end) >= 0) {
				report.on(object, WINDOWS, "a communication window of %s ends before it begins".formatted(Facts.label(object)));
			}
		}
	}

	private static Bytes octets(TypedValue value, String field) {
		return value.field(field).map(TypedValue::value).map(part -> part instanceof Value.Octets octets ? octets.bytes() : Bytes.EMPTY)
				.orElse(Bytes.EMPTY);
	}

	private void noDelay(CosemObject object, Facts facts, Report report) {
		boolean retries = Facts.number(object, RETRIES).filter(count -> count > 0).isPresent();
		boolean delayed = Facts.value(object, DELAY)
				.map(delay -> delay.number().orElse(0) > 0 || delay.number("repetition_delay_min") > 0).orElse(false);
		if (retries && !delayed) {
			report.on(object, RETRIES, "%s tries again at once; give it a delay".formatted(Facts.label(object)));
		}
	}

	private void reservedTransport(CosemObject object, Facts facts, Report report) {
		Facts.value(object, DESTINATION).map(value -> value.number("transport_service")).filter(RESERVED::contains)
				.ifPresent(service -> report.on(object, DESTINATION, "transport service %d of %s is only reserved".formatted(service,
						Facts.label(object))));
	}

	private static boolean hasDestination(CosemObject object) {
		return Facts.value(object, DESTINATION).map(value -> octets(value, "destination").length() > 0).orElse(true);
	}

	private void emptyDestination(Push push, Facts facts, Report report) {
		if (push.isAddressed() && Facts.is(push.getObject(), ClassIds.PUSH_SETUP) && !hasDestination(push.getObject())) {
			report.on(push, "the destination of %s is empty".formatted(push.getName()));
		}
	}

	private void noDestination(Push push, Facts facts, Report report) {
		if (!push.isAddressed()) {
			report.on(push, "%s has no transport and destination: it ends inside the meter".formatted(push.getName()));
		}
	}

	private void wholeBuffer(Push push, Facts facts, Report report) {
		for (Column column : push.getColumns()) {
			boolean buffer = Facts.is(column.getObject(), ClassIds.PROFILE_GENERIC) && column.getAttribute() == BUFFER;
			if (buffer && column.getSelection() == Selection.ALL && column.getDataIndex() == 0) {
				report.on(push, "%s sends the whole buffer of %s; say newest or last n".formatted(push.getName(), Facts.label(column.getObject())),
						String.valueOf(column.getObject().getName()));
			}
		}
	}

	private void noPort(CosemObject object, Facts facts, Report report) {
		Optional<TypedValue> destination = Facts.value(object, DESTINATION);
		boolean internet = destination.filter(value -> value.field("transport_service").isPresent() && value.number("transport_service") <= 1).isPresent();
		Optional<String> address = destination.flatMap(value -> value.field("destination")).map(TypedValue::value).filter(Value.Octets.class::isInstance)
				.map(value -> new String(((Value.Octets) value).bytes().toArray(), StandardCharsets.ISO_8859_1)).filter(text -> text.matches("[0-9]+(\\.[0-9]+){3}|[a-zA-Z][a-zA-Z0-9.-]+"));
		if (internet && address.isPresent()) {
			report.on(object, DESTINATION, "the destination %s of %s has no port".formatted(address.get(), Facts.label(object)), address.get());
		}
	}

	private void longRandom(CosemObject object, Facts facts, Report report) {
		long random = Facts.number(object, 5).orElse(0L);
		for (TypedValue window : Facts.elements(object, WINDOWS)) {
			OptionalLong length = length(octets(window, "start_time"), octets(window, "end_time"));
			if (length.isPresent() && random > length.getAsLong()) {
				report.on(object, 5, "%s waits up to %d s at random, longer than its window of %d s".formatted(Facts.label(object), random, length.getAsLong()));
				return;
			}
		}
	}

	/** Returns the seconds of a window within a day; nothing where a wildcard leaves it open. */
	private static OptionalLong length(Bytes start, Bytes end) {
		if (start.length() < 8 || end.length() < 8 || start.at(5) == 0xFF || end.at(5) == 0xFF) {
			return OptionalLong.empty();
		}
		long seconds = seconds(end) - seconds(start);
		return seconds > 0 ? OptionalLong.of(seconds) : OptionalLong.empty();
	}

	private static long seconds(Bytes time) {
		return time.at(5) * 3600L + (time.at(6) == 0xFF ? 0 : time.at(6) * 60L) + (time.at(7) == 0xFF ? 0 : time.at(7));
	}
}
