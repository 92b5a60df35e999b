// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.TreeMap;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;

/** Event codes 0-b:96.11.e and event logs 0-b:99.98.e: a device that pairs them by group E pairs all of them. */
final class EventNames {
	private static final int LEAST_PAIRS = 4;

	private EventNames() {
	}

	static void check(LogicalDevice device, Facts facts, Report report) {
		if (Dictionary.of(facts.meter()).entries().isEmpty()) {
			return;
		}
		TreeMap<Integer, CosemObject> codes = new TreeMap<>();
		TreeMap<Integer, CosemObject> logs = new TreeMap<>();
		for (CosemObject object : device.getObjects()) {
			LogicalName name = object.getLogicalName();
			if (name != null && !object.isInternal() && name.a() == 0 && name.b() == 0) {
				if (name.c() == 96 && name.d() == 11) {
					codes.put(name.e(), object);
				} else if (name.c() == 99 && name.d() == 98) {
					logs.put(name.e(), object);
				}
			}
		}
		long pairs = codes.keySet().stream().filter(logs::containsKey).count();
		boolean logWithoutCode = logs.keySet().stream().anyMatch(number -> !codes.containsKey(number));
		if (pairs >= LEAST_PAIRS && pairs == codes.size() - 1 && logWithoutCode) {
			codes.forEach((number, code) -> {
				if (!logs.containsKey(number) && number < codes.lastKey()) {
					report.on(code, "%s is the only event code without an event log of its number (0-0:99.98.%d*255)".formatted(Facts.label(code), number));
				}
			});
		}
	}
}
