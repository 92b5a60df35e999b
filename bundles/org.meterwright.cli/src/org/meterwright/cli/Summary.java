// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.firmware.MemoryReport;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/** The lines that a command ends with. */
final class Summary {

	private Summary() {
	}

	/** Count findings in words: {@code 2 errors, 1 warning (3 accepted)}. */
	static String findings(List<Finding> findings) {
		List<String> parts = new ArrayList<>();
		for (Severity severity : Severity.values()) {
			long count = findings.stream().filter(finding -> finding.accepted().isEmpty() && finding.severity() == severity).count();
			if (count > 0 || severity != Severity.INFO) {
				parts.add("%d %s%s".formatted(count, severity.word(), count == 1 || severity == Severity.INFO ? "" : "s"));
			}
		}
		long accepted = findings.stream().filter(finding -> finding.accepted().isPresent()).count();
		String counted = String.join(", ", parts);
		return accepted == 0 ? counted : "%s, %d accepted".formatted(counted, accepted);
	}

	/** Count what a meter is made of. */
	static String meter(Meter meter) {
		int objects = meter.getDevices().stream().mapToInt(device -> device.getObjects().size()).sum();
		int associations = meter.getDevices().stream().mapToInt(device -> device.getAssociations().size()).sum();
		long entries = meter.getDevices().stream().map(LogicalDevice::getAssociations).flatMap(List::stream)
				.map(Association::getEntries).mapToLong(List::size).sum();
		return "%s, %s with %s, %s, %s, %s, %s".formatted(count(objects, "object", "s"), count(associations, "association", "s"),
				count(entries, "object list entr", "y", "ies"), count(meter.getEvents().size(), "event", "s"), count(meter.getAlerts().size(), "Alert", "s"),
				count(meter.getPushes().size(), "push", "es"), count(meter.getReactions().size(), "reaction", "s"));
	}

	/** Count things in words: {@code 1 file}, {@code 2 files}. */
	static String count(long number, String thing, String plural) {
		return count(number, thing, "", plural);
	}

	private static String count(long number, String stem, String one, String many) {
		return "%d %s%s".formatted(number, stem, number == 1 ? one : many);
	}

	/** Tell what the tables take. */
	static String memory(MemoryReport memory) {
		String logs = memory.log() == 0 ? "" : String.format(Locale.ROOT, ", logs %,d bytes", memory.log());
		return String.format(Locale.ROOT, "flash %,d bytes, RAM %,d bytes, NVM %,d bytes", memory.flash(), memory.ram(), memory.nvm()) + logs;
	}
}
