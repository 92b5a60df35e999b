// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;

/** What the meter has told: Alerts and pushes that no step has expected yet. */
final class Heard {
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
		Optional<Told> told = Told.of(line);
		told.ifPresent(this::keep);
		return told.flatMap(this::words);
	}

	private void keep(Told told) {
		if (told.kind() == Told.Kind.ALERT) {
			alerts.add(new SentAlert(told.number(), told.time()));
		} else if (told.kind() == Told.Kind.PUSH) {
			pushes.add(new SentPush(told.object(), told.octets(), told.time()));
		}
	}

	/** What clients write and the firmware is given stands in the steps already. */
	private Optional<String> words(Told told) {
		return switch (told.kind()) {
			case ALERT, PUSH, UNSENT -> Optional.of("%s %s".formatted(told.time(), told.words(meter)));
			case LOST, ACTED, METHOD -> Optional.of(told.words(meter));
			case WRITTEN, FUNCTION -> Optional.empty();
		};
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
