// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.value.Bytes;

/**
 * What a meter's program says that it did.
 *
 * @param kind   what it is
 * @param object class and logical name as the program writes them; empty: an Alert's own message
 * @param number attribute or method, of an Alert its code; -1: none
 * @param octets APDU, parameter or value
 * @param time   time of the meter, as 2026-11-01T12:00:00; empty: it does not say
 */
public record Told(Kind kind, String object, int number, Bytes octets, String time) {
	private static final Pattern ALERT = Pattern.compile("alert (\\d+) at (\\S+).*");
	private static final Pattern PUSH = Pattern.compile("(push|unsent) (\\S+ \\S+) ([0-9a-f]*) alert (\\S+) at (\\S+).*");
	private static final Pattern LOST = Pattern.compile("lost (\\S+ \\S+) alert (\\S+)");
	private static final Pattern OTHER = Pattern.compile("(acted|method|written|function) (\\d+ [\\d.]+) (\\d+) ?([0-9a-f]*).*");

	/** What a meter does. */
	public enum Kind {
		/** It sends an Alert. */
		ALERT,
		/** It sends a message. */
		PUSH,
		/** It tried to send a message, and there is no network. */
		UNSENT,
		/** It gives a message up. */
		LOST,
		/** A method was executed. */
		ACTED,
		/** The firmware is asked to execute a method. */
		METHOD,
		/** A client has written an attribute. */
		WRITTEN,
		/** The firmware is given a value. */
		FUNCTION
	}

	/** Reads a line of the program; nothing: it says nothing to people. */
	public static Optional<Told> of(String line) {
		Matcher alert = ALERT.matcher(line);
		if (alert.matches()) {
			return Optional.of(new Told(Kind.ALERT, "", Integer.parseInt(alert.group(1)), Bytes.EMPTY, alert.group(2)));
		}
		Matcher push = PUSH.matcher(line);
		if (push.matches()) {
			Kind kind = push.group(1).equals("push") ? Kind.PUSH : Kind.UNSENT;
			return Optional.of(new Told(kind, push.group(2), -1, Bytes.ofHex(push.group(3)), push.group(5)));
		}
		Matcher lost = LOST.matcher(line);
		if (lost.matches()) {
			return Optional.of(new Told(Kind.LOST, lost.group(1), -1, Bytes.EMPTY, ""));
		}
		Matcher other = OTHER.matcher(line);
		return other.matches() ? Optional.of(new Told(other(other.group(1)), other.group(2), Integer.parseInt(other.group(3)), Bytes.ofHex(other.group(4)), "")) : Optional.empty();
	}

	private static Kind other(String word) {
		return switch (word) {
			case "acted" -> Kind.ACTED;
			case "method" -> Kind.METHOD;
			case "written" -> Kind.WRITTEN;
			default -> Kind.FUNCTION;
		};
	}

	/** Finds the object in a model. */
	public Optional<CosemObject> in(Meter meter) {
		return meter.getDevices().stream().flatMap(device -> device.getObjects().stream()).filter(each -> Heard.named(each).equals(object)).findFirst();
	}

	/** Says it with the names of a model. */
	public String words(Meter meter) {
		return switch (kind) {
			case ALERT -> "Alert %s 0x%04X".formatted(alertName(meter), number);
			case PUSH -> "push %s, %d octets".formatted(objectName(meter), octets.length());
			case UNSENT -> "not delivered: %s, %d octets".formatted(objectName(meter), octets.length());
			case LOST -> "given up: %s".formatted(objectName(meter));
			case ACTED, METHOD -> "%s method %d".formatted(objectName(meter), number);
			case WRITTEN -> "%s attribute %d written".formatted(objectName(meter), number);
			case FUNCTION -> "%s attribute %d given to the firmware".formatted(objectName(meter), number);
		};
	}

	private String alertName(Meter meter) {
		return meter.getAlerts().stream().filter(alert -> alert.getCode() == number).findFirst().map(alert -> alert.getName()).orElse("without a name");
	}

	private String objectName(Meter meter) {
		return in(meter).map(CosemObject::getName).orElse(object.equals("- -") ? "of an Alert" : object);
	}
}
