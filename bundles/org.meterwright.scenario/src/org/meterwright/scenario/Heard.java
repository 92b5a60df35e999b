// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;

/** What the meter has told: Alerts and pushes that no step has expected yet. */
final class Heard {
	private static final Pattern ALERT = Pattern.compile("alert (\\d+) at (\\S+).*");
	private static final Pattern PUSH = Pattern.compile("(push|unsent) (\\S+ \\S+) ([0-9a-f]*) alert (\\S+) at (\\S+).*");
	private static final Pattern LOST = Pattern.compile("lost (\\S+ \\S+) alert (\\S+)");
	private static final Pattern OTHER = Pattern.compile("(acted|method) (\\d+ [\\d.]+) (\\d+).*");

	/** An Alert with its code and time. */
	record SentAlert(int code, String time) {
	}

	/** A push with the class and logical name of its object as told, its APDU and its time. */
	record SentPush(String object, Bytes apdu, String time) {
	}

	private final Meter meter;
	private final List<SentAlert> alerts = new ArrayList<>();
	private final List<SentPush> pushes = new ArrayList<>();

	Heard(Meter meter) {
		this.meter = meter;
	}

	/** Takes lines that the host program told; returns them for people, without what says nothing to them. */
	List<String> take(List<String> lines) {
		return lines.stream().map(this::take).flatMap(Optional::stream).toList();
	}

	private Optional<String> take(String line) {
		Matcher alert = ALERT.matcher(line);
		if (alert.matches()) {
			int code = Integer.parseInt(alert.group(1));
			alerts.add(new SentAlert(code, alert.group(2)));
			return Optional.of("%s Alert %s 0x%04X".formatted(alert.group(2), alertName(code), code));
		}
		Matcher push = PUSH.matcher(line);
		if (push.matches()) {
			boolean sent = push.group(1).equals("push");
			if (sent) {
				pushes.add(new SentPush(push.group(2), Bytes.ofHex(push.group(3)), push.group(5)));
			}
			return Optional.of("%s %s %s, %d octets".formatted(push.group(5), sent ? "push" : "not delivered:", objectName(push.group(2)), push.group(3).length() / 2));
		}
		Matcher lost = LOST.matcher(line);
		if (lost.matches()) {
			return Optional.of("given up: %s".formatted(objectName(lost.group(1))));
		}
		Matcher other = OTHER.matcher(line);
		return other.matches() ? Optional.of("%s method %s".formatted(objectName(other.group(2)), other.group(3))) : Optional.empty();
	}

	private String alertName(int code) {
		return meter.getAlerts().stream().filter(alert -> alert.getCode() == code).findFirst().map(alert -> alert.getName()).orElse("without a name");
	}

	private String objectName(String told) {
		return meter.getDevices().stream().flatMap(device -> device.getObjects().stream()).filter(object -> named(object).equals(told)).findFirst().map(CosemObject::getName)
				.orElse(told.equals("- -") ? "of an Alert" : told);
	}

	/** Names an object as the host program does: class and logical name. */
	static String named(CosemObject object) {
		return "%d %s".formatted(CosemObjects.classId(object), object.getLogicalName().toString().replaceAll("[-:*]", "."));
	}

	/** Takes the Alerts that nobody expected yet out of the list: of one code, or all. */
	List<SentAlert> alerts(Optional<Integer> code, boolean first) {
		return remove(alerts, sent -> code.isEmpty() || sent.code() == code.get(), first);
	}

	/** Takes the pushes of an object that nobody expected yet out of the list. */
	List<SentPush> pushes(String object, boolean first) {
		return remove(pushes, sent -> sent.object().equals(object), first);
	}

	/** Takes the first that fits, or all. */
	private static <T> List<T> remove(List<T> list, Predicate<T> wanted, boolean first) {
		List<T> found = list.stream().filter(wanted).limit(first ? 1 : Long.MAX_VALUE).toList();
		found.forEach(list::remove);
		return found;
	}
}
